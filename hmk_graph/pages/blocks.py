"""The first block of each page: what matters, readable before the script has come.

Classes and heights are those of the components in web/src, which replace the block without a jump.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any

from hmk_graph import money, times
from hmk_graph.bengali import in_bengali_digits
from hmk_graph.pages.words import WORDS, Language, say

# `Any`: the data of GraphQL are JSON.
Data = Mapping[str, Any]

HELP_PHONE = "333"
TILES = (
    ("/haat", "tile_haat"),
    ("/seba", "seba"),
    ("/ambulance", "ambulance"),
    ("/rokto", "tile_blood"),
    ("/haat/sell", "sell"),
    ("/amar", "tile_mine"),
    ("/seba?kind=doctor", "tile_doctor"),
    ("/bazar", "tile_shops"),
    ("/bhara", "tile_rentals"),
)
BIDS_SHOWN = 20


def frame(inside: str, *, path: str, language: Language) -> str:
    """Put a page's block between header and footer, as the Shell component does."""
    links = (
        ("/haat", "haat"),
        ("/seba", "seba"),
        ("/haat/sell", "sell"),
        ("/amar", "mine"),
        ("/about", "about"),
    )
    shown = "".join(
        f'<a href="{href}"{" aria-current=page" if href == path else ""}>{say(key, language)}</a>'
        for href, key in links
    )
    other = "en" if language == "bn" else "bn"
    return (
        f'<a class="skip" href="#main">{say("skip", language)}</a>'
        f'<header class="top"><a class="brand" href="/">{say("brand", language)}</a>'
        f'<nav class="top-nav" aria-label="{say("menu", language)}">{shown}</nav>'
        f'<span class="badge idle" role="status"></span>'
        f'<a class="lang button plain" lang="{other}" href="{escape(path)}?lang={other}">'
        f"{say('other_language', language)}</a></header>"
        f'<main id="main">{inside}</main>'
        f'<footer class="bottom"><nav aria-label="{say("menu", language)}">{shown}</nav>'
        f'<p>{say("help", language)} <a href="tel:{HELP_PHONE}">{digits(HELP_PHONE, language)}</a>'
        "</p></footer>"
    )


def plain(title: str, text: str = "") -> str:
    """Return a page of a heading and a sentence."""
    said = f'<p class="soft">{escape(text)}</p>' if text else ""
    return f"<h1>{escape(title)}</h1>{said}"


def home(data: Data, language: Language) -> str:
    """Return the front page: where to go from it, and the liveliest lot."""
    tiles = "".join(
        f'<li><a class="tile" href="{escape(href)}"><svg viewBox="0 0 24 24"></svg>'
        f"{say(key, language)}</a></li>"
        for href, key in TILES
    )
    featured = data.get("featuredLot")
    shown = "" if not featured else _card(featured, _now(data), language, level=3, large=True)
    return (
        f'<div class="home"><h1>{say("brand", language)}</h1>'
        f'<p class="soft">{say("home_lead", language)}<br>&nbsp;</p>'
        f'<search class="search"><label class="unseen" for="first-search">'
        f"{say('search', language)}</label>"
        f'<input id="first-search" disabled placeholder="{say("search_hint", language)}"></search>'
        f'<ul class="tiles">{tiles}</ul><p class="counts">{_counts(data, language)}</p>'
        f'<section class="featured"><h2>{say("hottest", language)}</h2>{shown}</section></div>'
    )


def hall(data: Data, language: Language) -> str:
    """Return the hall: a card for each lot of the first page."""
    cards = "".join(
        f"<li>{_card(each, _now(data), language)}</li>" for each in _nodes(data.get("lots"))
    )
    tabs = "".join(
        f'<a href="{href}">{say(key, language)}</a>'
        for href, key in (
            ("/haat", "tab_running"),
            ("/haat?tab=COMING", "tab_coming"),
            ("/haat?tab=ENDED", "tab_ended"),
            ("/haat?tab=BUY", "tab_buy"),
        )
    )
    return (
        f'<div class="hall"><h1>{say("hall", language)}</h1><nav class="tabs">{tabs}</nav>'
        f'<details class="filters"><summary>{say("filters", language)}</summary></details>'
        f'<ul class="cards">{cards}</ul></div>'
    )


def lot(lot: Data, language: Language, now: datetime) -> str:
    """Return a lot with its price, the time left, a form that waits, and the newest bids."""
    price = lot.get("price")
    label = say("highest" if price is not None else "start", language)
    amount = amount_in(price if price is not None else lot["startPrice"], language)
    over = " over" if lot.get("phase") not in ("OPEN", "SCHEDULED") else ""
    rows = [_bid(bid, language) for bid in (lot.get("bids") or [])[:BIDS_SHOWN]]
    rows += ['<li class="none">&nbsp;</li>'] * (BIDS_SHOWN - len(rows))
    return (
        f'<div class="lot{over}"><div class="picture"></div>'
        f"<h1>{escape(title_of(lot, language))}</h1>"
        f'<p class="facts">{escape(facts_of(lot, language))}</p>'
        f'<section class="price-card" aria-label="{say("highest", language)}">'
        f'<div><p class="label">{label}</p><p class="price money">{amount}</p></div>'
        f'<div><p class="label">{_time_label(lot, language)}</p>'
        f"{_time_of(lot, language, now)}</div></section>"
        f'<p class="per-kilo">{_proportion(lot, language)}</p>'
        f"{_form(lot, language) if lot.get('phase') == 'OPEN' else ''}"
        f'<section class="lot-bids"><h2>{say("all_bids", language)} '
        f"({digits(str(lot.get('bidCount') or 0), language)})</h2>"
        f'<p class="own-stand soft">{say("aliases", language)}</p>'
        f'<ol class="bids" aria-label="{say("all_bids", language)}">{"".join(rows)}</ol></section>'
        "</div>"
    )


def log(data: Data, language: Language) -> str:
    """Return the heading of a lot's log; the lines come with the script that checks them."""
    found = data["lot"]
    return f"<h1>{escape(say('log_title', language, title=title_of(found, language)))}</h1>"


def sale(listing: Data, language: Language) -> str:
    """Return an animal that is sold for a fixed price or by bargaining."""
    price = listing.get("price")
    amount = f'<p class="price money">{amount_in(price, language)}</p>' if price else ""
    return (
        '<div class="sale"><div class="picture"></div><div class="sale-main">'
        f"<h1>{escape(title_of(listing, language))}</h1>"
        f'<p class="facts">{escape(facts_of(listing, language))}</p>{amount}</div></div>'
    )


def title_of(titled: Data, language: Language) -> str:
    """Return a title in a language, or in the other if there is none."""
    bn, en = titled.get("titleBn") or "", titled.get("titleEn") or ""
    return (en or bn) if language == "en" else (bn or en)


def facts_of(sold: Data, language: Language) -> str:
    """Return breed, weight and teeth of what is sold, between dots."""
    animal = sold.get("animal") or {}
    breed = animal.get("breed") or {}
    facts = [breed.get("nameEn" if language == "en" else "nameBn") or ""]
    facts.append(_weight(animal.get("latestWeight") or {}, language))
    teeth = animal.get("teeth")
    if teeth:
        facts.append(say("teeth", language, n=digits(str(teeth), language)))
    return " · ".join(fact for fact in facts if fact)


def moment_of(lot: Data, language: Language) -> str:
    """Return in words when a lot runs, and how it stands."""
    phase, ends, starts = lot.get("phase"), lot.get("endsAt"), lot.get("startsAt")
    if phase == "OPEN" and ends:
        at = times.clock(datetime.fromisoformat(ends), language)
        return f"{say('running', language)}, {say('until', language, time=at)}"
    if phase == "SCHEDULED" and starts:
        begins = datetime.fromisoformat(starts)
        on, at = times.day(begins, language), times.clock(begins, language)
        return say("from", language, day=on, time=at)
    return say("sold" if lot.get("result") == "SOLD" else "over", language)


def amount_in(paisa: int, language: Language) -> str:
    """Write an amount in the digits of a language."""
    return money.in_english(paisa) if language == "en" else money.in_bengali(paisa)


def digits(text: str, language: Language) -> str:
    """Write the digits of a text in the digits of a language."""
    return text if language == "en" else in_bengali_digits(text)


def _weight(weight: Data, language: Language) -> str:
    """Return a weight with how and when it was found: without these it is only a word."""
    kilograms = weight.get("kilograms")
    if not kilograms:
        return ""
    shown = say("kilos", language, n=digits(f"{kilograms:g}", language))
    method, days = weight.get("method"), weight.get("ageDays")
    if method not in WORDS or days is None:
        return shown
    age = say("days_ago", language, n=digits(str(days), language))
    return f"{shown} ({say(method, language)}, {age if days else say('today', language)})"


def _now(data: Data) -> datetime | None:
    """Return the moment of an answer by the server's clock, if the answer says it."""
    said = data.get("serverNow")
    return datetime.fromisoformat(said) if said else None


def _moment(lot: Data, now: datetime | None, language: Language) -> str:
    """Return the time of a card: how long it runs, when it begins, or how it ended."""
    phase, ends, starts = lot.get("phase"), lot.get("endsAt"), lot.get("startsAt")
    if phase == "OPEN" and ends:
        left = times.left(datetime.fromisoformat(ends), now, language) if now else "&nbsp;"
        return f'<span class="label">{say("left", language)}</span><b class="countdown">{left}</b>'
    if phase == "SCHEDULED" and starts:
        begins = datetime.fromisoformat(starts)
        on, at = times.long_day(begins, language), times.clock(begins, language)
        return f'<span class="label">{on}</span><b>{at}</b>'
    on = times.long_day(datetime.fromisoformat(ends), language) if ends else ""
    how = say("sold" if lot.get("result") == "SOLD" else "over", language)
    return f'<span class="label">{on}</span><b>{how}</b>'


def _counts(data: Data, language: Language) -> str:
    counts = data.get("haatCounts")
    if not counts:
        return "&nbsp;"
    shown = {
        name: digits(str(counts[key]), language)
        for name, key in (("running", "running"), ("coming", "coming"), ("ended", "endedToday"))
    }
    return say("counts", language, **shown)


def _card(
    lot: Data, now: datetime | None, language: Language, *, level: int = 2, large: bool = False
) -> str:
    price = lot.get("price")
    amount = amount_in(price if price is not None else lot["startPrice"], language)
    label = say("highest" if price is not None else "start", language)
    href = f"/haat/{int(lot['number'])}"
    go = f'<a class="button" href="{href}">{say("go", language)}</a>' if large else ""
    return (
        f'<article class="card lot-card{" large" if large else ""}"><div class="picture"></div>'
        f'<h{level} class="card-title"><a href="{href}">{escape(title_of(lot, language))}</a>'
        f'</h{level}><p class="facts">{escape(facts_of(lot, language))}</p>'
        f'<div class="card-foot"><p><span class="label">{label}</span>'
        f'<b class="price"><span class="money">{amount}</span></b></p>'
        f'<p class="time">{_moment(lot, now, language)}</p></div>{go}</article>'
    )


def _proportion(lot: Data, language: Language) -> str:
    """Return what puts the price into proportion, as the component PerKilo does."""
    running = lot.get("phase") == "OPEN"
    kilograms = (lot["animal"].get("latestWeight") or {}).get("kilograms")
    leader, bidders, met = lot.get("leader"), lot.get("bidderCount"), lot.get("reserveMet")
    told: list[str] = []
    if kilograms:
        paisa = lot["startPrice"] if lot.get("price") is None else lot["price"]
        kilo = money.Paisa(round(paisa / kilograms / 100) * 100)
        told.append(say("per_kilo", language, amount=amount_in(kilo, language)))
    if running and leader is not None:
        told.append(say("leads", language, n=digits(str(leader), language)))
    if bidders:
        key = "bidders" if running else "bidders_done"
        told.append(say(key, language, n=digits(str(bidders), language)))
    if running and lot.get("watching"):
        told.append(say("watching", language, n=digits(str(lot["watching"]), language)))
    if running and met is not None:
        told.append(say("reserve_met" if met else "reserve_not", language))
    return " · ".join(told)


def _form(lot: Data, language: Language) -> str:
    """Return the form as it stands until there is a line: of the same shape, and off."""
    least = lot.get("minimumNext")
    typed = amount_in(least, language).lstrip("৳") if least else ""
    return (
        f'<form class="bid-form"><label for="first-bid">{say("your_bid", language)}</label>'
        f'<div class="bid-line"><input id="first-bid" disabled placeholder="{typed}">'
        f'<button type="button" disabled>{say("place_bid", language)}</button></div>'
        f'<div class="steps">{"<button class=plain type=button disabled></button>" * 3}</div>'
        f'<p class="said"><span class="soft">{_hint(lot, language)}</span></p></form>'
    )


def _hint(lot: Data, language: Language) -> str:
    least = lot.get("minimumNext")
    if not least:
        return ""
    amount = amount_in(least, language)
    return f"{say('least', language, amount=amount)} {say('proxy', language)}"


def _bid(bid: Data, language: Language) -> str:
    who = say("bidder", language, n=digits(str(bid["bidder"]), language))
    amount = amount_in(bid["price"], language)
    at = times.clock(datetime.fromisoformat(bid["acceptedAt"]), language)
    return (
        f'<li><span class="who">{who}</span><span class="money">{amount}</span>'
        f"<time>{at}</time></li>"
    )


def _time_label(lot: Data, language: Language) -> str:
    keys = {"OPEN": "left", "SCHEDULED": "begins"}
    return say(keys.get(str(lot.get("phase")), "ended"), language)


def _time_of(lot: Data, language: Language, now: datetime) -> str:
    phase, ends, starts = lot.get("phase"), lot.get("endsAt"), lot.get("startsAt")
    until = starts if phase == "SCHEDULED" else ends
    if not until:
        return ""
    moment = datetime.fromisoformat(until)
    if phase in ("OPEN", "SCHEDULED"):
        return f'<p class="timer">{times.left(moment, now, language)}</p>'
    ended = f"{times.long_day(moment, language)}<br>{times.clock(moment, language)}"
    return f'<p class="timer over">{ended}</p>'


def _nodes(connection: Data | None) -> list[Data]:
    return [edge["node"] for edge in (connection or {}).get("edges", [])]
