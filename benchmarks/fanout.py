"""Fan-out of one lot to thousands of websocket listeners, beside a bare broadcast and stock code.

Server, listeners and this driver are processes of their own. What counts is the server's processor
time for each delivery: the listeners share the machine, so that the wall clock measures them, too.
"""

from __future__ import annotations

import asyncio
import os
import resource
import socket
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import orjson

from benchmarks.telling import say
from hmk_graph import database, event_log, migrating
from hmk_graph.clock import database_clock
from hmk_graph.event_log import Event, transaction
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import taka
from hmk_graph.relay import Relay
from realtime.bus import Bus
from tests.auctions import bidder, lot
from tests.conftest import execute
from tests.processes import Web, connected

ROUNDS = 3
BURST = 20
SINGLY = 20
# Stock code takes a third of a millisecond for each listener of each event.
STOCK_BURST = 3
COMPARED = (200, 1_000, 2_000)
MOST = 5_000
PACED_S = 12
A_SECOND = 5

FIELDS = "cursor seq price leader minimumNext bidCount endsAt extended at"
HOUSE = f"""subscription ($id: ID!, $after: Cursor) {{ lotEvents(lotId: $id, after: $after) {{
    __typename
    ... on LotSnapshot {{ cursor seq lot {{ price bidCount endsAt }} }}
    ... on BidPlaced {{ {FIELDS} }}
    ... on Heartbeat {{ seq cursor serverNow }}
    ... on Reset {{ reason }} ... on Reconnect {{ afterMs }}
}} }}"""
STOCK = f"subscription ($id: ID!) {{ lotEvents(lotId: $id) {{ __typename {FIELDS} }} }}"


@dataclass(frozen=True, kw_only=True)
class Again(Event):
    """A bid that was placed, told once more: a burst has to come at once, and real bids queue."""

    kind: ClassVar[str] = "haat.bid_placed"
    of: str
    told: dict[str, Any]

    @property
    def stream(self) -> str:
        """Return the lot's stream."""
        return self.of

    def as_json(self) -> bytes:
        """Return what the real bid told."""
        return orjson.dumps(self.told)


class Listeners:
    """A crowd in its own process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def do(self, command: str, *, within_s: float = 300) -> Any:
        """Have a command obeyed, and return the answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(command.encode() + b"\n")
        async with asyncio.timeout(within_s):
            line = await self._process.stdout.readline()
        assert line, "the listeners have ended"
        return orjson.loads(line)


@dataclass(frozen=True)
class Rate:
    """Deliveries a second: by the wall clock, and by the server's processor time."""

    wall: float
    core: float


def measure_fanout(server_url: str, redis_url: str) -> None:
    """Measure on a database of its own, and print."""
    name = f"fanout_{os.getpid()}"
    url = server_url.rsplit("/", 1)[0] + f"/{name}"
    asyncio.run(execute(server_url, f'CREATE DATABASE "{name}"'))
    try:
        asyncio.run(migrating.migrate(url))
        asyncio.run(measure(url, redis_url))
    finally:
        asyncio.run(execute(server_url, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def measure(database_url: str, redis_url: str) -> None:
    """Measure and print: rates beside the peers', latency, memory, and the way back."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 20_000)), hard))
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(database.connected(database_url, pool_size=8))
        bus = await stack.enter_async_context(Bus(redis_url))
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        relay = tasks.create_task(Relay(bus).run())
        web = stack.enter_context(Web(database_url=database_url, redis_url=redis_url))
        auction = await Auction.opened()
        text = await auction.frame(web)
        say(f"fan-out of a bid of {len(text.encode())} bytes; load {os.getloadavg()[0]:.1f}")
        for count in COMPARED:
            await compare(auction, web, text, count)
        async with listeners(web.ws_url, auction.request) as crowd:
            before = memory(web)
            await crowd.do(f"open {MOST}")
            say(f"memory of an idle listener: {(memory(web) - before) / MOST / 1024:.1f} KiB")
            say(f"load {os.getloadavg()[0]:.1f}")
            rates = [await auction.burst(web, crowd, MOST) for _ in range(ROUNDS)]
            tell(f"house, {MOST} listeners", rates)
            await latency(auction, crowd)
            await way_back(auction, web, crowd)
        relay.cancel()


class Auction:
    """A running lot with two bidders."""

    def __init__(self, cow: Lot, people: list[int]) -> None:
        self.cow = cow
        self.people = people
        self.bids = 0

    @classmethod
    async def opened(cls) -> Auction:
        """Open a lot and let somebody bid."""
        now = await database_clock()
        cow = await lot(starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=3))
        opened = cls(cow, [(await bidder()).id for _ in range(2)])
        await opened.bid()
        return opened

    @property
    def stream(self) -> str:
        """Return the name of the lot's stream."""
        return f"haat.lot.{self.cow.id}"

    @property
    def request(self) -> dict[str, Any]:
        """Return what its listeners ask."""
        return {"query": HOUSE, "variables": {"id": f"Lot:{self.cow.id}"}}

    async def bid(self) -> float:
        """Place a bid, and return when it was committed."""
        self.bids += 1
        await place_bid(
            self.people[self.bids % 2],
            self.cow.id,
            taka(50_000 + 5_000 * self.bids),
            idempotency_key=f"b{self.bids}",
            clock=database_clock,
        )
        return time.time()

    async def frame(self, web: Web) -> str:
        """Return the message by which a listener hears of a bid."""
        async with connected(web.ws_url) as wire:
            subscribe = {"id": "1", "type": "subscribe", "payload": self.request}
            await wire.send(orjson.dumps(subscribe).decode())
            await wire.recv()
            await self.bid()
            text = await wire.recv()
            assert isinstance(text, str)
            assert "BidPlaced" in text
            return text

    async def burst(self, web: Web, crowd: Listeners, count: int) -> Rate:
        """Tell many bids at once, and return how fast they were delivered."""
        await crowd.do("count")
        cpu, began = processor_s(pid_of(web)), time.time()
        await self.tell(BURST)
        arrivals = await crowd.do(f"wait {BURST}")
        return _rate(pid_of(web), cpu, began, arrivals, BURST * count)

    async def singly(self, web: Web, crowd: Listeners, count: int) -> Rate:
        """Tell bids one by one, each when all have heard the one before: nothing can be joined."""
        await crowd.do("count")
        cpu, began = processor_s(pid_of(web)), time.time()
        for n in range(SINGLY):
            await self.tell(1)
            arrivals = await crowd.do(f"wait {n + 1}")
        return _rate(pid_of(web), cpu, began, arrivals, SINGLY * count)

    async def tell(self, times: int) -> None:
        """Tell the newest bid so many times."""
        head = await event_log.head(self.stream)
        [last] = await event_log.after(self.stream, head.seq - 1, limit=1)
        async with transaction() as events:
            events.extend(Again(of=self.stream, told=last.payload) for _ in range(times))


async def compare(auction: Auction, web: Web, text: str, count: int) -> None:
    """Measure the house, a bare broadcast and stock Strawberry by turns, with so many listeners."""
    told = orjson.loads(text)["payload"]["data"]["lotEvents"]
    told.pop("__typename")
    named = {"minimumNext": "minimum_next", "bidCount": "bid_count", "endsAt": "ends_at"}
    values = orjson.dumps({named.get(name, name): value for name, value in told.items()}).decode()
    stock = {"query": STOCK, "variables": {"id": f"Lot:{auction.cow.id}"}}
    at_once: dict[str, list[Rate]] = {"house": [], "bare broadcast": [], "stock Strawberry": []}
    singly: dict[str, list[Rate]] = {name: [] for name in at_once}
    for _ in range(ROUNDS):
        async with listeners(web.ws_url, auction.request) as crowd:
            await crowd.do(f"open {count}")
            at_once["house"].append(await auction.burst(web, crowd, count))
            singly["house"].append(await auction.singly(web, crowd, count))
        for name, module, argument, request, events in (
            ("bare broadcast", "bare_broadcast", text, None, BURST),
            ("stock Strawberry", "stock_subscriptions", values, stock, STOCK_BURST),
        ):
            async with peer(module, argument) as (server, url), listeners(url, request) as crowd:
                await crowd.do(f"open {count}")
                at_once[name].append(await burst_of(server, crowd, events, count))
                singly[name].append(await singly_of(server, crowd, events, count))
    for how, found in (("at once", at_once), ("one by one", singly)):
        for name, rates in found.items():
            tell(f"{name}, {count} listeners, {how}", rates)
        house, bare, plain = (statistics.median(r.core for r in rates) for rates in found.values())
        say(f"  the house is {house / bare:.2f} of a bare broadcast, {house / plain:.1f} of stock")


async def latency(auction: Auction, crowd: Listeners) -> None:
    """Measure from the commit of a bid until listeners have it, at a few bids a second."""
    await crowd.do("count")
    committed = []
    for _ in range(PACED_S * A_SECOND):
        begun = time.time()
        committed.append(await auction.bid())
        await asyncio.sleep(max(0.0, 1 / A_SECOND - (time.time() - begun)))
    arrivals = await crowd.do(f"wait {len(committed)}")
    late = sorted(
        at - moment for moment, ats in zip(committed, arrivals, strict=True) for at in ats
    )
    marks = {name: late[int(len(late) * part)] for name, part in (("p50", 0.5), ("p99", 0.99))}
    told = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in marks.items())
    say(f"commit to client, {A_SECOND} bids a second, {MOST} listeners: {told}")


async def way_back(auction: Auction, web: Web, crowd: Listeners) -> None:
    """Restart the server, and measure how long all need to come back with their cursors."""
    for _ in range(ROUNDS):
        web.terminate()
        await auction.bid()
        web.start()
        web.wait()
        await crowd.do("count")
        cpu, began = processor_s(pid_of(web)), time.time()
        took = await crowd.do("back")
        # Each gets what he missed, once; the newest of it is the bid placed meanwhile.
        await crowd.do("wait 1")
        spent = processor_s(pid_of(web)) - cpu
        say(
            f"{MOST} listeners back after a restart: connected in {took:.1f} s, all caught up in"
            f" {time.time() - began:.1f} s; {spent / MOST * 1e6:.0f} us of the server each"
        )


@asynccontextmanager
async def listeners(url: str, request: dict[str, Any] | None) -> AsyncIterator[Listeners]:
    """Run a crowd of listeners in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.listeners", url]
    if request is not None:
        words += ["--request", orjson.dumps(request).decode()]
    process = await asyncio.create_subprocess_exec(
        *words, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**26
    )
    try:
        yield Listeners(process)
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def peer(module: str, argument: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Run a peer, and give it with its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"benchmarks.{module}",
        str(port),
        argument,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
        yield process, f"ws://127.0.0.1:{port}/graphql"
    finally:
        process.kill()
        await process.wait()


async def burst_of(
    server: asyncio.subprocess.Process, crowd: Listeners, events: int, count: int
) -> Rate:
    """Have a peer tell many events at once, and return how fast they were delivered."""
    assert server.stdin
    assert server.stdout
    await crowd.do("count")
    cpu, began = processor_s(server.pid), time.time()
    server.stdin.write(b"%d\n" % events)
    await server.stdout.readline()
    arrivals = await crowd.do(f"wait {events}")
    return _rate(server.pid, cpu, began, arrivals, events * count)


async def singly_of(
    server: asyncio.subprocess.Process, crowd: Listeners, events: int, count: int
) -> Rate:
    """Have a peer tell events one by one, each when all have heard the one before."""
    assert server.stdin
    assert server.stdout
    await crowd.do("count")
    cpu, began = processor_s(server.pid), time.time()
    for n in range(events):
        server.stdin.write(b"1\n")
        await server.stdout.readline()
        arrivals = await crowd.do(f"wait {n + 1}")
    return _rate(server.pid, cpu, began, arrivals, events * count)


def pid_of(web: Web) -> int:
    """Return the process of a running server."""
    assert web.running is not None
    return web.running.pid


def _rate(pid: int, cpu: float, began: float, arrivals: list[list[float]], many: int) -> Rate:
    last = max(max(each) for each in arrivals)
    return Rate(wall=many / (last - began), core=many / (processor_s(pid) - cpu))


def tell(what: str, rates: list[Rate]) -> None:
    """Print the medians of some rates."""
    core, wall = (statistics.median(getattr(r, name) for r in rates) for name in ("core", "wall"))
    say(f"{what}: {core:,.0f} deliveries a second and core, {wall:,.0f} by the wall")


def processor_s(pid: int) -> float:
    """Return how long a process has used a processor: its one busy thread, to the nanosecond."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def memory(web: Web) -> int:
    """Return the resident bytes of a server."""
    pages = int(Path(f"/proc/{pid_of(web)}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
