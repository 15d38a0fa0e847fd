"""The first block of a shop and of a product: names, prices, and what is there."""

from __future__ import annotations

from html import escape

from hmk_graph.pages.blocks import Data, amount_in
from hmk_graph.pages.service_blocks import name_of, spot
from hmk_graph.pages.words import Language, say


def shop(found: Data, language: Language) -> str:
    """Return a shop with the first of its products."""
    cards = "".join(
        f"<li>{_card(edge['node'], found['slug'], language)}</li>"
        for edge in found["products"]["edges"]
    )
    goods = f'<ul class="cards">{cards}</ul>' if cards else f"<p>{say('shop_empty', language)}</p>"
    about = f"<p>{escape(found['about'])}</p>" if found["about"] else ""
    return (
        f'<div class="shop stack"><h1>{escape(name_of(found, language))}</h1>'
        f'<p class="facts">{escape(where(found, language))} · '
        f'<a href="tel:{escape(found["phone"])}">{escape(found["phone"])}</a></p>{about}{goods}'
        "</div>"
    )


def product(found: Data, language: Language) -> str:
    """Return a product with its variants and their prices."""
    shop = found["shop"]
    rows = "".join(
        f"<li>{escape(' · '.join(each['choices']) or name_of(found, language))} "
        f'<span class="money">{amount_in(each["price"], language)}</span></li>'
        for each in found["variants"]
        if each["price"] is not None
    )
    told = f"<p>{escape(found['description'])}</p>" if found["description"] else ""
    return (
        f'<div class="product stack"><div class="picture"></div><div class="stack">'
        f"<h1>{escape(name_of(found, language))}</h1>"
        f'<p class="facts"><a href="/shop/{escape(shop["slug"])}">'
        f"{escape(name_of(shop, language))}</a> · {stock_of(found, language)}</p>"
        f'{told}<ul class="variants">{rows}</ul></div></div>'
    )


def where(found: Data, language: Language) -> str:
    """Return where a shop stands, as far as it says so."""
    place = spot(found["place"], language)
    return f"{found['address']}, {place}" if found.get("address") else place


def is_there(found: Data) -> bool:
    """Say whether any variant of a product can be had."""
    return any(each["available"] > 0 for each in found["variants"])


def stock_of(found: Data, language: Language) -> str:
    """Say whether a product can be had."""
    return say("in_stock" if is_there(found) else "out_of_stock", language)


def _card(sold: Data, slug: str, language: Language) -> str:
    price = sold["fromPrice"]
    amount = "" if price is None else amount_in(price, language)
    href = f"/shop/{slug}/{sold['id'].partition(':')[2]}"
    return (
        f'<article class="card"><div class="picture"></div><h2 class="card-title">'
        f'<a href="{escape(href)}">{escape(name_of(sold, language))}</a></h2>'
        f'<p class="price"><span class="money">{amount}</span></p></article>'
    )
