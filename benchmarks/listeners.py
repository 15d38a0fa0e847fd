"""Thousands of websocket listeners in a process of their own, that count frames and when they came.

Steered by lines on standard input; each is answered by a line of JSON on standard output:
`open N` opens so many more, `count` begins anew to count, `wait M` waits until each heard M events,
`shut` closes all. It parses no more than it must, so that it measures the server and not itself.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import time
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit

import orjson
import uvloop

# A house lets so many in from one address; the loopback network has sixteen million.
PER_ADDRESS = 150
AT_ONCE = 100
# What every event of the benchmark holds, and no snapshot, heartbeat or greeting.
EVENT = b'"BidPlaced"'
CURSOR = re.compile(rb'"cursor":"([^"]+)"')
INIT = b'{"type":"connection_init","payload":{}}'


def masked(opcode: int, data: bytes) -> bytes:
    """Return a client's frame; a mask of zeros leaves the data as it is (RFC 6455, 5.3)."""
    size = len(data)
    head = bytes((0x80 | opcode, 0x80 | size)) if size < 126 else None
    if head is None:
        head = bytes((0x80 | opcode, 0xFE)) + size.to_bytes(2, "big")
    return head + b"\0\0\0\0" + data


class Crowd:
    """All listeners, what they ask, and what they heard."""

    def __init__(self, url: str, request: dict[str, object] | None) -> None:
        self.url = urlsplit(url)
        self.request = request
        self.listeners: list[Listener] = []
        self.arrivals: list[list[float]] = []
        self.heard = 0
        self.ready = 0
        self.expected = 0
        self.all_heard = asyncio.Event()

    def begin(self) -> None:
        """Count from here."""
        self.arrivals, self.heard = [], 0
        for listener in self.listeners:
            listener.events = 0

    def note(self, nth: int, now: float) -> None:
        """Note the arrival of somebody's n-th event."""
        while len(self.arrivals) <= nth:
            self.arrivals.append([])
        self.arrivals[nth].append(now)
        self.heard += 1
        if self.heard == self.expected:
            self.all_heard.set()

    async def open(self, count: int) -> float:
        """Open so many, and return how long it took until all have heard something."""
        began = time.time()
        cursors = iter([None] * count)
        await self._open_all(count, lambda: next(cursors))
        return time.time() - began

    async def come_back(self) -> float:
        """Open as many as there were, each with its cursor."""
        began = time.time()
        cursors = iter([listener.cursor() for listener in self.listeners])
        count, self.listeners, self.ready = len(self.listeners), [], 0
        await self._open_all(count, lambda: next(cursors))
        return time.time() - began

    async def _open_all(self, count: int, cursor: Callable[[], str | None]) -> None:
        target = self.ready + count
        slots = asyncio.Semaphore(AT_ONCE)
        loop = asyncio.get_running_loop()
        assert self.url.hostname is not None
        assert self.url.port is not None

        async def one(n: int) -> None:
            async with slots:
                address = f"127.0.{1 + n // PER_ADDRESS // 250}.{2 + n // PER_ADDRESS % 250}"
                listener = Listener(self, cursor())
                await loop.create_connection(
                    lambda: listener,
                    self.url.hostname,
                    self.url.port,
                    local_addr=(address, 0),
                )
                self.listeners.append(listener)
                await listener.began.wait()

        already = len(self.listeners)
        async with asyncio.TaskGroup() as tasks:
            for n in range(already, already + count):
                tasks.create_task(one(n))
        assert self.ready == target

    async def wait(self, events: int) -> None:
        """Wait until everybody has heard so many events."""
        self.expected = events * len(self.listeners)
        self.all_heard.clear()
        if self.heard < self.expected:
            await self.all_heard.wait()


class Listener(asyncio.Protocol):
    """One websocket."""

    def __init__(self, crowd: Crowd, after: str | None) -> None:
        self.crowd = crowd
        self.after = after
        self.rest = b""
        self.upgraded = False
        self.events = 0
        self.last = b""
        self.began = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass
        at = self.crowd.url
        transport.write(
            f"GET {at.path or '/'} HTTP/1.1\r\nHost: {at.netloc}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        """Take what frames there are; of the last one keep what came of it."""
        now = time.time()
        data = self.rest + data if self.rest else data
        if not self.upgraded:
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self.rest = head
                return
            assert b" 101 " in head[:20], head[:200]
            self.upgraded = True
            if self.crowd.request is None:
                self.let_in()
            else:
                self.transport.write(masked(1, INIT))
        at = 0
        while (frame := self.frame(data, at)) is not None:
            opcode, payload, at = frame
            if opcode == 9:
                self.transport.write(masked(10, payload))
            elif opcode == 1:
                self.take(payload, now)
            elif opcode == 8:
                self.transport.close()
        self.rest = data[at:]

    @staticmethod
    def frame(data: bytes, at: int) -> tuple[int, bytes, int] | None:
        """Return a frame's opcode, its data and where the next begins; None if it is not whole."""
        if len(data) < at + 2:
            return None
        size, begin = data[at + 1], at + 2
        if size == 126:
            size, begin = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
        elif size == 127:
            size, begin = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
        if len(data) < begin + size:
            return None
        return data[at] & 15, data[begin : begin + size], begin + size

    def take(self, payload: bytes, now: float) -> None:
        """Count an event; go on with whatever else was said."""
        if EVENT in payload:
            self.crowd.note(self.events, now)
            self.events += 1
            self.last = payload
        elif b'"connection_ack"' in payload:
            self.subscribe()
            if self.after is not None:
                self.let_in()  # it is told nothing until something happens
        elif b'"type":"ping"' in payload:
            self.transport.write(masked(1, b'{"type":"pong"}'))
        elif b'"next"' in payload:
            assert b'"errors"' not in payload, payload
            if b'"cursor"' in payload:  # a farewell has none
                self.last = payload
            self.let_in()

    def subscribe(self) -> None:
        """Ask for the stream, after the cursor if there is one."""
        request = dict(self.crowd.request or {})
        if self.after is not None:
            request["variables"] = {**request["variables"], "after": self.after}  # type: ignore[dict-item]
        message = {"id": "1", "type": "subscribe", "payload": request}
        self.transport.write(masked(1, orjson.dumps(message)))

    def let_in(self) -> None:
        """Note that the server has answered."""
        if not self.began.is_set():
            self.began.set()
            self.crowd.ready += 1

    def cursor(self) -> str | None:
        """Return where the listener left off."""
        found = CURSOR.search(self.last)
        return found[1].decode() if found else None


async def obey(crowd: Crowd) -> None:
    """Do as standard input says, until it ends."""
    loop = asyncio.get_running_loop()
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while words := (await commands.readline()).split():
        said: object = None
        match words:
            case [b"open", count]:
                said = await crowd.open(int(count))
            case [b"back"]:
                said = await crowd.come_back()
            case [b"count"]:
                crowd.begin()
            case [b"wait", events]:
                await crowd.wait(int(events))
                said = crowd.arrivals
            case [b"shut"]:
                for listener in crowd.listeners:
                    listener.transport.abort()
                crowd.listeners, crowd.ready = [], 0
        sys.stdout.buffer.write(orjson.dumps(said) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--request", help="JSON: query and variables; without it none is sent")
    given = parser.parse_args()
    asked = orjson.loads(given.request) if given.request else None

    uvloop.run(obey(Crowd(given.url, asked)))
