"""Subscriptions as server-sent events, for clients behind proxies that break websockets.

The protocol is graphql-sse, distinct connections mode (github.com/enisdenjo/graphql-sse,
PROTOCOL.md): a request a stream; `next` with a result, then `complete`. What holds for a websocket
holds here: the same cohorts, limits, farewells and rights.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from copy import copy
from functools import lru_cache

from graphql import GraphQLError, OperationType, get_operation_ast, parse
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.types.execution import ExecutionResult
from strawberry.types.graphql import OperationType as Kind

from hmk_graph import metrics
from hmk_graph.errors import NotSignedIn
from schema import measuring, wire
from schema.context import Context, TokenRefused
from schema.cursors import Course
from schema.errors import Schema, refused, tell
from schema.joining import TooSlow, listen
from schema.limits import CACHED_DOCUMENTS, HOUSE
from schema.outlets import Batch, SendingOutlet, event
from schema.renderings import payload_of
from schema.requests import Asked
from schema.sharing import Request
from schema.sockets import RESTART, Edge, Socket

MEDIA = "text/event-stream"
COMPLETE = b"event: complete\ndata: \n\n"
# A comment now and then: proxies cut what is quiet, often after half a minute.
COMMENT = b":\n\n"
COMMENT_S = 15.0
SEND_S = 30.0
HEADERS = {
    "Cache-Control": "no-store, no-transform",
    "X-Content-Type-Options": "nosniff",
    "X-Accel-Buffering": "no",  # nginx would gather events until its buffer is full
    "Vary": "Accept",
}


class Gone(Exception):
    """The client has left, or was let go."""


def accepted(accept: str) -> bool:
    """Say whether events are among what a client takes."""
    return any(name == MEDIA and weight > 0 for name, weight in _listed(accept))


def preferred(accept: str) -> bool:
    """Say whether a client would rather have events than JSON.

    Some list events last on every request (urql does): those want JSON wherever it can be had.
    """
    listed = _listed(accept)
    place = next((n for n, (name, weight) in enumerate(listed) if name == MEDIA and weight > 0), -1)
    if place < 0:
        return False
    json = [(w, -n) for n, (name, w) in enumerate(listed) if name.endswith("json")]
    return all((listed[place][1], -place) > one for one in json)


@lru_cache(CACHED_DOCUMENTS)
def is_subscription(query: str, operation_name: str | None) -> bool:
    """Say whether a request is for a stream; a request at fault is for none."""
    if "subscription" not in query:
        return False  # the word it would begin with; so most requests are not parsed for it
    try:
        document = parse(query, max_tokens=HOUSE.tokens, no_location=True)
    except (GraphQLError, RecursionError):
        return False
    operation = get_operation_ast(document, operation_name)
    return operation is not None and operation.operation is OperationType.SUBSCRIPTION


def once(text: str) -> Response:
    """Answer what is no stream with one event and the end; `text` is the result."""
    return Response(event(text.encode()) + COMPLETE, media_type=MEDIA, headers=HEADERS)


class EventStream(Response):
    """The answer to one subscription, and the listener that it is. It holds a place as a socket."""

    media_type = MEDIA
    prefix = b""

    def __init__(
        self, *, schema: Schema, edge: Edge, socket: Socket, context: Context, asked: Asked
    ) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self.schema = schema
        self.edge = edge
        self.socket = socket
        self.context = context
        self.request = Request(
            query=asked.query, variables=asked.variables, operation_name=asked.operation_name
        )
        self.outlet = SendingOutlet(self._send_batch)
        self._one = asyncio.Lock()
        self._to_client: Send

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's
        """Send the stream until either side ends it."""
        self._to_client = send
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        try:
            await send(start)
            async with asyncio.TaskGroup() as tasks:
                own = [
                    tasks.create_task(work)
                    for work in (
                        self.outlet.run(),
                        _until_gone(receive),
                        self._until_ended(),
                        self._comment(),
                    )
                ]
                await self._run()
                for task in own:
                    task.cancel()
        except* (Gone, WebSocketDisconnected, TooSlow):
            pass  # without `complete`: the client comes back with its cursor
        finally:
            self.edge.sockets.leave(self.socket)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def on_end(self, leave: Callable[[], None]) -> None:
        """Do nothing: a client ends this by leaving, and cannot be written to then."""

    async def send(self, payload: bytes) -> None:
        """Send a payload; wait while the line has no room."""
        await self._write(event(payload))

    async def send_result(self, result: object) -> bool:
        """Send a result of an execution of its own; False if it cannot be told here."""
        if not isinstance(result, ExecutionResult):
            return False
        await self.send(payload_of(result))
        return True

    async def _run(self) -> None:
        try:
            name = measuring.name_of(self.edge.documents, self.request.query)
            with metrics.subscriptions.labels(name).track_inprogress():
                cohorts = self.edge.cohorts
                if cohorts is None or not await listen(cohorts, self):
                    await self._alone()
        except (WebSocketDisconnected, TooSlow):
            raise
        except Exception as error:
            # An edge, as for a socket's operation: told without its insides.
            await self._say_fault(GraphQLError(str(error), original_error=error))
        await self._write(COMPLETE)

    async def _alone(self) -> None:
        context = copy(self.context)
        context.course = Course()
        results = await self.schema.stream(
            self.request.query,
            variable_values=self.request.variables,
            context_value=context,
            operation_name=self.request.operation_name,
            allowed_operation_types=(Kind.SUBSCRIPTION,),
        )
        async with aclosing(results):
            async for result in results:
                if not await self.send_result(result):
                    return
        if context.course.too_slow:
            raise TooSlow

    async def _until_ended(self) -> None:
        """Wait until the house ends the connection, and say why."""
        code, reason = await self.socket.ended
        if code != RESTART:
            expired = reason.endswith(TokenRefused.expired)
            why = TokenRefused(TokenRefused.expired) if expired else NotSignedIn()
            await self._say_fault(refused(why))
            await self._write(COMPLETE)
        raise Gone

    async def _say_fault(self, error: GraphQLError) -> None:
        await self.send(wire.encode({"errors": [tell(error).formatted]}).encode())

    async def _comment(self) -> None:
        while True:
            await asyncio.sleep(COMMENT_S)
            if not self.outlet.full:
                await self._write(COMMENT)

    async def _send_batch(self, _prefix: bytes, batch: Batch) -> None:
        await self._write(batch.events())

    async def _write(self, body: bytes) -> None:
        """Write, or say that the client is gone or has read nothing for long."""
        try:
            async with asyncio.timeout(SEND_S), self._one:
                await self._to_client(
                    {"type": "http.response.body", "body": body, "more_body": True}
                )
        except (OSError, RuntimeError, TimeoutError) as error:
            raise WebSocketDisconnected from error


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    raise Gone


def _listed(accept: str) -> list[tuple[str, float]]:
    """Return the media types that a client names, and their weights, in its order."""
    listed = []
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        listed.append((name, weight(parameters)))
    return listed


def weight(parameters: list[str]) -> float:
    """Return the weight among a media type's parameters (RFC 9110, 12.4.2)."""
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return float(parameter[2:])
            except ValueError:
                return 0.0
    return 1.0
