"""Whoever wanted a time that another had is told when it falls free (rules.md 2.3).

Those are who asked to be told, and who asked for the time and did not get it. Being told keeps
nothing for anybody: the first to hold the time has it.
"""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.services import desk_keeping, holding, occupying, pricing, rules
from hmk_graph.services.booking_models import Booking, Waiting
from hmk_graph.services.errors import OwnService, SlotFree, TooManyWaits
from hmk_graph.services.events import YourSlotFell
from hmk_graph.services.models import Provider, Service

MOST_WAITS = 5
# More are not told of one time: they would only find it taken.
MOST_TOLD = 20


@whole_command
async def wait_for(
    citizen_id: int, option_id: int, starts_at: datetime, *, clock: Clock
) -> Waiting:
    """Ask to be told when a time falls free; asking twice is no matter.

    Raises:
        NotFound: There is no such price.
        OwnService: It is the person's own.
        OutsideWindow, OutsideHours, BadInput: Nobody works then, as for `holding.hold`.
        SlotFree: It is free now. TooManyWaits: The person waits for five times already.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=citizen_id):
        # Locked, so that two wishes at once are counted one after the other.
        await access.acting_locked(citizen_id)
        option, _ = await pricing.price_now(option_id)
        service = await Service.get(id=option.service_id)
        provider = await desk_keeping.locked(service.provider_id)
        if provider.account_id == citizen_id:
            raise OwnService
        holding.check_shown(service)
        now = await clock()
        finishes_at = rules.finish_of(starts_at, minutes=option.minutes, quantity=1)
        await holding.check_time(provider, starts_at, finishes_at, now)
        earlier = await Waiting.get_or_none(
            citizen_id=citizen_id, option_id=option_id, starts_at=starts_at, told_at=None
        )
        if earlier is not None:
            return earlier
        if await _is_free(provider, starts_at, finishes_at):
            raise SlotFree
        ahead = Waiting.filter(citizen_id=citizen_id, told_at=None, starts_at__gt=now)
        if await ahead.count() >= MOST_WAITS:
            raise TooManyWaits(most=MOST_WAITS)
        return await Waiting.create(
            citizen_id=citizen_id,
            option_id=option_id,
            provider_id=provider.id,
            starts_at=starts_at,
            finishes_at=finishes_at,
            created_at=now,
        )


async def tell(booking: Booking, was: rules.Span, now: datetime) -> list[Event]:
    """Tell those who wanted a time that a booking has given up, if they can have it now.

    In the transaction that gives it up, whose citizen is not among them.
    """
    if was[0] <= now:
        return []
    rows = await get_connection("default").execute_query_dict(
        _WANTED, [booking.provider_id, booking.citizen_id, *was, now, MOST_TOLD]
    )
    provider = await Provider.get(id=booking.provider_id)
    if not desk_keeping.is_working(provider, was[0]):
        return []
    told = [row for row in rows if await _is_free(provider, row["starts_at"], row["finishes_at"])]
    waits = [row["waiting_id"] for row in told if row["waiting_id"] is not None]
    await Waiting.filter(id__in=waits).update(told_at=now)
    return [
        YourSlotFell(
            account_id=row["citizen_id"],
            provider_id=booking.provider_id,
            service_id=row["service_id"],
            starts_at=row["starts_at"],
            finishes_at=row["finishes_at"],
        )
        for row in told
    ]


async def _is_free(provider: Provider, starts_at: datetime, finishes_at: datetime) -> bool:
    span = occupying.with_buffers(provider, (starts_at, finishes_at))
    return bool(
        rules.free_seats(await occupying.busy(provider.id, span), span, seats=provider.seats)
    )


# A person is told once of one time, and not of one that overlaps what he has with the provider.
_WANTED = """
WITH wanted AS (
    SELECT w.id AS waiting_id, w.citizen_id, o.service_id, w.starts_at, w.finishes_at
    FROM services_waiting w JOIN services_price_option o ON o.id = w.option_id
    WHERE w.provider_id = $1 AND w.told_at IS NULL
    UNION ALL
    SELECT NULL, b.citizen_id, b.service_id, b.starts_at, b.finishes_at
    FROM services_booking b
    WHERE b.provider_id = $1 AND b.state IN ('DECLINED', 'EXPIRED')
)
SELECT DISTINCT ON (citizen_id) * FROM wanted w
WHERE w.citizen_id <> $2 AND w.starts_at < $4 AND w.finishes_at > $3 AND w.starts_at > $5
  AND NOT EXISTS (SELECT 1 FROM services_booking b
                  WHERE b.citizen_id = w.citizen_id AND b.provider_id = $1
                  AND b.state IN ('HELD', 'REQUESTED', 'CONFIRMED', 'IN_PROGRESS')
                  AND b.starts_at < w.finishes_at AND b.finishes_at > w.starts_at)
ORDER BY citizen_id, waiting_id NULLS LAST, starts_at
LIMIT $6
"""
