"""A database that holds the whole map, for tests that only read, and a count of what they ask."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count

from hmk_graph import database
from hmk_graph.places import loading
from tests.conftest import at_database, execute

NUMBERS = count(1)


@contextmanager
def loaded(postgres: str, template: str) -> Iterator[str]:
    """Make a database with all places, and give its address."""
    name = f"{template}_atlas_{next(NUMBERS)}"
    url = at_database(postgres, name)

    async def make() -> None:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        async with connected(url):
            await loading.load()

    asyncio.run(make())
    yield url
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[str]:
    """Connect Tortoise to a database of the map."""
    async with database.connected(url, pool_size=4):
        yield url


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the SQL statements that Tortoise sends meanwhile."""
    sent: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            # Statements come with their values; that a pool was opened does not.
            if record.msg == "%s: %s":
                sent.append(record.getMessage())

    logger, listener = logging.getLogger("tortoise.db_client"), Listener()
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.DEBUG)
    try:
        yield sent
    finally:
        logger.setLevel(level)
        logger.removeHandler(listener)
