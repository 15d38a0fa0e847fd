"""A bounded queue for one listener: it keeps all, or keeps the latest; it never grows."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Literal

from realtime.frames import Frame, Missed

Keep = Literal["all", "latest"]

# A phone on a bad line may fall this far behind before it has to read the log.
BOUND = 256


class Mailbox:
    """Takes frames for one listener, who takes them out one by one.

    Keeping all: when it is full, everything is dropped and one `Missed` stands for it. Keeping the
    latest: a newer frame replaces the older one. Only the process's one event loop touches it.
    """

    __slots__ = ("__weakref__", "_bound", "_items", "_keep", "_stream", "_wake")

    def __init__(self, stream: str, *, keep: Keep = "all", bound: int = BOUND) -> None:
        self._stream = stream
        self._keep = keep
        self._bound = bound
        self._items: deque[Frame | Missed] = deque()
        self._wake = asyncio.Event()

    def __len__(self) -> int:
        return len(self._items)

    def __aiter__(self) -> Mailbox:
        return self

    async def __anext__(self) -> Frame | Missed:
        return await self.take()

    def put(self, item: Frame | Missed) -> None:
        """Put a frame or a warning in; never waits."""
        if isinstance(item, Missed):
            self._warn(item)
        elif self._keep == "latest":
            self._replace(item)
        elif len(self._items) < self._bound:
            self._items.append(item)
        else:
            self._drop_frames()
            self._warn(Missed(stream=self._stream, reason="overflow"))
        self._wake.set()

    async def take(self) -> Frame | Missed:
        """Wait for the next item and take it out. Being cancelled while waiting loses nothing."""
        while not self._items:
            self._wake.clear()
            await self._wake.wait()
        return self._items.popleft()

    def _warn(self, missed: Missed) -> None:
        # Who takes the one that waits already will read the log later than now: it speaks for both.
        if missed not in self._items:
            self._items.append(missed)

    def _replace(self, frame: Frame) -> None:
        """Keep the newest frame: the bus may bring an older one after it."""
        kept = [item for item in self._items if isinstance(item, Frame)]
        if all((frame.epoch, frame.seq) >= (older.epoch, older.seq) for older in kept):
            self._drop_frames()
            self._items.append(frame)

    def _drop_frames(self) -> None:
        # Warnings stay: there are as many as there are reasons, and each means something else.
        self._items = deque(item for item in self._items if isinstance(item, Missed))
