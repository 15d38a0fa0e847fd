"""Each way to be brought or helped, from the first question to the last, through GraphQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.dispatch import offering
from hmk_graph.dispatch.models import Trip
from hmk_graph.dispatch.sightings import TableWhereabouts
from hmk_graph.media.models import MediaKind
from hmk_graph.services import categories
from tests import factories
from tests.dispatch import asking, fleet
from tests.dispatch.asking import House
from tests.factories import NOON, at
from tests.media.files import show

pytestmark = pytest.mark.usefixtures("db")
CENTER = {"lat": 24.45, "lng": 90.88}
HOSPITAL = {"lat": 24.47, "lng": 90.90}
TRIP = "... on Trip { id state startCode fare fareLines { name amount } }"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with asking.house() as opened:
        yield opened


async def a_driver(house: House, kind: str, **more: Any) -> tuple[Account, dict[str, Any]]:
    """Have a person write papers and vehicle down, and an officer verify both; then go to work."""
    union, person = await fleet.area(), await factories.person("মো. হানিফ")
    officer = await factories.officer()
    saved = await house.do(
        "saveDriver",
        "... on Driver { id state }",
        person.id,
        name="মো. হানিফ",
        contactPhone="০১৭১২-৩৪৫৬৭৮",
        placeId=f"Place:{union.id}",
        licenceNo="KG-1234567",
        licenceUntil="2030-01-31",
        statement="দশ বছর ধরে চালাই",
    )
    vehicle = await house.do(
        "addVehicle",
        "... on Vehicle { id state }",
        person.id,
        kind=kind,
        idempotencyKey="v",
        **more,
    )
    handed_in = await house.ask(
        "mutation { submitDriver { __typename ... on Driver { state dueAt } } }", person.id
    )
    assert handed_in["submitDriver"]["state"] == "SUBMITTED"
    assert await waits(house, officer, saved["id"])
    verified = await house.do(
        "decideDriver",
        "... on Driver { state contactPhone }",
        officer.id,
        driverId=saved["id"],
        decision="VERIFY",
    )
    assert verified["state"] == "VERIFIED"
    # The vehicle still waits to be seen.
    assert await waits(house, officer, saved["id"])
    assert "1712345" not in verified["contactPhone"]
    usable = await house.do(
        "decideVehicle",
        "... on Vehicle { state }",
        officer.id,
        vehicleId=vehicle["id"],
        usable=True,
    )
    assert usable["state"] == "VERIFIED"
    assert not await waits(house, officer, saved["id"])
    online = await house.do(
        "goOnline", "... on Driver { vehicleId }", person.id, vehicleId=vehicle["id"]
    )
    assert online["vehicleId"] == vehicle["id"]
    await reports(house, person, 1, lat=24.4526, lng=90.8801)
    return person, saved


async def reports(house: House, driver: Account, seq: int, *, lat: float, lng: float) -> None:
    now = await house.clock()
    point = {"at": now.isoformat(), "lat": lat, "lng": lng, "accuracyM": 8}
    told = await house.do(
        "reportPositions",
        "... on PositionsTaken { taken dropped freshness }",
        driver.id,
        seq=seq,
        points=[point],
    )
    assert (told["taken"], told["freshness"]) == (1, "LIVE")


async def waits(house: House, officer: Account, driver_id: str) -> bool:
    """Say whether a driver is among those who wait for a decision, and not among the rest."""
    lists = await house.ask(
        """{ due: drivers(waiting: true, first: 100) { edges { node { id } } }
            rest: drivers(waiting: false, first: 100) { edges { node { id } } } }""",
        officer.id,
    )
    due, rest = ([edge["node"]["id"] for edge in each["edges"]] for each in lists.values())
    assert (driver_id in due) != (driver_id in rest)
    return driver_id in due


async def asked(house: House, rider: Account, kind: str, **more: Any) -> dict[str, Any]:
    quote = await house.do(
        "quoteTrip",
        "... on TripQuote { id fare lines { name amount } }",
        rider.id,
        kind=kind,
        pickup=CENTER,
        idempotencyKey="q",
        **more,
    )
    assert quote["fare"] == sum(line["amount"] for line in quote["lines"])
    trip = await house.do(
        "requestTrip",
        TRIP,
        rider.id,
        tripQuoteId=quote["id"],
        pickupNote="মসজিদের পাশে",
        idempotencyKey="t",
    )
    assert (trip["state"], trip["fare"]) == ("SEARCHING", quote["fare"])
    return trip


async def offered(house: House, driver: Account) -> dict[str, Any]:
    """Return the driver's open offer, as his stream begins with it."""
    query = """subscription { driverEvents { ... on DriverSnapshot {
        driver { openOffer { id kind urgent etaS fare expiresAt pickup { lat } } } } } }"""
    async with house.following(query, driver.id) as items:
        offer = (await anext(items))["driver"]["openOffer"]
    assert offer is not None
    return offer


async def driven(house: House, driver: Account, trip: dict[str, Any], code: str) -> dict[str, Any]:
    """Drive a taken trip to its end, by the driver's own steps."""
    who = driver.id
    assert (await house.do("setOut", TRIP, who, tripId=trip["id"]))["state"] == "EN_ROUTE"
    house.clock = at(NOON + timedelta(minutes=4))
    await reports(house, driver, 2, lat=24.4501, lng=90.8801)
    assert (await house.do("arrive", TRIP, who, tripId=trip["id"]))["state"] == "ARRIVED"
    begun = await house.do("startTrip", TRIP, who, tripId=trip["id"], code=code)
    assert begun["state"] == "IN_TRIP"
    for minute, (lat, lng) in enumerate([(24.455, 90.885), (24.462, 90.893), (24.47, 90.90)]):
        house.clock = at(NOON + timedelta(minutes=7 + 3 * minute))
        await reports(house, driver, 3 + minute, lat=lat, lng=lng)
    done = await house.do("completeTrip", TRIP, who, tripId=trip["id"])
    assert done["state"] == "COMPLETED"
    return done


KINDS = {
    "AMBULANCE": ("AMBULANCE_AC", {}, {"drop": HOSPITAL}),
    "AUTO": ("AUTO", {}, {"drop": HOSPITAL}),
    "RICKSHAW": ("RICKSHAW", {}, {"drop": HOSPITAL}),
    "CAR": ("MICROBUS", {"seats": 11}, {"drop": HOSPITAL}),
    "BOAT": ("BOAT", {"seats": 20}, {"drop": HOSPITAL, "medium": "WATER"}),
    "GOODS": ("PICKUP", {}, {"drop": HOSPITAL}),
    "DRIVER": ("ON_FOOT", {"skill": "driver"}, {}),
    "HOME_SERVICE": ("ON_FOOT", {"skill": "electrician"}, {"skill": "electrician"}),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_from_the_papers_of_a_driver_to_the_end_of_a_trip(house: House, kind: str):
    vehicle, more, wish = KINDS[kind]
    driver, _ = await a_driver(house, vehicle, **more)
    rider = await factories.person("সালমা আক্তার")
    trip = await asked(house, rider, kind, **wish)

    offer = await offered(house, driver)
    assert (offer["kind"], offer["urgent"]) == (kind, kind == "AMBULANCE")
    taken = await house.do("acceptTripOffer", TRIP, driver.id, tripOfferId=offer["id"])
    assert (taken["state"], taken["startCode"]) == ("ASSIGNED", None)

    seen = await house.ask(
        "query ($id: ID!) { trip(id: $id) { startCode driver { name phone plateNo } phones } }",
        rider.id,
        id=trip["id"],
    )
    assert seen["trip"]["driver"]["name"] == "মো. হানিফ"
    done = await driven(house, driver, trip, seen["trip"]["startCode"] or "")

    row = await Trip.get(id=int(trip["id"].split(":")[1]))
    if "drop" in wish:
        assert row.travelled_m is not None
        assert 2_900 < row.travelled_m < 3_300
    assert done["fare"] == row.fare_paisa
    mine = await house.ask("{ myTrips { edges { node { id state } } } }", rider.id)
    assert mine["myTrips"]["edges"] == [{"node": {"id": trip["id"], "state": "COMPLETED"}}]
    driving = await house.ask("{ myDriving { edges { node { id rider { phone } } } } }", driver.id)
    assert driving["myDriving"]["edges"] == [{"node": {"id": trip["id"], "rider": None}}]


async def test_an_ambulance_without_its_papers_is_let_out_by_no_officer(house: House):
    await categories.load()
    union, person = await fleet.area(), await factories.person("মো. হানিফ")
    officer = await factories.officer()
    saved = await house.do(
        "saveDriver",
        "... on Driver { id }",
        person.id,
        name="মো. হানিফ",
        contactPhone="01712345678",
        placeId=f"Place:{union.id}",
        licenceNo="KG-1234567",
        licenceUntil="2030-01-31",
        statement="দশ বছর ধরে চালাই",
    )
    vehicle = await house.do(
        "addVehicle",
        "... on Vehicle { id }",
        person.id,
        kind="AMBULANCE_AC",
        idempotencyKey="v",
    )
    handed_in = await house.ask(
        "mutation { submitDriver { ... on Driver { missingPapers } } }", person.id
    )
    assert handed_in["submitDriver"]["missingPapers"] == ["LICENCE", "FITNESS"]
    await show(person, MediaKind.LICENCE)

    missing = "... on PapersMissing { missing }"
    verify = {"driverId": saved["id"], "decision": "VERIFY"}
    for mutation, decision in (
        ("decideVehicle", {"vehicleId": vehicle["id"], "usable": True}),
        ("decideDriver", verify),
    ):
        refused = await house.do(mutation, missing, officer.id, **decision)
        assert (refused["code"], refused["missing"]) == ("PAPERS_MISSING", ["FITNESS"])
    await show(person, MediaKind.LICENCE, MediaKind.FITNESS)
    verified = await house.do(
        "decideDriver", "... on Driver { state missingPapers }", officer.id, **verify
    )

    assert (verified["state"], verified["missingPapers"]) == ("VERIFIED", [])


async def test_an_ambulance_that_nobody_brings_is_brought_by_the_desk(house: House):
    await fleet.area()
    rider, desk = await factories.person(), await fleet.dispatcher()
    quote = await house.do(
        "quoteTrip",
        "... on TripQuote { id fare }",
        rider.id,
        kind="AMBULANCE",
        pickup=CENTER,
        idempotencyKey="q",
    )
    trip = await house.do(
        "requestTrip", TRIP, rider.id, tripQuoteId=quote["id"], idempotencyKey="t"
    )
    assert trip["state"] == "ESCALATED"

    seen = await house.ask(
        "query ($id: ID!) { trip(id: $id) { phones alarms } }", rider.id, id=trip["id"]
    )
    assert seen["trip"] == {"phones": ["999"], "alarms": 1}
    district = await factories.district()
    query = """subscription ($id: ID!) { deskEvents(placeId: $id) {
        ... on DispatchDeskSnapshot { trips { id state rider { phone } } } } }"""
    async with house.following(query, desk.id, id=f"Place:{district.id}") as items:
        assert (await anext(items))["trips"][0]["id"] == trip["id"]
    given = await house.do(
        "assignTrip",
        "... on Trip { state tracking }",
        desk.id,
        tripId=trip["id"],
        name="আব্দুল মালেক",
        phone="01812345678",
        vehicle="সাদা মাইক্রোবাস",
    )
    assert given == {"__typename": "Trip", "state": "ASSIGNED", "tracking": "NONE"}
    position = await house.ask(
        "query ($id: ID!) { tripPositionNow(tripId: $id) { tracking freshness point { lat } } }",
        rider.id,
        id=trip["id"],
    )
    assert position["tripPositionNow"] == {
        "tracking": "NONE",
        "freshness": "UNKNOWN",
        "point": None,
    }
    for step in ("setOut", "arrive"):
        await house.do(step, TRIP, desk.id, tripId=trip["id"])
    await house.do("startTrip", TRIP, desk.id, tripId=trip["id"])
    done = await house.do("completeTrip", TRIP, desk.id, tripId=trip["id"])

    assert done["state"] == "COMPLETED"
    told = await event_log.after(f"dispatch.desk.{district.id}", 0)
    assert [event.kind for event in told] == ["dispatch.desk_alarmed", "dispatch.desk_cleared"]


async def test_a_trip_for_tomorrow_is_searched_for_shortly_before(house: House):
    driver = await fleet.crew(seen_at=NOON + timedelta(hours=24))
    rider = await factories.person()
    morning = NOON + timedelta(hours=24, minutes=10)
    quote = await house.do(
        "quoteTrip",
        "... on TripQuote { id }",
        rider.id,
        kind="AUTO",
        pickup=CENTER,
        startsAt=morning.isoformat(),
        idempotencyKey="q",
    )
    trip = await house.do(
        "requestTrip", TRIP, rider.id, tripQuoteId=quote["id"], idempotencyKey="t"
    )
    assert trip["state"] == "SCHEDULED"
    pk = int(trip["id"].split(":")[1])

    early = await offering.search_on(pk, [], at(NOON))
    assert early == morning - timedelta(minutes=20)
    clock = at(NOON + timedelta(hours=24))
    assert await offering.search_on(pk, [], clock) == NOON + timedelta(hours=24)
    await offering.search_at_once(pk, whereabouts=TableWhereabouts(), clock=clock)

    assert await fleet.offers(await Trip.get(id=pk)) == {driver.id: "SENT"}
