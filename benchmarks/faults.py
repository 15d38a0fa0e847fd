"""Faults under load: processes killed and frozen, Redis and PostgreSQL stopped, while people bid.

Two web processes and a worker on a PostgreSQL and a Redis of their own. Bidders insist: who gets no
answer sends the same bid again, under the same key, to the other process. After each fault the load
stops, and what was acknowledged is held against the log, and the log against what listeners heard.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx

from benchmarks.bidders import QUERY
from benchmarks.telling import say
from hmk_graph import children, database, migrating
from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Session
from hmk_graph.clock import database_clock
from hmk_graph.haat import lot_keeping
from hmk_graph.haat.lot_log import BEGINNING, hash_of
from hmk_graph.haat.lot_models import Lot, LotLine
from hmk_graph.servers.postgres_server import PostgresServer
from tests.auctions import bidder, lot
from tests.processes import SECRET, Watcher, Web, Worker
from tests.realtime.waiting import until
from tests.redis_servers import PrivateRedis

BIDDERS = 8
LISTENERS = 40
# How long people bid before a fault, how long it lasts, and how long they go on afterwards.
BEFORE_S, FAULT_S, AFTER_S = 2.0, 4.0, 4.0
LOOK_S = 0.05
PATIENCE_S = 60.0
PASSWORD = "faults"  # of a server that lives as long as this


class PrivatePostgres:
    """Runs on a port of its own, and comes back on the same one with what it had flushed."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        folder.chmod(0o755)  # as root it runs as another user
        self.server = PostgresServer(folder, durable=True)
        self.server.prepare(PASSWORD)
        self.process = self._started()

    @property
    def url(self) -> str:
        """Return the address of the database that each server has from its beginning."""
        return self.server.address(self.port, PASSWORD, "postgres")

    def _started(self) -> subprocess.Popen[bytes]:
        launch = self.server.launch(self.port, PASSWORD)
        return children.start(
            launch, dies_with_us=self.server.death_signal, output=subprocess.DEVNULL
        )

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        self.process = self._started()
        await self.answers()

    async def answers(self) -> None:
        """Wait until it answers."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                with suppress(OSError, asyncpg.PostgresError):
                    await (await asyncpg.connect(self.url)).close()
                    return
                await asyncio.sleep(LOOK_S)

    def stop(self) -> None:
        """End it: open sessions are cut."""
        children.stop(self.process, *self.server.stop_signals, patience_s=15)


@dataclass
class Acknowledged:
    """An accepted bid as its bidder was told of it."""

    line: int
    hash: str


@dataclass
class Crowd:
    """Bidders that insist, and what they were told."""

    webs: list[Web]
    cow_id: int
    signed: list[str]
    acknowledged: list[Acknowledged] = field(default_factory=list)
    repeated: int = 0
    last_at: float = 0.0
    amounts: Iterator[int] = field(default_factory=lambda: itertools.count(6_000_000, 200))

    async def bid(self, going: asyncio.Event) -> None:
        """Bid until told to stop; whoever has begun waits for his answer."""

        async def one(n: int, token: str) -> None:
            while going.is_set():
                answer = await self._insist(n, token, next(self.amounts))
                if answer["__typename"] == "BidAccepted":
                    self.acknowledged.append(Acknowledged(answer["line"], answer["hash"]))
                    self.last_at = time.monotonic()

        async with asyncio.TaskGroup() as tasks:
            for n, token in enumerate(self.signed):
                tasks.create_task(one(n, token))

    async def _insist(self, n: int, token: str, amount: int) -> dict[str, Any]:
        given = {
            "lotId": f"Lot:{self.cow_id}",
            "maximum": amount,
            "idempotencyKey": f"f{amount}",
        }
        for attempt in itertools.count(n):
            web = self.webs[attempt % len(self.webs)]
            self.repeated += attempt > n
            with suppress(httpx.HTTPError, TimeoutError, ValueError):
                async with asyncio.timeout(5):
                    answer = await web.ask(QUERY, {"input": given}, token=token)
                said = (answer.get("data") or {}).get("placeBid")
                if said and said.get("code") not in ("UNAVAILABLE", "IN_PROGRESS"):
                    return dict(said)
            await asyncio.sleep(LOOK_S)
        raise AssertionError


Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Fault:
    """Something that breaks, and how it ends."""

    name: str
    begin: Act
    end: Act
    whose: tuple[int, ...]
    """Which of the web processes have to say that they are not ready."""


@dataclass
class Seen:
    """What was seen of a fault."""

    accepted: int
    repeated: int
    red: bool
    green_s: float
    bid_s: float
    heard_s: float


async def measure_faults() -> None:
    """Run each fault under load, and print what was lost, doubled, or late."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        postgres = PrivatePostgres(folder)
        stack.callback(postgres.stop)
        redis = stack.enter_context(PrivateRedis())
        await postgres.answers()
        await migrating.migrate(postgres.url)
        async with database.connected(postgres.url, pool_size=4):
            cow, signed = await opened()
        at = {"database_url": postgres.url, "redis_url": redis.url}
        webs = [stack.enter_context(Web(**at)) for _ in range(2)]
        worker = stack.enter_context(Worker(**at))
        crowd = Crowd(webs, cow.id, signed)
        urls = [web.ws_url for web in webs]
        watchers = [
            Watcher(urls[n % 2 :] + urls[: n % 2], f"Lot:{cow.id}") for n in range(LISTENERS)
        ]
        async with asyncio.TaskGroup() as tasks:
            following = [tasks.create_task(each.watch()) for each in watchers]
            for each in watchers:
                await each.began.wait()
            say(f"load {os.getloadavg()[0]:.1f}; {BIDDERS} bidders, {LISTENERS} listeners")
            say("| fault | accepted | sent again | red | green after | bid after | heard after |")
            say("|---|---|---|---|---|---|---|")
            for fault in faults(webs, worker, redis, postgres):
                tell(fault, await broken(fault, crowd, watchers, postgres.url))
            for task in following:
                task.cancel()
        async with database.connected(postgres.url, pool_size=4):
            await prove(cow.id, crowd, watchers)


async def opened() -> tuple[Lot, list[str]]:
    """Open a lot, and sign bidders in."""
    now = await database_clock()
    # Steps of one taka: thousands of bids have to fit under what anybody may bid at all.
    cow = await lot(
        starts_at=now - timedelta(minutes=1),
        ends_at=now + timedelta(hours=1),
    )
    await Lot.filter(id=cow.id).update(step_table=[[None, 100]])
    signed = []
    for _ in range(BIDDERS):
        person = await bidder()
        session = await Session.create(
            account=person, created_at=now, last_used_at=now, expires_at=now + timedelta(days=1)
        )
        signed.append(tokens.access_token(person.id, session.id, now=now, secret=SECRET)[0])
    return cow, signed


def faults(
    webs: list[Web], worker: Worker, redis: PrivateRedis, postgres: PrivatePostgres
) -> list[Fault]:
    """Return what may happen to the house."""

    async def do(act: Callable[[], object]) -> None:
        act()

    def back() -> None:
        webs[1].start()

    def send(to: Web | Worker, sent: signal.Signals) -> None:
        assert to.running is not None
        os.killpg(to.running.pid, sent)

    def frozen(name: str, one: Web | Worker, whose: tuple[int, ...]) -> Fault:
        return Fault(
            f"{name} frozen",
            lambda: do(lambda: send(one, signal.SIGSTOP)),
            lambda: do(lambda: send(one, signal.SIGCONT)),
            whose,
        )

    return [
        Fault("kill -9 of a web process", lambda: do(webs[1].kill), lambda: do(back), (1,)),
        Fault("Redis killed", lambda: do(redis.kill), lambda: do(redis.start), (0, 1)),
        Fault("Redis frozen", lambda: do(redis.freeze), lambda: do(redis.thaw), (0, 1)),
        frozen("a web process", webs[1], (1,)),
        # No web process hangs on it; what it had begun to carry, the others must not wait for.
        Fault("kill -9 of the worker", lambda: do(worker.kill), lambda: do(worker.start), ()),
        frozen("the worker", worker, ()),
        Fault("PostgreSQL stopped", lambda: do(postgres.stop), postgres.start, (0, 1)),
    ]


async def broken(fault: Fault, crowd: Crowd, watchers: list[Watcher], url: str) -> Seen:
    """Let a fault happen under load, and see how the house comes back."""
    accepted, repeated = len(crowd.acknowledged), crowd.repeated
    going = asyncio.Event()
    going.set()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(crowd.bid(going))
        await asyncio.sleep(BEFORE_S)
        await fault.begin()
        red = await _is_red(crowd.webs, fault.whose, within_s=FAULT_S)
        await fault.end()
        ended = time.monotonic()
        await _are_green(crowd.webs)
        green_s = time.monotonic() - ended
        had = crowd.last_at
        await until(lambda: crowd.last_at > max(had, ended), PATIENCE_S)
        bid_s = crowd.last_at - ended
        await asyncio.sleep(AFTER_S)
        going.clear()
    stopped = time.monotonic()
    direct = await asyncpg.connect(url)
    head = await direct.fetchval(
        "SELECT head FROM event_stream WHERE name = $1", f"haat.lot.{crowd.cow_id}"
    )
    await direct.close()
    await until(lambda: all(each.seen >= head for each in watchers), PATIENCE_S)
    return Seen(
        accepted=len(crowd.acknowledged) - accepted,
        repeated=crowd.repeated - repeated,
        red=red,
        green_s=green_s,
        bid_s=bid_s,
        heard_s=time.monotonic() - stopped,
    )


async def _ready(web: Web) -> bool:
    with suppress(httpx.HTTPError):
        async with httpx.AsyncClient(timeout=1, verify=False) as client:
            return (await client.get(f"{web.url}/readyz")).status_code == 200
    return False


async def _is_red(webs: list[Web], whose: tuple[int, ...], *, within_s: float) -> bool:
    """Wait for as long as a fault lasts; say whether all whom it concerns were once not ready."""
    still, until = set(whose), time.monotonic() + within_s
    while time.monotonic() < until:
        for n in list(still):
            if not await _ready(webs[n]):
                still.discard(n)
        await asyncio.sleep(LOOK_S)
    return not still


async def _are_green(webs: list[Web]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        for web in webs:
            while not await _ready(web):  # noqa: ASYNC110  # it is another process
                await asyncio.sleep(LOOK_S)


def tell(fault: Fault, seen: Seen) -> None:
    """Print a line of the table."""
    red = ("yes" if seen.red else "no") if fault.whose else "-"
    say(
        f"| {fault.name}, {FAULT_S:.0f} s | {seen.accepted} | {seen.repeated} | {red}"
        f" | {seen.green_s:.1f} s | {seen.bid_s:.1f} s | {seen.heard_s:.1f} s |"
    )


async def prove(cow_id: int, crowd: Crowd, watchers: list[Watcher]) -> None:
    """Hold what bidders were told against the log, and the log against what listeners heard."""
    rows = await LotLine.filter(lot_id=cow_id).order_by("line")
    by_line = {row.line: row.hash for row in rows}
    lost = [each for each in crowd.acknowledged if by_line.get(each.line) != each.hash]
    told = [each.line for each in crowd.acknowledged]
    lines = [lot_keeping.stored_line(row.body) for row in rows]
    chained = all(
        line.hash == hash_of(line) and line.previous == before
        for line, before in zip(lines, [BEGINNING, *(each.hash for each in lines)], strict=False)
    )
    gaps = sum(
        1
        for each in watchers
        if each.faults or each.seqs != list(range(each.seqs[0], each.seqs[0] + len(each.seqs)))
    )
    say(f"{len(told)} bids acknowledged, {len(rows) - 1} in the log, {len(lost)} lost,")
    say(
        f"{len(told) - len(set(told))} told twice; the chain is {'whole' if chained else 'BROKEN'};"
    )
    say(f"{gaps} of {len(watchers)} listeners missed something or heard it twice")
