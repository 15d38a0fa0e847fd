"""Officers decide who may drive and with what; a licence that runs out suspends by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from hmk_graph import deadlines
from hmk_graph.accounts import access, approval, residence, seconding
from hmk_graph.accounts import rules as lines
from hmk_graph.accounts.approval import Move, Party
from hmk_graph.accounts.errors import NotOnOneself, SecondOfficerNeeded, StillOwing
from hmk_graph.accounts.models import ApplicationState
from hmk_graph.clock import DHAKA, Clock
from hmk_graph.dispatch import rules
from hmk_graph.dispatch.events import DriverDecided, VehicleDecided
from hmk_graph.dispatch.models import Driver, Vehicle, VehicleState
from hmk_graph.dispatch.obligations import open_obligations
from hmk_graph.dispatch.ports import MissingPapers
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media.errors import PapersMissing

EXPIRE_LICENCE = "dispatch.expire_licence"
LICENCE_EXPIRED = "লাইসেন্সের মেয়াদ শেষ (the licence has expired)"
COUNTED = (VehicleState.PENDING, VehicleState.VERIFIED)
DECIDED = (
    *("state", "version", "reason", "decided_by_id", "decided_at", "second_officer_id"),
    "ending_asked_by_id",
)


@whole_command
async def decide_driver(
    officer_id: int,
    driver_id: int,
    decision: Move,
    *,
    reason: str = "",
    papers: MissingPapers,
    clock: Clock,
) -> Driver:
    """Decide about a driver, as an officer of his place, by the table of `accounts.approval`.

    An end for good (TERMINATE) takes two officers. Whoever is no longer verified gets no further
    offer and is shown on no map; a trip that he has goes on.

    Raises:
        NotFound: There is no such driver, or he is of another area.
        NotOnOneself: The officer himself.
        StaleState: The decision is not possible in his state.
        PapersMissing: He has not shown what it takes to drive what he drives.
        ReasonTooShort, BadInput: The reason is at fault, or the move is not an officer's.
        SecondOfficerNeeded: The same officer asked for the end before.
        StillOwing: An end for good waits until his trips are over.
    """
    rule = approval.MOVES[decision]
    if rule.by is not Party.OFFICER:
        raise BadInput("decision", why_bn="এটি আবেদনকারীর কাজ।", why_en="this is for the owner.")
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        driver = await _locked(officer_id, driver_id)
        if driver.state not in rule.sources:
            raise StaleState(current=driver.state.value, allowed=approval.sources(decision))
        if decision is Move.VERIFY:
            kept = Vehicle.filter(driver_id=driver.id, state__in=list(COUNTED))
            await _need_papers(driver, await kept, papers)
        driver.reason = (
            lines.reason_of(reason)
            if rule.needs_reason
            else lines.text_of(reason, "reason", longest=lines.LONGEST_REASON)
        )
        if rule.needs_second_officer:
            await _check_end(officer_id, driver)
        driver.version += 1
        if rule.needs_second_officer and driver.ending_asked_by_id is None:
            driver.ending_asked_by_id = officer_id
        else:
            await _carry_out(officer_id, driver, decision, clock)
            events.append(_told(driver, driver.decided_by_id, driver.second_officer_id))
        await driver.save(update_fields=DECIDED)
    return driver


@whole_command
async def decide_vehicle(
    officer_id: int,
    vehicle_id: int,
    *,
    usable: bool,
    reason: str = "",
    papers: MissingPapers,
) -> Vehicle:
    """Say whether a vehicle may be used, as an officer of its driver's place.

    Raises:
        NotFound: There is no such vehicle, or it is of another area.
        NotOnOneself: It is the officer's own.
        StaleState: It was decided already, or is retired.
        PapersMissing: Its driver has not shown what it takes to drive it.
        ReasonTooShort, BadInput: A refusal needs a reason of ten characters.
    """
    why = "" if usable else lines.reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        found = await Vehicle.get_or_none(id=vehicle_id)
        if found is None:
            raise NotFound
        driver = await _locked(officer_id, found.driver_id)
        vehicle = await Vehicle.select_for_update(no_key=True).get(id=vehicle_id)
        if vehicle.state is not VehicleState.PENDING:
            raise StaleState(current=vehicle.state.value, allowed=[VehicleState.PENDING.value])
        if usable:
            await _need_papers(driver, [vehicle], papers)
        vehicle.state = VehicleState.VERIFIED if usable else VehicleState.REJECTED
        vehicle.reason, vehicle.decided_by_id = why, officer_id
        await vehicle.save(update_fields=["state", "reason", "decided_by_id"])
        events.append(
            VehicleDecided(
                driver_id=vehicle.driver_id,
                vehicle_id=vehicle.id,
                state=vehicle.state.value,
                reason=why,
            )
        )
    return vehicle


@whole_command
async def expire_licence(driver_id: int, clock: Clock) -> datetime | None:
    """Suspend a driver whose licence has run out; answer when to ask again."""
    async with transaction() as events:
        driver = await Driver.select_for_update(no_key=True).get_or_none(id=driver_id)
        if driver is None or driver.state is not ApplicationState.VERIFIED:
            return None
        ends = _licence_ends(driver)
        if ends is None or await clock() < ends:
            return ends
        driver.state, driver.reason = ApplicationState.SUSPENDED, LICENCE_EXPIRED
        driver.version += 1
        await driver.save(update_fields=DECIDED)
        events.append(_told(driver))
    return None


async def _locked(officer_id: int, driver_id: int) -> Driver:
    found = await Driver.get_or_none(id=driver_id)
    if found is None:
        raise NotFound
    if not await access.is_officer_of(officer_id, await residence.path_of(found.place_id)):
        raise NotFound
    driver = await Driver.select_for_update(no_key=True).get(id=driver_id)
    if driver.place_id != found.place_id:  # moved to another area while we waited
        raise NotFound
    if driver.account_id == officer_id:
        raise NotOnOneself
    return driver


async def _need_papers(driver: Driver, vehicles: Sequence[Vehicle], papers: MissingPapers) -> None:
    [missing] = await papers([rules.called_with(driver.account_id, vehicles)])
    if missing:
        raise PapersMissing(missing)


async def _check_end(officer_id: int, driver: Driver) -> None:
    if driver.ending_asked_by_id == officer_id:
        raise SecondOfficerNeeded
    still_open = await open_obligations(driver.account_id)
    if still_open:
        raise StillOwing(open=still_open)
    if not await seconding.counts(driver.ending_asked_by_id, driver.place_id):
        driver.ending_asked_by_id = None


async def _carry_out(officer_id: int, driver: Driver, decision: Move, clock: Clock) -> None:
    first = driver.ending_asked_by_id if decision is Move.TERMINATE else None
    driver.state = approval.MOVES[decision].to
    driver.decided_at = await clock()
    driver.decided_by_id = first or officer_id
    driver.second_officer_id = officer_id if first else None
    driver.ending_asked_by_id = None
    ends = _licence_ends(driver)
    if driver.state is ApplicationState.VERIFIED and ends is not None:
        await deadlines.arm(EXPIRE_LICENCE, driver.id, ends)


def _licence_ends(driver: Driver) -> datetime | None:
    """Return when the licence has run out: at the end of its last day in Bangladesh."""
    if driver.licence_until is None:
        return None
    after = driver.licence_until + timedelta(days=1)
    return datetime(after.year, after.month, after.day, tzinfo=DHAKA)


def _told(
    driver: Driver, officer_id: int | None = None, second_officer_id: int | None = None
) -> DriverDecided:
    return DriverDecided(
        driver_id=driver.id,
        state=driver.state.value,
        reason=driver.reason,
        officer_id=officer_id,
        second_officer_id=second_officer_id,
    )
