"""A trip's row and its stream kept in step: lock, take a step of the machine, tell of it.

The trip is locked first, then drivers, then offers, each by rising id. Its deadlines are hastened,
never waited for: a worker takes deadline, then trip.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph.dispatch.events import (
    DeskCleared,
    OfferEnded,
    TripEvent,
    YourTripMoved,
)
from hmk_graph.dispatch.machines import TRIP, Move, Party
from hmk_graph.dispatch.models import OfferState, Trip, TripState
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event
from hmk_graph.geo import Point
from hmk_graph.state_machines import next_state, states_for

E = TypeVar("E", bound=TripEvent)

SEARCH = "dispatch.search"
WATCH = "dispatch.watch"
DISTRICT = 1
"""Where the district stands in a place's path."""


async def locked(trip_id: int) -> Trip:
    """Lock a trip until the transaction ends.

    Raises:
        NotFound: There is no such trip.
    """
    trip = await Trip.filter(id=trip_id).select_for_update(no_key=True).first()
    if trip is None:
        raise NotFound
    return trip


async def step(trip: Trip, move: Move, party: Party, **changes: Any) -> None:
    """Take one step of the machine as one guarded write; `changes` are further columns.

    `state` among the changes stands instead of the table's target. `Any`: columns' types.

    Raises:
        StaleState, NotAllowed: The table does not have it.
    """
    target = TripState(next_state(TRIP, trip.state, move, actor=party))
    written = {"state": target, "version": trip.version + 1, **changes}
    same = Trip.filter(id=trip.id, state=trip.state, attempt=trip.attempt)
    if not await same.update(**written):
        raise StaleState(current=trip.state.value, allowed=states_for(TRIP, move))
    for column, value in written.items():
        setattr(trip, column, value)


def told(kind: type[E], trip: Trip, now: datetime, **more: Any) -> E:
    """Make an event of a trip as it stands. `Any`: the kind's own fields."""
    return kind(
        trip_id=trip.id, state=trip.state.value, attempt=trip.attempt, happened_at=now, **more
    )


def to_people(trip: Trip) -> list[Event]:
    """Tell those who asked for a trip, on their own streams, where it stands."""
    people = sorted({one for one in (trip.rider_id, trip.requester_id) if one is not None})
    return [
        YourTripMoved(account_id=person, trip_id=trip.id, state=trip.state.value)
        for person in people
    ]


async def end_offers(trip: Trip, state: OfferState, now: datetime) -> list[Event]:
    """End all open offers of a trip, and tell their drivers. In the caller's transaction."""
    rows = await get_connection("default").execute_query_dict(
        "UPDATE dispatch_offer SET state = $2, answered_at = $3"
        " WHERE trip_id = $1 AND state = 'SENT' RETURNING id, driver_id",
        [trip.id, state.value, now],
    )
    return ended_offers(rows, trip.id, state)


def ended_offers(rows: Sequence[dict[str, Any]], trip_id: int, state: OfferState) -> list[Event]:
    """Tell drivers that offers of theirs are over; `rows` hold `id` and `driver_id`."""
    return [
        OfferEnded(
            driver_id=row["driver_id"],
            trip_offer_id=row["id"],
            trip_id=trip_id,
            state=state.value,
        )
        for row in sorted(rows, key=lambda row: int(row["driver_id"]))
    ]


async def cleared(trip: Trip) -> list[Event]:
    """Tell the desk that the alarm of a trip is over, if it was called."""
    if not trip.alarms:
        return []
    desk = await desk_of(trip.place_id)
    return [DeskCleared(place_id=desk, trip_id=trip.id, state=trip.state.value)]


async def desk_of(place_id: int) -> int:
    """Return the district whose desk answers for a place."""
    return (await path_of(place_id))[DISTRICT]


async def path_of(place_id: int) -> list[int]:
    """Return the ids from the division down to a place that stands in a row of ours."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT path FROM places_place WHERE id = $1", [place_id]
    )
    return list(rows[0]["path"])


def pickup_of(trip: Trip) -> Point:
    """Return where a trip begins."""
    return point_of(trip.pickup_lat_e6, trip.pickup_lng_e6)


def drop_of(trip: Trip) -> Point | None:
    """Return where a trip leads; None if that was not said."""
    if trip.drop_lat_e6 is None or trip.drop_lng_e6 is None:
        return None
    return point_of(trip.drop_lat_e6, trip.drop_lng_e6)


def point_of(lat_e6: int, lng_e6: int) -> Point:
    """Return a point that is kept in millionths of a degree."""
    return Point(lat_e6 / 1e6, lng_e6 / 1e6)


def e6(degrees: float) -> int:
    """Return degrees as millionths."""
    return round(degrees * 1e6)


def is_open(trip: Trip) -> bool:
    """Say whether a trip is not over."""
    return trip.state not in (TripState.COMPLETED, TripState.CANCELLED, TripState.NO_DRIVER)


def violated(error: IntegrityError) -> str | None:
    """Return the name of the constraint that a write broke."""
    name: str | None = getattr(error.args[0] if error.args else None, "constraint_name", None)
    return name
