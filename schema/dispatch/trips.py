"""A trip as those see it who have a part in it, and lists of trips."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import strawberry

from hmk_graph import errors
from hmk_graph.dispatch import machines, queries, rules
from hmk_graph.dispatch import models as tables
from hmk_graph.dispatch.machines import TRIP
from hmk_graph.dispatch.trip_keeping import drop_of, pickup_of
from hmk_graph.geo import Point
from hmk_graph.haat import carrying as animals
from hmk_graph.money import Paisa
from hmk_graph.orders import carrying as parcels
from hmk_graph.places.queries import by_ids
from hmk_graph.state_machines import allowed
from schema import ids
from schema.context import Info
from schema.dispatch.choices import (
    Medium,
    Move,
    Party,
    Reason,
    Tracking,
    TripKind,
    TripState,
    VehicleKind,
)
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.places import GeoPoint, Place
from schema.scalars import Cursor

OPEN = [state for state in TripState if state not in rules.ENDED]
CALLABLE = frozenset({TripState.SEARCHING, TripState.ESCALATED})


@strawberry.type(description="One line of a fare.")
class FareLine:
    name: str = strawberry.field(description="BASE, DISTANCE, NIGHT or WAITING.")
    amount: Paisa = strawberry.field(description="What it adds.")


@strawberry.type(description="Who comes, as the rider and the desk see him.")
class TripDriver:
    name: str = strawberry.field(description="The driver's name.")
    phone: str = strawberry.field(description="Where he can be called.")
    vehicle_kind: VehicleKind | None = strawberry.field(
        description="With what he comes; null if the desk reached him by voice."
    )
    plate_no: str = strawberry.field(description="The vehicle's number, or how to know it.")


@strawberry.type(description="Whom to look for, as the driver and the desk see him.")
class TripRider:
    name: str = strawberry.field(description="The name; may be empty.")
    phone: str = strawberry.field(description="Where to call.")


@strawberry.type(description="A trip: somebody was called, and comes.")
class Trip:
    row: strawberry.Private[tables.Trip]

    @strawberry.field(description="The trip's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Trip", self.row.id)

    @strawberry.field(description="What was asked for.")
    def kind(self) -> TripKind:
        return self.row.kind

    @strawberry.field(description="How far it has come.")
    def state(self) -> TripState:
        return self.row.state

    @strawberry.field(description="The same, as Beckn and ONDC name it.")
    def ondc_state(self) -> str:
        return machines.ONDC_STATE[self.row.state]

    @strawberry.field(description="From 1; rises each time that another driver is searched for.")
    def attempt(self) -> int:
        return int(self.row.attempt)

    @strawberry.field(description="As what the viewer stands before it.")
    async def parties(self, info: Info) -> list[Party]:
        return sorted(await self._parts(info))

    @strawberry.field(description="What the viewer may do with it now.")
    async def allowed_moves(self, info: Info) -> list[Move]:
        return [Move(name) for name in allowed(TRIP, self.row.state, *await self._parts(info))]

    @strawberry.field(description="Where it begins.")
    def pickup(self) -> GeoPoint:
        return shown_point(pickup_of(self.row))

    @strawberry.field(description="How to find it.")
    def pickup_note(self) -> str:
        return str(self.row.pickup_note)

    @strawberry.field(description="Where it leads, if that was said.")
    def drop(self) -> GeoPoint | None:
        drop = drop_of(self.row)
        return None if drop is None else shown_point(drop)

    @strawberry.field(description="How to find that.")
    def drop_note(self) -> str:
        return str(self.row.drop_note)

    @strawberry.field(description="The upazila that answers for the pickup.")
    async def place(self) -> Place:
        row = await loader(by_ids).load(self.row.place_id)
        if row is None:
            raise errors.NotFound
        return Place(row=row)

    @strawberry.field(description="Which vehicles may come.")
    def vehicle_kinds(self) -> list[VehicleKind]:
        return [VehicleKind(kind) for kind in self.row.vehicle_kinds]

    @strawberry.field(description="On what those go; null if both roads and water lead there.")
    def medium(self) -> Medium | None:
        media = {rules.medium_of(kind) for kind in self.vehicle_kinds()}
        return media.pop() if len(media) == 1 else None

    @strawberry.field(description="The skill that was asked for; empty for a ride.")
    def skill(self) -> str:
        return str(self.row.skill)

    @strawberry.field(description="What is carried, in the sender's words.")
    def cargo_note(self) -> str:
        return str(self.row.cargo_note)

    @strawberry.field(description="The deal whose animal is carried, if one is.")
    def deal_id(self) -> strawberry.ID | None:
        deal_id = animals.deal_of(self.row.cargo_ref)
        return None if deal_id is None else ids.encode("Deal", deal_id)

    @strawberry.field(description="The parcel that is carried, if one is.")
    def parcel_id(self) -> strawberry.ID | None:
        parcel_id = parcels.parcel_of(self.row.cargo_ref)
        return None if parcel_id is None else ids.encode("Parcel", parcel_id)

    @strawberry.field(description="What it costs: as quoted, and at the end as it was.")
    def fare(self) -> Paisa:
        return Paisa(self.row.fare_paisa)

    @strawberry.field(description="The lines that add up to it.")
    def fare_lines(self) -> list[FareLine]:
        return [FareLine(name=line["name"], amount=line["amount"]) for line in self.row.lines]

    @strawberry.field(description="What each further minute of waiting costs, after five.")
    def waiting_per_minute(self) -> Paisa:
        return Paisa(self.row.rates["waiting_per_min"])

    @strawberry.field(description="What calling it off has cost.")
    def cancel_fee(self) -> Paisa:
        return Paisa(self.row.cancel_fee_paisa)

    @strawberry.field(description="How long the way was, in meters, if it was tracked.")
    def travelled_m(self) -> int | None:
        travelled: int | None = self.row.travelled_m
        return travelled

    @strawberry.field(description="Whether its way can be seen.")
    def tracking(self) -> Tracking:
        return self.row.tracking

    @strawberry.field(description="Who comes. The driver's own part of it is null for others.")
    async def driver(self, info: Info) -> TripDriver | None:
        if not await self._parts(info) & {Party.RIDER, Party.DISPATCHER}:
            return None
        return await who_comes(self.row)

    @strawberry.field(description="Whom to look for; null but for the driver and the desk.")
    async def rider(self, info: Info) -> TripRider | None:
        held = await self._parts(info)
        over = self.row.state in rules.ENDED
        if Party.DISPATCHER in held or (Party.DRIVER in held and not over):
            return TripRider(name=self.row.contact_name, phone=self.row.contact_phone)
        return None

    @strawberry.field(
        description="The code that the rider tells the driver, to begin; null for all others."
    )
    async def start_code(self, info: Info) -> str | None:
        if Party.RIDER not in await self._parts(info):
            return None
        return self.row.start_code or None

    @strawberry.field(description="Numbers to ring by oneself while no ambulance has come forward.")
    async def phones(self) -> list[str]:
        if self.row.kind is not TripKind.AMBULANCE or self.row.state not in CALLABLE:
            return []
        return await loader(queries.ambulance_phones).load(self.row.place_id)

    @strawberry.field(description="How often the desk was called.")
    def alarms(self) -> int:
        return int(self.row.alarms)

    @strawberry.field(description="Why it ended as it did.")
    def end_reason(self) -> Reason | None:
        return Reason(self.row.end_reason) if self.row.end_reason else None

    @strawberry.field(description="In whose words, if any were said.")
    def end_note(self) -> str:
        return str(self.row.end_note)

    @strawberry.field(description="Who ended it.")
    def ended_by(self) -> Party | None:
        return Party(self.row.ended_by) if self.row.ended_by else None

    @strawberry.field(description="For when it is wanted; null: at once.")
    def scheduled_for(self) -> datetime | None:
        return _time(self.row.scheduled_for)

    @strawberry.field(description="When it was asked for.")
    def requested_at(self) -> datetime:
        at: datetime = self.row.requested_at
        return at

    @strawberry.field(description="When it got its driver.")
    def assigned_at(self) -> datetime | None:
        return _time(self.row.assigned_at)

    @strawberry.field(description="When the driver was at the pickup.")
    def arrived_at(self) -> datetime | None:
        return _time(self.row.arrived_at)

    @strawberry.field(description="When it began.")
    def started_at(self) -> datetime | None:
        return _time(self.row.started_at)

    @strawberry.field(description="When it was over.")
    def ended_at(self) -> datetime | None:
        return _time(self.row.ended_at)

    async def _parts(self, info: Info) -> set[Party]:
        return await loader(queries.parts, info.context.viewer_id).load(self.row)


def shown(row: tables.Trip) -> Trip:
    """Show a trip to somebody who has a part in it."""
    return Trip(row=row)


def shown_point(point: Point) -> GeoPoint:
    """Show a point."""
    return GeoPoint(lat=point.lat, lng=point.lng)


async def trip_for(info: Info, trip_id: strawberry.ID) -> Trip | None:
    """Return a trip to whoever has a part in it now, or None."""
    try:
        pk = ids.decode(trip_id, "Trip")
        return Trip(row=await queries.visible_trip(info.context.viewer_id, pk))
    except errors.NotFound:
        return None


async def who_comes(row: tables.Trip) -> TripDriver | None:
    """Show the driver of a trip to somebody who may know; None while there is none."""
    return _by_voice(row) if row.driver_id is None else await _driver_of(row)


def _by_voice(row: tables.Trip) -> TripDriver | None:
    if not row.voice_phone:
        return None
    return TripDriver(
        name=row.voice_name,
        phone=row.voice_phone,
        vehicle_kind=None,
        plate_no=row.voice_vehicle,
    )


async def _driver_of(row: tables.Trip) -> TripDriver | None:
    driver = await loader(queries.drivers).load(row.driver_id)
    vehicle = await _vehicle(row.vehicle_id)
    if driver is None:
        return None
    return TripDriver(
        name=driver.name,
        phone=driver.contact_phone,
        vehicle_kind=vehicle.kind if vehicle else None,
        plate_no=vehicle.plate_no if vehicle else "",
    )


async def _vehicle(vehicle_id: int | None) -> tables.Vehicle | None:
    return None if vehicle_id is None else await loader(queries.vehicles).load(vehicle_id)


def _time(at: Any) -> datetime | None:  # Any: what Tortoise says its columns are
    found: datetime | None = at
    return found


PAGE = ("-id",)


@strawberry.type
class TripQuery:
    @strawberry.field(description="A trip in which the viewer has a part; null for anybody else.")
    async def trip(self, info: Info, id: strawberry.ID) -> Trip | None:
        return await trip_for(info, id)

    @strawberry.field(description="The trips that the viewer asked for, the newest first.")
    async def my_trips(
        self,
        info: Info,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Trip]:
        rows = queries.my_trips(info.context.require_viewer())
        return await keyset_page(
            rows, shown, order=PAGE, first=first, after=after, last=last, before=before
        )

    @strawberry.field(description="The trips that the viewer drives or has driven, newest first.")
    async def my_driving(
        self,
        info: Info,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Trip]:
        rows = await queries.my_driving(info.context.require_viewer())
        return await keyset_page(
            rows, shown, order=PAGE, first=first, after=after, last=last, before=before
        )

    @strawberry.field(
        description="Trips of the areas at whose desk the viewer sits, oldest first. Others: none."
    )
    async def desk_trips(
        self,
        info: Info,
        states: list[TripState] | None = None,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Trip]:
        rows = await queries.desk_trips(info.context.require_viewer(), _values(states or OPEN))
        return await keyset_page(
            rows, shown, order=("id",), first=first, after=after, last=last, before=before
        )


def _values(states: Sequence[TripState]) -> list[str]:
    return [state.value for state in states]
