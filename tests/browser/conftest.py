"""One Chromium and one house for all browser tests of a run; each test gets fresh contexts."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.bucket import Bucket, StoreAddress
from tests.browser.driver import Browser
from tests.browser.houses import Haat, House, haat_in, house_at
from tests.conftest import at_database, execute

HERE = Path(__file__).parent
SCRIPT = HERE.parent.parent / "scripts/chromium.sh"
BUILT = HERE.parent.parent / "hmk_graph/static/web/index.html"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; `make test` has seen to it that there is one."""
    if not BUILT.exists():
        pytest.fail("The pages are not built. This would help: make web")
    with Browser(os.environ.get("CHROMIUM") or found()) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def house(postgres: str, template: str, s3: StoreAddress) -> Iterator[House]:
    """Two web processes and a worker, on a database and a bucket that all browser tests share."""
    name = f"{template}_browser"
    store = replace(s3, bucket=name.replace("_", "-"))
    asyncio.run(execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    asyncio.run(have(store))
    with house_at(at_database(postgres, name), store) as running:
        yield running
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture
async def haat(house: House, browser: Browser) -> AsyncIterator[Haat]:
    """The house, mended, for one test."""
    async with haat_in(house, browser) as opened:
        yield opened


async def have(store: StoreAddress) -> None:
    """Make a bucket."""
    async with Bucket.opened(store) as bucket:
        await bucket.ensure()


def found() -> str:
    """Return where Chromium is, for who starts pytest without make."""
    asked = subprocess.run(["sh", SCRIPT], stdout=subprocess.PIPE, text=True, check=False)
    if asked.returncode != 0:
        pytest.fail("There is no Chromium for the browser tests; see what stands above.")
    return asked.stdout.strip()
