from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.haat.overcharge_models import Charged, OverchargeState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("haat", "0011_shares"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="Overcharge",
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
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "deal",
                    fields.ForeignKeyField(
                        "haat.Deal",
                        source_field="deal_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "reporter",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="reporter_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "charged",
                    fields.CharEnumField(
                        description="BUYER: BUYER\nSELLER: SELLER", enum_type=Charged, max_length=6
                    ),
                ),
                ("species", fields.CharField(max_length=20)),
                ("price_paisa", fields.BigIntField()),
                ("due_paisa", fields.BigIntField()),
                ("taken_paisa", fields.BigIntField()),
                ("words", fields.CharField(max_length=1000)),
                (
                    "state",
                    fields.CharEnumField(
                        default=OverchargeState.REPORTED,
                        description="REPORTED: REPORTED\nUPHELD: UPHELD\nDISMISSED: DISMISSED\nWITHDRAWN: WITHDRAWN",
                        enum_type=OverchargeState,
                        max_length=9,
                    ),
                ),
                ("reported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("finding", fields.CharField(default="", max_length=1000)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "haat_overcharge",
                "app": "haat",
                "indexes": [
                    Index(fields=["haat_id", "state", "id"]),
                    Index(fields=["reporter_id", "id"]),
                ],
                "pk_attr": "id",
                "table_description": "A person says that more was taken of him at a haat than the rule allows.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "ALTER TABLE haat_overcharge ADD CONSTRAINT haat_overcharge_sums CHECK"
                " (price_paisa > 0 AND due_paisa >= 0 AND taken_paisa > due_paisa"
                "  AND (charged = 'BUYER' OR due_paisa = 0))",
                "ALTER TABLE haat_overcharge ADD CONSTRAINT haat_overcharge_decided CHECK"
                " ((state = 'REPORTED') = (decided_at IS NULL)"
                "  AND (state IN ('UPHELD', 'DISMISSED')) = (decided_by_id IS NOT NULL)"
                "  AND decided_by_id <> reporter_id)",
                "CREATE UNIQUE INDEX haat_overcharge_one_waiting ON haat_overcharge"
                " (reporter_id, haat_id, coalesce(deal_id, 0)) WHERE state = 'REPORTED'",
            ]
        ),
    ]
