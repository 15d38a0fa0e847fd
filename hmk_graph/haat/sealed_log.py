"""Judges the log of a lot whose maxima are still sealed: by what everybody can see, and no more."""

from collections.abc import Sequence
from dataclasses import replace

from hmk_graph.haat import rules
from hmk_graph.haat.auction import AcceptedBid, LotState, Phase
from hmk_graph.haat.errors import LotNotOpen
from hmk_graph.haat.lot_log import Kind, Line, moment, stamp
from hmk_graph.haat.lot_replay import (
    Fault,
    Misfit,
    Position,
    begin,
    change_terms,
    check_alias,
    check_order,
    compare,
    ending,
    judge,
)
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM, SMALLEST_UNIT
from hmk_graph.money import Paisa


def watch(lines: Sequence[Line]) -> Position:
    """Follow a log without its secrets.

    Order, times, ends, aliases, steps and silence are checked in full; of each price only that it
    is possible. A bid that stands carries its price where its maximum would be.

    Raises:
        Misfit: The first line that no maxima at all could explain.
    """
    if not lines:
        raise Misfit(1, Fault.EMPTY)
    hides = _hides_reserve(lines[0])
    position = begin(lines[0], None, governs=False)
    for line in lines[1:]:
        check_order(position.state, line)
        if line.kind is Kind.RESCHEDULED:
            hides = _hides_reserve(line)
            position = change_terms(position, line, None, governs=False)
        else:
            position = _watch_one(position, line, hides=hides)
    return position


def _hides_reserve(line: Line) -> bool:
    return line.body.get("reserve_commitment") is not None


def _watch_one(position: Position, line: Line, *, hides: bool) -> Position:
    state = position.state
    if line.kind is Kind.BID:
        _need_open(state, line)
        check_alias(state, line)
        _need_known(line, hides=hides)
        return _raise(position, line) if line.silent else _bid(position, line, hides=hides)
    if line.kind is Kind.BIDS_VOIDED:
        _need_open(state, line)
        return _void(position, line, hides=hides)
    if line.kind is Kind.CLOSED:
        # Its openings did not hold, or it would have been replayed in full.
        raise Misfit(line.line, Fault.NOT_OPENED)
    return Position(judge(state, line, ending(line))[0], position.standing)


def _need_open(state: LotState, line: Line) -> None:
    phase = rules.phase_at(state, moment(line.at))
    if phase is not Phase.OPEN:
        raise Misfit(line.line, Fault.REFUSED, refusal=LotNotOpen(phase))


def _need_known(line: Line, *, hides: bool) -> None:
    """Want the word about the reserve exactly where there is one, and a price and a leader."""
    if (line.body["reserve_met"] is not None) != hides:
        raise _wrong(line, "reserve_met", "true / false" if hides else None)
    for field in ("price", "leader"):
        if line.body[field] is None:
            raise _wrong(line, field, "a number")


def _raise(position: Position, line: Line) -> Position:
    state = position.state
    if line.body["bidder"] != state.leader or not position.standing:
        raise _wrong(line, "silent", expected=False)
    compare(
        line,
        {
            "price": state.price,
            "leader": state.leader,
            "ends_at": stamp(state.ends_at),
        },
    )
    return _after(position, line, counts=False)


def _bid(position: Position, line: Line, *, hides: bool) -> Position:
    state, price, bidder = position.state, line.body["price"], line.body["bidder"]
    if state.price is None or state.leader is None:
        least, possible, exact = state.terms.start, {bidder}, not hides
    elif bidder == state.leader:
        # Only under a reserve does the leader's raise show.
        least, possible, exact = Paisa(state.price + SMALLEST_UNIT), {bidder}, False
        if not hides:
            raise _wrong(line, "silent", expected=True)
    else:
        least, possible, exact = rules.minimum_next(state), {bidder, state.leader}, False
    if line.body["leader"] not in possible:
        raise _wrong(line, "leader", sorted(possible))
    if (
        price % SMALLEST_UNIT
        or price > HIGHEST_MAXIMUM
        or price < least
        or exact > (price == least)
    ):
        raise _wrong(line, "price", least if exact else f">= {least}")
    compare(line, {"ends_at": _extended(state, line)})
    return _after(position, line, counts=True)


def _void(position: Position, line: Line, *, hides: bool) -> Position:
    body, state = line.body, position.state
    bidder = body["bidder"]
    remaining = tuple(bid for bid in position.standing if bid.bidder != bidder)
    voided = [bid.line for bid in position.standing if bid.bidder == bidder]
    compare(line, {"voided": voided, "ends_at": _extended(state, line)})
    if not voided:
        raise Misfit(line.line, Fault.NOTHING)
    if remaining:
        _need_known(line, hides=hides)
        if body["leader"] not in {bid.bidder for bid in remaining}:
            raise _wrong(line, "leader", sorted({bid.bidder for bid in remaining}))
        if not state.terms.start <= body["price"] <= (state.price or 0):
            raise _wrong(line, "price", f"<= {state.price}")
    else:
        compare(line, {"price": None, "leader": None})
    return replace(_after(position, line, counts=False), standing=remaining)


def _after(position: Position, line: Line, *, counts: bool) -> Position:
    body, state = line.body, position.state
    after = replace(
        state,
        line=line.line,
        line_at=moment(line.at),
        ends_at=moment(body["ends_at"]),
        price=body["price"],
        leader=body["leader"],
        bid_count=state.bid_count + counts,
        bidders=max(state.bidders, body["bidder"]),
    )
    shown = AcceptedBid(line=line.line, bidder=body["bidder"], maximum=body["price"])
    return Position(after, (*position.standing, shown))


def _extended(state: LotState, line: Line) -> str:
    end = rules.extended_end(moment(line.at), ends_at=state.ends_at, terms=state.terms)
    return stamp(end)


def _wrong(line: Line, name: str, expected: object) -> Misfit:
    return Misfit(line.line, Fault.FIELD, name=name, expected=expected, found=line.body[name])
