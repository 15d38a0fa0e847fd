from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("texting", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE texting_message ADD CONSTRAINT texting_message_phone_canonical"
                " CHECK (phone ~ '^\\+8801[3-9][0-9]{8}$')",
                # Whoever is to be answered is not sent silence.
                "ALTER TABLE texting_message ADD CONSTRAINT texting_message_reply"
                " CHECK (state NOT IN ('ANSWERED', 'SENDING', 'SENT') OR reply <> '')",
                "ALTER TABLE texting_message ADD CONSTRAINT texting_message_attempts"
                " CHECK (attempts >= 0)",
                "CREATE INDEX texting_message_waiting ON texting_message (due_at)"
                " WHERE state IN ('RECEIVED', 'ACTING', 'ANSWERED', 'SENDING')",
                "CREATE INDEX texting_message_of_phone ON texting_message (phone, id)"
                " WHERE state IN ('RECEIVED', 'ACTING', 'ANSWERED', 'SENDING')",
            ]
        )
    ]
