"""Tells the pages whom a visitor of the demo may be; anywhere else there is nothing here."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hmk_graph.demo.people import PERSONAS
from hmk_graph.settings import Settings

PATH = "/demo/personas.json"
NOT_KEPT = {"cache-control": "no-store"}


def routes(settings: Settings) -> list[Route]:
    """Return the route of the list: the code, and role, names and phone of each persona."""

    async def personas(_: Request) -> Response:
        if settings.env != "demo":
            # Not 404: every page asks, and a browser writes each 404 to its console.
            return Response(status_code=204, headers=NOT_KEPT)
        listed = [
            {
                "role": persona.role,
                "nameBn": persona.name_bn,
                "nameEn": persona.name_en,
                "phone": persona.phone,
            }
            for persona in PERSONAS
        ]
        told = {"code": settings.demo_code, "personas": listed}
        return JSONResponse(told, headers=NOT_KEPT)

    return [Route(PATH, personas, methods=["GET"])]
