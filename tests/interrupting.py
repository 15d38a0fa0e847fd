"""Cancels a command at any of its awaits, as a client that goes away does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator
from typing import Any


class CanceledAt:
    """Awaits a coroutine, and has its task canceled while it waits for the n-th time (from 1)."""

    def __init__(self, nth: int, coroutine: Coroutine[Any, Any, Any]) -> None:
        self.nth = nth
        self.coroutine = coroutine
        self.waits = 0

    def __await__(self) -> Generator[Any, Any, Any]:
        task = asyncio.current_task()
        assert task is not None
        steps = self.coroutine.__await__()
        resume: Callable[[], Any] = lambda: steps.send(None)  # noqa: E731 - replaced below
        while True:
            try:
                waited_for = resume()
            except StopIteration as done:
                return done.value
            self.waits += 1
            if self.waits == self.nth:
                # Once the task really waits, so that the cancellation reaches what it waits for.
                asyncio.get_running_loop().call_soon(task.cancel)
            try:
                yield waited_for
            except BaseException as error:
                resume = lambda error=error: steps.throw(error)  # type: ignore[misc]  # noqa: E731
            else:
                resume = lambda: steps.send(None)  # noqa: E731


async def canceled_at(nth: int, coroutine: Coroutine[Any, Any, Any]) -> bool:
    """Run a coroutine in a task of its own and cancel it at its n-th await.

    Returns:
        Whether it got so far; False when it ended with fewer awaits, or in spite of it.
    """

    async def run() -> None:
        await CanceledAt(nth, coroutine)

    task = asyncio.create_task(run())
    await asyncio.wait([task])
    if not task.cancelled():
        task.result()
    return task.cancelled()


async def at_every_await(make: Callable[[], Coroutine[Any, Any, Any]]) -> int:
    """Run a command again and again, canceled one await later each time; return how many it has."""
    nth = 1
    while await canceled_at(nth, make()):
        nth += 1
    return nth - 1


Command = Callable[[], Awaitable[Any]]
