from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from hmk_graph.payments.paying_models import Choice


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("payments", "0004_payouts"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="SetAsideDecision",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "attempt",
                    fields.OneToOneField(
                        "payments.Attempt",
                        source_field="attempt_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="decision",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "choice",
                    fields.CharEnumField(
                        description="TAKE: TAKE\nGIVE_BACK: GIVE_BACK",
                        enum_type=Choice,
                        max_length=9,
                    ),
                ),
                ("reason", fields.CharField(max_length=300)),
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
                    "agreed_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="agreed_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("agreed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "payments_decision",
                "app": "payments",
                "pk_attr": "id",
                "table_description": "What one administrator wants done with a payment that was set aside, and who agreed.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Refund",
            name="by_hand",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.RunSQL(
            [
                "ALTER TABLE payments_decision ADD CONSTRAINT payments_decision_two_officers CHECK"
                " (agreed_by_id <> asked_by_id"
                "  AND (agreed_by_id IS NULL) = (agreed_at IS NULL))",
                "CREATE UNIQUE INDEX payments_refund_reference ON payments_refund (gateway_ref)"
                " WHERE by_hand",
                "CREATE INDEX payments_attempt_set_aside ON payments_attempt (id)"
                " WHERE state = 'REVIEW'",
            ]
        ),
    ]
