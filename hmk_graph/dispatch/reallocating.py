"""A driver drops a trip, falls silent, or is taken off it: it is searched for anew without him."""

from __future__ import annotations

from datetime import datetime, timedelta

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.dispatch import offering, parties, positions, rules, trip_keeping
from hmk_graph.dispatch.events import (
    DeskAsked,
    DriverAsked,
    NoDriverFound,
    TripEscalated,
    TripLeft,
    TripReallocated,
)
from hmk_graph.dispatch.machines import TRIP, Move, Party, Reason
from hmk_graph.dispatch.models import Tracking, Trip, TripKind, TripState
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.positions import Seen
from hmk_graph.dispatch.trail_models import Ping
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.state_machines import next_state

ASK_DESK_AGAIN = timedelta(hours=1)


async def drop_trip(
    account_id: int, trip_id: int, reason: Reason, *, whereabouts: Whereabouts, clock: Clock
) -> Trip:
    """Give a trip back before it began, as its driver, or take it from him, at the desk.

    The rider keeps the trip; after three drivers it ends, or (an ambulance) goes to the desk.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: It has begun, or is over.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    trip = await _drop(account_id, trip_id, reason, clock)
    await offering.search_at_once(trip_id, whereabouts=whereabouts, clock=clock)
    return trip


@whole_command
async def _drop(account_id: int, trip_id: int, reason: Reason, clock: Clock) -> Trip:
    async with transaction(actor_id=account_id) as events:
        await access.acting(account_id)
        trip = await trip_keeping.locked(trip_id)
        party = await parties.need(account_id, trip, Party.DRIVER, Party.DISPATCHER)
        next_state(TRIP, trip.state, Move.DROP, actor=party)
        events += await reallocate(trip, party, reason, await clock())
    return trip


async def look(trip_id: int, whereabouts: Whereabouts) -> Seen | None:
    """Return where the driver of a trip was last seen; None, where nobody can tell."""
    trip = await Trip.get_or_none(id=trip_id)
    if trip is None or trip.driver_id is None or trip.tracking is Tracking.NONE:
        return None
    try:
        return await positions.last_seen(whereabouts, trip.driver_id)
    except ConnectionError:
        return None


@whole_command
async def watch(trip_id: int, seen: Seen | None, clock: Clock) -> datetime | None:
    """Look after a trip that has its driver; answer when to look again.

    Before it begins: a driver who was not heard of for a minute is asked whether he comes, and
    after three more without an answer another is searched for. A position is an answer, and so is
    any step he takes. On the way: what has not moved for three hours is told to the desk, and left
    as it is.
    """
    async with transaction() as events:
        trip = await trip_keeping.locked(trip_id)
        if trip.state not in rules.CARRYING:
            return None
        now = await clock()
        if trip.state is TripState.IN_TRIP:
            return await _watch_way(trip, now, events)
        if trip.tracking is Tracking.NONE:
            return now + rules.STUCK_AFTER
        return await _watch_coming(trip, seen, now, events)


async def _watch_coming(
    trip: Trip, seen: Seen | None, now: datetime, events: list[Event]
) -> datetime | None:
    heard = trip.heard_at or trip.assigned_at or now
    if seen is not None and seen.driver_id == trip.driver_id:
        heard = max(heard, seen.heard_at)
    silent_at = heard + rules.SILENT_AFTER
    drop_at = silent_at + rules.DROPPED_AFTER
    if now < silent_at:
        return silent_at
    if trip.asked_at is None or trip.asked_at < heard:
        # A worker that was away asks first, too, and leaves him the time to answer.
        drop_at = max(drop_at, now + rules.SILENT_AFTER)
        await Trip.filter(id=trip.id).update(asked_at=now)
        events.append(
            DriverAsked(driver_id=trip.driver_id or 0, trip_id=trip.id, answer_by=drop_at)
        )
        return drop_at
    drop_at = max(drop_at, trip.asked_at + rules.SILENT_AFTER)
    if now < drop_at:
        return drop_at
    events += await reallocate(trip, Party.CLOCK, Reason.DRIVER_NOT_REACHABLE, now)
    return None


async def _watch_way(trip: Trip, now: datetime, events: list[Event]) -> datetime:
    last = await Ping.filter(trip_id=trip.id, attempt=trip.attempt).order_by("-at").first()
    known = (trip.started_at, last.at if last else None)
    moved = max([at for at in known if at is not None], default=now)
    if now < moved + rules.STUCK_AFTER:
        return moved + rules.STUCK_AFTER
    desk = await trip_keeping.desk_of(trip.place_id)
    events.append(DeskAsked(place_id=desk, trip_id=trip.id))
    return now + ASK_DESK_AGAIN


async def reallocate(trip: Trip, party: Party, reason: Reason, now: datetime) -> list[Event]:
    """Take a locked trip from its driver, who hears and sees no more of it from this event on."""
    left, to = trip.driver_id, _state_after(trip)
    waited = reason is Reason.RIDER_ABSENT and trip.state is TripState.ARRIVED
    over = to is TripState.NO_DRIVER
    await trip_keeping.step(
        trip,
        Move.DROP,
        party,
        state=to,
        attempt=trip.attempt + 1,
        batch=0,
        driver_id=None,
        vehicle_id=None,
        tracking=Tracking.GPS,
        voice_name="",
        voice_phone="",
        voice_vehicle="",
        start_code="",
        assigned_at=None,
        en_route_at=None,
        arrived_at=None,
        asked_at=None,
        search_began_at=now,
        alarm_at=now if to is TripState.ESCALATED else None,
        absences=trip.absences + waited,
        excluded=[*trip.excluded, *([left] if left is not None else [])],
        **({"ended_at": now, "ended_by": Party.CLOCK.value} if over else {}),
    )
    if not over:
        await deadlines.hasten(trip_keeping.SEARCH, trip.id, now)
    happened: list[Event] = [
        trip_keeping.told(TripReallocated, trip, now, by=party.value, reason=reason.value),
        *trip_keeping.to_people(trip),
    ]
    if left is not None:
        happened.append(
            TripLeft(driver_id=left, trip_id=trip.id, state=to.value, reason=reason.value)
        )
    if over:
        happened.append(trip_keeping.told(NoDriverFound, trip, now))
    if to is TripState.ESCALATED:
        happened.append(trip_keeping.told(TripEscalated, trip, now))
    return happened


def _state_after(trip: Trip) -> TripState:
    if rules.allows_another_attempt(trip.attempt):
        return TripState.SEARCHING
    return TripState.ESCALATED if trip.kind is TripKind.AMBULANCE else TripState.NO_DRIVER
