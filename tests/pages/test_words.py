"""The first block says what the components say that replace it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hmk_graph.pages.words import WORDS

PAGES = Path(__file__).parents[2] / "web/src/words"
ENTRY = re.compile(r"'([\w.]+)':\s*(?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"),")

SAME = {
    "brand": "shell.brand",
    "skip": "shell.skip",
    "help": "shell.help",
    "haat": "shell.haat",
    "sell": "shell.sell",
    "mine": "shell.mine",
    "about": "shell.about",
    "highest": "lot.highest",
    "start": "lot.start",
    "left": "lot.left",
    "begins": "lot.begins",
    "ended": "lot.ended",
    "your_bid": "lot.yourBid",
    "place_bid": "lot.place",
    "all_bids": "lot.bids",
    "bidder": "lot.bidder",
    "least": "lot.least",
    "proxy": "lot.proxy",
    "per_kilo": "lot.perKilo",
    "leads": "lot.leads",
    "bidders": "lot.bidders",
    "bidders_done": "lot.biddersDone",
    "watching": "lot.watching",
    "reserve_met": "lot.reserveMet",
    "reserve_not": "lot.reserveNot",
    "aliases": "lot.aliases",
    "menu": "shell.menu",
    "search": "home.search",
    "search_hint": "home.searchHint",
    "counts": "home.counts",
    "go": "home.go",
    "home_lead": "home.lead",
    "hottest": "home.hottest",
    "tile_haat": "home.haat",
    "seba": "home.seba",
    "ambulance": "home.ambulance",
    "bazar": "bazar.title",
    "bazar_lead": "bazar.lead",
    "bazar_upazila": "bazar.upazila",
    "bazar_union": "bazar.union",
    "bazar_kind": "bazar.kind",
    "bazar_open": "bazar.openNow",
    "bazar_closed": "bazar.closedNow",
    "bazar_delivers": "bazar.delivers",
    "bazar_no_goods": "bazar.noGoods",
    "bazar_none": "bazar.none",
    "rentals": "bhara.title",
    "shares": "shares.title",
    "complaints": "nalish.title",
    "deposits": "deposits.title",
    "deposits_about": "deposits.lead",
    "figures": "hishab.title",
    "my_rentals": "bhara.mine",
    "assist": "sahayok.title",
    "news": "shell.news",
    "my_money": "taka.title",
    "tenancy": "bhara.tenancy",
    "by_month": "bhara.month",
    "by_day": "bhara.day",
    "tile_mine": "home.mine",
    "tile_doctor": "home.doctor",
    "tile_shops": "home.shops",
    "tile_rentals": "home.rentals",
    "hall": "hall.title",
    "tab_running": "hall.RUNNING",
    "tab_coming": "hall.COMING",
    "tab_ended": "hall.ENDED",
    "tab_buy": "hall.BUY",
    "filters": "hall.filters",
    "today": "shell.today",
    "days_ago": "shell.daysAgo",
    "kilos": "shell.kg",
    "LoadCell": "shell.method_LoadCell",
    "Girth": "shell.method_Girth",
    "Assessed": "shell.method_Assessed",
    "WalkOver": "shell.method_WalkOver",
    "not_found": "about.notFound",
    "seba_lead": "seba.lead",
    "seba_kinds": "seba.kinds",
    "seba_search": "seba.search",
    "seba_search_go": "seba.searchGo",
    "seba_prices": "seba.prices",
    "provider": "seba.provider",
    "search_title": "search.title",
    "booking": "booking.title",
    "desk": "desk.title",
    "ring": "trip.ring",
    "ring_first": "trip.ringFirst",
    "deal": "deal.title",
    "sitting": "sitting.title",
    "basket": "dokan.basket",
    "order": "order.title",
    "dokan": "keeper.title",
    "ride": "ride.title",
    "tile_blood": "home.blood",
    "trip": "trip.title",
    "driver": "trip.driver",
}


def said(language: str) -> dict[str, str]:
    """Return all words of the components in a language."""
    text = "".join(file.read_text("utf-8") for file in sorted((PAGES / language).glob("*.ts")))
    return {key: single or double for key, single, double in ENTRY.findall(text)}


@pytest.mark.parametrize(("language", "place"), [("bn", 0), ("en", 1)])
def test_block_and_component_use_the_same_words(language: str, place: int):
    words = said(language)

    differ = {
        ours: (WORDS[ours][place], words.get(theirs))
        for ours, theirs in SAME.items()
        if WORDS[ours][place] != words.get(theirs)
    }
    assert differ == {}
