"""Logs as strangers get them, and ways to spoil them."""

import json
from collections.abc import Callable
from typing import Any

from hmk_graph.haat.lot_log import BEGINNING, Kind, Line, hash_of
from hmk_graph.haat.lot_replay import Fault
from hmk_graph.haat.lot_verdict import Verdict
from tests.haat.auctions import Auction, bid, seconds, terms

Lines = list[dict[str, Any]]  # `Any`: JSON, to be spoilt


def written(auction: Auction) -> Lines:
    """Return a log as a stranger gets it."""
    decoded: Lines = json.loads(json.dumps([line.as_json() for line in auction.lines]))
    return decoded


def rechained(lines: Lines, *, renumbered: bool = False) -> Lines:
    """Compute all hashes anew, as somebody would who wants to hide a change."""
    previous = BEGINNING
    for position, line in enumerate(lines, start=1):
        if renumbered:
            line["line"] = position
        line["previous"] = previous
        line["hash"] = hash_of(Line(**{**line, "kind": Kind(line["kind"])}))
        previous = line["hash"]
    return lines


def sample() -> Auction:
    """A lot with every kind of bid: lines 2-8, voided in 9, extended by 10, closed in 11."""
    auction = Auction(terms()).bids_of(
        (1, 50_000), (2, 60_000), (3, 60_000), (1, 80_000), (1, 85_000), (4, 99_000), (2, 120_000)
    )
    auction.void(4, seconds(30))
    auction.at(seconds(590), bid(3, 130_000))
    return auction.close()


Spoil = Callable[[Lines], None]


def body(line: int, **changes: object) -> Spoil:
    """Change what a line says."""
    return lambda lines: lines[line - 1]["body"].update(changes)


def at(line: int, time: str) -> Spoil:
    """Change when a line was."""
    return lambda lines: lines[line - 1].update(at=time)


def opening(of: int, **changes: object) -> Spoil:
    """Change what the close opens for a line."""
    return lambda lines: next(
        each for each in lines[-1]["body"]["openings"] if each["line"] == of
    ).update(changes)


def first_fault(verdict: Verdict) -> tuple[int | None, Fault | None]:
    return verdict.line, verdict.fault
