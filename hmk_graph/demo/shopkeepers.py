"""Shopkeepers of the demo answer orders, bring goods, fill their shelves and photograph them."""

from __future__ import annotations

import asyncio
import logging
import secrets
from random import Random

import httpx

from hmk_graph.demo import people, shop_documents, shopkeeping, stalls
from hmk_graph.demo.board import nodes
from hmk_graph.demo.devices import TIMEOUT_S, Answer, Away, Device, Devices
from hmk_graph.demo.persisting import pause
from hmk_graph.demo.photographing import JPEG
from hmk_graph.demo.stalls import Stall
from hmk_graph.demo.tempo import Tempo

log = logging.getLogger("hmk.demo")

# Below so many of a thing more are brought, so many at a time.
FEW = 6
BROUGHT = 20
COURIER = "মো. রুবেল"


class Shopkeepers:
    """Takes one step for one of the simulated shops at a time; the persona's is left alone."""

    def __init__(self, devices: Devices, tempo: Tempo) -> None:
        self.devices, self.tempo = devices, tempo
        self.rng = Random()
        self.customers = {one.phone: one for one in people.BIDDERS}
        self.bare = list(stalls.STALLS)

    async def serve(self) -> bool:
        """Have the oldest order at some shop take its next step."""
        await pause(self.tempo.order_step_s)
        for stall in self.rng.sample(stalls.STALLS, len(stalls.STALLS)):
            device = self.devices.of(stall.keeper)
            waiting = nodes((await device.ask(shop_documents.SHOP_ORDERS))["shopOrders"])
            movable = [order for order in waiting if self._can_move(order)]
            if movable:
                await self._step(device, movable[-1])
                break
        return True

    async def restock(self) -> bool:
        """Have some shopkeeper bring more of what there is little of."""
        await pause(self.tempo.restock_s)
        device = self.devices.of(self.rng.choice(stalls.STALLS).keeper)
        for product in nodes((await device.ask(shop_documents.MY_PRODUCTS))["myProducts"]):
            for variant in product["variants"]:
                left = sum(one["onHand"] - one["reserved"] for one in variant["stocks"])
                if left < FEW:
                    more = {"variantId": variant["id"], "delta": BROUGHT}
                    more["idempotencyKey"] = secrets.token_hex(8)
                    await device.do(shop_documents.CHANGE_STOCK, input=more)
        return True

    async def photograph(self) -> bool:
        """Have the next product without a picture be photographed; answer whether any is left."""
        if not self.bare:
            return False
        await pause(self.tempo.open_desk_s)
        stall = self.bare[0]
        device = self.devices.of(stall.keeper)
        # The newest come first; the goods stand in the order in which they were written down.
        products = nodes((await device.ask(shop_documents.MY_PRODUCTS))["myProducts"])
        names = [goods.name_bn for goods in stall.goods]
        bare = [one for one in products if not one["media"] and one["nameBn"] in names]
        if not bare:
            self.bare.pop(0)
            return True
        await self._photograph(device, stall, bare[0], names.index(bare[0]["nameBn"]))
        return True

    def _can_move(self, order: Answer) -> bool:
        # A visitor at the door tells his code to nobody simulated.
        return order["state"] != "OUT_FOR_DELIVERY" or order["contactPhone"] in self.customers

    async def _step(self, device: Device, order: Answer) -> None:
        which = {"orderId": order["id"]}
        match order["state"]:
            case "PLACED":
                await device.do(shop_documents.ACCEPT, input=which)
            case "ACCEPTED":
                await device.do(shop_documents.PACK, input=which)
            case "PACKED":
                for parcel in order["parcels"]:
                    sent = {"carrier": "OWN_COURIER", "courierName": COURIER}
                    await device.do(shop_documents.SEND, input={"parcelId": parcel["id"], **sent})
            case "OUT_FOR_DELIVERY":
                await self._bring(device, order)

    async def _bring(self, device: Device, order: Answer) -> None:
        """Hand over what is on its way: the customer at the door tells his code."""
        customer = self.devices.of(self.customers[order["contactPhone"]])
        told = await customer.ask(shop_documents.ORDER, id=order["id"])
        for parcel in order["parcels"]:
            if parcel["state"] == "OUT":
                given = {"parcelId": parcel["id"], "code": told["order"]["code"]}
                await device.do(shop_documents.DELIVER, input=given)

    async def _photograph(self, device: Device, stall: Stall, product: Answer, number: int) -> None:
        picture = await asyncio.to_thread(shopkeeping.painted, stall, number)
        announced = {"kind": "PHOTO", "contentType": JPEG, "bytes": len(picture)}
        announced["idempotencyKey"] = secrets.token_hex(8)
        ticket = await device.do(shop_documents.BEGIN_UPLOAD, input=announced)
        await _sent(ticket, picture)
        which = {"mediaId": ticket["media"]["id"]}
        media = await device.do(shop_documents.CONFIRM_UPLOAD, input=which)
        while media["state"] in ("UPLOADED", "SCANNING"):
            await pause(self.tempo.open_desk_s)
            media = (await device.ask(shop_documents.MEDIA, id=media["id"]))["media"]
        hung = {**which, "alt": product["nameBn"]}
        given = {"productId": product["id"], "media": [hung]}
        await device.do(shop_documents.SET_PHOTOS, input=given)


async def _sent(ticket: Answer, picture: bytes) -> None:
    headers = {one["name"]: one["value"] for one in ticket["headers"]}
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as phone:
            (await phone.put(ticket["url"], content=picture, headers=headers)).raise_for_status()
    except httpx.HTTPError as fault:
        raise Away(type(fault).__name__) from fault
