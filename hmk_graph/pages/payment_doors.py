"""Where payment services knock: their own word, and the payer's browser on its way back."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hmk_graph import event_log
from hmk_graph.clock import Clock
from hmk_graph.payments import receiving, reconciling
from hmk_graph.payments.paying import Doors
from hmk_graph.payments.ports import Forged, Gateways, Targets

log = logging.getLogger(__name__)

PATH = "/pay/{gateway}"
# The page of one's payments: it follows the account's stream, and shows what becomes of it.
MINE = "/amar?pay={invoice}"
INVOICE = re.compile(r"HMK[0-9A-Z]{17}")
BODY_S = 10.0
# A service may take its thirty seconds; a person's browser does not wait for it longer than this.
LOOK_S = 8.0


def doors(public_url: str) -> Doors:
    """Return the addresses that payment services are told."""
    at = public_url + PATH
    return Doors(back=at + "/back/{invoice}", told=at + "/told")


def routes(gateways: Callable[[], Gateways], targets: Targets, *, clock: Clock) -> list[BaseRoute]:
    """Return the routes; `gateways` answers those that are open now."""

    async def told(request: Request) -> Response:
        """Keep what a service says. It is answered at once, and asked back by the worker."""
        gateway = gateways().get(request.path_params["gateway"])
        if gateway is None:
            return Response(status_code=404)
        try:
            body = await _body(request)
            await receiving.receive(gateway, body, dict(request.headers), clock=clock)
        except (Forged, UnicodeDecodeError, OverflowError):
            return Response(status_code=400)
        except (OSError, *event_log.RETRYABLE, *event_log.LOST):
            return Response(status_code=503)  # it tells us again
        return Response(status_code=200)

    async def back(request: Request) -> Response:
        """Look at once, so that the page shows how it is; what the address says decides nothing."""
        name, invoice = request.path_params["gateway"], request.path_params["invoice"]
        if name not in gateways() or not INVOICE.fullmatch(invoice):
            return Response(status_code=404)
        await _look(name, invoice)
        return RedirectResponse(MINE.format(invoice=invoice), status_code=303)

    async def _look(name: str, invoice: str) -> None:
        try:
            async with asyncio.timeout(LOOK_S):
                attempt = await receiving.returned(name, invoice, clock=clock)
                if attempt is not None:
                    await reconciling.look_after(attempt.id, gateways(), targets, clock=clock)
        except (TimeoutError, OSError, *event_log.RETRYABLE, *event_log.LOST) as error:
            log.info("The worker will look after a payment: %r", error)

    return [
        Route(PATH + "/told", told, methods=["POST"]),
        # SSLCommerz sends the browser back with a form.
        Route(PATH + "/back/{invoice}", back, methods=["GET", "POST"]),
    ]


async def _body(request: Request) -> str:
    """Return a body as text.

    Raises:
        OverflowError: It is larger than any service's word.
        UnicodeDecodeError: It is no text.
        TimeoutError: It does not come.
    """
    body = bytearray()
    async with asyncio.timeout(BODY_S):
        async for chunk in request.stream():
            body += chunk
            if len(body) > receiving.LARGEST_BODY:
                raise OverflowError
    return body.decode()
