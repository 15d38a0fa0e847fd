from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.payments.models import Phase


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="LedgerAccount",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("name", fields.CharField(unique=True, max_length=60)),
                ("guarded", fields.BooleanField()),
                ("balance_paisa", fields.BigIntField(default=0)),
                ("held_paisa", fields.BigIntField(default=0)),
            ],
            options={
                "table": "payments_account",
                "app": "payments",
                "pk_attr": "id",
                "table_description": "Where money stands. A guarded account is never overdrawn, and keeps its balance in its row.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("kind", fields.CharField(max_length=40)),
                ("ref", fields.CharField(max_length=80)),
                (
                    "phase",
                    fields.CharEnumField(
                        description="POSTED: POSTED\nPENDING: PENDING\nPOST: POST\nVOID: VOID\nEXPIRE: EXPIRE",
                        enum_type=Phase,
                        max_length=7,
                    ),
                ),
                (
                    "debit",
                    fields.ForeignKeyField(
                        "payments.LedgerAccount",
                        source_field="debit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="debits",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "credit",
                    fields.ForeignKeyField(
                        "payments.LedgerAccount",
                        source_field="credit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="credits",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                (
                    "pending",
                    fields.ForeignKeyField(
                        "payments.Transfer",
                        source_field="pending_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="resolutions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "reverses",
                    fields.ForeignKeyField(
                        "payments.Transfer",
                        source_field="reverses_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="reversals",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "payments_transfer",
                "app": "payments",
                "unique_together": (("kind", "ref"),),
                "indexes": [Index(fields=["debit_id", "id"]), Index(fields=["credit_id", "id"])],
                "pk_attr": "id",
                "table_description": "An amount that goes from one account (`debit`) to another (`credit`), for one reason.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Seal",
            fields=[
                (
                    "number",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "transfer",
                    fields.OneToOneField(
                        "payments.Transfer",
                        source_field="transfer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="seal",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("day", fields.DateField(db_index=True)),
                ("hash", fields.CharField(max_length=64)),
            ],
            options={
                "table": "payments_seal",
                "app": "payments",
                "pk_attr": "number",
                "table_description": "The place of a transfer in the chain: `hash` covers it and all that were sealed before.",
            },
            bases=["Model"],
        ),
    ]
