"""The table of hasil: what the buyer of an animal pays to the haat, and since when."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model


class HasilKind(StrEnum):
    """How a hasil is reckoned."""

    PERCENT = "PERCENT"
    FLAT = "FLAT"


class HasilRule(Model):
    """What a haat takes for each animal sold, from a moment on; a rule that has held never changes.

    `species` None: every kind that has no rule of its own. `value` is in basis points of the price
    (PERCENT) or in paisa a head (FLAT). `legal_ref` names the paper that allows it. At any moment
    one rule at most holds for a haat and a kind; the database refuses a second.
    """

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "haat.Haat", related_name="hasil_rules", on_delete=fields.OnDelete.RESTRICT
    )
    species = fields.CharField(max_length=20, null=True)
    kind = fields.CharEnumField(HasilKind, max_length=7)
    value = fields.BigIntField()
    cap_paisa = fields.BigIntField(null=True)
    valid_from = fields.DatetimeField()
    valid_to = fields.DatetimeField(null=True)
    legal_ref = fields.CharField(max_length=300)
    set_by_id: int
    set_by: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=fields.OnDelete.RESTRICT
    )

    class Meta:
        table = "haat_hasil_rule"
