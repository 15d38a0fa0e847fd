"""Tables of paying out: where earnings are sent to, each sending, and what is kept of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.models import Model

RESTRICT = OnDelete.RESTRICT


class PayoutMethod(StrEnum):
    """By which way earnings are sent."""

    BKASH = "BKASH"
    NAGAD = "NAGAD"
    BANK = "BANK"


class PayoutAccountState(StrEnum):
    """How it stands with a place that earnings are sent to."""

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    RESTRICTED = "RESTRICTED"
    """Nothing is sent there for now."""
    REJECTED = "REJECTED"
    REPLACED = "REPLACED"
    """Another one of the same earner took its place."""


class PayoutState(StrEnum):
    """How it stands with one sending."""

    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    """Somebody is sending it; it is asked after, and never sent a second time."""
    PAID = "PAID"
    FAILED = "FAILED"
    CANCELED = "CANCELED"


class PayoutAccount(Model):
    """Where the earnings on one account of the ledger (`earner`) are sent to.

    `owner` speaks for the earner. `number` is a mobile number in canonical form, or that of a bank
    account with its `bank`.
    """

    id = fields.BigIntField(primary_key=True)
    earner = fields.CharField(max_length=60)
    owner_id: int
    owner: Any = fields.ForeignKeyField("accounts.Account", related_name=False, on_delete=RESTRICT)
    method = fields.CharEnumField(PayoutMethod, max_length=5)
    number = fields.CharField(max_length=34)
    bank = fields.CharField(max_length=120, default="")
    holder = fields.CharField(max_length=120)
    state = fields.CharEnumField(
        PayoutAccountState, max_length=10, default=PayoutAccountState.PENDING
    )
    reason = fields.CharField(max_length=300, default="")
    asked_at = fields.DatetimeField()
    reviewed_by_id: int | None
    reviewed_by: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    version = fields.IntField(default=1)

    class Meta:
        table = "payments_payout_account"
        indexes = (("owner_id", "id"), ("earner", "state"))


class Payout(Model):
    """Earnings that are sent in one piece. Its id is what the sender writes beside the sum.

    `amount_paisa` is what is sent; `fee_paisa` what the platform keeps beside it.
    """

    id = fields.BigIntField(primary_key=True)
    earner = fields.CharField(max_length=60)
    account_id: int
    account: fields.ForeignKeyRelation[PayoutAccount] = fields.ForeignKeyField(
        "payments.PayoutAccount", related_name="payouts", on_delete=RESTRICT
    )
    amount_paisa = fields.BigIntField()
    fee_paisa = fields.BigIntField(default=0)
    state = fields.CharEnumField(PayoutState, max_length=10, default=PayoutState.PENDING)
    hold_id = fields.BigIntField()
    fee_hold_id = fields.BigIntField(null=True)
    cut_at = fields.DatetimeField()
    sent_by_id: int | None
    sent_by: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    sent_at = fields.DatetimeField(null=True)
    reference = fields.CharField(max_length=80, null=True)
    settled_at = fields.DatetimeField(null=True)
    failure = fields.CharField(max_length=300, default="")
    version = fields.IntField(default=1)

    class Meta:
        table = "payments_payout"
        indexes = (("state", "id"), ("account_id", "id"))


class Commission(Model):
    """What the platform keeps of earnings of a kind (`seller`, `shop`), from a moment on.

    Rows are added and never changed; without one nothing is kept.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(max_length=10)
    basis_points = fields.IntField()
    since = fields.DatetimeField()
    set_by_id: int
    set_by: Any = fields.ForeignKeyField("accounts.Account", related_name=False, on_delete=RESTRICT)

    class Meta:
        table = "payments_commission"
        indexes = (("kind", "since"),)
