from tortoise import migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.db_defaults import SqlDefault
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
        ("services", "0004_fee_and_wait_constraints"),
    ]

    initial = False

    operations = [
        ops.AddField(
            model_name="Category",
            name="papers",
            field=ArrayField(default=list, db_default=SqlDefault("'{}'"), element_type="TEXT"),
        ),
    ]
