from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("event_log", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE event ADD CONSTRAINT event_seq_from_one CHECK (seq >= 1 AND epoch >= 1)",
                "CREATE INDEX event_to_relay ON event (id) WHERE NOT relayed",
                "ALTER TABLE event_stream ADD CONSTRAINT event_stream_head_counts CHECK (head >= 0)",
                "ALTER TABLE idempotency_key ADD CONSTRAINT idempotency_key_not_empty"
                " CHECK (key <> '')",
                "CREATE INDEX idempotency_key_age ON idempotency_key (at)",
            ]
        )
    ]
