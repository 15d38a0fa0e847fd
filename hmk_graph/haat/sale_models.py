"""Tables of what is for sale and what was agreed: listings, offers and deals.

States are those of rules.md 2.8; their transitions stand in `machines.py`. What the database
itself forbids (two live listings of one animal, two live deals) is written as constraints in the
migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.models import Haat

RESTRICT = fields.OnDelete.RESTRICT


class SaleKind(StrEnum):
    """The three ways to sell."""

    FIXED = "FIXED"
    BARGAIN = "BARGAIN"
    AUCTION = "AUCTION"


class ListingState(StrEnum):
    """LIVE and RESERVED are the states of which an animal has at most one."""

    LIVE = "LIVE"
    RESERVED = "RESERVED"
    SOLD = "SOLD"
    WITHDRAWN = "WITHDRAWN"
    ENDED = "ENDED"


class OfferState(StrEnum):
    """One offer in a bargaining chain."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    COUNTERED = "COUNTERED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


class DealState(StrEnum):
    """A sale that is to be paid for and handed over."""

    AWAITING_PAYMENT = "AWAITING_PAYMENT"
    PAID = "PAID"
    HANDED_OVER = "HANDED_OVER"
    COMPLETED = "COMPLETED"
    OFFERED = "OFFERED"
    DECLINED = "DECLINED"
    EXPIRED = "EXPIRED"
    DEFAULTED = "DEFAULTED"
    CANCELLED = "CANCELLED"
    DISPUTED = "DISPUTED"
    REFUNDED = "REFUNDED"


class Listing(Model):
    """An animal for sale, one way. An auction's listing has its lot.

    Sold by weight, it costs `per_kg_paisa` a kilogram, and `price_paisa` at `declared_grams`.
    """

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="listings", on_delete=RESTRICT
    )
    seller_id: int
    seller: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    haat_id: int
    haat: fields.ForeignKeyRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="listings", on_delete=RESTRICT
    )
    kind = fields.CharEnumField(SaleKind, max_length=7)
    state = fields.CharEnumField(ListingState, max_length=9, default=ListingState.LIVE)
    version = fields.IntField(default=1)
    title_bn = fields.CharField(max_length=160)
    title_en = fields.CharField(max_length=160)
    description = fields.TextField(default="")
    price_paisa = fields.BigIntField(null=True)
    per_kg_paisa = fields.BigIntField(null=True)
    declared_grams = fields.BigIntField(null=True)
    listed_at = fields.DatetimeField()

    class Meta:
        table = "haat_listing"
        indexes = (("haat_id", "state", "id"), ("seller_id", "id"))


class Offer(Model):
    """An offer or counter-offer. Only the side that did not make it may accept it."""

    id = fields.BigIntField(primary_key=True)
    listing_id: int
    listing: fields.ForeignKeyRelation["Listing"] = fields.ForeignKeyField(
        "haat.Listing", related_name="offers", on_delete=RESTRICT
    )
    buyer_id: int
    buyer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    by_seller = fields.BooleanField()
    amount_paisa = fields.BigIntField()
    state = fields.CharEnumField(OfferState, max_length=9, default=OfferState.PENDING)
    depth = fields.IntField()
    answers_id: int | None
    answers: fields.ForeignKeyNullableRelation["Offer"] = fields.ForeignKeyField(
        "haat.Offer", related_name="answered_by", null=True, on_delete=RESTRICT
    )
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "haat_offer"
        indexes = (("listing_id", "state"), ("buyer_id", "id"))


class Deal(Model):
    """A sale in the making: who buys which animal for how much, and what is the next step.

    `deposit_paisa` of what is due comes out of the winner's deposit, which `deposit_hold_id` holds
    until the rest is paid or he defaults. Of an animal that is sold by weight `amount_paisa` is the
    most that it may come to, until the scale has spoken at the handover; `agreed_grams` is a weight
    outside the tolerance to which the buyer has agreed.
    """

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="deals", on_delete=RESTRICT
    )
    listing_id: int
    listing: fields.ForeignKeyRelation["Listing"] = fields.ForeignKeyField(
        "haat.Listing", related_name="deals", on_delete=RESTRICT
    )
    lot_id: int | None
    lot: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "haat.Lot", related_name="deals", null=True, on_delete=RESTRICT
    )
    round = fields.IntField(default=1)
    seller_id: int
    seller: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    buyer_id: int
    buyer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    amount_paisa = fields.BigIntField()
    state = fields.CharEnumField(DealState, max_length=16, default=DealState.AWAITING_PAYMENT)
    version = fields.IntField(default=1)
    hasil_paisa = fields.BigIntField(default=0, db_default=0)
    deposit_hold_id = fields.BigIntField(null=True)
    deposit_paisa = fields.BigIntField(default=0, db_default=0)
    pay_by = fields.DatetimeField(null=True)
    made_at = fields.DatetimeField()
    paid_at = fields.DatetimeField(null=True)
    handover_code = fields.CharField(max_length=6, null=True)
    code_tries = fields.IntField(default=0, db_default=0)
    handed_over_at = fields.DatetimeField(null=True)
    weighed_grams = fields.BigIntField(null=True)
    per_kg_paisa = fields.BigIntField(null=True)
    declared_grams = fields.BigIntField(null=True)
    agreed_grams = fields.BigIntField(null=True)
    complete_by = fields.DatetimeField(null=True)

    class Meta:
        table = "haat_deal"
        unique_together = (("lot_id", "round"),)
        indexes = (("buyer_id", "id"), ("seller_id", "id"))
