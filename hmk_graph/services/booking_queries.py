"""Reads of bookings, sittings, numbers and reviews. Who asks comes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tortoise.queryset import QuerySet

from hmk_graph.accounts import queries as account_queries
from hmk_graph.errors import NotFound
from hmk_graph.services import queries, reviewing
from hmk_graph.services.booking_models import (
    Booking,
    BookingState,
    Review,
    Serial,
    SerialState,
    Sitting,
    SittingState,
)
from hmk_graph.services.machines import BOOKING, OCCUPYING, Actor
from hmk_graph.services.models import Provider
from hmk_graph.state_machines import allowed

# Whoever has to come needs to be reached; before and after that nobody does.
REACHABLE = frozenset({BookingState.CONFIRMED, BookingState.IN_PROGRESS})
WAITING_SHOWN = 200


async def visible_booking(viewer_id: int | None, booking_id: int) -> Booking:
    """Return a booking that is the viewer's, on either side, or a dispute of his area.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    booking = await Booking.get_or_none(id=booking_id)
    if booking is None or viewer_id is None:
        raise NotFound
    if await part_of(viewer_id, booking) is None:
        raise NotFound
    return booking


async def part_of(viewer_id: int, booking: Booking) -> Actor | None:
    """Return in which part the viewer sees a booking; None: it is none of his business.

    An officer sees what he has to decide, and a confirmed one, which he may have to call off.
    """
    if booking.citizen_id == viewer_id:
        return Actor.CITIZEN
    provider = await Provider.get(id=booking.provider_id)
    if provider.account_id == viewer_id:
        return Actor.PROVIDER
    decided = booking.state in (BookingState.DISPUTED, BookingState.CONFIRMED)
    if decided and await queries.is_officer_for(viewer_id, provider):
        return Actor.OFFICER
    return None


async def parts(viewer_id: int, booking_ids: Sequence[int]) -> list[Actor]:
    """Return in which part the viewer sees each booking that he may see."""
    found = await Booking.in_bulk(list(set(booking_ids)), "id")
    desks = await _desks_of(viewer_id)

    def part(booking: Booking) -> Actor:
        if booking.citizen_id == viewer_id:
            return Actor.CITIZEN
        return Actor.PROVIDER if booking.provider_id in desks else Actor.OFFICER

    return [part(found[booking_id]) for booking_id in booking_ids]


def commands(booking: Booking, part: Actor) -> list[str]:
    """Return what somebody in a part may do with a booking now."""
    return allowed(BOOKING, booking.state, part)


def bookings_of(citizen_id: int, states: Sequence[BookingState] | None) -> QuerySet[Booking]:
    """Return what a person booked, in some states or all (None)."""
    mine = Booking.filter(citizen_id=citizen_id)
    return mine if states is None else mine.filter(state__in=list(states))


def desk_bookings(account_id: int, states: Sequence[BookingState] | None) -> QuerySet[Booking]:
    """Return what is booked with a person; holds are not his business yet."""
    mine = Booking.filter(provider__account_id=account_id).exclude(state=BookingState.HELD)
    return mine if states is None else mine.filter(state__in=list(states))


async def disputes(officer_id: int) -> QuerySet[Booking]:
    """Return the disputes of an officer's areas, but his own."""
    found = Booking.filter(state=BookingState.DISPUTED).exclude(citizen_id=officer_id)
    found = found.exclude(provider__account_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(provider__place__path__overlap=areas)


def live_bookings(provider_id: int) -> QuerySet[Booking]:
    """Return what a provider has to answer or to do."""
    return Booking.filter(
        provider_id=provider_id, state__in=sorted(OCCUPYING - {BookingState.HELD})
    )


async def visible_sitting(sitting_id: int) -> Sitting:
    """Return a sitting; all of them are public.

    Raises:
        NotFound: There is none.
    """
    sitting = await Sitting.get_or_none(id=sitting_id)
    if sitting is None:
        raise NotFound
    return sitting


def coming_sittings(service_id: int | None, *, at: datetime) -> QuerySet[Sitting]:
    """Return the sittings that run or come, of one service or of all (None)."""
    found = Sitting.filter(state__in=[SittingState.PLANNED, SittingState.OPEN], finishes_at__gt=at)
    return found if service_id is None else found.filter(service_id=service_id)


def serials_of(citizen_id: int) -> QuerySet[Serial]:
    """Return the numbers that a person has or had."""
    return Serial.filter(citizen_id=citizen_id)


async def my_serials_at(viewer_id: int | None, sitting_ids: Sequence[int]) -> list[Serial | None]:
    """Return the viewer's own living number at each sitting, or None."""
    if viewer_id is None:
        return [None] * len(sitting_ids)
    rows = await Serial.filter(citizen_id=viewer_id, sitting_id__in=list(set(sitting_ids))).exclude(
        state=SerialState.LEFT
    )
    found = {row.sitting_id: row for row in rows}
    return [found.get(sitting_id) for sitting_id in sitting_ids]


async def line_of(viewer_id: int | None, sitting_ids: Sequence[int]) -> list[list[Serial]]:
    """Return who waits, is called or was passed over at each sitting; to its provider alone."""
    found: dict[int, list[Serial]] = {sitting_id: [] for sitting_id in sitting_ids}
    rows = (
        await Serial.filter(
            sitting_id__in=list(found),
            sitting__provider__account_id=viewer_id or 0,
            state__in=[SerialState.WAITING, SerialState.CALLED, SerialState.SKIPPED],
        )
        .order_by("number")
        .limit(WAITING_SHOWN * len(found))
    )
    for row in rows:
        found[row.sitting_id].append(row)
    return [found[sitting_id] for sitting_id in sitting_ids]


async def counts(sitting_ids: Sequence[int]) -> list[dict[SerialState, int]]:
    """Return how many numbers of each sitting are in which state."""
    found: dict[int, dict[SerialState, int]] = {sitting_id: {} for sitting_id in sitting_ids}
    for row in await Serial.filter(sitting_id__in=list(found)):
        states = found[row.sitting_id]
        states[row.state] = states.get(row.state, 0) + 1
    return [found[sitting_id] for sitting_id in sitting_ids]


async def sittings_by_id(sitting_ids: Sequence[int]) -> list[Sitting | None]:
    """Return sittings in the order of their ids."""
    found = await Sitting.in_bulk(list(set(sitting_ids)), "id")
    return [found.get(sitting_id) for sitting_id in sitting_ids]


async def public_reviews(provider_id: int, *, at: datetime) -> QuerySet[Review]:
    """Return what citizens said of a provider, as far as everybody can read it."""
    return Review.filter(id__in=await reviewing.public_ids(provider_id, at))


async def reviews_of_booking(
    viewer_id: int, at: datetime, booking_ids: Sequence[int]
) -> list[list[Review]]:
    """Return the reviews of each booking that the viewer may read: public ones, and his own."""
    rows = await Review.filter(booking_id__in=list(set(booking_ids))).order_by("id")
    public = await reviewing.are_public(rows, at)
    desks = await _desks_of(viewer_id)
    found: dict[int | None, list[Review]] = {booking_id: [] for booking_id in booking_ids}
    for row, is_public in zip(rows, public, strict=True):
        own = row.citizen_id == viewer_id if row.by == "CITIZEN" else row.provider_id in desks
        if (is_public and row.hidden_by_id is None) or own:
            found[row.booking_id].append(row)
    return [found[booking_id] for booking_id in booking_ids]


async def _desks_of(account_id: int) -> set[int]:
    return {one.id for one in await Provider.filter(account_id=account_id)}
