"""Real processes of the house, and a client that watches as a phone does."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from types import TracebackType
from typing import Any

import httpx
import orjson
import websockets
from websockets.asyncio.client import ClientConnection, connect

from storage.bucket import StoreAddress

SECRET = "a secret of at least thirty-two bytes, for tests"
START_PATIENCE_S = 60.0


class Process:
    """One process of `hmk`, with the environment of a test."""

    def __init__(self, *words: str, database_url: str, redis_url: str, **extra: str) -> None:
        self.words = words
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HMK_")}
        self.env = {
            **kept,
            "HMK_ENV": "test",
            "HMK_DATABASE_URL": database_url,
            "HMK_REDIS_URL": redis_url,
            "HMK_SECRET": SECRET,
            "HMK_LOG_LEVEL": "warning",
            **extra,
        }
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "hmk_graph.cli", *self.words],
            env=self.env,
            start_new_session=True,
        )

    def kill(self) -> None:
        """End it as a crash would: at once, without a word."""
        if self.running is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None

    def terminate(self) -> None:
        """Ask it to end, and wait."""
        if self.running is not None:
            self.running.terminate()
            self.running.wait(30)
            self.running = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()


def of_store(at: StoreAddress) -> dict[str, str]:
    """Return the environment of a process that has a store."""
    return {
        "HMK_S3_ENDPOINT": at.endpoint,
        "HMK_S3_BUCKET": at.bucket,
        "HMK_S3_ACCESS_KEY": at.access_key,
        "HMK_S3_SECRET_KEY": at.secret_key,
        "HMK_S3_PUBLIC_URL": at.public_url,
    }


class Worker(Process):
    """The worker."""

    def __init__(self, *, database_url: str, redis_url: str, **extra: str) -> None:
        super().__init__("work", database_url=database_url, redis_url=redis_url, **extra)

    def __enter__(self) -> Worker:
        self.start()
        return self


class Web(Process):
    """A web process on a port of its own."""

    def __init__(self, *, database_url: str, redis_url: str, **extra: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        super().__init__(
            "serve",
            database_url=database_url,
            redis_url=redis_url,
            HMK_PORT=str(self.port),
            HMK_PROCESSES="1",
            **extra,
        )

    def __enter__(self) -> Web:
        self.start()
        self.wait()
        return self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"

    def wait(self, *, ready: bool = True) -> None:
        """Wait until it answers, and says that it is ready."""
        deadline = time.monotonic() + START_PATIENCE_S
        while True:
            with suppress(httpx.HTTPError):
                answer = httpx.get(f"{self.url}/readyz", timeout=5)
                if answer.status_code == 200 or not ready:
                    return
            assert self.running is not None and self.running.poll() is None, "it has ended"
            assert time.monotonic() < deadline, "it does not become ready"
            time.sleep(0.05)

    @contextmanager
    def running_without_bus(self) -> Iterator[Web]:
        """Run it although Redis is away: it is not ready, and serves all the same."""
        try:
            self.start()
            self.wait(ready=False)
            yield self
        finally:
            self.kill()

    async def readiness(self) -> dict[str, str]:
        """Return what it says of its parts."""
        async with httpx.AsyncClient(timeout=60) as client:
            said: dict[str, str] = (await client.get(f"{self.url}/readyz")).json()
        return said

    async def metrics(self) -> dict[str, int]:
        """Return how many sockets and listeners it has."""
        async with httpx.AsyncClient(timeout=60) as client:
            said: dict[str, int] = (await client.get(f"{self.url}/healthz")).json()
        return said

    async def ask(
        self, query: str, variables: dict[str, Any] | None = None, *, token: str | None = None
    ) -> dict[str, Any]:
        """Ask over HTTP and return the whole answer."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        # Without TLS to prepare for: reading the certificates takes longer than the request.
        async with httpx.AsyncClient(timeout=30, verify=False) as client:
            answer = await client.post(
                f"{self.url}/graphql",
                json={"query": query, "variables": variables or {}},
                headers=headers,
            )
        found: dict[str, Any] = answer.json()
        return found


@asynccontextmanager
async def connected(url: str, token: str | None = None) -> AsyncIterator[ClientConnection]:
    """Open a graphql-transport-ws connection and have it acknowledged."""
    async with connect(url, subprotocols=[websockets.Subprotocol("graphql-transport-ws")]) as wire:
        payload = {"authorization": f"Bearer {token}"} if token else {}
        await wire.send(orjson.dumps({"type": "connection_init", "payload": payload}).decode())
        assert orjson.loads(await wire.recv())["type"] == "connection_ack"
        yield wire


LOT_EVENTS = """
subscription ($id: ID!, $after: Cursor) {
  lotEvents(lotId: $id, after: $after) {
    __typename
    ... on LotSnapshot { cursor seq lot { price bidCount } }
    ... on BidPlaced { cursor seq price leader endsAt extended }
    ... on LotScheduled { cursor seq }
    ... on LotOpened { cursor seq }
    ... on LotClosed { cursor seq outcome price }
    ... on Heartbeat { seq cursor }
    ... on Reset { reason }
    ... on Reconnect { afterMs }
  }
}
"""


class Watcher:
    """Follows a lot as a page does: keeps the cursor, drops what it has, comes back for ever."""

    def __init__(self, urls: list[str], lot: str) -> None:
        self.urls = urls
        self.lot = lot
        self.cursor: str | None = None
        self.seqs: list[int] = []
        self.seen = 0
        self.began = asyncio.Event()
        self.faults: list[str] = []
        self.said: list[dict[str, Any]] = []

    async def watch(self) -> None:
        tries = 0
        while True:
            url = self.urls[tries % len(self.urls)]
            tries += 1
            with suppress(OSError, websockets.WebSocketException, TimeoutError):
                async with asyncio.timeout(60), connected(url) as wire:
                    await self._follow(wire)
            await asyncio.sleep(0.1)

    async def _follow(self, wire: ClientConnection) -> None:
        variables = {"id": self.lot, "after": self.cursor}
        request = {"query": LOT_EVENTS, "variables": variables}
        await wire.send(orjson.dumps({"id": "1", "type": "subscribe", "payload": request}).decode())
        async for text in wire:
            message = orjson.loads(text)
            if message["type"] == "ping":
                await wire.send('{"type":"pong"}')
            elif message["type"] == "next":
                if message["payload"].get("errors"):
                    return
                self._take(message["payload"]["data"]["lotEvents"])
            elif message["type"] in ("error", "complete"):
                return

    def _take(self, item: dict[str, Any]) -> None:
        self.said.append(item)
        kind = item["__typename"]
        if kind == "LotSnapshot":
            self.cursor, self.seen = item["cursor"], item["seq"]
            self.began.set()
        elif kind in ("Heartbeat", "Reset", "Reconnect", "Lagged"):
            return
        else:
            if item["seq"] <= self.seen:
                self.faults.append(f"{item['seq']} came although {self.seen} was seen")
            if item["seq"] > self.seen + 1:
                self.faults.append(f"{item['seq']} came after {self.seen}")
            self.seen = item["seq"]
            self.cursor = item["cursor"]
            self.seqs.append(item["seq"])
