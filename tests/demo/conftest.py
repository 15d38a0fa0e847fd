"""A seeded demo: made once, and copied for tests that go on from there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.app import seed as load_reference_data
from hmk_graph.demo import seeding
from hmk_graph.demo.people import Person
from hmk_graph.media.models import MediaKind
from hmk_graph.settings import Settings
from tests.conftest import at_database, execute
from tests.media import files
from tests.processes import SECRET

NUMBERS = count(1)
# With the usual two minutes a lot could not be seen to end in a test.
WINDOW = timedelta(seconds=2)


@dataclass(frozen=True)
class Demo:
    """A seeded house: how it is set, and the folder that keeps its sessions."""

    settings: Settings
    folder: Path
    name: str


def quietly(_what: str, _done: int, _total: int) -> None:
    """Show no progress."""


class PaperRows:
    """Shows papers where there is no store: rows as a check leaves them."""

    async def show(self, person: Person, kinds: Sequence[str]) -> None:
        account = await Account.get(phone=person.phone)
        await files.show(account, *(MediaKind(kind) for kind in kinds))


@pytest.fixture(scope="session")
def seeded(
    postgres: str, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    """A demo that was seeded once; nobody adds to it but a second seeding."""
    name = f"{template}_demo_{next(NUMBERS)}"
    folder = tmp_path_factory.mktemp("demo")
    demo = Demo(settings=settings_at(at_database(postgres, name)), folder=folder, name=name)

    async def make() -> None:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        await load_reference_data(demo.settings, quietly)
        await seeding.seed(demo.settings, quietly, folder=folder, window=WINDOW)

    asyncio.run(make())
    yield demo
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture
async def own_demo(seeded: Demo, postgres: str, tmp_path: Path) -> AsyncIterator[Demo]:
    """A copy of the seeded demo, to do with as one likes."""
    name = f"{seeded.name}_copy_{next(NUMBERS)}"
    await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{seeded.name}"')
    for kept in seeded.folder.iterdir():
        (tmp_path / kept.name).write_bytes(kept.read_bytes())
    yield Demo(settings=settings_at(at_database(postgres, name)), folder=tmp_path, name=name)
    await execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)')


def settings_at(database_url: str, env: str = "demo") -> Settings:
    """Return a demo's settings for a database."""
    return Settings(env=env, database_url=database_url, secret=SECRET, demo_code="123456")
