from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("haat", "0008_receipts"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name="BiddingBan",
            options={
                "table": "haat_bidding_ban",
                "app": "haat",
                "indexes": [Index(fields=["account_id", "until"])],
                "pk_attr": "id",
                "table_description": "A person who may not bid until a day; set by two officers, or by the house, with a reason.",
            },
        ),
        ops.AlterField(
            model_name="BiddingBan",
            name="officer",
            field=fields.ForeignKeyField(
                "accounts.Account",
                source_field="officer_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name=False,
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.RunSQL(
            [
                "ALTER TABLE haat_bidding_ban ADD CONSTRAINT haat_bidding_ban_of_the_house CHECK"
                " (officer_id IS NOT NULL"
                " OR (in_force_from IS NOT NULL AND second_officer_id IS NULL))",
            ]
        ),
    ]
