"""Many who ask the same at the same time are answered by one reading."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

A = TypeVar("A")


class _Asking:
    """A reading that is going on, and whether somebody asked since it began."""

    def __init__(self) -> None:
        self.done = asyncio.Event()
        self.answer: tuple[Any] | None = None  # Any: of whatever type was read


class Together:
    """Joins those who ask the same while an earlier reading is still going on.

    Each is answered by a reading that began after he asked, so nothing here is ever out of date.
    Only one event loop touches it.
    """

    def __init__(self) -> None:
        self._running: dict[Hashable, _Asking] = {}
        self._waiting: dict[Hashable, _Asking] = {}

    async def ask(self, key: Hashable, read: Callable[[], Awaitable[A]]) -> A:
        """Return what is read; if that fails, each reads for himself, and fails for himself."""
        running = self._running.get(key)
        if running is None:
            return await self._read(key, _Asking(), read)
        waiting = self._waiting.get(key)
        if waiting is None:
            return await self._read_next(key, running, read)
        await waiting.done.wait()
        if waiting.answer is None:
            return await read()
        answer: A = waiting.answer[0]
        return answer

    async def _read_next(
        self, key: Hashable, running: _Asking, read: Callable[[], Awaitable[A]]
    ) -> A:
        """Read for all who come before the reading that goes on has ended."""
        waiting = self._waiting[key] = _Asking()
        try:
            await running.done.wait()
        except asyncio.CancelledError:
            waiting.done.set()
            raise
        finally:
            del self._waiting[key]
        return await self._read(key, waiting, read)

    async def _read(self, key: Hashable, asking: _Asking, read: Callable[[], Awaitable[A]]) -> A:
        self._running[key] = asking
        try:
            answer = await read()
            asking.answer = (answer,)
            return answer
        finally:
            if self._running.get(key) is asking:
                del self._running[key]
            asking.done.set()
