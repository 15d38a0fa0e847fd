from tortoise import migrations
from tortoise.migrations import operations as ops

from migrations.watching import telling, watch


class Migration(migrations.Migration):
    dependencies = [("media", "0002_constraints"), ("event_log", "0003_moved")]

    operations = [
        ops.RunSQL(
            [
                telling("subject_id"),
                *watch("media_attachment", "subject_id"),
                *watch("media_media", "id"),
            ]
        )
    ]
