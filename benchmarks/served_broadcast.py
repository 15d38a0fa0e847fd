"""A peer: one text to all sockets of a bare ASGI application, by one way to serve and to write it.

`python -m benchmarks.served_broadcast PORT JSON`; the JSON holds `text`, `loop` and `ws` as uvicorn
has them, and whether to write past ASGI (`transport`). A line with a number on standard input
broadcasts the text so many times; the answer is the same number.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import orjson
import uvicorn

from hmk_graph.open_websockets import OpenProtocol
from schema.outlets import PEER

PORT, GIVEN = int(sys.argv[1]), orjson.loads(sys.argv[2])
TEXT: str = GIVEN["text"]
connected: dict[Any, OpenProtocol | None] = {}  # Any: ASGI's send


class Whole:
    """The finished frame of the text, as the house's batches give theirs."""

    def __init__(self, text: str) -> None:
        payload = text.encode()
        self._frame = b"\x81\x7e" + len(payload).to_bytes(2, "big") + payload

    def frames(self, _prefix: bytes) -> bytes:
        """Return the one frame."""
        return self._frame


FRAME = Whole(TEXT)


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Let a websocket in and keep it until it goes."""
    if scope["type"] == "lifespan":
        await live(receive, send)
        return
    await receive()
    await send({"type": "websocket.accept", "subprotocol": "graphql-transport-ws"})
    connected[send] = scope["extensions"].get(PEER) if GIVEN["transport"] else None
    try:
        while (await receive())["type"] != "websocket.disconnect":
            pass
    finally:
        del connected[send]


async def live(receive: Any, send: Any) -> None:
    """Broadcast as standard input says, while the server runs."""
    await receive()
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(commands), sys.stdin
    )
    task = asyncio.create_task(obey(commands))
    await send({"type": "lifespan.startup.complete"})
    await receive()
    task.cancel()


async def obey(commands: asyncio.StreamReader) -> None:
    """Broadcast so many times as each line says."""
    tell("ready\n")
    while line := await commands.readline():
        for _ in range(int(line)):
            for send, peer in connected.items():
                if peer is None:
                    await send({"type": "websocket.send", "text": TEXT})
                elif not peer.full:
                    peer.write(b"", FRAME)
        tell(line.decode())


def tell(text: str) -> None:
    """Answer by standard output."""
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=PORT,
        loop=GIVEN["loop"],
        ws=OpenProtocol if GIVEN["transport"] else GIVEN["ws"],
        ws_per_message_deflate=False,
        log_level="error",
        backlog=2048,
    )
