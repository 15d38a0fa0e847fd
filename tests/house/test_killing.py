"""A death that tests wait for is over when they go on."""

from __future__ import annotations

from itertools import count

from tortoise.connection import get_connection

from hmk_graph.event_log import transaction
from tests.killing import Killer

LOCK = 77


async def hold(seconds: float) -> None:
    """Keep a lock while the server works on a statement."""
    async with transaction():
        await asked("SELECT pg_advisory_xact_lock($1)", LOCK)
        await asked("SELECT pg_sleep($1)", seconds)


async def asked(sql: str, *values: float) -> list[dict[str, object]]:
    """Return what the database answers."""
    return await get_connection("default").execute_query_dict(sql, list(values))


async def test_a_dead_process_holds_no_locks_any_more(db: str):
    async with Killer(db, "tests.house.test_killing") as killer:
        for nth in count(1):
            point = await killer.kill(nth, "hold", 0.2)

            async with transaction():
                [found] = await asked("SELECT pg_try_advisory_xact_lock($1) AS free", LOCK)
            assert found["free"], nth
            if point is None:
                break

    assert nth > 3
