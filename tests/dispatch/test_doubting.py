"""A phone to which drivers came in vain too often is rung first; never that of who needs help."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.dispatch import (
    answering,
    canceling,
    confirming,
    offering,
    reallocating,
    riding,
    rules,
)
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Offer, Trip, TripKind, TripState
from hmk_graph.dispatch.requesting import Call
from hmk_graph.errors import NotFound
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import CENTER, WHERE, later
from tests.dispatch.test_interleavings import AFTER, STRIKE, Command, Player, Road
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def past(rider: Account, *, times: int, **columns: Any) -> None:
    """Have a rider have had so many trips, all of them over."""
    for _ in range(times):
        trip = await fleet.trip(rider=rider)
        await Offer.filter(trip_id=trip.id).delete()
        given = {"assigned_at": NOON, "ended_at": NOON, **columns}
        await Trip.filter(id=trip.id).update(**given)


async def troubled(times: int = rules.NUISANCE_FROM) -> Account:
    """Make a rider who called so many trips off while a driver came."""
    rider = await factories.person("সালমা আক্তার")
    await past(rider, times=times, state=TripState.CANCELLED, ended_by="RIDER")
    return rider


async def test_who_let_three_drivers_come_in_vain_waits_for_the_desk():
    crew, rider = await fleet.crew(), await troubled()
    await past(rider, times=4, state=TripState.COMPLETED)

    trip = await fleet.trip(rider=rider)

    assert trip.state is TripState.AT_DESK
    assert await fleet.offers(trip) == {}
    confirmed = await confirming.confirm_trip(
        (await fleet.dispatcher()).id, trip.id, whereabouts=WHERE, clock=later(seconds=30)
    )
    assert confirmed.state is TripState.SEARCHING
    assert set(await fleet.offers(trip)) == {crew.id}


@pytest.mark.parametrize(("in_vain", "driven"), [(2, 0), (3, 5)])
async def test_a_few_and_a_small_part_are_forgiven(in_vain: int, driven: int):
    rider = await troubled(in_vain)
    await past(rider, times=driven, state=TripState.COMPLETED)

    assert (await fleet.trip(rider=rider)).state is TripState.SEARCHING


async def test_after_a_month_it_is_forgotten():
    rider = await troubled()
    await Trip.all().update(requested_at=NOON - rules.NUISANCE_WITHIN)

    assert (await fleet.trip(rider=rider)).state is TripState.SEARCHING


async def test_an_ambulance_comes_at_once_whoever_calls():
    crew, rider = await fleet.crew(fleet.VehicleKind.AMBULANCE_AC), await troubled(9)

    trip = await fleet.trip(TripKind.AMBULANCE, rider=rider)

    assert trip.state is TripState.SEARCHING
    assert set(await fleet.offers(trip)) == {crew.id}


async def test_the_phone_counts_whoever_calls_with_it():
    rider, other = await troubled(), await factories.person()

    trip = await fleet.trip(rider=other, call=Call(contact_phone=str(rider.phone)))

    assert trip.state is TripState.AT_DESK


async def test_the_desk_that_calls_for_somebody_has_spoken_with_him():
    rider = await troubled()

    desk = await fleet.dispatcher()
    trip = await fleet.trip(rider=desk, call=Call(contact_phone=str(rider.phone)))

    assert (trip.state, trip.rider_id) == (TripState.SEARCHING, rider.id)


async def test_a_driver_who_waited_for_nobody_counts():
    rider = await troubled(2)
    crew = await fleet.crew(meters=0)
    trip = await fleet.trip(rider=rider)
    offer = await fleet.offer_to(crew)
    await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))
    await riding.set_out(crew.account.id, trip.id, clock=at(NOON))
    await fleet.seen(crew, CENTER)
    await riding.arrive(crew.account.id, trip.id, whereabouts=WHERE, clock=at(NOON))

    await reallocating.drop_trip(
        crew.account.id, trip.id, Reason.RIDER_ABSENT, whereabouts=WHERE, clock=at(NOON)
    )
    await canceling.cancel_trip(rider.id, trip.id, clock=at(NOON))

    assert (await fleet.trip(rider=rider)).state is TripState.AT_DESK


async def test_a_trip_for_later_waits_for_its_hour_once_it_is_confirmed():
    rider = await troubled()
    hour = NOON + timedelta(hours=3)

    trip = await fleet.trip(rider=rider, starts_at=hour)
    assert trip.state is TripState.AT_DESK
    confirmed = await confirming.confirm_trip(
        (await fleet.dispatcher()).id, trip.id, whereabouts=WHERE, clock=at(NOON)
    )

    assert (confirmed.state, confirmed.scheduled_for) == (TripState.SCHEDULED, hour)


async def test_what_the_desk_does_not_confirm_ends_and_the_caller_is_told():
    trip = await fleet.trip(rider=await troubled())

    early = await offering.search_on(trip.id, [], later(minutes=9))
    ended = await offering.search_on(trip.id, [], later(minutes=10))

    assert (early, ended) == (NOON + timedelta(minutes=10), None)
    assert (await Trip.get(id=trip.id)).state is TripState.NO_DRIVER


async def test_nobody_but_the_desk_of_the_area_confirms():
    rider = await troubled()
    trip = await fleet.trip(rider=rider)
    elsewhere = await fleet.dispatcher(await factories.upazila("kishoreganj-itna"))

    for person in (rider, elsewhere):
        with pytest.raises(NotFound):
            await confirming.confirm_trip(person.id, trip.id, whereabouts=WHERE, clock=at(NOON))
    assert (await Trip.get(id=trip.id)).state is TripState.AT_DESK


async def test_confirm_cancel_and_the_end_of_waiting_meet_in_every_order():
    rider, desk = await troubled(), await fleet.dispatcher()

    async def confirm(trip: Trip, clock: Clock) -> Any:
        return await confirming._confirm(desk.id, trip.id, clock)

    async def cancel(trip: Trip, clock: Clock) -> Any:
        return await canceling.cancel_trip(rider.id, trip.id, clock=clock)

    async def pass_by(trip: Trip, clock: Clock) -> Any:
        return await offering.search_on(trip.id, [], clock)

    commands: list[Command] = [confirm, cancel, pass_by]
    for order in permutations(range(3)):
        for struck in range(4):
            trip = await fleet.trip(rider=rider)
            # The clock strikes at AFTER, and the desk's time is over then.
            await Trip.filter(id=trip.id).update(
                requested_at=AFTER - rules.DESK_CONFIRMS_WITHIN, ended_at=None
            )
            players = [Player(command=command) for command in commands]
            steps: list[Any] = [*order, *order]
            steps.insert(3 + struck, STRIKE)
            await Road(trip).run(steps, players)

            ended = await Trip.get(id=trip.id)
            assert ended.state in (TripState.CANCELLED, TripState.NO_DRIVER)
            assert not await Offer.exists(trip_id=trip.id, state="SENT")
            # Who gets the lock first decides about the others.
            confirmed = isinstance(players[0].outcome, Trip)
            assert confirmed or order[0] != 0
            assert not confirmed or order.index(0) < order.index(1)
            assert ended.state is TripState.CANCELLED or not confirmed
