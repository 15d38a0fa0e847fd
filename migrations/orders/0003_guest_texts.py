from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("orders", "0002_constraints"),
        ("places", "0004_wards"),
        ("shops", "0001_initial"),
        ("shops", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.AddField(
            model_name="Group",
            name="link_hash",
            field=fields.BinaryField(null=True),
        ),
    ]
