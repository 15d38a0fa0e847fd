"""One call for all who want its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class _Left(Exception):
    """Who made the call was cancelled; one of those who wait makes it instead."""


class Coalesced(Generic[T]):
    """Makes a call once for all who want it made.

    Who comes while a call is under way waits for the next one: what it answers began after he came.
    The call runs in the task of the first who wants it; no task is started.
    """

    def __init__(self, call: Callable[[], Awaitable[T]]) -> None:
        self._call = call
        self._running: asyncio.Future[T] | None = None
        self._next: asyncio.Future[T] | None = None

    async def __call__(self) -> T:
        """Return the answer of a call that begins after now.

        Raises:
            Exception: What the call raised; all who wait for it get the same.
        """
        while True:
            if self._next is None:
                return await self._lead()
            try:
                return await asyncio.shield(self._next)
            except _Left:
                continue

    async def _lead(self) -> T:
        turn = self._next = asyncio.get_running_loop().create_future()
        try:
            while self._running is not None:
                await asyncio.wait([self._running])
            self._running, self._next = turn, None
            answer = await self._call()
        except BaseException as error:
            self._end(turn)
            turn.set_exception(error if isinstance(error, Exception) else _Left())
            turn.exception()  # nobody else may be waiting for it
            raise
        self._end(turn)
        turn.set_result(answer)
        return answer

    def _end(self, turn: asyncio.Future[T]) -> None:
        if self._running is turn:
            self._running = None
        if self._next is turn:
            self._next = None
