from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
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
        ("services", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="Waiting",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "option",
                    fields.ForeignKeyField(
                        "services.PriceOption",
                        source_field="option_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "citizen",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="citizen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("finishes_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("told_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_waiting",
                "app": "services",
                "pk_attr": "id",
                "table_description": "A citizen's wish for a time that somebody else has; told once when that falls free.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Booking",
            name="hold_id",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Booking",
            name="paid_paisa",
            field=fields.BigIntField(default=0, db_default=0),
        ),
    ]
