from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.haat.deposit_models import DepositState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_watched"),
        ("haat", "0006_same_photo"),
        ("places", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="Deposit",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="deposits",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=DepositState.DUE,
                        description="DUE: DUE\nSTANDING: STANDING\nRETURNED: RETURNED\nLAPSED: LAPSED",
                        enum_type=DepositState,
                        max_length=8,
                    ),
                ),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "stands_from",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "haat_deposit",
                "app": "haat",
                "indexes": [
                    Index(fields=["account_id", "id"]),
                    Index(fields=["haat_id", "account_id"]),
                ],
                "pk_attr": "id",
                "table_description": "What one person brings to one haat in one piece. Its money stands on `chart.deposit_at`.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Deal",
            name="deposit_hold_id",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Deal",
            name="deposit_paisa",
            field=fields.BigIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Haat",
            name="deposit_basis_points",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Haat",
            name="deposit_ceiling_paisa",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Haat",
            name="deposit_floor_paisa",
            field=fields.BigIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Lot",
            name="deposit_basis_points",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Lot",
            name="deposit_ceiling_paisa",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Lot",
            name="deposit_floor_paisa",
            field=fields.BigIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Lot",
            name="deposit_held_paisa",
            field=fields.BigIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Lot",
            name="deposit_hold_id",
            field=fields.BigIntField(null=True),
        ),
        ops.RunSQL(
            [
                "ALTER TABLE haat_deposit ADD CONSTRAINT haat_deposit_amount"
                " CHECK (amount_paisa > 0 AND amount_paisa % 100 = 0)",
                "ALTER TABLE haat_haat ADD CONSTRAINT haat_haat_deposit CHECK"
                " (deposit_basis_points BETWEEN 0 AND 10000 AND deposit_floor_paisa >= 0"
                "  AND deposit_ceiling_paisa >= deposit_floor_paisa)",
                # One hold stands behind a leader of a lot that runs, and behind nobody else.
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_deposit_behind_leader CHECK"
                " (deposit_held_paisa >= 0 AND (deposit_hold_id IS NULL) = (deposit_held_paisa = 0)"
                "  AND (deposit_hold_id IS NULL"
                "       OR (leader_id IS NOT NULL AND state IN ('SCHEDULED', 'OPEN'))))",
                "ALTER TABLE haat_deal ADD CONSTRAINT haat_deal_deposit CHECK (deposit_paisa >= 0)",
            ]
        ),
    ]
