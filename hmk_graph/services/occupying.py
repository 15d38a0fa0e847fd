"""Takes a provider's seats for a time. That two claims never overlap is the database's word.

The callers hold the provider's lock, so they see what is free; whoever slips past it (another way
in, a fault of ours) meets the exclusion constraint, or the deadlock that PostgreSQL reports when
two such inserts wait for each other. Both mean the same to a person: somebody else has the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import asyncpg
from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph.services import rules
from hmk_graph.services.booking_models import Booking, Occupancy, Sitting
from hmk_graph.services.errors import SlotTaken
from hmk_graph.services.models import Provider
from hmk_graph.services.rules import Span
from hmk_graph.services.stepping import violated

NO_OVERLAP = "services_occupancy_no_overlap"


def with_buffers(provider: Provider, span: Span) -> Span:
    """Return a span of work with the provider's time before and after it."""
    before = timedelta(minutes=provider.buffer_before_m)
    after = timedelta(minutes=provider.buffer_after_m)
    return span[0] - before, span[1] + after


async def take_for_booking(provider: Provider, booking: Booking) -> None:
    """Take as many free seats of a locked provider as a booking needs.

    Raises:
        SlotTaken: There are not so many.
    """
    span = with_buffers(provider, (booking.starts_at, booking.finishes_at))
    seats = rules.free_seats(await busy(provider.id, span), span, seats=provider.seats)
    if len(seats) < booking.seats:
        raise SlotTaken
    await _insert(
        [
            Occupancy(
                provider_id=provider.id,
                seat=seat,
                busy_from=span[0],
                busy_until=span[1],
                booking_id=booking.id,
            )
            for seat in seats[: booking.seats]
        ]
    )


async def take_for_sitting(provider: Provider, sitting: Sitting) -> None:
    """Take one seat of a locked provider for all of a sitting.

    Raises:
        SlotTaken: All are taken.
    """
    span = sitting.starts_at, sitting.finishes_at
    seats = rules.free_seats(await busy(provider.id, span), span, seats=provider.seats)
    if not seats:
        raise SlotTaken
    row = Occupancy(
        provider_id=provider.id,
        seat=seats[0],
        busy_from=span[0],
        busy_until=span[1],
        sitting_id=sitting.id,
    )
    await _insert([row])


async def busy(provider_id: int, span: Span) -> list[tuple[int, datetime, datetime]]:
    """Return what of a provider is taken in a span: (seat, from, until)."""
    rows = await get_connection("default").execute_query_dict(_BUSY, [provider_id, *span])
    return [(row["seat"], row["busy_from"], row["busy_until"]) for row in rows]


async def _insert(rows: Sequence[Occupancy]) -> None:
    try:
        await Occupancy.bulk_create(list(rows))
    except IntegrityError as error:
        if violated(error) == NO_OVERLAP:
            raise SlotTaken from error
        raise
    except asyncpg.DeadlockDetectedError as error:
        raise SlotTaken from error


_BUSY = """
SELECT seat, busy_from, busy_until FROM services_occupancy
WHERE int8range(provider_id, provider_id, '[]') && int8range($1, $1, '[]')
  AND tstzrange(busy_from, busy_until) && tstzrange($2, $3)
"""
