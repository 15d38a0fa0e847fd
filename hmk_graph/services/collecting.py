"""A citizen pays for a booking ahead, through a gateway, by his own choice; cash is the default."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger, paying
from hmk_graph.payments.errors import NothingDue
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.paying_models import Intent, IntentState
from hmk_graph.payments.ports import Target
from hmk_graph.services import booking_keeping, charging, holding, rules
from hmk_graph.services.booking_keeping import facts, told
from hmk_graph.services.booking_models import Booking, BookingState
from hmk_graph.services.charging import ADVANCE
from hmk_graph.services.events import BookingRequested
from hmk_graph.services.machines import Actor, BookingCommand
from hmk_graph.services.models import Provider

PAYABLE = frozenset({BookingState.HELD, BookingState.REQUESTED, BookingState.CONFIRMED})


@whole_command
async def pay_online(citizen_id: int, booking_id: int, *, clock: Clock) -> Booking:
    """Have the price of a booking due, to be paid through a gateway; asking twice is no matter.

    A time that is held stays so for a quarter of an hour from when it was taken, and is asked for
    by the payment itself. Nothing of it reaches the provider before the work is over.

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: There is nothing to pay ahead any more.
        NothingDue: It costs nothing, is paid, or its time is over.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=citizen_id) as events:
        table = await booking_keeping.locked_for(citizen_id, booking_id)
        booking = table.booking
        if table.actor is not Actor.CITIZEN:
            raise NotFound
        if booking.state not in PAYABLE:
            raise StaleState(current=booking.state, allowed=sorted(PAYABLE))
        now = await clock()
        ends = _payable_until(booking)
        if not booking.amount_paisa or booking.paid_paisa or now >= ends:
            raise NothingDue(str(booking.state))
        earlier = await charging.due(booking.id)
        if earlier is not None and earlier.state is not IntentState.EXPIRED:
            return booking
        if earlier is not None:  # a part of it may have come
            events += await charging.void(earlier, now)
        if booking.state is BookingState.HELD:
            booking.due_at = ends  # what ends holds looks at it, and waits as long
            await booking.save(update_fields=["due_at"])
        _, happened = await paying.open_intent(
            purpose=ADVANCE,
            subject_id=booking.id,
            payer_id=citizen_id,
            payee=chart.held_for(citizen_id),
            due=Paisa(booking.amount_paisa),
            expires_at=ends,
            now=now,
        )
        events += happened
    return booking


class Advance:
    """A booking as something that is paid for ahead (`payments.ports.Target`)."""

    async def lock(self, subject_id: int) -> None:
        """Lock the booking."""
        await booking_keeping.locked(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Hold the money for the provider; a time that was held is asked for by it."""
        booking = await Booking.get(id=intent.subject_id)
        provider = await Provider.get(id=booking.provider_id)
        amount = Paisa(intent.due_paisa)
        [hold_id] = await ledger.hold(
            Move(
                kind=ADVANCE,
                ref=str(intent.id),
                debit=chart.held_for(booking.citizen_id),
                credit=chart.due_to_seller(provider.account_id),
                amount=amount,
            )
        )
        booking.paid_paisa, booking.hold_id = amount, hold_id
        await booking.save(update_fields=["paid_paisa", "hold_id"])
        if booking.state is not BookingState.HELD:
            return []
        due = rules.respond_by(at, booking.starts_at)
        await booking_keeping.move(booking, BookingCommand.REQUEST, Actor.HOUSE, now=at, due_at=due)
        asked = BookingRequested(**facts(booking), respond_by=due)
        return [*told(booking, asked), *await holding.confirm_at_once(booking, provider, at)]


# A fee that is paid moves nothing on: the provider has it, and that is all.
TARGETS: dict[str, Target] = {ADVANCE: Advance()}


def _payable_until(booking: Booking) -> datetime:
    if booking.state is BookingState.HELD:
        return min(booking.created_at + rules.HOLD_LASTS_ONLINE, booking.starts_at)
    return booking.starts_at
