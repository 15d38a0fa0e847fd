"""Tables of paying: what is due, each try at a gateway, what gateways told, what goes back."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.models import Model

RESTRICT = OnDelete.RESTRICT


class IntentState(StrEnum):
    """How it stands with a sum that is due."""

    OPEN = "OPEN"
    COVERED = "COVERED"
    CLOSED = "CLOSED"
    """What it was for is finished; nothing is due any more."""
    EXPIRED = "EXPIRED"
    VOID = "VOID"


class AttemptState(StrEnum):
    """How one try at one gateway stands."""

    CREATED = "CREATED"
    REDIRECTED = "REDIRECTED"
    PENDING = "PENDING"
    CAPTURED = "CAPTURED"
    FAILED = "FAILED"
    ABANDONED = "ABANDONED"
    REVIEW = "REVIEW"
    """The gateway has the money, and an officer decides: another sum, another currency, a risk."""


class RefundState(StrEnum):
    """How money that goes back stands. A failed refund is followed by another row."""

    REQUESTED = "REQUESTED"
    APPROVED = "APPROVED"
    SENT = "SENT"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    REJECTED = "REJECTED"


class Intent(Model):
    """A sum that somebody has to pay for one thing; it may be paid in parts, by several ways.

    `purpose` says what kind of thing `subject_id` is, and to whom the money goes is an account of
    the ledger (`payee`).
    """

    id = fields.BigIntField(primary_key=True)
    purpose = fields.CharField(max_length=30)
    subject_id = fields.BigIntField()
    payer_id: int | None
    payer: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    payee = fields.CharField(max_length=60)
    due_paisa = fields.BigIntField()
    captured_paisa = fields.BigIntField(default=0)
    state = fields.CharEnumField(IntentState, max_length=8, default=IntentState.OPEN)
    expires_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "payments_intent"
        indexes = (("purpose", "subject_id"), ("payer_id", "id"))


class Attempt(Model):
    """One try at one gateway. `invoice` is the number under which the gateway knows it from us.

    `check_at` says when the reconciler looks after it, and is null when there is nothing to ask.
    """

    id = fields.BigIntField(primary_key=True)
    intent_id: int
    intent: fields.ForeignKeyRelation[Intent] = fields.ForeignKeyField(
        "payments.Intent", related_name="attempts", on_delete=RESTRICT
    )
    gateway = fields.CharField(max_length=20)
    invoice = fields.CharField(max_length=30, unique=True)
    amount_paisa = fields.BigIntField()
    state = fields.CharEnumField(AttemptState, max_length=10, default=AttemptState.CREATED)
    gateway_ref = fields.CharField(max_length=120, null=True)
    gateway_trx = fields.CharField(max_length=80, null=True)
    pay_url = fields.CharField(max_length=500, null=True)
    failure = fields.CharField(max_length=120, default="")
    transfer_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField()
    checks = fields.IntField(default=0)
    check_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)

    class Meta:
        table = "payments_attempt"


class Choice(StrEnum):
    """What becomes of money that was set aside."""

    TAKE = "TAKE"
    GIVE_BACK = "GIVE_BACK"


class SetAsideDecision(Model):
    """What one administrator wants done with a payment that was set aside, and who agreed."""

    id = fields.BigIntField(primary_key=True)
    attempt_id: int
    attempt: fields.OneToOneRelation[Attempt] = fields.OneToOneField(
        "payments.Attempt", related_name="decision", on_delete=RESTRICT
    )
    choice = fields.CharEnumField(Choice, max_length=9)
    reason = fields.CharField(max_length=300)
    asked_by_id: int
    asked_by: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    asked_at = fields.DatetimeField()
    agreed_by_id: int | None
    agreed_by: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    agreed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "payments_decision"


class Callback(Model):
    """What a gateway sent, word for word. `event_key` makes a repeated one the same."""

    id = fields.BigIntField(primary_key=True)
    gateway = fields.CharField(max_length=20)
    event_key = fields.CharField(max_length=120)
    invoice = fields.CharField(max_length=30, null=True)
    body = fields.TextField()
    received_at = fields.DatetimeField()
    done_at = fields.DatetimeField(null=True)
    note = fields.CharField(max_length=120, default="")

    class Meta:
        table = "payments_callback"
        unique_together = (("gateway", "event_key"),)


class Refund(Model):
    """Money that goes back by the way it came, in one piece.

    `by_hand`: the way is closed, and a person has to send it by another.
    """

    id = fields.BigIntField(primary_key=True)
    attempt_id: int
    attempt: fields.ForeignKeyRelation[Attempt] = fields.ForeignKeyField(
        "payments.Attempt", related_name="refunds", on_delete=RESTRICT
    )
    amount_paisa = fields.BigIntField()
    source = fields.CharField(max_length=60)
    reason = fields.CharField(max_length=300)
    state = fields.CharEnumField(RefundState, max_length=9, default=RefundState.APPROVED)
    gateway_ref = fields.CharField(max_length=120, null=True)
    hold_id = fields.BigIntField(null=True)
    failure = fields.CharField(max_length=120, default="")
    by_hand = fields.BooleanField(default=False, db_default=False)
    asked_by_id: int | None
    asked_by: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()
    checks = fields.IntField(default=0)
    check_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)

    class Meta:
        table = "payments_refund"
