"""The provider says yes or no to who asked; whoever hears no hears of others."""

from __future__ import annotations

from hmk_graph.accounts.rules import text_of
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.services import booking_keeping, charging, desk_keeping, freeing
from hmk_graph.services.booking_keeping import facts, told
from hmk_graph.services.booking_models import Booking, BookingState
from hmk_graph.services.errors import NotBookable, TimeIsUp
from hmk_graph.services.events import BookingConfirmed, BookingDeclined
from hmk_graph.services.machines import Actor, BookingCommand

LONGEST_REASON = 500


@whole_command
async def confirm(person_id: int, booking_id: int, *, clock: Clock) -> Booking:
    """Say yes to a request; saying it twice is no matter.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: It is no request. TimeIsUp: It was not answered in time.
        NotBookable: The provider is no longer verified.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        booking = table.booking
        if table.actor is Actor.PROVIDER and booking.state is BookingState.CONFIRMED:
            return booking
        now = await clock()
        if booking.state is BookingState.REQUESTED and booking.due_at and now >= booking.due_at:
            raise TimeIsUp
        if not desk_keeping.is_working(table.provider, booking.starts_at):
            raise NotBookable
        await booking_keeping.move(booking, BookingCommand.CONFIRM, table.actor, now=now)
        events += told(booking, BookingConfirmed(**facts(booking)))
    return booking


@whole_command
async def decline(person_id: int, booking_id: int, *, reason: str = "", clock: Clock) -> Booking:
    """Say no to a request; the citizen hears of the nearest three others.

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `confirm`.
        BadInput: The reason is too long.
    """
    said = text_of(reason, "reason", longest=LONGEST_REASON)
    async with transaction(actor_id=person_id) as events:
        table = await booking_keeping.locked_for(person_id, booking_id)
        booking = table.booking
        if table.actor is Actor.PROVIDER and booking.state is BookingState.DECLINED:
            return booking
        now = await clock()
        await booking_keeping.move(
            booking, BookingCommand.DECLINE, table.actor, now=now, reason=said
        )
        others = await booking_keeping.alternatives(booking)
        declined = BookingDeclined(**facts(booking), reason=said, alternative_ids=others)
        events += told(booking, declined)
        events += await charging.settle(booking, Paisa(0), now)
        events += await freeing.tell_of(booking, now)
    return booking
