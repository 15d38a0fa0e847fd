"""The one door to broadcaster: publish frames, hear those of a stream, know that one hears."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType

from broadcaster import Broadcast, Event

from realtime.frames import SEPARATOR, Frame, Missed
from realtime.mailbox import BOUND, Mailbox
from realtime.redis_backend import MISSED, BusDown, Pace, RedisBackend

__all__ = ["Bus", "BusDown", "Pace"]

log = logging.getLogger(__name__)

Hear = Callable[[Frame | Missed], None]
MEMORY = "memory://"


@dataclass
class _Channel:
    """Who hears a stream; the backend was `asked` to carry it, and then it is `carried`.

    The lock lets one at a time speak to the backend: stock broadcaster lets two first subscribers
    in together, and one replaces the other.
    """

    hearers: set[Hear] = field(default_factory=set)
    asked: bool = False
    carried: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class _Carrier(Broadcast):
    """broadcaster 0.3.1 with its listener watched and its subscribers not racing.

    Frames are handed on at once to hearers that never wait, so there is no queue to grow.
    """

    def __init__(self, url: str | None, pace: Pace) -> None:
        in_memory = url is None or url.startswith(MEMORY)
        self.redis = None if in_memory or url is None else RedisBackend(url, pace)
        super().__init__(MEMORY, backend=self.redis)
        self._restart_s = pace.restart_s
        self._failure: str | None = None
        self._tasks: asyncio.TaskGroup | None = None
        self.channels: dict[str, _Channel] = {}

    @property
    def trouble(self) -> str | None:
        """Say why nothing is heard; None when all is well."""
        if self._tasks is None or self._listener_task.done():
            return "not running"
        return self._failure or (self.redis.trouble if self.redis else None)

    async def connect(self) -> None:
        await self._backend.connect()
        self._tasks = await asyncio.TaskGroup().__aenter__()
        self._listener_task = self._tasks.create_task(self._listener(), name="bus watch")

    async def disconnect(self) -> None:
        tasks, self._tasks = self._tasks, None
        try:
            if tasks is not None:
                self._listener_task.cancel()
                await tasks.__aexit__(None, None, None)
        finally:
            self.channels.clear()
            await self._backend.disconnect()

    async def publish_all(self, messages: Sequence[tuple[str, str]]) -> None:
        if self.redis is not None:
            await self.redis.publish_all(messages)
            return
        for channel, message in messages:
            await self.publish(channel, message)

    async def attach(self, stream: str, hear: Hear) -> None:
        channel = self.channels.setdefault(stream, _Channel())
        # Before Redis confirms: a frame that comes in between is heard.
        channel.hearers.add(hear)
        try:
            async with channel.lock:
                if not channel.carried:
                    channel.asked = True
                    await self._backend.subscribe(stream)
                    channel.carried = True
        except BaseException:
            self.detach(stream, hear)
            raise

    def detach(self, stream: str, hear: Hear) -> None:
        """Let go at once, so that no cancellation can come in between; Redis is told by a task."""
        channel = self.channels.get(stream)
        if channel is None:
            return
        channel.hearers.discard(hear)
        if not channel.hearers and self._tasks is not None:
            self._tasks.create_task(self._forget(stream, channel), name=f"forget {stream}")

    async def _forget(self, stream: str, channel: _Channel) -> None:
        async with channel.lock:
            if channel.hearers:
                return
            if channel.asked:
                channel.asked = channel.carried = False
                await self._backend.unsubscribe(stream)
            if not channel.hearers and self.channels.get(stream) is channel:
                del self.channels[stream]

    async def _listener(self) -> None:
        """Listen until disconnected: whatever ends it before is said aloud, and it begins anew."""
        while self._tasks is not None:
            try:
                # A task of its own, so that even one who cancels it does not end the watch.
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._listen(), name="bus listener")
                self._failure = "the listener was cancelled"
                log.error("The bus listener was cancelled; it starts anew.")
            except* Exception as errors:
                self._failure = f"the listener failed: {errors.exceptions[0]!r}"
                log.exception("The bus listener failed; it starts anew.")
            await asyncio.sleep(self._restart_s)

    async def _listen(self) -> None:
        if self._failure is not None:
            for stream in list(self.channels):
                self._hand_on(Missed(stream=stream, reason="restarted"))
        self._failure = None
        while True:
            for item in _items(await self._backend.next_published()):
                self._hand_on(item)

    def _hand_on(self, item: Frame | Missed) -> None:
        channel = self.channels.get(item.stream)
        if channel is not None:
            for hear in tuple(channel.hearers):
                hear(item)


def _items(event: Event) -> Sequence[Frame | Missed]:
    if event.message == MISSED:
        return [Missed(stream=event.channel, reason="reconnected")]
    try:
        return Frame.decode_all(event.channel, event.message)
    except ValueError as error:
        # Somebody else speaks on our channel, or another version of us does. The log knows more.
        log.warning("On %s came what cannot be read: %s", event.channel, error)
        return [Missed(stream=event.channel, reason="unreadable")]


class Bus:
    """Carries frames between processes. What it loses, the log still has.

    Args:
        url: A Redis address (`redis://...`), or None (or `memory://`) to stay within this process.
        pace: How patient it is; tests are less patient.
    """

    def __init__(self, url: str | None, *, pace: Pace | None = None) -> None:
        self._carrier = _Carrier(url, pace or Pace())

    @property
    def listening(self) -> bool:
        """Say whether what others publish is heard here now."""
        return self._carrier.trouble is None

    @property
    def trouble(self) -> str | None:
        """Say why nothing is heard; None when all is well."""
        return self._carrier.trouble

    @property
    def streams(self) -> int:
        """Return how many streams are heard."""
        return len(self._carrier.channels)

    async def __aenter__(self) -> Bus:
        await self._carrier.connect()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._carrier.disconnect()

    async def publish(self, frame: Frame) -> None:
        """Send a frame to every process that hears its stream, this one included.

        Raises:
            BusDown: It could not be sent. It is in the log all the same.
        """
        await self._carrier.publish(frame.stream, frame.encode())

    async def publish_all(self, frames: Sequence[Frame]) -> None:
        """Send frames in one trip, those of a stream in their order and as one message.

        Raises:
            BusDown: Not all of them could be sent. They are in the log all the same.
        """
        together: dict[str, list[str]] = {}
        for frame in frames:
            together.setdefault(frame.stream, []).append(frame.encode())
        await self._carrier.publish_all(
            [(stream, SEPARATOR.join(texts)) for stream, texts in together.items()]
        )

    async def attach(self, stream: str, hear: Hear) -> None:
        """Hand each frame of a stream to `hear`, which must neither wait nor fail.

        Returns once Redis has confirmed, so that who reads a state after this misses nothing; while
        Redis is away it returns at once, and a `Missed` follows. If it raises, nothing is attached.
        """
        await self._carrier.attach(stream, hear)

    def detach(self, stream: str, hear: Hear) -> None:
        """Hand on nothing more to `hear`."""
        self._carrier.detach(stream, hear)

    @asynccontextmanager
    async def subscribe(self, stream: str, *, bound: int = BOUND) -> AsyncIterator[Mailbox]:
        """Hear a stream: every frame published from here on is in the mailbox, or a `Missed` is."""
        mailbox = Mailbox(stream, bound=bound)
        await self.attach(stream, mailbox.put)
        try:
            yield mailbox
        finally:
            self.detach(stream, mailbox.put)
