"""A driver goes to work with a vehicle, and home."""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.accounts.models import ApplicationState
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties, rules, trip_keeping
from hmk_graph.dispatch.errors import NotADriver, StillOnTrip, VehicleNotUsable
from hmk_graph.dispatch.events import DutyChanged
from hmk_graph.dispatch.models import Driver, OfferState, Trip, Vehicle, VehicleState
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command


async def go_online(
    account_id: int, vehicle_id: int, *, whereabouts: Whereabouts, clock: Clock
) -> Driver:
    """Begin work with a vehicle. Batches of positions are numbered anew from 1.

    Raises:
        NotADriver: No officer has verified the person. NotFound: It is not his vehicle.
        VehicleNotUsable: No officer has verified it.
        StillOnTrip: He has a trip with another vehicle.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    driver, changed = await _begin(account_id, vehicle_id, clock)
    if changed:
        await whereabouts.drop(driver.id)
    return driver


@whole_command
async def _begin(account_id: int, vehicle_id: int, clock: Clock) -> tuple[Driver, bool]:
    async with transaction(actor_id=account_id) as events:
        driver = await _locked(account_id)
        vehicle = await Vehicle.get_or_none(id=vehicle_id, driver_id=driver.id)
        if vehicle is None:
            raise NotFound
        if vehicle.state is not VehicleState.VERIFIED:
            raise VehicleNotUsable
        if driver.vehicle_id == vehicle_id:
            return driver, False
        if await has_trip(driver.id):
            raise StillOnTrip
        driver.vehicle_id, driver.online_since = vehicle_id, await clock()
        await driver.save(update_fields=["vehicle_id", "online_since"])
        events.append(DutyChanged(driver_id=driver.id, mode="ONLINE", vehicle_id=vehicle_id))
    return driver, True


async def go_offline(account_id: int, *, whereabouts: Whereabouts, clock: Clock) -> Driver:
    """End work: an open offer counts as declined, the position is forgotten.

    Raises:
        NotADriver: No officer has verified the person.
        StillOnTrip: He has a trip; it is to be finished or given back first.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    driver = await _end(account_id, clock)
    await whereabouts.drop(driver.id)
    return driver


@whole_command
async def _end(account_id: int, clock: Clock) -> Driver:
    async with transaction(actor_id=account_id) as events:
        driver = await _locked(account_id)
        if await has_trip(driver.id):
            raise StillOnTrip
        events += await sent_home(driver, await clock())
    return driver


async def sent_home(driver: Driver, now: datetime) -> list[Event]:
    """End a locked driver's work, in the caller's transaction; nothing, if he is not at work."""
    if driver.vehicle_id is None:
        return []
    rows = await get_connection("default").execute_query_dict(
        "UPDATE dispatch_offer SET state = 'DECLINED', answered_at = $2"
        " WHERE driver_id = $1 AND state = 'SENT' RETURNING id, driver_id, trip_id",
        [driver.id, now],
    )
    events: list[Event] = []
    for row in rows:
        events += trip_keeping.ended_offers([row], row["trip_id"], OfferState.DECLINED)
    driver.vehicle_id, driver.online_since = None, None
    await driver.save(update_fields=["vehicle_id", "online_since"])
    return [*events, DutyChanged(driver_id=driver.id, mode="OFF", vehicle_id=None)]


async def has_trip(driver_id: int) -> bool:
    """Say whether a driver has a trip that is not over."""
    return await Trip.exists(driver_id=driver_id, state__in=list(rules.CARRYING))


async def _locked(account_id: int) -> Driver:
    found = await parties.verified_driver(account_id)
    driver = await Driver.select_for_update(no_key=True).get(id=found.id)
    if driver.state is not ApplicationState.VERIFIED:
        raise NotADriver(state=driver.state.value)
    return driver
