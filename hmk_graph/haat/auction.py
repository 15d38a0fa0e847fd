"""The words of the auction: state, commands, and what came of them. Values only.

A bidder is an `int` here: the alias he has on this one lot, 1 for the first who bid, 2 for the
next. The rules never see an account, so the public can run them on the public log.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hmk_graph.haat.deposit_rules import Security
from hmk_graph.haat.lot_terms import LotTerms
from hmk_graph.money import Paisa

# A force action that concerns a running lot says why in a sentence, not in a word (rules.md C10).
SHORTEST_REASON = 10


class Phase(StrEnum):
    """Where a lot stands for the public. Derived with the clock: `rules.phase_at`."""

    SCHEDULED = "SCHEDULED"
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"
    VOIDED = "VOIDED"


@dataclass(frozen=True, kw_only=True)
class AcceptedBid:
    """A bid that stands in the log: its line, its bidder, and the maximum he promised."""

    line: int
    bidder: int
    maximum: Paisa


@dataclass(frozen=True, kw_only=True)
class Sold:
    """The lot has a buyer. `deciding_line` holds the winner's highest maximum.

    `runner_up` is the best accepted bid of anybody else, at his own highest maximum: what a second
    chance would be offered at. None when one person bid alone.
    """

    winner: int
    price: Paisa
    deciding_line: int
    runner_up: AcceptedBid | None


class WhyUnsold(StrEnum):
    """Why nobody bought."""

    NO_BIDS = "NO_BIDS"
    UNDER_RESERVE = "UNDER_RESERVE"


@dataclass(frozen=True, kw_only=True)
class Unsold:
    """The lot ended without a buyer."""

    why: WhyUnsold


Result = Sold | Unsold


@dataclass(frozen=True, kw_only=True)
class LotState:
    """All that the next decision needs to know of a lot.

    `line` and `line_at` are number and time of the last line of its log. `bidders` counts aliases
    given; the next newcomer is `bidders + 1`. `bid_count` counts the bids that everybody could see:
    a leader's silent raise must not show in a public number. `leader_max` is the leader's secret.
    `ended` is what the log says; until it says something the clock decides (`rules.phase_at`).
    """

    terms: LotTerms
    line: int
    line_at: datetime | None
    ends_at: datetime
    price: Paisa | None = None
    leader: int | None = None
    leader_max: Paisa | None = None
    bid_count: int = 0
    bidders: int = 0
    ended: Phase | None = None
    result: Result | None = None

    @property
    def reserve_met(self) -> bool | None:
        """Say whether the leader would get the animal; None when there is no reserve."""
        if self.terms.reserve is None:
            return None
        return self.leader_max is not None and self.leader_max >= self.terms.reserve


class Obstacle(StrEnum):
    """Why a person may not bid at this haat."""

    UNVERIFIED = "UNVERIFIED"
    BANNED = "BANNED"
    NOT_REGISTERED = "NOT_REGISTERED"
    SUSPENDED = "SUSPENDED"


@dataclass(frozen=True, kw_only=True)
class Eligibility:
    """What the caller found out about the bidder: facts, which the rule puts in its order.

    `own_lot` covers seller, co-owner, staff, the officer of that haat, and the same phone or
    papers as one of these.
    """

    obstacle: Obstacle | None
    own_lot: bool


MAY_BID = Eligibility(obstacle=None, own_lot=False)


@dataclass(frozen=True, kw_only=True)
class PlaceBid:
    """Promise up to `maximum`. `bidder` is his alias, or `state.bidders + 1` if he is new.

    `security` None: this lot asks for no deposit.
    """

    bidder: int
    maximum: Paisa
    eligibility: Eligibility
    security: Security | None = None


@dataclass(frozen=True, kw_only=True)
class Reschedule:
    """Change the terms; only before the first bid."""

    terms: LotTerms


@dataclass(frozen=True, kw_only=True)
class VoidBids:
    """Take a banned bidder's bids out. `bids` are all that stand in the lot, in order of lines."""

    bidder: int
    reason: str
    bids: tuple[AcceptedBid, ...]


@dataclass(frozen=True, kw_only=True)
class VoidLot:
    """End the lot without a result: two officers, as the caller has checked, and their reason."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """Take the animal back; the seller's right until somebody bids."""


@dataclass(frozen=True, kw_only=True)
class Close:
    """Write the result down. `bids` are all that stand in the lot, in order of lines."""

    bids: tuple[AcceptedBid, ...]


Command = PlaceBid | Reschedule | VoidBids | VoidLot | Withdraw | Close


@dataclass(frozen=True, kw_only=True)
class LotScheduled:
    """The officer fixed the terms; the log begins."""

    terms: LotTerms


@dataclass(frozen=True, kw_only=True)
class LotRescheduled:
    """The terms changed before the first bid."""

    terms: LotTerms


@dataclass(frozen=True, kw_only=True)
class BidAccepted:
    """A bid stands. `silent`: the leader raised his own maximum and nothing visible changed.

    `outbid` is the alias of the one who led before and no longer does. `extended`: the end moved.
    """

    bid: AcceptedBid
    silent: bool
    outbid: int | None
    extended: bool


@dataclass(frozen=True, kw_only=True)
class BidsVoided:
    """Bids were taken out; the only happening after which the price may be lower."""

    bidder: int
    reason: str
    lines: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class LotVoided:
    """Officers ended the lot; nobody wins."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class LotWithdrawn:
    """The seller took the animal back before anybody bid."""


@dataclass(frozen=True, kw_only=True)
class LotClosed:
    """The lot ended by its clock."""

    result: Result


Happening = (
    LotScheduled | LotRescheduled | BidAccepted | BidsVoided | LotVoided | LotWithdrawn | LotClosed
)


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The state after a command, and what becomes line `state.line` of the log at `state.line_at`.

    `happened` None: nothing was left to do (the lot was closed already), nothing is to be written.
    """

    state: LotState
    happened: Happening | None
