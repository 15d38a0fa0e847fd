"""The state of a lot is the fold of its log: each line is judged again by the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hmk_graph.errors import DomainError
from hmk_graph.haat import rules
from hmk_graph.haat.auction import (
    MAY_BID,
    AcceptedBid,
    BidAccepted,
    BidsVoided,
    Close,
    Command,
    Happening,
    LotClosed,
    LotState,
    PlaceBid,
    Reschedule,
    VoidBids,
    VoidLot,
    Withdraw,
)
from hmk_graph.haat.lot_log import (
    Body,
    Kind,
    Line,
    Opening,
    Secrets,
    body_of,
    moment,
    terms_of,
)
from hmk_graph.haat.lot_terms import LotTerms


class Fault(StrEnum):
    """In which way a line does not fit."""

    EMPTY = "EMPTY"
    SHAPE = "SHAPE"
    NUMBER = "NUMBER"
    LOT = "LOT"
    PREVIOUS = "PREVIOUS"
    HASH = "HASH"
    RECEIPT = "RECEIPT"
    BEGINNING = "BEGINNING"
    AFTER_END = "AFTER_END"
    TIME = "TIME"
    ALIAS = "ALIAS"
    NOT_OPENED = "NOT_OPENED"
    COMMITMENT = "COMMITMENT"
    REFUSED = "REFUSED"
    NOTHING = "NOTHING"
    FIELD = "FIELD"


class Misfit(Exception):
    """A line of a log does not fit; `words` fill the sentence of `lot_verdict`."""

    def __init__(self, line: int, fault: Fault, **words: Any) -> None:
        super().__init__(f"line {line}: {fault} {words}")
        self.line = line
        self.fault = fault
        # `Any`: text, numbers, or a refusal that speaks both languages.
        self.words = words


@dataclass(frozen=True)
class Position:
    """Where a replay stands: the state, the bids that stand, and the lines of all bids so far."""

    state: LotState
    standing: tuple[AcceptedBid, ...] = ()
    bid_lines: tuple[int, ...] = ()


def fold(lines: Iterable[Line], secrets: Secrets) -> LotState:
    """Compute the state of a lot from its log, the secret maximum of the leader included.

    `secrets` are those stored with the bids, or those that the close has `opened`.

    Raises:
        Misfit: A line is not what the rules make of the lines before it.
    """
    return replay(list(lines), secrets).state


def replay(lines: Sequence[Line], secrets: Secrets) -> Position:
    """Judge each line in order, and say where that ends.

    Raises:
        Misfit: The first line that is not what the rules make of the lines before it.
    """
    if not lines:
        raise Misfit(1, Fault.EMPTY)
    governing = governing_terms(lines)
    position = begin(lines[0], secrets.reserve, governs=governing == 1)
    for line in lines[1:]:
        check_order(position.state, line)
        if line.kind is Kind.RESCHEDULED:
            position = change_terms(position, line, secrets.reserve, governs=line.line == governing)
        else:
            position = _follow(position, line, secrets)
    return position


def governing_terms(lines: Iterable[Line]) -> int:
    """Return the line of the terms that the bids were made under: the last before any bid."""
    governing = 1
    for line in lines:
        if line.kind is Kind.BID:
            break
        if line.kind is Kind.RESCHEDULED:
            governing = line.line
    return governing


def begin(line: Line, reserve: Opening | None, *, governs: bool) -> Position:
    """Read the first line.

    Raises:
        Misfit: It is no beginning, or its terms contradict each other.
    """
    if line.kind is not Kind.SCHEDULED:
        raise Misfit(line.line, Fault.BEGINNING)
    terms = _terms(line, reserve, governs=governs)
    return Position(rules.schedule(terms, moment(line.at)).state)


def change_terms(
    position: Position, line: Line, reserve: Opening | None, *, governs: bool
) -> Position:
    """Read new terms.

    Raises:
        Misfit: They came too late, or contradict each other.
    """
    terms = _terms(line, reserve, governs=governs)
    return Position(judge(position.state, line, Reschedule(terms=terms))[0])


def check_order(state: LotState, line: Line) -> None:
    """Let a line follow a state.

    Raises:
        Misfit: The log begins anew, has ended already, or goes back in time.
    """
    if line.kind is Kind.SCHEDULED:
        raise Misfit(line.line, Fault.BEGINNING)
    if state.ended is not None:
        raise Misfit(line.line, Fault.AFTER_END)
    if state.line_at is not None and moment(line.at) < state.line_at:
        raise Misfit(line.line, Fault.TIME)


def check_alias(state: LotState, line: Line) -> None:
    """Let a bidder through who has an alias or takes the next free one.

    Raises:
        Misfit: An alias was passed over.
    """
    if not 1 <= line.body["bidder"] <= state.bidders + 1:
        raise Misfit(line.line, Fault.ALIAS, expected=state.bidders + 1, found=line.body["bidder"])


def judge(state: LotState, line: Line, command: Command) -> tuple[LotState, Happening]:
    """Put the command that a line stands for to the rules, at the line's time.

    Raises:
        Misfit: The rules refuse it, or nothing would have come of it.
    """
    try:
        decision = rules.decide(state, command, moment(line.at))
    except DomainError as refusal:
        raise Misfit(line.line, Fault.REFUSED, refusal=refusal) from refusal
    if decision.happened is None:
        raise Misfit(line.line, Fault.NOTHING)
    return decision.state, decision.happened


def compare(line: Line, expected: Body) -> None:
    """Hold what a line says against what it should say.

    Raises:
        Misfit: The first field, by name, that differs.
    """
    for field, value in sorted(expected.items()):
        if line.body[field] != value:
            raise Misfit(line.line, Fault.FIELD, name=field, expected=value, found=line.body[field])


def _terms(line: Line, reserve: Opening | None, *, governs: bool) -> LotTerms:
    """Read the terms. Those that were replaced before anybody bid never open their reserve."""
    if not governs:
        reserve = None
    else:
        _check_opening(line, line.body["reserve_commitment"], reserve)
    try:
        return terms_of(line.body, reserve.amount if reserve else None)
    except DomainError as refusal:
        raise Misfit(line.line, Fault.REFUSED, refusal=refusal) from refusal


def _follow(position: Position, line: Line, secrets: Secrets) -> Position:
    command = _command(position, line, secrets)
    state, happened = judge(position.state, line, command)
    if isinstance(happened, LotClosed):
        # What the close opens are the bids of this log, all of them and nothing else.
        bids = {number: secrets.bids[number] for number in position.bid_lines}
        secrets = Secrets(bids=bids, reserve=secrets.reserve)
    compare(line, body_of(state, happened, secrets))
    match happened:
        case BidAccepted(bid=bid):
            return Position(state, (*position.standing, bid), (*position.bid_lines, bid.line))
        case BidsVoided(bidder=bidder):
            standing = tuple(bid for bid in position.standing if bid.bidder != bidder)
            return Position(state, standing, position.bid_lines)
        case _:
            return Position(state, position.standing, position.bid_lines)


def _command(position: Position, line: Line, secrets: Secrets) -> Command:
    match line.kind:
        case Kind.BID:
            return _bid(position.state, line, secrets)
        case Kind.BIDS_VOIDED:
            body = line.body
            return VoidBids(bidder=body["bidder"], reason=body["reason"], bids=position.standing)
        case Kind.CLOSED:
            return Close(bids=position.standing)
        case _:
            return ending(line)


def ending(line: Line) -> VoidLot | Withdraw:
    """Return the command that ends a lot without a result, as its line tells it."""
    if line.kind is Kind.VOIDED:
        return VoidLot(reason=line.body["reason"])
    return Withdraw()


def _bid(state: LotState, line: Line, secrets: Secrets) -> PlaceBid:
    check_alias(state, line)
    opening = secrets.bids.get(line.line)
    _check_opening(line, line.body["commitment"], opening)
    if opening is None:
        raise Misfit(line.line, Fault.NOT_OPENED)
    return PlaceBid(bidder=line.body["bidder"], maximum=opening.amount, eligibility=MAY_BID)


def _check_opening(line: Line, commitment: str | None, opening: Opening | None) -> None:
    if (opening is None) != (commitment is None):
        raise Misfit(line.line, Fault.NOT_OPENED)
    if opening is not None and opening.commitment != commitment:
        raise Misfit(line.line, Fault.COMMITMENT)
