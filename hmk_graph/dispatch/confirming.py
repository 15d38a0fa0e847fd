"""The desk has rung a caller of whom the house had doubts (`doubting`), and sends somebody."""

from __future__ import annotations

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.dispatch import doubting, offering, parties, rules, trip_keeping
from hmk_graph.dispatch.events import TripConfirmed
from hmk_graph.dispatch.machines import Move, Party
from hmk_graph.dispatch.models import Trip, TripState
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.event_log import transaction, whole_command


async def confirm_trip(
    dispatcher_id: int, trip_id: int, *, whereabouts: Whereabouts, clock: Clock
) -> Trip:
    """Have a driver searched for, now that the caller was rung (the desk); twice is no matter.

    Raises:
        NotFound: There is no such trip, or the dispatcher sits elsewhere.
        StaleState: It is over.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    trip = await _confirm(dispatcher_id, trip_id, clock)
    if trip.state is TripState.SEARCHING and trip.batch == 0:
        await offering.search_at_once(trip.id, whereabouts=whereabouts, clock=clock)
        trip = await Trip.get(id=trip.id)
    return trip


@whole_command
async def _confirm(dispatcher_id: int, trip_id: int, clock: Clock) -> Trip:
    async with transaction(actor_id=dispatcher_id) as events:
        await access.acting(dispatcher_id)
        trip = await trip_keeping.locked(trip_id)
        party = await parties.need(dispatcher_id, trip, Party.DISPATCHER)
        if trip.state in rules.SEARCHING | {TripState.SCHEDULED}:
            return trip
        now = await clock()
        if trip.scheduled_for is None:
            await trip_keeping.step(trip, Move.CONFIRM, party, search_began_at=now)
            begins = now
        else:
            await trip_keeping.step(trip, Move.CONFIRM, party, state=TripState.SCHEDULED)
            begins = trip.scheduled_for - rules.SEARCH_BEFORE
        await deadlines.hasten(trip_keeping.SEARCH, trip.id, begins)
        events += [
            trip_keeping.told(TripConfirmed, trip, now),
            *trip_keeping.to_people(trip),
            await doubting.settled(trip),
        ]
    return trip
