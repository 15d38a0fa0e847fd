"""What is still open between citizens and providers: nobody leaves before it is over."""

from __future__ import annotations

from tortoise.connection import get_connection


async def open_obligations(account_id: int) -> list[str]:
    """Name what a person still has open: "bookings", "serials", "sittings"."""
    return await _named(_OF_ACCOUNT, account_id)


async def open_work(provider_id: int) -> list[str]:
    """Name what a provider still has to do: "bookings", "sittings"."""
    return await _named(_OF_PROVIDER, provider_id)


async def _named(sql: str, number: int) -> list[str]:
    rows = await get_connection("default").execute_query_dict(sql, [number])
    return [name for name, is_open in rows[0].items() if is_open]


_OPEN = "('HELD', 'REQUESTED', 'CONFIRMED', 'IN_PROGRESS', 'DONE', 'DISPUTED')"
_OF_PROVIDER = f"""
SELECT EXISTS (SELECT 1 FROM services_booking WHERE provider_id = $1
               AND state IN {_OPEN}) AS bookings,
       EXISTS (SELECT 1 FROM services_sitting WHERE provider_id = $1
               AND state IN ('PLANNED', 'OPEN')) AS sittings
"""
_OF_ACCOUNT = f"""
SELECT EXISTS (SELECT 1 FROM services_booking b JOIN services_provider p ON p.id = b.provider_id
               WHERE (b.citizen_id = $1 OR p.account_id = $1) AND b.state IN {_OPEN}) AS bookings,
       EXISTS (SELECT 1 FROM services_serial
               WHERE citizen_id = $1 AND state IN ('WAITING', 'CALLED')) AS serials,
       EXISTS (SELECT 1 FROM services_sitting t JOIN services_provider p ON p.id = t.provider_id
               WHERE p.account_id = $1 AND t.state IN ('PLANNED', 'OPEN')) AS sittings
"""
