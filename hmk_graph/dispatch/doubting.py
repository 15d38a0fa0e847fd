"""Phones to which drivers came in vain too often: the desk rings them before another is sent.

It blocks nobody: an ambulance is never asked about, and a person of the desk decides about the rest
(domain.md C.3, C.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.dispatch import rules, trip_keeping
from hmk_graph.dispatch.events import DeskAsked, DeskCleared
from hmk_graph.dispatch.models import Trip, TripState


async def is_needed(rider_id: int, phones: Sequence[str], now: datetime) -> bool:
    """Say whether the desk confirms a trip of this rider, or of one of these phones, first.

    In vain was a trip that the rider called off while a driver came, and one at whose pickup a
    driver waited for nobody.
    """
    rows = await get_connection("default").execute_query_dict(
        _COUNT, [rider_id, list(phones), now - rules.NUISANCE_WITHIN]
    )
    return rules.is_nuisance(in_vain=rows[0]["in_vain"], driven=rows[0]["driven"])


def last_moment(trip: Trip) -> datetime:
    """Return until when the desk may confirm a trip."""
    if trip.scheduled_for is not None:
        return trip.scheduled_for - rules.SEARCH_BEFORE
    return trip.requested_at + rules.DESK_CONFIRMS_WITHIN


async def asked(trip: Trip) -> DeskAsked:
    """Lay a trip on the desk."""
    return DeskAsked(place_id=await trip_keeping.desk_of(trip.place_id), trip_id=trip.id)


async def settled(trip: Trip, state: TripState | None = None) -> DeskCleared:
    """Take a trip off the desk, because it went to a state."""
    went = state or trip.state
    desk = await trip_keeping.desk_of(trip.place_id)
    return DeskCleared(place_id=desk, trip_id=trip.id, state=went.value)


_COUNT = """
SELECT count(*) FILTER (WHERE absences > 0 OR end_reason = '012'
                        OR state = 'CANCELLED' AND ended_by = 'RIDER' AND assigned_at IS NOT NULL
                       ) AS in_vain,
       count(*) FILTER (WHERE state = 'COMPLETED' AND absences = 0) AS driven
FROM dispatch_trip
WHERE (rider_id = $1 OR contact_phone = ANY($2)) AND requested_at > $3
"""
