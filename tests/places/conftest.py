"""The map, loaded once for all tests that only read it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.places import atlas as maps


@pytest.fixture(scope="session")
def atlas_url(postgres: str, template: str) -> Iterator[str]:
    """The address of a database with all places; nobody writes to it."""
    with maps.loaded(postgres, template) as url:
        yield url


@pytest.fixture
async def atlas(atlas_url: str) -> AsyncIterator[str]:
    """The map, with Tortoise connected to it."""
    async with maps.connected(atlas_url) as url:
        yield url
