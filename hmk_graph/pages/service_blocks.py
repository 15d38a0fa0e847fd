"""The first block of the pages of services, as the components in web/src/pages write them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from hmk_graph.pages.blocks import Data, title_of
from hmk_graph.pages.words import Language, say


def services(kinds: Sequence[Data], kind: Data | None, language: Language) -> str:
    """Return the kinds of services as tiles; of one kind, its heading."""
    if kind is not None:
        return f'<div class="stack"><h1>{escape(name_of(kind, language))}</h1></div>'
    tiles = "".join(
        f'<li><a class="tile" href="/seba?kind={escape(each["slug"])}">'
        f'<svg viewBox="0 0 24 24"></svg>{escape(name_of(each, language))}</a></li>'
        for each in kinds
        if each["parentId"] is None
    )
    return (
        f'<div class="stack"><h1>{say("seba", language)}</h1>'
        f'<p class="soft">{say("seba_lead", language)}</p>'
        f'<form class="seba-search"><div class="field"><label for="first-wish">'
        f'{say("seba_search", language)}</label><input id="first-wish" disabled></div>'
        f'<button type="button" disabled>{say("seba_search_go", language)}</button></form>'
        f'<ul class="kinds" aria-label="{say("seba_kinds", language)}">{tiles}</ul></div>'
    )


def provider(found: Data, language: Language) -> str:
    """Return a provider with the names of what he offers."""
    offered = "".join(
        f'<article class="card"><h3>{escape(title_of(each, language))}</h3></article>'
        for each in found["services"]
    )
    about = f"<p>{escape(found['about'])}</p>" if found["about"] else ""
    return (
        f'<div class="stack"><h1>{escape(found["name"])}</h1>'
        f'<p class="facts">{escape(spot(found["place"], language))}</p>{about}'
        f'<section class="stack"><h2>{say("seba_prices", language)}</h2>{offered}</section></div>'
    )


def name_of(named: Data, language: Language) -> str:
    """Return a name in a language, or in the other if there is none."""
    bn, en = named["nameBn"], named["nameEn"]
    return str((en or bn) if language == "en" else (bn or en))


def spot(place: Data, language: Language) -> str:
    """Return a place with what it lies in."""
    parent = place.get("parent")
    return ", ".join(name_of(each, language) for each in (place, parent) if each)
