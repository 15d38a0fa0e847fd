"""Where the gateway for text messages knocks, with what people have written to us."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from hmk_graph import event_log
from hmk_graph.clock import Clock
from hmk_graph.texting import receiving
from hmk_graph.texting.ports import Forged, NotAMessage, ReadText

PATH = "/texts"
BODY_S = 10.0


def routes(reader: ReadText | None, *, clock: Clock) -> list[BaseRoute]:
    """Return the route; without a reader there is no such door."""

    async def told(request: Request) -> Response:
        """Keep a message. It is answered at once, and done by the worker."""
        if reader is None:
            return Response(status_code=404)
        try:
            body = await _body(request)
        except (OverflowError, TimeoutError):
            return Response(status_code=413)
        try:
            signed_at = reader.signed(body, request.headers)
            if not receiving.is_fresh(signed_at, await clock()):
                raise Forged
            taken = await receiving.receive(reader.read(body), clock=clock)
        except Forged:
            return Response(status_code=401)
        except NotAMessage:
            return Response(status_code=400)
        except (OSError, *event_log.RETRYABLE, *event_log.LOST):
            return Response(status_code=503)  # it tells us again
        return JSONResponse({"taken": taken})

    return [Route(PATH, told, methods=["POST"])]


async def _body(request: Request) -> bytes:
    """Return a body.

    Raises:
        OverflowError: It is larger than any message.
        TimeoutError: It does not come.
    """
    body = bytearray()
    async with asyncio.timeout(BODY_S):
        async for chunk in request.stream():
            body += chunk
            if len(body) > receiving.LARGEST_BODY:
                raise OverflowError
    return bytes(body)
