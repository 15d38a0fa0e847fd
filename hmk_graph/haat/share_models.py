"""Tables of animals that several people buy together: a pool, and who has which share of it.

What the database itself forbids (two people on one share, two live pools of one animal) is written
as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class OnShortfall(StrEnum):
    """What becomes of a pool that is not full at its end, as its seller said at the beginning."""

    CANCEL = "CANCEL"
    """Everybody has his money back."""
    SPLIT = "SPLIT"
    """Those who are in pay the rest among them within half a day; or it is canceled."""
    MERGE = "MERGE"
    """They move into another pool at the same price, where there is room; or it is canceled."""


class PoolState(StrEnum):
    """Where a pool stands."""

    OPEN = "OPEN"
    SPLITTING = "SPLITTING"
    FULL = "FULL"
    DIVIDED = "DIVIDED"
    """The meat was weighed, share by share; the money waits for objections."""
    SETTLED = "SETTLED"
    MERGED = "MERGED"
    CANCELED = "CANCELED"


class ShareState(StrEnum):
    """Where a share stands."""

    HELD = "HELD"
    """Kept for somebody who is paying."""
    PAID = "PAID"
    LAPSED = "LAPSED"
    RETURNED = "RETURNED"
    """Its money is on its way back."""


class SharePool(Model):
    """An animal in equal shares. `due_at` is when the clock looks next."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "haat.Animal", related_name="pools", on_delete=RESTRICT
    )
    haat_id: int
    haat: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "haat.Haat", related_name="pools", on_delete=RESTRICT
    )
    seller_id: int
    seller: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    species = fields.CharField(max_length=20)
    parts = fields.IntField()
    share_paisa = fields.BigIntField()
    on_shortfall = fields.CharEnumField(OnShortfall, max_length=6)
    state = fields.CharEnumField(PoolState, max_length=9, default=PoolState.OPEN)
    version = fields.IntField(default=1)
    opened_at = fields.DatetimeField()
    due_at = fields.DatetimeField(null=True)
    reason = fields.TextField(default="")

    class Meta:
        table = "haat_share_pool"
        indexes = (("haat_id", "state", "id"), ("seller_id", "id"))


class Share(Model):
    """One share of a pool, by its number from 1, and who has it.

    `rest_paisa` is his part of the shares that nobody took; `rest_paid_at` None: not paid.
    """

    id = fields.BigIntField(primary_key=True)
    pool_id: int
    pool: fields.ForeignKeyRelation[SharePool] = fields.ForeignKeyField(
        "haat.SharePool", related_name="shares", on_delete=RESTRICT
    )
    number = fields.IntField()
    holder_id: int
    holder: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ShareState, max_length=8, default=ShareState.HELD)
    held_until = fields.DatetimeField()
    rest_paisa = fields.BigIntField(default=0)
    rest_paid_at = fields.DatetimeField(null=True)
    meat_grams = fields.BigIntField(null=True)

    class Meta:
        table = "haat_share"
        indexes = (("holder_id", "id"), ("pool_id", "state"))
