"""A peer: stock Strawberry on uvicorn and uvloop, one subscription with the fields of a bid.

`python -m benchmarks.stock_subscriptions PORT JSON`, where JSON holds the field's values. A line
with a number on standard input publishes so many events; the answer is the same number.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

import orjson
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from strawberry.asgi import GraphQL

EVENT = orjson.loads(sys.argv[2])
queues: set[asyncio.Queue[int]] = set()


@strawberry.type
class BidPlaced:
    """The fields of a bid that the house's listeners ask for."""

    cursor: str
    seq: int
    price: int
    leader: int
    minimum_next: int
    bid_count: int
    ends_at: str
    extended: bool
    at: str


@strawberry.type
class Query:
    """A schema needs one."""

    hello: str = "hello"


@strawberry.type
class Subscription:
    """What all listen to."""

    @strawberry.subscription
    async def lot_events(
        self,
        lot_id: strawberry.ID,  # noqa: ARG002 - as ours; all listen to one
        after: str | None = None,  # noqa: ARG002
    ) -> AsyncGenerator[BidPlaced | None, None]:
        """Yield an event for each that is published."""
        queue: asyncio.Queue[int] = asyncio.Queue()
        queues.add(queue)
        try:
            yield None
            while True:
                await queue.get()
                yield BidPlaced(**EVENT)
        finally:
            queues.discard(queue)


@asynccontextmanager
async def publishing(_: Starlette) -> AsyncIterator[None]:
    """Publish as standard input says, while the server runs."""
    loop = asyncio.get_running_loop()
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)

    async def publish() -> None:
        while line := await commands.readline():
            for n in range(int(line)):
                for queue in queues:
                    queue.put_nowait(n)
            sys.stdout.write(line.decode())
            sys.stdout.flush()

    task = loop.create_task(publish())
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    yield
    task.cancel()


if __name__ == "__main__":
    stock = GraphQL(strawberry.Schema(Query, subscription=Subscription))  # type: ignore[var-annotated]
    uvicorn.run(
        Starlette(routes=[WebSocketRoute("/graphql", stock)], lifespan=publishing),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop="uvloop",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_level="warning",
        backlog=2048,
    )
