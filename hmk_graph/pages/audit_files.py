"""The audit as a file, for the administrator whom a link of some minutes names."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from hmk_graph.civic import audit_exporting
from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, NotAllowed, TooMany
from hmk_graph.pages import headers

# In points of a minute (HMK_POINTS): what a list of a hundred costs in the API.
COST = 1_000
TOLD = {
    **headers.SAFE,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "content-disposition": 'attachment; filename="audit.csv"',
}

Charge = Callable[[str, int], Awaitable[None]]


def routes(charge: Charge, *, secret: str, clock: Clock) -> list[BaseRoute]:
    """Return the route. `charge` takes a cost of the network of an address."""

    async def audit(request: Request) -> Response:
        token = request.query_params.get("token", "")
        try:
            await charge(request.client.host if request.client else "unknown", COST)
            opened = await audit_exporting.open_export(token, secret=secret, clock=clock)
        except TooMany as refusal:
            return _refused(refusal, 429, {"retry-after": str(refusal.retry_after_s)})
        except DomainError:
            # Expired, forged, suspended, no administrator any more: all the same to who asks.
            return _refused(NotAllowed(), 403)
        return StreamingResponse(
            audit_exporting.lines(opened.reader_id, opened.wanted),
            headers=TOLD,
            media_type="text/csv; charset=utf-8",
        )

    # In the query: the log of requests leaves queries out.
    return [Route("/audit.csv", audit)]


def _refused(refusal: DomainError, status: int, more: dict[str, str] | None = None) -> Response:
    said = f"{refusal.message_bn}\n{refusal.message_en}\n"
    return PlainTextResponse(said, status, {**headers.MISSING, **(more or {})})
