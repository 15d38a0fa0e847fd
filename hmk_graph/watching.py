"""Lets a process be watched: its figures are read, its traces sent, as far as it is set.

What nobody counts by himself is looked at every few seconds: ages, waits, how many listen.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from tortoise.connection import get_connection

from hmk_graph import event_log, metrics, tracing
from hmk_graph.watch_settings import WatchSettings

log = logging.getLogger(__name__)

EVERY_S = 5.0

Look = Callable[[], None]
"""Sets the figures of what the process holds in memory."""


def nothing_held() -> None:
    """Set no figure: the process serves nobody."""


@asynccontextmanager
async def over(
    process: str, settings: WatchSettings, look: Look = nothing_held
) -> AsyncIterator[None]:
    """Have a process watched while this lasts; the database must be open."""
    with (
        metrics.exposed(host=settings.metrics_host, port=settings.metrics_port) as port,
        tracing.sent_to(settings.traces_url, process=f"{process}-{os.getpid()}"),
    ):
        metrics.process.info({"kind": process})
        async with asyncio.TaskGroup() as tasks:
            sampling = tasks.create_task(sample(look)) if port else None
            yield
            if sampling is not None:
                sampling.cancel()


async def sample(look: Look = nothing_held) -> None:
    """Sample until cancelled. A database that is away leaves its figures as they were."""
    event_log.on_repeat.append(metrics.commands_repeated.inc)
    loop = asyncio.get_running_loop()
    try:
        while True:
            look()
            try:
                await look_at_database()
            except (OSError, *event_log.LOST) as error:
                log.warning("The figures could not be read: %r", error)
            due = loop.time() + EVERY_S
            await asyncio.sleep(EVERY_S)
            metrics.loop_lag.set(max(0.0, loop.time() - due))
    finally:
        event_log.on_repeat.remove(metrics.commands_repeated.inc)


async def look_at_database() -> None:
    """Ask the database how far relays and workers are behind, and who waits for locks."""
    (row,) = await get_connection("default").execute_query_dict(_FIGURES)
    metrics.relay_age.set(row["relay_age"])
    metrics.deadline_age.set(row["deadline_age"])
    metrics.lock_waits.set(row["lock_waits"])
    metrics.lock_wait_seconds.set(row["lock_wait"])


# Each of the first two reads one end of an index.
_FIGURES = """
WITH waiting AS (
    SELECT query_start FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
)
SELECT
    coalesce((SELECT extract(epoch FROM clock_timestamp() - at)::float8 FROM event
              WHERE NOT relayed ORDER BY id LIMIT 1), 0) AS relay_age,
    greatest(0, coalesce(
        (SELECT extract(epoch FROM clock_timestamp() - min(due_at))::float8 FROM deadline), 0)
    ) AS deadline_age,
    (SELECT count(*) FROM waiting) AS lock_waits,
    coalesce((SELECT extract(epoch FROM clock_timestamp() - min(query_start))::float8
              FROM waiting), 0) AS lock_wait
"""
