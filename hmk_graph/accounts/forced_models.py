"""The table of what one officer wants forced, and whether a second one said the same."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model


class ForcedActKind(StrEnum):
    """What officers force: it moves money or ends somebody's business, so it takes two (C10)."""

    END_SHOP = "END_SHOP"
    DECIDE_DEAL = "DECIDE_DEAL"
    CALL_OFF_POOL = "CALL_OFF_POOL"
    FAIL_PAYOUT = "FAIL_PAYOUT"
    CANCEL_PAYOUT = "CANCEL_PAYOUT"
    DECIDE_BOOKING = "DECIDE_BOOKING"
    CANCEL_BOOKING = "CANCEL_BOOKING"
    CANCEL_ORDER = "CANCEL_ORDER"
    DECIDE_DEDUCTION = "DECIDE_DEDUCTION"


class ForcedAnswer(StrEnum):
    """What became of a first word. None was said of one that waits."""

    AGREED = "AGREED"
    DECLINED = "DECLINED"
    REPLACED = "REPLACED"
    """Another officer said the opposite, which waits now."""
    LAPSED = "LAPSED"
    """The thing went on in another way, or the first officer was none any more."""


class ForcedAct(Model):
    """One officer's word about a thing, until it is answered.

    `place` None: it is for administrators alone. `concerns` holds the people whose own thing it is;
    they neither see it nor answer it.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(ForcedActKind, max_length=16)
    subject_id = fields.BigIntField()
    choice = fields.CharField(max_length=16, default="")
    reason = fields.TextField()
    place_id: int | None
    place: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    concerns = ArrayField("bigint", default=list)
    asked_by_id: int
    asked_by: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=fields.OnDelete.RESTRICT
    )
    asked_at = fields.DatetimeField()
    answer = fields.CharEnumField(ForcedAnswer, max_length=8, null=True)
    answer_reason = fields.TextField(default="")
    answered_by_id: int | None
    answered_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    answered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "accounts_forced_act"
