"""Somebody comes to see what is for rent; from the yes on the two may call each other."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.rentals import keeping, rules
from hmk_graph.rentals.errors import NotForRent, OwnUnit, ViewingLimit
from hmk_graph.rentals.events import ViewingMoved
from hmk_graph.rentals.machines import HIDDEN, VIEWING, Actor, ViewingCommand
from hmk_graph.rentals.models import Unit, UnitKind, UnitState, Viewing, ViewingState
from hmk_graph.stepping import step, violated

OPERATION = "requestViewing"
PASS = "rentals.pass_viewing"
ONE_EACH = "rentals_viewing_one_ahead"
AHEAD = (ViewingState.REQUESTED, ViewingState.CONFIRMED)
LONGEST_NOTE = 500


@whole_command
async def request_viewing(
    person_id: int,
    unit_id: int,
    *,
    starts_at: datetime,
    note: str,
    idempotency_key: str,
    clock: Clock,
) -> Viewing:
    """Ask to see something at a time.

    Raises:
        NotFound: There is none. OwnUnit: It is the person's own. NotForRent: It is not to be had.
        ViewingLimit: He has a visit there, or too many in all.
        BadInput: The time is past or too far ahead, or the note is too long.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    said = text_of(note, "note", longest=LONGEST_NOTE)
    asked = {"unit": unit_id, "at": starts_at.isoformat(), "note": said}
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(person_id, OPERATION, idempotency_key, **asked)
        if earlier is not None:
            return await Viewing.get(id=earlier["viewing_id"])
        await access.acting_locked(person_id)
        unit = await keeping.locked_unit(unit_id)
        now = await clock()
        _may_view(person_id, unit, starts_at, now)
        mine = Viewing.filter(visitor_id=person_id, state__in=list(AHEAD))
        if await mine.count() >= rules.MOST_VIEWINGS:
            raise ViewingLimit(rules.MOST_VIEWINGS)
        try:
            made = await Viewing.create(
                unit=unit, visitor_id=person_id, starts_at=starts_at, note=said, created_at=now
            )
        except IntegrityError as error:
            if violated(error) != ONE_EACH:
                raise
            raise ViewingLimit(rules.MOST_VIEWINGS) from error
        await deadlines.arm(PASS, made.id, starts_at)
        events.append(_told(made, unit.owner_id))
        await remember(person_id, OPERATION, idempotency_key, {"viewing_id": made.id})
    return made


@whole_command
async def confirm_viewing(person_id: int, viewing_id: int, *, clock: Clock) -> Viewing:
    """Say yes to a visit (the owner): the visitor sees the address and the phone now.

    Raises:
        NotFound: There is no such visit of the person's.
        StaleState: It is not asked for any more, or its time has come.
        NotAllowed: It is the other side's to say.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    return await _move(person_id, viewing_id, ViewingCommand.CONFIRM, clock)


@whole_command
async def decline_viewing(person_id: int, viewing_id: int, *, clock: Clock) -> Viewing:
    """Say no to a visit (the owner).

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `confirm_viewing`.
    """
    return await _move(person_id, viewing_id, ViewingCommand.DECLINE, clock)


@whole_command
async def cancel_viewing(person_id: int, viewing_id: int, *, clock: Clock) -> Viewing:
    """Call a visit off; the visitor may always, the owner once he has said yes.

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `confirm_viewing`.
    """
    return await _move(person_id, viewing_id, ViewingCommand.CANCEL, clock)


@whole_command
async def pass_viewing(viewing_id: int, clock: Clock) -> datetime | None:
    """Let a visit's time pass: unanswered it runs out, confirmed it took place."""
    async with transaction() as events:
        found = await Viewing.get_or_none(id=viewing_id)
        if found is None:
            return None
        unit = await keeping.locked_unit(found.unit_id)
        viewing = await Viewing.select_for_update(no_key=True).get(id=viewing_id)
        if viewing.state not in AHEAD:
            return None
        waits = viewing.state is ViewingState.CONFIRMED
        due = viewing.starts_at + (rules.VIEWING_OVER if waits else timedelta(0))
        if await clock() < due:
            return due
        command = ViewingCommand.FINISH if waits else ViewingCommand.EXPIRE
        await step(viewing, VIEWING, command, Actor.CLOCK)
        events += [_told(viewing, person) for person in (viewing.visitor_id, unit.owner_id)]
    return None


async def _move(person_id: int, viewing_id: int, command: ViewingCommand, clock: Clock) -> Viewing:
    async with transaction(actor_id=person_id) as events:
        await access.acting(person_id)
        found = await Viewing.get_or_none(id=viewing_id)
        if found is None:
            raise NotFound
        unit = await keeping.locked_unit(found.unit_id)
        viewing = await Viewing.select_for_update(no_key=True).get(id=viewing_id)
        sides = {viewing.visitor_id: Actor.VISITOR, unit.owner_id: Actor.LANDLORD}
        if person_id not in sides:
            raise NotFound
        if command is ViewingCommand.CONFIRM and await clock() >= viewing.starts_at:
            # Nobody says yes to what is over; the worker will see it, too.
            command = ViewingCommand.EXPIRE
            await step(viewing, VIEWING, command, Actor.CLOCK)
        else:
            await step(viewing, VIEWING, command, sides[person_id])
        other = unit.owner_id if person_id == viewing.visitor_id else viewing.visitor_id
        events.append(_told(viewing, other))
    return viewing


def _may_view(person_id: int, unit: Unit, starts_at: datetime, now: datetime) -> None:
    if unit.owner_id == person_id:
        raise OwnUnit
    if unit.state in HIDDEN:
        raise NotFound
    if unit.state is not UnitState.AVAILABLE or unit.kind is UnitKind.VEHICLE:
        raise NotForRent(str(unit.state))
    if not now < starts_at <= now + rules.VIEWING_AHEAD:
        raise BadInput(
            "startsAt",
            why_bn="আজ থেকে ত্রিশ দিনের মধ্যে একটি সময় দিন।",
            why_en="give a time within thirty days.",
        )


def _told(viewing: Viewing, person_id: int) -> Event:
    return ViewingMoved(
        account_id=person_id,
        viewing_id=viewing.id,
        unit_id=viewing.unit_id,
        state=viewing.state.value,
        starts_at=viewing.starts_at,
    )
