"""Where moving things were last seen, and the nearest ones (Redis GEO).

A member belongs to one cohort at a time, has one point and one value that means nothing here. All
of it may be gone at any time: whoever moves tells it again in a few seconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Collection, Sequence
from typing import Any, cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from realtime.redis_backend import AWAY

ANSWER_S = 1.0
FARTHEST_NORTH = 85.0
VALUES = "whereabouts:values"
COHORTS = "whereabouts:cohorts"

# Compare the value and put the member into its (new) cohort, in one step: two processes that judge
# one phone's points cannot overwrite each other, and no lock is left behind by one that dies.
_SWAP = """
local held = redis.call('HGET', KEYS[1], ARGV[1])
if (held or '') ~= ARGV[6] then return 0 end
local cohort = redis.call('HGET', KEYS[2], ARGV[1])
if cohort and cohort ~= ARGV[2] then
    redis.call('ZREM', 'whereabouts:geo:' .. cohort, ARGV[1])
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[5])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('GEOADD', 'whereabouts:geo:' .. ARGV[2], ARGV[4], ARGV[3], ARGV[1])
return 1
"""
_NEAR = """
local found = {}
for n = 5, #ARGV do
    local near = redis.call('GEOSEARCH', 'whereabouts:geo:' .. ARGV[n], 'FROMLONLAT', ARGV[2],
        ARGV[1], 'BYRADIUS', ARGV[3], 'm', 'ASC', 'COUNT', ARGV[4], 'WITHDIST')
    for _, one in ipairs(near) do
        local value = redis.call('HGET', KEYS[1], one[1])
        if value then found[#found + 1] = {one[1], one[2], value} end
    end
end
return found
"""
_DROP = """
local cohort = redis.call('HGET', KEYS[2], ARGV[1])
if cohort then redis.call('ZREM', 'whereabouts:geo:' .. cohort, ARGV[1]) end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 0
"""


class RedisWhereabouts:
    """Keeps it in Redis. While Redis is away each call raises ConnectionError."""

    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(url, retry=Retry(NoBackoff(), 1), socket_timeout=None)

    async def read(self, members: Sequence[int]) -> list[str | None]:
        """Return the values of members, in their order."""
        if not members:
            return []
        asked = self._redis.hmget(VALUES, [str(member) for member in members])
        held = await self._answer(cast("Awaitable[list[bytes | None]]", asked))
        return [None if value is None else value.decode() for value in held]

    async def swap(
        self,
        member: int,
        *,
        cohort: str,
        lat: float,
        lng: float,
        value: str,
        expected: str | None,
    ) -> bool:
        """Put a member there if its value is still the expected one."""
        # Redis knows no points nearer to the poles.
        north = max(-FARTHEST_NORTH, min(FARTHEST_NORTH, lat))
        given = (str(member), cohort, str(north), str(lng), value, expected or "")
        return bool(await self._answer(self._redis.eval(_SWAP, 2, VALUES, COHORTS, *given)))

    async def near(
        self, cohorts: Collection[str], *, lat: float, lng: float, radius_m: int, limit: int
    ) -> list[tuple[int, float, str]]:
        """Return the members of these cohorts within a circle, the nearest first."""
        given = (str(lat), str(lng), str(radius_m), str(limit), *sorted(cohorts))
        found = await self._answer(self._redis.eval(_NEAR, 1, VALUES, *given))
        all_of_them = [(int(one[0]), float(one[1]), one[2].decode()) for one in found]
        return sorted(all_of_them, key=lambda one: (one[1], one[0]))[:limit]

    async def everyone(self) -> list[tuple[int, str]]:
        """Return all members and their values, in no order."""
        asked = self._redis.hgetall(VALUES)
        held = await self._answer(cast("Awaitable[dict[bytes, bytes]]", asked))
        return [(int(member), value.decode()) for member, value in held.items()]

    async def drop(self, member: int) -> None:
        """Forget a member."""
        await self._answer(self._redis.eval(_DROP, 2, VALUES, COHORTS, str(member)))

    async def close(self) -> None:
        """Let the connections go."""
        await self._redis.aclose()

    async def _answer(self, asked: Awaitable[Any]) -> Any:  # Any: whatever Redis says
        try:
            async with asyncio.timeout(ANSWER_S):
                return await asked
        except AWAY as error:
            raise ConnectionError(str(error) or type(error).__name__) from error
