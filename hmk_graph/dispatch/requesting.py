"""Somebody asks for a trip; the search for a driver begins with the same breath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts import rules as lines
from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.dispatch import doubting, offering, rules, trip_keeping
from hmk_graph.dispatch.errors import BadHour, QuoteExpired, TripRunning
from hmk_graph.dispatch.events import TripRequested
from hmk_graph.dispatch.models import Quote, Trip, TripKind, TripState
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember

ONE_LIVE = "dispatch_trip_one_of_a_rider"
LONGEST_NOTE = 300
# The requesting process asks the first drivers itself. Should it die before, the worker does.
NET = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True)
class Call:
    """What is said with a request. Name and phone empty: those of who asks.

    `cargo_ref` names what is carried, in the words of its context (`haat.deal.42`).
    """

    contact_name: str = ""
    contact_phone: str = ""
    pickup_note: str = ""
    drop_note: str = ""
    cargo_ref: str = ""
    cargo_note: str = ""


async def request_trip(
    requester_id: int,
    quote_id: int,
    call: Call,
    *,
    idempotency_key: str,
    whereabouts: Whereabouts,
    clock: Clock,
) -> Trip:
    """Ask for the trip of a quote: the fare is frozen, and the first drivers are asked.

    A dispatcher of the area who gives another's phone calls for that person, who sees the trip if
    he has an account. A phone to which drivers came in vain too often is rung by the desk first,
    but for an ambulance.

    Raises:
        NotFound: It is not the person's quote.
        QuoteExpired: It is older than ten minutes. BadHour: Its hour has come too near.
        TripRunning: The rider has a trip already; never said to who needs an ambulance.
        PhoneNotValid, BadInput: Name, phone or notes are at fault.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    trip = await _write(requester_id, quote_id, call, idempotency_key, clock)
    if trip.state is TripState.SEARCHING and trip.batch == 0:
        await offering.search_at_once(trip.id, whereabouts=whereabouts, clock=clock)
        trip = await Trip.get(id=trip.id)
    return trip


@whole_command
async def _write(
    requester_id: int, quote_id: int, call: Call, idempotency_key: str, clock: Clock
) -> Trip:
    said = _said(call)
    async with transaction(actor_id=requester_id, command_id=idempotency_key) as events:
        earlier = await recall(requester_id, "requestTrip", idempotency_key, quote=quote_id, **said)
        if earlier is not None:
            return await Trip.get(id=earlier["trip_id"])
        requester = await access.acting(requester_id)
        quote = await Quote.get_or_none(id=quote_id, account_id=requester_id)
        if quote is None:
            raise NotFound
        now = await clock()
        _check_hours(quote, now)
        rider_id = await _rider_of(requester, quote, said["contact_phone"])
        said["contact_phone"] = said["contact_phone"] or requester.phone or ""
        said["contact_name"] = said["contact_name"] or requester.name
        frozen = _frozen(quote, now)
        if rider_id == requester_id and quote.kind is not TripKind.AMBULANCE:
            phones = [said["contact_phone"], requester.phone or ""]
            if await doubting.is_needed(rider_id, phones, now):
                frozen |= {"state": TripState.AT_DESK, "search_began_at": None}
        try:
            trip = await Trip.create(**frozen, **said, rider_id=rider_id, requester_id=requester_id)
        except IntegrityError as error:
            if trip_keeping.violated(error) != ONE_LIVE:
                raise
            raise TripRunning from error
        await deadlines.arm(trip_keeping.SEARCH, trip.id, _first_look(trip, now))
        events += [trip_keeping.told(TripRequested, trip, now), *trip_keeping.to_people(trip)]
        if trip.state is TripState.AT_DESK:
            events.append(await doubting.asked(trip))
        await remember(requester_id, "requestTrip", idempotency_key, {"trip_id": trip.id})
    return trip


def _first_look(trip: Trip, now: datetime) -> datetime:
    if trip.state is TripState.AT_DESK:
        return doubting.last_moment(trip)
    return trip.scheduled_for - rules.SEARCH_BEFORE if trip.scheduled_for else now + NET


def _check_hours(quote: Quote, now: datetime) -> None:
    if now > quote.quoted_at + rules.QUOTE_HOLDS:
        raise QuoteExpired
    if quote.starts_at is not None and quote.starts_at - now < rules.SEARCH_BEFORE:
        raise BadHour


async def _rider_of(requester: Account, quote: Quote, phone: str) -> int | None:
    """Return for whom it is: who asks, or whom the desk calls for (None: he has no account)."""
    own_id: int = requester.id
    if not phone or phone == requester.phone:
        return own_id
    path = await trip_keeping.path_of(quote.place_id)
    if not await access.is_dispatcher_of(own_id, path):
        return own_id
    rider = await Account.get_or_none(phone=phone)
    return rider.id if rider else None


def _said(call: Call) -> dict[str, Any]:  # Any: columns
    line = lines.line_of
    return {
        "contact_name": line(call.contact_name, "contactName", longest=80, shortest=0),
        "contact_phone": lines.mobile(call.contact_phone) if call.contact_phone else "",
        "pickup_note": line(call.pickup_note, "pickupNote", longest=LONGEST_NOTE, shortest=0),
        "drop_note": line(call.drop_note, "dropNote", longest=LONGEST_NOTE, shortest=0),
        "cargo_note": line(call.cargo_note, "cargoNote", longest=LONGEST_NOTE, shortest=0),
        "cargo_ref": call.cargo_ref,
    }


def _frozen(quote: Quote, now: datetime) -> dict[str, Any]:  # Any: columns
    later = quote.starts_at is not None
    return {
        "kind": quote.kind,
        "state": TripState.SCHEDULED if later else TripState.SEARCHING,
        "urgent": quote.kind is TripKind.AMBULANCE and not later,
        "vehicle_kinds": quote.vehicle_kinds,
        "skill": quote.skill,
        "place_id": quote.place_id,
        "pickup_lat_e6": quote.pickup_lat_e6,
        "pickup_lng_e6": quote.pickup_lng_e6,
        "drop_lat_e6": quote.drop_lat_e6,
        "drop_lng_e6": quote.drop_lng_e6,
        "quoted_m": quote.distance_m,
        "lines": quote.lines,
        "rates": quote.rates,
        "fare_paisa": quote.total_paisa,
        "scheduled_for": quote.starts_at,
        "requested_at": now,
        "search_began_at": None if later else now,
    }
