"""People of the demo call an ambulance, and a ride in town, one after another."""

from __future__ import annotations

import logging
from functools import partial
from random import Random

from hmk_graph.demo import call_documents
from hmk_graph.demo.crews import Crews, Duty, located
from hmk_graph.demo.devices import Devices
from hmk_graph.demo.people import CALLER, RIDER, Person
from hmk_graph.demo.persisting import Turn, pause
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.ways import beside
from hmk_graph.geo import Point

log = logging.getLogger("hmk.demo")

OVER = ("COMPLETED", "CANCELLED", "NO_DRIVER")
URGENT = "AMBULANCE"
# How far from who is to come a caller stands, in meters each way.
NEAR_M = 700


class Callers:
    """Each calls again when the last trip is over, near a crew that is free.

    In town one stands `in_town_m` away at most, and wants to go `ride_m` from there, each way.
    """

    in_town_m: float = 250
    ride_m: float = 1_200

    def __init__(self, devices: Devices, tempo: Tempo, crews: Crews) -> None:
        self.devices, self.tempo, self.crews = devices, tempo, crews
        self.rng = Random()

    def turns(self) -> dict[str, Turn]:
        """Return what the callers do, by name."""
        return {
            "calling an ambulance": partial(self.call, CALLER),
            "calling a ride": partial(self.call, RIDER),
        }

    async def call(self, caller: Person) -> bool:
        """Have somebody call when the last call is over: one an ambulance, the other a ride."""
        await pause(self.tempo.call_s)
        free = [
            duty
            for duty in self.crews.at_work
            if duty.trip is None and (duty.member.called_by == URGENT) == (caller is CALLER)
        ]
        device = self.devices.of(caller)
        last = (await device.ask(call_documents.MY_LAST_TRIP))["myTrips"]["edges"]
        if last and last[0]["node"]["state"] == "ESCALATED":
            await device.do(call_documents.CANCEL, input={"tripId": last[0]["node"]["id"]})
        if not free or (last and last[0]["node"]["state"] not in OVER):
            return True
        await self._call(caller, self.rng.choice(free))
        return True

    async def _call(self, caller: Person, near: Duty) -> None:
        device, member = self.devices.of(caller), near.member
        key = f"call {self.rng.getrandbits(64):x}"
        spot = self._beside(near.at, NEAR_M if member.called_by == URGENT else self.in_town_m)
        goal = near.base if member.called_by == URGENT else self._beside(spot, self.ride_m)
        wish = {
            "kind": member.called_by,
            "pickup": located(spot),
            "drop": located(goal),
            "medium": member.medium,
            "idempotencyKey": key,
        }
        quote = await device.do(call_documents.QUOTE, input=wish)
        asked = {
            "tripQuoteId": quote["id"],
            "contactName": caller.name,
            "pickupNote": "বাজারের মসজিদের পাশে",
            "idempotencyKey": key,
        }
        trip = await device.do(call_documents.CALL, input=asked)
        told = {"trip": trip["id"], "kind": member.called_by, "upazila": member.upazila}
        log.info("somebody called", extra=told)

    def _beside(self, point: Point, most_m: float) -> Point:
        return beside(
            point,
            north_m=self.rng.uniform(-most_m, most_m),
            east_m=self.rng.uniform(-most_m, most_m),
        )
