"""What the demo's sellers ask, and what its buyers would pay at most."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hmk_graph.demo.animals import Beast
from hmk_graph.demo.program import Slot
from hmk_graph.money import TAKA, Paisa, share_of

# In basis points of the value. Featured lots start low, so that six lively minutes find room;
# those that are over in a few minutes start high, or they would not reach what they are worth.
START_FEATURED = (2_500, 3_000)
START_SHORT = (7_000, 7_800)
START_STEADY = (3_200, 4_200)
RESERVE = (7_800, 9_000)
# One seller in fifteen hopes for too much, so that not every lot is sold.
RESERVE_TOO_HIGH = 11_800
HOPEFUL = 1 / 15
WITH_RESERVE = 0.6
ASKED = (10_000, 10_800)
LIMIT = (8_400, 10_500)


@dataclass(frozen=True, kw_only=True)
class AskedTerms:
    """Where bidding starts, and the hidden least; `reserve` None: none."""

    start: Paisa
    reserve: Paisa | None


def lot_wish(beast: Beast, rng: Random, slot: Slot | None = None) -> AskedTerms:
    """Return the terms that a seller asks for in an auction; without a slot, in a steady one."""
    shares = START_STEADY
    if slot is not None and slot.quick:
        shares = START_FEATURED if slot.featured else START_SHORT
    start = rounded(share_of(beast.value, rng.randint(*shares)))
    if rng.random() > WITH_RESERVE:
        return AskedTerms(start=start, reserve=None)
    share = RESERVE_TOO_HIGH if rng.random() < HOPEFUL else rng.randint(*RESERVE)
    return AskedTerms(start=start, reserve=max(start, rounded(share_of(beast.value, share))))


def asked_price(beast: Beast, rng: Random) -> Paisa:
    """Return the price that a seller asks outside an auction."""
    return rounded(share_of(beast.value, rng.randint(*ASKED)))


def private_limit(phone: str, lot_id: str, value: Paisa) -> Paisa:
    """Return the most that a simulated bidder pays for a lot: his own, and always the same."""
    return rounded(share_of(value, Random(f"{phone} {lot_id}").randint(*LIMIT)))


def rounded(amount: int) -> Paisa:
    """Return an amount in hundreds of taka, and never none."""
    hundred = 100 * TAKA
    return Paisa(max(hundred, amount // hundred * hundred))
