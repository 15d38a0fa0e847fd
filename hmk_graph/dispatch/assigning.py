"""What follows when a trip has its driver, and how the desk gives one by voice."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts import rules as lines
from hmk_graph.accounts.models import ApplicationState
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties, rules, trip_keeping
from hmk_graph.dispatch.errors import DriverBusy
from hmk_graph.dispatch.events import TripAssigned, TripGiven
from hmk_graph.dispatch.machines import Move, Party
from hmk_graph.dispatch.models import Driver, OfferState, Tracking, Trip, TripKind
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command

CODE_DIGITS = 4


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Whom the desk reached by voice: one of ours by `driver_id`, or anybody by name and phone."""

    driver_id: int | None = None
    name: str = ""
    phone: str = ""
    vehicle: str = ""


def fresh_code(trip: Trip) -> str:
    """Return the code by which a rider proves to be the one; an ambulance needs none."""
    if trip.kind is TripKind.AMBULANCE:
        return ""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


async def told_of(trip: Trip, now: datetime) -> list[Event]:
    """Tell all whom it concerns that a locked trip has its driver; end what others were offered."""
    happened = await trip_keeping.end_offers(trip, OfferState.TAKEN, now)
    if trip.driver_id is not None:
        happened += await _end_others_of_driver(trip.driver_id, now)
    await deadlines.hasten(trip_keeping.WATCH, trip.id, now + rules.SILENT_AFTER)
    return [
        *happened,
        trip_keeping.told(TripAssigned, trip, now, tracking=trip.tracking.value),
        *trip_keeping.to_people(trip),
        *await trip_keeping.cleared(trip),
    ]


@whole_command
async def assign_by_voice(dispatcher_id: int, trip_id: int, voice: Voice, *, clock: Clock) -> Trip:
    """Give a searched trip to a driver whom the desk has reached; its way is not tracked.

    Raises:
        NotFound: There is no such trip or driver, or the dispatcher sits elsewhere.
        StaleState: It is not searched for any more.
        DriverBusy: The driver has a trip.
        PhoneNotValid, BadInput: Somebody who is not of ours needs a name and a phone.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    said: dict[str, Any] = {}  # Any: columns
    if voice.driver_id is None:
        said = {
            "voice_name": lines.name_of(voice.name),
            "voice_phone": lines.mobile(voice.phone),
            "voice_vehicle": lines.line_of(voice.vehicle, "vehicle", longest=80, shortest=0),
        }
    async with transaction(actor_id=dispatcher_id) as events:
        await access.acting(dispatcher_id)
        trip = await trip_keeping.locked(trip_id)
        await parties.need(dispatcher_id, trip, Party.DISPATCHER)
        if voice.driver_id is not None:
            driver = await Driver.select_for_update(no_key=True).get_or_none(id=voice.driver_id)
            if driver is None or driver.state is not ApplicationState.VERIFIED:
                raise NotFound
            said = {"driver_id": driver.id, "vehicle_id": driver.vehicle_id}
        now = await clock()
        try:
            await trip_keeping.step(
                trip,
                Move.ASSIGN,
                Party.DISPATCHER,
                tracking=Tracking.NONE,
                start_code=fresh_code(trip),
                code_tries=0,
                assigned_at=now,
                heard_at=now,
                **said,
            )
        except IntegrityError as error:
            raise DriverBusy from error
        events += await told_of(trip, now)
        if trip.driver_id is not None:
            events.append(TripGiven(driver_id=trip.driver_id, trip_id=trip.id))
    return trip


async def _end_others_of_driver(driver_id: int, now: datetime) -> list[Event]:
    """Withdraw what else was offered to a driver who has a trip now."""
    rows = await get_connection("default").execute_query_dict(
        "UPDATE dispatch_offer SET state = 'WITHDRAWN', answered_at = $2"
        " WHERE driver_id = $1 AND state = 'SENT' RETURNING id, driver_id, trip_id",
        [driver_id, now],
    )
    happened: list[Event] = []
    for row in rows:
        happened += trip_keeping.ended_offers([row], row["trip_id"], OfferState.WITHDRAWN)
    return happened
