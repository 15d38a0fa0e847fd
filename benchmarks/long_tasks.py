"""Long tasks of a page's main thread, by the processor's time and not by the clock's.

The browser's own long tasks grow with whatever else the machine does. A trace also tells how long
a task ran on a processor, which other people's load hardly moves.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.browser.driver import Page

LONG_US = 50_000
CATEGORIES = ["disabled-by-default-devtools.timeline", "devtools.timeline"]
PATIENCE_S = 30


@asynccontextmanager
async def traced(page: Page) -> AsyncIterator[list[float]]:
    """Trace what the block does, and put the milliseconds of each long task into the list."""
    session = await page.session("Tracing.dataCollected", "Tracing.tracingComplete")
    complete = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hear(told: dict[str, Any]) -> None:
        if told.get("event") == "Tracing.tracingComplete":
            loop.call_soon_threadsafe(complete.set)

    page.browser.listen(session.thing, hear)
    await session.send("Tracing.start", traceConfig={"includedCategories": CATEGORIES})
    found: list[float] = []
    yield found
    await session.send("Tracing.end")
    async with asyncio.timeout(PATIENCE_S):
        await complete.wait()
    found += _long(
        [event for part in session.of("Tracing.dataCollected") for event in part["value"]]
    )


def _long(events: list[dict[str, Any]]) -> list[float]:
    # The page's own thread is the one that calls functions; other pages are not traced.
    calls = Counter((e["pid"], e["tid"]) for e in events if e["name"] == "FunctionCall")
    if not calls:
        return []
    thread = calls.most_common(1)[0][0]
    tasks = (e for e in events if e["name"] == "RunTask" and (e["pid"], e["tid"]) == thread)
    return [task["tdur"] / 1000 for task in tasks if task.get("tdur", 0) > LONG_US]
