"""The statements that number and write events, by which a transaction ends (`event_log`)."""

# $1 the streams in the order of their names, in which their rows are locked; $2 by how many each
# grows. $4 says how many numbers before the stream's new head an event stands.
APPEND = """
WITH numbered AS (
    INSERT INTO event_stream AS s (name, epoch, head)
    SELECT name, 1, many FROM unnest($1::text[], $2::bigint[]) AS grown(name, many)
    ON CONFLICT (name) DO UPDATE SET head = s.head + excluded.head
    RETURNING name, epoch, head
)
INSERT INTO event (
    stream, epoch, seq, kind, payload, actor_id, on_behalf_of_id, command_id, at, relayed
)
SELECT n.name, n.epoch, n.head - e.behind, e.kind, e.payload::jsonb, e.actor_id, e.on_behalf_of_id,
       e.command_id, clock_timestamp(), false
FROM unnest(
    $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::text[]
) WITH ORDINALITY AS e(
    stream, behind, kind, payload, actor_id, on_behalf_of_id, command_id, place
)
JOIN numbered n ON n.name = e.stream
ORDER BY e.place
"""
# $10 kinds of events, $11 which deadline each arms; $12 kinds that the audit keeps.
APPEND_AND_MORE = (
    APPEND.replace("\n)\nINSERT INTO event (", "\n), written AS (\nINSERT INTO event (")
    + """RETURNING *
), armed AS (
INSERT INTO deadline (kind, subject_id, due_at, failures)
SELECT armed.due, w.id, w.at, 0
FROM written w JOIN unnest($10::text[], $11::text[]) AS armed(kind, due) ON armed.kind = w.kind
)
INSERT INTO audit_entry (
    stream, epoch, seq, kind, payload, actor_id, on_behalf_of_id, command_id, at
)
SELECT stream, epoch, seq, kind, payload, actor_id, on_behalf_of_id, command_id, at
FROM written WHERE kind = ANY($12::text[]) ORDER BY id
"""
)
