"""What every subscription may say beside its own events, and how events become GraphQL types."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Hashable, Iterator
from contextlib import aclosing
from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

import strawberry

from hmk_graph import event_log
from hmk_graph.event_log import Head, LoggedEvent
from schema import ids
from schema.context import Info
from schema.cursors import Course, Forged, Place
from schema.following import (
    LONGEST_RECONNECT_MS,
    Beat,
    Behind,
    Leaving,
    ResetReason,
    Restarted,
    Taken,
    follow,
)
from schema.scalars import Cursor

S = TypeVar("S")
T_co = TypeVar("T_co", covariant=True)

PUBLIC = "public"
# Into so many waits those are parted who are told by one rendering to come back.
FAREWELLS = 21

# The columns of events that name a thing, and the GraphQL type of the thing.
NAMES = {
    "lot_id": "Lot",
    "haat_id": "Haat",
    "deal_id": "Deal",
    "listing_id": "Listing",
    "offer_id": "Offer",
    "animal_id": "Animal",
    "session_id": "Session",
    "haat_session_id": "HaatSession",
    "provider_id": "Provider",
    "service_id": "Service",
    "booking_id": "Booking",
    "quote_id": "Quote",
    "sitting_id": "Sitting",
    "trip_id": "Trip",
    "trip_offer_id": "TripOffer",
    "vehicle_id": "Vehicle",
    "request_id": "BloodRequest",
    "donation_offer_id": "DonationOffer",
    "agreement_id": "RentalAgreement",
    "rent_due_id": "RentDue",
    "notification_id": "Notification",
    "shop_id": "Shop",
    "product_id": "Product",
    "order_id": "Order",
    "group_id": "OrderGroup",
    "parcel_id": "Parcel",
    "return_id": "OrderReturn",
    "complaint_id": "Complaint",
    "pool_id": "SharePool",
}


@strawberry.interface(
    description=(
        "A numbered event of a stream. Hand the newest `cursor` back as `after` to go on from "
        "there."
    )
)
class StreamEvent:
    kinds: ClassVar[dict[str, type[StreamEvent]]] = {}

    cursor: Cursor = strawberry.field(description="Where the stream stands after this event.")
    seq: int = strawberry.field(
        description="The event's number in its stream: dense, from 1. Drop what you have seen."
    )
    at: datetime = strawberry.field(description="When it was written down.")

    @classmethod
    def of(cls, event: LoggedEvent, cursor: Cursor) -> Self:
        """Read the type's own fields from the payload by their names; `kind` is the event's.

        A field with a resolver is none of them: it reads for itself.
        """
        payload = {**event.payload, "kind": event.kind}
        own = {
            field.name: _read(field.name, payload.get(field.name))
            for field in fields(cls)
            if field.init and field.name not in ("cursor", "seq", "at")
        }
        return cls(cursor=cursor, seq=event.seq, at=event.at, **own)


class State:
    """An unnumbered item of a stream: the newest of a key replaces those before it."""

    @property
    def key(self) -> Hashable:
        """Return what the state is of."""
        raise NotImplementedError


@strawberry.type(
    description=(
        "Sent every fifteen seconds. If `seq` is above yours twice, subscribe anew with your "
        "cursor."
    )
)
class Heartbeat:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event.")
    server_now: datetime = strawberry.field(description="The server's clock, to count down by.")


@strawberry.type(
    description=(
        "You were too slow for the stream. What you missed is read from the log and follows."
    )
)
class Lagged:
    note: str = strawberry.field(description="What this means, for programmers.")


LAGGED = Lagged(note="Your buffer was full. The log is read; nothing is lost.")


@strawberry.type(
    description=(
        "The stream cannot go on from your cursor. A snapshot follows: forget what came before."
    )
)
class Reset:
    reason: ResetReason = strawberry.field(description="Why.")


@strawberry.type(
    description=(
        "This server is going down, or you cannot keep up. Come back after the wait; the "
        "stream ends."
    )
)
class Reconnect:
    after_ms: int = strawberry.field(description="How long to wait, in milliseconds.")


T = TypeVar("T", bound="type[StreamEvent]")


def tells(kind: str) -> Callable[[T], T]:
    """Register the GraphQL type that tells an event of this kind."""

    def register(made: T) -> T:
        if kind in StreamEvent.kinds:
            raise TypeError(f"{kind} is told twice")
        StreamEvent.kinds[kind] = made
        return made

    return register


async def streamed(
    info: Info,
    stream: str,
    *,
    after: Cursor | None,
    audience: str,
    snapshot: Callable[[], Awaitable[S]],
    show: Callable[[S, Cursor, Head], Any],
    otherwise: Callable[[LoggedEvent, Cursor], Any] | None = None,
) -> AsyncGenerator[Any, None]:
    """Follow a stream and yield what the subscription's union holds.

    `snapshot` reads the state, `show` makes it the stream's own snapshot type. An event that no
    type tells is given to `otherwise`, or passed over. `Any`: the members of the subscription's
    union.
    """
    cursors, course = info.context.cursors, info.context.course
    place = course.begin
    if place is None and after is not None:
        place = cursors.read(after, stream=stream, audience=audience) or Forged()
    if course.lagged:
        yield LAGGED

    def cursor_at(epoch: int, seq: int) -> Cursor:
        return cursors.write(Place(epoch=epoch, seq=seq), stream=stream, audience=audience)

    following = follow(
        info.context.hub,
        stream,
        after=place,
        snapshot=snapshot,
        snapshots=info.context.snapshots,
        patient=course.shared,
    )
    async with aclosing(following) as items:
        async for item in items:
            match item:
                case Taken():
                    yield show(item.state, cursor_at(item.head.epoch, item.head.seq), item.head)
                case LoggedEvent():
                    told = event_type(item, cursor_at(item.epoch, item.seq), otherwise)
                    if told is not None:
                        yield told
                case Beat():
                    cursor = cursor_at(item.head.epoch, item.head.seq)
                    now = await info.context.clock()
                    yield Heartbeat(cursor=cursor, seq=item.head.seq, server_now=now)
                case _:
                    for notice in _notices(item, course):
                        yield notice


async def stand(
    info: Info,
    stream: str,
    *,
    audience: str,
    snapshot: Callable[[], Awaitable[S]],
    show: Callable[[S, Cursor, Head], T_co],
) -> T_co:
    """Return a stream's state with the cursor to follow it from; both tell of one moment."""
    async with event_log.one_moment():
        head = await event_log.head(stream)
        state = await snapshot()
    place = Place(epoch=head.epoch, seq=head.seq)
    cursor = info.context.cursors.write(place, stream=stream, audience=audience)
    return show(state, cursor, head)


def _notices(
    item: Behind | Restarted | Leaving, course: Course
) -> Iterator[Lagged | Reset | Reconnect]:
    """Say how the stream itself fares."""
    match item:
        case Behind():
            yield LAGGED
        case Restarted():
            yield Reset(reason=item.reason)
        case Leaving():
            yield from farewells(item, course)


def farewells(leaving: Leaving, course: Course) -> Iterator[Reconnect]:
    """Tell a listener to come back.

    Those who share a rendering are told in several ways when, dealt out to them.
    """
    if course.shared:
        for n in range(FAREWELLS):
            yield Reconnect(after_ms=n * LONGEST_RECONNECT_MS // (FAREWELLS - 1))
        return
    course.too_slow = leaving.too_slow
    yield Reconnect(after_ms=leaving.after_ms)


def event_type(
    event: LoggedEvent,
    cursor: Cursor,
    otherwise: Callable[[LoggedEvent, Cursor], Any] | None = None,
) -> Any:  # Any: a member of the subscription's union
    """Return the GraphQL type that tells an event, or None when none does."""
    made = StreamEvent.kinds.get(event.kind)
    if made is not None:
        return made.of(event, cursor)
    return otherwise(event, cursor) if otherwise else None


def _read(name: str, value: Any) -> Any:  # Any: JSON in, the field's value out
    if value is None:
        return None
    if name in NAMES:
        return ids.encode(NAMES[name], value)
    if name.endswith(("_at", "_by", "_until")) and isinstance(value, str):
        return datetime.fromisoformat(value)
    return value
