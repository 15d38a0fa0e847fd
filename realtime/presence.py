"""Who is here: a lease for each connection, in Redis; online is whoever has a live one."""

from __future__ import annotations

import asyncio
import logging

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from realtime.redis_backend import AWAY

log = logging.getLogger(__name__)

# Three heartbeats of thirty seconds: two may be lost (rules.md, R12).
LEASE_S = 90.0
ANSWER_S = 1.0

# A topic is a sorted set of leases by the time they end. The clock is Redis' own, in milliseconds:
# the clocks of several processes need not agree.
_NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
"""
_JOIN = _NOW + "redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])"
_RENEW = _NOW + "if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end\n" + _JOIN
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
