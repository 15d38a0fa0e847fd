"""Fan-out inside one process: one subscription a stream, one mailbox a listener."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from realtime.bus import Bus
from realtime.frames import Frame, Missed
from realtime.mailbox import BOUND, Keep, Mailbox


class _Stream:
    """The mailboxes of one stream. The lock lets the first listener subscribe while others wait."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.mailboxes: set[Mailbox] = set()
        self.subscribed = False
        self.newest = (0, 0)

    def hand_out(self, item: Frame | Missed) -> None:
        if isinstance(item, Frame):
            self.newest = max(self.newest, (item.epoch, item.seq))
        for mailbox in self.mailboxes:
            mailbox.put(item)


class Hub:
    """Knows who listens to what in this process. Only its one event loop touches it."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._streams: dict[str, _Stream] = {}

    @property
    def streams(self) -> list[str]:
        """Return the streams that somebody listens to."""
        return list(self._streams)

    @property
    def listeners(self) -> int:
        """Return how many mailboxes there are."""
        return sum(len(known.mailboxes) for known in self._streams.values())

    @asynccontextmanager
    async def listen(
        self, stream: str, *, keep: Keep = "all", bound: int = BOUND
    ) -> AsyncIterator[Mailbox]:
        """Listen to a stream: each frame published from here on is in the mailbox, or a `Missed`.

        Nothing is awaited on the way out, so whoever is cancelled anywhere leaves no trace.
        """
        known = self._streams.setdefault(stream, _Stream())
        mailbox = Mailbox(stream, keep=keep, bound=bound)
        # Before the subscription: a frame that comes while it is being confirmed is not lost.
        known.mailboxes.add(mailbox)
        try:
            async with known.lock:
                if not known.subscribed:
                    await self._bus.attach(stream, known.hand_out)
                    known.subscribed = True
            yield mailbox
        finally:
            known.mailboxes.discard(mailbox)
            if not known.mailboxes:
                del self._streams[stream]
                self._bus.detach(stream, known.hand_out)

    def hint(self, stream: str, *, reason: str = "hint") -> None:
        """Tell the listeners of a stream to look for themselves."""
        known = self._streams.get(stream)
        if known is not None:
            known.hand_out(Missed(stream=stream, reason=reason))

    def hint_all(self, *, reason: str) -> None:
        """Tell every listener, for example that the process goes down."""
        for stream in self._streams:
            self.hint(stream, reason=reason)

    def seen(self, stream: str) -> tuple[int, int]:
        """Return epoch and number of the newest frame that the bus brought; (0, 0) for none."""
        known = self._streams.get(stream)
        return known.newest if known else (0, 0)

    def note(self, stream: str, epoch: int, seq: int) -> None:
        """Take it that listeners were told of everything up to a number."""
        known = self._streams.get(stream)
        if known is not None:
            known.newest = max(known.newest, (epoch, seq))
