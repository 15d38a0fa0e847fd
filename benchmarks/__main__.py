"""Measure the way of a bid beside a bare transaction; bids, checkouts; fan-out; reads; the pages.

`python -m benchmarks bids pages` measures only what is named.
"""

from __future__ import annotations

import asyncio
import os
import platform
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

import asyncpg
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from benchmarks.bids import measure_bids
from benchmarks.checkouts import measure_checkouts
from benchmarks.dispatch import measure_dispatch
from benchmarks.fanout import measure_fanout
from benchmarks.faults import measure_faults
from benchmarks.media import measure_media
from benchmarks.pages import measure_pages
from benchmarks.reads import measure_reads
from benchmarks.telling import say, show
from benchmarks.transports import measure_transports
from hmk_graph import database, migrating
from hmk_graph.clock import database_clock
from hmk_graph.errors import DomainError
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import taka
from hmk_graph.relay import Relay
from hmk_graph.servers.embedded import embedded
from hmk_graph.settings import HERE
from realtime.bus import Bus
from realtime.frames import Frame
from realtime.hub import Hub
from tests.auctions import bidder, lot

ALONE = 200
BIDDERS = 40
EACH = 25
ON_A_DATABASE = {
    "reads": measure_reads,
    "checkouts": measure_checkouts,
    "dispatch": measure_dispatch,
}


def main() -> None:
    """Run all measurements on servers of their own."""
    wanted = sys.argv[1:] or [
        "way",
        "bids",
        "transports",
        "fanout",
        "reads",
        "checkouts",
        "dispatch",
        "media",
        "pages",
        "faults",
    ]
    with embedded(HERE / "bench", durable=True) as at:
        if "way" in wanted:
            asyncio.run(on_a_database(at.database_url, at.redis_url, measure_way))
        if "bids" in wanted:
            measure_bids(at.database_url, at.redis_url)
        if "transports" in wanted:
            asyncio.run(measure_transports())
        if "fanout" in wanted:
            measure_fanout(at.database_url, at.redis_url)
        for name, measure in ON_A_DATABASE.items():
            if name in wanted:
                asyncio.run(on_a_database(at.database_url, at.redis_url, measure))
        if "faults" in wanted:
            asyncio.run(measure_faults())
        if "media" in wanted:
            measure_media()
        # A clone without pages still has bids to measure.
        if "pages" in wanted and os.environ.get("CHROMIUM"):
            asyncio.run(measure_pages(at.database_url))


async def on_a_database(
    database_url: str, redis_url: str, measure: Callable[[str, str], Awaitable[None]]
) -> None:
    """Measure on a database with all tables; PostgreSQL flushes each commit, as in life."""
    name = f"bench_{os.getpid()}"
    admin = await asyncpg.connect(database_url)
    await admin.execute(f'CREATE DATABASE "{name}"')
    url = database_url.rsplit("/", 1)[0] + f"/{name}"
    try:
        await migrating.migrate(url)
        say(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        say(str(await admin.fetchval("SELECT version()")).split(" on ")[0])
        say("load {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))
        await measure(url, redis_url)
    finally:
        await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        await admin.close()


async def measure_way(url: str, redis_url: str) -> None:
    """Measure the way of a bid, beside a bare transaction."""
    async with database.connected(url, pool_size=20):
        bare = await alone("bare transaction (lock a row, update it)", bare_transaction)
        bids = await alone("placeBid, alone", await one_bidder())
        say(f"  a bid costs {bids / bare:.1f} bare transactions")
        await crowd()
        await delivery(redis_url)


async def alone(what: str, act: Callable[[], Awaitable[object]]) -> float:
    """Time an act again and again, and return its median in seconds."""
    times = []
    for _ in range(ALONE):
        began = time.perf_counter()
        await act()
        times.append(time.perf_counter() - began)
    show(what, times)
    return statistics.median(times)


async def bare_transaction() -> None:
    """Lock a stream's row and count it up: the least that a numbered event can cost."""
    async with in_transaction():
        await get_connection("default").execute_query(
            "INSERT INTO event_stream AS s (name, epoch, head) VALUES ('bench', 1, 1)"
            " ON CONFLICT (name) DO UPDATE SET head = s.head + 1"
        )


async def one_bidder() -> Callable[[], Awaitable[object]]:
    """Return an act that raises a lot's price by one bid, two people in turn."""
    cow, people = await running_lot(), [await bidder(), await bidder()]
    state = {"taka": 50_000, "n": 0}

    async def act() -> None:
        state["taka"] += 10_000
        state["n"] += 1
        who = people[state["n"] % 2]
        await place_bid(
            who.id,
            cow.id,
            taka(state["taka"]),
            idempotency_key=str(state["n"]),
            clock=database_clock,
        )

    return act


async def crowd() -> None:
    """Let forty people bid on one lot at once."""
    cow, people = await running_lot(), [await bidder() for _ in range(BIDDERS)]
    times: list[float] = []
    accepted = 0

    async def keep_bidding(who: int, n: int) -> None:
        nonlocal accepted
        for i in range(EACH):
            price = (await Lot.get(id=cow.id)).price_paisa or taka(50_000)
            began = time.perf_counter()
            try:
                await place_bid(
                    who,
                    cow.id,
                    taka(price // 100 + 5_000),
                    idempotency_key=f"{n}-{i}",
                    clock=database_clock,
                )
                accepted += 1
            except DomainError:
                pass
            times.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(keep_bidding(who.id, n) for n, who in enumerate(people)))
    took = time.perf_counter() - began
    show(f"placeBid, {BIDDERS} at once on one lot", times)
    say(f"  {len(times) / took:.0f} bids judged a second, {accepted} of {len(times)} accepted")


async def delivery(redis_url: str) -> None:
    """Time from the commit of a bid to the mailbox of a listener, through Redis."""
    act = await one_bidder()
    cow = await Lot.all().order_by("-id").first()
    assert cow is not None
    times = []
    async with Bus(redis_url) as bus, asyncio.TaskGroup() as tasks:
        hub = Hub(bus)
        relay = tasks.create_task(Relay(bus).run())
        async with hub.listen(f"haat.lot.{cow.id}") as mailbox:
            await mailbox.take()  # that it was scheduled
            for _ in range(ALONE):
                await act()
                began = time.perf_counter()
                while not isinstance(await mailbox.take(), Frame):
                    pass
                times.append(time.perf_counter() - began)
        relay.cancel()
    show("commit of a bid to a listener's mailbox, through Redis", times)


async def running_lot() -> Lot:
    """Make a lot that runs for an hour."""
    now = await database_clock()
    return await lot(starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=1))


if __name__ == "__main__":
    main()
