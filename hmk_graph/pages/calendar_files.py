"""Calendars at their secret addresses, for the calendar programs that ask for them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from hmk_graph.clock import database_clock
from hmk_graph.errors import NotFound
from hmk_graph.pages import headers
from hmk_graph.services import calendar_feeds

LONGEST_SECRET = 64


async def calendar(request: Request) -> Response:
    """Answer with the calendar as it stands; an address that was taken back is not there."""
    secret = request.path_params["secret"]
    try:
        if len(secret) > LONGEST_SECRET:
            raise NotFound
        text = await calendar_feeds.read(secret, await database_clock())
    except NotFound as refusal:
        return Response(refusal.message_en, status_code=404, headers=_headers())
    return Response(text, media_type="text/calendar; charset=utf-8", headers=_headers())


def routes() -> list[BaseRoute]:
    """Return the routes of the calendars."""
    return [Route("/calendar/{secret:str}.ics", calendar)]


def _headers() -> dict[str, str]:
    # The address is a secret: it is kept by nobody on the way, and named to nobody.
    return {**headers.SAFE, "cache-control": "no-store", "referrer-policy": "no-referrer"}
