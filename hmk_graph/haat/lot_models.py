"""Tables of auctions: lots, the lines of their public log, bidders and bids.

The database itself keeps a line of the log from being changed: see the migration's constraints.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.models import Haat, HaatSession
from hmk_graph.haat.sale_models import Listing

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class LotState(StrEnum):
    """A lot as stored; whether it is running is derived from the clock (`rules.phase_at`)."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    REJECTED = "REJECTED"
    SCHEDULED = "SCHEDULED"
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"
    VOIDED = "VOIDED"


class Lot(Model):
    """An auction of one animal. Stored price and leader are the fold of its log, kept beside it.

    `leader_max_paisa` and `reserve_paisa` are secrets until the close: no query but the owner's own
    may read them. So is `deposit_held_paisa`, a share of the former. The deposit's rule is the one
    that the haat had when the lot was scheduled.
    """

    id = fields.BigIntField(primary_key=True)
    listing_id: int
    listing: fields.OneToOneRelation["Listing"] = fields.OneToOneField(
        "haat.Listing", related_name="lot", on_delete=RESTRICT
    )
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="lots", on_delete=RESTRICT
    )
    seller_id: int
    seller: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    haat_id: int
    haat: fields.ForeignKeyRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="lots", on_delete=RESTRICT
    )
    session_id: int | None
    session: fields.ForeignKeyNullableRelation["HaatSession"] = fields.ForeignKeyField(
        "haat.HaatSession", related_name="lots", null=True, on_delete=RESTRICT
    )
    state = fields.CharEnumField(LotState, max_length=9, default=LotState.DRAFT)
    version = fields.IntField(default=1)
    start_paisa = fields.BigIntField()
    reserve_paisa = fields.BigIntField(null=True)
    reserve_nonce = fields.CharField(max_length=64, null=True)
    step_table: Any = fields.JSONField()
    soft_close_s = fields.IntField()
    wished_at = fields.DatetimeField(null=True)
    starts_at = fields.DatetimeField(null=True)
    planned_ends_at = fields.DatetimeField(null=True)
    ends_at = fields.DatetimeField(null=True)
    hard_ends_at = fields.DatetimeField(null=True)
    price_paisa = fields.BigIntField(null=True)
    leader_id: int | None
    leader: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    leader_alias = fields.IntField(null=True)
    leader_max_paisa = fields.BigIntField(null=True)
    deposit_basis_points = fields.IntField(default=0, db_default=0)
    deposit_floor_paisa = fields.BigIntField(default=0, db_default=0)
    deposit_ceiling_paisa = fields.BigIntField(null=True)
    deposit_hold_id = fields.BigIntField(null=True)
    deposit_held_paisa = fields.BigIntField(default=0, db_default=0)
    bid_count = fields.IntField(default=0)
    bidder_count = fields.IntField(default=0)
    lines = fields.IntField(default=0)
    line_at = fields.DatetimeField(null=True)
    log_head = fields.CharField(max_length=64, default="")
    result = fields.CharField(max_length=6, null=True)
    winner_id: int | None
    winner: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    runner_up_id: int | None
    runner_up: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    runner_up_paisa = fields.BigIntField(null=True)
    closed_at = fields.DatetimeField(null=True)
    reason = fields.TextField(default="")
    void_asked_by_id: int | None
    void_asked_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )

    class Meta:
        table = "haat_lot"
        indexes = (("haat_id", "state", "ends_at"), ("state", "ends_at"))


class LotLine(Model):
    """One line of a lot's public log, chained by hash. Never changed, never deleted."""

    id = fields.BigIntField(primary_key=True)
    lot_id: int
    lot: fields.ForeignKeyRelation["Lot"] = fields.ForeignKeyField(
        "haat.Lot", related_name="log", on_delete=RESTRICT
    )
    line = fields.IntField()
    body: Any = fields.JSONField()
    hash = fields.CharField(max_length=64)

    class Meta:
        table = "haat_lot_line"
        unique_together = (("lot_id", "line"),)


class LotBidder(Model):
    """The alias under which a person bids on one lot; another lot, another alias."""

    id = fields.BigIntField(primary_key=True)
    lot_id: int
    lot: fields.ForeignKeyRelation["Lot"] = fields.ForeignKeyField(
        "haat.Lot", related_name="bidders", on_delete=RESTRICT
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    alias = fields.IntField()

    class Meta:
        table = "haat_lot_bidder"
        unique_together = (("lot_id", "account_id"), ("lot_id", "alias"))


class Bid(Model):
    """An accepted bid with its secrets: the maximum and the nonce of its commitment."""

    id = fields.BigIntField(primary_key=True)
    lot_id: int
    lot: fields.ForeignKeyRelation["Lot"] = fields.ForeignKeyField(
        "haat.Lot", related_name="bids", on_delete=RESTRICT
    )
    line = fields.IntField()
    bidder_id: int
    bidder: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    maximum_paisa = fields.BigIntField()
    nonce = fields.CharField(max_length=64)
    voided = fields.BooleanField(default=False)
    accepted_at = fields.DatetimeField()

    class Meta:
        table = "haat_bid"
        unique_together = (("lot_id", "line"),)
        indexes = (("bidder_id", "lot_id"),)


class BidAttempt(Model):
    """A refused bid. It is not in the log; officers may count these."""

    id = fields.BigIntField(primary_key=True)
    lot_id: int
    lot: fields.ForeignKeyRelation["Lot"] = fields.ForeignKeyField(
        "haat.Lot", related_name="attempts", on_delete=CASCADE
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    amount_text = fields.CharField(max_length=40)
    code = fields.CharField(max_length=30)
    at = fields.DatetimeField()

    class Meta:
        table = "haat_bid_attempt"
