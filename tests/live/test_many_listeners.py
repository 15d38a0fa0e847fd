"""Listeners that stall cost nothing, and those behind a proxy hear the same as all others."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import httpx
import orjson
import pytest

from hmk_graph import event_log
from hmk_graph.event_log import Event, transaction
from hmk_graph.haat.lot_models import Lot
from tests.auctions import bidder
from tests.live.test_sockets import subscribed
from tests.live.test_two_processes import bid, running_lot, token_of, until, watching
from tests.processes import LOT_EVENTS, Watcher, Web

STALLED = 200
TOLD = 3_000
# One that reads nothing is allowed: what the transport takes over its mark, and its one last write.
# Together that is some ten megabytes; a queue of all that was told would be two hundred.
MOST_GROWTH = 40 * 2**20


@pytest.fixture
def web(database_url, redis):
    with Web(database_url=database_url, redis_url=redis.url) as process:
        yield process


@dataclass(frozen=True, kw_only=True)
class Again(Event):
    """A bid that was placed, told once more."""

    kind: ClassVar[str] = "haat.bid_placed"
    of: str
    told: dict[str, Any]

    @property
    def stream(self) -> str:
        return self.of

    def as_json(self) -> bytes:
        return orjson.dumps(self.told)


async def tell_again(cow: Lot, times: int) -> int:
    """Tell the newest bid so many times, and return the number of the last."""
    stream = f"haat.lot.{cow.id}"
    head = await event_log.head(stream)
    [last] = await event_log.after(stream, head.seq - 1, limit=1)
    async with transaction() as events:
        events.extend(Again(of=stream, told=last.payload) for _ in range(times))
    return head.seq + times


def masked(text: bytes) -> bytes:
    """Return a client's frame; a mask of zeros leaves the text as it is."""
    return b"\x81\xfe" + len(text).to_bytes(2, "big") + b"\0\0\0\0" + text


async def stall(web: Web, request: dict[str, Any]) -> socket.socket:
    """Subscribe, and read nothing more."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    line.setblocking(False)
    line.bind((f"127.0.0.{2 + len(lines) // 100}", 0))
    lines.append(line)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(line, ("127.0.0.1", web.port))
    await loop.sock_sendall(
        line,
        f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{web.port}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n".encode(),
    )
    assert b" 101 " in await loop.sock_recv(line, 2_000)
    for message in (
        {"type": "connection_init", "payload": {}},
        {"type": "subscribe", "id": "1", "payload": request},
    ):
        await loop.sock_sendall(line, masked(orjson.dumps(message).ljust(200)))
    return line


lines: list[socket.socket] = []


def memory(web: Web) -> int:
    assert web.running is not None
    pages = int(Path(f"/proc/{web.running.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


async def test_two_hundred_stalled_sockets_cannot_grow_memory_or_hold_up_the_others(
    web, database_url
):
    """Failure 23."""
    async with running_lot(database_url) as cow, AsyncExitStack() as stack:
        await bid(web, cow, await token_of(await bidder()), 60_000, "a")
        reading = Watcher([web.ws_url], f"Lot:{cow.id}")
        await stack.enter_async_context(watching([reading]))
        request = {"query": LOT_EVENTS, "variables": {"id": f"Lot:{cow.id}"}}
        for _ in range(STALLED):
            stack.enter_context(await stall(web, request))
        await until_members(web, STALLED + 1)
        last = await tell_again(cow, 100)
        await until(lambda: reading.seen == last, 20)
        before = memory(web)

        for _ in range(TOLD // 100):
            last = await tell_again(cow, 100)
            await until(lambda last=last: reading.seen == last, 20)

        assert memory(web) - before < MOST_GROWTH
        assert not reading.faults
    lines.clear()


async def until_members(web: Web, count: int) -> None:
    async with asyncio.timeout(60):
        while (await web.metrics())["members"] < count:
            await asyncio.sleep(0.05)


@asynccontextmanager
async def by_events(web: Web, cow: Lot, after: str | None = None) -> AsyncIterator[Any]:
    """Subscribe by server-sent events, and give a function that returns the next item."""
    body = {"query": LOT_EVENTS, "variables": {"id": f"Lot:{cow.id}", "after": after}}
    async with (
        httpx.AsyncClient(timeout=30, verify=False) as client,
        client.stream(
            "POST", f"{web.url}/graphql", json=body, headers={"Accept": "text/event-stream"}
        ) as response,
    ):
        told = response.aiter_lines()

        async def following() -> dict[str, Any]:
            async with asyncio.timeout(60):
                async for line in told:
                    if line.startswith("data: {"):
                        item: dict[str, Any] = json.loads(line[6:])["data"]["lotEvents"]
                        return item
            raise AssertionError("the stream has ended")

        yield following


async def test_events_and_sockets_share_one_rendering_and_say_the_same(web, database_url):
    async with running_lot(database_url) as cow:
        karim, rahim = [await token_of(await bidder()) for _ in range(2)]
        async with subscribed(web, cow) as (by_socket, _), by_events(web, cow) as by_event:
            first, same = await by_socket(), await by_event()
            assert (first["__typename"], first["seq"]) == (same["__typename"], same["seq"])
            await until_members(web, 2)
            assert (await web.metrics())["cohorts"] == 1

            await bid(web, cow, karim, 60_000, "a")
            heard, event = await by_socket(), await by_event()
            assert heard == event
            assert heard["__typename"] == "BidPlaced"

        for n, taka in enumerate((70_000, 80_000, 90_000)):
            await bid(web, cow, (rahim, karim)[n % 2], taka, f"k{n}")
        async with by_events(web, cow, heard["cursor"]) as by_event:
            missed = [await by_event() for _ in range(3)]
            assert [item["seq"] for item in missed] == [3, 4, 5]

            assert web.running is not None
            web.running.terminate()
            farewell = await by_event()

    assert farewell["__typename"] == "Reconnect"
    assert 0 <= farewell["afterMs"] <= 10_000
