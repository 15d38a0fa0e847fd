"""The addresses of the services: all kinds, and each provider."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hmk_graph.pages import service_blocks
from hmk_graph.pages.meta import Meta
from hmk_graph.pages.visiting import Visit, Visitors, language_of, number_of
from hmk_graph.pages.words import Language, say


async def services(here: Visitors, request: Request) -> Response:
    """Answer `/seba`: the kinds of services; who offers one of them is asked by the script."""
    language = language_of(request)
    data = await here.first.ask("ServicesPage", {}) or {}
    slug = request.query_params.get("kind")
    kinds = data.get("serviceCategories") or []
    kind = next((each for each in kinds if each["slug"] == slug), None)
    title = say("seba_title", language)
    if kind is not None:
        title = f"{service_blocks.name_of(kind, language)} — {say('brand', language)}"
    block = service_blocks.services(kinds, kind, language)
    meta = Meta(title=title, description=say("seba_about", language), path="/seba")
    return await here.answer(
        request, Visit(meta=meta, block=block, operation="ServicesPage", data=data or None)
    )


async def provider(here: Visitors, request: Request) -> Response:
    """Answer `/seba/<number>`."""
    number = number_of(request)
    variables = {"id": f"Provider:{number}"}
    data = await here.first.ask("ProviderPage", variables) if number else None
    if number is None or (data is not None and data.get("provider") is None):
        return await here.missing(request)
    language = language_of(request)
    path = f"/seba/{number}"
    if data is None:
        return await here.waiting(request, path, "provider")
    found = data["provider"]
    meta = Meta(
        title=f"{found['name']} — {say('brand', language)}",
        description=found["about"] or say("seba_about", language),
        path=path,
        thing=_business(found, language, f"{here.public_url}{path}"),
    )
    visit = Visit(
        meta=meta,
        block=service_blocks.provider(found, language),
        operation="ProviderPage",
        variables=variables,
        data=data,
    )
    return await here.answer(request, visit)


def _business(found: dict[str, Any], language: Language, url: str) -> dict[str, Any]:
    """Return a provider as schema.org knows one."""
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "name": found["name"],
        "description": found["about"],
        "url": url,
        "address": service_blocks.spot(found["place"], language),
    }
    rating = found["rating"]
    if rating["count"]:
        thing["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": rating["hundredths"] / 100,
            "reviewCount": rating["count"],
        }
    return thing
