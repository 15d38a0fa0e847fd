"""Who may give red cells to whom, from when on, and in which order donors are asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from hmk_graph.blood.models import BloodGroup, OfferState, RequestState
from hmk_graph.clock import DHAKA

G = BloodGroup
MOST_UNITS = 20
# Nobody plans an operation further ahead here, and a request is no subscription.
LONGEST_AHEAD = timedelta(days=14)
SHORTEST_AHEAD = timedelta(minutes=30)
# One family has seldom more than one patient; more looks like a trader.
MOST_OPEN = 3

DONORS: dict[BloodGroup, frozenset[BloodGroup]] = {
    G.O_NEG: frozenset({G.O_NEG}),
    G.O_POS: frozenset({G.O_NEG, G.O_POS}),
    G.A_NEG: frozenset({G.O_NEG, G.A_NEG}),
    G.A_POS: frozenset({G.O_NEG, G.O_POS, G.A_NEG, G.A_POS}),
    G.B_NEG: frozenset({G.O_NEG, G.B_NEG}),
    G.B_POS: frozenset({G.O_NEG, G.O_POS, G.B_NEG, G.B_POS}),
    G.AB_NEG: frozenset({G.O_NEG, G.A_NEG, G.B_NEG, G.AB_NEG}),
    G.AB_POS: frozenset(G),
}
"""Recipient -> donors of red cells: 27 pairs (domain.md C.5)."""


@dataclass(frozen=True, kw_only=True)
class Giving:
    """What `data/giving.json` says; its sources stand beside it."""

    rest: timedelta
    youngest_years: int
    oldest_years: int
    lightest_kg: int
    ring_size: int
    ring_wait: timedelta
    phones_after_close: timedelta


def _giving() -> Giving:
    known = json.loads((Path(__file__).parent / "data" / "giving.json").read_text("utf-8"))
    return Giving(
        rest=timedelta(days=known["rest_days"]),
        youngest_years=known["youngest_years"],
        oldest_years=known["oldest_years"],
        lightest_kg=known["lightest_kg"],
        ring_size=known["ring_size"],
        ring_wait=timedelta(minutes=known["ring_minutes"]),
        phones_after_close=timedelta(hours=known["phones_hours_after_close"]),
    )


GIVING = _giving()


def asking_order(group: BloodGroup) -> Sequence[Sequence[BloodGroup]]:
    """Return whom to ask for a group, in tiers: the very group, the compatible, O- for last.

    O- can help everybody and is rare, so it is kept for those who can take nothing else.
    """
    others = sorted(DONORS[group] - {group, G.O_NEG}, key=list(G).index)
    last = [G.O_NEG] if group is not G.O_NEG else []
    return [tier for tier in ([group], others, last) if tier]


def eligible_on(last_given_on: date | None) -> date | None:
    """Return from which day on a person may give again; None if he never gave."""
    return None if last_given_on is None else last_given_on + GIVING.rest


def is_rested(eligible: date | None, on: date) -> bool:
    """Say whether a person's rest is over on a day."""
    return eligible is None or eligible <= on


def day_of(moment: datetime) -> date:
    """Return the date in Dhaka."""
    return moment.astimezone(DHAKA).date()


def birthdays(on: date) -> tuple[date, date]:
    """Return the first and the last birthday of those whose age fits on a day."""
    return _years_before(on, GIVING.oldest_years + 1) + timedelta(days=1), _years_before(
        on, GIVING.youngest_years
    )


def _years_before(day: date, years: int) -> date:
    """Return the day so many years ago; the 29th of February is the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def state_for(confirmed: int) -> RequestState:
    """Return the state of a running request with so many donors confirmed."""
    return RequestState.PARTIAL if confirmed else RequestState.OPEN


def phones_shown(
    state: OfferState, confirmed_at: datetime | None, closed_at: datetime | None, now: datetime
) -> bool:
    """Say whether the two sides of an offer see each other's phone.

    Only once the donor was confirmed, and until a day after the request closed; whoever drops out
    is hidden, and sees nothing, at once.
    """
    if confirmed_at is None or state in (OfferState.WITHDRAWN, OfferState.DEFERRED):
        return False
    return closed_at is None or now < closed_at + GIVING.phones_after_close
