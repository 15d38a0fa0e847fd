"""The ways out to clients: each has room or has none, and nothing is queued where there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from strawberry.http.exceptions import WebSocketDisconnected

# Under this name a server shows an application its websocket, among the scope's extensions
# (`open_websockets.OpenProtocol`). It is an outlet itself: no step lies between.
PEER = "hmk.peer"

OnRoom = Callable[[], None]


class Batch:
    """Payloads that go to many at once: each is written once, and only ids differ.

    In front of each payload stands what begins the frame of one operation, `{"id":"1",...:`.
    """

    def __init__(self, payloads: Sequence[bytes]) -> None:
        self.payloads = payloads
        self._between: dict[int, list[bytes]] = {}
        self._events: bytes | None = None

    def frames(self, prefix: bytes) -> bytes:
        """Return the finished websocket frames of one operation, unmasked text (RFC 6455, 5.2).

        What stands between two copies of the prefix depends on the prefix's length only: the end of
        one payload, and the head of the next frame.
        """
        size = len(prefix)
        between = self._between.get(size)
        if between is None:
            heads = [frame_head(size + len(payload) + 1) for payload in self.payloads]
            ends = [payload + b"}" for payload in self.payloads]
            following = [*heads[1:], b""]
            between = [heads[0], *(end + head for end, head in zip(ends, following, strict=True))]
            self._between[size] = between
        return prefix.join(between)

    def texts(self, prefix: bytes) -> list[str]:
        """Return the messages of one operation."""
        return [(prefix + payload + b"}").decode() for payload in self.payloads]

    def events(self) -> bytes:
        """Return server-sent events, which are the same for all."""
        if self._events is None:
            self._events = b"".join(event(payload) for payload in self.payloads)
        return self._events


def event(payload: bytes) -> bytes:
    """Return a payload as a server-sent event (graphql-sse, distinct connections mode)."""
    return b"event: next\ndata: " + payload + b"\n\n"


def frame_head(size: int) -> bytes:
    """Return the head of an unmasked, unfragmented text frame of so many bytes."""
    if size < 126:
        return bytes((0x81, size))
    if size < 65_536:
        return b"\x81\x7e" + size.to_bytes(2, "big")
    return b"\x81\x7f" + size.to_bytes(8, "big")


class Outlet(Protocol):
    """The way out to one client."""

    @property
    def full(self) -> bool:
        """Say whether nothing may be written now; for good, once the client is gone."""

    def write(self, prefix: bytes, batch: Batch) -> None:
        """Write at once, or as soon as it can be; asked only while there is room."""

    def when_room(self, call: OnRoom) -> None:
        """Call once, as soon as there is room again; never, if the client goes."""


class SendingOutlet:
    """A client that is reached by an ASGI `send`, which waits while it reads nothing.

    One batch is under way at a time; until it is through there is no room.
    """

    def __init__(self, send: Callable[[bytes, Batch], Awaitable[None]]) -> None:
        self._send = send
        self._waiting: list[OnRoom] = []
        self._next: asyncio.Queue[tuple[bytes, Batch]] = asyncio.Queue(maxsize=1)
        self._busy = False

    @property
    def full(self) -> bool:
        return self._busy

    def write(self, prefix: bytes, batch: Batch) -> None:
        self._busy = True
        self._next.put_nowait((prefix, batch))

    def when_room(self, call: OnRoom) -> None:
        self._waiting.append(call)

    async def run(self) -> None:
        """Send what is written until the client is gone; then there is no room ever after."""
        while True:
            prefix, batch = await self._next.get()
            try:
                await self._send(prefix, batch)
            except WebSocketDisconnected:
                return
            self._busy = False
            waiting, self._waiting = self._waiting, []
            for call in waiting:
                call()
