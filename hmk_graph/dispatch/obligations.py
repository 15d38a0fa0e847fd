"""What a person still owes here: an account with any of it cannot be erased."""

from __future__ import annotations

from tortoise.connection import get_connection


async def open_obligations(account_id: int) -> list[str]:
    """Name what is still open: "trips" that the person asked for, and "driving" those he has."""
    rows = await get_connection("default").execute_query_dict(_OPEN, [account_id])
    return [name for name, is_open in rows[0].items() if is_open]


_OPEN = """
SELECT EXISTS (SELECT 1 FROM dispatch_trip WHERE (rider_id = $1 OR requester_id = $1)
               AND state NOT IN ('COMPLETED', 'CANCELLED', 'NO_DRIVER')) AS trips,
       EXISTS (SELECT 1 FROM dispatch_trip t JOIN dispatch_driver d ON d.id = t.driver_id
               WHERE d.account_id = $1
               AND t.state IN ('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP')) AS driving
"""
