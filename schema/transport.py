"""GraphQL at one address: queries and mutations over HTTP, subscriptions over WebSocket or SSE."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

from graphql import GraphQLError
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult

from hmk_graph.accounts.errors import NotForOperators
from hmk_graph.event_log import on_behalf
from schema import event_source, measuring, wire
from schema.answers import Answers
from schema.assisting import standing
from schema.connection import SocketHandler, Wire
from schema.context import Caller, Context
from schema.documents import DocumentNotTrusted
from schema.errors import BAD_REQUEST, INTERNAL, Schema, fault, tell
from schema.limits import SchemaNotShown
from schema.measuring import Measured
from schema.renderings import payload_of
from schema.requests import Asked, NotARequest, not_a_request, read
from schema.sockets import Edge

INIT_WAIT = timedelta(seconds=10)
# How long a browser of another origin remembers that it may ask.
PREFLIGHT_S = 600

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"

# GraphQL over HTTP, 6.4.2: how a request that was not executed is answered in its own media type.
STATUS = {
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "RATE_LIMITED": 429,
    DocumentNotTrusted.code: 403,
    SchemaNotShown.code: 403,
    NotForOperators.code: 403,
    "UNAVAILABLE": 503,
    "TIMEOUT": 503,
    INTERNAL: 500,
}


class GraphQLView(GraphQL[Context, None]):
    """The address's ASGI application.

    Its HTTP side is our own, by the GraphQL over HTTP draft; of Strawberry's it keeps the WebSocket
    parts. `graphql_transport_ws_handler_class` may be replaced by a subclass of `SocketHandler`.
    """

    graphql_transport_ws_handler_class: ClassVar[type[SocketHandler]] = SocketHandler  # type: ignore[misc]
    schema: Schema

    def __init__(
        self,
        schema: Schema,
        edge: Edge,
        *,
        answers: Answers | None = None,
        allowed_origins: Collection[str] = (),
        init_wait: timedelta = INIT_WAIT,
    ) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            connection_init_wait_timeout=init_wait,
            max_subscriptions_per_connection=None,  # the handler counts, and answers in our form
            allowed_origins=list(allowed_origins),
        )
        self.edge = edge
        self.answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or serve a socket."""
        if scope["type"] == "websocket":
            await self._serve(WebSocket(scope, receive, send))
            return
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    def encode_json(self, data: object) -> str:
        """Return JSON as text, Bengali letters unescaped."""
        return wire.encode(data)

    async def _serve(self, websocket: WebSocket) -> None:
        address = _address(websocket)
        if not self._check_websocket_origin(websocket):
            await _deny(websocket, 403, "This origin is not allowed.")
            return
        if self.edge.sockets.draining:
            await _deny(websocket, 503, "This server is going down. Connect again.")
            return
        socket = self.edge.sockets.admit(address)
        if socket is None:
            await _deny(websocket, 429, "Too many connections from this address.")
            return
        try:
            subprotocol = await self.pick_websocket_subprotocol(websocket)
            await websocket.accept(subprotocol)
            peer = Wire(self, websocket, websocket)
            if subprotocol is None:
                await peer.close(4406, "Subprotocol not acceptable")
                return
            caller = Caller(address=address, request_id=_request_id(websocket), identity=None)
            await self.graphql_transport_ws_handler_class(
                socket=socket,
                edge=self.edge,
                authorization=websocket.headers.get("authorization"),
                view=self,
                websocket=peer,
                context=self.edge.context_factory(caller),
                root_value=None,
                schema=self.schema,
                connection_init_wait_timeout=self.connection_init_wait_timeout,
                max_subscriptions_per_connection=None,
            ).handle()
        finally:
            self.edge.sockets.leave(socket)

    async def _answer(self, request: Request) -> Response:
        with measuring.measured(parent=request.headers.get("traceparent", "")) as seen:
            return await self._answered(request, seen)

    async def _answered(self, request: Request, seen: Measured) -> Response:
        accept = request.headers.get("accept", "")
        media = negotiated(accept)
        try:
            asked = await read(request, self.edge.documents)
            seen.operation = measuring.name_of(self.edge.documents, asked.query)
            stands = await standing(await self._caller(request), asked)
            if event_source.is_subscription(asked.query, asked.operation_name):
                return self._stream(asked, stands.caller, accept)
            with on_behalf(stands.behalf):
                result = await self._ask(asked, self.edge.context_factory(stands.caller))
        except NotARequest as no:
            seen.told([no.error])
            return respond([no.error], media, status=no.status, headers=no.headers)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody will read it
        except Exception as error:
            told = tell(GraphQLError(str(error), original_error=error))
            seen.told([told])
            return respond([told], media)
        if not isinstance(result, bytes):
            seen.told(result.errors or [])
        if event_source.preferred(accept):
            body = result if isinstance(result, bytes) else payload_of(result)
            return event_source.once(body.decode())
        if isinstance(result, bytes):
            return _response(result, media, 200)
        return self._respond(result, media)

    async def _ask(self, asked: Asked, context: Context) -> ExecutionResult | bytes:
        """Return a result; or the body itself, where one was kept or can be kept for others."""
        if self.answers is None:
            return await self._execute(asked, context)
        return await self.answers.ask(asked, context, partial(self._execute, asked, context))

    def _stream(self, asked: Asked, caller: Caller, accept: str) -> Response:
        """Answer a subscription with events, if they are taken and there is a place for them."""
        if not event_source.accepted(accept):
            message = (
                "Subscriptions are served over WebSocket (graphql-transport-ws) here, or as"
                " text/event-stream."
            )
            raise not_a_request(400, message)
        if self.edge.sockets.draining:
            raise not_a_request(503, "This server is going down. Ask again.")
        socket = self.edge.sockets.admit(caller.address)
        if socket is None:
            raise not_a_request(429, "Too many connections from this address.")
        identity = caller.identity
        if identity is not None:
            if not self.edge.sockets.enter(socket, identity):
                self.edge.sockets.leave(socket)
                raise not_a_request(429, "Too many connections.")
            socket.expire((identity.expires_at - self.edge.now()).total_seconds())
        return event_source.EventStream(
            schema=self.schema,
            edge=self.edge,
            socket=socket,
            context=self.edge.context_factory(caller),
            asked=asked,
        )

    async def _caller(self, request: Request) -> Caller:
        address = _address(request)
        identity = await self.edge.identify(request.headers.get("authorization"), address)
        return Caller(address=address, request_id=_request_id(request), identity=identity)

    async def _execute(self, asked: Asked, context: Context) -> ExecutionResult:
        try:
            return await self.schema.execute(
                asked.query,
                variable_values=asked.variables,
                context_value=context,
                operation_name=asked.operation_name,
                allowed_operation_types=asked.kinds,
                operation_extensions=asked.extensions,
            )
        except MissingQueryError:
            raise not_a_request(400, "The request has no query.") from None
        except CannotGetOperationTypeError as error:
            message = error.as_http_error_reason()
            return ExecutionResult(data=None, errors=[fault(BAD_REQUEST, message)])
        except InvalidOperationTypeError:
            message = "A mutation needs POST."
            raise not_a_request(405, message, {"Allow": "POST"}) from None

    def _respond(self, result: ExecutionResult, media: str) -> Response:
        found = result.errors or []
        if found and result.data is None and all(error.path is None for error in found):
            return respond(found, media)
        body: dict[str, object] = {"data": result.data}
        if found:
            body["errors"] = [error.formatted for error in found]
        if result.extensions:
            body["extensions"] = result.extensions
        try:
            text = self.encode_json(body)
        except (TypeError, ValueError) as error:
            return respond([tell(GraphQLError(str(error), original_error=error))], media)
        return _response(text, media, 200)


def routes(
    schema: Schema, edge: Edge, *, path: str = "/graphql", **options: Any
) -> list[BaseRoute]:
    """Return the routes of the GraphQL address; the options are those of `GraphQLView`.

    Pages of the allowed origins may ask from a browser; what they send says who asks by a header,
    never by a cookie, so no cookie is let through from them.
    """
    view = GraphQLView(schema, edge, **options)
    shared = Middleware(
        CORSMiddleware,
        allow_origins=list(options.get("allowed_origins", ())),
        allow_methods=["GET", "POST"],
        allow_headers=["Accept", "Authorization", "Content-Type"],
        expose_headers=["Retry-After", "X-Request-Id"],
        max_age=PREFLIGHT_S,
    )
    return [Route(path, view, middleware=[shared]), WebSocketRoute(path, view)]


def negotiated(accept: str) -> str:
    """Return the media type to answer in.

    The new type is for those who name it. Who accepts anything, or neither, gets plain JSON, which
    every client reads.
    """
    weights: dict[str, float] = {}
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weights[name] = event_source.weight(parameters)
    plain = weights.get(JSON, weights.get("application/*", weights.get("*/*", 0.0)))
    return GRAPHQL_JSON if weights.get(GRAPHQL_JSON, 0.0) >= max(plain, 0.001) else JSON


def respond(
    found: Sequence[GraphQLError],
    media: str,
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Answer that a request was not executed: errors, and no data.

    In plain JSON the status is 200 for all that was at least a GraphQL request.
    """
    extensions = found[0].extensions or {}
    if status is None:
        status = STATUS.get(str(extensions.get("code")), 400) if media == GRAPHQL_JSON else 200
    extra = dict(headers or {})
    if "retryAfter" in extensions:
        extra["Retry-After"] = str(extensions["retryAfter"])
    if status == 401:
        extra["WWW-Authenticate"] = "Bearer"
    text = wire.encode({"errors": [error.formatted for error in found]})
    return _response(text, media, status, extra)


def _response(
    text: str | bytes, media: str, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(
        text,
        status_code=status,
        media_type=f"{media}; charset=utf-8",
        headers={
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Vary": "Accept",
            **(headers or {}),
        },
    )


async def _deny(websocket: WebSocket, status: int, message: str) -> None:
    await websocket.send_denial_response(
        respond([fault(BAD_REQUEST, message)], JSON, status=status)
    )


def _address(connection: HTTPConnection[Any]) -> str:
    return connection.client.host if connection.client else "unknown"


def _request_id(connection: HTTPConnection[Any]) -> str:
    """Return the id that the application's log gave the request, or a new one."""
    given = connection.scope.get("state", {}).get("request_id")
    return given if isinstance(given, str) else uuid.uuid4().hex
