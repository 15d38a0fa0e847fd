"""The rules of the English auction: pure, without a clock of their own.

The rule is rules.md 2.8. A bidder names a maximum; the house bids for him, by the smallest step
that keeps him in the lead. The price is what a rival would have to beat, the maximum is secret.

One consequence must be told to bidders: a maximum above the leader's, yet less than one step above
the price, is refused. So the highest wish can lose, by less than one step.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from hmk_graph.errors import BadInput
from hmk_graph.haat.auction import (
    SHORTEST_REASON,
    AcceptedBid,
    BidAccepted,
    BidsVoided,
    Close,
    Command,
    Decision,
    LotClosed,
    LotRescheduled,
    LotScheduled,
    LotState,
    LotVoided,
    LotWithdrawn,
    Phase,
    PlaceBid,
    Reschedule,
    Result,
    Sold,
    Unsold,
    VoidBids,
    VoidLot,
    WhyUnsold,
    Withdraw,
)
from hmk_graph.haat.deposit_rules import Security
from hmk_graph.haat.errors import (
    BidTooLow,
    InsufficientDeposit,
    LotHasBids,
    LotNotOpen,
    LotStillOpen,
    MaxNotRaised,
    NotEligible,
    NotOnStep,
    OwnLot,
)
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM, SMALLEST_UNIT, LotTerms
from hmk_graph.money import Paisa

RUNNING = frozenset({Phase.SCHEDULED, Phase.OPEN})


def phase_at(state: LotState, at: datetime) -> Phase:
    """Say where a lot stands at a moment. Every reader of `ends_at` asks here and nowhere else.

    What the log says is final; before that the clock decides. So a bid in time is good even if the
    job that opens the lot is late, and a bid after the end is refused even if the job that closes
    it is late. A lot that is CLOSED here and has no `result` yet waits for that job.
    """
    if state.ended is not None:
        return state.ended
    if at < state.terms.starts_at:
        return Phase.SCHEDULED
    return Phase.OPEN if at < state.ends_at else Phase.CLOSED


def schedule(terms: LotTerms, at: datetime) -> Decision:
    """Begin a lot and its log."""
    state = LotState(terms=terms, line=1, line_at=at, ends_at=terms.ends_at)
    return Decision(state=state, happened=LotScheduled(terms=terms))


def decide(state: LotState, command: Command, at: datetime) -> Decision:
    """Judge a command at a moment: `at` is the database's clock, read after the lot's lock.

    Time never runs backwards within a lot: if the clock was set back, the last line's time stands.

    Raises:
        LotNotOpen: The lot takes no bids, or can no longer be changed.
        NotEligible, OwnLot, NotOnStep, BidTooLow, MaxNotRaised, InsufficientDeposit: The bid, in
            this order.
        LotHasBids: New terms or a withdrawal came after the first bid.
        LotStillOpen: Close came before the end.
        BadInput: A reason is missing, or the new terms end in the past.
    """
    at = at if state.line_at is None else max(at, state.line_at)
    match command:
        case PlaceBid():
            return _place(state, command, at)
        case Close():
            return _close(state, command, at)
        case VoidBids():
            return _void_bids(state, command, at)
        case VoidLot():
            return _void_lot(state, command, at)
        case Withdraw():
            return _withdraw(state, at)
        case Reschedule():
            return _reschedule(state, command, at)


def minimum_next(state: LotState, bidder: int | None = None) -> Paisa:
    """Return the least maximum that would be accepted now; without a bidder, for any newcomer.

    For the leader it is one taka above his own secret maximum, so tell it to nobody but him.
    """
    if state.price is None:
        return state.terms.start
    if bidder is not None and bidder == state.leader and state.leader_max is not None:
        return Paisa(state.leader_max + SMALLEST_UNIT)
    return Paisa(state.price + state.terms.steps.step(state.price))


def extended_end(at: datetime, *, ends_at: datetime, terms: LotTerms) -> datetime:
    """Return when the lot ends once a visible change came at `at`.

    The end moves TO `at + window`, never BY the window, never back, and never past the hard end.
    """
    return min(max(ends_at, at + terms.window), terms.hard_ends_at)


def standings(bids: Iterable[AcceptedBid]) -> list[AcceptedBid]:
    """Rank the bidders by their highest maximum, the earlier one first where two are equal.

    Each bidder is there once, with the bid by which he first promised that much. The first is the
    winner; the second is the runner-up, who may get a second chance at his own maximum.
    """
    best: dict[int, AcceptedBid] = {}
    for bid in bids:
        held = best.get(bid.bidder)
        if held is None or bid.maximum > held.maximum:
            best[bid.bidder] = bid
    return sorted(best.values(), key=lambda bid: (-bid.maximum, bid.line))


def _place(state: LotState, command: PlaceBid, at: datetime) -> Decision:
    if not 1 <= command.bidder <= state.bidders + 1:
        raise ValueError("An alias is the bidder's own, or the next free one.")
    _refuse(state, command, at)

    bid = AcceptedBid(line=state.line + 1, bidder=command.bidder, maximum=command.maximum)
    lead = weigh(state, bid)
    silent = (lead.price, lead.leader) == (state.price, state.leader)
    ends_at = state.ends_at
    if not silent:
        ends_at = extended_end(at, ends_at=state.ends_at, terms=state.terms)
    after = replace(
        state,
        **lead._asdict(),
        line=bid.line,
        line_at=at,
        ends_at=ends_at,
        bid_count=state.bid_count + (not silent),
        bidders=max(state.bidders, bid.bidder),
    )
    accepted = BidAccepted(
        bid=bid,
        silent=silent,
        outbid=state.leader if lead.leader != state.leader else None,
        extended=ends_at > state.ends_at,
    )
    return Decision(state=after, happened=accepted)


def _refuse(state: LotState, command: PlaceBid, at: datetime) -> None:
    phase = phase_at(state, at)
    if phase is not Phase.OPEN:
        raise LotNotOpen(phase)
    if command.eligibility.obstacle is not None:
        raise NotEligible(command.eligibility.obstacle)
    if command.eligibility.own_lot:
        raise OwnLot
    maximum = command.maximum
    if maximum % SMALLEST_UNIT or not 0 < maximum <= HIGHEST_MAXIMUM:
        raise NotOnStep(maximum)
    if command.bidder == state.leader and state.leader_max is not None:
        if maximum <= state.leader_max:
            raise MaxNotRaised(state.leader_max)
    elif maximum < minimum_next(state):
        raise BidTooLow(minimum_next(state))
    if command.security is not None:
        _need_deposit(command.security, maximum)


def _need_deposit(security: Security, maximum: Paisa) -> None:
    """Ask for the deposit last of all, and of everybody alike.

    Who would not even take the lead needs it, too: else a bidder without one could find the
    leader's secret maximum by trying which bids are refused.
    """
    needed = security.rule.needed(maximum)
    if security.free < needed:
        raise InsufficientDeposit(needed=needed, available=security.free)


class Lead(NamedTuple):
    """Who leads a lot at which price, and his secret maximum."""

    price: Paisa
    leader: int
    leader_max: Paisa


def weigh(state: LotState, bid: AcceptedBid) -> Lead:
    """Return price and leader as this bid leaves them.

    It trusts that the bid was acceptable. This is the proxy rule itself.
    """
    if state.price is None or state.leader is None or state.leader_max is None:
        return _leading(state, bid, state.terms.start)
    step = state.terms.steps.step
    if bid.bidder == state.leader:
        return _leading(state, bid, state.price)
    if bid.maximum > state.leader_max:
        beaten = state.leader_max
        return _leading(state, bid, Paisa(min(bid.maximum, beaten + step(beaten))))
    # The earlier maximum holds, also against an equal one.
    price = Paisa(min(state.leader_max, bid.maximum + step(bid.maximum)))
    price = _with_reserve(state, price, state.leader_max)
    return Lead(price, state.leader, state.leader_max)


def _leading(state: LotState, bid: AcceptedBid, price: Paisa) -> Lead:
    return Lead(_with_reserve(state, price, bid.maximum), bid.bidder, bid.maximum)


def _with_reserve(state: LotState, price: Paisa, leader_max: Paisa) -> Paisa:
    """Jump to a reserve that the leader reaches; under it, show all that he promised."""
    reserve = state.terms.reserve
    if reserve is None:
        return price
    return max(price, min(leader_max, reserve))


def _close(state: LotState, command: Close, at: datetime) -> Decision:
    if state.ended is not None:
        return Decision(state=state, happened=None)
    if phase_at(state, at) is not Phase.CLOSED:
        raise LotStillOpen
    result = _result(state, standings(command.bids))
    after = replace(state, line=state.line + 1, line_at=at, ended=Phase.CLOSED, result=result)
    return Decision(state=after, happened=LotClosed(result=result))


def _result(state: LotState, ranked: list[AcceptedBid]) -> Result:
    if state.price is None or not ranked:
        return Unsold(why=WhyUnsold.NO_BIDS)
    first, *others = ranked
    if (first.bidder, first.maximum) != (state.leader, state.leader_max):
        raise ValueError("The bids given are not those that made this state.")
    if state.reserve_met is False:
        return Unsold(why=WhyUnsold.UNDER_RESERVE)
    return Sold(
        winner=first.bidder,
        price=state.price,
        deciding_line=first.line,
        runner_up=others[0] if others else None,
    )


def _void_bids(state: LotState, command: VoidBids, at: datetime) -> Decision:
    phase = phase_at(state, at)
    if phase is not Phase.OPEN:
        raise LotNotOpen(phase)
    voided = tuple(bid.line for bid in command.bids if bid.bidder == command.bidder)
    if not voided:
        return Decision(state=state, happened=None)
    _need_reason(command.reason)
    after = replace(state, price=None, leader=None, leader_max=None)
    for bid in command.bids:
        if bid.bidder != command.bidder:
            after = replace(after, **weigh(after, bid)._asdict())
    after = replace(
        after,
        line=state.line + 1,
        line_at=at,
        ends_at=extended_end(at, ends_at=state.ends_at, terms=state.terms),
    )
    happened = BidsVoided(bidder=command.bidder, reason=command.reason, lines=voided)
    return Decision(state=after, happened=happened)


def _void_lot(state: LotState, command: VoidLot, at: datetime) -> Decision:
    _need_running(state, at)
    _need_reason(command.reason)
    after = replace(state, line=state.line + 1, line_at=at, ended=Phase.VOIDED)
    return Decision(state=after, happened=LotVoided(reason=command.reason))


def _withdraw(state: LotState, at: datetime) -> Decision:
    _need_running(state, at)
    if state.bid_count:
        raise LotHasBids
    after = replace(state, line=state.line + 1, line_at=at, ended=Phase.WITHDRAWN)
    return Decision(state=after, happened=LotWithdrawn())


def _reschedule(state: LotState, command: Reschedule, at: datetime) -> Decision:
    _need_running(state, at)
    if state.bid_count:
        raise LotHasBids
    if command.terms.ends_at <= at:
        raise BadInput("endsAt", why_bn="শেষ সময় পার হয়ে গেছে।", why_en="the end lies in the past.")
    after = replace(
        state,
        terms=command.terms,
        ends_at=command.terms.ends_at,
        line=state.line + 1,
        line_at=at,
    )
    return Decision(state=after, happened=LotRescheduled(terms=command.terms))


def _need_running(state: LotState, at: datetime) -> None:
    phase = phase_at(state, at)
    if phase not in RUNNING:
        raise LotNotOpen(phase)


def _need_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise BadInput(
            "reason",
            why_bn="কারণটি অন্তত ১০ অক্ষরে লিখুন।",
            why_en="give the reason in at least 10 characters.",
        )
