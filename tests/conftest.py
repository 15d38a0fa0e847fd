"""The real parts that tests stand on: a migrated PostgreSQL database of one's own, and a Redis."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest
from hypothesis import HealthCheck, settings

from hmk_graph import database, migrating
from hmk_graph.pages import first_data
from hmk_graph.servers.embedded import Addresses, embedded, embedded_store
from hmk_graph.settings import HERE
from realtime import budgets, presence, whereabouts
from schema import limits
from storage.bucket import Bucket, StoreAddress
from tests.redis_servers import PrivateRedis

# No test is timed, and the same tree always gets the same examples. Who looks for new ones runs
# `pytest --hypothesis-profile default`.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

NUMBERS = count(1)
TEMPLATE = "hmk_template"
PATIENCE_S = 60.0
MEMORY = Path("/dev/shm")
# A test server's log alone may grow to 4 GB (`max_wal_size`), its databases to some hundred MB.
ROOM_BYTES = 8_000_000_000


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """Nothing is given up because the machine stood still for a second.

    A test whose server hangs sets back what it needs.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in (budgets, presence, whereabouts):
            patch.setattr(module, "ANSWER_S", PATIENCE_S)
        patch.setattr(first_data, "PATIENCE_S", PATIENCE_S)
        patch.setattr(limits, "ANSWER_S", PATIENCE_S)
        yield


@pytest.fixture(scope="session")
def servers() -> Iterator[Addresses]:
    """A PostgreSQL and a Redis that all workers of a run share; fast, and forgetful."""
    given = os.environ.get("HMK_TEST_POSTGRES", ""), os.environ.get("HMK_TEST_REDIS", "")
    with embedded(kept_in(), durable=False, database_url=given[0], redis_url=given[1]) as at:
        yield at


@pytest.fixture(scope="session")
def postgres(servers: Addresses) -> str:
    """The address of the PostgreSQL server."""
    return servers.database_url


@pytest.fixture(scope="session")
def template(postgres: str) -> Iterator[str]:
    """The name of a database with all tables and no rows. Made once per worker."""
    name = f"{TEMPLATE}_{os.getpid()}"

    async def make() -> None:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE template0')
        await migrating.migrate(at_database(postgres, name))

    asyncio.run(make())
    yield name
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture
async def database_url(postgres: str, template: str) -> AsyncIterator[str]:
    """The address of a fresh database; several processes of one test may share it."""
    name = f"t_{os.getpid()}_{next(NUMBERS)}"
    await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
    yield at_database(postgres, name)
    await execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[str]:
    """A fresh database that Tortoise is connected to."""
    async with database.connected(database_url, pool_size=20):
        yield database_url


@pytest.fixture
def redis() -> Iterator[PrivateRedis]:
    """A Redis that the test may kill, freeze and start again."""
    with PrivateRedis() as server:
        yield server


@pytest.fixture(scope="session")
def s3() -> Iterator[StoreAddress]:
    """An S3-compatible server that all workers of a run share."""
    with embedded_store(HERE / "tests", durable=False) as at:
        yield StoreAddress(
            endpoint=at.s3_endpoint,
            bucket=at.s3_bucket,
            access_key=at.s3_access_key,
            secret_key=at.s3_secret_key,
        )


@pytest.fixture
def store_address(s3: StoreAddress) -> StoreAddress:
    """The address of a bucket of the test's own."""
    return replace(s3, bucket=f"t-{os.getpid()}-{next(NUMBERS)}")


@pytest.fixture
async def bucket(store_address: StoreAddress) -> AsyncIterator[Bucket]:
    """A bucket of the test's own."""
    async with Bucket.opened(store_address) as opened:
        await opened.ensure()
        yield opened


def kept_in() -> Path:
    """Return the folder of both servers: in memory where the machine gives it, else on the disk.

    Each test copies a database of fifteen megabytes and a thousand files, for which a busy disk
    takes longer than the test. The size is asked for, not what is free, so that all workers of a
    run say the same. A folder of that name which is not ours is left to whoever made it.
    """
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).total < ROOM_BYTES:
        return HERE / "tests"
    clone = hashlib.sha256(os.fsencode(HERE)).hexdigest()[:16]
    folder = MEMORY / f"hmk-tests-{os.geteuid()}-{clone}"
    folder.mkdir(mode=0o711, exist_ok=True)
    about = folder.lstat()
    ours = about.st_uid == os.geteuid() and not about.st_mode & 0o022
    return folder if ours and not folder.is_symlink() else HERE / "tests"


def at_database(url: str, name: str) -> str:
    """Return the address of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


async def execute(url: str, *statements: str) -> None:
    """Run statements outside any transaction of ours."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()
