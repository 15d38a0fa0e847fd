from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.payments.paying_models import AttemptState, IntentState, RefundState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("payments", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="Callback",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("gateway", fields.CharField(max_length=20)),
                ("event_key", fields.CharField(max_length=120)),
                ("invoice", fields.CharField(null=True, max_length=30)),
                ("body", fields.TextField(unique=False)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("done_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("note", fields.CharField(default="", max_length=120)),
            ],
            options={
                "table": "payments_callback",
                "app": "payments",
                "unique_together": (("gateway", "event_key"),),
                "pk_attr": "id",
                "table_description": "What a gateway sent, word for word. `event_key` makes a repeated one the same.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Intent",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("purpose", fields.CharField(max_length=30)),
                ("subject_id", fields.BigIntField()),
                (
                    "payer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="payer_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("payee", fields.CharField(max_length=60)),
                ("due_paisa", fields.BigIntField()),
                ("captured_paisa", fields.BigIntField(default=0)),
                (
                    "state",
                    fields.CharEnumField(
                        default=IntentState.OPEN,
                        description="OPEN: OPEN\nCOVERED: COVERED\nCLOSED: CLOSED\nEXPIRED: EXPIRED\nVOID: VOID",
                        enum_type=IntentState,
                        max_length=8,
                    ),
                ),
                ("expires_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "payments_intent",
                "app": "payments",
                "indexes": [
                    Index(fields=["purpose", "subject_id"]),
                    Index(fields=["payer_id", "id"]),
                ],
                "pk_attr": "id",
                "table_description": "A sum that somebody has to pay for one thing; it may be paid in parts, by several ways.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "intent",
                    fields.ForeignKeyField(
                        "payments.Intent",
                        source_field="intent_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="attempts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("gateway", fields.CharField(max_length=20)),
                ("invoice", fields.CharField(unique=True, max_length=30)),
                ("amount_paisa", fields.BigIntField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=AttemptState.CREATED,
                        description="CREATED: CREATED\nREDIRECTED: REDIRECTED\nPENDING: PENDING\nCAPTURED: CAPTURED\nFAILED: FAILED\nABANDONED: ABANDONED\nREVIEW: REVIEW",
                        enum_type=AttemptState,
                        max_length=10,
                    ),
                ),
                ("gateway_ref", fields.CharField(null=True, max_length=120)),
                ("gateway_trx", fields.CharField(null=True, max_length=80)),
                ("pay_url", fields.CharField(null=True, max_length=500)),
                ("failure", fields.CharField(default="", max_length=120)),
                ("transfer_id", fields.BigIntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("checks", fields.IntField(default=0)),
                ("check_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "payments_attempt",
                "app": "payments",
                "pk_attr": "id",
                "table_description": "One try at one gateway. `invoice` is the number under which the gateway knows it from us.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Refund",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "attempt",
                    fields.ForeignKeyField(
                        "payments.Attempt",
                        source_field="attempt_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="refunds",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                ("source", fields.CharField(max_length=60)),
                ("reason", fields.CharField(max_length=300)),
                (
                    "state",
                    fields.CharEnumField(
                        default=RefundState.APPROVED,
                        description="REQUESTED: REQUESTED\nAPPROVED: APPROVED\nSENT: SENT\nSUCCEEDED: SUCCEEDED\nFAILED: FAILED\nREJECTED: REJECTED",
                        enum_type=RefundState,
                        max_length=9,
                    ),
                ),
                ("gateway_ref", fields.CharField(null=True, max_length=120)),
                ("hold_id", fields.BigIntField(null=True)),
                ("failure", fields.CharField(default="", max_length=120)),
                (
                    "asked_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="asked_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("checks", fields.IntField(default=0)),
                ("check_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "payments_refund",
                "app": "payments",
                "pk_attr": "id",
                "table_description": "Money that goes back by the way it came, in one piece.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "ALTER TABLE payments_intent ADD CONSTRAINT payments_intent_amounts CHECK"
                " (due_paisa > 0 AND captured_paisa BETWEEN 0 AND due_paisa"
                "  AND (state <> 'OPEN' OR captured_paisa < due_paisa)"
                "  AND (state NOT IN ('COVERED', 'CLOSED') OR captured_paisa = due_paisa))",
                # One sum at a time is due for one thing.
                "CREATE UNIQUE INDEX payments_intent_one_open ON payments_intent"
                " (purpose, subject_id) WHERE state IN ('OPEN', 'COVERED')",
                "ALTER TABLE payments_attempt ADD CONSTRAINT payments_attempt_amount"
                " CHECK (amount_paisa > 0)",
                # A gateway's transaction pays for one thing, whoever sends its number twice.
                "CREATE UNIQUE INDEX payments_attempt_trx_once ON payments_attempt"
                " (gateway, gateway_trx) WHERE gateway_trx IS NOT NULL",
                "CREATE INDEX payments_attempt_to_check ON payments_attempt (check_at)"
                " WHERE check_at IS NOT NULL",
                "CREATE INDEX payments_attempt_of_intent ON payments_attempt (intent_id)",
                "ALTER TABLE payments_refund ADD CONSTRAINT payments_refund_amount"
                " CHECK (amount_paisa > 0)",
                "CREATE INDEX payments_refund_to_check ON payments_refund (check_at)"
                " WHERE check_at IS NOT NULL",
                "CREATE INDEX payments_refund_of_attempt ON payments_refund (attempt_id)",
            ]
        ),
    ]
