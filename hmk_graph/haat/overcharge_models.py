"""The table of reports that a haat took more than its rule."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class Charged(StrEnum):
    """Of whom it was taken. A seller owes nothing, so whatever was taken of him is too much."""

    BUYER = "BUYER"
    SELLER = "SELLER"


class OverchargeState(StrEnum):
    """How it stands with a report."""

    REPORTED = "REPORTED"
    UPHELD = "UPHELD"
    DISMISSED = "DISMISSED"
    WITHDRAWN = "WITHDRAWN"


class Overcharge(Model):
    """A person says that more was taken of him at a haat than the rule allows.

    `due_paisa` is what the rule that held when the animal was bought comes to at `price_paisa`, and
    is kept as it was then. `deal` is named when the animal was bought here.
    """

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "haat.Haat", related_name=False, on_delete=RESTRICT
    )
    deal_id: int | None
    deal: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "haat.Deal", related_name=False, null=True, on_delete=RESTRICT
    )
    reporter_id: int
    reporter: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    charged = fields.CharEnumField(Charged, max_length=6)
    species = fields.CharField(max_length=20)
    price_paisa = fields.BigIntField()
    due_paisa = fields.BigIntField()
    taken_paisa = fields.BigIntField()
    words = fields.CharField(max_length=1_000)
    state = fields.CharEnumField(OverchargeState, max_length=9, default=OverchargeState.REPORTED)
    reported_at = fields.DatetimeField()
    decided_at = fields.DatetimeField(null=True)
    decided_by_id: int | None
    decided_by: Any = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    finding = fields.CharField(max_length=1_000, default="")
    version = fields.IntField(default=1)

    class Meta:
        table = "haat_overcharge"
        indexes = (("haat_id", "state", "id"), ("reporter_id", "id"))
