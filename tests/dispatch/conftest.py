"""Both keepers of positions, for what has to hold of each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from hmk_graph.dispatch.sightings import TableWhereabouts
from realtime.whereabouts import RedisWhereabouts
from tests.redis_servers import PrivateRedis


@pytest.fixture(params=["redis", "table"])
async def keeper(
    request: pytest.FixtureRequest, db: str, redis: PrivateRedis
) -> AsyncIterator[Any]:
    if request.param == "table":
        yield TableWhereabouts()
        return
    kept = RedisWhereabouts(redis.url)
    yield kept
    await kept.close()
