"""The leases that one process holds for its listeners, kept alive together."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from realtime.presence import Presence

# Two renewals may be lost before a lease of ninety seconds ends (rules.md, R12).
RENEW_S = 30.0
# How soon those whom Redis did not take are offered again.
RETRY_S = 2.0

ByTopic = dict[str, set[str]]


class Leases:
    """Holds a lease for each listener, and tells Redis of many at once.

    Being held costs a listener nothing to wait for. One task speaks to Redis, so that the goodbye
    of a lease never overtakes its hello. The leases of a process that was killed end by themselves.
    """

    def __init__(self, presence: Presence, *, renew_s: float = RENEW_S) -> None:
        self._presence = presence
        self._renew_s = renew_s
        self._held: ByTopic = defaultdict(set)
        self._come: ByTopic = defaultdict(set)
        self._gone: ByTopic = defaultdict(set)
        self._changed = asyncio.Event()

    @contextmanager
    def held(self, topic: str) -> Iterator[None]:
        """Be counted at a topic, for as long as this lasts."""
        lease = uuid4().hex
        self._held[topic].add(lease)
        self._come[topic].add(lease)
        self._changed.set()
        try:
            yield
        finally:
            self._held[topic].discard(lease)
            if not self._held[topic]:
                del self._held[topic]
            self._come[topic].discard(lease)
            self._gone[topic].add(lease)
            self._changed.set()

    async def run(self) -> None:
        """Tell Redis who came and went at once, and now and then who is still here."""
        loop = asyncio.get_running_loop()
        renewal = loop.time() + self._renew_s
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(renewal):
                    await self._changed.wait()
            self._changed.clear()
            if loop.time() >= renewal:
                # All who are here: who just came is among them.
                self._come = defaultdict(set, {t: set(held) for t, held in self._held.items()})
                renewal = loop.time() + self._renew_s
            if not await self.settle():
                renewal = min(renewal, loop.time() + RETRY_S)

    async def settle(self) -> bool:
        """Tell Redis what it was not told yet; False if it is away."""
        come, gone = self._come, self._gone
        self._come, self._gone = defaultdict(set), defaultdict(set)
        return await self._presence.settle(come, gone)
