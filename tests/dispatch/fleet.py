"""Drivers at work around Karimganj, and trips that somebody asked for.

Distances are told in meters to the north of the center, so that a test can say who stands nearer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from hmk_graph.accounts.models import Account, ApplicationState, Role
from hmk_graph.clock import Clock
from hmk_graph.dispatch import positions, quoting, requesting, rules
from hmk_graph.dispatch.location_rules import Fix
from hmk_graph.dispatch.models import Driver, Offer, Quote, Trip, TripKind, Vehicle, VehicleKind
from hmk_graph.dispatch.positions import Seen
from hmk_graph.dispatch.quoting import Wish
from hmk_graph.dispatch.requesting import Call
from hmk_graph.dispatch.sightings import TableWhereabouts
from hmk_graph.geo import Point
from hmk_graph.places.models import Place
from tests import factories
from tests.factories import NOON, at

CENTER = Point(24.45, 90.88)
HOSPITAL = Point(24.47, 90.90)
WHERE = TableWhereabouts()
_keys = count(1)


@dataclass(frozen=True)
class Crew:
    """A driver with what he goes out with."""

    account: Account
    driver: Driver
    vehicle: Vehicle

    @property
    def id(self) -> int:
        return self.driver.id


def key() -> str:
    """Return an idempotency key that no other call returned."""
    return f"key {next(_keys)}"


def north(meters: float) -> Point:
    """Return a point so many meters to the north of the center."""
    return Point(CENTER.lat + meters / 111_195, CENTER.lng)


async def area() -> Place:
    """Return the union where everybody lives, with an upazila that is on the map."""
    union = await factories.union()
    upazila = await factories.upazila()
    if upazila.lat is None:
        upazila.lat, upazila.lng = CENTER.lat, CENTER.lng
        await upazila.save(update_fields=["lat", "lng"])
    return union


async def crew(
    kind: VehicleKind = VehicleKind.AUTO,
    *,
    meters: float | None = 500,
    online: bool = True,
    seen_at: datetime = NOON,
    skill: str = "",
    state: ApplicationState = ApplicationState.VERIFIED,
    whereabouts: Any = WHERE,
) -> Crew:
    """Make a verified driver at work, seen so many meters north of the center (None: nowhere)."""
    account = await factories.person("মো. হানিফ")
    driver = await Driver.create(
        account=account,
        state=state,
        name="মো. হানিফ",
        contact_phone=factories.phone(),
        place=await area(),
        created_at=NOON,
    )
    vehicle = await Vehicle.create(
        driver=driver,
        kind=kind,
        medium=rules.medium_of(kind),
        skill=skill,
        plate_no="কিশোরগঞ্জ-থ ১১-১২৩৪",
        state="VERIFIED",
        created_at=NOON,
    )
    if online:
        driver.vehicle_id, driver.online_since = vehicle.id, NOON
        await driver.save(update_fields=["vehicle_id", "online_since"])
    made = Crew(account=account, driver=driver, vehicle=vehicle)
    if online and meters is not None:
        await seen(made, north(meters), seen_at=seen_at, whereabouts=whereabouts)
    return made


async def seen(
    crew: Crew, point: Point, *, seen_at: datetime = NOON, whereabouts: Any = WHERE
) -> None:
    """Have a driver seen somewhere."""
    sighting = Seen(
        driver_id=crew.id,
        fix=Fix(point=point, at=seen_at, last_at=seen_at),
        seq=0,
        heard_at=seen_at,
    )
    [held] = await whereabouts.read([crew.id])
    await whereabouts.swap(
        crew.id,
        cohort=rules.cohort_of(crew.vehicle.kind, crew.vehicle.skill),
        lat=point.lat,
        lng=point.lng,
        value=positions.written(sighting),
        expected=held,
    )


async def quote(
    rider: Account,
    kind: TripKind = TripKind.AUTO,
    *,
    clock: Clock | None = None,
    drop: Point | None = HOSPITAL,
    **wish: Any,
) -> Quote:
    """Ask what a trip from the center would cost."""
    await area()
    wanted = Wish(kind=kind, pickup=CENTER, drop=drop, **wish)
    return await quoting.quote_trip(
        rider.id, wanted, idempotency_key=key(), clock=clock or at(NOON)
    )


async def trip(
    kind: TripKind = TripKind.AUTO,
    *,
    rider: Account | None = None,
    clock: Clock | None = None,
    call: Call | None = None,
    whereabouts: Any = WHERE,
    **wish: Any,
) -> Trip:
    """Have somebody ask for a trip from the center."""
    rider = rider or await factories.person("সালমা আক্তার")
    made = await quote(rider, kind, clock=clock, **wish)
    return await requesting.request_trip(
        rider.id,
        made.id,
        call or Call(),
        idempotency_key=key(),
        whereabouts=whereabouts,
        clock=clock or at(NOON),
    )


async def offers(trip: Trip) -> dict[int, str]:
    """Return how each driver stands to a trip, by the newest offer."""
    found = await Offer.filter(trip_id=trip.id).order_by("id")
    return {offer.driver_id: offer.state.value for offer in found}


async def offer_to(crew: Crew) -> Offer:
    """Return the newest offer to a driver."""
    offer = await Offer.filter(driver_id=crew.id).order_by("-id").first()
    assert offer is not None, "nothing was offered to this driver"
    return offer


async def dispatcher(place: Place | None = None) -> Account:
    """Make a dispatcher of a place and all below it; without one, of the district."""
    someone = await factories.person("ডেসপ্যাচার")
    await factories.granted(someone, Role.DISPATCHER, place or await factories.district())
    return someone


def later(**span: float) -> Clock:
    """Return a clock that stands some time after NOON."""
    return at(NOON + timedelta(**span))
