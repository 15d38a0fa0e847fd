"""Who is here: a lease for each connection, in Redis; online is whoever has a live one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterator, Mapping, Set

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from realtime.redis_backend import AWAY

log = logging.getLogger(__name__)

# Three heartbeats of thirty seconds: two may be lost (rules.md, R12).
LEASE_S = 90.0
ANSWER_S = 1.0

# So many leases are told in one command: Redis serves nobody else meanwhile.
MOST_AT_ONCE = 500

# A topic is a sorted set of leases by the time they end. The clock is Redis' own, in milliseconds:
# the clocks of several processes need not agree.
_NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
"""
_JOIN = _NOW + "redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])"
_RENEW = _NOW + "if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end\n" + _JOIN
_SETTLE = """
for i = 3, 2 + ARGV[2] do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i]) end
for i = 3 + ARGV[2], #ARGV do redis.call('ZREM', KEYS[1], ARGV[i]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1"""
_KEEP = "\nredis.call('PEXPIRE', KEYS[1], ARGV[2])\nreturn 1"


class Presence:
    """Leases on topics. Nothing is lost with Redis: whoever is here joins again.

    A lease is named after its connection, never after the person: so a late goodbye of an old line
    cannot erase the hello of a newer one. While Redis is away nobody is counted.
    """

    def __init__(self, url: str, *, lease_s: float = LEASE_S) -> None:
        self._lease_ms = int(lease_s * 1000)
        self._redis = Redis.from_url(url, retry=Retry(NoBackoff(), 1), socket_timeout=None)

    async def join(self, topic: str, lease_id: str) -> bool:
        """Take a lease, or take it anew; return False if Redis is away."""
        return bool(await self._run(_JOIN + _KEEP, topic, lease_id, self._lease_ms))

    async def renew(self, topic: str, lease_id: str) -> bool:
        """Prolong a lease; return False if there is none (any more): join again then.

        A renewal that arrives after its own goodbye therefore brings nobody back.
        """
        return bool(await self._run(_RENEW + _KEEP, topic, lease_id, self._lease_ms))

    async def leave(self, topic: str, lease_id: str) -> None:
        """Give this one lease back."""
        await self._run("return redis.call('ZREM', KEYS[1], ARGV[1])", topic, lease_id)

    async def count(self, topic: str) -> int | None:
        """Return how many live leases a topic has; None if Redis is away."""
        return await self._run(_NOW + "return redis.call('ZCARD', KEYS[1])", topic)

    async def settle(self, come: Mapping[str, Set[str]], gone: Mapping[str, Set[str]]) -> bool:
        """Take or prolong many leases and give many back, by topic; False if Redis is away."""
        commands = [
            (topic, taken, given)
            for topic in sorted({*come, *gone})
            for taken, given in _portions(come.get(topic, ()), gone.get(topic, ()))
        ]
        if not commands:
            return True
        pipeline = self._redis.pipeline(transaction=False)
        for topic, taken, given in commands:
            settling: list[str | int] = [self._lease_ms, len(taken), *taken, *given]
            pipeline.eval(_NOW + _SETTLE, 1, f"presence:{topic}", *settling)
        try:
            async with asyncio.timeout(ANSWER_S):
                await pipeline.execute()
        except AWAY as error:
            log.debug("Nobody is counted: %s", error)
            return False
        return True

    async def close(self) -> None:
        """Let the connections go."""
        await self._redis.aclose()

    async def _run(self, script: str, topic: str, *arguments: str | int) -> int | None:
        try:
            async with asyncio.timeout(ANSWER_S):
                return int(await self._redis.eval(script, 1, f"presence:{topic}", *arguments))
        except AWAY as error:
            log.debug("Nobody is counted: %s", error)
            return None


def _portions(
    come: Collection[str], gone: Collection[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Part leases into so many as one command may carry: first those to take, then the others."""
    marked = [*((lease, True) for lease in come), *((lease, False) for lease in gone)]
    for n in range(0, len(marked), MOST_AT_ONCE):
        part = marked[n : n + MOST_AT_ONCE]
        yield [lease for lease, here in part if here], [lease for lease, here in part if not here]
