"""The work itself: begun by the citizen's code, done, closed, or fallen out about."""

from __future__ import annotations

import hmac
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.rules import reason_of
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.services import booking_keeping, charging, desk_keeping, quoting, rules
from hmk_graph.services.booking_keeping import Table, facts, told
from hmk_graph.services.booking_models import Booking, BookingState, Side
from hmk_graph.services.errors import AboveCeiling, NotYet, TimeIsUp, WrongStartCode
from hmk_graph.services.events import (
    BookingClosed,
    BookingDisputed,
    BookingDone,
    BookingStarted,
    DisputeDecided,
    NoShowReported,
)
from hmk_graph.services.machines import BOOKING, Actor, BookingCommand
from hmk_graph.state_machines import next_state


@whole_command
async def start(person_id: int, booking_id: int, *, code: str | None, clock: Clock) -> Booking:
    """Begin the work: the provider with the citizen's code, or the citizen himself.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: It is not confirmed. NotYet: It is more than half an hour before its time.
        WrongStartCode: The provider gave none, or another; it is counted.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    wrong: int | None = None
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        booking = table.booking
        if booking.state is BookingState.IN_PROGRESS:
            return booking
        now = await clock()
        next_state(BOOKING, booking.state, BookingCommand.START, actor=table.actor)
        if now < booking.starts_at - rules.START_EARLY:
            raise NotYet(from_at=booking.starts_at - rules.START_EARLY)
        if table.actor is Actor.PROVIDER and not _opens(booking, code):
            # Counted, so nothing is refused in here: a refusal would undo the counting.
            wrong = min(booking.wrong_codes + 1, rules.MOST_CODE_TRIES)
            booking.wrong_codes = wrong
            await booking.save(update_fields=["wrong_codes"])
        else:
            await booking_keeping.move(booking, BookingCommand.START, table.actor, now=now)
            events += told(booking, BookingStarted(**facts(booking), by=table.actor))
            events.append(await desk_keeping.availability_changed(table.provider, now))
    if wrong is not None:
        raise WrongStartCode(attempts_left=rules.MOST_CODE_TRIES - wrong)
    return booking


def _opens(booking: Booking, code: str | None) -> bool:
    if booking.wrong_codes >= rules.MOST_CODE_TRIES or code is None:
        return False
    return hmac.compare_digest(booking.code.encode(), code.strip().encode())


@whole_command
async def finish(person_id: int, booking_id: int, *, amount: int, clock: Clock) -> Booking:
    """Say that the work is done and what it costs; the citizen has two days to disagree.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: It is not in progress.
        QuoteNeeded: The work had to be priced first. AboveCeiling: It is more than was agreed.
        BadInput: It is no amount of whole taka.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    final = rules.amount_of(amount, "amount", least=0)
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        booking = table.booking
        if booking.state is BookingState.DONE and booking.final_paisa == final:
            return booking
        now = await clock()
        next_state(BOOKING, booking.state, BookingCommand.FINISH, actor=table.actor)
        await quoting.check_agreed(booking)
        if final > booking.ceiling_paisa:
            raise AboveCeiling(quoting.ceiling_of(booking))
        due = now + rules.CLOSES_AFTER
        await booking_keeping.move(
            booking, BookingCommand.FINISH, table.actor, now=now, due_at=due, final_paisa=final
        )
        events += await quoting.reject_open(booking, now)
        events += told(booking, BookingDone(**facts(booking), final_amount=final, closes_at=due))
        events.append(await desk_keeping.availability_changed(table.provider, now))
        await deadlines.arm(booking_keeping.CLOSE, booking.id, due)
    return booking


@whole_command
async def close(citizen_id: int, booking_id: int, *, clock: Clock) -> Booking:
    """Agree that all is well; both sides may review then.

    Raises:
        NotFound: There is no such booking of the person's. StaleState: It is not done.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    async with transaction(actor_id=citizen_id) as events:
        table = await booking_keeping.locked_for(citizen_id, booking_id)
        booking = table.booking
        if booking.state is BookingState.CLOSED:
            return booking
        now = await clock()
        await booking_keeping.move(booking, BookingCommand.CLOSE, table.actor, now=now)
        events += told(booking, BookingClosed(**facts(booking), by=table.actor))
        events += await charging.settle(booking, Paisa(booking.final_paisa or 0), now)
    return booking


@whole_command
async def close_when_due(booking_id: int, clock: Clock) -> datetime | None:
    """Close a booking that nobody disagreed about for two days."""
    async with transaction() as events:
        booking = await booking_keeping.locked(booking_id)
        if booking.state is not BookingState.DONE:
            return None
        now = await clock()
        if booking.due_at is not None and now < booking.due_at:
            return booking.due_at
        await booking_keeping.move(booking, BookingCommand.CLOSE, Actor.CLOCK, now=now)
        events += told(booking, BookingClosed(**facts(booking), by=Actor.CLOCK))
        events += await charging.settle(booking, Paisa(booking.final_paisa or 0), now)
    return None


@whole_command
async def report_no_show(person_id: int, booking_id: int, *, clock: Clock) -> Booking:
    """Say that the other side did not come; it has a day to contest that.

    Raises:
        NotFound: There is no such booking of the person's. StaleState: It is not confirmed.
        NotYet: Not before a quarter of an hour after its start.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        booking = table.booking
        now = await clock()
        next_state(BOOKING, booking.state, BookingCommand.REPORT_NO_SHOW, actor=table.actor)
        if now < booking.starts_at + rules.NO_SHOW_AFTER:
            raise NotYet(from_at=booking.starts_at + rules.NO_SHOW_AFTER)
        absent = Side.PROVIDER if table.actor is Actor.CITIZEN else Side.CITIZEN
        due = now + rules.CONTEST_WITHIN
        await booking_keeping.move(
            booking,
            BookingCommand.REPORT_NO_SHOW,
            table.actor,
            now=now,
            due_at=due,
            absent=absent,
        )
        events += told(booking, NoShowReported(**facts(booking), absent=absent, contest_by=due))
        await deadlines.arm(booking_keeping.SETTLE_NO_SHOW, booking.id, due)
    return booking


@whole_command
async def settle_no_show(booking_id: int, clock: Clock) -> datetime | None:
    """Settle the money of a booking to which one side did not come, and did not contest that."""
    async with transaction() as events:
        booking = await booking_keeping.locked(booking_id)
        if booking.state is not BookingState.NO_SHOW or booking.due_at is None:
            return None
        now = await clock()
        if now < booking.due_at:
            return booking.due_at
        events += await charging.settle_no_show(booking, now)
    return None


@whole_command
async def dispute(person_id: int, booking_id: int, *, reason: str, clock: Clock) -> Booking:
    """Disagree with what is said to be done, or with having been absent; an officer decides.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: There is nothing to disagree with. TimeIsUp: It is too late.
        ReasonTooShort, BadInput: The reason is at fault.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    said = reason_of(reason)
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        booking = table.booking
        _check_accused(table)
        now = await clock()
        if booking.due_at is not None and now >= booking.due_at:
            raise TimeIsUp
        due = now + rules.DECIDED_WITHIN
        await booking_keeping.move(
            booking, BookingCommand.DISPUTE, table.actor, now=now, due_at=due, reason=said
        )
        events += told(booking, BookingDisputed(**facts(booking), by=table.actor, reason=said))
        await deadlines.arm(booking_keeping.DECIDE, booking.id, due)
    return booking


@whole_command
async def decide_dispute(
    officer_id: int, booking_id: int, *, for_citizen: bool, reason: str, clock: Clock
) -> Booking:
    """Decide between the two, as an officer of the provider's place; it takes two officers.

    Raises:
        NotFound: There is no such booking in the officer's area.
        StaleState: Nobody disagrees about it. ReasonTooShort, BadInput: The reason is at fault.
        SecondOfficerNeeded: The same officer said so before.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    said = reason_of(reason)
    command = BookingCommand.REFUND if for_citizen else BookingCommand.SETTLE
    async with transaction(actor_id=officer_id) as events:
        table = await booking_keeping.locked_for_officer(officer_id, booking_id)
        booking = table.booking
        if booking.state is not BookingState.DISPUTED:
            raise StaleState(current=booking.state, allowed=[BookingState.DISPUTED])
        now = await clock()
        forced = Forced(
            kind=ForcedActKind.DECIDE_BOOKING,
            subject_id=booking.id,
            choice="CITIZEN" if for_citizen else "PROVIDER",
            place_id=table.provider.place_id,
            concerns=(booking.citizen_id, table.provider.account_id),
        )
        word = await seconding.speak(officer_id, forced, reason=said, now=now)
        events += word.events
        if not word.is_agreed:
            return booking
        await booking_keeping.move(booking, command, table.actor, now=now, reason=word.reason)
        decided = DisputeDecided(**facts(booking), by=table.actor, reason=word.reason)
        events += told(booking, decided)
        events += await charging.settle_decided(booking, now)
    return booking


@whole_command
async def decide_when_due(booking_id: int, clock: Clock) -> datetime | None:
    """Decide for the citizen what no officer decided for thirty days."""
    async with transaction() as events:
        booking = await booking_keeping.locked(booking_id)
        if booking.state is not BookingState.DISPUTED:
            return None
        now = await clock()
        if booking.due_at is not None and now < booking.due_at:
            return booking.due_at
        await booking_keeping.move(booking, BookingCommand.REFUND, Actor.CLOCK, now=now)
        await seconding.lapse(ForcedActKind.DECIDE_BOOKING, booking.id, now)
        events += told(booking, DisputeDecided(**facts(booking), by=Actor.CLOCK, reason=""))
        events += await charging.settle_decided(booking, now)
    return None


def _check_accused(table: Table) -> None:
    """Only who is said to have been absent may contest that."""
    booking = table.booking
    if booking.state is BookingState.NO_SHOW and booking.absent != table.actor.value:
        raise StaleState(current=booking.state, allowed=[BookingState.DONE])
