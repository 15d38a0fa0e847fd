"""Simulated buyers make offers and simulated sellers answer them, the visitors' offers, too."""

from __future__ import annotations

import logging
import secrets
from random import Random

from hmk_graph.demo import board, documents, people, pricing
from hmk_graph.demo.devices import Answer, Device, Devices
from hmk_graph.demo.people import Person
from hmk_graph.demo.persisting import pause
from hmk_graph.demo.tempo import Tempo
from hmk_graph.money import Paisa, share_of

log = logging.getLogger("hmk.demo")

# In basis points of the price that is asked.
FIRST_OFFER = (8_200, 9_000)
SELLER_ACCEPTS = 9_500
SELLER_TALKS = 7_500
SELLER_YIELDS = 8_900
BUYER_ACCEPTS = 9_000
# Of the seller's counter-offer.
BUYER_COUNTERS = 9_750
TAKE = Paisa(-1)
LEAVE = Paisa(0)
# So many listings are looked through for one that waits for a simulated seller.
LOOKED_THROUGH = 6


def seller_says(offered: int, asked: int, depth: int) -> Paisa:
    """Return a seller's counter-offer, or TAKE, or LEAVE: he meets a buyer halfway once."""
    if offered >= share_of(asked, SELLER_ACCEPTS):
        return TAKE
    if depth == 1 and offered >= share_of(asked, SELLER_TALKS):
        return pricing.rounded((offered + asked) // 2)
    return TAKE if depth > 1 and offered >= share_of(asked, SELLER_YIELDS) else LEAVE


def buyer_says(offered: int, asked: int, depth: int) -> Paisa:
    """Return a buyer's answer to a seller's counter-offer, likewise."""
    if offered <= share_of(asked, BUYER_ACCEPTS):
        return TAKE
    return pricing.rounded(share_of(offered, BUYER_COUNTERS)) if depth == 2 else LEAVE


class Bargainers:
    """The talk between buyers and sellers; one answer at a time, as people give them."""

    def __init__(self, devices: Devices, tempo: Tempo) -> None:
        self.devices = devices
        self.tempo = tempo
        self.rng = Random()
        self.sellers = {seller.name: seller for seller in people.SELLERS}
        # Who may have an answer to an answer; whoever has none is taken off.
        self.talking: list[Person] = list(people.BIDDERS)

    async def begin(self) -> bool:
        """Have somebody offer less than is asked, where nobody waits for an answer yet."""
        await pause(self.tempo.bargain_s)
        free = [node for node in await self._for_sale() if not node["offersWaiting"]]
        if not free:
            return True
        listing, buyer = self.rng.choice(free), self.rng.choice(people.BIDDERS)
        amount = pricing.rounded(share_of(listing["price"], self.rng.randint(*FIRST_OFFER)))
        offer = {"listingId": listing["id"], "amount": amount, **_key()}
        await self.devices.of(buyer).do(documents.MAKE_OFFER, input=offer)
        if buyer not in self.talking:
            self.talking.append(buyer)
        log.info("offer made", extra={"listing": listing["id"], "amount": amount})
        return True

    async def reply_as_seller(self) -> bool:
        """Answer one offer that waits for a simulated seller."""
        await pause(self.tempo.reply_s)
        waiting = [
            node
            for node in await self._for_sale()
            if node["offersWaiting"] and node["animal"]["sellerName"] in self.sellers
        ]
        for node in self.rng.sample(waiting, min(LOOKED_THROUGH, len(waiting))):
            seller = self.devices.of(self.sellers[node["animal"]["sellerName"]])
            listing = (await seller.ask(documents.OFFERS, id=node["id"]))["listing"]
            offer = _to_answer(listing["offers"] if listing else [])
            if offer is not None:
                said = seller_says(offer["amount"], node["price"], offer["depth"])
                await self._answer(seller, offer, said)
                return True
        return True

    async def reply_as_buyer(self) -> bool:
        """Answer one counter-offer that waits for a simulated buyer."""
        await pause(self.tempo.reply_s)
        if not self.talking:
            return True
        buyer = self.rng.choice(self.talking)
        device = self.devices.of(buyer)
        mine = board.nodes((await device.ask(documents.MY_OFFERS))["myOffers"])
        offer = _to_answer([one for one in mine if one["listing"]])
        if offer is not None:
            said = buyer_says(offer["amount"], offer["listing"]["price"], offer["depth"])
            await self._answer(device, offer, said)
        elif not any(one["state"] == "PENDING" for one in mine):
            self.talking.remove(buyer)
        return True

    async def _answer(self, device: Device, offer: Answer, said: Paisa) -> None:
        offer_id = offer["id"]
        if said == TAKE:
            await device.do(documents.ACCEPT_OFFER, input={"offerId": offer_id, **_key()})
        elif said == LEAVE:
            await device.do(documents.REJECT_OFFER, offerId=offer_id)
        else:
            other = {"offerId": offer_id, "amount": said, **_key()}
            await device.do(documents.COUNTER_OFFER, input=other)
        word = {TAKE: "taken", LEAVE: "left"}.get(said, "countered")
        log.info("offer answered", extra={"offer": offer_id, "answer": word})

    async def _for_sale(self) -> list[Answer]:
        data = await self.devices.stranger.ask(documents.FOR_SALE, kind="BARGAIN")
        return board.nodes(data["listings"])


def _to_answer(offers: list[Answer]) -> Answer | None:
    """Return the first offer that waits for the one who looks."""
    return next((one for one in offers if one["state"] == "PENDING" and not one["mine"]), None)


def _key() -> dict[str, str]:
    return {"idempotencyKey": secrets.token_hex(8)}
