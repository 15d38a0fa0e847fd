"""Tables of haats, animals, listings, lots, bids and deals.

States are those of rules.md 2.8; the tables of their transitions stand in `rules.py`. What the
database itself forbids (two live listings of one animal, two live deals, a changed log line) is
written as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class SessionState(StrEnum):
    """A haat day."""

    PLANNED = "PLANNED"
    OPEN = "OPEN"
    CLOSING = "CLOSING"
    CLOSED = "CLOSED"
    REPORTED = "REPORTED"


class AnimalState(StrEnum):
    """An animal on the platform."""

    REGISTERED = "REGISTERED"
    CHECK_PENDING = "CHECK_PENDING"
    CLEARED = "CLEARED"
    FAILED = "FAILED"
    LISTED = "LISTED"
    RESERVED = "RESERVED"
    SOLD = "SOLD"
    HANDED_OVER = "HANDED_OVER"
    WITHDRAWN = "WITHDRAWN"
    DEAD = "DEAD"


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


class FlagKind(StrEnum):
    """Why an officer should look at an animal."""

    SAME_TAG = "SAME_TAG"
    LIKELY_COPY = "LIKELY_COPY"
    RESOLD_IN_SEASON = "RESOLD_IN_SEASON"
    SAME_PHOTO = "SAME_PHOTO"


class Haat(Model):
    """A market of animals. Its name, place and officers hang on its place."""

    id = fields.BigIntField(primary_key=True)
    place_id: int
    place: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    step_table: Any = fields.JSONField()
    soft_close_s = fields.IntField(default=120)
    longest_extension_s = fields.IntField(default=3_600)
    resale_lock_days = fields.IntField(default=30)

    class Meta:
        table = "haat_haat"


class HaatSession(Model):
    """One day of a haat."""

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="sessions", on_delete=RESTRICT
    )
    state = fields.CharEnumField(SessionState, max_length=8, default=SessionState.PLANNED)
    version = fields.IntField(default=1)
    title_bn = fields.CharField(max_length=160)
    title_en = fields.CharField(max_length=160)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    officer_id: int
    officer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )

    class Meta:
        table = "haat_session"
        indexes = (("haat_id", "starts_at"),)


class BidderRegistration(Model):
    """A person's acceptance of a haat's rules; only the registered may bid there."""

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="bidders", on_delete=RESTRICT
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    registered_at = fields.DatetimeField()

    class Meta:
        table = "haat_bidder_registration"
        unique_together = (("haat_id", "account_id"),)


class BiddingBan(Model):
    """A person who may not bid until a day; set by two officers with a reason.

    It bars in every haat while `in_force_from` is set and `until` has not come; `haat` is the one
    whose officers asked for it. Lifting a ban moves `until` to the moment of lifting.
    """

    id = fields.BigIntField(primary_key=True)
    haat_id: int | None
    haat: fields.ForeignKeyNullableRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="bans", null=True, on_delete=RESTRICT
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    until = fields.DatetimeField()
    reason = fields.TextField()
    officer_id: int
    officer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    second_officer_id: int | None
    second_officer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()
    in_force_from = fields.DatetimeField(null=True)
    lifted_by_id: int | None
    lifted_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    lift_reason = fields.TextField(default="")

    class Meta:
        table = "haat_bidding_ban"
        indexes = (("account_id", "until"),)


class Animal(Model):
    """One animal, its owner and where both come from. Slugs are those of data/animals.json."""

    id = fields.BigIntField(primary_key=True)
    seller_id: int
    seller: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    origin_id: int
    origin: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    village = fields.CharField(max_length=120, default="")
    owned_since = fields.DateField(null=True)
    name = fields.CharField(max_length=80, default="")
    species = fields.CharField(max_length=20)
    sex = fields.CharField(max_length=20)
    breed = fields.CharField(max_length=40)
    coat_color = fields.CharField(max_length=60, default="")
    birth_date = fields.DateField(null=True)
    teeth = fields.IntField(null=True)
    state = fields.CharEnumField(AnimalState, max_length=13, default=AnimalState.REGISTERED)
    version = fields.IntField(default=1)
    cleared_until = fields.DatetimeField(null=True)
    defects: Any = fields.JSONField(null=True)
    sold_at = fields.DatetimeField(null=True)
    chain_of_id: int | None
    chain_of: fields.ForeignKeyNullableRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="later", null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()

    class Meta:
        table = "haat_animal"
        indexes = (("seller_id", "state"),)


class CoOwner(Model):
    """A person who owns a part of an animal, and so may not bid for it."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="co_owners", on_delete=CASCADE
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )

    class Meta:
        table = "haat_co_owner"
        unique_together = (("animal_id", "account_id"),)


class AnimalIdentifier(Model):
    """A tag: scheme in reverse-domain form (std.iso.11785, bd.binli, hmk, farm.tag) and value.

    `living` is false once the animal was handed over, withdrawn or died; among living animals a tag
    is unique.
    """

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="identifiers", on_delete=CASCADE
    )
    scheme = fields.CharField(max_length=40)
    value = fields.CharField(max_length=60)
    living = fields.BooleanField(default=True)

    class Meta:
        table = "haat_animal_identifier"
        indexes = (("scheme", "value"),)


class AnimalWeight(Model):
    """A weighing: grams, how, when, and by whom."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="weights", on_delete=CASCADE
    )
    grams = fields.BigIntField()
    method = fields.CharField(max_length=20)
    device = fields.CharField(max_length=80, default="")
    hours_off_feed = fields.IntField(null=True)
    measured_at = fields.DatetimeField()
    recorded_by_id: int
    recorded_by: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )

    class Meta:
        table = "haat_animal_weight"
        indexes = (("animal_id", "measured_at"),)


class VetClearance(Model):
    """What a veterinarian found, and until when it holds."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="clearances", on_delete=CASCADE
    )
    passed = fields.BooleanField()
    vet_name = fields.CharField(max_length=120)
    registration_no = fields.CharField(max_length=40)
    findings = fields.TextField(default="")
    defects: Any = fields.JSONField(default=list)
    officer_id: int
    officer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    issued_at = fields.DatetimeField()
    valid_until = fields.DatetimeField(null=True)

    class Meta:
        table = "haat_vet_clearance"


class AnimalEvent(Model):
    """What happened to an animal, by ICAR ADE's names. Never changed, never deleted."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="events", on_delete=RESTRICT
    )
    kind = fields.CharField(max_length=40)
    payload: Any = fields.JSONField()
    actor_id = fields.BigIntField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "haat_animal_event"
        indexes = (("animal_id", "id"),)


class OfficerFlag(Model):
    """Something about an animal that an officer should look at."""

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(FlagKind, max_length=16)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="flags", on_delete=CASCADE
    )
    other_id: int | None
    other: fields.ForeignKeyNullableRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name=False, null=True, on_delete=CASCADE
    )
    raised_at = fields.DatetimeField()
    resolved_at = fields.DatetimeField(null=True)
    resolved_by_id: int | None
    resolved_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    note = fields.TextField(default="")

    class Meta:
        table = "haat_officer_flag"


class Listing(Model):
    """An animal for sale, one way. An auction's listing has its lot."""

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


class Lot(Model):
    """An auction of one animal. Stored price and leader are the fold of its log, kept beside it.

    `leader_max_paisa` and `reserve_paisa` are secrets until the close: no query but the owner's own
    may read them.
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


class Deal(Model):
    """A sale in the making: who buys which animal for how much, and what is the next step."""

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
    lot: fields.ForeignKeyNullableRelation["Lot"] = fields.ForeignKeyField(
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
    hasil_paisa = fields.BigIntField(default=0)
    pay_by = fields.DatetimeField(null=True)
    made_at = fields.DatetimeField()
    paid_at = fields.DatetimeField(null=True)
    handover_code = fields.CharField(max_length=6, null=True)
    code_tries = fields.IntField(default=0)
    handed_over_at = fields.DatetimeField(null=True)
    weighed_grams = fields.BigIntField(null=True)
    complete_by = fields.DatetimeField(null=True)

    class Meta:
        table = "haat_deal"
        unique_together = (("lot_id", "round"),)
        indexes = (("buyer_id", "id"), ("seller_id", "id"))
