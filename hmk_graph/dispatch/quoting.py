"""What a trip would cost, said before anybody is asked to come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hmk_graph.accounts import access
from hmk_graph.accounts import rules as lines
from hmk_graph.clock import Clock
from hmk_graph.dispatch import rules
from hmk_graph.dispatch.errors import BadHour, NothingServes, OutsideArea, TripTooFar
from hmk_graph.dispatch.models import Medium, Quote, TripKind, VehicleKind
from hmk_graph.dispatch.tariffs import tariffs
from hmk_graph.dispatch.trip_keeping import e6
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.geo import Point
from hmk_graph.idempotency import recall, remember
from hmk_graph.places import finding
from hmk_graph.places.models import Place, PlaceKind

# The farthest corner of the district lies nearer to a center of an upazila than this.
SERVED_WITHIN_M = 40_000
LONGEST_SKILL = 40


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody asks for. `drop` None: to be told on the way. `starts_at` None: now."""

    kind: TripKind
    pickup: Point
    drop: Point | None = None
    vehicle_kinds: Collection[VehicleKind] = ()
    medium: Medium | None = None
    skill: str = ""
    starts_at: datetime | None = None


@whole_command
async def quote_trip(account_id: int, wish: Wish, *, idempotency_key: str, clock: Clock) -> Quote:
    """Say what a trip would cost, in named lines, for ten minutes.

    Raises:
        NothingServes: No vehicle that was asked for can serve such a trip.
        OutsideArea: The pickup is beyond what is served. TripTooFar: The way is too long.
        BadHour: It is scheduled too soon or too late.
        BadInput: A home service needs its skill.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    skill = _skill_of(wish)
    kinds = rules.wanted_kinds(wish.kind, wish.vehicle_kinds, wish.medium)
    if not kinds:
        raise NothingServes
    way_m = None if wish.drop is None else rules.way_m(round(wish.pickup.distance_m(wish.drop)))
    if way_m is not None and way_m > rules.LONGEST_TRIP_M:
        raise TripTooFar
    async with transaction(actor_id=account_id, command_id=idempotency_key):
        earlier = await recall(account_id, "quoteTrip", idempotency_key, **_given(wish))
        if earlier is not None:
            return await Quote.get(id=earlier["quote_id"])
        await access.acting(account_id)
        place = await area_of(wish.pickup)
        now = await clock()
        if wish.starts_at is not None:
            ahead = wish.starts_at - now
            if not rules.SOONEST_SCHEDULED <= ahead <= rules.LATEST_SCHEDULED:
                raise BadHour
        tariff = tariffs()[wish.kind]
        fare = rules.quoted(tariff, way_m, wish.starts_at or now)
        quote = await Quote.create(
            account_id=account_id,
            kind=wish.kind,
            vehicle_kinds=sorted(kind.value for kind in kinds),
            skill=skill,
            place_id=place.id,
            pickup_lat_e6=e6(wish.pickup.lat),
            pickup_lng_e6=e6(wish.pickup.lng),
            drop_lat_e6=None if wish.drop is None else e6(wish.drop.lat),
            drop_lng_e6=None if wish.drop is None else e6(wish.drop.lng),
            distance_m=way_m,
            lines=[{"name": name, "amount": amount} for name, amount in fare.lines],
            rates={
                "per_km": tariff.per_km,
                "waiting_per_min": tariff.waiting_per_min,
                "cancel": tariff.cancel,
            },
            total_paisa=fare.total,
            starts_at=wish.starts_at,
            quoted_at=now,
        )
        await remember(account_id, "quoteTrip", idempotency_key, {"quote_id": quote.id})
    return quote


async def area_of(point: Point) -> Place:
    """Return the upazila that answers for a point: the one around it, else the nearest.

    Raises:
        OutsideArea: Every upazila that is known lies too far.
    """
    around = await finding.place_at(point)
    if around is not None:
        return around
    known = await Place.filter(kind=PlaceKind.UPAZILA, lat__not_isnull=True)
    nearest = min(known, key=lambda place: _distance_m(place, point), default=None)
    if nearest is None or _distance_m(nearest, point) > SERVED_WITHIN_M:
        raise OutsideArea
    return nearest


def _distance_m(place: Place, point: Point) -> float:
    if place.lat is None or place.lng is None:
        return float("inf")
    return Point(place.lat, place.lng).distance_m(point)


def _skill_of(wish: Wish) -> str:
    skill = lines.line_of(wish.skill, "skill", longest=LONGEST_SKILL, shortest=0)
    if wish.kind is TripKind.DRIVER:
        return rules.DRIVING
    if bool(skill) != (wish.kind is TripKind.HOME_SERVICE):
        raise BadInput(
            "skill",
            why_bn="শুধু বাসায় সেবার জন্য দক্ষতা বেছে নিন।",
            why_en="a skill is asked for with a home service, and with nothing else.",
        )
    return skill


def _given(wish: Wish) -> dict[str, Any]:  # Any: JSON
    """Return a wish as it is remembered under its key."""
    return {
        "kind": wish.kind,
        "pickup": [wish.pickup.lat, wish.pickup.lng],
        "drop": wish.drop and [wish.drop.lat, wish.drop.lng],
        "vehicles": sorted(kind.value for kind in wish.vehicle_kinds),
        "medium": wish.medium,
        "skill": wish.skill,
        "starts_at": wish.starts_at and wish.starts_at.isoformat(),
    }
