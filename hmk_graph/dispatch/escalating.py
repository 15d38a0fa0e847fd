"""No ambulance answers: all of the district are asked, people are called, again each minute.

It ends when a driver takes the trip, when a dispatcher gives it to one whom he reached by voice, or
when the caller calls it off; never by itself.
"""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.dispatch import asking, rules, trip_keeping
from hmk_graph.dispatch.events import AlarmRepeated, DeskAlarmed, DutyCalled, TripEscalated
from hmk_graph.dispatch.machines import Move, Party
from hmk_graph.dispatch.models import OfferState, Trip, VehicleKind
from hmk_graph.dispatch.rules import Candidate
from hmk_graph.event_log import Event


async def escalate(trip: Trip, now: datetime) -> list[Event]:
    """Hand a locked ambulance trip over to people; the first alarm is due at once."""
    await trip_keeping.step(trip, Move.ESCALATE, Party.CLOCK, alarm_at=now)
    return [trip_keeping.told(TripEscalated, trip, now), *trip_keeping.to_people(trip)]


async def sound(trip: Trip, now: datetime, events: list[Event]) -> datetime:
    """Call the desk and all ambulances of the district if it is time; answer when it is again."""
    due = trip.alarm_at or now
    if now < due:
        return due
    trip.alarms += 1
    trip.alarm_at = now + rules.ALARM_EVERY
    await Trip.filter(id=trip.id).update(alarms=trip.alarms, alarm_at=trip.alarm_at)
    desk = await trip_keeping.desk_of(trip.place_id)
    events += [
        trip_keeping.told(AlarmRepeated, trip, now, alarm=trip.alarms),
        DeskAlarmed(place_id=desk, trip_id=trip.id, alarm=trip.alarms),
    ]
    events += [
        DutyCalled(account_id=one, trip_id=trip.id, place_id=desk, alarm=trip.alarms)
        for one in await on_duty(trip.place_id)
    ]
    asked = asking.Asked(
        candidates=await _all_of_district(trip, desk),
        batch=trip.batch + 1,
        radius_m=None,
        lasts=rules.ALARM_EVERY,
    )
    await asking.make_offers(trip, asked, now, events)
    return trip.alarm_at


async def on_duty(place_id: int) -> list[int]:
    """Return the accounts that sit at the desk of a place, or of one above it, by id."""
    rows = await get_connection("default").execute_query_dict(_ON_DUTY, [place_id])
    return [row["account_id"] for row in rows]


async def _all_of_district(trip: Trip, district_id: int) -> list[Candidate]:
    """Return every ambulance at work in the district that is free, wherever it was seen last.

    Who let an earlier offer run out is asked again, who declined is not.
    """
    declined = [
        driver_id
        for driver_id, state in (await asking.answers(trip)).items()
        if state is OfferState.DECLINED
    ]
    rows = await get_connection("default").execute_query_dict(
        _IN_DISTRICT, [district_id, trip.vehicle_kinds, [*trip.excluded, *declined]]
    )
    return [
        Candidate(
            driver_id=row["driver_id"],
            vehicle_id=row["vehicle_id"],
            vehicle_kind=VehicleKind(row["kind"]),
            distance_m=0,
        )
        for row in rows
    ]


_ON_DUTY = """
SELECT DISTINCT g.account_id FROM accounts_role_grant g
JOIN accounts_account a ON a.id = g.account_id AND a.state = 'ACTIVE'
JOIN places_place p ON p.id = $1
WHERE g.revoked_at IS NULL AND g.role = 'DISPATCHER'
  AND (g.place_id IS NULL OR g.place_id = ANY(p.path))
ORDER BY g.account_id
"""
_IN_DISTRICT = """
SELECT d.id AS driver_id, v.id AS vehicle_id, v.kind
FROM dispatch_driver d JOIN dispatch_vehicle v ON v.id = d.vehicle_id
JOIN places_place p ON p.id = d.place_id AND p.path @> ARRAY[$1::bigint]
JOIN accounts_account a ON a.id = d.account_id AND a.state = 'ACTIVE'
WHERE d.state = 'VERIFIED' AND v.state = 'VERIFIED' AND v.kind = ANY($2) AND d.id <> ALL($3)
"""
