from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE notification_inbox ADD CONSTRAINT notification_inbox_unread"
                " CHECK (unread >= 0)",
                "ALTER TABLE notification ADD CONSTRAINT notification_times CHECK (times >= 1)",
                "ALTER TABLE notification ADD CONSTRAINT notification_about"
                " CHECK ((about_type IS NULL) = (about_id IS NULL))",
                # A bidder who is outbid ten times has one notification until it is read.
                "CREATE UNIQUE INDEX notification_one_unread ON notification"
                " (account_id, group_key) WHERE read_at IS NULL AND group_key IS NOT NULL",
                "CREATE INDEX notification_unread ON notification (account_id, id)"
                " WHERE read_at IS NULL",
                # Whatever the code does: what is told once is pushed once, and costs one text.
                "CREATE UNIQUE INDEX notification_delivery_one_each ON notification_delivery"
                " (notification_id, channel) WHERE channel <> 'IN_APP'",
                "CREATE INDEX notification_delivery_waiting ON notification_delivery (due_at)"
                " WHERE state IN ('QUEUED', 'SENDING')",
                "ALTER TABLE notification_delivery ADD CONSTRAINT notification_delivery_settled"
                " CHECK ((state IN ('QUEUED', 'SENDING')) = (settled_at IS NULL))",
                "ALTER TABLE notification_preference ADD CONSTRAINT notification_preference_way"
                " CHECK (channel IN ('PUSH', 'SMS'))",
            ]
        )
    ]
