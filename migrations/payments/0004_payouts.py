from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.payments.payout_models import PayoutAccountState, PayoutMethod, PayoutState


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_constraints"), ("payments", "0003_paying")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Commission",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("kind", fields.CharField(max_length=10)),
                ("basis_points", fields.IntField()),
                ("since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
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
                "table": "payments_commission",
                "app": "payments",
                "indexes": [Index(fields=["kind", "since"])],
                "pk_attr": "id",
                "table_description": "What the platform keeps of earnings of a kind (`seller`, `shop`), from a moment on.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PayoutAccount",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("earner", fields.CharField(max_length=60)),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="owner_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "method",
                    fields.CharEnumField(
                        description="BKASH: BKASH\nNAGAD: NAGAD\nBANK: BANK",
                        enum_type=PayoutMethod,
                        max_length=5,
                    ),
                ),
                ("number", fields.CharField(max_length=34)),
                ("bank", fields.CharField(default="", max_length=120)),
                ("holder", fields.CharField(max_length=120)),
                (
                    "state",
                    fields.CharEnumField(
                        default=PayoutAccountState.PENDING,
                        description="PENDING: PENDING\nACTIVE: ACTIVE\nRESTRICTED: RESTRICTED\nREJECTED: REJECTED\nREPLACED: REPLACED",
                        enum_type=PayoutAccountState,
                        max_length=10,
                    ),
                ),
                ("reason", fields.CharField(default="", max_length=300)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "reviewed_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="reviewed_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "payments_payout_account",
                "app": "payments",
                "indexes": [Index(fields=["owner_id", "id"]), Index(fields=["earner", "state"])],
                "pk_attr": "id",
                "table_description": "Where the earnings on one account of the ledger (`earner`) are sent to.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Payout",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("earner", fields.CharField(max_length=60)),
                (
                    "account",
                    fields.ForeignKeyField(
                        "payments.PayoutAccount",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="payouts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                ("fee_paisa", fields.BigIntField(default=0)),
                (
                    "state",
                    fields.CharEnumField(
                        default=PayoutState.PENDING,
                        description="PENDING: PENDING\nPROCESSING: PROCESSING\nPAID: PAID\nFAILED: FAILED\nCANCELED: CANCELED",
                        enum_type=PayoutState,
                        max_length=10,
                    ),
                ),
                ("hold_id", fields.BigIntField()),
                ("fee_hold_id", fields.BigIntField(null=True)),
                ("cut_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "sent_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="sent_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("sent_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reference", fields.CharField(null=True, max_length=80)),
                ("settled_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("failure", fields.CharField(default="", max_length=300)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "payments_payout",
                "app": "payments",
                "indexes": [Index(fields=["state", "id"]), Index(fields=["account_id", "id"])],
                "pk_attr": "id",
                "table_description": "Earnings that are sent in one piece. Its id is what the sender writes beside the sum.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                # What was asked for and what is sent to: one of each for an earner.
                "CREATE UNIQUE INDEX payments_payout_account_one_asked ON payments_payout_account"
                " (earner) WHERE state = 'PENDING'",
                "CREATE UNIQUE INDEX payments_payout_account_one_in_use ON payments_payout_account"
                " (earner) WHERE state IN ('ACTIVE', 'RESTRICTED')",
                "CREATE UNIQUE INDEX payments_payout_one_open ON payments_payout (earner)"
                " WHERE state IN ('PENDING', 'PROCESSING')",
                "CREATE UNIQUE INDEX payments_payout_reference ON payments_payout (reference)",
                "ALTER TABLE payments_payout ADD CONSTRAINT payments_payout_sums CHECK"
                " (amount_paisa > 0 AND fee_paisa >= 0"
                "  AND (fee_hold_id IS NULL) = (fee_paisa = 0))",
                "ALTER TABLE payments_payout ADD CONSTRAINT payments_payout_proved CHECK"
                " ((state = 'PAID') = (reference IS NOT NULL))",
                "ALTER TABLE payments_commission ADD CONSTRAINT payments_commission_part CHECK"
                " (basis_points BETWEEN 0 AND 1000)",
                "CREATE TRIGGER payments_commission_append_only BEFORE UPDATE OR DELETE"
                " ON payments_commission FOR EACH ROW EXECUTE FUNCTION payments_append_only()",
            ]
        ),
    ]
