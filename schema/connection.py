"""The graphql-transport-ws protocol, kept strictly: one handler for each open socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import suppress
from copy import copy
from typing import Any, cast

from graphql import GraphQLError
from starlette.websockets import WebSocketDisconnect, WebSocketState
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.http.exceptions import (
    NonJsonMessageReceived,
    NonTextMessageReceived,
    WebSocketDisconnected,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import (
    ConnectionInitMessage,
    Message,
    SubscribeMessage,
)
from strawberry.types.execution import ExecutionResult, PreExecutionError
from strawberry.utils.aio import aclosing

from hmk_graph import metrics
from hmk_graph.errors import DomainError, NotAllowed, NotSignedIn
from schema import measuring, wire
from schema.causes import as_refusal
from schema.context import Caller, Context
from schema.cursors import Course
from schema.documents import DocumentNotTrusted, DocumentUnknown, id_in
from schema.errors import refused, tell
from schema.joining import TooSlow, listen
from schema.outlets import PEER, Batch, Outlet, SendingOutlet
from schema.renderings import payload_of
from schema.sharing import Request
from schema.sockets import FORBIDDEN, Edge, Socket

LARGEST_MESSAGE = 64 * 1024
MOST_SUBSCRIPTIONS = 20
# A reader that stalled is cut by the kernel after 15 s (see the server's socket options).
SEND_S = 30.0
CLOSE_S = 5.0
# The protocol's frame has 125 bytes for code and reason (RFC 6455 section 5.5).
LONGEST_REASON = 120
LONGEST_OPERATION_ID = 128

TOO_BIG = 1009
BROKEN = 1011
TRY_LATER = 1013
TOO_MANY = 4429
# rules.md R6: a listener that fell behind for the third time within a minute.
TOO_SLOW = 4408


class TooManySubscriptions(DomainError):
    """A socket carries as many operations as it may."""

    code = "TOO_MANY_SUBSCRIPTIONS"
    bn = "একটি সংযোগে একসঙ্গে সর্বোচ্চ {limit}টি ধারা শোনা যায়।"
    en = "One connection carries at most {limit} subscriptions at a time."


class Ended(Exception):
    """The connection was closed from outside its own protocol."""


class Wire(ASGIWebSocketAdapter):
    """Text frames of JSON, in and out."""

    def __init__(self, view: Any, request: Any, response: Any) -> None:  # Any: Strawberry's own
        super().__init__(view, request, response)
        peer: Outlet | None = self.ws.scope["extensions"].get(PEER)
        self.outlet: Outlet = peer or SendingOutlet(self._send_batch)
        # A batch that is under way goes before what is said after it.
        self._one = asyncio.Lock()

    async def iter_json(
        self,
        *,
        ignore_parsing_errors: bool = False,  # noqa: ARG002 - Strawberry's signature
    ) -> AsyncGenerator[object, None]:
        """Yield the messages until the peer is gone."""
        while self.ws.application_state is not WebSocketState.DISCONNECTED:
            try:
                text = await self.ws.receive_text()
            except KeyError:
                raise NonTextMessageReceived from None
            except WebSocketDisconnect:
                return
            if len(text.encode()) > LARGEST_MESSAGE:
                await self.close(TOO_BIG, "Message too big")
                return
            try:
                yield wire.decode(text)
            except wire.NotReadable:
                raise NonJsonMessageReceived from None

    async def send_json(self, message: Mapping[str, object]) -> None:
        """Send a message, or say that the peer is gone."""
        await self.send_text(wire.encode(message))

    async def send_text(self, text: str) -> None:
        """Send a message that is encoded already.

        Raises:
            WebSocketDisconnected: The peer is gone, the socket closed, or nothing read for long.
        """
        try:
            async with asyncio.timeout(SEND_S), self._one:
                await self.ws.send_text(text)
        # RuntimeError is how Starlette and uvicorn say "closed already".
        except (WebSocketDisconnect, RuntimeError, TimeoutError) as error:
            raise WebSocketDisconnected from error

    async def _send_batch(self, prefix: bytes, batch: Batch) -> None:
        for text in batch.texts(prefix):
            await self.send_text(text)

    async def close(self, code: int, reason: str) -> None:
        """Close once; a second call and a peer that is gone are no matter."""
        if self.ws.application_state is not WebSocketState.CONNECTED:
            return
        short = reason.encode()[:LONGEST_REASON].decode(errors="ignore")
        with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
            async with asyncio.timeout(CLOSE_S):
                await self.ws.close(code=code, reason=short)


class SocketHandler(BaseGraphQLTransportWSHandler[Context, None]):
    """One connection: Strawberry's handler, with each message's shape checked first."""

    def __init__(
        self, *, socket: Socket, edge: Edge, authorization: str | None, **given: Any
    ) -> None:
        super().__init__(**given)  # Any: Strawberry's own parameters, handed through
        self.socket = socket
        self.edge = edge
        self.authorization = authorization
        self.wire: Wire = given["websocket"]
        # What to call at once when a client ends an operation: after that nothing more is written.
        self.leaving: dict[str, Callable[[], None]] = {}

    async def handle(self) -> None:
        """Serve the connection until either side ends it."""
        try:
            async with asyncio.TaskGroup() as group:
                own = [group.create_task(self._close_when_ended())]
                if isinstance(self.wire.outlet, SendingOutlet):
                    own.append(group.create_task(self.wire.outlet.run()))
                await super().handle()
                for task in own:
                    task.cancel()
        except* Ended:
            pass

    async def handle_message(self, message: Message) -> None:
        """Act on a message of the protocol; anything else closes the connection."""
        fault = fault_of(message)
        if fault is not None:
            await self.handle_invalid_message(fault)
            return
        await super().handle_message(message)

    async def handle_connection_init(self, message: ConnectionInitMessage) -> None:
        """Find out who connects, then acknowledge."""
        payload = message.get("payload") or {}
        if not self.connection_init_received and not self.connection_timed_out:
            if self.connection_init_timeout_task:
                self.connection_init_timeout_task.cancel()
            if not await self._enter(payload.get("authorization", self.authorization)):
                return
        await super().handle_connection_init({"type": "connection_init", "payload": payload})

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        """Start an operation, if the connection does not carry too many."""
        new = self.connection_acknowledged and message["id"] not in self.operations
        if new and len(self.operations) >= MOST_SUBSCRIPTIONS:
            error = refused(TooManySubscriptions(limit=MOST_SUBSCRIPTIONS))
            await self.send_message(
                {"id": message["id"], "type": "error", "payload": [error.formatted]}
            )
            return
        if self.connection_acknowledged and not await self._known(message):
            return
        await super().handle_subscribe(message)

    async def run_operation(self, operation: Operation[Context, None]) -> None:
        """Run one operation to its end; what goes wrong is logged and told, never swallowed."""
        listener = SocketListener(self, operation)
        metrics.requests.labels(listener.name, "ok").inc()
        try:
            with metrics.subscriptions.labels(listener.name).track_inprogress():
                cohorts = self.edge.cohorts
                if cohorts is None or not await listen(cohorts, listener):
                    await self.stream(listener)
            await operation.send_operation_message({"id": operation.id, "type": "complete"})
        except WebSocketDisconnected:
            self.operations.pop(operation.id, None)
        except TooSlow:
            self.socket.end(TOO_SLOW, "Too slow")
        except Exception as error:
            told = tell(GraphQLError(str(error), original_error=error))
            measuring.count(listener.name, [told])
            with suppress(WebSocketDisconnected):
                await operation.send_initial_errors([told])

    async def stream(self, listener: SocketListener) -> None:
        """Send an operation's results one by one.

        Raises:
            TooSlow: The client cannot keep up with them.
        """
        context = copy(listener.context)
        context.course = Course()
        results = await self.schema.stream(
            listener.request.query,
            variable_values=listener.request.variables,
            context_value=context,
            root_value=self.root_value,
            operation_name=listener.request.operation_name,
        )
        async with aclosing(results):
            async for result in results:
                if not await listener.send_result(result):
                    return
        if context.course.too_slow:
            raise TooSlow

    async def cleanup_operation(self, operation_id: str) -> None:
        """End an operation: from here on nothing of it is written."""
        leave = self.leaving.pop(operation_id, None)
        if leave is not None:
            leave()
        await super().cleanup_operation(operation_id)

    @staticmethod
    def _get_pre_execution_close_reason(error: object) -> str | None:  # noqa: ARG004
        # Strawberry closes the whole connection over one query that does not parse.
        return None

    async def _known(self, message: SubscribeMessage) -> bool:
        """Put the text in, where a document is named; False, and said so, if it is not served."""
        documents = self.edge.documents
        payload: dict[str, Any] = cast(dict[str, Any], message["payload"])
        try:
            if "query" not in payload:
                payload["query"] = documents.text_of(id_in(payload) or "")
            documents.check(payload["query"])
        except (DocumentUnknown, DocumentNotTrusted) as refusal:
            error = refused(refusal).formatted
            await self.send_message({"id": message["id"], "type": "error", "payload": [error]})
            return False
        return True

    async def _close_when_ended(self) -> None:
        code, reason = await self.socket.ended
        await self.websocket.close(code, reason)
        raise Ended

    async def _enter(self, authorization: object) -> bool:
        """Make the context of the person who connects; close and return False if refused."""
        try:
            identity = await self.edge.identify(authorization, self.socket.address)
        except Exception as error:
            await self._refuse(error)
            return False
        if identity is None or identity.assisted is not None:
            # An operator hears what everybody hears: no stream is a thing of one assistance.
            return True
        if not self.edge.sockets.enter(self.socket, identity):
            await self.websocket.close(TOO_MANY, "Too many connections")
            return False
        self.context = self.edge.context_factory(
            Caller(
                address=self.socket.address,
                request_id=self.context.request_id,
                identity=identity,
            )
        )
        self.socket.expire((identity.expires_at - self.edge.now()).total_seconds())
        return True

    async def _refuse(self, error: Exception) -> None:
        refusal = as_refusal(error)
        if isinstance(refusal, NotSignedIn | NotAllowed):
            reason = getattr(refusal, "reason", refusal.code)
            await self.websocket.close(FORBIDDEN, f"Forbidden: {reason}")
        elif refusal is not None:
            await self.websocket.close(TRY_LATER, refusal.message_en)
        else:
            told = tell(GraphQLError(str(error), original_error=error))
            await self.websocket.close(BROKEN, told.message)


class SocketListener:
    """One operation of a socket."""

    def __init__(self, handler: SocketHandler, operation: Operation[Context, None]) -> None:
        self.handler = handler
        self.operation = operation
        self.context = handler.context
        self.outlet = handler.wire.outlet
        self.name = measuring.name_of(handler.edge.documents, operation.query)
        self.request = Request(
            query=operation.query,
            variables=operation.variables,
            operation_name=operation.operation_name,
        )
        self.prefix = f'{{"id":{wire.encode(operation.id)},"type":"next","payload":'.encode()

    def on_end(self, leave: Callable[[], None]) -> None:
        """Take what to call at once when the client ends the operation."""
        self.handler.leaving[self.operation.id] = leave

    async def send(self, payload: bytes) -> None:
        """Send a payload; wait while the line has no room."""
        await self.handler.wire.send_text((self.prefix + payload + b"}").decode())

    async def send_result(self, result: object) -> bool:
        """Send a result of the operation's own; False if it could not be executed at all."""
        if not isinstance(result, ExecutionResult):
            await self.handler._reject_incremental_delivery(self.operation)
            return False
        if isinstance(result, PreExecutionError):
            measuring.count(self.name, result.errors or [])
            await self.operation.send_initial_errors(result.errors or [])
            return False
        await self.send(payload_of(result))
        return True


def fault_of(message: object) -> str | None:
    """Return what is wrong with the shape of a client's message, or None.

    An invalid message closes with 4400 (github.com/enisdenjo/graphql-ws, PROTOCOL.md).
    """
    if not isinstance(message, dict):
        return "Message must be an object"
    kind = message.get("type")
    if kind in ("connection_init", "ping", "pong"):
        return None if _is_object_or_null(message.get("payload")) else "Payload must be an object"
    if kind not in ("subscribe", "complete"):
        return "Unknown message type"
    name = message.get("id")
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_OPERATION_ID:
        return f"Id must be a string of 1 to {LONGEST_OPERATION_ID} characters"
    return None if kind == "complete" else _fault_of_request(message.get("payload"))


def _fault_of_request(payload: object) -> str | None:
    if not isinstance(payload, dict):
        return "Payload must be an object"
    if not isinstance(payload.get("query"), str) and ("query" in payload or not id_in(payload)):
        return "Query must be a string"
    if not isinstance(payload.get("operationName"), str | None):
        return "Operation name must be a string"
    parts = cast(dict[str, object], payload)
    if not all(_is_object_or_null(parts.get(name)) for name in ("variables", "extensions")):
        return "Variables and extensions must be objects"
    return None


def _is_object_or_null(value: object) -> bool:
    return value is None or isinstance(value, dict)
