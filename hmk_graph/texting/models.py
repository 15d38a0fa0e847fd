"""The table of messages that came in, what was done about each, and what was answered.

What the database itself forbids (a message that acts twice, an answer without words) is written as
constraints in the migration.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model


class MessageState(StrEnum):
    """How far a message is. ACTING and SENDING are leases that may run out."""

    RECEIVED = "RECEIVED"
    ACTING = "ACTING"
    ANSWERED = "ANSWERED"
    SENDING = "SENDING"
    SENT = "SENT"
    FAILED = "FAILED"
    IGNORED = "IGNORED"


class Message(Model):
    """A text that somebody sent us. `gateway_ref` is the gateway's own number of it.

    `reply` is what goes back; empty as long as nothing was done, and of what is ignored.
    """

    id = fields.BigIntField(primary_key=True)
    gateway_ref = fields.CharField(max_length=100, unique=True)
    phone = fields.CharField(max_length=14)
    account_id: int | None
    account: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    text = fields.CharField(max_length=500)
    state = fields.CharEnumField(MessageState, max_length=8, default=MessageState.RECEIVED)
    attempts = fields.IntField(default=0)
    due_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    reply = fields.CharField(max_length=400, default="")
    why = fields.CharField(max_length=20, default="")

    class Meta:
        table = "texting_message"
        indexes = (("phone", "received_at"),)
