"""Checkouts: what one costs beside the bare statements that it sends, and how many a second go.

The same checkouts are written into three copies of one database: by the house, whose statements are
noted with their values, by asyncpg alone, which sends just these in a transaction each, and by
pgbench, a program in C that does nothing else. So the ratio is what the house adds to the work of
the database. One client at a time: ids come from sequences, and are the same in all copies only in
the same order.
"""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import asyncpg

from benchmarks.telling import say, show
from hmk_graph import asyncpg_engine, database
from hmk_graph.clock import database_clock
from hmk_graph.orders import carting, checking_out
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.checking_out import Destination, Terms
from hmk_graph.orders.models import PayMethod
from hmk_graph.servers import programs
from hmk_graph.shops.models import Variant
from tests import factories
from tests.conftest import execute
from tests.shops import stalls

CHECKOUTS = int(os.environ.get("HMK_BENCH_CHECKOUTS", "1000"))
CLIENTS = 16
PLENTY = 1_000_000
METHODS = ("execute_query", "execute_query_dict", "execute_insert", "execute_many")
Basket = tuple[int, int]
"""Whose cart, and at which version."""
Statement = tuple[str, list[Any]]


async def measure_checkouts(database_url: str, _redis_url: str) -> None:
    """Measure and print."""
    server, _, name = database_url.rpartition("/")
    async with database.connected(database_url, pool_size=4):
        hot = await stalls.variant(on_hand=PLENTY)
        wares = [await stalls.variant(on_hand=PLENTY) for _ in range(CHECKOUTS)]
        to = await stalls.destination()
        alone = [await _basket(hot) for _ in range(CHECKOUTS)]
        crowded = [await _basket(hot) for _ in range(CHECKOUTS)]
        apart = [await _basket(ware) for ware in wares]
    copies = f"{name}_bare", f"{name}_pgbench"
    for copy in copies:
        await execute(f"{server}/postgres", f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    try:
        async with database.connected(database_url, pool_size=CLIENTS):
            ours, sent = await _by_the_house(alone, to)
        bare = await _bare(f"{database_url}_bare", sent)
        by_c = await _pgbench(f"{database_url}_pgbench", sent)
        show("checkout, one at a time", ours)
        show(f"its {len(sent[-1])} statements by asyncpg alone", bare)
        ratio = statistics.median(ours) / statistics.median(bare)
        say(f"  a checkout costs {ratio:.2f} times its own statements by asyncpg")
        mean = statistics.mean(ours)
        say(f"  pgbench: {1000 * by_c:.1f} ms on average; a checkout {mean / by_c:.2f} times that")
        async with database.connected(database_url, pool_size=CLIENTS):
            for what, baskets in (("one hot product", crowded), (f"{CHECKOUTS} products", apart)):
                rate = await _rate(baskets, to)
                say(f"  {CLIENTS} clients on {what}: {rate:.0f} checkouts a second")
    finally:
        for copy in copies:
            await execute(f"{server}/postgres", f'DROP DATABASE "{copy}" WITH (FORCE)')


async def _basket(ware: Variant) -> Basket:
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), (ware, 1))
    cart = await carting.find(shopper)
    assert cart is not None
    return buyer.id, cart.version


async def _by_the_house(
    baskets: list[Basket], to: Destination
) -> tuple[list[float], list[list[Statement]]]:
    """Check out one basket after the other; return times in seconds, and what was sent for each."""
    times: list[float] = []
    sent: list[list[Statement]] = []
    with _noting() as noted:
        for basket in baskets:
            began = time.perf_counter()
            await _check_out(basket, to)
            times.append(time.perf_counter() - began)
            sent.append(noted[:])
            noted.clear()
    return times, sent


async def _bare(url: str, sent: list[list[Statement]]) -> list[float]:
    """Send what the house sent, each checkout in a transaction; return times in seconds."""
    times: list[float] = []
    connection = await asyncpg.connect(url)
    try:
        for statements in sent:
            began = time.perf_counter()
            async with connection.transaction():
                for sql, values in statements:
                    await connection.fetch(sql, *values)
            times.append(time.perf_counter() - began)
        written = await connection.fetchval("SELECT count(*) FROM orders_order")
    finally:
        await connection.close()
    assert written == len(sent), "the same orders stand in both"
    return times


async def _pgbench(url: str, sent: list[list[Statement]]) -> float:
    """Have pgbench send the same, prepared, from one file; return the seconds of a checkout."""
    names = {sql: f"s{n}" for n, sql in enumerate(dict.fromkeys(s for one in sent for s, _ in one))}
    lines = [f"PREPARE {name} AS {sql};" for sql, name in names.items()]
    for statements in sent:
        lines.append("BEGIN;")
        for sql, values in statements:
            given = ", ".join(map(_literal, values))
            lines.append(f"EXECUTE {names[sql]}{f'({given})' if given else ''};")
        lines.append("COMMIT;")
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".sql") as script:
        script.write("\n".join(line.replace("\n", " ") for line in lines))
        script.flush()
        words = ("--no-vacuum", "--transactions=1", f"--file={script.name}", url)
        program = await asyncio.create_subprocess_exec(
            programs.postgres_tool("pgbench").path, *words, stdout=asyncio.subprocess.PIPE
        )
        told, _ = await program.communicate()
    connection = await asyncpg.connect(url)
    written = await connection.fetchval("SELECT count(*) FROM orders_order")
    await connection.close()
    assert written == len(sent), "the same orders stand in all copies"
    took = re.search(r"latency average = ([0-9.]+) ms", told.decode())
    assert took, told
    return float(took[1]) / 1000 / len(sent)


def _literal(value: object) -> str:
    """Write a value as PostgreSQL reads it where its type is known."""
    if value is None:
        return "NULL"
    if isinstance(value, list | tuple):
        value = "{" + ",".join(map(_element, value)) + "}"
    text = f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)
    return "'{}'".format(text.replace("'", "''"))


def _element(value: object) -> str:
    """Write an element of an array."""
    if value is None:
        return "NULL"
    return '"{}"'.format(str(value).replace("\\", "\\\\").replace('"', '\\"'))


async def _rate(baskets: list[Basket], to: Destination) -> float:
    waiting = iter(baskets)

    async def client() -> None:
        for basket in waiting:
            await _check_out(basket, to)

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    return len(baskets) / (time.perf_counter() - began)


async def _check_out(basket: Basket, to: Destination) -> None:
    buyer_id, version = basket
    await checking_out.check_out(
        Shopper(account_id=buyer_id),
        to,
        Terms(method=PayMethod.CASH, cart_version=version, ways={}),
        idempotency_key=f"{buyer_id} {version}",
        clock=database_clock,
    )


@contextmanager
def _noting() -> Iterator[list[Statement]]:
    """Have every statement of this process noted with its values, in their order."""
    noted: list[Statement] = []
    kept = {name: getattr(asyncpg_engine.Noting, name) for name in METHODS}

    def noting(send: Any) -> Any:
        async def note(client: Any, query: str, values: list[Any] | None = None) -> Any:
            before = len(noted)
            answer = await send(client, query, values)
            if len(noted) == before:  # else a method within it has noted the same
                noted.append((query, list(values or [])))
            return answer

        return note

    for name, send in kept.items():
        setattr(asyncpg_engine.Noting, name, noting(send))
    try:
        yield noted
    finally:
        for name, send in kept.items():
            setattr(asyncpg_engine.Noting, name, send)
