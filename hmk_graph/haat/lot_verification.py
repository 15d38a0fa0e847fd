"""Proves or refutes a lot's public log, for anybody, from the log alone.

What it can find: a line changed, removed, swapped or added, a forged maximum or reserve, a bid out
of time, a wrong price, end, leader, winner or runner-up; also when all hashes were computed anew,
because each line must be what the rules make of the lines before it and of the maxima committed to.

What no log can prove of itself: that it is the log which people saw. Whoever holds all the secrets
can write another history with new commitments that is right in itself. That is what receipts are
for: a bidder keeps the hash of the line his bid became, anybody can keep a head hash, and `known`
holds the log against them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hmk_graph.haat.auction import LotState
from hmk_graph.haat.log_parsing import LogMisshapen, line_from_json, parse_lines
from hmk_graph.haat.lot_log import BEGINNING, Line, hash_of, opened
from hmk_graph.haat.lot_replay import Fault, Misfit, replay
from hmk_graph.haat.lot_verdict import Verdict, refuted
from hmk_graph.haat.sealed_log import watch


def verify_text(text: str | bytes, known: Mapping[int, str] | None = None) -> Verdict:
    """Judge a log as it was downloaded: {"lot": id, "lines": [...]}.

    Raises:
        LogUnreadable: It is no log at all. A single misshapen line is a verdict instead.
    """
    lot, lines = parse_lines(text)
    return verify(lines, known=known, lot=lot)


def verify(
    lines: Iterable[Line | Mapping[str, Any]],
    *,
    known: Mapping[int, str] | None = None,
    lot: int | None = None,
) -> Verdict:
    """Judge a log, and name the first line that does not fit.

    `known` are receipts: the hash that somebody keeps, by the number of its line. `Any`: a line may
    be the JSON of a stranger. `lot` is the lot that the log should be of; None: that of its first
    line.
    """
    given = list(lines)
    read, broken = _read(given)
    chained, loose = _chained(read, lot, known or {})
    try:
        fault = loose or broken
        if fault is not None and not chained:
            raise fault
        sealed, state = _judge(chained, read)
        if fault is not None:
            raise fault
        unseen = _unseen(state, known or {})
    except Misfit as misfit:
        return refuted(misfit, lines=len(given))
    return Verdict(
        lines=len(given), head=chained[-1].hash, sealed=sealed, unseen=unseen, state=state
    )


def _read(given: Sequence[Line | Mapping[str, Any]]) -> tuple[list[Line], Misfit | None]:
    """Read up to the first line that cannot be."""
    read: list[Line] = []
    for position, line in enumerate(given, start=1):
        try:
            raw = line.as_json() if isinstance(line, Line) else line
            read.append(line_from_json(raw, position))
        except LogMisshapen as fault:
            return read, Misfit(position, Fault.SHAPE, what=fault.what)
    return read, None


def _chained(
    lines: Sequence[Line], lot: int | None, known: Mapping[int, str]
) -> tuple[list[Line], Misfit | None]:
    """Follow the chain up to the first line that hangs loose."""
    chained: list[Line] = []
    for position, line in enumerate(lines, start=1):
        previous = chained[-1].hash if chained else BEGINNING
        of = lines[0].lot if lot is None else lot
        if line.line != position:
            return chained, Misfit(position, Fault.NUMBER, found=line.line)
        if line.lot != of:
            return chained, Misfit(position, Fault.LOT)
        if line.previous != previous:
            return chained, Misfit(position, Fault.PREVIOUS)
        if line.hash != hash_of(line):
            return chained, Misfit(position, Fault.HASH)
        if known.get(position, line.hash) != line.hash:
            return chained, Misfit(position, Fault.RECEIPT)
        chained.append(line)
    return chained, None


def _judge(chained: Sequence[Line], read: Sequence[Line]) -> tuple[bool, LotState]:
    """Put the lines that hang together to the rules; answer whether they are sealed, and the state.

    Behind a break, nothing can be relied on. Yet an amount opened there that matches a commitment
    before the break is proven by it, and may show that the break is not the first fault.
    """
    secrets = opened(chained)
    if secrets is not None:
        return False, replay(chained, secrets).state
    hearsay = opened(read)
    if hearsay is not None:
        try:
            replay(chained, hearsay)
        except Misfit as misfit:
            if misfit.fault not in (Fault.COMMITMENT, Fault.NOT_OPENED):
                raise
    return True, watch(chained).state


def _unseen(state: LotState, known: Mapping[int, str]) -> tuple[int, ...]:
    """Return the receipts beyond the end of the log; of an ended lot there can be none.

    Raises:
        Misfit: The log has ended, and a line is missing that somebody holds a receipt for.
    """
    beyond = tuple(sorted(line for line in known if line > state.line))
    if beyond and state.ended is not None:
        raise Misfit(beyond[0], Fault.RECEIPT)
    return beyond
