"""Reads of drivers and trips. Who asks comes first; what is not his is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tortoise.connection import get_connection
from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access
from hmk_graph.accounts.models import AccountState, ApplicationState, Role, RoleGrant
from hmk_graph.clock import Clock
from hmk_graph.dispatch import location_rules, parties, positions, rules
from hmk_graph.dispatch.machines import Party
from hmk_graph.dispatch.models import (
    Driver,
    Offer,
    OfferState,
    Trip,
    Vehicle,
    VehicleKind,
    VehicleState,
)
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.errors import NotFound
from hmk_graph.geo import Point

EMERGENCY = "999"
MOST_PHONES = 20
# What is only drafted is nobody's business yet.
DECIDABLE = tuple(state for state in ApplicationState if state is not ApplicationState.DRAFT)
# A degree of latitude is so many meters, to lay out cells by.
METERS_A_DEGREE = 111_195


@dataclass(frozen=True, kw_only=True)
class Cell:
    """How many vehicles stand in a square of 500 meters, by its middle."""

    center: Point
    vehicles: int


async def visible_trip(viewer_id: int | None, trip_id: int) -> Trip:
    """Return a trip in which the viewer has a part.

    Raises:
        NotFound: There is none, or he has no part in it.
    """
    trip = await Trip.get_or_none(id=trip_id)
    if trip is None or viewer_id is None or not await parties.parties(viewer_id, trip):
        raise NotFound
    return trip


async def parts(viewer_id: int | None, trips: Sequence[Trip]) -> list[set[Party]]:
    """Return as what the viewer stands before each trip, by three statements for all of them."""
    if viewer_id is None:
        return [set() for _ in trips]
    own = {driver.id for driver in await Driver.filter(account_id=viewer_id)}
    desks = await _desks(viewer_id, [trip.id for trip in trips])
    return [
        {
            party
            for party, holds in (
                (Party.RIDER, viewer_id in (trip.rider_id, trip.requester_id)),
                (Party.DRIVER, trip.driver_id in own and trip.state in parties.DRIVERS),
                (Party.DISPATCHER, trip.id in desks),
            )
            if holds
        }
        for trip in trips
    ]


def my_trips(viewer_id: int) -> QuerySet[Trip]:
    """Return the query of the trips that a person asked for, or that were asked for him."""
    return Trip.filter(Q(rider_id=viewer_id) | Q(requester_id=viewer_id))


async def my_driving(viewer_id: int) -> QuerySet[Trip]:
    """Return the query of the trips that a person has as their driver, or has driven."""
    own = await Driver.filter(account_id=viewer_id).values_list("id", flat=True)
    return Trip.filter(driver_id__in=list(own), state__in=list(parties.DRIVERS))


async def desk_trips(viewer_id: int, states: Collection[str]) -> QuerySet[Trip]:
    """Return the query of the trips of the areas at whose desk the viewer sits; else none."""
    seen = Trip.filter(state__in=list(states))
    if await access.is_dispatcher_of(viewer_id, []):
        return seen
    return seen.filter(place__path__overlap=await _areas(viewer_id, Role.DISPATCHER))


async def drivers_to_decide(
    viewer_id: int, states: Collection[ApplicationState]
) -> QuerySet[Driver]:
    """Return the query of the drivers about whom the viewer may decide: of his areas."""
    seen = Driver.filter(state__in=list(states)).exclude(account_id=viewer_id)
    if await access.is_officer_of(viewer_id, []):
        return seen
    return seen.filter(place__path__overlap=await _areas(viewer_id, Role.OFFICER))


def waiting_among(drivers: QuerySet[Driver], *, waiting: bool) -> QuerySet[Driver]:
    """Narrow a query to drivers of whom, or of whose vehicle, a decision is due; or to the rest."""
    unseen = Subquery(Vehicle.filter(state=VehicleState.PENDING).values("driver_id"))
    driving = Q(state=ApplicationState.VERIFIED, id__in=unseen)
    due = Q(Q(state=ApplicationState.SUBMITTED), driving, join_type=Q.OR)
    return drivers.filter(due if waiting else ~due)


async def decides_about(officer_id: int, person_id: int) -> bool:
    """Say whether somebody decides, or has decided, as an officer about a person as a driver."""
    seen = await drivers_to_decide(officer_id, DECIDABLE)
    return await seen.filter(account_id=person_id).exists()


async def vehicles_of(driver_ids: Sequence[int]) -> list[list[Vehicle]]:
    """Return the vehicles of each driver, in the order in which they were written down."""
    found: dict[int, list[Vehicle]] = {driver_id: [] for driver_id in driver_ids}
    for vehicle in await Vehicle.filter(driver_id__in=list(found)).order_by("id"):
        found[vehicle.driver_id].append(vehicle)
    return [found[driver_id] for driver_id in driver_ids]


async def drivers(ids: Sequence[int]) -> list[Driver | None]:
    """Return the drivers with these ids, in their order."""
    found = {driver.id: driver for driver in await Driver.filter(id__in=list(set(ids)))}
    return [found.get(one) for one in ids]


async def vehicles(ids: Sequence[int]) -> list[Vehicle | None]:
    """Return the vehicles with these ids, in their order."""
    found = {vehicle.id: vehicle for vehicle in await Vehicle.filter(id__in=list(set(ids)))}
    return [found.get(one) for one in ids]


async def open_offer(driver_id: int) -> Offer | None:
    """Return the offer that a driver may answer, or None."""
    return await Offer.filter(driver_id=driver_id, state=OfferState.SENT).first()


async def present_trip(driver_id: int) -> Trip | None:
    """Return the trip that a driver has, or None."""
    return await Trip.filter(driver_id=driver_id, state__in=list(rules.CARRYING)).first()


async def ambulance_phones(place_ids: Sequence[int]) -> list[list[str]]:
    """Return for each place the numbers to ring: 999, then its district's ambulances."""
    rows = await get_connection("default").execute_query_dict(_PHONES, [list(set(place_ids))])
    found: dict[int, list[str]] = {place_id: [EMERGENCY] for place_id in place_ids}
    for row in rows:
        if len(found[row["place_id"]]) < MOST_PHONES:
            found[row["place_id"]].append(row["contact_phone"])
    return [found[place_id] for place_id in place_ids]


async def cells(
    kinds: Collection[VehicleKind],
    skill: str,
    around: Point,
    *,
    whereabouts: Whereabouts,
    clock: Clock,
) -> list[Cell]:
    """Return how many free vehicles stand around a point, in squares of 500 meters.

    Before a trip has its driver nobody learns more about where drivers are.
    """
    now = await clock()
    near = await positions.near(
        whereabouts,
        [rules.cohort_of(kind, skill) for kind in kinds],
        around,
        radius_m=rules.RADII_M[-1],
        limit=rules.MOST_CANDIDATES,
        since=now - rules.fresh_enough(kinds),
    )
    free = await _free([one.seen.driver_id for one in near])
    counted = Counter(_cell_of(one.seen.fix.point) for one in near if one.seen.driver_id in free)
    return [
        Cell(center=center, vehicles=count)
        for center, count in sorted(counted.items(), key=lambda one: (one[0].lat, one[0].lng))
    ]


def _cell_of(point: Point) -> Point:
    """Return the middle of the square that a point lies in.

    All cells of the district have the width that 500 meters have at its latitude, 24.4° north.
    """
    high = location_rules.CELL_M / METERS_A_DEGREE
    wide = high / 0.9107
    return Point(
        round((point.lat // high + 0.5) * high, 6), round((point.lng // wide + 0.5) * wide, 6)
    )


async def _free(driver_ids: Sequence[int]) -> set[int]:
    rows = await get_connection("default").execute_query_dict(_FREE, [list(driver_ids)])
    return {row["id"] for row in rows}


async def _areas(viewer_id: int, role: Role) -> list[int]:
    areas = await RoleGrant.filter(
        account_id=viewer_id, role=role, revoked_at=None, account__state=AccountState.ACTIVE
    ).values_list("place_id", flat=True)
    return [int(str(area)) for area in areas if area is not None]


async def _desks(viewer_id: int, trip_ids: Sequence[int]) -> set[int]:
    rows = await get_connection("default").execute_query_dict(_DESKS, [viewer_id, list(trip_ids)])
    return {row["id"] for row in rows}


_FREE = """
SELECT d.id FROM dispatch_driver d JOIN dispatch_vehicle v ON v.id = d.vehicle_id
JOIN accounts_account a ON a.id = d.account_id AND a.state = 'ACTIVE'
WHERE d.id = ANY($1) AND d.state = 'VERIFIED' AND v.state = 'VERIFIED'
  AND NOT EXISTS (SELECT 1 FROM dispatch_trip t WHERE t.driver_id = d.id
                  AND t.state IN ('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP'))
"""
_DESKS = """
SELECT t.id FROM dispatch_trip t JOIN places_place p ON p.id = t.place_id
WHERE t.id = ANY($2) AND EXISTS (
    SELECT 1 FROM accounts_role_grant g JOIN accounts_account a ON a.id = g.account_id
    WHERE g.account_id = $1 AND g.revoked_at IS NULL AND a.state = 'ACTIVE'
      AND (g.role = 'ADMINISTRATOR' OR g.role = 'DISPATCHER'
           AND (g.place_id IS NULL OR g.place_id = ANY(p.path))))
"""
# The district is the second rung of a place's path.
_PHONES = """
SELECT DISTINCT here.id AS place_id, d.contact_phone
FROM places_place here JOIN places_place home ON home.path[2] = here.path[2]
JOIN dispatch_driver d ON d.place_id = home.id AND d.state = 'VERIFIED'
JOIN accounts_account a ON a.id = d.account_id AND a.state = 'ACTIVE'
JOIN dispatch_vehicle v ON v.driver_id = d.id AND v.state = 'VERIFIED'
WHERE here.id = ANY($1) AND v.kind::text LIKE 'AMBULANCE%'
ORDER BY here.id, d.contact_phone
"""
