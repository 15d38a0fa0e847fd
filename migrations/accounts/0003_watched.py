from tortoise import migrations
from tortoise.migrations import operations as ops

from migrations.watching import watch


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_constraints"), ("event_log", "0003_moved")]

    operations = [
        ops.RunSQL(
            [
                *watch("accounts_account", "id"),
            ]
        )
    ]
