"""Whoever wanted a time that another had is told when it falls free (rules.md 2.3).

Those are who asked to be told, and who asked for the time and did not get it. Being told keeps
nothing for anybody: the first to hold the time has it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.event_log import Event
from hmk_graph.services import desk_keeping, occupying, rules
from hmk_graph.services.booking_models import Booking, BookingState, Waiting
from hmk_graph.services.events import YourSlotFell
from hmk_graph.services.models import Provider

# More are not told of one time: they would only find it taken.
MOST_TOLD = 20
LOST = frozenset({BookingState.DECLINED, BookingState.EXPIRED})


async def tell_of(booking: Booking, now: datetime) -> list[Event]:
    """Tell those who wanted the time of a booking that is over, if they can have it now.

    In the transaction that ends it. Its citizen is not among them; and whoever the provider said
    no to is not told that he said so to another.
    """
    lost = LOST if booking.state is not BookingState.DECLINED else frozenset()
    span = (booking.starts_at, booking.finishes_at)
    return await tell(booking.provider_id, span, now, past=booking.citizen_id, lost=lost)


async def tell(
    provider_id: int,
    was: rules.Span,
    now: datetime,
    *,
    past: int | None = None,
    lost: Collection[BookingState] = LOST,
) -> list[Event]:
    """Tell those who wanted a time that is given up, if they can have it now.

    `past` is the citizen who gave it up, `lost` how the bookings ended of those who are told
    without having asked for that.
    """
    if was[0] <= now:
        return []
    rows = await get_connection("default").execute_query_dict(
        _WANTED, [provider_id, past, *was, now, MOST_TOLD, sorted(lost)]
    )
    provider = await Provider.get(id=provider_id)
    if not desk_keeping.is_working(provider, was[0]):
        return []
    told = [row for row in rows if await is_free(provider, (row["starts_at"], row["finishes_at"]))]
    waits = [row["waiting_id"] for row in told if row["waiting_id"] is not None]
    await Waiting.filter(id__in=waits).update(told_at=now)
    return [
        YourSlotFell(
            account_id=row["citizen_id"],
            provider_id=provider_id,
            service_id=row["service_id"],
            starts_at=row["starts_at"],
            finishes_at=row["finishes_at"],
        )
        for row in told
    ]


async def is_free(provider: Provider, work: rules.Span) -> bool:
    """Say whether a provider has a seat for a span of work, with his time around it."""
    span = occupying.with_buffers(provider, work)
    return bool(
        rules.free_seats(await occupying.busy(provider.id, span), span, seats=provider.seats)
    )


# A person is told once of one time, and not of one that overlaps what he has with the provider.
# Whoever held a time and never asked for it (one step of its sequence) let it go himself.
_WANTED = """
WITH wanted AS (
    SELECT w.id AS waiting_id, w.citizen_id, o.service_id, w.starts_at, w.finishes_at
    FROM services_waiting w JOIN services_price_option o ON o.id = w.option_id
    WHERE w.provider_id = $1 AND w.told_at IS NULL
    UNION ALL
    SELECT NULL, b.citizen_id, b.service_id, b.starts_at, b.finishes_at
    FROM services_booking b
    WHERE b.provider_id = $1 AND b.state = ANY($7) AND b.sequence > 1
)
SELECT DISTINCT ON (citizen_id) * FROM wanted w
WHERE w.citizen_id IS DISTINCT FROM $2
  AND w.starts_at < $4 AND w.finishes_at > $3 AND w.starts_at > $5
  AND NOT EXISTS (SELECT 1 FROM services_booking b
                  WHERE b.citizen_id = w.citizen_id AND b.provider_id = $1
                  AND b.state IN ('HELD', 'REQUESTED', 'CONFIRMED', 'IN_PROGRESS')
                  AND b.starts_at < w.finishes_at AND b.finishes_at > w.starts_at)
ORDER BY citizen_id, waiting_id NULLS LAST, starts_at
LIMIT $6
"""
