"""The table of who follows which lot."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.models import Model

CASCADE = OnDelete.CASCADE


class LotFollow(Model):
    """Who follows which lot; `told_starts_at` is the start for which he was told that it nears."""

    id = fields.BigIntField(primary_key=True)
    lot_id: int
    lot: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "haat.Lot", related_name="follows", on_delete=CASCADE
    )
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    followed_at = fields.DatetimeField()
    told_starts_at = fields.DatetimeField(null=True)

    class Meta:
        table = "haat_lot_follow"
        unique_together = (("lot_id", "account_id"),)
