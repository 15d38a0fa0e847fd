"""A lot's public log as a file: what `hmk verify-lot` takes by its address."""

from __future__ import annotations

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from hmk_graph.errors import NotFound
from hmk_graph.haat import lot_queries
from hmk_graph.pages import headers

LARGEST_ID = 2**63 - 1


async def lot_log(request: Request) -> Response:
    """Answer with the log as anybody may read it now."""
    number = request.path_params["number"]
    try:
        if not 0 < number <= LARGEST_ID:
            raise NotFound
        lot = await lot_queries.public_lot(number)
        if lot is None:
            raise NotFound
        found = await lot_queries.public_log(lot)
    except NotFound as refusal:
        said = {"code": refusal.code, "bn": refusal.message_bn, "en": refusal.message_en}
        return _json(said, status=404)
    return _json({"lot": found.lot_id, "lines": found.lines})


def routes() -> list[BaseRoute]:
    """Return the routes of the files."""
    return [Route("/haat/lots/{number:int}/log.json", lot_log)]


def _json(value: object, *, status: int = 200) -> Response:
    return Response(
        orjson.dumps(value),
        status_code=status,
        media_type="application/json",
        headers={**headers.SAFE, "cache-control": "no-store"},
    )
