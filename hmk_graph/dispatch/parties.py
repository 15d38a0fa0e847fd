"""As what somebody stands before a trip; who is nothing to it may not know that it exists."""

from __future__ import annotations

from hmk_graph.accounts import access
from hmk_graph.accounts.models import ApplicationState
from hmk_graph.dispatch import rules, trip_keeping
from hmk_graph.dispatch.errors import NotADriver
from hmk_graph.dispatch.machines import Party
from hmk_graph.dispatch.models import Driver, Trip, TripState
from hmk_graph.errors import NotFound

FINAL = (ApplicationState.REJECTED, ApplicationState.TERMINATED)
# A driver sees his trip while he has it, and keeps what he has driven.
DRIVERS = rules.CARRYING | {TripState.COMPLETED}


async def driver_of(account_id: int) -> Driver | None:
    """Return a person's papers as a driver, or None if there are none that are not over."""
    return await Driver.filter(account_id=account_id, state__not_in=list(FINAL)).first()


async def verified_driver(account_id: int) -> Driver:
    """Return a person's papers as a driver who may take trips.

    Raises:
        NotADriver: No officer has verified the person, or it was taken back.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(account_id)
    driver = await driver_of(account_id)
    if driver is None or driver.state is not ApplicationState.VERIFIED:
        raise NotADriver(state=driver.state.value if driver else None)
    return driver


async def parties(viewer_id: int, trip: Trip) -> set[Party]:
    """Return as what a person stands before a trip; empty: he may not know of it."""
    found = set()
    if viewer_id in (trip.rider_id, trip.requester_id):
        found.add(Party.RIDER)
    if trip.driver_id is not None and trip.state in DRIVERS:
        driver = await Driver.get(id=trip.driver_id)
        if driver.account_id == viewer_id:
            found.add(Party.DRIVER)
    if await access.is_dispatcher_of(viewer_id, await trip_keeping.path_of(trip.place_id)):
        found.add(Party.DISPATCHER)
    return found


async def need(viewer_id: int, trip: Trip, *wanted: Party) -> Party:
    """Return the first of the wanted parts that a person plays in a trip.

    Raises:
        NotFound: He plays none of them.
    """
    held = await parties(viewer_id, trip)
    for party in wanted:
        if party in held:
            return party
    raise NotFound
