"""Two web processes that share a database and a bus."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.processes import Web


@pytest.fixture
def houses(database_url, redis) -> Iterator[tuple[Web, Web]]:
    with ExitStack() as stack:
        at = {"database_url": database_url, "redis_url": redis.url}
        first, second = Web(**at), Web(**at)
        first.start()
        second.start()
        for web in (first, second):
            stack.push(web)
            web.wait()
        yield first, second
