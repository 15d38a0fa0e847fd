"""What the stream of a trip says, and to whom it goes on being said."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import strawberry

from hmk_graph import errors
from hmk_graph.dispatch import models as tables
from hmk_graph.dispatch import queries
from hmk_graph.event_log import Head
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Info
from schema.dispatch.trips import Trip, trip_for
from schema.scalars import Cursor
from schema.streams import (
    Heartbeat,
    Lagged,
    Reconnect,
    Reset,
    StreamEvent,
    stand,
    streamed,
    tells,
)


@strawberry.interface(description="An event of one trip, and the state that it led to.")
class TripEvent(StreamEvent):
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    state: str = strawberry.field(description="How far it has come, as `TripState`.")
    attempt: int = strawberry.field(description="Which search for a driver this is.")
    happened_at: datetime = strawberry.field(description="When it happened.")

    @strawberry.field(
        description="The trip as it is when this is read; null to whom it no longer concerns."
    )
    async def trip(self, info: Info) -> Trip | None:
        return await trip_for(info, self.trip_id)


@tells("dispatch.trip_requested")
@strawberry.type(description="Somebody asked for a trip.")
class TripRequested(TripEvent):
    pass


@tells("dispatch.trip_confirmed")
@strawberry.type(description="The desk has rung the caller; the search goes on.")
class TripConfirmed(TripEvent):
    pass


@tells("dispatch.search_began")
@strawberry.type(description="The hour of a scheduled trip came near.")
class TripSearchBegan(TripEvent):
    pass


@tells("dispatch.drivers_asked")
@strawberry.type(description="Drivers were asked.")
class TripDriversAsked(TripEvent):
    batch: int = strawberry.field(description="How many times somebody was asked by now.")
    radius_m: int | None = strawberry.field(
        description="Within how many meters; null: in the whole district."
    )
    drivers: int = strawberry.field(description="How many.")


@tells("dispatch.trip_assigned")
@strawberry.type(description="A driver comes.")
class TripAssigned(TripEvent):
    tracking: str = strawberry.field(description="GPS, or NONE: the way cannot be seen.")


@tells("dispatch.driver_set_out")
@strawberry.type(description="The driver is on the way to the pickup.")
class TripDriverSetOut(TripEvent):
    pass


@tells("dispatch.driver_arrived")
@strawberry.type(description="The driver is at the pickup.")
class TripDriverArrived(TripEvent):
    free_until: datetime = strawberry.field(description="Until when waiting costs nothing.")


@tells("dispatch.trip_started")
@strawberry.type(description="The way has begun.")
class TripStarted(TripEvent):
    pass


@tells("dispatch.trip_completed")
@strawberry.type(description="The end of the way.")
class TripCompleted(TripEvent):
    fare: Paisa = strawberry.field(description="What it costs.")


@tells("dispatch.trip_canceled")
@strawberry.type(description="Called off before it began.")
class TripCanceled(TripEvent):
    by: str = strawberry.field(description="RIDER or DISPATCHER.")
    reason: str = strawberry.field(description="ONDC's code, or empty.")
    fee: Paisa = strawberry.field(description="What that costs.")


@tells("dispatch.trip_reallocated")
@strawberry.type(description="The driver is out of it, and sees no more of it from here on.")
class TripReallocated(TripEvent):
    by: str = strawberry.field(description="DRIVER, DISPATCHER, or CLOCK: he fell silent.")
    reason: str = strawberry.field(description="ONDC's code.")


@tells("dispatch.no_driver_found")
@strawberry.type(description="Nobody came forward.")
class TripNoDriver(TripEvent):
    pass


@tells("dispatch.trip_escalated")
@strawberry.type(description="No ambulance answered: all of the district and the desk are called.")
class TripEscalated(TripEvent):
    pass


@tells("dispatch.alarm_repeated")
@strawberry.type(description="The desk was called again.")
class TripAlarmRepeated(TripEvent):
    alarm: int = strawberry.field(description="For the how-manieth time.")


@tells("dispatch.cargo_picked_up")
@strawberry.type(description="What is carried is on the vehicle.")
class TripCargoPickedUp(TripEvent):
    pass


@tells("dispatch.cargo_handed_over")
@strawberry.type(description="What was carried is where it should be.")
class TripCargoHandedOver(TripEvent):
    travelled_m: int | None = strawberry.field(description="After how many meters.")


@strawberry.type(description="The trip as it stands. Events after it carry on from its cursor.")
class TripSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    trip: Trip = strawberry.field(description="The trip.")
    server_now: datetime = strawberry.field(description="The server's clock.")


TripStreamItem = Annotated[
    TripSnapshot
    | TripRequested
    | TripConfirmed
    | TripSearchBegan
    | TripDriversAsked
    | TripAssigned
    | TripDriverSetOut
    | TripDriverArrived
    | TripStarted
    | TripCompleted
    | TripCanceled
    | TripReallocated
    | TripNoDriver
    | TripEscalated
    | TripAlarmRepeated
    | TripCargoPickedUp
    | TripCargoHandedOver
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("TripStreamItem", description="What the stream of a trip says."),
]


@dataclass(frozen=True)
class TripBoard:
    """How the state of one trip is read and shown."""

    info: Info
    pk: int

    @property
    def stream(self) -> str:
        """Return the trip's stream."""
        return f"dispatch.trip.{self.pk}"

    @property
    def audience(self) -> str:
        """Return for whom a cursor is: one who had a part hands it to nobody else."""
        return str(self.info.context.viewer_id)

    async def visible(self) -> bool:
        """Say whether the viewer has a part in the trip, now."""
        try:
            await queries.visible_trip(self.info.context.viewer_id, self.pk)
        except errors.NotFound:
            return False
        return True

    async def snapshot(self) -> tuple[tables.Trip, datetime]:
        """Read the trip."""
        return await tables.Trip.get(id=self.pk), await self.info.context.clock()

    def show(self, taken: tuple[tables.Trip, datetime], cursor: Cursor, head: Head) -> TripSnapshot:
        """Show it."""
        return TripSnapshot(
            cursor=cursor, seq=head.seq, trip=Trip(row=taken[0]), server_now=taken[1]
        )


@strawberry.type
class TripStandQuery:
    @strawberry.field(
        description="A trip with the cursor to follow it from by `tripEvents`, of one moment."
    )
    async def trip_snapshot(self, info: Info, trip_id: strawberry.ID) -> TripSnapshot | None:
        try:
            board = TripBoard(info, ids.decode(trip_id, "Trip"))
        except errors.NotFound:
            return None
        if not await board.visible():
            return None
        return await stand(
            info, board.stream, audience=board.audience, snapshot=board.snapshot, show=board.show
        )


@strawberry.type
class TripSubscription:
    @strawberry.subscription(
        description=(
            "Follow a trip in which you have a part. A driver who loses it hears that, and then "
            "the stream ends."
        )
    )
    async def trip_events(
        self, info: Info, trip_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[TripStreamItem, None]:
        board = TripBoard(info, ids.decode(trip_id, "Trip"))
        if not await board.visible():
            raise errors.NotFound
        told = streamed(
            info,
            board.stream,
            after=after,
            audience=board.audience,
            snapshot=board.snapshot,
            show=board.show,
        )
        async with aclosing(told) as items:
            async for item in until_lost(board, items):
                yield item


async def until_lost(
    board: TripBoard, items: AsyncGenerator[Any, None]
) -> AsyncGenerator[Any, None]:  # Any: members of the subscription's union
    """Pass items on for as long as the viewer has a part; the item that ends it is the last.

    What was missed while he had none is not told: a cursor is no permission.
    """
    async for item in items:
        visible = await board.visible()
        if visible or isinstance(item, TripReallocated | TripCanceled):
            yield item
        if not visible:
            return
