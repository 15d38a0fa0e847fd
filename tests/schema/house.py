"""A real server for the toys, and a real client of it."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import uvicorn
from starlette.applications import Starlette
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from schema.context import Caller, Context, Identity
from schema.documents import Documents
from schema.errors import Schema
from schema.metering import Meter
from schema.sockets import Edge, Sockets
from schema.transport import routes
from tests.schema.toy import NOON, context, toy_schema


def identity(account_id: int, *, session_id: int = 1, lasts: timedelta = timedelta(minutes=15)):
    return Identity(account_id=account_id, session_id=session_id, expires_at=NOON + lasts)


@dataclass
class House:
    """A server with the toys, and who may sign in: token -> identity."""

    port: int = 0
    tokens: dict[str, Identity | Exception] = field(default_factory=dict)
    sockets: Sockets = field(default_factory=Sockets)
    documents: Documents = field(default_factory=Documents)
    meter: Meter | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/graphql"

    async def authenticate(self, token: str | None, _address: str) -> Identity | None:
        found = self.tokens.get(token) if token else None
        if isinstance(found, Exception):
            raise found
        return found

    def edge(self) -> Edge:
        return Edge(
            authenticate=self.authenticate,
            context_factory=self.context,
            now=lambda: NOON,
            sockets=self.sockets,
            documents=self.documents,
        )

    def context(self, caller: Caller) -> Context:
        made = make_context(caller)
        made.meter = self.meter
        return made

    @asynccontextmanager
    async def socket(self, **options: Any) -> AsyncIterator[Talk]:
        """Open a socket that has said nothing yet."""
        given = {"subprotocols": ["graphql-transport-ws"], "compression": None, **options}
        url = self.url.replace("http", "ws")
        async with asyncio.timeout(60), connect(url, **given) as peer:
            yield Talk(peer)

    @asynccontextmanager
    async def greeted(self, token: str | None = None, **options: Any) -> AsyncIterator[Talk]:
        """Open a socket that is acknowledged."""
        async with self.socket(**options) as talk:
            await talk.greet(token)
            yield talk


def make_context(caller: Caller) -> Context:
    who = caller.identity
    made = context(who.account_id if who else None)
    made.address, made.request_id = caller.address, caller.request_id
    return made


@dataclass
class Talk:
    """A client's side of a socket."""

    peer: ClientConnection

    async def say(self, message: object) -> None:
        await self.peer.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def hear(self) -> dict[str, Any]:
        text = await self.peer.recv()
        assert isinstance(text, str), "frames are text"
        message: dict[str, Any] = json.loads(text)
        return message

    async def greet(self, token: str | None = None) -> None:
        payload = {"authorization": f"Bearer {token}"} if token else None
        await self.say({"type": "connection_init", "payload": payload})
        assert await self.hear() == {"type": "connection_ack"}

    async def ask(self, id: str, query: str, **variables: Any) -> None:
        await self.say(
            {"id": id, "type": "subscribe", "payload": {"query": query, "variables": variables}}
        )

    async def closed_with(self) -> tuple[int, str]:
        """Wait for the server's close and return its code and reason."""
        with suppress(ConnectionClosed):
            while True:
                await self.peer.recv()
        return self.peer.close_code or 0, self.peer.close_reason or ""


@asynccontextmanager
async def serving(
    schema: Schema | None = None,
    *,
    sockets: Sockets | None = None,
    documents: Documents | None = None,
    meter: Meter | None = None,
    **options: Any,
) -> AsyncIterator[House]:
    """Serve the toys on a free port of this machine, in this loop."""
    house = House(
        sockets=Sockets() if sockets is None else sockets,
        documents=documents or Documents(),
        meter=meter,
    )
    app = Starlette(routes=routes(schema or toy_schema(), house.edge(), **options))
    listener = socket.create_server(("127.0.0.1", 0))
    house.port = listener.getsockname()[1]
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_config=None,
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    # Started and stopped by hand: uvicorn's own loop looks for its end ten times a second only.
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listener])
    try:
        yield house
    finally:
        await server.shutdown(sockets=[listener])
