"""A provider's row: whose it is, how it is locked, and what it says of being free."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.errors import NotFound
from hmk_graph.services import rules
from hmk_graph.services.events import AvailabilityChanged
from hmk_graph.services.models import Provider, ProviderState, ServiceState

FINAL = frozenset({ProviderState.REJECTED, ProviderState.TERMINATED})


async def locked(provider_id: int) -> Provider:
    """Lock a provider until the transaction ends.

    Raises:
        NotFound: There is no such provider.
    """
    provider = await Provider.select_for_update(no_key=True).get_or_none(id=provider_id)
    if provider is None:
        raise NotFound
    return provider


async def mine_locked(account_id: int) -> Provider:
    """Lock a person's own desk that is not over; the person may act.

    Raises:
        NotFound: The person has none.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(account_id)
    provider = (
        await Provider.select_for_update(no_key=True)
        .filter(account_id=account_id, state__not_in=list(FINAL))
        .first()
    )
    if provider is None:
        raise NotFound
    return provider


async def write(provider: Provider, **changes: Any) -> None:
    """Write columns of a locked provider. `Any`: they have the columns' types."""
    written = {"version": provider.version + 1, **changes}
    provider.update_from_dict(written)
    await provider.save(update_fields=list(written))


def is_working(provider: Provider, now: datetime) -> bool:
    """Say whether a provider takes anybody at a moment: verified, and not away."""
    if provider.state is not ProviderState.VERIFIED:
        return False
    closed_from, closed_to = provider.closed_from, provider.closed_to
    return not (closed_from and closed_to and closed_from <= now < closed_to)


async def busy_until(provider_ids: Collection[int], now: datetime) -> dict[int, datetime]:
    """Return of each provider whose every seat is at work now when the first is free again."""
    rows = await get_connection("default").execute_query_dict(_BUSY, [list(provider_ids), now])
    return {row["provider_id"]: row["free_at"] for row in rows}


async def availability_changed(provider: Provider, now: datetime) -> AvailabilityChanged:
    """Say what the provider's availability is now, for all who look at his categories."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT DISTINCT s.category_id, c.parent_id FROM services_service s"
        " JOIN services_category c ON c.id = s.category_id"
        " WHERE s.provider_id = $1 AND s.state = $2",
        [provider.id, ServiceState.ACTIVE.value],
    )
    categories = {row["category_id"] for row in rows} | {row["parent_id"] for row in rows}
    busy = await busy_until([provider.id], now)
    state = availability_of(provider, busy.get(provider.id), now)
    return AvailabilityChanged(
        provider_id=provider.id,
        state=state.state,
        observed_at=state.observed_at,
        believed_until=state.until,
        next_free_at=state.next_free_at,
        category_ids=sorted(categories - {None}),
        served=list(provider.served),
        reach=list(provider.reach),
    )


def availability_of(
    provider: Provider, busy: datetime | None, now: datetime, lives: Any = rules.SIGNAL_OF_PEOPLE
) -> rules.Availability:
    """Return whether a provider is free at a moment, by his switch, his work and his standing."""
    if not is_working(provider, now):
        return rules.Availability(
            state="OFF", observed_at=now, until=None, next_free_at=provider.closed_to
        )
    return rules.availability(
        signal=provider.signal,
        observed_at=provider.signal_at,
        until=provider.signal_until,
        busy_until=busy,
        lives=lives,
        now=now,
    )


# Work that runs over its planned time still is work.
_BUSY = """
SELECT o.provider_id, min(greatest(o.busy_until, $2)) AS free_at
FROM services_occupancy o
JOIN services_provider p ON p.id = o.provider_id
LEFT JOIN services_booking b ON b.id = o.booking_id
LEFT JOIN services_sitting t ON t.id = o.sitting_id
WHERE o.provider_id = ANY($1)
  AND (b.state = 'IN_PROGRESS' OR t.state = 'OPEN'
       OR (o.busy_from <= $2 AND $2 < o.busy_until AND b.state = 'CONFIRMED'))
GROUP BY o.provider_id, p.seats HAVING count(DISTINCT o.seat) >= p.seats
"""
