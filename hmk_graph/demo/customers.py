"""Customers order at the shops of the demo, pay, and say that they have their goods."""

from __future__ import annotations

import logging
import secrets
from collections import deque
from random import Random

import httpx

from hmk_graph.demo import documents, people, shop_documents, stalls
from hmk_graph.demo.board import nodes
from hmk_graph.demo.devices import TIMEOUT_S, Answer, Away, Device, Devices
from hmk_graph.demo.people import SELLERS, Person
from hmk_graph.demo.persisting import pause
from hmk_graph.demo.tempo import Tempo

log = logging.getLogger("hmk.demo")

# The visitor who keeps the shop answers at leisure: no more wait for him than this.
MOST_WAITING = 4
# Of so many orders one goes to the persona's shop, while she has few.
VISITORS_SHARE = 0.3
# A basket now and then comes from two shops.
TWO_SHOPS = 0.25
KEPT_IN_MIND = 40
OVER = ("CLOSED", "CANCELLED", "REJECTED", "EXPIRED", "RETURNED_TO_SHOP")


class Customers:
    """Orders one basket after the other, and follows those at the persona's shop to their end.

    Simulated shopkeepers are paid at the door. To the persona's shop the money comes beforehand,
    so that its visitor needs nobody's code: the customer says himself that he has the goods.

    This runs in one event loop, so a plain queue does.
    """

    def __init__(self, devices: Devices, tempo: Tempo) -> None:
        self.devices, self.tempo = devices, tempo
        self.rng = Random()
        self.at_personas: deque[tuple[Person, str]] = deque(maxlen=KEPT_IN_MIND)
        self.homes: dict[str, str] = {}

    async def order(self) -> bool:
        """Have somebody order something that is there."""
        await pause(self.tempo.order_s)
        shops = nodes((await self.devices.stranger.ask(shop_documents.SHOPS))["shops"])
        slug = stalls.PERSONAS_STALL.slug
        wants = len(self.at_personas) < MOST_WAITING and self.rng.random() < VISITORS_SHARE
        hers = [shop for shop in shops if shop["slug"] == slug]
        others = [shop for shop in shops if shop["slug"] in {one.slug for one in stalls.STALLS}]
        chosen = hers if wants else self.rng.sample(others, min(len(others), self._how_many()))
        variants = [one for shop in chosen if (one := self._picked(shop)) is not None]
        if variants:
            await self._check_out(self.rng.choice(people.BIDDERS), variants, online=wants)
        return True

    async def follow(self) -> bool:
        """Have a customer of the persona's say that he has what was sent, or be content."""
        await pause(self.tempo.order_step_s)
        if not self.at_personas:
            return True
        customer, order_id = self.at_personas.popleft()
        device = self.devices.of(customer)
        order = (await device.ask(shop_documents.ORDER, id=order_id))["order"]
        if order is None or order["state"] in OVER:
            return True
        self.at_personas.append((customer, order_id))
        if order["state"] == "DELIVERED":
            await device.do(shop_documents.CLOSE_ORDER, input={"orderId": order_id})
            return True
        for parcel in order["parcels"]:
            if parcel["state"] == "OUT":
                await device.do(shop_documents.CONFIRM_PARCEL, input={"parcelId": parcel["id"]})
        return True

    def _how_many(self) -> int:
        return 2 if self.rng.random() < TWO_SHOPS else 1

    def _picked(self, shop: Answer) -> str | None:
        there = [
            variant["id"]
            for product in nodes(shop["products"])
            for variant in product["variants"]
            if variant["available"] > 1
        ]
        return self.rng.choice(there) if there else None

    async def _check_out(self, customer: Person, variants: list[str], *, online: bool) -> None:
        device, version = self.devices.of(customer), 0
        for variant_id in variants:
            wanted = {"variantId": variant_id, "quantity": self.rng.randint(1, 2)}
            cart = await device.do(shop_documents.PUT_IN_CART, input=wanted)
            version = int(cart["version"])
        seller = self.rng.choice(SELLERS)
        told = {
            "cartVersion": version,
            "name": customer.name,
            "phone": customer.phone,
            "placeId": await self._home(seller.home),
            "address": f"{seller.village}, মসজিদের পাশের বাড়ি",
            "method": "ONLINE" if online else "CASH",
            "idempotencyKey": secrets.token_hex(8),
        }
        group = await device.do(shop_documents.CHECK_OUT, input=told)
        log.info("basket ordered", extra={"group": group["id"], "orders": len(group["orders"])})
        if online and await self._paid(device, group["id"]):
            self.at_personas += [(customer, order["id"]) for order in group["orders"]]

    async def _paid(self, device: Device, group_id: str) -> bool:
        """Pay on the simulated service's page; False where there is none: it lapses by itself."""
        services = (await device.ask(shop_documents.SERVICES))["paymentServices"]
        if not services:
            return False
        by = {"gateway": services[0]["name"], "idempotencyKey": secrets.token_hex(8)}
        attempt = await device.do(shop_documents.PAY_ORDERS, input={"groupId": group_id, **by})
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as browser:
                answer = await browser.post(attempt["payUrl"], data={"act": "pay"})
                if answer.has_redirect_location:
                    await browser.get(answer.headers["location"])
        except httpx.HTTPError as fault:
            raise Away(type(fault).__name__) from fault
        return True

    async def _home(self, slug: str) -> str:
        if slug not in self.homes:
            place = (await self.devices.stranger.ask(documents.PLACE, slug=slug))["place"]
            self.homes[slug] = place["id"]
        return self.homes[slug]
