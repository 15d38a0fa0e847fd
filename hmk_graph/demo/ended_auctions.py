"""Auctions that were over before the visitor came, so that there are results from the beginning.

Each is held by the domain's own commands, at moments told one after another; so its log is chained,
its maxima are committed to and opened, and the deal waits for its payment, as with any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from hmk_graph.demo import animals, program, stocking, wishing
from hmk_graph.demo.enrolling import Register
from hmk_graph.demo.people import Seller
from hmk_graph.demo.program import Slot
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.wishing import Table
from hmk_graph.haat import barring, bidding, closing
from hmk_graph.haat.animal_models import Animal, AnimalWeight
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.lot_terms import PER_HEAD
from hmk_graph.money import Paisa

# How long ago each began. The latest is over by now even if late bids moved its end.
BEGAN = tuple(timedelta(minutes=minutes) for minutes in (15, 32, 53, 78, 106, 141))
# Too short for a featured lot: the price starts near the value, and a few dozen bids decide.
SHARE_OF_QUICK = 0.8
ANNOUNCED_BEFORE = timedelta(hours=1)


@dataclass(eq=False)
class Told:
    """A clock that says what it is told, for what is brought in after it happened."""

    moment: datetime

    async def __call__(self) -> datetime:
        """Return the moment that was told last."""
        return self.moment


def slots(now: datetime, tempo: Tempo, *, known: int) -> list[Slot]:
    """Return when those were held that a house lacks which knows so many ended ones."""
    length = tempo.quick_for * SHARE_OF_QUICK
    starts = [now - ago for ago in BEGAN[known:]]
    return [program.slot_between(start, start + length, tempo) for start in starts]


async def hold(
    register: Register, seller: Seller, slot: Slot, rng: Random, *, tempo: Tempo, key: str
) -> None:
    """Bring an animal to the block, have it bid for, and let the hammer fall, all in the past."""
    told = Told(slot.starts_at - ANNOUNCED_BEFORE)
    lot = await stocking.put_on_block(register, seller, slot, rng, key=key, clock=told)
    table = await _table(lot, slot)
    for bidder in table.interested():
        await barring.register_bidder(register.account(bidder), lot.haat_id, clock=told)
    told.moment = slot.starts_at
    await closing.open_lot(lot.id, told)
    for moment in _turns(slot, rng, tempo):
        told.moment = moment
        await _bid(register, lot, table, rng, told)
    told.moment = (await Lot.get(id=lot.id)).ends_at or slot.until
    await closing.close_lot(lot.id, told)


async def _table(lot: Lot, slot: Slot) -> Table:
    animal = await Animal.get(id=lot.animal_id)
    weight = await AnimalWeight.get(animal_id=animal.id)
    return Table(
        lot_id=f"Lot:{lot.id}",
        slot=slot,
        value=animals.worth(animal.species, weight.grams),
        start=lot.start_paisa,
        minimum=lot.start_paisa,
    )


def _turns(slot: Slot, rng: Random, tempo: Tempo) -> Iterator[datetime]:
    """Yield when somebody may bid: as on steady lots, until the planned end."""
    moment = slot.starts_at
    while (moment := moment + timedelta(seconds=rng.uniform(*tempo.steady_bid_s))) < slot.until:
        yield moment


async def _bid(register: Register, lot: Lot, table: Table, rng: Random, told: Told) -> None:
    """Place the bid that a simulated person would; none where it is too dear for all."""
    wish = wishing.wish(table, rng)
    if wish is None:
        return
    receipt = await bidding.place_bid(
        register.account(wish.bidder),
        lot.id,
        wish.maximum,
        idempotency_key=f"demo {lot.id} {told.moment:%H%M%S%f}",
        clock=told,
    )
    table.own[receipt.alias] = wish.bidder
    table.price = receipt.price
    # The receipt's own is the leader's secret, this the others' least.
    table.minimum = receipt.price + PER_HEAD.step(Paisa(receipt.price))
    if receipt.leading:
        table.leader = receipt.alias
