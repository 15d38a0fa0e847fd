"""Open data at addresses of their own: for spreadsheets, maps and other houses' programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from hmk_graph.civic import counting, publishing, responding
from hmk_graph.clock import database_clock
from hmk_graph.errors import DomainError, NotFound, TooMany
from hmk_graph.pages import headers
from hmk_graph.places import finding, queries

# Nobody needs it by the second: browsers, and proxies that keep answers, may keep it.
HEADERS = {
    **headers.SAFE,
    "cache-control": "public, max-age=300",
    "access-control-allow-origin": "*",
}
LARGEST_PAGE = 1_000_000
# In points of a minute (HMK_POINTS): what a list of a hundred costs in the API.
COST = 1_000
RESPONSES_OF = timedelta(days=2 * 365)

Answer = Callable[[Request], Awaitable[Response]]
Charge = Callable[[str, int], Awaitable[None]]
Read = Callable[[int], Awaitable[dict[str, Any]]]


async def services(request: Request) -> Response:
    """Answer with a page of services, by HSDS 3.0."""
    return await _paged(request, publishing.services)


async def animals(request: Request) -> Response:
    """Answer with a page of animals, by ICAR ADE."""
    return await _paged(request, publishing.animals)


async def places(_: Request) -> Response:
    """Answer with all places, by RFC 7946."""
    return _json(await publishing.places(), media="application/geo+json")


async def services_by_place(request: Request) -> Response:
    """Answer with how many services are open in each place of a place, as CSV (RFC 4180)."""
    place = await finding.by_slug(request.path_params["slug"])
    if place is None:
        return _missing()
    counted = await counting.services_by_place(place.id)
    rows = await queries.by_ids([one.place_id for one in counted])
    told = [
        [row.slug, row.name_bn, row.name_en, one.services, one.providers]
        for one, row in zip(counted, rows, strict=True)
        if row is not None
    ]
    return _table([["slug", "nameBn", "nameEn", "services", "providers"], *told])


async def response_times(request: Request) -> Response:
    """Answer with how long was waited for vehicles in the last two years, as CSV (RFC 4180)."""
    place = await finding.by_slug(request.path_params["slug"])
    if place is None:
        return _missing()
    until = await database_clock()
    found = await responding.waits(place.id, until - RESPONSES_OF, until)
    places = await queries.by_ids([one.place_id for one in found])
    head = [each.name for each in fields(responding.Waits) if each.name != "place_id"]
    rows = [
        [row.slug, row.name_bn, row.name_en, *(getattr(one, name) for name in head)]
        for one, row in zip(found, places, strict=True)
        if row is not None
    ]
    return _table([["slug", "nameBn", "nameEn", *map(_camel, head)], *rows])


def routes(charge: Charge) -> list[BaseRoute]:
    """Return the routes of open data. `charge` takes a cost of the network of an address."""

    def counted(answer: Answer) -> Answer:
        async def charged(request: Request) -> Response:
            try:
                await charge(request.client.host if request.client else "unknown", COST)
            except TooMany as refusal:
                refused = _refused(refusal, status=429)
                # Only he shall wait, not who asks the same proxy after him.
                refused.headers["cache-control"] = "no-store"
                refused.headers["retry-after"] = str(refusal.retry_after_s)
                return refused
            return await answer(request)

        return charged

    return [
        Route("/open/services.json", counted(services)),
        Route("/open/animals.json", counted(animals)),
        Route("/open/places.geojson", counted(places)),
        Route("/open/{slug:str}/services.csv", counted(services_by_place)),
        Route("/open/{slug:str}/response-times.csv", counted(response_times)),
    ]


async def _paged(request: Request, read: Read) -> Response:
    written = request.query_params.get("page", "1")
    if not (written.isascii() and written.isdigit() and int(written[:8]) < LARGEST_PAGE):
        return _missing()
    try:
        return _json(await read(int(written[:8])))
    except NotFound:
        return _missing()


def _table(rows: Sequence[Sequence[object]]) -> Response:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    # The mark by which spreadsheets know that it is UTF-8.
    return Response(
        "\ufeff" + text.getvalue(), media_type="text/csv; charset=utf-8", headers=HEADERS
    )


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(each.capitalize() for each in others)


def _missing() -> Response:
    return _refused(NotFound(), status=404)


def _refused(refusal: DomainError, *, status: int) -> Response:
    said = {"code": refusal.code, "bn": refusal.message_bn, "en": refusal.message_en}
    return _json(said, status=status)


def _json(value: object, *, status: int = 200, media: str = "application/json") -> Response:
    return Response(orjson.dumps(value), status_code=status, media_type=media, headers=HEADERS)
