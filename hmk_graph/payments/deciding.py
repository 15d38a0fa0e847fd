"""Money that was set aside: two administrators together say whether it counts or goes back.

The first one's words are kept beside the payment; it moves when a second one says the same. Who has
to pay it himself decides nothing.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hmk_graph.accounts import access, seconding
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.clock import Clock
from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.payments import ledger, paying, refunding, settling
from hmk_graph.payments.chart import SUSPENSE
from hmk_graph.payments.errors import NothingDue
from hmk_graph.payments.events import PaymentTurnedDown, SetAsideDecided, of
from hmk_graph.payments.machines import OFFICER, AttemptCommand
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Choice,
    Intent,
    IntentState,
    SetAsideDecision,
)
from hmk_graph.payments.payout_accounts import reason_of
from hmk_graph.payments.ports import GuestNews, Targets


@whole_command
async def decide(
    officer_id: int,
    attempt_id: int,
    choice: Choice,
    *,
    reason: str,
    targets: Targets,
    clock: Clock,
) -> Attempt:
    """Say what shall become of a payment that was set aside (an administrator).

    A first word is kept, and takes the place of an earlier one that said the opposite; the second
    administrator's moves the money. What more arrived than was due goes back in either case.

    Raises:
        NotAllowed: The person is no administrator, or has to pay it himself.
        NotFound: There is no such payment.
        StaleState: It is not set aside.
        NothingDue: No money of ours has arrived with it, so there is nothing to take.
        SecondOfficerNeeded: The same administrator said so before.
        BadInput: The reason is shorter than a sentence.
    """
    await access.require_administrator(officer_id)
    why = reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        intent, attempt = await settling.locked(attempt_id, targets)
        if intent.payer_id == officer_id:
            raise NotAllowed
        if attempt.state is not AttemptState.REVIEW:
            raise StaleState(current=str(attempt.state), allowed=[AttemptState.REVIEW])
        arrived = await ledger.amount_of(settling.UNASSIGNED, attempt.invoice)
        if choice is Choice.TAKE and not arrived:
            raise NothingDue(str(intent.state))
        now = await clock()
        first = await _agreed_with(officer_id, attempt_id, choice, why, now)
        if first is None:
            return attempt
        events.append(
            SetAsideDecided(
                attempt_id=attempt_id,
                choice=choice,
                amount=arrived,
                reason=first.reason,
                officer_id=first.asked_by_id,
                second_officer_id=officer_id,
            )
        )
        if choice is Choice.TAKE:
            events += await _take(intent, attempt, arrived, targets, now)
        else:
            events += await _turn_down(intent, attempt, arrived, why, targets, now)
    return attempt


async def _agreed_with(
    officer_id: int, attempt_id: int, choice: Choice, why: str, now: datetime
) -> SetAsideDecision | None:
    """Keep a word; return the first one for the same that it agrees with, or None."""
    first = await SetAsideDecision.get_or_none(attempt_id=attempt_id)
    if (
        first is None
        or first.choice is not choice
        or not await seconding.counts(first.asked_by_id, None)
    ):
        told: dict[str, Any] = {  # Any: columns of any kind
            "choice": choice,
            "reason": why,
            "asked_by_id": officer_id,
            "asked_at": now,
        }
        # The payment is locked, so that of two first words one is the second.
        if first is None:
            await SetAsideDecision.create(attempt_id=attempt_id, **told)
        else:
            await SetAsideDecision.filter(attempt_id=attempt_id).update(**told)
        return None
    if first.asked_by_id == officer_id:
        raise SecondOfficerNeeded
    await SetAsideDecision.filter(attempt_id=attempt_id).update(
        agreed_by_id=officer_id, agreed_at=now
    )
    return first


async def _take(
    intent: Intent, attempt: Attempt, arrived: Paisa, targets: Targets, now: datetime
) -> list[Event]:
    # From here on the try is of what arrived: so much may go back, and not what was asked.
    await paying.take(attempt, AttemptCommand.CAPTURE, OFFICER, amount_paisa=arrived)
    rest = paying.left(intent) if intent.state is IntentState.OPEN else Paisa(0)
    counted = Paisa(min(arrived, rest) or arrived)
    events = await settling.assign(intent, attempt, counted, SUSPENSE, targets, now)
    if counted < arrived:
        events += await refunding.give_back(
            intent,
            attempt,
            Paisa(arrived - counted),
            source=SUSPENSE,
            reason=settling.TOO_MUCH,
            now=now,
        )
    return events


async def _turn_down(
    intent: Intent, attempt: Attempt, arrived: Paisa, why: str, targets: Targets, now: datetime
) -> list[Event]:
    await paying.take(attempt, AttemptCommand.FAIL, OFFICER)
    if arrived:
        events = await refunding.give_back(
            intent, attempt, arrived, source=SUSPENSE, reason=settling.NOT_TAKEN, now=now
        )
        return events + await settling.for_guest(intent, GuestNews.GOES_BACK, targets)
    if intent.payer_id is None:
        return await settling.for_guest(intent, GuestNews.TURNED_DOWN, targets)
    amount = Paisa(attempt.amount_paisa)
    return [PaymentTurnedDown(**of(intent, amount), gateway=attempt.gateway, reason=why)]
