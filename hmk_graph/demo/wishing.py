"""What a simulated bidder does next on a lot: pure but for the random source it is handed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from random import Random

from hmk_graph.demo import people, pricing
from hmk_graph.demo.people import Person
from hmk_graph.demo.program import Slot
from hmk_graph.demo.tempo import Span, Tempo
from hmk_graph.haat.lot_terms import PER_HEAD
from hmk_graph.money import Paisa

# After so many bids of a visitor nobody simulated bids on that lot any more: he can win.
VISITORS_BIDS = 2
# 70 % raise by one step, 25 % by two, 5 % by five.
STEPS = {1: 70, 2: 25, 5: 5}
# Now and then somebody leaves a high maximum, so that the house is seen to answer for him.
LEAVES_MAXIMUM = 0.06
STEPS_OF_MAXIMUM = (7, 12)
INTERESTED = (8, 12)
# The share of the way to its value that a price may have gone at once.
HEAD_START = 0.15
# A lot that will end so soon is bid for as fast as a quick one.
LIVELY_END = timedelta(minutes=3)


class Mood(Enum):
    """What there is to do on a lot."""

    BID = "BID"
    ANSWER = "ANSWER"
    """A visitor leads, for the first time: somebody bids against him."""
    WATCH = "WATCH"


@dataclass(kw_only=True)
class Table:
    """What is known of one lot: its value, who of the simulated has which number, who has bid.

    Only the task that bids on the lot touches it.
    """

    lot_id: str
    slot: Slot
    value: Paisa
    own: dict[int, Person] = field(default_factory=dict)
    bids: dict[int, int] = field(default_factory=dict)
    price: int = 0
    start: int = 0
    minimum: int = 0
    leader: int | None = None

    @property
    def visitors_bids(self) -> int:
        """Return how many bids came from people who are not simulated."""
        counted = Counter(alias for alias in self.bids.values() if alias not in self.own)
        return sum(counted.values())

    @property
    def visitor_leads(self) -> bool:
        """Say whether somebody leads who is not simulated."""
        return self.leader is not None and self.leader not in self.own

    def interested(self) -> list[Person]:
        """Return the simulated people who want this animal: some of all, always the same."""
        rng = Random(self.lot_id)
        return rng.sample(people.BIDDERS, rng.randint(*INTERESTED))


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A bid to be placed."""

    bidder: Person
    maximum: Paisa


def mood(table: Table, now: datetime, tempo: Tempo) -> Mood:
    """Say what there is to do. Nobody simulated moves the end for ever: late bids cease."""
    if table.visitors_bids >= VISITORS_BIDS:
        return Mood.WATCH
    if table.visitor_leads:
        return Mood.ANSWER
    if now >= table.slot.until or (tempo.calm and _is_ahead(table, now)):
        return Mood.WATCH
    return Mood.BID


def wait_before(table: Table, now: datetime, tempo: Tempo) -> Span:
    """Return how long to wait for the next bid."""
    left = table.slot.until - now
    if table.visitor_leads and table.visitors_bids < VISITORS_BIDS:
        return tempo.answer_s
    if left <= tempo.late_for:
        return tempo.late_bid_s
    is_lively = table.slot.quick or left <= LIVELY_END
    return tempo.quick_bid_s if is_lively else tempo.steady_bid_s


def wish(table: Table, rng: Random) -> Wish | None:
    """Choose who bids how much; None: it has become too dear for all of them."""
    leader = table.own.get(table.leader or 0)
    able = {
        bidder: limit
        for bidder in table.interested()
        if bidder is not leader
        and (limit := pricing.private_limit(bidder.phone, table.lot_id, table.value))
        >= table.minimum
    }
    if not able:
        return None
    bidder = rng.choice(list(able))
    steps = _picked(rng, STEPS)
    if table.visitors_bids == 0 and rng.random() < LEAVES_MAXIMUM:
        steps = rng.randint(*STEPS_OF_MAXIMUM)
    wanted = table.minimum + (steps - 1) * PER_HEAD.step(table.minimum)
    return Wish(bidder=bidder, maximum=Paisa(min(wanted, able[bidder])))


def _is_ahead(table: Table, now: datetime) -> bool:
    """Say whether the price has gone farther towards the value than the clock towards the end."""
    length = table.slot.until - table.slot.starts_at
    passed = (now - table.slot.starts_at) / length
    share = HEAD_START + (1 - HEAD_START) * passed
    return table.price > table.start + (table.value - table.start) * share


def _picked(rng: Random, weights: Mapping[int, int]) -> int:
    return rng.choices(list(weights), list(weights.values()))[0]
