from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("media", "0004_shared_photos")]

    operations = [
        ops.RunSQL(
            [
                # One row for two files, whoever is compared with whom.
                "ALTER TABLE media_shared_photo ADD CONSTRAINT media_shared_photo_later"
                " CHECK (media_id > other_id)",
                "ALTER TABLE media_shared_photo ADD CONSTRAINT media_shared_photo_judged"
                " CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL)"
                " AND (resolved_at IS NULL) = (note = ''))",
                "CREATE INDEX media_shared_photo_open ON media_shared_photo (place_id)"
                " WHERE resolved_at IS NULL",
            ]
        )
    ]
