"""A thousand drivers tell where they are each four seconds, while twenty people a minute call.

Through one real web process and a worker, over HTTP, each driver with a token of his own. Printed
are the time from a request to its first offer, how many positions a second of a core the web
process takes, and whether one was lost.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from benchmarks.telling import say
from hmk_graph import database
from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Session
from hmk_graph.clock import database_clock
from hmk_graph.dispatch.models import Driver, Offer, Vehicle
from hmk_graph.dispatch.trail_models import Ping
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import CENTER
from tests.processes import SECRET, Web, Worker

DRIVERS = 1_000
EVERY_S = 4.0
CALLS_A_MINUTE = 20
LASTS_S = float(os.environ.get("HMK_BENCH_SECONDS", "60"))
LINES = 50
REPORT = """mutation ($input: ReportPositionsInput!) { reportPositions(input: $input) {
  ... on PositionsTaken { taken } ... on UserError { code } } }"""
QUOTE = """mutation ($input: QuoteTripInput!) { quoteTrip(input: $input) {
  ... on TripQuote { id } ... on UserError { code } } }"""
CALL = """mutation ($input: RequestTripInput!) { requestTrip(input: $input) {
  ... on Trip { id state } ... on UserError { code } } }"""


@dataclass(kw_only=True)
class Phone:
    """A driver's phone: its token, where it is, and how many batches it sent."""

    token: str
    lat: float
    lng: float
    seq: int = 0


class Line:
    """One kept connection; asks one thing after the other, with as little of a client as works."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, document: str, given: dict[str, Any], token: str) -> dict[str, Any]:
        """Ask one mutation and return its answer."""
        body = orjson.dumps({"query": document, "variables": {"input": given}})
        head = (
            f"POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
            f"authorization: Bearer {token}\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        if self.pipe is None:
            self.pipe = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.pipe
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        fields = dict(
            line.lower().split(b": ", 1) for line in answer.split(b"\r\n")[1:] if b": " in line
        )
        data = orjson.loads(await reader.readexactly(int(fields[b"content-length"])))
        if data.get("errors"):
            return {"code": data["errors"][0]["extensions"]["code"]}
        found: dict[str, Any] = next(iter(data["data"].values()))
        return found


async def measure_dispatch(database_url: str, redis_url: str) -> None:
    """Measure and print."""
    at = {"database_url": database_url, "redis_url": redis_url}
    async with database.connected(database_url, pool_size=4):
        phones = await _drivers()
        now = await database_clock()
        callers = [(await _person(now))[0] for _ in range(200)]
        with Web(**at) as web, Worker(**at):
            assert web.running is not None
            began, cpu = time.perf_counter(), _cpu_s(web.running.pid)
            told, calls = await _run(web.port, phones, callers)
            took, used = time.perf_counter() - began, _cpu_s(web.running.pid) - cpu
        kept = await Ping.all().count()
        offered = await Offer.all().count()
    times, taken, refused = told
    ranked = sorted(times)
    say(
        f"{len(phones)} drivers, a position each {EVERY_S:.0f} s, {took:.0f} s long: "
        f"{taken} positions taken, {kept} kept, {taken - kept} lost, {refused} refused"
    )
    say(
        f"  {taken / took:.0f} positions a second; {taken / used:.0f} a second of the web's core; "
        f"p50 {_ms(ranked, 0.5)}, p99 {_ms(ranked, 0.99)}"
    )
    ranked = sorted(calls)
    say(
        f"  {len(calls)} requests, {offered} offers; from request to first offer "
        f"p50 {_ms(ranked, 0.5)}, p99 {_ms(ranked, 0.99)}"
    )


async def _run(
    port: int, phones: list[Phone], callers: list[str]
) -> tuple[tuple[list[float], int, int], list[float]]:
    """Let everybody act; return times and counts of positions, and times of calls, in seconds."""
    ends = time.perf_counter() + LASTS_S
    times: list[float] = []
    counts = {"taken": 0, "refused": 0}
    calls: list[float] = []
    # The server's clock and this one are the same machine's.
    now, zero = await database_clock(), time.perf_counter()

    async def drive(mine: list[Phone]) -> None:
        line, rng = Line(port), random.Random(mine[0].seq)
        while (round_began := time.perf_counter()) < ends:
            for number, phone in enumerate(mine):
                due = round_began + EVERY_S * number / len(mine)
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                phone.seq += 1
                phone.lat += rng.choice((-1, 1)) * 0.0004  # some 45 meters
                at = now + timedelta(seconds=time.perf_counter() - zero)
                point = {
                    "at": at.isoformat(),
                    "lat": phone.lat,
                    "lng": phone.lng,
                    "accuracyM": 6.0,
                }
                sent = time.perf_counter()
                answer = await line.ask(REPORT, {"seq": phone.seq, "points": [point]}, phone.token)
                times.append(time.perf_counter() - sent)
                counts["taken"] += answer.get("taken", 0)
                counts["refused"] += "taken" not in answer
            await asyncio.sleep(max(0.0, round_began + EVERY_S - time.perf_counter()))

    async def call() -> None:
        line, rng = Line(port), random.Random(7)
        for number, token in enumerate(callers):
            await asyncio.sleep(60 / CALLS_A_MINUTE)
            if time.perf_counter() > ends:
                return
            spot = {
                "lat": CENTER.lat + rng.uniform(-0.05, 0.05),
                "lng": CENTER.lng + rng.uniform(-0.05, 0.05),
            }
            wish = {"kind": "AUTO", "pickup": spot, "idempotencyKey": f"q{number}"}
            quote = await line.ask(QUOTE, wish, token)
            sent = time.perf_counter()
            asked = {"tripQuoteId": quote["id"], "idempotencyKey": f"t{number}"}
            await line.ask(CALL, asked, token)  # the answer comes after the first batch of offers
            calls.append(time.perf_counter() - sent)

    async with asyncio.TaskGroup() as tasks:
        for first in range(LINES):
            tasks.create_task(drive(phones[first::LINES]))
        tasks.create_task(call())
    return (times, counts["taken"], counts["refused"]), calls


async def _drivers() -> list[Phone]:
    """Make drivers at work, spread over some ten kilometers."""
    rng, union, now = random.Random(3), await fleet.area(), await database_clock()
    phones = []
    for _ in range(DRIVERS):
        token, account_id = await _person(now)
        driver = await Driver.create(
            account_id=account_id,
            state="VERIFIED",
            name="চালক",
            contact_phone="+8801712345678",
            place=union,
            created_at=now,
        )
        vehicle = await Vehicle.create(
            driver=driver, kind="AUTO", medium="ROAD", state="VERIFIED", created_at=now
        )
        await Driver.filter(id=driver.id).update(vehicle_id=vehicle.id, online_since=now)
        lat, lng = CENTER.lat + rng.uniform(-0.05, 0.05), CENTER.lng + rng.uniform(-0.05, 0.05)
        phones.append(Phone(token=token, lat=lat, lng=lng))
    return phones


async def _person(now: datetime) -> tuple[str, int]:
    account = await factories.person()
    session = await Session.create(
        account=account, created_at=now, last_used_at=now, expires_at=now + timedelta(days=1)
    )
    return tokens.access_token(account.id, session.id, now=now, secret=SECRET)[0], account.id


def _cpu_s(pid: int) -> float:
    """Return the seconds of a processor that a process has used."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ms(ranked: list[float], share: float) -> str:
    if not ranked:
        return "-"
    found = statistics.median(ranked) if share == 0.5 else ranked[int(len(ranked) * share)]
    return f"{found * 1000:.0f} ms"
