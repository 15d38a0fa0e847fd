"""Simulated bidders: one task for each lot that runs, all bids through the public API."""

from __future__ import annotations

import asyncio
import logging
import secrets
from datetime import datetime
from random import Random

from hmk_graph.demo import animals, board, documents, people, wishing
from hmk_graph.demo.board import Announced
from hmk_graph.demo.devices import Away, Devices, Refused
from hmk_graph.demo.enrolling import each
from hmk_graph.demo.people import Person
from hmk_graph.demo.persisting import keep_on, pause
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.wishing import Mood, Table, Wish
from hmk_graph.money import Paisa

log = logging.getLogger("hmk.demo")

# Somebody was quicker, or the hammer has fallen: that is how an auction goes.
ORDINARY = frozenset({"BID_TOO_LOW", "MAX_NOT_RAISED", "LOT_NOT_OPEN", "IN_PROGRESS"})
NOT_REGISTERED = "NOT_ELIGIBLE"
TRIES = 3
# What a lot is worth of which nothing but the start is known.
BY_START = {True: 3.5, False: 2}


class Hall:
    """All the bidding: one task for each lot, so that no two touch the same table."""

    def __init__(self, devices: Devices, tempo: Tempo) -> None:
        self.devices = devices
        self.tempo = tempo
        self.rng = Random()
        self.followed: set[str] = set()
        self.aliases: dict[str, dict[int, Person]] | None = None
        self.values: dict[str, Paisa] = {}

    async def look(self, tasks: asyncio.TaskGroup) -> bool:
        """See which lots run, and have each new one bid for, in a task of this group."""
        if self.aliases is None:
            self.aliases = await self._remembered()
        seen = await board.look(self.devices.stranger, self.tempo)
        fresh = [lot for lot in seen.running if lot.lot_id not in self.followed]
        if fresh:
            await self._appraise()
        for lot in fresh:
            self.followed.add(lot.lot_id)
            tasks.create_task(self._bid_on(lot, self.aliases.get(lot.lot_id, {})))
        await asyncio.sleep(self.tempo.look_s)
        return True

    async def _remembered(self) -> dict[str, dict[int, Person]]:
        """Ask everybody for his numbers on lots, so that after a restart none is a stranger."""
        known: dict[str, dict[int, Person]] = {}

        async def ask(person: Person) -> None:
            try:
                data = await self.devices.of(person).ask(documents.MY_ALIASES)
            except Refused as refusal:
                log.warning("a bidder cannot sign in: %s", refusal)
                return
            for lot in board.nodes(data["myLots"]):
                known.setdefault(lot["id"], {})[lot["mine"]["bidder"]] = person

        await each(people.BIDDERS, ask)
        return known

    async def _appraise(self) -> None:
        """Learn from what is written of the animals what they are worth."""
        data = await self.devices.stranger.ask(documents.ON_BLOCK)
        for listing in board.nodes(data["listings"]):
            weight = listing["animal"]["latestWeight"]
            if listing["lotId"] and weight:
                kind = listing["animal"]["species"]["slug"]
                self.values[listing["lotId"]] = animals.worth(kind, weight["grams"])

    async def _bid_on(self, lot: Announced, own: dict[int, Person]) -> None:
        log.info("lot runs", extra={"lot": lot.lot_id, "title": lot.title})
        value = self.values.get(lot.lot_id, Paisa(0))
        table = Table(lot_id=lot.lot_id, slot=lot.slot, value=value, own=own)

        async def turn() -> bool:
            return await self._turn(table, lot.haat_id)

        await keep_on(f"bidding on {lot.lot_id}", turn, self.tempo)
        self.followed.discard(lot.lot_id)

    async def _turn(self, table: Table, haat_id: str) -> bool:
        now = await self._read(table)
        if now is None:
            return False
        await pause(wishing.wait_before(table, now, self.tempo))
        now = await self._read(table)
        if now is None:
            return False
        if wishing.mood(table, now, self.tempo) is Mood.WATCH:
            return True
        wish = wishing.wish(table, self.rng)
        if wish is not None:
            await self._place(table, haat_id, wish)
        return True

    async def _read(self, table: Table) -> datetime | None:
        """Read how the lot stands; None: it is over."""
        lot = (await self.devices.stranger.ask(documents.LOT, id=table.lot_id))["lot"]
        if lot is None or lot["phase"] not in ("OPEN", "SCHEDULED"):
            log.info("lot is over", extra={"lot": table.lot_id, "price": lot and lot["price"]})
            return None
        table.start, table.price = lot["startPrice"], lot["price"] or 0
        table.value = table.value or Paisa(round(table.start * BY_START[table.slot.featured]))
        table.minimum, table.leader = lot["minimumNext"], lot["leader"]
        table.bids.update({bid["line"]: bid["bidder"] for bid in lot["bids"]})
        return board.time_of(lot["serverNow"])

    async def _place(self, table: Table, haat_id: str, wish: Wish) -> None:
        device = self.devices.of(wish.bidder)
        wanted = {
            "lotId": table.lot_id,
            "maximum": wish.maximum,
            "idempotencyKey": secrets.token_hex(8),
        }
        for tries_left in reversed(range(TRIES)):
            try:
                receipt = await device.do(documents.PLACE_BID, input=wanted)
                table.own[receipt["bidder"]] = wish.bidder
                log.debug("bid", extra={"lot": table.lot_id, "price": receipt["price"]})
                return
            except Away:
                # It may have been accepted: the same key asks again for the same receipt.
                if not tries_left:
                    raise
                await pause(self.tempo.retry_s)
            except Refused as refusal:
                if refusal.code in ORDINARY:
                    return
                if refusal.code != NOT_REGISTERED or not tries_left:
                    raise
                await device.do(documents.REGISTER_BIDDER, haatId=haat_id)
