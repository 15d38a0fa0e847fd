"""Where vehicles are: of one's own trip to the point, of all others in squares of 500 meters."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import datetime

import strawberry

from hmk_graph import errors
from hmk_graph.dispatch import location_rules, queries, rules, sharing, tracking
from hmk_graph.dispatch import models as tables
from hmk_graph.dispatch.tracking import Position
from realtime.mailbox import Mailbox
from schema import ids
from schema.context import Info
from schema.dispatch.choices import Freshness, Tracking, TripKind, TripState, VehicleKind
from schema.dispatch.requesting import GeoPointInput
from schema.dispatch.trips import Trip, shown_point
from schema.places import GeoPoint

# How long a change may go unseen when no frame tells of it.
LOOK_EVERY_S = 4.0


@strawberry.type(description="Where a trip's vehicle was last seen, and how fresh that is.")
class TripPosition:
    trip_id: strawberry.ID | None = strawberry.field(
        description="Which trip; null by a link, which knows no ids."
    )
    attempt: int = strawberry.field(description="Which search for a driver this is.")
    tracking: Tracking = strawberry.field(description="NONE: its way cannot be seen.")
    point: GeoPoint | None = strawberry.field(description="Null: nobody knows.")
    observed_at: datetime | None = strawberry.field(description="When it was there.")
    freshness: Freshness = strawberry.field(
        description="Decays by itself; told anew when it changes, with no new point."
    )
    eta_s: int | None = strawberry.field(
        description=(
            "In how many seconds it may be at the pickup, or after that at the drop, by the "
            "straight way and such a vehicle's usual speed. Null: it stands there, or nobody "
            "can say."
        )
    )


@strawberry.type(description="A trip as a link shows it: no names of the rider, no ids, no phones.")
class SharedTrip:
    state: TripState = strawberry.field(description="How far it has come.")
    kind: TripKind = strawberry.field(description="What was asked for.")
    driver_name: str = strawberry.field(description="Who drives.")
    vehicle_kind: VehicleKind | None = strawberry.field(description="With what.")
    plate_no: str = strawberry.field(description="The vehicle's number.")
    pickup: GeoPoint = strawberry.field(description="Where it begins.")
    drop: GeoPoint | None = strawberry.field(description="Where it leads, if that was said.")
    position: TripPosition = strawberry.field(description="Where it is.")


@strawberry.type(description="How many free vehicles stand in a square of 500 meters.")
class VehicleCell:
    center: GeoPoint = strawberry.field(description="The middle of the square.")
    vehicles: int = strawberry.field(description="How many.")


def shown_position(position: Position, *, named: bool) -> TripPosition:
    """Show a position; `named` tells which trip it is."""
    return TripPosition(
        trip_id=ids.encode("Trip", position.trip_id) if named else None,
        attempt=position.attempt,
        tracking=position.tracking,
        point=None if position.point is None else shown_point(position.point),
        observed_at=position.observed_at,
        freshness=position.freshness,
        eta_s=position.eta_s,
    )


Look = Callable[[], Awaitable[Position]]
"""Reads the position anew, with the permission; NotFound ends the stream."""


async def moving(info: Info, trip_id: int, look: Look) -> AsyncGenerator[Position, None]:
    """Give the position whenever it or its freshness changes, the newest only, until it may not be.

    Frames are hints: of a new point, or of an event of the trip, after which the viewer may have
    lost his part. Without any the position is looked at every few seconds.
    """
    hub, given = info.context.hub, None
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as stack:
        boxes = [
            await stack.enter_async_context(hub.listen(name, keep="latest"))
            for name in (tracking.feed_of(trip_id), f"dispatch.trip.{trip_id}")
        ]
        while True:
            try:
                position = await look()
            except errors.NotFound:
                return
            if position != given:
                given = position
                yield position
            wait_s = await _until_change(info, position)
            next_look = loop.time() + min(wait_s, LOOK_EVERY_S)
            await _hinted(boxes, until=next_look)


async def _until_change(info: Info, position: Position) -> float:
    if position.observed_at is None:
        return LOOK_EVERY_S
    now = await info.context.clock()
    change = location_rules.next_change(position.observed_at, now)
    # A moment after: the freshness is of its class up to and including its last moment.
    return LOOK_EVERY_S if change is None else (change - now).total_seconds() + 0.05


async def _hinted(boxes: Sequence[Mailbox], *, until: float) -> None:
    """Wait for a frame in any of the boxes, or for a time."""
    with suppress(TimeoutError):
        async with asyncio.timeout_at(until), asyncio.TaskGroup() as tasks:
            takers = [tasks.create_task(box.take()) for box in boxes]
            await asyncio.wait(takers, return_when=asyncio.FIRST_COMPLETED)
            for taker in takers:
                taker.cancel()


@strawberry.type
class PositionQuery:
    @strawberry.field(
        description="Where the vehicle of a trip is, to those who have a part in it; else null."
    )
    async def trip_position_now(self, info: Info, trip_id: strawberry.ID) -> TripPosition | None:
        try:
            return shown_position(await _own(info, ids.decode(trip_id, "Trip"))(), named=True)
        except errors.NotFound:
            return None

    @strawberry.field(
        description="A trip by a link; null once the trip is over or has another driver."
    )
    async def shared_trip(self, info: Info, token: str) -> SharedTrip | None:
        try:
            row = await sharing.shared(token)
            position = await tracking.position_of(
                row, whereabouts=info.context.whereabouts, clock=info.context.clock
            )
        except errors.NotFound:
            return None
        return await _shared(row, position)

    @strawberry.field(
        description=(
            "How many free vehicles stand around a point. Nobody learns more of where drivers are "
            "before one has taken his trip."
        )
    )
    async def vehicles_near(
        self, info: Info, kind: TripKind, around: GeoPointInput, skill: str = ""
    ) -> list[VehicleCell]:
        cells = await queries.cells(
            rules.wanted_kinds(kind, (), None),
            rules.DRIVING if kind is TripKind.DRIVER else skill,
            around.point("around"),
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return [VehicleCell(center=shown_point(c.center), vehicles=c.vehicles) for c in cells]


@strawberry.type
class PositionSubscription:
    @strawberry.subscription(
        description=(
            "Follow where the vehicle of a trip is: the newest only. It ends when the trip does, "
            "or when you lose your part in it."
        )
    )
    async def trip_position(
        self, info: Info, trip_id: strawberry.ID
    ) -> AsyncGenerator[TripPosition, None]:
        pk = ids.decode(trip_id, "Trip")
        look = _own(info, pk)
        await look()
        async for position in moving(info, pk, look):
            yield shown_position(position, named=True)

    @strawberry.subscription(
        description="The same by a link. It ends when the trip does, or its driver changes."
    )
    async def shared_trip_position(
        self, info: Info, token: str
    ) -> AsyncGenerator[TripPosition, None]:
        row = await sharing.shared(token)

        async def look() -> Position:
            return await tracking.position_of(
                await sharing.shared(token),
                whereabouts=info.context.whereabouts,
                clock=info.context.clock,
            )

        async for position in moving(info, row.id, look):
            yield shown_position(position, named=False)


def _own(info: Info, trip_id: int) -> Look:
    async def look() -> Position:
        viewer_id = info.context.viewer_id
        if viewer_id is None:
            raise errors.NotFound
        return await tracking.position(
            viewer_id,
            trip_id,
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )

    return look


async def _shared(row: tables.Trip, position: Position) -> SharedTrip:
    [driver] = await queries.drivers([row.driver_id]) if row.driver_id else [None]
    [vehicle] = await queries.vehicles([row.vehicle_id]) if row.vehicle_id else [None]
    return SharedTrip(
        state=row.state,
        kind=row.kind,
        driver_name=driver.name if driver else row.voice_name,
        vehicle_kind=vehicle.kind if vehicle else None,
        plate_no=vehicle.plate_no if vehicle else row.voice_vehicle,
        pickup=Trip(row=row).pickup(),
        drop=Trip(row=row).drop(),
        position=shown_position(position, named=False),
    )
