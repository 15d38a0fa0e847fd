from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("event_log", "0004_assisting")]

    initial = False

    # One for each filter of a reader, in the order in which he reads. Of two officers who decide
    # together the first is named in the facts; the second is the actor.
    operations = [
        ops.RunSQL(
            [
                "CREATE INDEX audit_entry_of_actor ON audit_entry (actor_id, at, id)",
                "CREATE INDEX audit_entry_of_citizen ON audit_entry (on_behalf_of_id, at, id)"
                " WHERE on_behalf_of_id IS NOT NULL",
                "CREATE INDEX audit_entry_of_kind ON audit_entry (kind, at, id)",
                "CREATE INDEX audit_entry_of_stream ON audit_entry (stream, at, id)",
                "CREATE INDEX audit_entry_of_first_officer ON audit_entry"
                " (coalesce((payload->>'officer_id')::bigint, actor_id), at, id)",
            ]
        ),
    ]
