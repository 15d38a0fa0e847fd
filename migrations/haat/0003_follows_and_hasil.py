from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from hmk_graph.haat.hasil_models import HasilKind


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_constraints"),
        ("haat", "0002_constraints"),
        ("places", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="HasilRule",
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
                        related_name="hasil_rules",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("species", fields.CharField(null=True, max_length=20)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="PERCENT: PERCENT\nFLAT: FLAT",
                        enum_type=HasilKind,
                        max_length=7,
                    ),
                ),
                ("value", fields.BigIntField()),
                ("cap_paisa", fields.BigIntField(null=True)),
                ("valid_from", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("valid_to", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("legal_ref", fields.CharField(max_length=300)),
                (
                    "set_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="set_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "haat_hasil_rule",
                "app": "haat",
                "pk_attr": "id",
                "table_description": "What a haat takes for each animal sold, from a moment on; a rule that has held never changes.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LotFollow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "lot",
                    fields.ForeignKeyField(
                        "haat.Lot",
                        source_field="lot_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="follows",
                        on_delete=OnDelete.CASCADE,
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
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("followed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "told_starts_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "haat_lot_follow",
                "app": "haat",
                "unique_together": (("lot_id", "account_id"),),
                "pk_attr": "id",
                "table_description": "Who follows which lot; `told_starts_at` is the start for which he was told that it nears.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "CREATE INDEX haat_lot_follow_of_account ON haat_lot_follow (account_id)",
                # The hall's three lists, over all haats and at one: the order is in the index, so
                # that a page reads as many rows as it shows, whatever a filter leaves out.
                "CREATE INDEX haat_lot_by_start ON haat_lot (starts_at, id)"
                " WHERE state = 'SCHEDULED'",
                "CREATE INDEX haat_lot_by_end ON haat_lot (ends_at, id)",
                "CREATE INDEX haat_lot_of_haat_by_end ON haat_lot (haat_id, ends_at, id)",
                # Without it the planner takes every price for rare, and sorts all lots there were.
                "CREATE STATISTICS haat_lot_price_now ON (coalesce(price_paisa, start_paisa))"
                " FROM haat_lot",
                # Two rules for one kind at one haat never hold at one moment. Core PostgreSQL has
                # no gist index over plain values, but over ranges of one value each.
                "CREATE TYPE haat_word AS RANGE (subtype = text)",
                "ALTER TABLE haat_hasil_rule ADD CONSTRAINT haat_hasil_rule_one_at_a_time"
                " EXCLUDE USING gist (int8range(haat_id, haat_id, '[]') WITH &&,"
                " haat_word(coalesce(species, ''), coalesce(species, ''), '[]') WITH &&,"
                " tstzrange(valid_from, valid_to) WITH &&)",
                "ALTER TABLE haat_hasil_rule ADD CONSTRAINT haat_hasil_rule_ends_after_start"
                " CHECK (valid_to > valid_from)",
                "ALTER TABLE haat_hasil_rule ADD CONSTRAINT haat_hasil_rule_value CHECK"
                " (value >= 0 AND CASE kind WHEN 'PERCENT' THEN value <= 10000"
                "  ELSE value % 100 = 0 END)",
                "ALTER TABLE haat_hasil_rule ADD CONSTRAINT haat_hasil_rule_cap"
                " CHECK (cap_paisa IS NULL OR cap_paisa > 0 AND cap_paisa % 100 = 0 AND kind = 'PERCENT')",
            ]
        ),
    ]
