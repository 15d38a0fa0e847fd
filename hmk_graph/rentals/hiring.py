"""A vehicle with its driver for some days: the days are taken when they are asked for.

Two hires of one day cannot be (an exclusion constraint). It is paid to the owner; nothing is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.rentals import keeping, rules
from hmk_graph.rentals.errors import DaysTaken, NotForRent, OfferOver, OwnUnit
from hmk_graph.rentals.events import HireMoved, spelled
from hmk_graph.rentals.machines import HIDDEN, HIRE, Actor, HireCommand
from hmk_graph.rentals.models import Hire, HireState, Unit, UnitKind, UnitState
from hmk_graph.stepping import step, violated

OPERATION = "requestHire"
PASS = "rentals.pass_hire"
NO_OVERLAP = "rentals_hire_no_overlap"
LONGEST_PICKUP = 300
LONGEST_NOTE = 500


@dataclass(frozen=True, kw_only=True)
class Days:
    """Which days, `until_day` not included, where from, and what for."""

    first_day: date
    until_day: date
    pickup: str
    note: str = ""


@whole_command
async def request_hire(
    person_id: int, unit_id: int, days: Days, *, idempotency_key: str, clock: Clock
) -> Hire:
    """Ask for a vehicle; the owner has a day to answer, and the days are kept meanwhile.

    Raises:
        NotFound: There is no such vehicle. OwnUnit: It is the person's own.
        NotForRent: It is held or let. DaysTaken: Somebody has one of the days.
        BadInput: Days or texts are out of bounds.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    pickup = text_of(days.pickup, "pickup", longest=LONGEST_PICKUP)
    note = text_of(days.note, "note", longest=LONGEST_NOTE)
    asked = {
        "unit": unit_id,
        "days": [spelled(days.first_day), spelled(days.until_day)],
        "words": [pickup, note],
    }
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(person_id, OPERATION, idempotency_key, **asked)
        if earlier is not None:
            return await Hire.get(id=earlier["hire_id"])
        await access.acting(person_id)
        unit = await keeping.locked_unit(unit_id)
        now = await clock()
        _may_hire(person_id, unit, days, pickup, now)
        due = rules.hire_due(now, days.first_day)
        try:
            made = await Hire.create(
                unit=unit,
                hirer_id=person_id,
                first_day=days.first_day,
                until_day=days.until_day,
                amount_paisa=rules.hire_amount(
                    Paisa(unit.rent_paisa), days.first_day, days.until_day
                ),
                pickup=pickup,
                note=note,
                due_at=due,
                created_at=now,
            )
        except IntegrityError as error:
            if violated(error) != NO_OVERLAP:
                raise
            raise DaysTaken from error
        await deadlines.arm(PASS, made.id, due)
        events.append(_told(made, unit.owner_id))
        await remember(person_id, OPERATION, idempotency_key, {"hire_id": made.id})
    return made


@whole_command
async def confirm_hire(person_id: int, hire_id: int, *, clock: Clock) -> Hire:
    """Say yes (the owner): both see each other's phone until it is over.

    Raises:
        NotFound: There is no such hire of the person's.
        StaleState: It is answered, or called off. OfferOver: The time to answer is over.
        NotAllowed: It is the other side's to say.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    return await _move(person_id, hire_id, HireCommand.CONFIRM, clock)


@whole_command
async def decline_hire(person_id: int, hire_id: int, *, clock: Clock) -> Hire:
    """Say no (the owner): the days are free again.

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `confirm_hire`.
    """
    return await _move(person_id, hire_id, HireCommand.DECLINE, clock)


@whole_command
async def cancel_hire(person_id: int, hire_id: int, *, clock: Clock) -> Hire:
    """Call it off: the hirer always, the owner after his yes; the days are free again.

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `confirm_hire`.
    """
    return await _move(person_id, hire_id, HireCommand.CANCEL, clock)


@whole_command
async def finish_hire(person_id: int, hire_id: int, *, clock: Clock) -> Hire:
    """Say that the journey is over (the owner); without a word it is after its last day.

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `confirm_hire`.
    """
    return await _move(person_id, hire_id, HireCommand.FINISH, clock)


@whole_command
async def pass_hire(hire_id: int, clock: Clock) -> datetime | None:
    """Let a hire's time pass: unanswered it runs out, after its last day it is done."""
    async with transaction() as events:
        unit, hire = await _locked(hire_id)
        waits = {HireState.REQUESTED: hire.due_at, HireState.CONFIRMED: None}
        if hire.state not in waits:
            return None
        due = waits[hire.state] or rules.midnight(hire.until_day)
        if await clock() < due:
            return due
        asked = hire.state is HireState.REQUESTED
        await step(hire, HIRE, HireCommand.EXPIRE if asked else HireCommand.FINISH, Actor.CLOCK)
        events += [_told(hire, person) for person in (hire.hirer_id, unit.owner_id)]
    return None


async def _move(person_id: int, hire_id: int, command: HireCommand, clock: Clock) -> Hire:
    async with transaction(actor_id=person_id) as events:
        await access.acting(person_id)
        unit, hire = await _locked(hire_id)
        sides = {hire.hirer_id: Actor.HIRER, unit.owner_id: Actor.OWNER}
        if person_id not in sides:
            raise NotFound
        asked = hire.state is HireState.REQUESTED
        now = await clock()
        late = asked and hire.due_at is not None and now >= hire.due_at
        if command is HireCommand.CONFIRM and late:
            raise OfferOver
        await step(hire, HIRE, command, sides[person_id])
        events.append(_told(hire, unit.owner_id if person_id == hire.hirer_id else hire.hirer_id))
    return hire


async def _locked(hire_id: int) -> tuple[Unit, Hire]:
    found = await Hire.get_or_none(id=hire_id)
    if found is None:
        raise NotFound
    unit = await keeping.locked_unit(found.unit_id)
    return unit, await Hire.select_for_update(no_key=True).get(id=hire_id)


def _may_hire(person_id: int, unit: Unit, days: Days, pickup: str, now: datetime) -> None:
    if unit.owner_id == person_id:
        raise OwnUnit
    if unit.kind is not UnitKind.VEHICLE or unit.state in HIDDEN:
        raise NotFound
    if unit.state is not UnitState.AVAILABLE:
        raise NotForRent(str(unit.state))
    today = rules.day_of(now)
    length = (days.until_day - days.first_day).days
    if not (today < days.first_day <= today + rules.HIRE_AHEAD):
        raise BadInput(
            "firstDay",
            why_bn="কাল থেকে নব্বই দিনের মধ্যে একটি দিন দিন।",
            why_en="give a day from tomorrow on, within ninety days.",
        )
    if not 1 <= length <= rules.LONGEST_HIRE_D:
        raise BadInput("untilDay", why_bn="১ থেকে ৩০ দিন।", why_en="1 to 30 days.")
    if not pickup:
        raise BadInput("pickup", why_bn="কোথা থেকে উঠবেন লিখুন।", why_en="say where from.")


def _told(hire: Hire, person_id: int) -> Event:
    return HireMoved(
        account_id=person_id,
        hire_id=hire.id,
        unit_id=hire.unit_id,
        state=hire.state.value,
        first_day=spelled(hire.first_day),
    )
