"""A booking's row: who may touch it, one step of its machine, and who is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import access, residence
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event
from hmk_graph.services.booking_models import Booking, Occupancy
from hmk_graph.services.events import BookingEvent, DeskEvent, YourBookingMoved
from hmk_graph.services.machines import BOOKING, OCCUPYING, Actor, BookingCommand
from hmk_graph.services.models import Provider
from hmk_graph.services.stepping import step

EXPIRE = "services.expire_booking"
CLOSE = "services.close_booking"
DECIDE = "services.decide_dispute"
SETTLE_NO_SHOW = "services.settle_no_show"
ALTERNATIVES = 3


@dataclass(frozen=True, kw_only=True)
class Table:
    """A locked booking, its provider, and in which part somebody sits down at it."""

    booking: Booking
    provider: Provider
    actor: Actor


async def locked_for(person_id: int, booking_id: int) -> Table:
    """Lock a booking for one of its two sides, who may act.

    Raises:
        NotFound: There is no such booking, or it is none of the person's business.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(person_id)
    booking = await locked(booking_id)
    provider = await Provider.get(id=booking.provider_id)
    if booking.citizen_id == person_id:
        return Table(booking=booking, provider=provider, actor=Actor.CITIZEN)
    if provider.account_id == person_id:
        return Table(booking=booking, provider=provider, actor=Actor.PROVIDER)
    raise NotFound


async def locked_for_officer(officer_id: int, booking_id: int) -> Table:
    """Lock a booking for an officer of its provider's place, who is neither of its sides.

    Raises:
        NotFound: There is no such booking, or it is none of the officer's business.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    await access.acting(officer_id)
    booking = await locked(booking_id)
    provider = await Provider.get(id=booking.provider_id)
    if officer_id in (booking.citizen_id, provider.account_id):
        raise NotFound
    if not await access.is_officer_of(officer_id, await residence.path_of(provider.place_id)):
        raise NotFound
    return Table(booking=booking, provider=provider, actor=Actor.OFFICER)


async def locked(booking_id: int) -> Booking:
    """Lock a booking until the transaction ends.

    Raises:
        NotFound: There is no such booking.
    """
    booking = await Booking.select_for_update(no_key=True).get_or_none(id=booking_id)
    if booking is None:
        raise NotFound
    return booking


async def move(
    booking: Booking, command: BookingCommand, actor: Actor, *, now: datetime, **changes: Any
) -> None:
    """Take one step of a locked booking, and give its time up if it no longer needs it.

    `Any`: the changes have the columns' types.

    Raises:
        StaleState: The step is not possible from where the booking is.
        NotAllowed: It is possible, but not for this actor.
    """
    kept = {"changed_at": now, "sequence": booking.sequence + 1, "due_at": None, **changes}
    await step(booking, BOOKING, command, actor, **kept)
    if booking.state not in OCCUPYING:
        await release(booking)


async def release(booking: Booking) -> None:
    """Give a booking's time up."""
    await Occupancy.filter(booking_id=booking.id).delete()


def facts(booking: Booking) -> dict[str, Any]:
    """Return what every event of a booking says."""
    return {
        "booking_id": booking.id,
        "state": booking.state.value,
        "starts_at": booking.starts_at,
        "finishes_at": booking.finishes_at,
    }


def told(booking: Booking, event: BookingEvent) -> list[Event]:
    """Return an event with those that tell it on the provider's and the citizen's own streams."""
    return [
        event,
        DeskEvent(provider_id=booking.provider_id, **facts(booking)),
        YourBookingMoved(
            account_id=booking.citizen_id,
            booking_id=booking.id,
            state=booking.state.value,
            starts_at=booking.starts_at,
        ),
    ]


async def alternatives(booking: Booking) -> list[int]:
    """Return the nearest three other services of the same category that can be booked.

    Near is first what shares the most of the tree of places (a union, an upazila, the district),
    then what lies nearest by the centers of upazilas, then what is cheapest.
    """
    rows = await get_connection("default").execute_query_dict(
        _NEAREST, [booking.service_id, booking.provider_id, booking.place_id, ALTERNATIVES]
    )
    return [row["id"] for row in rows]


async def bookings_by_id(ids: Sequence[int]) -> dict[int, Booking]:
    """Return bookings by their ids."""
    found: dict[int, Booking] = await Booking.in_bulk(list(set(ids)), "id")
    return found


_NEAREST = """
WITH asked AS (
    SELECT s.category_id, w.path, u.lat, u.lng
    FROM services_service s
    JOIN services_provider p ON p.id = s.provider_id
    JOIN places_place w ON w.id = coalesce($3, p.place_id)
    LEFT JOIN places_place u ON u.id = w.path[3]
    WHERE s.id = $1
)
SELECT s.id
FROM services_service s
JOIN asked ON s.category_id = asked.category_id
JOIN services_provider p ON p.id = s.provider_id
JOIN accounts_account a ON a.id = p.account_id
JOIN places_place w ON w.id = p.place_id
LEFT JOIN places_place u ON u.id = w.path[3]
WHERE s.state = 'ACTIVE' AND p.state = 'VERIFIED' AND a.state = 'ACTIVE' AND p.id <> $2
ORDER BY (SELECT count(*) FROM unnest(w.path) AS one WHERE one = ANY(asked.path)) DESC,
         power(u.lat - asked.lat, 2) + power(u.lng - asked.lng, 2) NULLS LAST,
         s.from_paisa, s.id
LIMIT $4
"""
