"""How far, how many and how long to ask; what a trip costs; what counts as being there. Pure.

The numbers are those of rules.md 2.4 where it has them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.clock import DHAKA
from hmk_graph.dispatch.models import Medium, OfferState, TripKind, TripState, Vehicle, VehicleKind
from hmk_graph.dispatch.ports import Called
from hmk_graph.dispatch.tariffs import Tariff
from hmk_graph.geo import Point
from hmk_graph.money import Paisa

# --- Searching ---

RADII_M = (1_500, 3_000, 6_000, 12_000)
BATCHES = (3, 5, 7)
OFFER_LASTS = timedelta(seconds=20)
URGENT_OFFER_LASTS = timedelta(seconds=15)
# Somebody with tools in his hands looks at his phone later than a driver does (domain.md C.2).
SERVICE_OFFER_LASTS = timedelta(seconds=120)
SEARCH_LASTS = timedelta(minutes=5)
ESCALATE_AFTER = timedelta(seconds=60)
ALARM_EVERY = timedelta(seconds=60)
# Where nobody was free, somebody may come to work: look again after this.
LOOK_AGAIN = timedelta(seconds=5)
MOST_ATTEMPTS = 3
# Of those who come about as soon as the nearest, whoever waits longest is asked first.
ABOUT_AS_SOON = timedelta(minutes=2)
# More than ever stand within twelve kilometers.
MOST_CANDIDATES = 200
QUOTE_HOLDS = timedelta(minutes=10)
# A phone that had drivers come in vain: so often, and in so large a part of its trips (Namma Yatri
# weighs 40 percent, domain.md C.1). The desk then rings it before a driver is sent.
NUISANCE_WITHIN = timedelta(days=30)
NUISANCE_FROM = 3
NUISANCE_PERCENT = 40
DESK_CONFIRMS_WITHIN = timedelta(minutes=10)
SOONEST_SCHEDULED = timedelta(minutes=30)
LATEST_SCHEDULED = timedelta(days=30)
SEARCH_BEFORE = timedelta(minutes=20)
# --- Being there ---
FRESH_ENOUGH = timedelta(seconds=60)
AMBULANCE_FRESH_ENOUGH = timedelta(seconds=120)
NEAR_PICKUP_M = 150
SILENT_AFTER = timedelta(seconds=60)
DROPPED_AFTER = timedelta(minutes=3)
STUCK_AFTER = timedelta(hours=3)
CODE_TRIES = 5
# --- Money ---
FREE_WAITING = timedelta(minutes=5)
FREE_TO_CANCEL = timedelta(minutes=2)
PREVIEW_HOLDS = timedelta(minutes=2)
# The way may turn out longer than the map said; beyond this it is the house's risk.
LONGEST_OVER_QUOTE_PERCENT = 120
# Roads and rivers are longer than the line between two points.
DETOUR_PERCENT = 130
LONGEST_TRIP_M = 300_000
NIGHT_FROM, NIGHT_TO = 22, 6

AMBULANCES = frozenset(
    {
        VehicleKind.AMBULANCE_NON_AC,
        VehicleKind.AMBULANCE_AC,
        VehicleKind.AMBULANCE_ICU,
        VehicleKind.AMBULANCE_BOAT,
    }
)
# A freezer van carries the dead: nobody alive is offered one unless it was asked for.
SERVES: Mapping[TripKind, frozenset[VehicleKind]] = {
    TripKind.AMBULANCE: AMBULANCES | {VehicleKind.AMBULANCE_FREEZER},
    TripKind.AUTO: frozenset({VehicleKind.AUTO}),
    TripKind.RICKSHAW: frozenset({VehicleKind.RICKSHAW}),
    TripKind.CAR: frozenset({VehicleKind.CAR, VehicleKind.MICROBUS}),
    TripKind.BOAT: frozenset({VehicleKind.BOAT}),
    TripKind.GOODS: frozenset({VehicleKind.PICKUP, VehicleKind.BOAT}),
    TripKind.DRIVER: frozenset({VehicleKind.ON_FOOT}),
    TripKind.HOME_SERVICE: frozenset({VehicleKind.ON_FOOT}),
}
CALLED_BY: Mapping[VehicleKind, frozenset[TripKind]] = {
    kind: frozenset(call for call, served in SERVES.items() if kind in served)
    for kind in VehicleKind
    if kind is not VehicleKind.ON_FOOT  # called by a skill
}
DRIVING = "driver"
WATERBORNE = frozenset({VehicleKind.BOAT, VehicleKind.AMBULANCE_BOAT})
SPEED_KMH = {
    VehicleKind.AUTO: 25,
    VehicleKind.RICKSHAW: 10,
    VehicleKind.CAR: 35,
    VehicleKind.MICROBUS: 35,
    VehicleKind.PICKUP: 25,
    VehicleKind.BOAT: 12,
    VehicleKind.ON_FOOT: 12,
    VehicleKind.AMBULANCE_BOAT: 18,
}
AMBULANCE_KMH = 40
SEARCHING = frozenset({TripState.SEARCHING, TripState.ESCALATED})
COMING = frozenset({TripState.ASSIGNED, TripState.EN_ROUTE})
CARRYING = frozenset({TripState.ASSIGNED, TripState.EN_ROUTE, TripState.ARRIVED, TripState.IN_TRIP})
ENDED = frozenset({TripState.COMPLETED, TripState.CANCELLED, TripState.NO_DRIVER})


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A driver who could come: how far he is in a straight line, and when he might be there.

    `served_at` is when he last got a trip; None: he never had one.
    """

    driver_id: int
    vehicle_id: int
    vehicle_kind: VehicleKind
    distance_m: int
    busy_with_offer: bool = False
    served_at: datetime | None = None

    @property
    def eta_s(self) -> int:
        """Return in how many seconds he might be there."""
        return eta_s(self.distance_m, self.vehicle_kind)


@dataclass(frozen=True, kw_only=True)
class Fare:
    """A price and the named lines that it adds up from."""

    lines: tuple[tuple[str, Paisa], ...]

    @property
    def total(self) -> Paisa:
        """Return the sum."""
        return Paisa(sum(amount for _, amount in self.lines))


def called_with(account_id: int, vehicles: Sequence[Vehicle]) -> Called:
    """Return for what a person is called who goes out with these."""
    return Called(
        account_id=account_id,
        trip_kinds=frozenset(call for one in vehicles for call in CALLED_BY.get(one.kind, ())),
        skills=frozenset(one.skill for one in vehicles if one.skill),
    )


def medium_of(kind: VehicleKind) -> Medium:
    """Return on what such a vehicle goes."""
    return Medium.WATER if kind in WATERBORNE else Medium.ROAD


def cohort_of(kind: VehicleKind, skill: str) -> str:
    """Return the name under which equal vehicles are found: the kind, or the skill on foot."""
    return f"{kind.value}:{skill}" if kind is VehicleKind.ON_FOOT else kind.value


def wanted_kinds(
    kind: TripKind, asked: Collection[VehicleKind], medium: Medium | None
) -> frozenset[VehicleKind]:
    """Return which vehicles can serve: those asked for, else all of the kind but freezers.

    Empty when nothing of what was asked can serve such a trip.
    """
    usual = SERVES[kind] - {VehicleKind.AMBULANCE_FREEZER}
    able = SERVES[kind] & frozenset(asked) if asked else usual
    return frozenset(one for one in able if medium is None or medium_of(one) is medium)


def eta_s(distance_m: int, kind: VehicleKind) -> int:
    """Return the seconds that a vehicle may need for a distance in a straight line."""
    meters_per_hour = SPEED_KMH.get(kind, AMBULANCE_KMH) * 1_000
    return math.ceil(distance_m * DETOUR_PERCENT * 36 / meters_per_hour)


def radius_m(batch: int) -> int:
    """Return how far the batch (from 1) looks."""
    return RADII_M[min(batch, len(RADII_M)) - 1]


def offer_lasts(kind: TripKind, *, urgent: bool) -> timedelta:
    """Return how long a driver has to answer."""
    if urgent:
        return URGENT_OFFER_LASTS
    return SERVICE_OFFER_LASTS if kind is TripKind.HOME_SERVICE else OFFER_LASTS


def next_batch(
    candidates: Sequence[Candidate],
    asked: Mapping[int, OfferState],
    *,
    batch: int,
    urgent: bool,
) -> tuple[int, list[Candidate]]:
    """Return the number of the next batch that reaches somebody, and whom it asks.

    `asked` says how each driver answered in this attempt. Who declined is not asked again. Who let
    an offer run out is: in an emergency with the next circle, otherwise when nobody else is left.
    An urgent call asks everybody within the circle, and may take a driver from a plain offer. The
    list is empty when there is nobody within the widest circle.
    """
    able = [one for one in candidates if urgent or not one.busy_with_offer]
    able = [one for one in able if asked.get(one.driver_id) is not OfferState.DECLINED]
    fresh = able if urgent else [one for one in able if one.driver_id not in asked]
    for number in range(batch + 1, max(batch + 1, len(RADII_M)) + 1):
        within = [one for one in fresh if one.distance_m <= radius_m(number)]
        if within:
            return number, _nearest(within) if urgent else fairly(within)[: batch_size(number)]
    within = [one for one in able if one.distance_m <= RADII_M[-1]]
    chosen = _nearest(within) if urgent else fairly(within)
    return max(batch + 1, len(RADII_M)), chosen[: batch_size(len(BATCHES))]


def batch_size(batch: int) -> int:
    """Return how many drivers the batch (from 1) asks at once."""
    return BATCHES[min(batch, len(BATCHES)) - 1]


def fairly(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Order drivers by when they might be there, and among about equals by who waits longest.

    Equal are those within the same two minutes, counted from the nearest (domain.md C.2): a rider
    waits hardly longer, and work does not all go to who stands at the bazaar. Who never had a trip
    comes first.
    """
    soonest = min((one.eta_s for one in candidates), default=0)
    width_s = int(ABOUT_AS_SOON.total_seconds())

    def rank(one: Candidate) -> tuple[int, bool, float, int, int]:
        served = one.served_at.timestamp() if one.served_at else 0.0
        about = (one.eta_s - soonest) // width_s
        return about, one.served_at is not None, served, one.eta_s, one.driver_id

    return sorted(candidates, key=rank)


def _nearest(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (one.eta_s, one.driver_id))


def is_nuisance(*, in_vain: int, driven: int) -> bool:
    """Say whether the desk rings a phone first: of its trips so many were in vain."""
    share = NUISANCE_PERCENT * (in_vain + driven)
    return in_vain >= NUISANCE_FROM and in_vain * 100 >= share


def quoted(tariff: Tariff, distance_m: int | None, starts_at: datetime) -> Fare:
    """Return the fare of a way, or of an open one (None) what it costs before the first meter.

    `distance_m` is the way as it is driven, in meters.
    """
    lines = [("BASE", tariff.base)]
    if distance_m is not None and tariff.per_km:
        lines.append(("DISTANCE", per_distance(tariff.per_km, distance_m)))
    if is_night(starts_at) and tariff.night:
        lines.append(("NIGHT", tariff.night))
    return Fare(lines=tuple(lines))


def way_m(straight_m: int) -> int:
    """Return how long the way is by road or river, guessed from the straight line."""
    return straight_m * DETOUR_PERCENT // 100


def per_distance(per_km: int, distance_m: int) -> Paisa:
    """Return the price of a distance, rounded to whole taka."""
    return Paisa((per_km * distance_m + 50_000) // 100_000 * 100)


def final_fare(
    lines: Sequence[tuple[str, int]],
    *,
    per_km: int,
    waiting_per_min: int,
    quoted_m: int | None,
    travelled_m: int | None,
    waited: timedelta,
) -> Fare:
    """Return what is paid at the end: the lines of the quote, with the way and the waiting counted.

    The way is the trail's, never more than a fifth above the quoted one. A trip that was not
    tracked (`travelled_m` None) costs what was quoted. Waiting is free for five minutes.
    """
    fixed = [(name, Paisa(amount)) for name, amount in lines if name != "DISTANCE"]
    counted = quoted_m if travelled_m is None else travelled_m
    if counted is not None and quoted_m is not None:
        counted = min(counted, quoted_m * LONGEST_OVER_QUOTE_PERCENT // 100)
    if counted is not None and per_km:
        fixed.append(("DISTANCE", per_distance(per_km, min(counted, LONGEST_TRIP_M))))
    minutes = math.ceil(max(timedelta(0), waited - FREE_WAITING) / timedelta(minutes=1))
    if minutes and waiting_per_min:
        fixed.append(("WAITING", Paisa(minutes * waiting_per_min)))
    return Fare(lines=tuple(fixed))


def cancel_fee(
    kind: TripKind,
    state: TripState,
    *,
    full_fee: int,
    assigned_at: datetime | None,
    now: datetime,
) -> Paisa:
    """Return what it costs the rider to cancel now: nothing for an ambulance, ever."""
    if kind is TripKind.AMBULANCE or state not in CARRYING or assigned_at is None:
        return Paisa(0)
    if state is not TripState.ARRIVED and now < assigned_at + FREE_TO_CANCEL:
        return Paisa(0)
    return Paisa(full_fee)


def is_night(at: datetime) -> bool:
    """Say whether a moment lies in the night of Bangladesh, from ten to six."""
    hour = at.astimezone(DHAKA).hour
    return hour >= NIGHT_FROM or hour < NIGHT_TO


def fresh_enough(kinds: Collection[VehicleKind]) -> timedelta:
    """Return how old a position may be of a driver who is to be asked."""
    return AMBULANCE_FRESH_ENOUGH if AMBULANCES & frozenset(kinds) else FRESH_ENOUGH


def is_at_pickup(seen: Point | None, pickup: Point) -> bool:
    """Say whether a driver stands where he was called to."""
    return seen is not None and seen.distance_m(pickup) <= NEAR_PICKUP_M


def allows_another_attempt(attempt: int) -> bool:
    """Say whether a trip that lost its driver is offered anew."""
    return attempt < MOST_ATTEMPTS
