"""The table of deposits: what people bring to a haat so that their bids are taken in earnest."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class DepositState(StrEnum):
    """How it stands with a deposit."""

    DUE = "DUE"
    STANDING = "STANDING"
    """Paid whole; bids are measured against it."""
    RETURNED = "RETURNED"
    """What was left of it is on its way back, by the way it came."""
    LAPSED = "LAPSED"
    """Never paid whole; what came of it is on its way back."""


class Deposit(Model):
    """What one person brings to one haat in one piece. Its money stands on `chart.deposit_at`."""

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "haat.Haat", related_name="deposits", on_delete=RESTRICT
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    amount_paisa = fields.BigIntField()
    state = fields.CharEnumField(DepositState, max_length=8, default=DepositState.DUE)
    asked_at = fields.DatetimeField()
    stands_from = fields.DatetimeField(null=True)

    class Meta:
        table = "haat_deposit"
        indexes = (("account_id", "id"), ("haat_id", "account_id"))
