"""What time it is: an argument of every activity that has a deadline."""

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta, timezone

from tortoise.connection import get_connection

Clock = Callable[[], Awaitable[datetime]]
"""Answers an aware UTC time. Where a deadline decides, it is read after the lock."""

DHAKA = timezone(timedelta(hours=6), "Asia/Dhaka")
"""Bangladesh keeps one time all year; dates that people see are dates here."""


def midnight_after(moment: datetime) -> datetime:
    """Return when the day of a moment ends in Dhaka."""
    day = moment.astimezone(DHAKA).date() + timedelta(days=1)
    return datetime.combine(day, time(), DHAKA)


async def database_clock() -> datetime:
    """Ask the database what time it is, now and not when the transaction began.

    One clock serves all processes. `now()` would be the transaction's start: a bid that waited for
    the lot's lock past the end would still look early.
    """
    rows = await get_connection("default").execute_query_dict("SELECT clock_timestamp() AS at")
    at: datetime = rows[0]["at"]
    return at
