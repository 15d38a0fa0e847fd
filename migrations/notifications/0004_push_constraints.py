from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("notifications", "0003_push_devices")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE notification_push_device ADD CONSTRAINT notification_push_device_keys"
                " CHECK (octet_length(p256dh) = 65 AND octet_length(auth) = 16)",
                "ALTER TABLE notification_push_device ADD CONSTRAINT notification_push_device_to"
                " CHECK (endpoint LIKE 'https://%')",
            ]
        )
    ]
