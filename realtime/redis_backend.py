"""Our backend for broadcaster: a Redis subscription that outlives Redis.

What broadcaster's own (0.3.1) does, each seen in trials: with redis-py 8 it begins to listen before
anything is subscribed, and then hears nothing; a dropped connection ends its reader in silence; its
queue has no bound. This one is subscribed to a channel of its own before it listens, dials again
for ever, asks a silent line whether it is alive, and reads only as fast as it is asked to. When it
may not have heard everything, it says so: a `MISSED` on each channel.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from broadcaster import BroadcastBackend, Event
from redis.asyncio import Connection, ConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

# Stands in a message's place; no frame is written like this.
MISSED = "\0missed"
# Subscribed from the start, so that the line is never without a subscription.
CONTROL = "realtime.control"
# What it looks like when Redis is away.
AWAY = (RedisError, OSError, TimeoutError)
FIRST_PAUSE_S = 0.05


class BusDown(Exception):
    """Redis could not be reached; nothing was published."""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How patient the bus is, in seconds.

    A dead line is found after two `silence_s`, and dialed again at most one `pause_s` and one
    `answer_s` after Redis is back: together below the five seconds of rules.md, section 4, row 1.
    """

    silence_s: float = 1.5
    answer_s: float = 2.0
    pause_s: float = 1.0
    restart_s: float = 0.5


class RedisBackend(BroadcastBackend):
    """One line that listens, and a pool that publishes.

    `next_published` both dials and reads, so there is no task and no queue here: whoever asks for
    messages is the listener, and when he does not ask, Redis waits.
    """

    def __init__(self, url: str, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        # redis-py must not mend a line by itself: what was lost meanwhile would go unsaid. And it
        # must not keep the time: its `wait_for` may swallow a cancellation.
        options: dict[str, Any] = {"socket_timeout": None, "protocol": 2}
        self._lines = ConnectionPool.from_url(url, retry=Retry(NoBackoff(), 0), **options)
        # A connection that a restarted Redis has dropped fails at its first use: try once more.
        self._publisher = Redis.from_url(url, retry=Retry(NoBackoff(), 1), **options)
        self._line: Connection | None = None
        self._wanted: set[str] = set()
        self._behind: set[str] = set()
        self._unanswered: Counter[str] = Counter()
        self._answered: dict[str, asyncio.Event] = {}
        self._failures = 0
        self.trouble: str | None = "not connected yet"

    async def connect(self) -> None:
        """Try to listen. Redis being away does not keep the process from starting."""
        try:
            await self._dial()
        except AWAY as error:
            await self._lost(error)

    async def disconnect(self) -> None:
        """Stop to listen and let the connections go."""
        await self._hang_up("disconnected")
        with suppress(*AWAY):
            async with asyncio.timeout(self._pace.answer_s):
                await self._publisher.aclose()

    async def subscribe(self, channel: str) -> None:
        """Return once Redis has confirmed, so that who reads a state after this misses nothing.

        While Redis is away this returns at once; `MISSED` follows when it is back.
        """
        self._wanted.add(channel)
        answered = self._answered[channel] = asyncio.Event()
        try:
            async with asyncio.timeout(self._pace.answer_s):
                self._unanswered[channel] += 1
                if await self._say("SUBSCRIBE", channel):
                    await answered.wait()
        except AWAY:
            # Redis may answer yet; until then nobody knows what went by.
            self._behind.add(channel)
        finally:
            del self._answered[channel]

    async def unsubscribe(self, channel: str) -> None:
        """Hear a channel no more."""
        self._wanted.discard(channel)
        self._behind.discard(channel)
        with suppress(*AWAY):
            async with asyncio.timeout(self._pace.answer_s):
                await self._say("UNSUBSCRIBE", channel)

    async def publish(self, channel: str, message: Any) -> None:
        """Publish, or say soon that it cannot be done.

        Raises:
            BusDown: Redis did not take it. (It may have taken it and not answered.)
        """
        try:
            async with asyncio.timeout(self._pace.answer_s):
                await self._publisher.publish(channel, message)
        except AWAY as error:
            raise BusDown(_words(error)) from error

    async def publish_all(self, messages: Sequence[tuple[str, str]]) -> None:
        """Publish (channel, message) pairs in their order, in one trip; as `publish` otherwise.

        Raises:
            BusDown: Redis did not take all of them.
        """
        pipeline = self._publisher.pipeline(transaction=False)
        for channel, message in messages:
            pipeline.publish(channel, message)
        try:
            async with asyncio.timeout(self._pace.answer_s):
                await pipeline.execute()
        except AWAY as error:
            raise BusDown(_words(error)) from error

    async def next_published(self) -> Event:
        """Wait for the next message of any channel, however often the line breaks meanwhile."""
        while True:
            try:
                if self._line is None:
                    await asyncio.sleep(self._pause_s())
                    await self._dial()
                event = await self._hear()
            except AWAY as error:
                await self._lost(error)
            except BaseException as error:
                # Stopped in the middle of a message: the rest of this line makes no sense.
                await self._hang_up(_words(error))
                raise
            else:
                if event is not None:
                    return event

    def _pause_s(self) -> float:
        if not self._failures:
            return 0.0
        longest = min(self._pace.pause_s, FIRST_PAUSE_S * 2.0 ** min(self._failures, 10))
        return longest * random.uniform(0.5, 1.0)

    async def _dial(self) -> None:
        # redis-py leaves this one function untyped.
        line = self._lines.make_connection()  # type: ignore[no-untyped-call]
        try:
            async with asyncio.timeout(self._pace.answer_s):
                await line.connect()
                # From here to the writing nothing is awaited: a channel is either in this list, or
                # comes later and finds the line.
                self._line = line
                self._behind = set(self._wanted)
                self._unanswered = Counter(self._wanted)
                await line.send_command("SUBSCRIBE", CONTROL, *self._wanted)
                # The first answer confirms the first channel; the others are for who asks next.
                await self._hear()
        except BaseException:
            self._line = None
            await line.disconnect(nowait=True)
            raise

    async def _lost(self, error: Exception) -> None:
        if self.trouble is None:
            log.warning("The bus lost Redis: %s", _words(error))
        self._failures += 1
        await self._hang_up(_words(error))

    async def _hang_up(self, why: str) -> None:
        line, self._line = self._line, None
        self.trouble = why
        for answered in self._answered.values():
            answered.set()
        if line is not None:
            await line.disconnect(nowait=True)

    async def _say(self, *command: str) -> bool:
        """Write a command to the line; return False if there is none."""
        line = self._line
        # A line that broke a moment ago would be dialed anew by redis-py, behind our back.
        if line is None or not line.is_connected:
            return False
        await line.send_command(*command)
        return True

    async def _hear(self) -> Event | None:
        """Read the next answer of Redis; return an event if it is one."""
        answer = await self._read()
        if answer is None:
            async with asyncio.timeout(self._pace.silence_s):
                await self._say("PING")
            answer = await self._read()
            if answer is None:
                raise TimeoutError("Redis no longer answers")
        if not isinstance(answer, list) or len(answer) != 3:
            return None
        kind, channel = answer[0].decode(), answer[1].decode()
        if kind == "message":
            return Event(channel, answer[2].decode())
        return self._confirmed(channel) if kind == "subscribe" else None

    async def _read(self) -> Any:  # Any: whatever Redis says
        if self._line is None:
            raise ConnectionError("hung up")
        return await self._line.read_response(
            timeout=self._pace.silence_s, disconnect_on_error=False, push_request=True
        )

    def _confirmed(self, channel: str) -> Event | None:
        if channel == CONTROL:
            if self._failures:
                log.info("The bus hears Redis, after %d failures.", self._failures)
            self._failures, self.trouble = 0, None
            return None
        self._unanswered[channel] -= 1
        if self._unanswered[channel] > 0:
            return None
        del self._unanswered[channel]
        if channel in self._answered:
            self._answered[channel].set()
        if channel not in self._behind:
            return None
        self._behind.discard(channel)
        return Event(channel, MISSED)


def _words(error: BaseException) -> str:
    return str(error) or type(error).__name__
