"""Another's booking, trip, position, request for blood and paper: not found, on every path.

The access matrix asks for everything as people who have to do with nothing. Here ask those who
stand nearest: whoever had the trip before, or was asked as well; whoever books, drives, gives or
decides beside it. Addresses that need no id are elsewhere: calendars in
`tests/services/test_reviews_and_calendars.py`, files in `tests/media/test_serving.py`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import pytest

from hmk_graph.blood import giving
from hmk_graph.blood.models import BloodGroup
from hmk_graph.dispatch import answering, reallocating, riding, sharing
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Trip, TripState
from hmk_graph.media.models import Media, MediaKind
from realtime.bus import Bus
from realtime.hub import Hub
from tests import factories
from tests.blood import givers
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE, Crew
from tests.factories import NOON, at
from tests.media.files import show
from tests.schema.asking import Operation
from tests.schema.matrix import (
    OPERATIONS,
    SCHEMA,
    UNKNOWN,
    Asker,
    kind_of,
    state_of_all,
    told,
)
from tests.services import desks
from tests.services.desks import TOMORROW_TEN

pytestmark = pytest.mark.usefixtures("db")
G = BloodGroup


@dataclass(frozen=True)
class Scene:
    """Somebody's things, by the type of their ids; whose they are, and who stands near."""

    things: dict[str, int]
    owners: dict[str, int]
    near: dict[str, int]


@pytest.fixture
async def asker(db: str) -> AsyncIterator[Asker]:
    async with Bus(None) as bus:
        yield Asker(Hub(bus), None)


async def scene() -> Scene:
    """Have one citizen book, ride and ask for blood, among people who do the like."""
    citizen = await factories.person("গোপন নাগরিক")
    things, owners, near = await booked(citizen)
    ride = await ridden(citizen)
    request, offers = await asked_for_blood(citizen)
    await show(ride["driver"].account, MediaKind.LICENCE)
    paper = await Media.get(owner_id=ride["driver"].account.id)
    elsewhere = await factories.upazila("kishoreganj-itna")
    return Scene(
        things={
            **things,
            "Trip": (await Trip.get(rider_id=citizen.id)).id,
            "TripOffer": (await fleet.offer_to(ride["driver"])).id,
            "BloodRequest": request,
            "DonationOffer": offers["confirmed"].id,
            "Media": paper.id,
        },
        owners={**owners, "driver": ride["driver"].account.id},
        near={
            **near,
            "the driver who gave the trip back": ride["before"].account.id,
            "a driver who was asked, too": ride["beside"].account.id,
            "a donor who said no": offers["declined"].donor.account_id,
            "an officer elsewhere": (await factories.officer(elsewhere)).id,
            "a desk elsewhere": (await fleet.dispatcher(elsewhere)).id,
        },
    )


async def booked(citizen: Any) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    desk, option = await desks.shop()
    booking = await desks.requested(option, citizen)
    other = await desks.requested(option, starts_at=TOMORROW_TEN + 2 * desks.HOUR)
    rival = await desks.provider()
    near = {"another citizen of the desk": other.citizen_id, "another provider": rival.account_id}
    owners = {"citizen": citizen.id, "provider": desk.account_id}
    return {"Booking": booking.id}, owners, near


async def ridden(rider: Any) -> dict[str, Crew]:
    """Have a trip taken by one driver, given back, and taken by the next; a third was asked."""
    crews = {"before": await fleet.crew(meters=300), "driver": await fleet.crew(meters=500)}
    crews["beside"] = await fleet.crew(meters=900)
    trip = await fleet.trip(rider=rider)
    for name in ("before", "driver"):
        offer = await fleet.offer_to(crews[name])
        await answering.accept_offer(crews[name].account.id, offer.id, clock=at(NOON))
        if name == "before":
            await dropped(crews[name], trip)
    return crews


async def dropped(crew: Crew, trip: Trip) -> None:
    await reallocating.drop_trip(
        crew.account.id, trip.id, Reason.DRIVER_ASKED, whereabouts=WHERE, clock=at(NOON)
    )


async def asked_for_blood(by: Any) -> tuple[int, dict[str, Any]]:
    for _ in range(2):
        await givers.donor(G.AB_NEG)
    request = await givers.need(G.AB_NEG, by=by)
    gives, not_he = await givers.ring(request)
    await giving.offer_to_give(gives.donor.account_id, gives.id, clock=at(NOON))
    await giving.confirm(by.id, gives.id, clock=at(NOON))
    await giving.decline(not_he.donor.account_id, not_he.id)
    return request.id, {"confirmed": gives, "declined": not_he}


def paths(things: dict[str, int]) -> Iterator[tuple[Operation, str, dict[str, str]]]:
    """Return each operation that takes the id of such a thing, that id's name, and all its ids."""
    for operation in OPERATIONS.values():
        kinds = {name: kind_of(operation, name) for name in operation.ids}
        ids = {name: f"{kind}:{things.get(kind, UNKNOWN)}" for name, kind in kinds.items()}
        for name, kind in kinds.items():
            if kind in things:
                yield operation, name, ids


async def test_whoever_stands_near_finds_none_of_anothers_things_on_any_path(asker: Asker):
    them = await scene()
    faults, before = [], await state_of_all()

    for who, asker.viewer_id in {"nobody": None, **them.near}.items():
        for operation, name, ids in paths(them.things):
            unknown = {**ids, name: f"{kind_of(operation, name)}:{UNKNOWN}"}
            known, none = await asker.ask(operation, ids), await asker.ask(operation, unknown)
            if known.replace(ids[name], "it") != none.replace(unknown[name], "it"):
                faults.append(f"{who}: {operation.field} {ids}: {known} is not {none}")
        for operation in OPERATIONS.values():
            if operation.kind != "mutation" and not operation.ids:
                answer = await asker.ask(operation, {})
                faults += [
                    f"{who}: {operation.field} lists {kind} {pk}"
                    for kind, pk in them.things.items()
                    if f'"{kind}:{pk}"' in answer
                ]

    assert faults == []
    after = await state_of_all()
    assert {thing: after.get(thing) for thing in before} == before


async def test_their_owners_find_each_of_them(asker: Asker):
    """A test of the test: the things are there, and each kind of path is gone."""
    them = await scene()
    read, kinds = "", set()
    for asker.viewer_id in them.owners.values():
        for operation, _, ids in paths(them.things):
            kinds.add((operation.kind, kind_of(operation, operation.ids[0])))
            if operation.kind != "mutation":
                read += await asker.ask(operation, ids)
        read += await asker.ask(OPERATIONS["me"], {})

    # An offer that was answered can be read nowhere; it is only named in commands.
    lost = {kind for kind, pk in them.things.items() if f'"{kind}:{pk}"' not in read}
    assert lost == {"TripOffer"}
    for thing in ("Booking", "Trip", "BloodRequest"):
        assert {kind for kind, of in kinds if of == thing} == {"query", "mutation", "subscription"}


async def test_a_link_that_is_no_longer_good_is_as_if_it_had_never_been(asker: Asker):
    """Of a trip that is over, of the driver before, and taken back; the last one is good."""
    rider = await factories.person()
    crew = await fleet.crew(meters=300)
    links = {"never made": "x" * 32, "over": await link_of(await taken(crew, rider))}
    trip = await Trip.get(rider_id=rider.id)
    await Trip.filter(id=trip.id).update(state=TripState.IN_TRIP, started_at=NOON)
    await riding.complete(crew.account.id, trip.id, clock=at(NOON))
    trip = await taken(crew, rider)
    links["the driver before"] = await link_of(trip)
    follows = await fleet.crew(meters=400)
    await dropped(crew, trip)
    offer = await fleet.offer_to(follows)
    trip = await answering.accept_offer(follows.account.id, offer.id, clock=at(NOON))
    links["taken back"] = await link_of(trip)
    await sharing.unshare_trip(rider.id, trip.id, clock=at(NOON))
    good = await link_of(trip)

    answers = {what: await seen(asker, token) for what, token in links.items()}

    assert set(answers.values()) == {answers["never made"]}
    assert answers["never made"] != await seen(asker, good)


async def taken(crew: Crew, rider: Any) -> Trip:
    await fleet.trip(rider=rider)
    offer = await fleet.offer_to(crew)
    return await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))


async def link_of(trip: Trip) -> str:
    return (await sharing.share_trip(trip.rider_id, trip.id, clock=at(NOON))).token


async def seen(asker: Asker, token: str) -> str:
    """Return what anybody sees by a link: asked for once, and followed."""
    answers = []
    for name in ("sharedTrip", "sharedTripPosition"):
        operation = OPERATIONS[name]
        given = {"variable_values": {"token": token}, "context_value": asker.context()}
        if operation.kind == "query":
            answers.append(told(await SCHEMA.execute(operation.query, **given)))
            continue
        stream = await SCHEMA.subscribe(operation.query, **given)
        if hasattr(stream, "__anext__"):
            async with aclosing(stream):
                stream = await anext(stream)
        answers.append(told(stream))
    return " ".join(answers)
