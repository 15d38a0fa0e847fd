"""Whom a search asks, in which order and for how long; and how it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import ApplicationState
from hmk_graph.deadlines import Deadline
from hmk_graph.dispatch import answering, offering, rules, standing_by
from hmk_graph.dispatch.errors import DriverBusy, OfferGone, TripRunning
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Offer, OfferState, Trip, TripKind, VehicleKind
from hmk_graph.dispatch.rules import Candidate, next_batch
from hmk_graph.errors import NotFound
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE, later
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def goes_on(trip: Trip, **span: float) -> Trip:
    """Have the worker look at a search some time after NOON."""
    await offering.search_at_once(trip.id, whereabouts=WHERE, clock=later(**span))
    return await Trip.get(id=trip.id)


async def test_batches_of_three_five_and_seven_go_to_the_nearest():
    crews = [await fleet.crew(meters=100 * n) for n in range(1, 17)]
    trip = await fleet.trip()

    reached = [set(await fleet.offers(trip))]
    for seconds in (21, 42, 63):
        await goes_on(trip, seconds=seconds)
        reached.append(set(await fleet.offers(trip)) - set().union(*reached))

    # Positions are a minute old at most: of the last batch nobody is fresh any more.
    assert [len(batch) for batch in reached] == [3, 5, 7, 0]
    ids = [crew.id for crew in crews]
    assert reached[:3] == [set(ids[:3]), set(ids[3:8]), set(ids[8:15])]


async def test_circles_widen_from_one_and_a_half_to_twelve_kilometers():
    meters = [1_400, 2_900, 5_900, 11_900, 12_200]
    crews = [await fleet.crew(meters=one, seen_at=NOON) for one in meters]
    trip = await fleet.trip()

    order = [next(iter(await fleet.offers(trip)))]
    for seconds in (20, 40, 60):
        await goes_on(trip, seconds=seconds)
        order += [one for one in await fleet.offers(trip) if one not in order]

    assert order == [crew.id for crew in crews[:4]]


async def test_an_offer_lasts_twenty_seconds_and_an_urgent_one_fifteen():
    auto = await fleet.crew()
    ambulance = await fleet.crew(VehicleKind.AMBULANCE_NON_AC)
    await fleet.trip()
    await fleet.trip(TripKind.AMBULANCE)

    lasting = [(await fleet.offer_to(one)).expires_at - NOON for one in (auto, ambulance)]
    assert lasting == [timedelta(seconds=20), timedelta(seconds=15)]


async def test_who_is_not_fit_is_not_asked():
    fit = await fleet.crew()
    await fleet.crew(VehicleKind.CAR)
    await fleet.crew(online=False)
    await fleet.crew(state=ApplicationState.SUSPENDED)
    await fleet.crew(seen_at=NOON - timedelta(seconds=61))
    busy = await fleet.crew(meters=50)
    await answering.accept_offer(busy.account.id, await first_offer(busy), clock=at(NOON))

    trip = await fleet.trip()

    assert await fleet.offers(trip) == {fit.id: "SENT"}


async def first_offer(crew: fleet.Crew) -> int:
    """Have a driver be offered a trip of somebody else, and return the offer."""
    await fleet.trip()
    mine = await fleet.offer_to(crew)
    others = await Offer.filter(trip_id=mine.trip_id).exclude(id=mine.id)
    for other in others:
        await Offer.filter(id=other.id).update(state=OfferState.EXPIRED)
    return mine.id


async def test_an_ambulance_is_fresh_for_two_minutes():
    crew = await fleet.crew(VehicleKind.AMBULANCE_AC, seen_at=NOON - timedelta(seconds=119))

    trip = await fleet.trip(TripKind.AMBULANCE)

    assert await fleet.offers(trip) == {crew.id: "SENT"}


async def test_a_driver_has_one_open_offer_at_most():
    crew = await fleet.crew()
    first, second = await fleet.trip(), await fleet.trip()

    assert await fleet.offers(first) == {crew.id: "SENT"}
    assert await fleet.offers(second) == {}


async def test_an_emergency_asks_all_at_once_and_takes_them_out_of_plain_offers():
    crews = [await fleet.crew(VehicleKind.AMBULANCE_AC, meters=100 * n) for n in (1, 2, 3, 4, 5)]
    planned = await fleet.trip(TripKind.AMBULANCE, starts_at=NOON + timedelta(minutes=31))
    half_past = {"minutes": 12}
    for crew in crews:
        await fleet.seen(crew, fleet.north(100), seen_at=NOON + timedelta(minutes=12))
    planned = await goes_on(planned, **half_past)
    planned = await goes_on(planned, **half_past)
    assert len(await fleet.offers(planned)) == 3

    urgent = await fleet.trip(TripKind.AMBULANCE, clock=later(**half_past))

    assert set((await fleet.offers(urgent)).values()) == {"SENT"}
    assert len(await fleet.offers(urgent)) == 5
    assert set((await fleet.offers(planned)).values()) == {"WITHDRAWN"}


async def test_of_all_who_were_asked_the_others_are_told_at_once_that_it_is_taken():
    near, far = await fleet.crew(meters=100), await fleet.crew(meters=200)
    trip = await fleet.trip()

    offer = await fleet.offer_to(far)
    await answering.accept_offer(far.account.id, offer.id, clock=later(seconds=19))

    assert await fleet.offers(trip) == {near.id: "TAKEN", far.id: "ACCEPTED"}
    told = await event_log.after(f"dispatch.driver.{near.id}", 0)
    assert [(e.kind, e.payload.get("state")) for e in told][-1] == (
        "dispatch.offer_ended",
        "TAKEN",
    )
    with pytest.raises(OfferGone):
        await answering.accept_offer(
            near.account.id, (await fleet.offer_to(near)).id, clock=at(NOON)
        )


async def test_taking_it_twice_is_taking_it_once():
    crew = await fleet.crew()
    trip = await fleet.trip()
    offer = await fleet.offer_to(crew)
    once = await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))

    again = await answering.accept_offer(crew.account.id, offer.id, clock=later(minutes=9))

    assert (again.id, again.version) == (trip.id, once.version)


async def test_an_offer_that_ran_out_cannot_be_taken_though_no_worker_came_by():
    crew = await fleet.crew()
    trip = await fleet.trip()
    offer = await fleet.offer_to(crew)

    with pytest.raises(OfferGone) as gone:
        await answering.accept_offer(crew.account.id, offer.id, clock=later(seconds=20))

    assert gone.value.state == "EXPIRED"
    assert (await Trip.get(id=trip.id)).state == "SEARCHING"


async def test_who_went_home_cannot_take_what_he_was_offered():
    crew = await fleet.crew()
    trip = await fleet.trip()
    offer = await fleet.offer_to(crew)
    await standing_by.go_offline(crew.account.id, whereabouts=WHERE, clock=at(NOON))

    with pytest.raises((OfferGone, DriverBusy)):
        await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))
    assert await fleet.offers(trip) == {crew.id: "DECLINED"}


async def test_an_offer_is_nobody_elses():
    crew, other = await fleet.crew(), await fleet.crew(meters=20_000)
    await fleet.trip()
    offer = await fleet.offer_to(crew)

    with pytest.raises(NotFound):
        await answering.accept_offer(other.account.id, offer.id, clock=at(NOON))


async def test_when_the_last_declines_the_next_are_asked_at_once_and_he_is_not_asked_again():
    near, far = await fleet.crew(meters=100), await fleet.crew(meters=2_000)
    trip = await fleet.trip()

    await answering.decline_offer(
        near.account.id,
        (await fleet.offer_to(near)).id,
        reason=Reason.RIDER_NOT_REACHABLE,
        whereabouts=WHERE,
        clock=later(seconds=3),
    )
    for seconds in (24, 48):
        await goes_on(trip, seconds=seconds)

    assert await fleet.offers(trip) == {near.id: "DECLINED", far.id: "SENT"}
    assert await Offer.filter(driver_id=near.id).count() == 1


async def test_after_five_minutes_there_is_no_driver_and_no_open_offer():
    trip = await fleet.trip()
    await fleet.crew(seen_at=NOON + timedelta(seconds=290))
    await goes_on(trip, seconds=290)
    assert len(await fleet.offers(trip)) == 1

    ended = await goes_on(trip, seconds=300)

    assert ended.state == "NO_DRIVER"
    assert set((await fleet.offers(trip)).values()) == {"WITHDRAWN"}
    assert await offering.search_on(trip.id, [], later(seconds=301)) is None


async def test_an_ambulance_without_a_candidate_goes_to_people_at_once():
    desk = await fleet.dispatcher()

    trip = await fleet.trip(TripKind.AMBULANCE)

    assert (trip.state, trip.alarms) == ("ESCALATED", 1)
    called = await event_log.after(f"accounts.account.{desk.id}", 0)
    assert [event.kind for event in called] == ["dispatch.duty_called"]


async def test_an_ambulance_goes_to_people_after_a_minute_and_all_of_the_district_are_asked():
    near = await fleet.crew(VehicleKind.AMBULANCE_AC)
    far = await fleet.crew(VehicleKind.AMBULANCE_BOAT, meters=60_000)
    unseen = await fleet.crew(VehicleKind.AMBULANCE_ICU, meters=None)
    trip = await fleet.trip(TripKind.AMBULANCE)
    for seconds in (15, 30, 45):
        assert (await goes_on(trip, seconds=seconds)).state == "SEARCHING"

    trip = await goes_on(trip, seconds=60)

    assert trip.state == "ESCALATED"
    assert await fleet.offers(trip) == dict.fromkeys([near.id, far.id, unseen.id], "SENT")
    taken = await answering.accept_offer(
        unseen.account.id, (await fleet.offer_to(unseen)).id, clock=later(seconds=70)
    )
    assert (taken.state, taken.driver_id) == ("ASSIGNED", unseen.id)


async def test_the_alarm_is_repeated_each_minute_until_somebody_comes():
    trip = await fleet.trip(TripKind.AMBULANCE)
    again = [await offering.search_on(trip.id, [], later(seconds=s)) for s in (59, 60, 61, 120)]

    assert [moment - NOON for moment in again if moment] == [
        timedelta(seconds=s) for s in (60, 120, 120, 180)
    ]
    assert (await Trip.get(id=trip.id)).alarms == 3
    for minutes in range(3, 60):
        assert await offering.search_on(trip.id, [], later(minutes=minutes)) is not None


async def test_an_ambulance_has_a_deadline_for_as_long_as_it_is_searched_for():
    trip = await fleet.trip(TripKind.AMBULANCE)

    assert await Deadline.exists(kind="dispatch.search", subject_id=trip.id)


async def test_a_rider_has_one_trip_at_a_time_but_for_ambulances():
    rider = await factories.person()
    await fleet.trip(rider=rider)

    with pytest.raises(TripRunning):
        await fleet.trip(rider=rider)
    ambulance = await fleet.trip(TripKind.AMBULANCE, rider=rider)

    assert ambulance.state == "ESCALATED"
    assert await Trip.filter(rider_id=rider.id).count() == 2


def test_a_boat_that_is_slow_comes_after_a_car_that_is_farther():
    boat = Candidate(
        driver_id=1, vehicle_id=1, vehicle_kind=VehicleKind.AMBULANCE_BOAT, distance_m=800
    )
    car = Candidate(
        driver_id=2, vehicle_id=2, vehicle_kind=VehicleKind.AMBULANCE_AC, distance_m=1_200
    )

    _, chosen = next_batch([boat, car], {}, batch=0, urgent=True)

    assert [one.driver_id for one in chosen] == [2, 1]


def test_a_freezer_is_offered_to_nobody_alive():
    wanted = rules.wanted_kinds(TripKind.AMBULANCE, (), None)

    assert VehicleKind.AMBULANCE_FREEZER not in wanted
    assert rules.wanted_kinds(TripKind.AMBULANCE, [VehicleKind.AMBULANCE_FREEZER], None) == {
        VehicleKind.AMBULANCE_FREEZER
    }
