"""Events, their streams, and the keys of requests."""

from __future__ import annotations

from hmk_graph.audit_trail import AuditEntry
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "event_seq_from_one": [("event", {"seq": 0}), ("event", {"epoch": 0, "seq": 99})],
    "event_stream_head_counts": [("event_stream", {"name": "x", "head": -1})],
    "audit_entry_once": [("audit_entry", {})],
    "idempotency_key_not_empty": [("idempotency_key", {"key": ""})],
}
UPDATES: dict[str, list[str]] = {
    "audit_entry_append_only": [
        "UPDATE audit_entry SET actor_id = NULL",
        "DELETE FROM audit_entry",
    ],
    "audit_entry_never_emptied": ["TRUNCATE audit_entry"],
}


async def furnish() -> None:
    await AuditEntry.create(stream="x.y.1", epoch=1, seq=1, kind="x.y", payload={}, at=NOON)
