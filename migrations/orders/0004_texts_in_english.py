from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("orders", "0003_guest_texts"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
        ("places", "0004_wards"),
        ("shops", "0001_initial"),
        ("shops", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.AddField(
            model_name="Group",
            name="language",
            field=fields.CharField(default="bn", db_default="bn", max_length=2),
        ),
        ops.RunSQL(
            "ALTER TABLE orders_group ADD CONSTRAINT orders_group_language"
            " CHECK (language IN ('bn', 'en'))"
        ),
    ]
