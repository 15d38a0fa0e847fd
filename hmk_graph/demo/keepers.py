"""Sellers and officers keep the program going: animals come, are examined, put up and scheduled."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle
from random import Random

from hmk_graph.demo import animals, board, documents, people, pricing, program, stocking
from hmk_graph.demo.animals import Beast
from hmk_graph.demo.devices import Answer, Devices
from hmk_graph.demo.people import Seller
from hmk_graph.demo.persisting import attempt, pause
from hmk_graph.demo.program import Slot
from hmk_graph.demo.tempo import Span, Tempo
from hmk_graph.haat.animal_rules import WeightMethod

log = logging.getLogger("hmk.demo")

# Steps of several people at once, after a night in which everything has ended.
AT_ONCE = 3
# A lot that begins so soon is not prepared at a person's leisure.
SOON = timedelta(seconds=60)
NO_PAUSE: Span = (0.0, 0.0)
# The API names a method as GraphQL names things.
METHOD_NAMES = {method.value: method.name for method in WeightMethod}


class Keepers:
    """Keeps lots running and announced, and something on offer at a price.

    Slots that are being filled count as filled; this runs in one event loop, so a plain list does.
    """

    def __init__(self, devices: Devices, tempo: Tempo) -> None:
        self.devices = devices
        self.tempo = tempo
        self.rng = Random()
        self.room = asyncio.Semaphore(AT_ONCE)
        self.in_hand: list[Slot] = []
        self.sellers: Iterator[Seller] = cycle(self.rng.sample(people.SELLERS, len(people.SELLERS)))
        self.haats: dict[str, str] = {}
        self.places: dict[str, str] = {}

    async def look(self, tasks: asyncio.TaskGroup) -> bool:
        """See what the program lacks, and have somebody bring it, in a task of this group."""
        seen = await board.look(self.devices.stranger, self.tempo)
        lacking = program.missing([*seen.slots, *self.in_hand], seen.now, self.tempo)
        for slot in sorted(lacking, key=lambda slot: slot.starts_at):
            self.in_hand.append(slot)
            tasks.create_task(self._fill(slot, seen.now))
        await asyncio.sleep(self.tempo.look_s)
        return True

    async def restock(self) -> bool:
        """Offer one more animal outside the auctions, where few are left."""
        await pause(self.tempo.restock_s)
        for kind, fewest, document in (
            ("BARGAIN", self.tempo.fewest_bargains, documents.LIST_BARGAIN),
            ("FIXED", self.tempo.fewest_fixed, documents.LIST_FIXED),
        ):
            data = await self.devices.stranger.ask(documents.FOR_SALE, kind=kind)
            if len(data["listings"]["edges"]) < fewest:
                await self._list(document)
        return True

    async def _fill(self, slot: Slot, now: datetime) -> None:
        async def bring() -> None:
            async with self.room:
                await self._bring_lot(slot, now)

        await attempt("bringing a lot", bring)
        # If it was not done, the slot is lacking again at the next look.
        self.in_hand.remove(slot)

    async def _bring_lot(self, slot: Slot, now: datetime) -> None:
        steps = NO_PAUSE if slot.starts_at - now < SOON else self.tempo.step_s
        seller = next(self.sellers)
        vet = self.devices.of(people.VETS[seller.upazila])
        beast, animal_id = await self._cleared(seller, now, steps, giant=slot.featured)
        asked = pricing.lot_wish(beast, self.rng, slot)
        put_up = {**await self._put_up(seller, beast, animal_id), "start": asked.start}
        lot = await self.devices.of(seller).do(
            documents.SUBMIT_LOT, input={**put_up, "reserve": asked.reserve}
        )
        await pause(steps)
        times = {"startsAt": slot.starts_at.isoformat(), "endsAt": slot.until.isoformat()}
        await vet.do(documents.SCHEDULE_LOT, input={"lotId": lot["id"], **times})
        log.info("lot announced", extra={"lot": lot["id"], "title": beast.title_en})

    async def _list(self, document: str) -> None:
        seller = next(self.sellers)
        seen = await board.look(self.devices.stranger, self.tempo)
        beast, animal_id = await self._cleared(seller, seen.now, self.tempo.step_s)
        put_up = await self._put_up(seller, beast, animal_id)
        price = pricing.asked_price(beast, self.rng)
        await self.devices.of(seller).do(document, input={**put_up, "price": price})
        log.info("animal for sale", extra={"title": beast.title_en})

    async def _cleared(
        self, seller: Seller, now: datetime, steps: Span, *, giant: bool = False
    ) -> tuple[Beast, str]:
        """Have a seller register an animal, and the officer of the area clear it."""
        origin = await self._place(seller.home)
        beast = animals.draw(self.rng, now=now, origin_id=0, village=seller.village, giant=giant)
        device = self.devices.of(seller)
        registered = await device.do(documents.REGISTER_ANIMAL, input=_registration(beast, origin))
        animal_id = str(registered["id"])
        await pause(steps)
        await device.do(documents.REQUEST_CHECK, animalId=animal_id)
        await pause(steps)
        found = stocking.examination(seller.upazila, self.rng)
        examined = {
            "animalId": animal_id,
            "vetName": found.vet_name,
            "registrationNo": found.registration_no,
            "findings": found.findings,
        }
        vet = self.devices.of(people.VETS[seller.upazila])
        await vet.do(documents.CLEAR_ANIMAL, input=examined)
        await pause(steps)
        return beast, animal_id

    async def _put_up(self, seller: Seller, beast: Beast, animal_id: str) -> Answer:
        return {
            "animalId": animal_id,
            "haatId": await self._haat(seller.haat),
            "titleBn": beast.title_bn,
            "titleEn": beast.title_en,
            "description": beast.description,
            "idempotencyKey": secrets.token_hex(8),
        }

    async def _haat(self, slug: str) -> str:
        if slug not in self.haats:
            data = await self.devices.stranger.ask(documents.HAATS)
            self.haats = {one["place"]["slug"]: one["id"] for one in board.nodes(data["haats"])}
        return self.haats[slug]

    async def _place(self, slug: str) -> str:
        if slug not in self.places:
            data = await self.devices.stranger.ask(documents.PLACE, slug=slug)
            self.places[slug] = data["place"]["id"]
        return self.places[slug]


def _registration(beast: Beast, origin: str) -> Answer:
    """Write an animal as the API takes it."""
    new, weight = beast.animal, beast.animal.weight
    return {
        "species": new.species,
        "sex": new.sex,
        "breed": new.breed,
        "originId": origin,
        "village": new.village,
        "name": new.name,
        "coatColor": new.coat_color,
        "birthDate": new.birth_date and new.birth_date.isoformat(),
        "teeth": new.teeth,
        "ownedSince": new.owned_since and new.owned_since.isoformat(),
        "defects": list(new.defects or ()),
        "weight": weight
        and {
            "grams": weight.grams,
            "method": METHOD_NAMES[weight.method],
            "device": weight.device,
            "measuredAt": weight.measured_at.isoformat(),
            "hoursOffFeed": weight.hours_off_feed,
        },
        "idempotencyKey": secrets.token_hex(8),
    }
