"""Whoever is canceled, wherever he waits, gives his connection back."""

from __future__ import annotations

import ast
import asyncio
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from hmk_graph import database
from hmk_graph.clock import database_clock
from hmk_graph.event_log import transaction
from hmk_graph.settings import HERE
from tests.interrupting import at_every_await, canceled_at

STOCK = "tortoise.backends.asyncpg"
POOL = 3


@asynccontextmanager
async def connected(url: str, engine: str) -> AsyncIterator[asyncpg.Pool[asyncpg.Record]]:
    """Connect with a pool of three; what leaks is torn away at the end."""
    config = database.configuration(url, pool_size=POOL)
    config["connections"]["default"]["engine"] = engine
    await Tortoise.init(config=config, _enable_global_fallback=True)
    await database_clock()
    pool = get_connection("default")._pool
    try:
        yield pool
    finally:
        pool.terminate()
        await Tortoise.close_connections()


async def pays_for_a_cow() -> None:
    async with in_transaction() as connection:
        await connection.execute_query("SELECT 1")
        await connection.execute_query("SELECT 2")


async def serves(within_s: float) -> bool:
    """Say whether as many transactions as the pool holds can be open at once."""
    together = asyncio.Barrier(POOL)

    async def one() -> None:
        async with transaction():
            await database_clock()
            await together.wait()

    try:
        async with asyncio.timeout(within_s):
            await asyncio.gather(*(one() for _ in range(POOL)))
    except TimeoutError:
        return False
    return True


async def cancel_at_every_await(times: int) -> None:
    awaits = await at_every_await(pays_for_a_cow)
    assert awaits >= 4, "BEGIN, two statements and COMMIT all wait"
    for turn in range(times):
        await canceled_at(1 + turn % awaits, pays_for_a_cow())


async def test_a_pool_of_three_serves_on_after_sixty_transactions_canceled_at_every_await(
    database_url: str,
):
    async with connected(database_url, "hmk_graph.asyncpg_engine"):
        async with asyncio.timeout(60):
            await cancel_at_every_await(60)

        assert await serves(within_s=60)


async def test_stock_tortoise_does_not(database_url: str):
    """When this one fails, Tortoise is mended, and hmk_graph/asyncpg_engine.py can go."""
    async with connected(database_url, STOCK):
        try:
            async with asyncio.timeout(2):
                await cancel_at_every_await(60)
                works = await serves(within_s=2)
        except TimeoutError:
            works = False  # no connection was left for the next transaction

        assert not works


async def test_sixty_at_once_canceled_while_they_wait_for_a_connection_leave_the_pool_whole(
    database_url: str,
):
    async with connected(database_url, "hmk_graph.asyncpg_engine"):
        tasks = [asyncio.create_task(pays_for_a_cow()) for _ in range(60)]
        for turns, task in enumerate(tasks):
            await asyncio.sleep(0)
            if turns % 2:
                task.cancel()
        await asyncio.wait(tasks)

        assert await serves(within_s=60)


@pytest.mark.parametrize("engine", ["hmk_graph.asyncpg_engine", STOCK])
async def test_a_begin_that_fails_does_not_poison_its_task(database_url: str, engine: str):
    """Stock Tortoise leaves the task with the transaction that never began, for ever."""
    mended = engine != STOCK
    async with connected(database_url, engine):
        kill_behind_the_loops_back(database_url)

        # In a task of its own: what is poisoned is the task, and this one has to close the pool.
        assert await asyncio.create_task(works_after_a_failure()) == mended


async def works_after_a_failure() -> bool:
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        await pays_for_a_cow()
    try:
        await database_clock()
    except (AttributeError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        return False
    return True


def kill_behind_the_loops_back(url: str) -> None:
    """End every other session of the database before this loop can notice."""

    async def kill() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        await connection.close()

    thread = threading.Thread(target=lambda: asyncio.run(kill()))
    thread.start()
    thread.join(10)


# What would stay with a connection after its transaction, and so be met by the next who takes it.
OUTLIVES = re.compile(
    r"\bSET (?!LOCAL\b|TRANSACTION\b)(?:SESSION )?\w+(?:\.\w+)? *(?:=|TO\b)"
    r"|\bpg_(?:try_)?advisory_lock\b|\bset_config\(|\bLISTEN \w|\bWITH HOLD\b"
    r"|\bCREATE TEMP|\bPREPARE \w"
)
# Their connections are their own and close with them.
OWN_CONNECTIONS = {"migrating.py"}


def test_no_statement_leaves_a_setting_or_a_lock_behind_on_a_pooled_connection():
    """A connection goes back to the pool as it is: nobody asks the server to reset it."""
    assert OUTLIVES.search("SET lock_timeout = '1s'") and OUTLIVES.search("SET search_path TO x")
    found = [
        f"{path.name}: {text}"
        for path in sorted((HERE.parent / "hmk_graph").rglob("*.py"))
        if path.name not in OWN_CONNECTIONS
        for text in texts(path)
        if OUTLIVES.search(text) and not re.search(r"\bUPDATE \w+", text)
    ]

    assert found == []


def texts(path: Path) -> list[str]:
    """The texts of a module, docstrings aside."""
    tree = ast.parse(path.read_text())
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


async def test_a_connection_comes_back_without_the_transaction_that_was_left_open_on_it(
    database_url,
):
    async with connected(database_url, "hmk_graph.asyncpg_engine") as pool:
        async with pool.acquire() as connection:
            await connection.execute("BEGIN")
            await connection.execute("SET LOCAL application_name = 'left open'")
        for _ in range(POOL):
            async with pool.acquire() as connection:
                assert not connection.is_in_transaction()
                assert await connection.fetchval("SHOW application_name") == "hmk"
