"""From setting out to the end of the way: the driver's steps, and those that others may take."""

from __future__ import annotations

from datetime import datetime, timedelta

from hmk_graph.accounts import access
from hmk_graph.accounts import rules as lines
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties, positions, rules, trip_keeping
from hmk_graph.dispatch.errors import CodeWrong, NotAtPickup
from hmk_graph.dispatch.events import (
    CargoHandedOver,
    CargoPickedUp,
    DriverArrived,
    DriverSetOut,
    TripCompleted,
    TripLeft,
    TripStarted,
)
from hmk_graph.dispatch.location_rules import Freshness, freshness
from hmk_graph.dispatch.machines import TRIP, Move, Party, Reason
from hmk_graph.dispatch.models import Tracking, Trip, TripKind
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.trail import travelled_m
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.state_machines import next_state

LONGEST_NOTE = 300


@whole_command
async def set_out(account_id: int, trip_id: int, *, clock: Clock) -> Trip:
    """Say that one is on the way to the pickup, as its driver or at the desk.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: It is not ASSIGNED.
    """
    async with transaction(actor_id=account_id) as events:
        trip, party = await _mine(account_id, trip_id, Party.DRIVER, Party.DISPATCHER)
        now = await clock()
        await trip_keeping.step(trip, Move.SET_OUT, party, en_route_at=now, heard_at=now)
        events += [trip_keeping.told(DriverSetOut, trip, now), *trip_keeping.to_people(trip)]
    return trip


async def arrive(account_id: int, trip_id: int, *, whereabouts: Whereabouts, clock: Clock) -> Trip:
    """Say that the driver is at the pickup: his position proves it, or rider or desk confirm it.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: The driver has not set out, or is there already.
        NotAtPickup: The driver's position is farther than 150 meters, or older than a minute.
    """
    trip = await Trip.get_or_none(id=trip_id)
    if trip is None:
        raise NotFound
    seen = None
    if trip.driver_id is not None and trip.tracking is Tracking.GPS:
        seen = await positions.last_seen(whereabouts, trip.driver_id)
    return await _arrive(account_id, trip_id, seen, clock)


@whole_command
async def _arrive(account_id: int, trip_id: int, seen: positions.Seen | None, clock: Clock) -> Trip:
    async with transaction(actor_id=account_id) as events:
        trip, party = await _mine(account_id, trip_id, Party.RIDER, Party.DISPATCHER, Party.DRIVER)
        next_state(TRIP, trip.state, Move.ARRIVE, actor=party)
        now = await clock()
        if party is Party.DRIVER:
            _check_at_pickup(trip, seen, now)
        await trip_keeping.step(trip, Move.ARRIVE, party, arrived_at=now, heard_at=now)
        free_until = now + rules.FREE_WAITING
        events += [
            trip_keeping.told(DriverArrived, trip, now, free_until=free_until),
            *trip_keeping.to_people(trip),
        ]
    return trip


def _check_at_pickup(trip: Trip, seen: positions.Seen | None, now: datetime) -> None:
    """Refuse a driver who is not there. Tracking NONE: the rider or the desk has to say it."""
    if seen is None or freshness(seen.fix.at, now) not in (Freshness.LIVE, Freshness.RECENT):
        raise NotAtPickup(distance_m=None)
    pickup = trip_keeping.pickup_of(trip)
    if not rules.is_at_pickup(seen.fix.point, pickup):
        raise NotAtPickup(distance_m=round(seen.fix.point.distance_m(pickup)))


async def start(account_id: int, trip_id: int, *, code: str = "", clock: Clock) -> Trip:
    """Begin the way with the rider's code. The desk needs none, nor does an ambulance.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: The driver is not at the pickup.
        CodeWrong: It is not the rider's code. After five tries only the desk can begin the trip.
    """
    outcome = await _start(account_id, trip_id, code, clock)
    if isinstance(outcome, CodeWrong):
        raise outcome  # only now: the try is counted
    return outcome


@whole_command
async def _start(account_id: int, trip_id: int, code: str, clock: Clock) -> Trip | CodeWrong:
    async with transaction(actor_id=account_id) as events:
        trip, party = await _mine(account_id, trip_id, Party.DISPATCHER, Party.DRIVER)
        next_state(TRIP, trip.state, Move.START, actor=party)
        if party is Party.DRIVER and trip.kind is not TripKind.AMBULANCE:
            wrong = await _judge_code(trip, code)
            if wrong is not None:
                return wrong
        now = await clock()
        await trip_keeping.step(
            trip, Move.START, party, started_at=now, heard_at=now, start_code=""
        )
        events += [trip_keeping.told(TripStarted, trip, now), *trip_keeping.to_people(trip)]
        if trip.cargo_ref:
            events.append(trip_keeping.told(CargoPickedUp, trip, now, cargo_ref=trip.cargo_ref))
    return trip


async def _judge_code(trip: Trip, code: str) -> CodeWrong | None:
    if trip.code_tries >= rules.CODE_TRIES:
        return CodeWrong(tries_left=0)
    if lines.tidied(code).translate(lines.DIGITS) == trip.start_code:
        return None
    trip.code_tries += 1
    await trip.save(update_fields=["code_tries"])
    return CodeWrong(tries_left=rules.CODE_TRIES - trip.code_tries)


@whole_command
async def complete(
    account_id: int,
    trip_id: int,
    *,
    reason: Reason | None = None,
    note: str = "",
    clock: Clock,
) -> Trip:
    """End the way, early with a reason; the fare is frozen, links and positions end with it.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: It has not begun, or is over.
        BadInput: The note is at fault.
    """
    said = lines.line_of(note, "note", longest=LONGEST_NOTE, shortest=0)
    async with transaction(actor_id=account_id) as events:
        trip, party = await _mine(account_id, trip_id, Party.DRIVER, Party.DISPATCHER)
        next_state(TRIP, trip.state, Move.COMPLETE, actor=party)
        now = await clock()
        way_m = None
        if trip.tracking is Tracking.GPS and trip.started_at is not None:
            way_m = await travelled_m(trip.id, trip.attempt, since=trip.started_at)
        fare = _fare(trip, way_m)
        await trip_keeping.step(
            trip,
            Move.COMPLETE,
            party,
            ended_at=now,
            ended_by=party.value,
            end_reason=reason.value if reason else "",
            end_note=said,
            travelled_m=way_m,
            lines=[{"name": name, "amount": amount} for name, amount in fare.lines],
            fare_paisa=fare.total,
        )
        events += [
            trip_keeping.told(TripCompleted, trip, now, fare=trip.fare_paisa),
            *trip_keeping.to_people(trip),
            *_released(trip),
        ]
        if trip.cargo_ref and reason is None:  # a way that ended early brought nothing to its door
            events.append(
                trip_keeping.told(
                    CargoHandedOver, trip, now, cargo_ref=trip.cargo_ref, travelled_m=way_m
                )
            )
    return trip


def _fare(trip: Trip, way_m: int | None) -> rules.Fare:
    waited = timedelta(0)
    if trip.arrived_at is not None and trip.started_at is not None:
        waited = trip.started_at - trip.arrived_at
    return rules.final_fare(
        [(line["name"], line["amount"]) for line in trip.lines],
        per_km=trip.rates["per_km"],
        waiting_per_min=trip.rates["waiting_per_min"],
        quoted_m=trip.quoted_m,
        travelled_m=way_m,
        waited=waited,
    )


def _released(trip: Trip) -> list[Event]:
    if trip.driver_id is None:
        return []
    return [TripLeft(driver_id=trip.driver_id, trip_id=trip.id, state=trip.state.value, reason="")]


async def _mine(account_id: int, trip_id: int, *wanted: Party) -> tuple[Trip, Party]:
    """Lock a trip in which a person plays one of these parts, the first of them that he does."""
    await access.acting(account_id)
    trip = await trip_keeping.locked(trip_id)
    return trip, await parties.need(account_id, trip, *wanted)
