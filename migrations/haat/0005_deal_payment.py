from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("haat", "0004_watched"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.AddField(
            model_name="Deal",
            name="code_tries",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Deal",
            name="complete_by",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Deal",
            name="handed_over_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Deal",
            name="handover_code",
            field=fields.CharField(null=True, max_length=6),
        ),
        ops.AddField(
            model_name="Deal",
            name="hasil_paisa",
            field=fields.BigIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Deal",
            name="paid_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Deal",
            name="weighed_grams",
            field=fields.BigIntField(null=True),
        ),
    ]
