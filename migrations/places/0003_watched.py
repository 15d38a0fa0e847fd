from tortoise import migrations
from tortoise.migrations import operations as ops

from migrations.watching import watch


class Migration(migrations.Migration):
    dependencies = [("places", "0002_constraints"), ("event_log", "0003_moved")]

    operations = [
        ops.RunSQL(
            [
                *watch("places_boundary"),
                *watch("places_place"),
            ]
        )
    ]
