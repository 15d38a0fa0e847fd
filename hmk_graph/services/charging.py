"""Money of a booking: cash at the visit unless the citizen pays online, and what a late no costs.

Paid online, the price stands held for the provider until the booking is over; then what is his goes
to him, and the rest back the way it came. Whoever pays in cash and calls off late owes the fee.
"""

from __future__ import annotations

from datetime import datetime

from hmk_graph.event_log import Event
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.machines import HOUSE, IntentCommand
from hmk_graph.payments.paying_models import Intent, IntentState
from hmk_graph.services import rules
from hmk_graph.services.booking_models import Booking, BookingState, Side
from hmk_graph.services.models import Provider

ADVANCE = "services.advance"
CANCEL_FEE = "services.cancel_fee"
GIVEN_BACK = "বুকিংয়ের টাকা ফেরত (money of a booking)"


async def settle(booking: Booking, kept: Paisa, now: datetime) -> list[Event]:
    """Give `kept` of a booking that is over to its provider and the rest back; tell what happened.

    In the transaction that ends it. What was not paid ahead is paid at the visit.
    """
    intent = await due(booking.id)
    if intent is None:
        return []
    if booking.hold_id is None:
        return await void(intent, now)
    kept = Paisa(min(kept, booking.paid_paisa))
    ref = str(intent.id)
    if kept:
        await ledger.capture(booking.hold_id, ref=ref, amount=kept)
    else:
        await ledger.release(booking.hold_id, ref=ref)
    await paying.step(intent, IntentCommand.CLOSE, HOUSE)
    back = Paisa(booking.paid_paisa - kept)
    booking.hold_id = None
    await booking.save(update_fields=["hold_id"])
    return await _give_back(intent, back, now) if back else []


async def charge_fee(booking: Booking, now: datetime) -> list[Event]:
    """Take the fee of a booking from what was paid ahead, or else have it due."""
    fee = Paisa(booking.fee_paisa)
    if booking.hold_id is not None or not fee:
        return await settle(booking, fee, now)
    happened = await settle(booking, Paisa(0), now)
    provider = await Provider.get(id=booking.provider_id)
    _, made_due = await paying.open_intent(
        purpose=CANCEL_FEE,
        subject_id=booking.id,
        payer_id=booking.citizen_id,
        payee=chart.due_to_seller(provider.account_id),
        due=fee,
        expires_at=None,
        now=now,
    )
    return [*happened, *made_due]


async def settle_no_show(booking: Booking, now: datetime) -> list[Event]:
    """Charge a citizen who did not come what a late no costs; of an absent provider all goes back.

    Settling it again changes nothing.
    """
    if booking.absent is Side.CITIZEN and not booking.fee_paisa:
        booking.fee_paisa = rules.no_show_fee(booking.amount_paisa)
        await booking.save(update_fields=["fee_paisa"])
        return await charge_fee(booking, now)
    return await settle(booking, Paisa(0), now)


async def settle_decided(booking: Booking, now: datetime) -> list[Event]:
    """Settle a booking about which was decided: for the provider it is CLOSED, else REFUNDED."""
    if booking.state is BookingState.REFUNDED:
        return await settle(booking, Paisa(0), now)
    if booking.final_paisa is None:
        return await settle_no_show(booking, now)
    return await settle(booking, Paisa(booking.final_paisa), now)


async def void(intent: Intent, now: datetime) -> list[Event]:
    """Have nothing due any more; what was paid in part goes back, what comes later by itself."""
    if intent.state is IntentState.OPEN:
        await paying.step(intent, IntentCommand.VOID, HOUSE)
    captured = Paisa(intent.captured_paisa)
    return await _give_back(intent, captured, now) if captured else []


async def _give_back(intent: Intent, amount: Paisa, now: datetime) -> list[Event]:
    source = chart.AccountName(intent.payee)
    return await refunding.give_back_of(intent, amount, source=source, reason=GIVEN_BACK, now=now)


async def is_paid_ahead(booking_id: int) -> bool:
    """Say whether money came ahead for a booking, which goes back or is earned with its end."""
    intent = await due(booking_id)
    return intent is not None and intent.captured_paisa > 0


async def due(booking_id: int) -> Intent | None:
    """Return, locked, what was asked ahead for a booking and is not settled; None if nothing."""
    living = (IntentState.OPEN, IntentState.COVERED, IntentState.EXPIRED)
    found = (
        await Intent.filter(purpose=ADVANCE, subject_id=booking_id, state__in=list(living))
        .order_by("-id")
        .first()
    )
    return None if found is None else await paying.locked(found.id)
