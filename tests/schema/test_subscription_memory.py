"""Subscriptions keep nothing of the events that are past."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from importlib.metadata import version

from schema.errors import Schema
from tests.schema.toy import context, toy_schema

WATCHERS = 10
EVENTS = 300
# graphql-core 3.3.1 and 3.3.2 keep about 1.2 kB of each event for each watcher, as long as the
# subscription lives; 3.3.0 keeps nothing. Ten times less than that leak is noise.
MOST_KEPT_PER_EVENT = 120


async def test_a_watcher_keeps_no_memory_of_past_events():
    schema = toy_schema()
    middle, end = asyncio.Barrier(WATCHERS + 1), asyncio.Barrier(WATCHERS + 1)

    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        for _ in range(WATCHERS):
            group.create_task(_watch(schema, middle, end))
        await middle.wait()
        gc.collect()
        tracemalloc.start()
        before, _ = tracemalloc.get_traced_memory()
        await middle.wait()
        await end.wait()
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        await end.wait()

    kept = (after - before) / (WATCHERS * EVENTS)
    assert kept < MOST_KEPT_PER_EVENT, f"graphql-core {version('graphql-core')} keeps {kept:.0f} B"


async def _watch(schema: Schema, middle: asyncio.Barrier, end: asyncio.Barrier) -> None:
    """Take a few events to warm up, wait, take many more, and wait with the stream still open."""
    query = f"subscription {{ cows(count: {EVENTS + 50}) {{ name mother {{ name }} }} }}"
    taken = 0
    async for result in await schema.stream(query, context_value=context()):
        assert result.errors is None
        taken += 1
        if taken == 20:
            await middle.wait()
            await middle.wait()
        if taken == 20 + EVENTS:
            await end.wait()
            await end.wait()
