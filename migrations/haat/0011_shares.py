from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.haat.share_models import OnShortfall, PoolState, ShareState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("haat", "0010_selling_by_weight"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="SharePool",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="pools",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="pools",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "seller",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="seller_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("species", fields.CharField(max_length=20)),
                ("parts", fields.IntField()),
                ("share_paisa", fields.BigIntField()),
                (
                    "on_shortfall",
                    fields.CharEnumField(
                        description="CANCEL: CANCEL\nSPLIT: SPLIT\nMERGE: MERGE",
                        enum_type=OnShortfall,
                        max_length=6,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=PoolState.OPEN,
                        description="OPEN: OPEN\nSPLITTING: SPLITTING\nFULL: FULL\nDIVIDED: DIVIDED\nSETTLED: SETTLED\nMERGED: MERGED\nCANCELED: CANCELED",
                        enum_type=PoolState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(default="", unique=False)),
            ],
            options={
                "table": "haat_share_pool",
                "app": "haat",
                "indexes": [
                    Index(fields=["haat_id", "state", "id"]),
                    Index(fields=["seller_id", "id"]),
                ],
                "pk_attr": "id",
                "table_description": "An animal in equal shares. `due_at` is when the clock looks next.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Share",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "pool",
                    fields.ForeignKeyField(
                        "haat.SharePool",
                        source_field="pool_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="shares",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.IntField()),
                (
                    "holder",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="holder_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ShareState.HELD,
                        description="HELD: HELD\nPAID: PAID\nLAPSED: LAPSED\nRETURNED: RETURNED",
                        enum_type=ShareState,
                        max_length=8,
                    ),
                ),
                ("held_until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("rest_paisa", fields.BigIntField(default=0)),
                (
                    "rest_paid_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("meat_grams", fields.BigIntField(null=True)),
            ],
            options={
                "table": "haat_share",
                "app": "haat",
                "indexes": [Index(fields=["holder_id", "id"]), Index(fields=["pool_id", "state"])],
                "pk_attr": "id",
                "table_description": "One share of a pool, by its number from 1, and who has it.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "CREATE UNIQUE INDEX haat_share_one_holder ON haat_share (pool_id, number)"
                " WHERE state IN ('HELD', 'PAID')",
                "CREATE UNIQUE INDEX haat_share_pool_one_live ON haat_share_pool (animal_id)"
                " WHERE state IN ('OPEN', 'SPLITTING', 'FULL', 'DIVIDED')",
                "ALTER TABLE haat_share ADD CONSTRAINT haat_share_sums CHECK"
                " (number BETWEEN 1 AND 7 AND rest_paisa >= 0 AND coalesce(meat_grams, 1) > 0)",
                "ALTER TABLE haat_share_pool ADD CONSTRAINT haat_share_pool_sums CHECK"
                " (parts BETWEEN 1 AND 7 AND share_paisa > 0 AND share_paisa % 100 = 0)",
            ]
        ),
    ]
