"""What becomes of clients that read slowly, and of those that are not there any more."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, ClassVar

import orjson
import pytest

from hmk_graph import event_log
from hmk_graph.event_log import Event, transaction
from hmk_graph.haat.lot_models import Lot
from tests.auctions import bidder
from tests.live.test_many_listeners import lines, stall, until_members
from tests.live.test_sockets import subscribed
from tests.live.test_two_processes import bid, running_lot, token_of
from tests.processes import Web, connected

LOTS = 100
ROUNDS = 6
# Long names make long frames, so that a line is soon full.
MOVES = "\n".join(f"{'anotherName' * 10}{n}: lotId" for n in range(25))
HALL = f"""subscription ($id: ID!) {{ haatEvents(haatId: $id) {{
    __typename ... on PriceMoved {{ lotId bidCount {MOVES} }} }} }}"""
PING, CLOSE = 0x89, 0x88


@pytest.fixture
def web(database_url, redis):
    at = {"database_url": database_url, "redis_url": redis.url}
    with Web(**at, HMK_PING_S="1") as process:
        yield process


@dataclass(frozen=True, kw_only=True)
class Moved(Event):
    """A bid on one of many lots of a haat, of which only one is there."""

    kind: ClassVar[str] = "haat.bid_placed"
    cow: int
    told: dict[str, Any]

    @property
    def stream(self) -> str:
        return f"haat.lot.{self.cow}"

    def as_json(self) -> bytes:
        return orjson.dumps(self.told)


async def move_all(cow: Lot, count: int) -> None:
    """Have a bid on each of a hundred lots, the so-manieth of each."""
    head = await event_log.head(f"haat.lot.{cow.id}")
    [last] = await event_log.after(f"haat.lot.{cow.id}", head.seq - 1, limit=1)
    async with transaction() as events:
        for n in range(LOTS):
            told = {**last.payload, "lot_id": 1_000 + n, "bid_count": count, "line": count}
            events.append(Moved(cow=cow.id, told=told))


async def frames(line: socket.socket) -> AsyncIterator[tuple[int, bytes]]:
    """Read a server's frames (RFC 6455, 5.2) until it ends the connection."""
    loop = asyncio.get_running_loop()
    waiting = b""

    async def take(count: int) -> bytes:
        nonlocal waiting
        while len(waiting) < count:
            more = await loop.sock_recv(line, 65_536)
            if not more:
                raise EOFError
            waiting += more
        taken, waiting = waiting[:count], waiting[count:]
        return taken

    try:
        while True:
            kind, size = await take(2)
            if size >= 126:
                size = int.from_bytes(await take({126: 2, 127: 8}[size]), "big")
            yield kind, await take(size)
    except (EOFError, ConnectionError):
        return


async def moves(line: socket.socket) -> AsyncIterator[tuple[str, int]]:
    async for kind, body in frames(line):
        if kind == 0x81:
            message = orjson.loads(body)
            item = message.get("payload", {}).get("data", {}).get("haatEvents", {})
            if item.get("__typename") == "PriceMoved":
                yield item["lotId"], item["bidCount"]


async def test_a_slow_reader_of_a_hall_is_told_the_newest_price_of_each_lot_and_few_old_ones(
    database_url, redis
):
    at = {"database_url": database_url, "redis_url": redis.url}
    with Web(**at) as web:
        async with running_lot(database_url) as cow, AsyncExitStack() as stack:
            await bid(web, cow, await token_of(await bidder()), 60_000, "a")
            request = {"query": HALL, "variables": {"id": f"Haat:{cow.haat_id}"}}
            slow = stack.enter_context(await stall(web, request))
            wide = await stack.enter_async_context(connected(web.ws_url))
            subscribe = {"id": "1", "type": "subscribe", "payload": request}
            await wide.send(orjson.dumps(subscribe).decode())
            await until_members(web, 2)
            for count in range(1, ROUNDS + 1):
                await move_all(cow, count)
                seen: set[str] = set()
                async with asyncio.timeout(30):
                    while len(seen) < LOTS:
                        item = orjson.loads(await wide.recv()).get("payload", {})
                        told = item.get("data", {}).get("haatEvents", {})
                        if told.get("bidCount") == count:
                            seen.add(told["lotId"])

            heard: dict[str, list[int]] = {}
            async with asyncio.timeout(30):
                async for lot, count in moves(slow):
                    heard.setdefault(lot, []).append(count)
                    if sum(counts[-1] == ROUNDS for counts in heard.values()) == LOTS:
                        break
    lines.clear()

    assert len(heard) == LOTS
    assert all(counts == sorted(set(counts)) for counts in heard.values())
    # What the buffers hold came as it was; of the rest each lot's newest price alone.
    assert sum(map(len, heard.values())) < LOTS * ROUNDS * 3 // 4


async def test_a_line_on_which_nobody_answers_is_dropped_and_a_quiet_one_stays(web, database_url):
    async with running_lot(database_url) as cow:
        quiet = subscribed(web, cow)
        async with quiet as (following, _):
            await following()
            request = {"query": HALL, "variables": {"id": f"Haat:{cow.haat_id}"}}
            with await stall(web, request) as dead:
                await until_members(web, 2)
                async with asyncio.timeout(30):
                    kinds = [kind async for kind, _ in frames(dead)]
            async with asyncio.timeout(30):
                while (await web.metrics())["members"] > 1:
                    await asyncio.sleep(0.05)
            await bid(web, cow, await token_of(await bidder()), 60_000, "a")
            still = await following()
    lines.clear()

    assert PING in kinds
    assert set(kinds[kinds.index(PING) :]) <= {PING, CLOSE, 0x81}
    assert still["__typename"] == "BidPlaced"
