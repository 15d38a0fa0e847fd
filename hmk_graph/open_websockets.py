"""uvicorn's websockets, with their transport in the sight of the application.

An application that speaks to thousands at once writes finished frames here, past the steps that
ASGI takes for each. uvicorn pins this class's parent to its own version, and so do we.
"""

from __future__ import annotations

from asyncio.transports import BaseTransport
from collections.abc import Callable
from typing import Any, Protocol

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

# What waits in this process for one reader, at most, beside one write. The kernel holds as much
# again twice over; a phone that reads on gets through both in seconds.
HIGH_WATER_BYTES = 32 * 1024
LOW_WATER_BYTES = 4 * 1024


class Frames(Protocol):
    """What many are sent, as finished frames for each."""

    def frames(self, prefix: bytes) -> bytes:
        """Return the frames of the operation that a prefix names."""


class OpenProtocol(WebSocketsSansIOProtocol):
    """A websocket that says whether it has room, and takes finished frames."""

    def __init__(self, *given: Any, **named: Any) -> None:  # Any: uvicorn's own parameters
        super().__init__(*given, **named)
        self._paused = False
        self._when_room: list[Callable[[], None]] = []

    @property
    def full(self) -> bool:
        """Say whether nothing may be written now; for good, once the socket is closed."""
        return self._paused or self.close_sent or self.disconnected

    def write(self, prefix: bytes, batch: Frames) -> None:
        """Hand one operation's finished frames to the transport; asked only while there is room."""
        self.transport.write(batch.frames(prefix))

    def when_room(self, call: Callable[[], None]) -> None:
        """Call once when the buffer has drained; never, if the peer goes before."""
        self._when_room.append(call)

    def connection_made(self, transport: BaseTransport) -> None:
        """Bound what waits for a slow reader."""
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(high=HIGH_WATER_BYTES, low=LOW_WATER_BYTES)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget who waited for room: there will be none."""
        self._when_room.clear()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Note that the buffer is over its mark."""
        self._paused = True
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that the buffer has drained, and let those who waited write on."""
        self._paused = False
        super().resume_writing()
        waiting, self._when_room = self._when_room, []
        for call in waiting:
            call()

    async def run_asgi(self) -> None:
        """Run the application with a view of this socket (schema.outlets.PEER)."""
        self.scope["extensions"]["hmk.peer"] = self  # type: ignore[assignment]  # uvicorn: dicts only
        await super().run_asgi()
