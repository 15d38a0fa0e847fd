"""Which auctions should be on, and which announced: pure, so seed and simulators agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.demo.tempo import Tempo
from hmk_graph.haat.lot_terms import LONGEST_EXTENSION

# After a fresh start some lots end soon, so that a visitor need not wait for results.
FRESH_SHARES = (1.0, 0.8, 0.6, 0.4, 0.2, 0.1)
SHORTEST = timedelta(seconds=75)
# A lot planned a little longer or shorter than a featured one still is one.
QUICK_AT_MOST = 1.25
FEATURED_AT_LEAST = 0.9


@dataclass(frozen=True, kw_only=True)
class Slot:
    """When a lot begins and until when it is planned; late bids move its end.

    A quick one is bid for fast from its beginning. A featured one is quick, too, and long enough
    for a dear animal to find its price.
    """

    starts_at: datetime
    until: datetime
    quick: bool
    featured: bool


def missing(known: Sequence[Slot], now: datetime, tempo: Tempo) -> list[Slot]:
    """Return the slots to fill so that something runs now and more is announced.

    `known` are the lots that run or are scheduled. After a night without simulators that is
    nothing, and the answer a whole program.
    """
    found: list[Slot] = []
    if not any(slot.featured for slot in known):
        starts = now + tempo.next_quick_in
        found.append(slot_between(starts, starts + tempo.quick_for, tempo))
    steady = [slot for slot in known if not slot.quick]
    running = sum(slot.starts_at <= now for slot in steady)
    if running < tempo.fewest_steady:
        wanted = tempo.most_fresh if not known else tempo.fewest_steady - running
        found += [_at_once(share, now, tempo) for share in FRESH_SHARES[:wanted]]
    coming = [slot.starts_at for slot in steady if slot.starts_at > now]
    last = max(coming, default=now)
    for _ in range(tempo.fewest_coming - len(coming)):
        last += tempo.steady_every
        found.append(slot_between(last, last + tempo.steady_for, tempo))
    return found


def slot_of(starts_at: datetime, hard_ends_at: datetime, tempo: Tempo) -> Slot:
    """Return the slot of a lot. The planned end is told by the hard one, which no bid moves."""
    return slot_between(starts_at, hard_ends_at - LONGEST_EXTENSION, tempo)


def slot_between(starts_at: datetime, until: datetime, tempo: Tempo) -> Slot:
    """Return the slot between two moments; its length tells what kind it is."""
    length = until - starts_at
    quick = length <= tempo.quick_for * QUICK_AT_MOST
    featured = quick and length >= tempo.quick_for * FEATURED_AT_LEAST
    return Slot(starts_at=starts_at, until=until, quick=quick, featured=featured)


def _at_once(share: float, now: datetime, tempo: Tempo) -> Slot:
    return slot_between(now, now + max(tempo.steady_for * share, SHORTEST), tempo)
