"""Ambulances, autos, rickshaws, boats: they go their rounds and come when called."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from hmk_graph.demo import call_documents, documents, people, trade_documents
from hmk_graph.demo.crew_list import CREWS, CrewMember
from hmk_graph.demo.devices import Answer, ApiFault, Devices, Refused
from hmk_graph.demo.paperwork import Papers
from hmk_graph.demo.people import HOME, RIDER
from hmk_graph.demo.persisting import pause
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.ways import Way, beside
from hmk_graph.geo import Point

log = logging.getLogger("hmk.demo")

KEY = "demo ambulance"
STATEMENT = "দিনে রাতে যেখানে ডাকেন, আসি।"
THERE_M = 60.0
# Who stays in town goes about this far.
ABOUT_TOWN_M = 1_200
# A restarted simulator numbers its batches from 1; the house has seen those.
SKIP = 1_000
# A driver whom a visitor called waits so many ticks for the code; then the desk has him begin.
TICKS_FOR_CODE = 3


@dataclass(kw_only=True)
class Duty:
    """A crew at work: where it is, and where it is going."""

    member: CrewMember
    base: Point
    other: Point
    at: Point
    way: Way
    gone_m: float = 0.0
    seq: int = 0
    waited: int = 0
    trip: Answer | None = field(default=None)

    def head_for(self, goal: Point) -> None:
        """Turn toward a point, unless it is the goal already."""
        if self.way.end != goal:
            self.way, self.gone_m = Way(self.at, goal), 0.0

    def go_on(self, seconds: float) -> None:
        """Go on for some seconds."""
        self.gone_m += seconds * self.member.meters_a_second
        length = self.way.length_m
        self.at = self.way.at(self.gone_m / length if length else 1.0)

    def is_at(self, goal: Point) -> bool:
        """Say whether it is there."""
        return self.at.distance_m(goal) <= THERE_M


class Crews:
    """Opens what crews are not at work yet, and has those that are move and answer.

    This runs in one event loop, so plain lists do.
    """

    def __init__(self, devices: Devices, tempo: Tempo, papers: Papers) -> None:
        self.devices, self.tempo, self.papers = devices, tempo, papers
        self.waiting = iter(CREWS)
        self.in_hand: CrewMember | None = None
        self.at_work: list[Duty] = []
        self.centers: dict[str, Answer] = {}
        self._ahead: tuple[datetime, float] | None = None

    async def open_next(self) -> bool:
        """Have the next crew be verified and go to work; answer whether there is another."""
        self.in_hand = self.in_hand or next(self.waiting, None)
        if self.in_hand is None:
            return False
        self.at_work.append(await self._open(self.in_hand))
        self.in_hand = None
        await pause(self.tempo.open_desk_s)
        return True

    async def move(self) -> bool:
        """Have every crew at work go on for a few seconds, and tell where it is."""
        await asyncio.sleep(self.tempo.crew_s)
        async with asyncio.TaskGroup() as tasks:
            for duty in self.at_work:
                tasks.create_task(self._move(duty))
        return True

    async def _move(self, duty: Duty) -> None:
        """Answer, go on, and tell where the crew is; a fault is told and ends this tick."""
        try:
            await self._answer(duty)
            duty.go_on(self.tempo.crew_s)
            await self._report(duty)
        except ApiFault as fault:
            log.warning("a crew did not get through: %s", fault)

    async def _answer(self, duty: Duty) -> None:
        device = self.devices.of(duty.member)
        driver = (await device.ask(call_documents.MY_DUTY))["myDriver"]
        if driver["openOffer"]:
            await device.do(call_documents.ACCEPT, input={"tripOfferId": driver["openOffer"]["id"]})
            return
        duty.trip = driver["presentTrip"]
        if duty.trip is None:
            if duty.is_at(duty.way.end):
                duty.head_for(duty.other if duty.way.end != duty.other else duty.base)
            return
        await self._carry_on(duty, duty.trip)

    async def _carry_on(self, duty: Duty, trip: Answer) -> None:
        device, which = self.devices.of(duty.member), {"tripId": trip["id"]}
        pickup, drop = _point(trip["pickup"]), _point(trip["drop"] or trip["pickup"])
        match trip["state"]:
            case "ASSIGNED":
                await device.do(call_documents.SET_OUT, input=which)
                duty.head_for(pickup)
            case "EN_ROUTE":
                duty.head_for(pickup)
                if duty.is_at(pickup):
                    await device.do(call_documents.ARRIVE, input=which)
            case "ARRIVED":
                await self._start(duty, trip)
                duty.head_for(drop)
            case "IN_TRIP":
                duty.head_for(drop)
                if duty.is_at(drop):
                    await device.do(call_documents.COMPLETE, input=which)
                    duty.trip = None

    async def _start(self, duty: Duty, trip: Answer) -> None:
        """Begin the way: with the rider's code if he is one of ours, else by a word of the desk."""
        which = {"tripId": trip["id"]}
        if trip["kind"] == "AMBULANCE":
            await self.devices.of(duty.member).do(call_documents.START, input=which)
            return
        known = (await self.devices.of(RIDER).ask(call_documents.CODE, id=trip["id"]))["trip"]
        if known is not None:
            coded = {**which, "code": known["startCode"]}
            await self.devices.of(duty.member).do(call_documents.START, input=coded)
            return
        duty.waited += 1
        if duty.waited > TICKS_FOR_CODE:
            duty.waited = 0
            await self.devices.of(people.DESK_HAND).do(call_documents.START, input=which)

    async def _report(self, duty: Duty) -> None:
        duty.seq += 1
        point = {"at": (await self._now()).isoformat(), "accuracyM": 6, **located(duty.at)}
        told = await self.devices.of(duty.member).do(
            call_documents.REPORT, input={"seq": duty.seq, "points": [point]}
        )
        if told["repeated"]:
            duty.seq += SKIP

    async def _now(self) -> datetime:
        """Return the server's time: asked once, then counted on."""
        loop = asyncio.get_running_loop()
        if self._ahead is None:
            said = (await self.devices.stranger.ask(call_documents.NOW))["serverNow"]
            self._ahead = datetime.fromisoformat(said), loop.time()
        then, at = self._ahead
        return then + timedelta(seconds=loop.time() - at)

    async def _open(self, member: CrewMember) -> Duty:
        device = self.devices.of(member)
        driver = (await device.ask(call_documents.MY_DRIVER))["myDriver"]
        if driver is None or driver["state"] == "DRAFT":
            driver = await self._enroll(member)
        vehicle_id = str(driver["vehicles"][0]["id"])
        if driver["missingPapers"]:
            await self.papers.show(member, driver["missingPapers"])
        if driver["state"] == "SUBMITTED":
            await self._verify(member, str(driver["id"]), vehicle_id)
        await device.do(call_documents.GO_ONLINE, input={"vehicleId": vehicle_id})
        base, other = await self._round(member)
        log.info("a crew at work", extra={"upazila": member.upazila, "kind": member.kind})
        return Duty(member=member, base=base, other=other, at=base, way=Way(base, other))

    async def _round(self, member: CrewMember) -> tuple[Point, Point]:
        """Return between which two points somebody goes while nobody calls."""
        base = _point((await self._center(member.upazila))["point"])
        if member.toward is not None:
            return base, _point((await self._center(member.toward))["point"])
        turn = Random(member.phone)
        return base, beside(
            base,
            north_m=turn.uniform(-ABOUT_TOWN_M, ABOUT_TOWN_M),
            east_m=turn.uniform(-ABOUT_TOWN_M, ABOUT_TOWN_M),
        )

    async def _enroll(self, member: CrewMember) -> Answer:
        device = self.devices.of(member)
        await device.do(trade_documents.UPDATE_PROFILE, input={"name": member.name})
        home = (await self.devices.stranger.ask(documents.PLACE, slug=member.home))["place"]
        papers = {
            "name": member.name,
            "contactPhone": member.phone,
            "placeId": home["id"],
            "licenceNo": f"DEMO-{member.phone[-4:]}",
            "licenceUntil": "2036-12-31",
            "statement": STATEMENT,
        }
        await device.do(call_documents.SAVE_DRIVER, input=papers)
        vehicle = {
            "kind": member.kind,
            "plateNo": f"কিশোরগঞ্জ-ছ ৭১-{member.phone[-4:]}",
            "seats": 4,
            "skill": member.skill,
            "idempotencyKey": KEY,
        }
        await device.do(call_documents.ADD_VEHICLE, input=vehicle)
        try:
            await device.do(call_documents.SUBMIT_DRIVER)
        except Refused as refusal:
            if refusal.code != "STALE_STATE":
                raise
        driver: Answer = (await device.ask(call_documents.MY_DRIVER))["myDriver"]
        return driver

    async def _verify(self, member: CrewMember, driver_id: str, vehicle_id: str) -> None:
        officer = self.devices.of(people.VETS[member.upazila])
        decision = {"driverId": driver_id, "decision": "VERIFY"}
        try:
            await officer.do(
                call_documents.DECIDE_VEHICLE, input={"vehicleId": vehicle_id, "usable": True}
            )
        except Refused as refusal:
            if refusal.code != "STALE_STATE":  # decided before a restart
                raise
        await officer.do(call_documents.DECIDE_DRIVER, input=decision)

    async def _center(self, upazila: str) -> Answer:
        slug = f"{HOME}-{upazila}"
        if slug not in self.centers:
            data = await self.devices.stranger.ask(call_documents.CENTER, slug=slug)
            self.centers[slug] = data["place"]
        return self.centers[slug]


def _point(told: Answer) -> Point:
    return Point(float(told["lat"]), float(told["lng"]))


def located(point: Point) -> Answer:
    """Return a point as the API takes it."""
    return {"lat": point.lat, "lng": point.lng}
