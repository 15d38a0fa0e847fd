"""Tables of the ledger: rows are added and never changed, and the database moves the balances."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.models import Model

RESTRICT = OnDelete.RESTRICT


class Phase(StrEnum):
    """What a transfer does. A pending one is resolved exactly once, by one of the last three."""

    POSTED = "POSTED"
    PENDING = "PENDING"
    POST = "POST"
    """Moves what a pending transfer promised, or less; the rest is free again."""
    VOID = "VOID"
    EXPIRE = "EXPIRE"


class LedgerAccount(Model):
    """Where money stands. A guarded account is never overdrawn, and keeps its balance in its row.

    An unguarded one (the world outside, the platform's own) is summed from its transfers: were its
    balance a row, all payments of the district would queue for it.
    """

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=60, unique=True)
    guarded = fields.BooleanField()
    balance_paisa = fields.BigIntField(default=0)
    held_paisa = fields.BigIntField(default=0)

    class Meta:
        table = "payments_account"


class Transfer(Model):
    """An amount that goes from one account (`debit`) to another (`credit`), for one reason.

    `kind` and `ref` together name the reason, and no reason counts twice.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(max_length=40)
    ref = fields.CharField(max_length=80)
    phase = fields.CharEnumField(Phase, max_length=7)
    debit_id: int
    debit: fields.ForeignKeyRelation[LedgerAccount] = fields.ForeignKeyField(
        "payments.LedgerAccount", related_name="debits", on_delete=RESTRICT
    )
    credit_id: int
    credit: fields.ForeignKeyRelation[LedgerAccount] = fields.ForeignKeyField(
        "payments.LedgerAccount", related_name="credits", on_delete=RESTRICT
    )
    amount_paisa = fields.BigIntField()
    pending_id: int | None
    pending: Any = fields.ForeignKeyField(
        "payments.Transfer", related_name="resolutions", null=True, on_delete=RESTRICT
    )
    reverses_id: int | None
    reverses: Any = fields.ForeignKeyField(
        "payments.Transfer", related_name="reversals", null=True, on_delete=RESTRICT
    )
    at = fields.DatetimeField()

    class Meta:
        table = "payments_transfer"
        unique_together = (("kind", "ref"),)
        indexes = (("debit_id", "id"), ("credit_id", "id"))


class Seal(Model):
    """The place of a transfer in the chain: `hash` covers it and all that were sealed before."""

    number = fields.BigIntField(primary_key=True, generated=False)
    transfer: fields.OneToOneRelation[Transfer] = fields.OneToOneField(
        "payments.Transfer", related_name="seal", on_delete=RESTRICT
    )
    transfer_id: int
    day = fields.DateField(db_index=True)
    hash = fields.CharField(max_length=64)

    class Meta:
        table = "payments_seal"
