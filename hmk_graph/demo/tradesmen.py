"""Tradesmen open their desks one after another, and throw their switches every few seconds."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from random import Random

from hmk_graph.demo import documents, people, trade_documents, trades
from hmk_graph.demo.devices import Answer, Devices
from hmk_graph.demo.paperwork import Papers
from hmk_graph.demo.persisting import pause
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.trades import Trade, Tradesman
from hmk_graph.money import TAKA

log = logging.getLogger("hmk.demo")

# The same key on every start: whoever was interrupted goes on where he was.
KEY = "demo desk"
ABOUT = "এলাকার মানুষের কাজ করি বহু বছর ধরে।"
LICENCE = "ডেমো-০০১"
FREE_MINUTES = (30, 180)


class Tradesmen:
    """Opens what desks are not open yet, and switches those that are.

    This runs in one event loop, so a plain list of the open ones does.
    """

    def __init__(self, devices: Devices, tempo: Tempo, papers: Papers) -> None:
        self.devices, self.tempo, self.papers = devices, tempo, papers
        self.rng = Random()
        self.waiting: Iterator[Tradesman] = iter(trades.TRADESMEN)
        self.in_hand: Tradesman | None = None
        self.open: list[Tradesman] = []
        self.categories: dict[str, Answer] = {}
        self.places: dict[str, str] = {}

    async def open_next(self) -> bool:
        """Have the next tradesman apply and be verified; answer whether there is another."""
        # After a fault the same one tries again.
        self.in_hand = self.in_hand or next(self.waiting, None)
        if self.in_hand is None:
            return False
        await self._open(self.in_hand)
        self.open.append(self.in_hand)
        self.in_hand = None
        await pause(self.tempo.open_desk_s)
        return True

    async def switch(self) -> bool:
        """Have somebody say that he is free for a while, or no longer."""
        await pause(self.tempo.switch_s)
        if self.open:
            signal = self.rng.choices(("FREE", "BUSY", "OFF"), (6, 2, 1))[0]
            said = {"signal": signal, "minutes": self.rng.randint(*FREE_MINUTES)}
            one = self.rng.choice(self.open)
            await self.devices.of(one).do(trade_documents.SWITCH, input=said)
        return True

    async def _open(self, one: Tradesman) -> None:
        device = self.devices.of(one)
        desk = (await device.ask(trade_documents.MY_DESK))["myDesk"]
        if desk is None or desk["state"] == "DRAFT":
            desk = await self._apply(one)
        elif desk["state"] != "SUBMITTED":
            return
        if desk["missingPapers"]:
            await self.papers.show(one, desk["missingPapers"])
        officer = self.devices.of(people.VETS[one.upazila])
        decision = {"providerId": desk["id"], "decision": "VERIFY"}
        await officer.do(trade_documents.DECIDE_PROVIDER, input=decision)
        log.info("desk opened", extra={"trade": one.trade.slug, "upazila": one.upazila})

    async def _apply(self, one: Tradesman) -> Answer:
        device, trade = self.devices.of(one), one.trade
        category = await self._category(trade.slug)
        await device.do(trade_documents.UPDATE_PROFILE, input={"name": one.name})
        profile = {
            "name": one.name,
            "contactPhone": one.phone,
            "placeId": await self._place(one.home),
            "about": ABOUT,
            "gender": trade.gender or "MALE",
        }
        await device.do(trade_documents.SAVE_PROVIDER, input=profile)
        await device.do(trade_documents.SET_HOURS, input={"week": trades.WEEK})
        offered = _offered(trade, category)
        service = await device.do(trade_documents.DRAFT_SERVICE, input=offered)
        await device.do(trade_documents.ADD_PRICE, input=_priced(trade, str(service["id"])))
        return await device.do(trade_documents.SUBMIT_PROVIDER)

    async def _category(self, slug: str) -> Answer:
        if not self.categories:
            data = await self.devices.stranger.ask(trade_documents.CATEGORIES)
            self.categories = {one["slug"]: one for one in data["serviceCategories"]}
        return self.categories[slug]

    async def _place(self, slug: str) -> str:
        if slug not in self.places:
            data = await self.devices.stranger.ask(documents.PLACE, slug=slug)
            self.places[slug] = data["place"]["id"]
        return self.places[slug]


def _offered(trade: Trade, category: Answer) -> Answer:
    return {
        "categoryId": category["id"],
        "titleBn": trade.title_bn,
        "titleEn": trade.title_en,
        "venue": trade.venue,
        "licenceNo": LICENCE if category["needsLicence"] else "",
        "idempotencyKey": KEY,
    }


def _priced(trade: Trade, service_id: str) -> Answer:
    return {
        "serviceId": service_id,
        "labelBn": trade.title_bn,
        "unit": trade.unit,
        "minutes": trade.minutes,
        "amount": trade.taka * TAKA,
        "needsQuote": trade.needs_quote,
        "idempotencyKey": KEY,
    }
