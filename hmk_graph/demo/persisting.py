"""Goes on whatever the server does: the edge between a simulator and the task group."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable

from hmk_graph.demo.devices import ApiFault, Refused
from hmk_graph.demo.tempo import Span, Tempo

log = logging.getLogger("hmk.demo")

Turn = Callable[[], Awaitable[bool]]
"""One round of a simulator, with its own wait; answers whether there is another."""

# A phone that gets no code for hours must not keep its simulator from trying another person.
LONGEST_WAIT_S = 60.0


async def keep_on(name: str, turn: Turn, tempo: Tempo) -> None:
    """Take turns until one says that it was the last; after a fault wait, longer each time."""
    least, most = tempo.retry_s
    wait_s = least
    while True:
        try:
            if not await turn():
                return
            wait_s = least
        except Exception as fault:
            # The edge: a fault in one simulator, ours or the server's, must not end the others.
            _tell(name, fault)
            asked_s = fault.wait_s if isinstance(fault, Refused) else 0.0
            await asyncio.sleep(max(random.uniform(0, wait_s), min(asked_s, LONGEST_WAIT_S)))
            wait_s = min(wait_s * 2, most)


async def attempt(name: str, work: Callable[[], Awaitable[None]]) -> None:
    """Do something once; a fault is told, and is the end of it."""
    try:
        await work()
    except Exception as fault:
        # The same edge: whoever wanted it sees that it was not done, and begins anew.
        _tell(name, fault)


async def pause(span: Span) -> None:
    """Wait as people do: never twice the same."""
    await asyncio.sleep(random.uniform(*span))


def _tell(name: str, fault: Exception) -> None:
    expected = isinstance(fault, ApiFault)
    level = logging.WARNING if expected else logging.ERROR
    log.log(level, "%s did not succeed: %s", name, fault, exc_info=not expected)
