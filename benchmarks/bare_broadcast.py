"""A peer: `websockets.broadcast` of one text to all who are connected, on uvloop.

`python -m benchmarks.bare_broadcast PORT TEXT`. A line with a number on standard input broadcasts
the text so many times; the answer is the same number.
"""

from __future__ import annotations

import asyncio
import sys

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

connected: set[ServerConnection] = set()


async def stay(connection: ServerConnection) -> None:
    """Keep a connection until it goes."""
    connected.add(connection)
    try:
        await connection.wait_closed()
    finally:
        connected.discard(connection)


async def main(port: int, text: str) -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    # As our own server: no compression, which halves the rate; a ping now and then.
    async with serve(
        stay,
        "127.0.0.1",
        port,
        compression=None,
        subprotocols=["graphql-transport-ws"],  # type: ignore[list-item]  # a NewType of str
        backlog=2048,
        ping_interval=15,
    ):
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while line := await commands.readline():
            for _ in range(int(line)):
                broadcast(connected, text)  # uvloop joins the writes of one turn of its loop
            sys.stdout.write(line.decode())
            sys.stdout.flush()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), sys.argv[2]))
