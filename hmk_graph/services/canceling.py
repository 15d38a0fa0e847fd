"""Calling a booking off, on terms that were shown before; and moving it to another time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.rules import reason_of, text_of
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.services import (
    booking_keeping,
    charging,
    desk_keeping,
    freeing,
    holding,
    occupying,
    rules,
)
from hmk_graph.services.booking_keeping import Table, facts, told
from hmk_graph.services.booking_models import Booking, BookingState
from hmk_graph.services.errors import CancelTermsChanged, NotBookable, TimeIsUp
from hmk_graph.services.events import BookingCancelled, BookingRescheduled
from hmk_graph.services.machines import BOOKING, Actor, BookingCommand
from hmk_graph.services.models import PriceOption
from hmk_graph.state_machines import allowed, next_state

LONGEST_REASON = 500


@dataclass(frozen=True, kw_only=True)
class CancelTerms:
    """What cancelling costs now. `token` says to what somebody agreed, until `valid_until`.

    There is nothing to forge in it: what it names is compared with what holds when it comes back.
    """

    fee: Paisa
    token: str
    valid_until: datetime


def terms_for(booking: Booking, actor: Actor, now: datetime) -> CancelTerms | None:
    """Return what it costs somebody to cancel a booking now, or None: he cannot."""
    if BookingCommand.CANCEL not in allowed(BOOKING, booking.state, actor):
        return None
    fee = _fee(booking, actor, now)
    return CancelTerms(
        fee=fee,
        token=f"{booking.version}.{fee}.{int(now.timestamp())}",
        valid_until=now + rules.CANCEL_PREVIEW_HOLDS,
    )


@whole_command
async def cancel(
    person_id: int, booking_id: int, *, token: str, reason: str = "", clock: Clock
) -> Booking:
    """Call a booking off, on the terms that the token names. Who provides never costs the citizen.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: It cannot be called off any more.
        CancelTermsChanged: The token is too old, or something else holds now.
        BadInput: The reason is too long.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    said = text_of(reason, "reason", longest=LONGEST_REASON)
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        if _is_done(table):
            return table.booking
        now = await clock()
        terms = terms_for(table.booking, table.actor, now)
        if terms is not None:
            _check_token(token, table.booking, terms.fee, now)
        events += await _call_off(table, said, now)
    return table.booking


@whole_command
async def cancel_as_officer(
    officer_id: int, booking_id: int, *, reason: str, clock: Clock
) -> Booking:
    """Call a confirmed booking off as an officer of the area, free of charge.

    One that was paid ahead takes two officers: its money goes back.

    Raises:
        NotFound: There is no such booking in the officer's area.
        StaleState: It is not confirmed. ReasonTooShort, BadInput: The reason is at fault.
        SecondOfficerNeeded: The same officer said so before.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    said = reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        table = await booking_keeping.locked_for_officer(officer_id, booking_id)
        if _is_done(table):
            return table.booking
        booking, provider = table.booking, table.provider
        next_state(BOOKING, booking.state, BookingCommand.CANCEL, actor=table.actor)
        now = await clock()
        if await charging.is_paid_ahead(booking.id):
            forced = Forced(
                kind=ForcedActKind.CANCEL_BOOKING,
                subject_id=booking.id,
                place_id=provider.place_id,
                concerns=(booking.citizen_id, provider.account_id),
            )
            word = await seconding.speak(officer_id, forced, reason=said, now=now)
            events += word.events
            if not word.is_agreed:
                return booking
            said = word.reason
        events += await _call_off(table, said, now)
    return table.booking


def _is_done(table: Table) -> bool:
    booking = table.booking
    return booking.state is BookingState.CANCELLED and booking.cancelled_by == table.actor


async def _call_off(table: Table, said: str, now: datetime) -> list[Event]:
    booking, fee = table.booking, _fee(table.booking, table.actor, now)
    await seconding.lapse(ForcedActKind.CANCEL_BOOKING, booking.id, now)
    changes = {"fee_paisa": fee, "cancelled_by": table.actor, "reason": said}
    await booking_keeping.move(booking, BookingCommand.CANCEL, table.actor, now=now, **changes)
    off = BookingCancelled(**facts(booking), by=table.actor, fee=fee, reason=said)
    fell = await freeing.tell_of(booking, now)
    return told(booking, off) + await charging.charge_fee(booking, now) + fell


@whole_command
async def reschedule(
    citizen_id: int, booking_id: int, starts_at: datetime, *, clock: Clock
) -> Booking:
    """Move a booking to another time: it has either, never none and never both.

    The provider is asked anew, unless he says yes to all at once. Less than two hours before the
    start it cannot be moved any more.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: It is neither asked for nor confirmed. TimeIsUp: Its start is too near.
        NotBookable, OutsideWindow, OutsideHours, SlotTaken, BadInput: As for `holding.hold`.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    async with transaction(actor_id=citizen_id) as events:
        table, now = await _with_provider(citizen_id, booking_id, clock)
        booking, provider = table.booking, table.provider
        lapsed = await holding.let_lapse(provider, now)
        was, old = booking.starts_at, (booking.starts_at, booking.finishes_at)
        if booking.state is BookingState.CONFIRMED and now > was - rules.CANCEL_BANDS[-1][0]:
            raise TimeIsUp
        if not desk_keeping.is_working(provider, starts_at):
            raise NotBookable
        option = await PriceOption.get(id=booking.option_id)
        finishes_at = rules.finish_of(starts_at, minutes=option.minutes, quantity=booking.quantity)
        await holding.check_time(provider, starts_at, finishes_at, now)
        due = rules.respond_by(now, starts_at)
        await booking_keeping.move(
            booking,
            BookingCommand.RESCHEDULE,
            table.actor,
            now=now,
            due_at=due,
            starts_at=starts_at,
            finishes_at=finishes_at,
        )
        # The old time first: the new one may overlap it.
        await booking_keeping.release(booking)
        await occupying.take_for_booking(provider, booking)
        await deadlines.arm(booking_keeping.EXPIRE, booking.id, due)
        events += told(booking, BookingRescheduled(**facts(booking), was_starts_at=was))
        events += await holding.confirm_at_once(booking, provider, now)
        events += await holding.tell_of_lapsed(lapsed, now)
        events += await freeing.tell(provider.id, old, now, past=citizen_id)
    return booking


async def _with_provider(citizen_id: int, booking_id: int, clock: Clock) -> tuple[Table, datetime]:
    """Lock provider and booking, in this order."""
    found = await Booking.get_or_none(id=booking_id)
    if found is None:
        raise NotFound
    provider = await desk_keeping.locked(found.provider_id)
    table = await booking_keeping.locked_for(citizen_id, booking_id)
    fresh = Table(booking=table.booking, provider=provider, actor=table.actor)
    return fresh, await clock()


def _fee(booking: Booking, actor: Actor, now: datetime) -> Paisa:
    if actor is not Actor.CITIZEN or booking.state is not BookingState.CONFIRMED:
        return Paisa(0)
    return rules.cancel_fee(booking.amount_paisa, starts_at=booking.starts_at, now=now)


def _check_token(token: str, booking: Booking, fee: Paisa, now: datetime) -> None:
    parts = token.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise CancelTermsChanged(fee)
    version, agreed, shown_at = (int(part[:19]) for part in parts)
    age = now.timestamp() - shown_at
    fresh = -1 <= age < rules.CANCEL_PREVIEW_HOLDS.total_seconds()
    if not fresh or version != booking.version or agreed != fee:
        raise CancelTermsChanged(fee)
