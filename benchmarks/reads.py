"""What a public list of fifty lots costs, beside a bare endpoint and others, in one run."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import asyncpg
import httpx
import orjson

from benchmarks.bare_reads import LOTS
from benchmarks.telling import say
from hmk_graph import database
from hmk_graph.clock import database_clock
from hmk_graph.haat.picturing import PHOTOS
from hmk_graph.media.models import Attachment
from tests.auctions import lot
from tests.media.files import ready
from tests.processes import Web

ROWS = 50
RUNS = 3
CONNECTIONS = 16
WARM_S = 3.0
COLD_REQUESTS = 300
TICKS = os.sysconf("SC_CLK_TCK")
PEERS = Path(__file__).parent / "peers"
QUERY = """query Lots($first: Int!) { lots(first: $first) { edges { node {
  id number state titleBn titleEn startPrice price bidCount startsAt endsAt
  haat { id nameBn }
  animal { id village sellerName latestWeight { grams } origin { id nameBn nameEn }
    photo { alt color url(width: 480) } }
} } } }"""


@dataclass(frozen=True)
class Cost:
    """Of one request: the server's processor time, and how many came through in a second."""

    cpu_ms: float
    per_second: float


async def measure_reads(database_url: str, redis_url: str) -> None:
    """Measure each of the ways; `database_url` has all tables and nothing in them."""
    async with database.connected(database_url, pool_size=4):
        await furnish()
    costs: dict[str, Cost] = {}
    at = {"database_url": database_url, "redis_url": redis_url}
    with Web(**at, HMK_LOG_LEVEL="warning") as web:
        costs["kept"] = await median(web.port, pid_of(web.running), many)
        async with touching(database_url) as touch:
            cold = await median(web.port, pid_of(web.running), one_by_one(touch))
        costs["read anew each time"] = cold
    env = {**os.environ, "HMK_DATABASE_URL": database_url}
    for name, app in (("bare", "benchmarks.bare_reads"), ("stock", "benchmarks.stock_reads")):
        with uvicorn(app, env) as (port, pid):
            costs[name] = await median(port, pid, many)
            costs[f"{name}, one by one"] = await median(port, pid, one_by_one(nothing))
    for name, jit in (("mercurius", "0"), ("mercurius, compiled", "1")):
        if (PEERS / "node_modules").exists():
            with node({**env, "LOTS_SQL": LOTS, "JIT": jit}) as (port, pid):
                costs[name] = await median(port, pid, many)
        else:
            say(f"  {name}: not here (npm ci in {PEERS})")
    tell(costs)


def tell(costs: dict[str, Cost]) -> None:
    """Print a table; a request of the bare endpoint is the measure."""
    bare = costs["bare"]
    say(f"fifty lots with seller, place, haat, weight and photo; medians of {RUNS} runs")
    say("| way | processor ms | of bare | requests/s | of bare |")
    say("|---|---|---|---|---|")
    for name, cost in costs.items():
        say(
            f"| {name} | {cost.cpu_ms:.2f} | {cost.cpu_ms / bare.cpu_ms:.2f}"
            f" | {cost.per_second:.0f} | {cost.per_second / bare.per_second:.2f} |"
        )


async def furnish() -> None:
    """Make fifty running lots, each with a seller and an animal of its own, with its photo."""
    now = await database_clock()
    for n in range(ROWS):
        sold = await lot(
            starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1, seconds=n)
        )
        photo = await ready(
            await sold.seller, color="#8a5a34", placeholder="data:image/webp;base64,"
        )
        await Attachment.create(
            media=photo, subject=PHOTOS.name, subject_id=sold.animal_id, place=0, alt="A brown cow"
        )


Load = Callable[[int], Awaitable[tuple[int, float]]]
"""Asks a port, and returns how many answers came in how many seconds."""


async def median(port: int, pid: int, load: Load) -> Cost:
    """Return the median of some runs, after one that only warms."""
    expect(await asked(port))
    await load(port)
    costs = []
    for _ in range(RUNS):
        before = processor_s(pid)
        answers, seconds = await load(port)
        spent = processor_s(pid) - before
        costs.append(Cost(cpu_ms=spent / answers * 1000, per_second=answers / seconds))
    return Cost(
        cpu_ms=statistics.median(cost.cpu_ms for cost in costs),
        per_second=statistics.median(cost.per_second for cost in costs),
    )


async def many(port: int) -> tuple[int, float]:
    """Ask by sixteen connections for some seconds."""
    began = time.perf_counter()
    until = began + WARM_S

    async def keep_asking() -> int:
        answers = 0
        async with connection(port) as ask:
            while time.perf_counter() < until:
                await ask()
                answers += 1
        return answers

    answers = sum(await asyncio.gather(*(keep_asking() for _ in range(CONNECTIONS))))
    return answers, time.perf_counter() - began


def one_by_one(before_each: Callable[[], Awaitable[object]]) -> Load:
    """Return a load that asks by one connection, after something has been done."""

    async def load(port: int) -> tuple[int, float]:
        asking = 0.0
        async with connection(port) as ask:
            for _ in range(COLD_REQUESTS):
                await before_each()
                began = time.perf_counter()
                await ask()
                asking += time.perf_counter() - began
        return COLD_REQUESTS, asking

    return load


async def nothing() -> None:
    """Leave everything as it is."""


@asynccontextmanager
async def touching(database_url: str) -> AsyncIterator[Callable[[], Awaitable[object]]]:
    """Hand out an act that changes one of the lots, so that nothing kept holds any more."""
    direct = await asyncpg.connect(database_url)
    try:
        yield lambda: direct.execute(
            "UPDATE haat_lot SET soft_close_s = 121 - soft_close_s % 2"
            " WHERE id = (SELECT min(id) FROM haat_lot)"
        )
    finally:
        await direct.close()


BODY = orjson.dumps({"query": QUERY, "variables": {"first": ROWS}})


@asynccontextmanager
async def connection(port: int) -> AsyncIterator[Callable[[], Awaitable[bytes]]]:
    """Hand out an act that asks once. By hand: an HTTP client would cost more than the server."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = (
        f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
    ).encode() + BODY

    async def ask() -> bytes:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        return await reader.readexactly(length)

    try:
        yield ask
    finally:
        writer.close()


async def asked(port: int) -> bytes:
    """Return one answer."""
    async with connection(port) as ask:
        return await ask()


def expect(answer: bytes) -> None:
    """Make sure that all answer the same thing."""
    edges = orjson.loads(answer)["data"]["lots"]["edges"]
    assert len(edges) == ROWS
    assert len(edges[0]["node"]["animal"]) == 6
    assert edges[0]["node"]["animal"]["photo"]["url"].endswith("-480.webp")


@contextmanager
def uvicorn(module: str, env: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Serve an application as ours is served: one process, uvloop, httptools."""
    port = free_port()
    options = ["--port", str(port), "--loop", "uvloop", "--http", "httptools", "--no-access-log"]
    with running([sys.executable, "-m", "uvicorn", f"{module}:app", *options], env, port) as pid:
        yield port, pid


@contextmanager
def node(env: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Serve by mercurius."""
    port = free_port()
    program = shutil.which("node") or "node"
    with running([program, str(PEERS / "mercurius.js")], {**env, "PORT": str(port)}, port) as pid:
        yield port, pid


@contextmanager
def running(command: list[str], env: dict[str, str], port: int) -> Iterator[int]:
    """Run a server while it lasts, and return its process id once it answers."""
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 60
            while True:
                try:
                    httpx.get(f"http://127.0.0.1:{port}/", timeout=5)
                    break
                except httpx.HTTPError:
                    if process.poll() is not None or time.monotonic() > deadline:
                        raise
                    time.sleep(0.05)
            yield process.pid
        finally:
            process.terminate()


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def pid_of(process: subprocess.Popen[bytes] | None) -> int:
    """Return a running process's id."""
    assert process is not None
    return process.pid


def processor_s(pid: int) -> float:
    """Return the processor time that a process has taken, in seconds (man 5 proc)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
