"""The addresses of shops and what they sell, by slug here and by a shop's own host name."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from hmk_graph.pages import shop_blocks
from hmk_graph.pages.blocks import Data, amount_in
from hmk_graph.pages.meta import Meta
from hmk_graph.pages.service_blocks import name_of
from hmk_graph.pages.visiting import Visit, Visitors, language_of, number_of
from hmk_graph.pages.words import Language, say

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBER = re.compile(r"[0-9]{1,18}")
JSON = dict[str, Any]
"""`Any`: schema.org data are JSON."""


async def front(here: Visitors, request: Request) -> Response:
    """Answer `/`: on a shop's own host name that shop, anywhere else the front page."""
    host = request.url.hostname or ""
    if "." in host and host != urlsplit(here.public_url).hostname:
        variables = {"host": host}
        data = await here.first.ask("ShopPage", variables)
        if data is not None and data.get("shop") is not None:
            return await _shop(here, request, variables, data)
    return await here.home(request)


async def bazar(here: Visitors, request: Request) -> Response:
    """Answer `/bazar`: the first shops of where the address says one is."""
    language = language_of(request)
    variables = _sought(request)
    data = await here.first.ask("BazarPage", variables)
    if data is None:
        return await here.waiting(request, "/bazar", "bazar")
    shops = [edge["node"] for edge in data["shops"]["edges"]]
    meta = Meta(
        title=f"{say('bazar', language)} — {say('brand', language)}",
        description=say("bazar_about", language),
        path="/bazar",
        thing={
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name_of(each, language),
                    "url": f"{here.public_url}/shop/{each['slug']}",
                }
                for position, each in enumerate(shops, 1)
            ],
        },
    )
    visit = Visit(
        meta=meta,
        block=shop_blocks.bazar(shops, language, in_upazila=bool(variables["within"])),
        operation="BazarPage",
        variables=variables,
        data=data,
    )
    return await here.answer(request, visit)


async def shop(here: Visitors, request: Request) -> Response:
    """Answer `/shop/<slug>`."""
    slug = request.path_params["slug"]
    variables = {"slug": slug}
    data = await here.first.ask("ShopPage", variables)
    if data is None:
        return await here.waiting(request, f"/shop/{slug}", "shop")
    if data.get("shop") is None:
        return await here.missing(request)
    return await _shop(here, request, variables, data)


async def product(here: Visitors, request: Request) -> Response:
    """Answer `/shop/<slug>/<number>`; 404 where that shop sells no such thing."""
    number, slug = number_of(request), request.path_params["slug"]
    variables = {"id": f"Product:{number}"}
    data = await here.first.ask("ProductPage", variables) if number else None
    if number is None or (data is not None and _of_shop(data, slug) is None):
        return await here.missing(request)
    language, path = language_of(request), f"/shop/{slug}/{number}"
    if data is None:
        return await here.waiting(request, path, "shop")
    found = data["product"]
    meta = Meta(
        title=f"{name_of(found, language)} — {name_of(found['shop'], language)}",
        description=_told(found, language),
        path=path,
        site=_site(found["shop"]),
        picture=f"/og/product/{number}.png",
        kind="product",
        thing=_product(found, language, here.public_url),
    )
    visit = Visit(
        meta=meta,
        block=shop_blocks.product(found, language),
        operation="ProductPage",
        variables=variables,
        data=data,
    )
    return await here.answer(request, visit)


async def _shop(here: Visitors, request: Request, variables: JSON, data: JSON) -> Response:
    language = language_of(request)
    found = data["shop"]
    meta = Meta(
        title=f"{name_of(found, language)} — {say('brand', language)}",
        description=found["about"] or shop_blocks.where(found, language),
        path=_path(found),
        site=_site(found),
        picture=f"/og/shop/{found['slug']}.png",
        thing=_store(found, language, here.public_url),
    )
    visit = Visit(
        meta=meta,
        block=shop_blocks.shop(found, language),
        operation="ShopPage",
        variables=variables,
        data=data,
    )
    return await here.answer(request, visit)


def _sought(request: Request) -> JSON:
    """Return the variables of the first list that web/src/pages/bazar/sought.ts asks for."""
    asked = request.query_params
    upazila = _id_in(asked.get("upazila"), "Place")
    union = _id_in(asked.get("union"), "Place") if upazila else None
    return {
        "within": union or upazila,
        "outside": None,
        "categoryId": _id_in(asked.get("kind"), "ProductCategory"),
        "openNow": "open" in asked,
    }


def _id_in(number: str | None, kind: str) -> str | None:
    """Return the id that a number in an address stands for; None if it is no number."""
    return f"{kind}:{number}" if number and _NUMBER.fullmatch(number) else None


def _of_shop(data: JSON, slug: str) -> Data | None:
    found: Data | None = data.get("product")
    return found if found is not None and found["shop"]["slug"] == slug else None


def _site(shop: Data) -> str:
    """Return a shop's own address; empty where it has none."""
    return f"https://{shop['host']}" if shop["host"] else ""


def _path(shop: Data) -> str:
    return "/" if shop["host"] else f"/shop/{shop['slug']}"


def _told(found: Data, language: Language) -> str:
    facts = [name_of(found["shop"], language), shop_blocks.stock_of(found, language)]
    if found["fromPrice"] is not None:
        facts.insert(0, f"{say('price', language)} {amount_in(found['fromPrice'], language)}")
    if found["description"]:
        facts.append(found["description"])
    return " · ".join(facts)


def _store(shop: Data, language: Language, public_url: str) -> JSON:
    """Return a shop as schema.org knows one (https://schema.org/Store)."""
    place = shop["place"]
    thing: JSON = {
        "@context": "https://schema.org",
        "@type": "Store",
        "name": name_of(shop, language),
        "description": shop["about"],
        "url": f"{_site(shop) or public_url}{_path(shop)}",
        "telephone": shop["phone"],
        "address": {
            "@type": "PostalAddress",
            "streetAddress": shop["address"],
            "addressLocality": name_of(place, language),
            "addressRegion": name_of(place["parent"] or place, language),
            "addressCountry": "BD",
        },
        "currenciesAccepted": "BDT",
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": f"https://schema.org/{WEEKDAYS[day['weekday']]}",
                "opens": _clock(span["opens"]),
                "closes": _clock(span["closes"]),
            }
            for day in shop["hours"]
            for span in day["spans"]
        ],
    }
    pictures = _pictures([shop["logo"], shop["cover"]], public_url)
    return {**thing, "image": pictures} if pictures else thing


def _product(found: Data, language: Language, public_url: str) -> JSON:
    """Return a product as schema.org knows one, with an offer for each of its variants."""
    shop = found["shop"]
    number = found["id"].partition(":")[2]
    url = f"{_site(shop) or public_url}/shop/{shop['slug']}/{number}"
    thing: JSON = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": name_of(found, language),
        "description": found["description"],
        "category": name_of(found["category"], language),
        "offers": [
            {
                "@type": "Offer",
                "sku": each["id"],
                "name": " · ".join(each["choices"]) or name_of(found, language),
                "url": url,
                "price": f"{each['price'] // 100}.{each['price'] % 100:02d}",
                "priceCurrency": "BDT",
                "availability": "https://schema.org/"
                + ("InStock" if each["available"] > 0 else "OutOfStock"),
                "seller": {"@type": "Store", "name": name_of(shop, language)},
            }
            for each in found["variants"]
            if each["price"] is not None
        ],
    }
    pictures = _pictures(found["media"], public_url)
    return {**thing, "image": pictures} if pictures else thing


def _pictures(media: list[Data | None], public_url: str) -> list[str]:
    """Return the addresses of what is a picture and can be seen."""
    return [f"{public_url}{one['webpLarge']}" for one in media if one and one["webpLarge"]]


def _clock(minutes: int) -> str:
    """Write minutes of a day as a time; its end is the last minute that has a name."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if minutes < 24 * 60 else "23:59"
