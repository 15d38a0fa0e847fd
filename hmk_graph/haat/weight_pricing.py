"""What an animal costs that is sold by its live weight: so much a kilogram, by the scale.

It is offered at the weight that was written down, and paid for at the most that may come of it; the
scale at the handover says what it costs. Within the tolerance that is the end of it; outside the
buyer agrees or goes (domain.md B.8). Rules only, nothing is stored here.
"""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.money import TAKA, Paisa

KILOGRAM = 1_000  # grams
BASIS_POINTS = 10_000
# AuctionsPlus takes 3 in a hundred for cattle, 5 for sheep and goats (domain.md B.8).
TOLERANCE_SMALL, TOLERANCE = 500, 300
SMALL = frozenset({"goat", "sheep", "dumba"})
# An assessment counts for so long there; what was weighed before is weighed anew.
WEIGHED_WITHIN = timedelta(days=30)


def price_of(per_kg: Paisa, grams: int) -> Paisa:
    """Return what so many grams cost, in paisa, half up, rounded once."""
    return Paisa((per_kg * grams + KILOGRAM // 2) // KILOGRAM)


def asked_for(per_kg: Paisa, grams: int) -> Paisa:
    """Return the price that is shown before the scale has spoken: whole taka, half up."""
    return Paisa((price_of(per_kg, grams) + TAKA // 2) // TAKA * TAKA)


def heaviest(species: str, declared_grams: int) -> int:
    """Return the grams up to which a weight is the declared one."""
    return declared_grams * (BASIS_POINTS + _tolerance(species)) // BASIS_POINTS


def fits(species: str, declared_grams: int, grams: int) -> bool:
    """Say whether a weight is the declared one, within the tolerance of its kind."""
    return abs(grams - declared_grams) * BASIS_POINTS <= declared_grams * _tolerance(species)


def most(per_kg: Paisa, species: str, declared_grams: int) -> Paisa:
    """Return the most that an animal may come to, which its buyer pays in: whole taka, rounded up.

    What the scale leaves of it goes back to him.
    """
    return Paisa(-(-price_of(per_kg, heaviest(species, declared_grams)) // TAKA) * TAKA)


def asks(deal: Deal) -> bool:
    """Say whether the scale has shown a weight that the buyer has to agree to or refuse."""
    return (
        deal.state is DealState.PAID
        and deal.weighed_grams is not None
        and deal.weighed_grams != deal.agreed_grams
    )


def _tolerance(species: str) -> int:
    return TOLERANCE_SMALL if species in SMALL else TOLERANCE
