"""The address of something to let, with its head and its first block."""

from __future__ import annotations

from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hmk_graph.pages import blocks, service_blocks
from hmk_graph.pages.blocks import Data, title_of
from hmk_graph.pages.meta import Meta
from hmk_graph.pages.visiting import Visit, Visitors, language_of, number_of
from hmk_graph.pages.words import Language, say


async def rental(here: Visitors, request: Request) -> Response:
    """Answer `/bhara/<number>`; what not everybody may see, its owner's script asks for."""
    number = number_of(request)
    language = language_of(request)
    path = f"/bhara/{number}"
    if number is None:
        return await here.missing(request)
    variables = {"id": f"RentalUnit:{number}"}
    data = await here.first.ask("RentalPage", variables)
    if data is None or data.get("rentalUnit") is None:
        return await here.waiting(request, path, "rentals")
    unit = data["rentalUnit"]
    rent = _rent(unit, language)
    meta = Meta(
        title=f"{title_of(unit, language)} — {say('brand', language)}",
        description=f"{rent} · {_spot(unit, language)}",
        path=path,
        thing=_offer(unit, language, f"{here.public_url}{path}"),
    )
    block = (
        f'<div class="stack"><h1>{escape(title_of(unit, language))}</h1>'
        '<section class="card stack">'
        f'<p><strong class="money">{rent}</strong></p><p>{escape(_spot(unit, language))}</p>'
        "</section></div>"
    )
    visit = Visit(meta=meta, block=block, operation="RentalPage", variables=variables, data=data)
    return await here.answer(request, visit)


def _rent(unit: Data, language: Language) -> str:
    rate = "by_day" if unit["kind"] == "VEHICLE" else "by_month"
    return say(rate, language, amount=blocks.amount_in(unit["rentAmount"], language))


def _spot(unit: Data, language: Language) -> str:
    return service_blocks.spot(unit["place"], language) if unit["place"] else ""


def _offer(unit: Data, language: Language, url: str) -> dict[str, Any]:
    """Return it as schema.org knows an offer."""
    rent = unit["rentAmount"]
    return {
        "@context": "https://schema.org",
        "@type": "Offer",
        "name": title_of(unit, language),
        "description": unit["description"],
        "url": url,
        "price": f"{rent // 100}.{rent % 100:02d}",
        "priceCurrency": "BDT",
    }
