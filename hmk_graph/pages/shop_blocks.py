"""The first block of the bazar, a shop and a product: names, prices, and what is there."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from hmk_graph.pages.blocks import Data, amount_in
from hmk_graph.pages.service_blocks import name_of, spot
from hmk_graph.pages.words import Language, say


def bazar(shops: Sequence[Data], language: Language, *, in_upazila: bool) -> str:
    """Return shops beside each other, below what one can choose by."""
    choices = ["bazar_upazila", *(["bazar_union"] if in_upazila else []), "bazar_kind"]
    fields = "".join(
        f'<div class="field"><label>{say(key, language)}</label><select disabled></select></div>'
        for key in choices
    )
    cards = "".join(f"<li>{_stall(each, language)}</li>" for each in shops)
    shown = f'<ul class="cards">{cards}</ul>' if cards else f"<p>{say('bazar_none', language)}</p>"
    return (
        f'<div class="shop bazar stack"><h1>{say("bazar", language)}</h1>'
        f'<p class="soft">{say("bazar_lead", language)}</p><div class="choices">{fields}'
        f'<label class="tick"><input type="checkbox" disabled>{say("bazar_open", language)}</label>'
        f"</div>{shown}</div>"
    )


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


def _stall(shop: Data, language: Language) -> str:
    name = escape(name_of(shop, language))
    said = [
        f'<span class="free {"FREE" if shop["openNow"] else "OFF"}">'
        f"{say('bazar_open' if shop['openNow'] else 'bazar_closed', language)}</span>"
    ]
    if shop["delivers"]:
        said.append(say("bazar_delivers", language))
    logo = '<div class="picture logo"></div>' if shop["cover"] and shop["logo"] else ""
    goods = "".join(
        f"<li><span>{escape(name_of(each, language))}</span> "
        f'<span class="money">{_amount(each, language)}</span></li>'
        for each in shop["newestProducts"]
    )
    shown = (
        f'<ul class="goods">{goods}</ul>' if goods else f"<p>{say('bazar_no_goods', language)}</p>"
    )
    return (
        f'<article class="card good stall"><div class="picture cover"></div>{logo}'
        f'<h2 class="card-title"><a href="/shop/{escape(shop["slug"])}">{name}</a></h2>'
        f'<p class="soft">{escape(spot(shop["place"], language))}</p>'
        f'<p class="soft">{" · ".join(said)}</p>{shown}</article>'
    )


def _card(sold: Data, slug: str, language: Language) -> str:
    href = f"/shop/{slug}/{sold['id'].partition(':')[2]}"
    return (
        f'<article class="card"><div class="picture"></div><h2 class="card-title">'
        f'<a href="{escape(href)}">{escape(name_of(sold, language))}</a></h2>'
        f'<p class="price"><span class="money">{_amount(sold, language)}</span></p></article>'
    )


def _amount(sold: Data, language: Language) -> str:
    price = sold["fromPrice"]
    return "" if price is None else amount_in(price, language)
