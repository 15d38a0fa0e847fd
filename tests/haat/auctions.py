"""Plays auctions on paper: commands in, state and log out, nothing stored anywhere."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from hmk_graph.errors import DomainError
from hmk_graph.haat import rules
from hmk_graph.haat.auction import (
    MAY_BID,
    AcceptedBid,
    BidAccepted,
    BidsVoided,
    Close,
    Command,
    Decision,
    LotRescheduled,
    LotScheduled,
    LotState,
    PlaceBid,
    Reschedule,
    VoidBids,
)
from hmk_graph.haat.lot_log import BEGINNING, Line, Opening, Secrets, write_line
from hmk_graph.haat.lot_terms import PER_HEAD, LotTerms
from hmk_graph.money import Paisa, taka

NOON = datetime(2026, 5, 20, 6, 0, tzinfo=UTC)
LOT = 42
REASON = "paid nothing for the last lot"


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def terms(*, start: int = 40_000, reserve: int | None = None, minutes: int = 10) -> LotTerms:
    ends_at = NOON + timedelta(minutes=minutes)
    return LotTerms(
        start=taka(start),
        reserve=None if reserve is None else taka(reserve),
        steps=PER_HEAD,
        starts_at=NOON,
        ends_at=ends_at,
        hard_ends_at=ends_at + timedelta(minutes=60),
    )


def bid(bidder: int, maximum: int) -> PlaceBid:
    """A bid in taka by somebody who may."""
    return PlaceBid(bidder=bidder, maximum=taka(maximum), eligibility=MAY_BID)


def nonce(of: object) -> str:
    return hashlib.sha256(repr(of).encode()).hexdigest()


class Auction:
    """A lot as the house keeps it: the state, the log, the secrets, the bids that stand."""

    def __init__(self, fixed: LotTerms) -> None:
        self.lines: list[Line] = []
        self.bids: dict[int, Opening] = {}
        self.standing: list[AcceptedBid] = []
        self.reserve: Opening | None = None
        self._write(rules.schedule(fixed, NOON - timedelta(hours=1)))

    state: LotState

    @property
    def secrets(self) -> Secrets:
        return Secrets(bids=self.bids, reserve=self.reserve)

    def at(self, after_noon: timedelta, command: Command) -> Decision:
        """Give a command at noon and so long."""
        decision = rules.decide(self.state, command, NOON + after_noon)
        self._write(decision)
        return decision

    def bids_of(self, *bids: tuple[int, int]) -> "Auction":
        """Let (bidder, taka) come one second after another."""
        for second, (bidder, maximum) in enumerate(bids, start=1):
            self.at(seconds(second), bid(bidder, maximum))
        return self

    def void(self, bidder: int, after_noon: timedelta) -> Decision:
        command = VoidBids(bidder=bidder, reason=REASON, bids=tuple(self.standing))
        return self.at(after_noon, command)

    def close(self) -> "Auction":
        self.at(self.state.ends_at - NOON, Close(bids=tuple(self.standing)))
        return self

    def _write(self, decision: Decision) -> None:
        match decision.happened:
            case None:
                return
            case LotScheduled(terms=fixed) | LotRescheduled(terms=fixed):
                number = decision.state.line
                self.reserve = (
                    Opening(amount=fixed.reserve, nonce=nonce(number)) if fixed.reserve else None
                )
            case BidAccepted(bid=accepted):
                self.standing.append(accepted)
                self.bids[accepted.line] = Opening(amount=accepted.maximum, nonce=nonce(accepted))
            case BidsVoided(bidder=barred):
                self.standing = [each for each in self.standing if each.bidder != barred]
        self.state = decision.state
        previous = self.lines[-1].hash if self.lines else BEGINNING
        self.lines.append(write_line(LOT, decision, previous=previous, secrets=self.secrets))


def random_auction(seed: int, *, closed: bool = True, commands: int = 40) -> Auction:
    """Play a random auction: reserves, raises, ties, late bids, voided bids, changed terms."""
    dice = Random(seed)
    reserve = dice.choice([None, 45_000, 60_000, 95_000])
    auction = Auction(terms(reserve=reserve))
    after_noon = seconds(0)
    for _ in range(dice.randint(0, commands)):
        after_noon += dice.choice([seconds(0), seconds(1), seconds(dice.randint(1, 90))])
        try:
            auction.at(after_noon, _random_command(dice, auction))
        except DomainError:
            continue
    return auction.close() if closed else auction


def _random_command(dice: Random, auction: Auction) -> Command:
    state = auction.state
    chance = dice.random()
    if chance < 0.03 and not state.bid_count:
        moved = replace(state.terms, ends_at=state.terms.ends_at + timedelta(minutes=3))
        return Reschedule(terms=moved)
    if chance < 0.06 and auction.standing:
        barred = dice.choice(auction.standing).bidder
        return VoidBids(bidder=barred, reason=REASON, bids=tuple(auction.standing))
    bidder = dice.randint(1, min(state.bidders + 1, 5))
    least = rules.minimum_next(state, bidder)
    maximum = Paisa(least + taka(dice.choice([0, 0, 1, 400, 1_000, 3_000, 12_000])))
    if dice.random() < 0.15 and state.leader_max is not None:
        maximum = state.leader_max
    return PlaceBid(bidder=bidder, maximum=maximum, eligibility=MAY_BID)
