"""What happens to lots, told to everybody who watches and to those whom it concerns."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class LotEvent(Event):
    """Something on one lot's stream, with all that a watcher needs to redraw.

    `line` and `hash` name the line of the public log that says the same. Amounts are paisa;
    `leader` is an alias on this lot, never a person.
    """

    lot_id: int
    haat_id: int
    line: int
    hash: str
    happened_at: datetime
    price: int | None
    leader: int | None
    minimum_next: int
    bid_count: int
    bidder_count: int
    reserve_met: bool | None
    starts_at: datetime
    ends_at: datetime
    hard_ends_at: datetime

    @property
    def stream(self) -> str:
        return f"haat.lot.{self.lot_id}"


@dataclass(frozen=True, kw_only=True)
class LotScheduled(LotEvent):
    """An officer fixed terms and times."""

    kind: ClassVar[str] = "haat.lot_scheduled"


@dataclass(frozen=True, kw_only=True)
class LotRescheduled(LotEvent):
    """The terms changed before the first bid."""

    kind: ClassVar[str] = "haat.lot_rescheduled"


@dataclass(frozen=True, kw_only=True)
class LotOpened(LotEvent):
    """The planned start came. Bids were good from that moment on, even before this was written."""

    kind: ClassVar[str] = "haat.lot_opened"


@dataclass(frozen=True, kw_only=True)
class BidPlaced(LotEvent):
    """A bid that everybody may see. A leader's silent raise is no event."""

    kind: ClassVar[str] = "haat.bid_placed"
    bidder: int
    extended: bool


@dataclass(frozen=True, kw_only=True)
class BidsVoided(LotEvent):
    """A barred bidder's bids were taken out; the one event after which the price may be lower."""

    kind: ClassVar[str] = "haat.bids_voided"
    audited: ClassVar[bool] = True
    bidder: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class LotClosed(LotEvent):
    """The end: SOLD to the leader at the price, or UNSOLD and why."""

    kind: ClassVar[str] = "haat.lot_closed"
    outcome: str
    why_unsold: str | None


@dataclass(frozen=True, kw_only=True)
class LotVoided(LotEvent):
    """Two officers called the auction off."""

    kind: ClassVar[str] = "haat.lot_voided"
    audited: ClassVar[bool] = True
    reason: str
    # None: it was called off before these were written down.
    officer_id: int | None = None
    second_officer_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class LotWithdrawn(LotEvent):
    """The seller took the animal back before anybody bid."""

    kind: ClassVar[str] = "haat.lot_withdrawn"


@dataclass(frozen=True, kw_only=True)
class BlockChanged(Event):
    """What is on the block of a haat changed: a lot came, opened, or ended."""

    kind: ClassVar[str] = "haat.block_changed"
    haat_id: int
    lot_id: int
    phase: str

    @property
    def stream(self) -> str:
        return f"haat.haat.{self.haat_id}"


@dataclass(frozen=True, kw_only=True)
class PersonalLotEvent(Event):
    """Something on a lot that concerns one person; nobody else hears it."""

    account_id: int
    lot_id: int
    price: int | None

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class Outbid(PersonalLotEvent):
    """You led, and somebody bid more. `minimum_next` would bring you back, until the next bid."""

    kind: ClassVar[str] = "haat.outbid"
    minimum_next: int
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class LotWon(PersonalLotEvent):
    """You have bought the animal; the deal says what to do next."""

    kind: ClassVar[str] = "haat.lot_won"
    deal_id: int
    pay_by: datetime


@dataclass(frozen=True, kw_only=True)
class LotLost(PersonalLotEvent):
    """A lot you bid on ended, and another has it or nobody."""

    kind: ClassVar[str] = "haat.lot_lost"
    outcome: str


@dataclass(frozen=True, kw_only=True)
class OwnLotEnded(PersonalLotEvent):
    """Your own lot ended: SOLD with its deal, or UNSOLD, VOIDED, WITHDRAWN."""

    kind: ClassVar[str] = "haat.own_lot_ended"
    outcome: str
    deal_id: int | None


@dataclass(frozen=True, kw_only=True)
class OwnLotDecided(PersonalLotEvent):
    """An officer scheduled or rejected the lot you submitted."""

    kind: ClassVar[str] = "haat.own_lot_decided"
    state: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class YourBidsVoided(PersonalLotEvent):
    """Your bids on a lot were taken out, and why."""

    kind: ClassVar[str] = "haat.your_bids_voided"
    reason: str


@dataclass(frozen=True, kw_only=True)
class LotStartsSoon(PersonalLotEvent):
    """A lot you follow begins in ten minutes or less; told once for each start."""

    kind: ClassVar[str] = "haat.lot_starts_soon"
    starts_at: datetime
