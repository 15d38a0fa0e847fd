"""What happens to animals, listings, offers and haat days, told to those whom it concerns."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class HaatEvent(Event):
    """Something at one haat that everybody may see."""

    haat_id: int

    @property
    def stream(self) -> str:
        """Return the haat's stream."""
        return f"haat.haat.{self.haat_id}"


@dataclass(frozen=True, kw_only=True)
class ListingListed(HaatEvent):
    """An animal came up for sale. An auction's is told when its lot is scheduled, not here."""

    kind: ClassVar[str] = "haat.listing_listed"
    listing_id: int
    animal_id: int
    sale: str
    price: int
    title_bn: str
    title_en: str
    species: str


@dataclass(frozen=True, kw_only=True)
class ListingRepriced(HaatEvent):
    """The seller asks another price."""

    kind: ClassVar[str] = "haat.listing_repriced"
    listing_id: int
    price: int


@dataclass(frozen=True, kw_only=True)
class ListingEnded(HaatEvent):
    """An animal is no longer for sale: RESERVED by a buyer, WITHDRAWN, or ENDED."""

    kind: ClassVar[str] = "haat.listing_ended"
    listing_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class SessionMoved(HaatEvent):
    """A day of the haat was planned, opened, is closing, closed, or was reported on."""

    kind: ClassVar[str] = "haat.session_moved"
    haat_session_id: int
    state: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class HasilRuleSet(HaatEvent):
    """An officer set what hasil is taken from a moment on; `species` None: of every kind."""

    kind: ClassVar[str] = "haat.hasil_rule_set"
    species: str | None
    valid_from: datetime


@dataclass(frozen=True, kw_only=True)
class PersonalEvent(Event):
    """Something that concerns one person; nobody else hears it."""

    account_id: int

    @property
    def stream(self) -> str:
        """Return the person's own stream."""
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class AnimalChecked(PersonalEvent):
    """A vet looked at your animal: CLEARED until a time, or FAILED."""

    kind: ClassVar[str] = "haat.animal_checked"
    animal_id: int
    state: str
    cleared_until: datetime | None


@dataclass(frozen=True, kw_only=True)
class OwnListingEnded(PersonalEvent):
    """Your listing ended without your doing, because its clearance ran out or the animal died."""

    kind: ClassVar[str] = "haat.own_listing_ended"
    listing_id: int
    why: str


@dataclass(frozen=True, kw_only=True)
class OfferReceived(PersonalEvent):
    """Somebody made you an offer or a counter-offer."""

    kind: ClassVar[str] = "haat.offer_received"
    offer_id: int
    listing_id: int
    amount: int
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class OfferAnswered(PersonalEvent):
    """An offer of yours or to you was ACCEPTED, REJECTED, COUNTERED, WITHDRAWN, or it EXPIRED."""

    kind: ClassVar[str] = "haat.offer_answered"
    offer_id: int
    listing_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class DealMade(PersonalEvent):
    """You have bought or sold an animal; the buyer is to pay by `pay_by`."""

    kind: ClassVar[str] = "haat.deal_made"
    deal_id: int
    listing_id: int
    animal_id: int
    amount: int
    buying: bool
    pay_by: datetime


@dataclass(frozen=True, kw_only=True)
class DealPaid(PersonalEvent):
    """All that was due for your deal is paid; the animal is to be handed over."""

    kind: ClassVar[str] = "haat.deal_paid"
    deal_id: int
    animal_id: int
    amount: int
    hasil: int
    buying: bool


@dataclass(frozen=True, kw_only=True)
class DealWeightAsked(PersonalEvent):
    """The scale shows another weight than the animal was offered at, in whole kilograms."""

    kind: ClassVar[str] = "haat.deal_weight_asked"
    deal_id: int
    animal_id: int
    buying: bool
    declared_kg: int
    weighed_kg: int


@dataclass(frozen=True, kw_only=True)
class DealWeightAgreed(PersonalEvent):
    """The buyer of a deal takes the animal at the weight that the scale shows."""

    kind: ClassVar[str] = "haat.deal_weight_agreed"
    deal_id: int
    animal_id: int
    buying: bool


@dataclass(frozen=True, kw_only=True)
class DealHandedOver(PersonalEvent):
    """The animal is with its buyer, who may object until a time."""

    kind: ClassVar[str] = "haat.deal_handed_over"
    deal_id: int
    animal_id: int
    buying: bool
    complete_by: datetime


@dataclass(frozen=True, kw_only=True)
class DealCompleted(PersonalEvent):
    """A deal of yours is complete; its money is the seller's."""

    kind: ClassVar[str] = "haat.deal_completed"
    deal_id: int
    animal_id: int
    buying: bool


@dataclass(frozen=True, kw_only=True)
class DealDisputed(PersonalEvent):
    """Somebody objects to a deal of yours; an officer decides."""

    kind: ClassVar[str] = "haat.deal_disputed"
    deal_id: int
    animal_id: int
    buying: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class DealRefunded(PersonalEvent):
    """The buyer has his money back: an officer decided so, or he refused the weight."""

    kind: ClassVar[str] = "haat.deal_refunded"
    deal_id: int
    animal_id: int
    buying: bool
    by_weight: bool = False


@dataclass(frozen=True, kw_only=True)
class DealDefaulted(PersonalEvent):
    """Your deal was not paid in time, and is over."""

    kind: ClassVar[str] = "haat.deal_defaulted"
    deal_id: int
    animal_id: int
    buying: bool


@dataclass(frozen=True, kw_only=True)
class SecondChance(PersonalEvent):
    """An animal that you bid for is offered to you, at your own highest bid, until a time."""

    kind: ClassVar[str] = "haat.second_chance"
    deal_id: int
    animal_id: int
    amount: int
    until: datetime


@dataclass(frozen=True, kw_only=True)
class SecondChanceOver(PersonalEvent):
    """You did not answer the offer of a second chance in time."""

    kind: ClassVar[str] = "haat.second_chance_over"
    deal_id: int
    animal_id: int


@dataclass(frozen=True, kw_only=True)
class DealCanceled(PersonalEvent):
    """A deal of yours cannot be fulfilled, because the animal died."""

    kind: ClassVar[str] = "haat.deal_canceled"
    deal_id: int
    animal_id: int


@dataclass(frozen=True, kw_only=True)
class ShareMoved(PersonalEvent):
    """Your share of an animal is paid, is free again, or its money is on its way back."""

    kind: ClassVar[str] = "haat.share_moved"
    share_id: int
    pool_id: int
    number: int
    state: str


@dataclass(frozen=True, kw_only=True)
class PoolMoved(PersonalEvent):
    """A pool in which you have a share, or which you sell, has taken a step."""

    kind: ClassVar[str] = "haat.pool_moved"
    pool_id: int
    animal_id: int
    state: str
    selling: bool


@dataclass(frozen=True, kw_only=True)
class PoolChanged(Event):
    """A pool's shares were taken, paid or came free, or it took a step; for all who look at it."""

    kind: ClassVar[str] = "haat.pool_changed"
    pool_id: int
    state: str
    left: int
    due_at: datetime | None
    reason: str

    @property
    def stream(self) -> str:
        """Return the pool's own stream."""
        return f"haat.pool.{self.pool_id}"


@dataclass(frozen=True, kw_only=True)
class ListingSold(PersonalEvent):
    """Your animal found a buyer at its asking price or by bargain."""

    kind: ClassVar[str] = "haat.listing_sold"
    listing_id: int
    deal_id: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class BidderRevealed(PersonalEvent):
    """An officer looked who bids under a number on a lot; told to him whom he saw."""

    kind: ClassVar[str] = "haat.bidder_revealed"
    audited: ClassVar[bool] = True
    lot_id: int
    bidder: int
    reason: str
    officer_id: int


@dataclass(frozen=True, kw_only=True)
class BidderBanned(PersonalEvent):
    """Two officers, or the house, barred a person; a reaction takes his bids out of lots."""

    kind: ClassVar[str] = "haat.bidder_banned"
    audited: ClassVar[bool] = True
    ban_id: int
    until: datetime
    reason: str
    officer_id: int | None = None
    second_officer_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class BanLifted(PersonalEvent):
    """A person may bid again before the ban's day came."""

    kind: ClassVar[str] = "haat.ban_lifted"
    audited: ClassVar[bool] = True
    ban_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class DepositRuleSet(HaatEvent):
    """The haat asks bidders for another deposit, on lots that are scheduled from then on."""

    kind: ClassVar[str] = "haat.deposit_rule_set"
    from_lots_after: datetime


@dataclass(frozen=True, kw_only=True)
class DepositMoved(PersonalEvent):
    """A deposit stands, is returned, or has lapsed because it was never paid whole."""

    kind: ClassVar[str] = "haat.deposit_moved"
    deposit_id: int
    haat_id: int
    amount: int
    state: str


@dataclass(frozen=True, kw_only=True)
class DepositForfeited(PersonalEvent):
    """A buyer did not pay, and his deposit is lost to him."""

    kind: ClassVar[str] = "haat.deposit_forfeited"
    deal_id: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class OverchargeMoved(PersonalEvent):
    """A report of yours that a haat took `over` paisa too much: REPORTED, UPHELD and so on."""

    kind: ClassVar[str] = "haat.overcharge_moved"
    overcharge_id: int
    haat_id: int
    over: int
    state: str
