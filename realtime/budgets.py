"""How much each asker may still spend: counted in Redis for all processes at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from realtime.redis_backend import AWAY

log = logging.getLogger(__name__)

ANSWER_S = 0.25
# A Redis that did not answer is not asked again for so long: a request should not wait for it.
PAUSE_S = 2.0
MOST_REMEMBERED = 50_000

# The generic cell rate algorithm (ITU-T I.371): of each budget one number is kept, the moment at
# which it is whole again. All are spent, or none. Redis' own clock, in milliseconds; less than one
# is the rounding of floats.
_TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local wait, later = 0, {}
for i, key in ipairs(KEYS) do
  local whole = math.max(tonumber(redis.call('GET', key)) or now, now)
  later[i] = whole + ARGV[2 * i - 1]
  wait = math.max(wait, later[i] - now - ARGV[2 * i])
end
if wait >= 1 then return math.ceil(wait) end
for i, key in ipairs(KEYS) do
  redis.call('SET', key, string.format('%.3f', later[i]), 'PX', math.ceil(later[i] - now))
end
return 0
"""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """`most` may be spent at once, and comes back evenly `within_s` seconds."""

    most: int
    within_s: float


@dataclass(frozen=True, kw_only=True)
class Spending:
    """So much of the budget that is kept under a name."""

    name: str
    amount: int
    budget: Budget

    @property
    def takes_ms(self) -> float:
        """How long it takes to come back."""
        return self.amount * self.budget.within_s * 1000 / self.budget.most

    @property
    def window_ms(self) -> float:
        """How long an empty budget takes to be whole."""
        return self.budget.within_s * 1000


class Budgets:
    """Counts in Redis; while that is away each process counts alone, and nobody is let through.

    With n processes an asker then has up to n budgets. A Redis that comes back empty gives
    everybody a whole budget. `seconds` is a clock that only runs forward.
    """

    def __init__(self, url: str | None, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._redis = (
            Redis.from_url(url, retry=Retry(NoBackoff(), 0), socket_timeout=None) if url else None
        )
        self._seconds = seconds
        self._ask_again_at = 0.0
        self._whole_at: OrderedDict[str, float] = OrderedDict()

    async def take(self, spendings: Sequence[Spending]) -> float:
        """Spend all and return 0; or spend nothing, and return how many seconds to wait."""
        if self._redis is not None and self._seconds() >= self._ask_again_at:
            keys = [f"budget:{one.name}" for one in spendings]
            sizes = [size for one in spendings for size in (one.takes_ms, one.window_ms)]
            try:
                async with asyncio.timeout(ANSWER_S):
                    wait = await self._redis.eval(_TAKE, len(keys), *keys, *map(str, sizes))
                return int(wait) / 1000
            except AWAY as error:
                log.warning("Budgets are counted in this process alone: %r", error)
                self._ask_again_at = self._seconds() + PAUSE_S
        return self._take_here(spendings)

    async def close(self) -> None:
        """Let the connections go."""
        if self._redis is not None:
            await self._redis.aclose()

    def _take_here(self, spendings: Sequence[Spending]) -> float:
        now = self._seconds() * 1000
        later = {
            one.name: max(self._whole_at.get(one.name, now), now) + one.takes_ms
            for one in spendings
        }
        wait = max(later[one.name] - now - one.window_ms for one in spendings)
        if wait >= 1:
            return wait / 1000
        for name, moment in later.items():
            self._whole_at[name] = moment
            self._whole_at.move_to_end(name)
        while len(self._whole_at) > MOST_REMEMBERED:
            self._whole_at.popitem(last=False)
        return 0.0
