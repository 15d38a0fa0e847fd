"""Whoever has left for good drives nobody, is rung by nobody, and is named nowhere."""

from __future__ import annotations

import pytest

from hmk_graph.accounts import suspending
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.dispatch import leaving, queries
from hmk_graph.dispatch.models import (
    Driver,
    Quote,
    Trip,
    TripKind,
    TripState,
    Vehicle,
    VehicleKind,
)
from hmk_graph.dispatch.requesting import Call
from hmk_graph.event_log import EventRow
from hmk_graph.reactions import react
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def none_open(_account_id: int) -> list[str]:
    return []


async def erased(person: Account) -> None:
    """Have a person leave, and the worker do what follows; that twice, as it may."""
    await suspending.erase(person.id, open_obligations=none_open, clock=at(NOON))
    event = await EventRow.get(kind="accounts.account_erased")
    for _ in range(2):
        await react(event.id, at(NOON))


async def test_a_driver_who_has_left_is_called_by_nobody_and_his_papers_name_nobody():
    ambulance = await fleet.crew(VehicleKind.AMBULANCE_AC)
    await Driver.filter(id=ambulance.id).update(licence_no="KG-1", statement="দশ বছর")
    trip = await fleet.trip(TripKind.AMBULANCE)
    [before] = await queries.ambulance_phones([trip.place_id])
    assert before == ["999", ambulance.driver.contact_phone]

    await erased(ambulance.account)

    driver, vehicle = await Driver.get(id=ambulance.id), await Vehicle.get(id=ambulance.vehicle.id)
    words = (driver.name, driver.contact_phone, driver.licence_no, driver.statement)
    assert (driver.state, *words, vehicle.plate_no) == ("TERMINATED", "", "", "", "", "")
    assert (driver.vehicle_id, vehicle.state) == (None, "RETIRED")
    assert await fleet.offers(trip) == {ambulance.id: "DECLINED"}
    assert await queries.ambulance_phones([trip.place_id]) == [["999"]]


async def test_what_a_rider_who_has_left_had_said_is_wiped_and_his_ways_stay():
    rider = await factories.person()
    call = Call(contact_phone="01712345678", pickup_note="লাল গেট", drop_note="হাসপাতাল")
    trip = await fleet.trip(rider=rider, call=call)
    await Trip.filter(id=trip.id).update(state=TripState.NO_DRIVER)

    await erased(rider)

    row = await Trip.get(id=trip.id)
    assert (row.contact_name, row.contact_phone, row.pickup_note, row.drop_note) == ("",) * 4
    assert (row.rider_id, row.fare_paisa) == (rider.id, trip.fare_paisa)
    assert await Quote.filter(account_id=rider.id).count() == 0


async def test_who_was_suspended_is_on_no_list_of_numbers_and_on_no_map():
    ambulance = await fleet.crew(VehicleKind.AMBULANCE_AC)
    kinds, place = [VehicleKind.AMBULANCE_AC], (await fleet.area()).parent_id
    around = {"around": fleet.CENTER, "whereabouts": WHERE, "clock": at(NOON)}
    assert len(await queries.cells(kinds, "", **around)) == 1

    await Account.filter(id=ambulance.account.id).update(state=AccountState.SUSPENDED)

    assert await queries.cells(kinds, "", **around) == []
    assert await queries.ambulance_phones([place]) == [["999"]]


async def test_leaving_twice_or_without_papers_is_no_matter():
    stranger = await factories.person()

    for _ in range(2):
        await leaving.forget(stranger.id, clock=at(NOON))

    assert await Driver.all().count() == 0
