"""Drivers, their vehicles and offers, as they themselves and officers see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

import strawberry

from hmk_graph.dispatch import approving_drivers, parties, queries, rules
from hmk_graph.dispatch import models as tables
from hmk_graph.dispatch.trip_keeping import point_of
from hmk_graph.geo import Point
from hmk_graph.media import portraying
from hmk_graph.media.models import MediaKind
from hmk_graph.money import Paisa
from hmk_graph.phone import masked
from hmk_graph.services import papering
from schema import ids
from schema.context import Info
from schema.dispatch.choices import (
    Medium,
    OfferState,
    TripKind,
    VehicleKind,
    VehicleState,
)
from schema.dispatch.trips import Trip, shown_point
from schema.loaders import loader
from schema.media import Media, hung
from schema.pages import Connection, keyset_page
from schema.places import GeoPoint
from schema.scalars import Cursor

# A driver sees roughly where to, before he takes it: about a hundred meters.
COARSE_DIGITS = 3


@strawberry.type(description="What a driver goes out with.")
class Vehicle:
    row: strawberry.Private[tables.Vehicle]

    @strawberry.field(description="The vehicle's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Vehicle", self.row.id)

    @strawberry.field(description="What it is.")
    def kind(self) -> VehicleKind:
        return self.row.kind

    @strawberry.field(description="On what it goes.")
    def medium(self) -> Medium:
        return self.row.medium

    @strawberry.field(description="The skill of who comes on foot; else empty.")
    def skill(self) -> str:
        return str(self.row.skill)

    @strawberry.field(description="Its number.")
    def plate_no(self) -> str:
        return str(self.row.plate_no)

    @strawberry.field(description="How many it carries.")
    def seats(self) -> int:
        return int(self.row.seats)

    @strawberry.field(description="Whether an officer has seen it.")
    def state(self) -> VehicleState:
        return self.row.state

    @strawberry.field(description="Why it was refused, if it was.")
    def reason(self) -> str:
        return str(self.row.reason)


@strawberry.type(description="A trip that was offered to a driver.")
class TripOffer:
    row: strawberry.Private[tables.Offer]

    @strawberry.field(description="The offer's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("TripOffer", self.row.id)

    @strawberry.field(description="How it stands.")
    def state(self) -> OfferState:
        return self.row.state

    @strawberry.field(description="Whether somebody is in need.")
    def urgent(self) -> bool:
        return bool(self.row.urgent)

    @strawberry.field(description="How far the pickup is, in meters.")
    def distance_m(self) -> int | None:
        meters: int | None = self.row.distance_m
        return meters

    @strawberry.field(description="In how many seconds you might be there.")
    def eta_s(self) -> int | None:
        seconds: int | None = self.row.eta_s
        return seconds

    @strawberry.field(description="Until when it is yours to take.")
    def expires_at(self) -> datetime:
        at: datetime = self.row.expires_at
        return at

    @strawberry.field(description="What is asked for.")
    async def kind(self) -> TripKind:
        return (await self._trip()).kind

    @strawberry.field(description="What it brings.")
    async def fare(self) -> Paisa:
        return Paisa((await self._trip()).fare_paisa)

    @strawberry.field(description="Where it begins, to a hundred meters or so.")
    async def pickup(self) -> GeoPoint:
        trip = await self._trip()
        return shown_point(_coarse(point_of(trip.pickup_lat_e6, trip.pickup_lng_e6)))

    @strawberry.field(description="Where it leads, likewise.")
    async def drop(self) -> GeoPoint | None:
        trip = await self._trip()
        if trip.drop_lat_e6 is None or trip.drop_lng_e6 is None:
            return None
        return shown_point(_coarse(point_of(trip.drop_lat_e6, trip.drop_lng_e6)))

    async def _trip(self) -> tables.Trip:
        return await loader(_trips).load(self.row.trip_id)


@strawberry.type(
    description="A driver's papers, as he himself or an officer of his area sees them."
)
class Driver:
    row: strawberry.Private[tables.Driver]

    @strawberry.field(description="The driver's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Driver", self.row.id)

    @strawberry.field(description="How far the papers have come: DRAFT, SUBMITTED, VERIFIED, ...")
    def state(self) -> str:
        return str(self.row.state)

    @strawberry.field(description="The name that riders see.")
    def name(self) -> str:
        return str(self.row.name)

    @strawberry.field(description="Where riders call. Officers see its last three digits.")
    def contact_phone(self, info: Info) -> str:
        own = self.row.account_id == info.context.viewer_id
        return str(self.row.contact_phone) if own else masked(self.row.contact_phone)

    @strawberry.field(description="The union or municipality where he lives.")
    def place_id(self) -> strawberry.ID:
        return ids.encode("Place", self.row.place_id)

    @strawberry.field(description="The number of the licence.")
    def licence_no(self) -> str:
        return str(self.row.licence_no)

    @strawberry.field(description="The licence's last day.")
    def licence_until(self) -> date | None:
        day: date | None = self.row.licence_until
        return day

    @strawberry.field(description="What he says of himself.")
    def statement(self) -> str:
        return str(self.row.statement)

    @strawberry.field(description="The papers that prove who he is and that he may drive.")
    async def papers(self) -> list[Media]:
        return await hung(portraying.PAPERS, self.row.account_id)

    @strawberry.field(description="Which papers are needed for what he drives and not there yet.")
    async def missing_papers(self) -> list[MediaKind]:
        vehicles = await loader(queries.vehicles_of).load(self.row.id)
        counted = [one for one in vehicles if one.state in approving_drivers.COUNTED]
        called = rules.called_with(self.row.account_id, counted)
        return await loader(papering.missing_for_calls).load(called)

    @strawberry.field(description="What an officer last said of it.")
    def reason(self) -> str:
        return str(self.row.reason)

    @strawberry.field(description="Until when officers have to decide.")
    def due_at(self) -> datetime | None:
        at: datetime | None = self.row.due_at
        return at

    @strawberry.field(
        description="Whether one officer asked for an end for good, and a second has to agree."
    )
    def ending_asked(self) -> bool:
        return self.row.ending_asked_by_id is not None

    @strawberry.field(description="Whether he is at work, since when.")
    def online_since(self) -> datetime | None:
        at: datetime | None = self.row.online_since
        return at

    @strawberry.field(description="With which vehicle; null: he is at home.")
    def vehicle_id(self) -> strawberry.ID | None:
        pk: int | None = self.row.vehicle_id
        return None if pk is None else ids.encode("Vehicle", pk)

    @strawberry.field(description="What he goes out with.")
    async def vehicles(self) -> list[Vehicle]:
        rows = await loader(queries.vehicles_of).load(self.row.id)
        return [Vehicle(row=row) for row in rows]

    @strawberry.field(description="The offer that he may answer now, told to himself alone.")
    async def open_offer(self, info: Info) -> TripOffer | None:
        if self.row.account_id != info.context.viewer_id:
            return None
        row = await queries.open_offer(self.row.id)
        return TripOffer(row=row) if row else None

    @strawberry.field(description="The trip that he has now, told to himself alone.")
    async def present_trip(self, info: Info) -> Trip | None:
        if self.row.account_id != info.context.viewer_id:
            return None
        row = await queries.present_trip(self.row.id)
        return Trip(row=row) if row else None


@strawberry.type
class DriverQuery:
    @strawberry.field(description="The viewer's own papers as a driver, if there are any.")
    async def my_driver(self, info: Info) -> Driver | None:
        row = await parties.driver_of(info.context.require_viewer())
        return Driver(row=row) if row else None

    @strawberry.field(
        description=(
            "Drivers of the officer's areas, by id. Those wait of whom, or of whose vehicle, a"
            " decision is due. Others see none."
        )
    )
    async def drivers(
        self,
        info: Info,
        waiting: Annotated[
            bool | None,
            strawberry.argument(description="Only those who wait, or only the rest; null: all."),
        ] = None,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Driver]:
        rows = await queries.drivers_to_decide(info.context.require_viewer(), queries.DECIDABLE)
        if waiting is not None:
            rows = queries.waiting_among(rows, waiting=waiting)
        return await keyset_page(
            rows, _shown, order=("id",), first=first, after=after, last=last, before=before
        )


def _shown(row: tables.Driver) -> Driver:
    return Driver(row=row)


def _coarse(point: Point) -> Point:
    return Point(round(point.lat, COARSE_DIGITS), round(point.lng, COARSE_DIGITS))


async def _trips(keys: Sequence[int]) -> list[tables.Trip]:
    found = {trip.id: trip for trip in await tables.Trip.filter(id__in=list(keys))}
    return [found[key] for key in keys]
