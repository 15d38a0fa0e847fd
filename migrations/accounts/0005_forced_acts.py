from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from hmk_graph.accounts.forced_models import ForcedActKind, ForcedAnswer


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("accounts", "0004_assisting"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
        ("places", "0004_wards"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="ForcedAct",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="END_SHOP: END_SHOP\nDECIDE_DEAL: DECIDE_DEAL\nCALL_OFF_POOL: CALL_OFF_POOL\nFAIL_PAYOUT: FAIL_PAYOUT\nCANCEL_PAYOUT: CANCEL_PAYOUT\nDECIDE_BOOKING: DECIDE_BOOKING\nCANCEL_BOOKING: CANCEL_BOOKING\nCANCEL_ORDER: CANCEL_ORDER\nDECIDE_DEDUCTION: DECIDE_DEDUCTION",
                        enum_type=ForcedActKind,
                        max_length=16,
                    ),
                ),
                ("subject_id", fields.BigIntField()),
                ("choice", fields.CharField(default="", max_length=16)),
                ("reason", fields.TextField(unique=False)),
                (
                    "place",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="place_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("concerns", ArrayField(default=list, element_type="BIGINT")),
                (
                    "asked_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="asked_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "answer",
                    fields.CharEnumField(
                        null=True,
                        description="AGREED: AGREED\nDECLINED: DECLINED\nREPLACED: REPLACED\nLAPSED: LAPSED",
                        enum_type=ForcedAnswer,
                        max_length=8,
                    ),
                ),
                ("answer_reason", fields.TextField(default="", unique=False)),
                (
                    "answered_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="answered_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "answered_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "accounts_forced_act",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "One officer's word about a thing, until it is answered.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                # Of a thing one word waits, so that of two first words one is the second.
                "CREATE UNIQUE INDEX accounts_forced_act_one_waits ON accounts_forced_act"
                " (kind, subject_id) WHERE answer IS NULL",
                "ALTER TABLE accounts_forced_act ADD CONSTRAINT accounts_forced_act_two_officers"
                " CHECK (answer IS DISTINCT FROM 'AGREED'"
                " OR (answered_by_id IS NOT NULL AND answered_by_id <> asked_by_id))",
                "ALTER TABLE accounts_forced_act ADD CONSTRAINT accounts_forced_act_answered"
                " CHECK ((answer IS NULL) = (answered_at IS NULL))",
                "ALTER TABLE accounts_forced_act ADD CONSTRAINT accounts_forced_act_of_others"
                " CHECK (NOT asked_by_id = ANY (concerns)"
                " AND (answered_by_id IS NULL OR NOT answered_by_id = ANY (concerns)))",
            ]
        ),
    ]
