"""The line between a browser and the house: it can be cut, go dead, and be mended."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

# Closing with this sends a reset instead of a goodbye.
RESET = struct.pack("ii", 1, 0)
# The kernel would take megabytes off a browser's hands, and call them sent, while nothing flows.
HELD_BY_KERNEL_BYTES = 65_536


class Line:
    """Carries bytes from a port of its own to a server. It lives in a thread, not in a test."""

    def __init__(self, leads_to: int = 0) -> None:
        self.leads_to = leads_to
        self.port = 0
        self._cut = False
        self._most: int | None = None
        self._flows = asyncio.Event()
        self._ends: set[asyncio.StreamWriter] = set()
        self._instead: dict[bytes, bytes] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Line:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._carry, sock=_narrow_port()), self._loop
        ).result()
        self.port = self._server.sockets[0].getsockname()[1]
        self.mend()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def cut(self) -> None:
        """Reset what is open, and whatever comes until it is mended."""
        self._do(self._reset)

    def go_dead(self) -> None:
        """Swallow: connections stay, new ones are taken, and nothing comes through."""
        self._do(self._flows.clear)

    def stop_after(self, size: int) -> None:
        """Let so many bytes of each connection go to the server, and the rest once it is mended."""
        self._do(lambda: self._stop_after(size))

    def mend(self) -> None:
        """Let everything through again, also what was held back."""
        self._do(self._let_through)

    def answer_instead(self, path: str, body: str, content_type: str) -> None:
        """Answer an address in place of the server, as after a deployment."""
        raw = body.encode()
        head = (
            f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ncache-control: no-cache\r\n"
            f"content-length: {len(raw)}\r\nconnection: close\r\n\r\n"
        )
        self._instead[f"GET {path} ".encode()] = head.encode() + raw

    def answer_nothing_instead(self) -> None:
        """Leave all answers to the server again."""
        self._instead.clear()

    def _do(self, act: Callable[[], None]) -> None:
        done = threading.Event()
        self._loop.call_soon_threadsafe(lambda: (act(), done.set()))
        done.wait(30)

    def _stop_after(self, size: int) -> None:
        self._most = size
        self._flows.clear()

    def _let_through(self) -> None:
        self._cut = False
        self._most = None
        self._flows.set()

    def _reset(self) -> None:
        self._cut = True
        for end in self._ends:
            _reset(end)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._ends.add(writer)
        try:
            if self._cut:
                return _reset(writer)
            there, back = await asyncio.open_connection("127.0.0.1", self.leads_to)
            self._ends.add(back)
            try:
                async with asyncio.TaskGroup() as ways:
                    ways.create_task(self._pump(reader, back, writer))
                    ways.create_task(self._pump(there, writer, None))
            finally:
                self._ends.discard(back)
                back.transport.abort()
        except* OSError:
            # There is nobody at the other end: the browser sees what it would see then.
            _reset(writer)
        finally:
            self._ends.discard(writer)
            writer.transport.abort()

    async def _pump(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        asker: asyncio.StreamWriter | None,
    ) -> None:
        carried = 0
        while chunk := await reader.read(65_536):
            carried += len(chunk)
            if self._most is None or (asker and carried > self._most):
                await self._flows.wait()
            instead = asker and self._found_instead(chunk)
            if asker and instead:
                asker.write(instead)
                await asker.drain()
                break
            writer.write(chunk)
            await writer.drain()
        if self._most is None:
            await self._flows.wait()
        # One side has ended: what was written goes out, then the other side ends too.
        with suppress(OSError):
            await (asker or writer).drain()
            writer.close()
            if asker:
                asker.close()

    def _found_instead(self, chunk: bytes) -> bytes | None:
        return next((said for ask, said in self._instead.items() if chunk.startswith(ask)), None)

    async def _end(self) -> None:
        self._server.close()
        self._let_through()
        self._reset()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


def _narrow_port() -> socket.socket:
    port = socket.socket()
    # Before it listens, for the window of a connection is told with its first answer.
    port.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, HELD_BY_KERNEL_BYTES)
    port.bind(("127.0.0.1", 0))
    return port


def _reset(end: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        wire: socket.socket | None = end.get_extra_info("socket")
        if wire is not None:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    end.transport.abort()
