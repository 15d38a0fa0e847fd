"""Asks drivers, circle by circle, until one comes; and never leaves an ambulance unanswered.

One deadline stands for a trip as long as it is searched for. What it fires locks the trip and looks
again, so that it may come late, twice, or after a restart of everything. Who stands near is asked
before the lock is taken, because the keeper of positions is across the network.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.dispatch import asking, doubting, escalating, positions, rules, trip_keeping
from hmk_graph.dispatch.events import NoDriverFound, SearchBegan
from hmk_graph.dispatch.machines import Move, Party
from hmk_graph.dispatch.models import Offer, OfferState, Trip, TripKind, TripState, VehicleKind
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.positions import Near
from hmk_graph.event_log import Event, transaction, whole_command

log = logging.getLogger(__name__)


async def search_at_once(trip_id: int, *, whereabouts: Whereabouts, clock: Clock) -> None:
    """Ask whoever is to be asked now. The trip's deadline stands beside it, for the worker."""
    near = await look(trip_id, whereabouts, clock)
    await search_on(trip_id, near, clock)


async def look(trip_id: int, whereabouts: Whereabouts, clock: Clock) -> Sequence[Near]:
    """Return who was seen lately around the pickup of a trip; nobody, where nobody can tell."""
    trip = await Trip.get_or_none(id=trip_id)
    if trip is None or trip.state is not TripState.SEARCHING:
        return []
    kinds = [VehicleKind(kind) for kind in trip.vehicle_kinds]
    try:
        return await positions.near(
            whereabouts,
            [rules.cohort_of(kind, trip.skill) for kind in kinds],
            trip_keeping.pickup_of(trip),
            radius_m=rules.RADII_M[-1],
            limit=rules.MOST_CANDIDATES,
            since=await clock() - rules.fresh_enough(kinds),
        )
    except ConnectionError as error:
        log.warning("Nobody can tell where drivers are: %s", error)
        return []


@whole_command
async def search_on(trip_id: int, near: Sequence[Near], clock: Clock) -> datetime | None:
    """Take the next step of a search, if it is due; answer when to ask again, None when it is over.

    Whatever happened meanwhile decides: an accepted, canceled or ended trip is left as it is.
    """
    async with transaction() as events:
        trip = await trip_keeping.locked(trip_id)
        now = await clock()
        if trip.state is TripState.AT_DESK:
            return await _wait_for_desk(trip, now, events)
        if trip.state is TripState.SCHEDULED:
            begins = (trip.scheduled_for or now) - rules.SEARCH_BEFORE
            if now < begins:
                return begins
            events += await _begin(trip, now)
            return now  # who stands near was not looked for yet
        if trip.state not in rules.SEARCHING:
            return None
        events += await _expire(trip, now)
        if trip.state is TripState.SEARCHING and now >= _last_moment(trip):
            events += await _give_up(trip, now)
        if trip.state is TripState.SEARCHING:
            return await _ask_next(trip, near, now, events)
        if trip.state is TripState.ESCALATED:
            return await escalating.sound(trip, now, events)
    return None


def _last_moment(trip: Trip) -> datetime:
    began = trip.search_began_at or trip.requested_at
    ambulance = trip.kind is TripKind.AMBULANCE
    return began + (rules.ESCALATE_AFTER if ambulance else rules.SEARCH_LASTS)


async def _begin(trip: Trip, now: datetime) -> list[Event]:
    await trip_keeping.step(trip, Move.BEGIN_SEARCH, Party.CLOCK, search_began_at=now)
    return [trip_keeping.told(SearchBegan, trip, now), *trip_keeping.to_people(trip)]


async def _expire(trip: Trip, now: datetime) -> list[Event]:
    """End the offers of a trip that nobody answered in time, and free their drivers."""
    rows = await get_connection("default").execute_query_dict(
        "UPDATE dispatch_offer SET state = 'EXPIRED', answered_at = $2"
        " WHERE trip_id = $1 AND state = 'SENT' AND expires_at <= $2 RETURNING id, driver_id",
        [trip.id, now],
    )
    return trip_keeping.ended_offers(rows, trip.id, OfferState.EXPIRED)


async def _wait_for_desk(trip: Trip, now: datetime, events: list[Event]) -> datetime | None:
    """Let go of what the desk does not confirm in time; answer when that is."""
    due = doubting.last_moment(trip)
    if now < due:
        return due
    events += await _give_up(trip, now)
    events.append(await doubting.settled(trip))
    return None


async def _give_up(trip: Trip, now: datetime) -> list[Event]:
    """Nobody came in time: call people to an ambulance's aid, or say so to anybody else."""
    if trip.kind is TripKind.AMBULANCE:
        return await escalating.escalate(trip, now)
    happened = await trip_keeping.end_offers(trip, OfferState.WITHDRAWN, now)
    await trip_keeping.step(trip, Move.GIVE_UP, Party.CLOCK, ended_at=now, ended_by="CLOCK")
    return [
        *happened,
        trip_keeping.told(NoDriverFound, trip, now),
        *trip_keeping.to_people(trip),
    ]


async def _ask_next(
    trip: Trip, near: Sequence[Near], now: datetime, events: list[Event]
) -> datetime | None:
    """Ask the next batch, unless one is still thinking; answer when to ask again."""
    thinking = await _until_answered(trip)
    if thinking is not None:
        return min(thinking, _last_moment(trip))
    number, chosen = rules.next_batch(
        await asking.candidates(trip, near),
        await asking.answers(trip),
        batch=trip.batch,
        urgent=trip.urgent,
    )
    lasts = rules.offer_lasts(trip.kind, urgent=trip.urgent)
    asked = asking.Asked(
        candidates=chosen, batch=number, radius_m=rules.radius_m(number), lasts=lasts
    )
    if chosen and await asking.make_offers(trip, asked, now, events):
        return min(now + lasts, _last_moment(trip))
    if trip.kind is TripKind.AMBULANCE:
        events += await escalating.escalate(trip, now)
        return await escalating.sound(trip, now, events)
    return min(now + rules.LOOK_AGAIN, _last_moment(trip))


async def _until_answered(trip: Trip) -> datetime | None:
    first = (
        await Offer.filter(trip_id=trip.id, state=OfferState.SENT).order_by("expires_at").first()
    )
    return first.expires_at if first else None
