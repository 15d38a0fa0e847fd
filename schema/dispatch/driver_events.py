"""The streams of drivers, who wait for offers, and of the desk, which waits for alarms."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import access
from hmk_graph.dispatch import models as tables
from hmk_graph.dispatch import parties, trip_keeping
from hmk_graph.event_log import Head
from hmk_graph.money import Paisa
from hmk_graph.places import finding
from schema import ids
from schema.context import Info
from schema.dispatch.drivers import Driver
from schema.dispatch.trips import OPEN, Trip, trip_for
from schema.scalars import Cursor
from schema.streams import (
    Heartbeat,
    Lagged,
    Reconnect,
    Reset,
    StreamEvent,
    streamed,
    tells,
)

# What a dispatcher is shown at first: more than one screen holds.
MOST_ON_DESK = 50


@tells("dispatch.offer_made")
@strawberry.type(description="A trip is yours if you take it in time.")
class TripOfferMade(StreamEvent):
    trip_offer_id: strawberry.ID = strawberry.field(description="What to accept.")
    trip_kind: str = strawberry.field(description="What is asked for, as `TripKind`.")
    urgent: bool = strawberry.field(description="Whether somebody is in need.")
    distance_m: int | None = strawberry.field(description="How far the pickup is, in meters.")
    eta_s: int | None = strawberry.field(description="In how many seconds you might be there.")
    fare: Paisa = strawberry.field(description="What it brings.")
    expires_at: datetime = strawberry.field(description="Until when.")


@tells("dispatch.offer_ended")
@strawberry.type(description="An offer to you is over.")
class TripOfferEnded(StreamEvent):
    trip_offer_id: strawberry.ID = strawberry.field(description="Which.")
    state: str = strawberry.field(description="DECLINED, EXPIRED, TAKEN or WITHDRAWN.")


@tells("dispatch.trip_left")
@strawberry.type(description="A trip that was yours is no longer.")
class TripLeft(StreamEvent):
    trip_id: strawberry.ID = strawberry.field(description="Which.")
    state: str = strawberry.field(description="What it has come to.")
    reason: str = strawberry.field(description="ONDC's code, or empty.")


@tells("dispatch.trip_given")
@strawberry.type(description="The desk gave you a trip, as agreed by voice.")
class TripGiven(StreamEvent):
    trip_id: strawberry.ID = strawberry.field(description="Which.")


@tells("dispatch.driver_asked")
@strawberry.type(description="Nobody has heard of you: are you coming? A position is an answer.")
class DriverAsked(StreamEvent):
    trip_id: strawberry.ID = strawberry.field(description="To which trip.")
    answer_by: datetime = strawberry.field(description="After this it goes to another.")


@tells("dispatch.driver_decided")
@strawberry.type(description="An officer decided about you, or your licence ran out.")
class DriverDecided(StreamEvent):
    state: str = strawberry.field(description="How your papers stand.")
    reason: str = strawberry.field(description="Why.")


@tells("dispatch.vehicle_decided")
@strawberry.type(description="An officer decided about a vehicle of yours.")
class VehicleDecided(StreamEvent):
    vehicle_id: strawberry.ID = strawberry.field(description="Which.")
    state: str = strawberry.field(description="VERIFIED or REJECTED.")
    reason: str = strawberry.field(description="Why it was refused.")


@tells("dispatch.duty_changed")
@strawberry.type(description="You went to work, or home.")
class DriverDutyChanged(StreamEvent):
    mode: str = strawberry.field(description="ONLINE or OFF.")
    vehicle_id: strawberry.ID | None = strawberry.field(description="With which vehicle.")


@strawberry.type(description="The driver as he stands, with his open offer and his trip.")
class DriverSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    driver: Driver = strawberry.field(description="The driver.")
    server_now: datetime = strawberry.field(description="The server's clock.")


DriverStreamItem = Annotated[
    DriverSnapshot
    | TripOfferMade
    | TripOfferEnded
    | TripLeft
    | TripGiven
    | DriverAsked
    | DriverDecided
    | VehicleDecided
    | DriverDutyChanged
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("DriverStreamItem", description="What a driver's own stream says."),
]


@strawberry.interface(description="Something on the desk of a district.")
class DeskEvent(StreamEvent):
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")

    @strawberry.field(description="The trip as it is when this is read.")
    async def trip(self, info: Info) -> Trip | None:
        return await trip_for(info, self.trip_id)


@tells("dispatch.desk_alarmed")
@strawberry.type(description="An ambulance is wanted and none has come forward.")
class DeskAlarmed(DeskEvent):
    alarm: int = strawberry.field(description="For the how-manieth time; repeated each minute.")


@tells("dispatch.desk_asked")
@strawberry.type(
    description="A trip waits for a word of the desk: its caller is to be rung first (AT_DESK), or "
    "it has not moved for three hours and may be over."
)
class DeskAsked(DeskEvent):
    pass


@tells("dispatch.desk_cleared")
@strawberry.type(description="A trip needs no word of the desk any more.")
class DeskCleared(DeskEvent):
    state: str = strawberry.field(description="Where it went, as `TripState`.")


@strawberry.type(description="What lies on the desk: trips that are not over.")
class DispatchDeskSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    trips: list[Trip] = strawberry.field(description="The oldest first, at most fifty.")
    server_now: datetime = strawberry.field(description="The server's clock.")


DeskStreamItem = Annotated[
    DispatchDeskSnapshot
    | DeskAlarmed
    | DeskAsked
    | DeskCleared
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("DeskStreamItem", description="What the stream of a desk says."),
]


@dataclass(frozen=True)
class _DriverBoard:
    info: Info
    driver: tables.Driver

    async def snapshot(self) -> tuple[tables.Driver, datetime]:
        row = await tables.Driver.get(id=self.driver.id)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[tables.Driver, datetime], cursor: Cursor, head: Head
    ) -> DriverSnapshot:
        return DriverSnapshot(
            cursor=cursor, seq=head.seq, driver=Driver(row=taken[0]), server_now=taken[1]
        )


@dataclass(frozen=True)
class _Desk:
    info: Info
    district_id: int

    async def snapshot(self) -> tuple[list[tables.Trip], datetime]:
        rows = tables.Trip.filter(state__in=list(OPEN), place__path__contains=[self.district_id])
        trips = await rows.order_by("id").limit(MOST_ON_DESK)
        return trips, await self.info.context.clock()

    def show(
        self, taken: tuple[list[tables.Trip], datetime], cursor: Cursor, head: Head
    ) -> DispatchDeskSnapshot:
        return DispatchDeskSnapshot(
            cursor=cursor,
            seq=head.seq,
            trips=[Trip(row=row) for row in taken[0]],
            server_now=taken[1],
        )


@strawberry.type
class DriverSubscription:
    @strawberry.subscription(description="Wait for offers, as a driver.")
    async def driver_events(
        self, info: Info, after: Cursor | None = None
    ) -> AsyncGenerator[DriverStreamItem, None]:
        viewer_id = info.context.require_viewer()
        driver = await parties.driver_of(viewer_id)
        if driver is None:
            raise errors.NotFound
        board = _DriverBoard(info, driver)
        told = streamed(
            info,
            f"dispatch.driver.{driver.id}",
            after=after,
            audience=str(viewer_id),
            snapshot=board.snapshot,
            show=board.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                yield item

    @strawberry.subscription(
        description="Wait for alarms, at the desk of a district (its dispatchers)."
    )
    async def desk_events(
        self, info: Info, place_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[DeskStreamItem, None]:
        viewer_id = info.context.require_viewer()
        path = await finding.path_of(ids.decode(place_id, "Place"))
        if len(path) <= trip_keeping.DISTRICT or not await access.is_dispatcher_of(viewer_id, path):
            raise errors.NotFound
        desk = _Desk(info, path[trip_keeping.DISTRICT])
        told = streamed(
            info,
            f"dispatch.desk.{desk.district_id}",
            after=after,
            audience=str(viewer_id),
            snapshot=desk.snapshot,
            show=desk.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                yield item
                if not await access.is_dispatcher_of(viewer_id, path):
                    return
