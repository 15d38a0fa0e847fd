"""A verified provider of a home service is called to homes like a driver, as long as he may be."""

from __future__ import annotations

import pytest

from hmk_graph import event_log
from hmk_graph.dispatch import enrolling, standing_by
from hmk_graph.dispatch.enrolling import Papers
from hmk_graph.dispatch.models import Driver, TripKind, Vehicle
from hmk_graph.reactions import REACTIONS
from hmk_graph.services import approving, calling_out, providing
from hmk_graph.services.machines import ProviderCommand
from hmk_graph.services.models import Provider, ProviderState, Service, ServiceState, Venue
from hmk_graph.services.providing import Profile
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE
from tests.factories import NOON, at
from tests.services import desks

pytestmark = pytest.mark.usefixtures("db")
CLOCK = at(NOON)


async def electrician() -> Provider:
    """Make a verified electrician who comes to people, and a beautician's shop of the same."""
    desk = await desks.provider()
    await desks.option(await desks.service(desk, venue=Venue.CUSTOMER))
    await desks.option(await desks.service(desk, slug="beautician"))
    return desk


async def skills(desk: Provider) -> dict[str, str]:
    """Return with which skills somebody may come, and whether he still may."""
    vehicles = await Vehicle.filter(driver__account_id=desk.account_id)
    return {one.skill: one.state.value for one in vehicles}


async def test_a_home_service_is_called_from_a_verified_provider():
    desk = await electrician()

    for _ in range(2):
        await calling_out.keep_up(desk.id, clock=CLOCK)

    assert await skills(desk) == {"electrician": "VERIFIED"}
    driver = await Driver.get(account_id=desk.account_id)
    vehicle = await Vehicle.get(driver_id=driver.id)
    await standing_by.go_online(desk.account_id, vehicle.id, whereabouts=WHERE, clock=CLOCK)
    crew = fleet.Crew(account=await desk.account, driver=driver, vehicle=vehicle)
    await fleet.seen(crew, fleet.north(300))
    trip = await fleet.trip(TripKind.HOME_SERVICE, drop=None, skill="electrician")
    assert set(await fleet.offers(trip)) == {driver.id}


async def test_whoever_is_suspended_is_called_no_more_and_when_restored_again():
    desk, officer = await electrician(), await factories.officer()
    await calling_out.keep_up(desk.id, clock=CLOCK)

    await approving.decide(
        officer.id, desk.id, ProviderCommand.SUSPEND, reason="অভিযোগের তদন্ত চলছে", clock=CLOCK
    )
    await calling_out.keep_up(desk.id, clock=CLOCK)
    assert await skills(desk) == {"electrician": "RETIRED"}

    await approving.decide(officer.id, desk.id, ProviderCommand.RESTORE, clock=CLOCK)
    await calling_out.keep_up(desk.id, clock=CLOCK)
    assert await skills(desk) == {"electrician": "VERIFIED"}


async def test_whoever_moves_is_called_no_more_until_officers_there_have_looked_at_him():
    desk = await electrician()
    await calling_out.keep_up(desk.id, clock=CLOCK)
    elsewhere = await factories.union("kishoreganj-itna-badla")

    moved = Profile(
        name=desk.name, contact_phone=desk.contact_phone, about=desk.about, place_id=elsewhere.id
    )
    await providing.save_provider(desk.account_id, moved, clock=CLOCK)
    await followed(desk)
    assert await skills(desk) == {"electrician": "RETIRED"}
    officer = await factories.officer(await elsewhere.parent)
    for service in await Service.filter(provider_id=desk.id).order_by("id"):
        await approving.decide_service(officer.id, service.id, approved=True, clock=CLOCK)
    await followed(desk)

    assert await skills(desk) == {"electrician": "VERIFIED"}


async def followed(desk: Provider) -> None:
    """Have done what the desk's events ask for, all of them from the first."""
    for event in await event_log.after(f"services.provider.{desk.id}", 0):
        if event.kind in REACTIONS:
            await REACTIONS[event.kind](event, CLOCK)


async def test_what_is_no_longer_offered_is_no_longer_called():
    desk = await electrician()
    await calling_out.keep_up(desk.id, clock=CLOCK)

    await Service.filter(provider_id=desk.id).update(state=ServiceState.PAUSED)
    await calling_out.keep_up(desk.id, clock=CLOCK)

    assert await skills(desk) == {"electrician": "RETIRED"}


async def test_a_drafted_provider_becomes_no_driver():
    desk = await desks.provider(state=ProviderState.SUBMITTED)
    await desks.service(desk, venue=Venue.CUSTOMER, state=ServiceState.PENDING_REVIEW)

    await calling_out.keep_up(desk.id, clock=CLOCK)

    assert not await Driver.exists(account_id=desk.account_id)


async def test_what_somebody_wrote_as_a_driver_stays():
    desk = await electrician()
    union = await factories.union()
    papers = Papers(name="নিজের নাম", contact_phone="01711111111", place_id=union.id)
    await enrolling.save_papers(desk.account_id, papers, clock=CLOCK)

    await calling_out.keep_up(desk.id, clock=CLOCK)

    driver = await Driver.get(account_id=desk.account_id)
    assert (driver.name, driver.state) == ("নিজের নাম", "DRAFT")
    assert await skills(desk) == {"electrician": "VERIFIED"}


async def test_both_events_of_a_desk_are_followed():
    for kind in ("services.provider_decided", "services.service_moved"):
        assert REACTIONS[kind].__name__ == "follow_desk"
