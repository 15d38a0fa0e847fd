"""Failure 17: accept, accept, cancel, reallocate and expire on one trip, in every order.

All five are begun, so that each has read what it reads before the lock; then they are let go one
after the other, in each order, while the offers run out before the first, the second, ... or none
of them. What a command reads before it has the trip's lock never decides, so the order in which
they get the lock and the clock they find there are all there is: 120 orders times six moments.
Pairs are also woven in every way. Whatever the order: one driver or none, no open offer of a trip
that is not searched for, and whoever was asked has been told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.dispatch import answering, canceling, offering, reallocating
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Offer, OfferState, Trip, TripKind, TripState
from hmk_graph.dispatch.trip_keeping import e6
from hmk_graph.errors import DomainError
from hmk_graph.event_log import transaction
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import CENTER, Crew
from tests.factories import NOON
from tests.haat.test_interleavings import STRIKE, WAITING, orders

BEFORE, AFTER = NOON + timedelta(seconds=5), NOON + timedelta(seconds=25)
Command = Callable[[Trip, Clock], Awaitable[Any]]


@dataclass
class Player:
    """A command, and how far it may go."""

    command: Command
    at_clock: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    outcome: Any = None
    task: asyncio.Task[None] | None = None


class Road:
    """Where the commands meet: one trip and one clock."""

    def __init__(self, trip: Trip) -> None:
        self.trip = trip
        self.now = BEFORE

    def begin(self, player: Player, tasks: asyncio.TaskGroup) -> None:
        async def clock() -> datetime:
            player.at_clock.set()
            await player.let_go.wait()
            return self.now

        async def play() -> None:
            try:
                player.outcome = await player.command(self.trip, clock)
            except DomainError as refusal:
                player.outcome = refusal

        player.task = tasks.create_task(play())

    async def settled(self, player: Player) -> None:
        """Wait until a command has ended, stands at its clock, or waits for another's lock."""
        assert player.task is not None
        while not (player.task.done() or player.at_clock.is_set()):
            rows = await get_connection("default").execute_query_dict(WAITING)
            if rows[0]["waiting"]:
                return

    async def run(self, steps: list[Any], players: list[Player]) -> None:
        async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
            for step in steps:
                if step == STRIKE:
                    self.now = AFTER
                    continue
                player = players[step]
                if player.task is None:
                    self.begin(player, tasks)
                else:
                    player.let_go.set()
                for each in players:
                    if each.task is not None and (each is player or each.let_go.is_set()):
                        await self.settled(each)


class Cast:
    """Who acts on the trips of a test: made once, for people are slow to make."""

    crews: list[Crew]
    rider: Account
    desk: Account

    async def enter(self) -> Cast:
        self.crews = [await fleet.crew(meters=100), await fleet.crew(meters=200)]
        self.rider = await factories.person()
        self.desk = await fleet.dispatcher()
        self.place = await factories.upazila()
        return self

    async def fresh_trip(self, kind: TripKind) -> Trip:
        """Make a trip that is offered to both drivers until the clock strikes."""
        made = await Trip.create(
            kind=kind,
            state=TripState.SEARCHING,
            batch=1,
            rider=self.rider,
            requester=self.rider,
            contact_name="",
            contact_phone=self.rider.phone,
            vehicle_kinds=["AUTO"],
            place=self.place,
            pickup_lat_e6=e6(CENTER.lat),
            pickup_lng_e6=e6(CENTER.lng),
            lines=[],
            rates={"per_km": 0, "waiting_per_min": 0, "cancel": 0},
            fare_paisa=0,
            requested_at=NOON,
            search_began_at=NOON,
        )
        for crew in self.crews:
            await Offer.create(
                trip=made,
                attempt=1,
                batch=1,
                driver_id=crew.id,
                vehicle_id=crew.vehicle.id,
                sent_at=NOON,
                expires_at=NOON + timedelta(seconds=20),
            )
        return made

    async def clear(self, trip: Trip) -> None:
        """Take a trip off the road, so that the drivers are free for the next."""
        await Offer.filter(state=OfferState.SENT).update(state=OfferState.WITHDRAWN)
        await Trip.filter(id=trip.id, state__not_in=["CANCELLED", "NO_DRIVER"]).update(
            state=TripState.COMPLETED
        )

    def accept(self, who: int) -> Command:
        async def command(trip: Trip, clock: Clock) -> Trip:
            crew = self.crews[who]
            offer = await Offer.get(trip_id=trip.id, driver_id=crew.id, attempt=1)
            return await answering.accept_offer(crew.account.id, offer.id, clock=clock)

        return command

    async def cancel(self, trip: Trip, clock: Clock) -> Trip:
        return await canceling.cancel_trip(self.desk.id, trip.id, clock=clock)

    async def drop(self, trip: Trip, clock: Clock) -> Trip:
        return await reallocating._drop(self.desk.id, trip.id, Reason.DRIVER_NOT_MOVING, clock)

    async def expire(self, trip: Trip, clock: Clock) -> datetime | None:
        return await offering.search_on(trip.id, [], clock)

    def all_five(self) -> list[Command]:
        return [self.accept(0), self.accept(1), self.cancel, self.drop, self.expire]


async def play(
    cast: Cast, commands: list[Command], steps: list[Any], kind: TripKind = TripKind.AUTO
) -> tuple[Trip, list[Player]]:
    trip = await cast.fresh_trip(kind)
    players = [Player(command=command) for command in commands]
    await Road(trip).run(steps, players)
    return await Trip.get(id=trip.id), players


async def check(stored: Trip, steps: list[Any], accepts: list[Player], cancel: Any) -> None:
    """What holds after any order."""
    offers = await Offer.filter(trip_id=stored.id)
    events = await event_log.after(f"dispatch.trip.{stored.id}", 0)
    winners = [p for p in accepts if isinstance(p.outcome, Trip)]
    taken = [offer for offer in offers if offer.state is OfferState.ACCEPTED]
    carried = stored.state in ("ASSIGNED", "EN_ROUTE", "ARRIVED", "IN_TRIP")

    assert len(winners) == len(taken) <= 1, steps
    assert (stored.driver_id is not None) or not carried, steps
    if carried:
        assert [offer.driver_id for offer in taken] == [stored.driver_id], steps
    if stored.state not in ("SEARCHING", "ESCALATED"):
        assert not [offer for offer in offers if offer.state is OfferState.SENT], steps
    canceled = isinstance(cancel, Trip)
    assert canceled == (stored.state is TripState.CANCELLED), steps
    kinds = [event.kind for event in events]
    if canceled:
        assert kinds[-1] == "dispatch.trip_canceled", steps
    if events:
        assert events[-1].payload["state"] == stored.state.value, steps
        assert events[-1].payload["attempt"] == stored.attempt, steps
    assert kinds.count("dispatch.trip_assigned") == len(winners), steps
    for offer in offers:
        told = await event_log.after(f"dispatch.driver.{offer.driver_id}", 0, limit=10_000)
        ends = [e.payload["state"] for e in told if e.payload.get("trip_offer_id") == offer.id]
        over = offer.state not in (OfferState.SENT, OfferState.ACCEPTED)
        assert ends == ([offer.state.value] if over else []), steps


@pytest.fixture
async def cast(db: str) -> Cast:
    return await Cast().enter()


@pytest.mark.parametrize("strike", range(6))
async def test_all_five_in_every_order_leave_one_driver_or_none(cast: Cast, strike: int):
    seen = set()
    for order in permutations(range(5)):
        if order.index(0) > order.index(1):
            continue  # the two drivers are alike
        let_go: list[Any] = list(order)
        let_go.insert(strike, STRIKE)
        steps = [*order, *let_go]
        stored, players = await play(cast, cast.all_five(), steps)

        await check(stored, steps, players[:2], players[2].outcome)
        seen.add(stored.state.value)
        await cast.clear(stored)
    assert seen >= {"CANCELLED"}


PAIRS = [
    *(("accept", other) for other in ("rival", "cancel", "drop", "expire")),
    *(("cancel", other) for other in ("drop", "expire")),
    ("drop", "expire"),
]


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
async def test_any_two_woven_in_any_way_leave_one_driver_or_none(cast: Cast, pair):
    for steps in orders(2):
        named = {"accept": cast.accept(0), "rival": cast.accept(1)}
        commands = [named.get(name) or getattr(cast, name) for name in pair]
        stored, players = await play(cast, commands, steps)

        by_name = dict(zip(pair, players, strict=True))
        accepts = [by_name[name] for name in ("accept", "rival") if name in by_name]
        cancel = by_name["cancel"].outcome if "cancel" in by_name else None
        await check(stored, steps, accepts, cancel)
        await cast.clear(stored)


async def test_the_harness_catches_an_accept_that_looks_without_a_lock(cast: Cast):
    """A test of the test: in some order the trip is canceled, and has a driver all the same."""

    async def careless(trip: Trip, clock: Clock) -> Trip:
        async with transaction():
            found = await Trip.get(id=trip.id)
            await clock()
            if found.state is TripState.SEARCHING:
                found.state, found.driver_id = TripState.ASSIGNED, cast.crews[0].id
                await found.save(update_fields=["state", "driver_id"])
        return found

    wrong = []
    for steps in orders(2):
        stored, [_, cancel] = await play(cast, [careless, cast.cancel], steps)
        wrong.append(isinstance(cancel.outcome, Trip) and stored.state is not TripState.CANCELLED)
        await cast.clear(stored)

    assert any(wrong)


async def test_eight_drivers_who_accept_at_once_are_one_driver(db: str):
    crews = [await fleet.crew(meters=10 * n) for n in range(1, 9)]
    trip = await fleet.trip()
    for crew in crews:
        if not await Offer.exists(trip_id=trip.id, driver_id=crew.id):
            await Offer.create(
                trip=trip,
                attempt=1,
                batch=1,
                driver_id=crew.id,
                vehicle_id=crew.vehicle.id,
                sent_at=NOON,
                expires_at=NOON + timedelta(seconds=20),
            )

    async def take(crew: Crew) -> Any:
        offer = await fleet.offer_to(crew)
        try:
            return await answering.accept_offer(crew.account.id, offer.id, clock=factories.at(NOON))
        except DomainError as refusal:
            return refusal

    outcomes = await asyncio.gather(*(take(crew) for crew in crews))

    assert sum(isinstance(outcome, Trip) for outcome in outcomes) == 1
    assert sorted((await fleet.offers(trip)).values()) == ["ACCEPTED", *["TAKEN"] * 7]
