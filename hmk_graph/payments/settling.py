"""What a gateway has found out becomes money in the ledger, once.

The payer's browser, callbacks and the reconciler all come through here.
"""

from __future__ import annotations

from datetime import datetime

from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.payments import ledger, paying, refunding
from hmk_graph.payments.chart import SUSPENSE, AccountName
from hmk_graph.payments.chart import gateway as gateway_account
from hmk_graph.payments.events import PaymentFailed, PaymentReceived, PaymentSetAside, of
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import (
    CLOCK,
    GATEWAY,
    HOUSE,
    AttemptCommand,
    IntentCommand,
)
from hmk_graph.payments.paying_models import Attempt, AttemptState, Intent, IntentState
from hmk_graph.payments.ports import Found, GuestNews, GuestTarget, Targets, Verdict

CURRENCY = "BDT"
CAPTURED = "payment.captured"
UNASSIGNED = "payment.unassigned"
ASSIGNED = "payment.assigned"
USED_BEFORE = "a transaction that paid for something else"
# Why money goes back by itself; the payer reads it.
TOO_LATE = "সময় শেষ হওয়ার পরে টাকা এসেছে (the money came too late)"
NOT_TAKEN = "যাচাইয়ে মেলেনি (it did not pass the check)"
TOO_MUCH = "এই টাকা আগেই দেওয়া হয়েছে (this was paid already)"


@whole_command
async def apply(attempt_id: int, found: Found, *, targets: Targets, clock: Clock) -> Attempt:
    """Take a payment to where a gateway's answer leads, with everything that follows from it.

    One transaction locks the thing that is paid for, then the intent, then the try, and writes all.
    The same answer again, or an older one, changes nothing: what is captured stays so.
    """
    async with transaction() as events:
        intent, attempt = await locked(attempt_id, targets)
        now = await clock()
        if attempt.state in (AttemptState.CAPTURED, AttemptState.REVIEW):
            return attempt
        match found.verdict:
            case Verdict.PAID:
                misfit = await _misfit(found, attempt)
                if misfit:
                    events += await _set_aside(intent, attempt, found, misfit, targets)
                else:
                    events += await _capture(intent, attempt, found, targets, now)
            case Verdict.FAILED | Verdict.CANCELED if attempt.state is not AttemptState.FAILED:
                events += await _fail(intent, attempt, found)
            case _:
                await _wait(attempt, now)
    return attempt


async def locked(attempt_id: int, targets: Targets) -> tuple[Intent, Attempt]:
    """Lock what is paid for, then the sum, then the try, in the order of rules.md C2."""
    intent = await Intent.get(attempts__id=attempt_id)
    target = targets.get(intent.purpose)
    if target is not None:
        await target.lock(intent.subject_id)
    return await paying.locked(intent.id), await paying.locked_attempt(attempt_id)


async def _misfit(found: Found, attempt: Attempt) -> str:
    """Say what about the money is not as we asked for it; nothing if all is."""
    if found.invoice != attempt.invoice:
        return "another invoice"
    if found.currency != CURRENCY:
        return f"currency {found.currency[:10]}"
    if await Attempt.exists(gateway=attempt.gateway, gateway_trx=found.trx or ""):
        return USED_BEFORE
    if found.amount != attempt.amount_paisa:
        return f"amount {found.amount}"
    return "marked as a risk" if found.risky else ""


async def _capture(
    intent: Intent, attempt: Attempt, found: Found, targets: Targets, now: datetime
) -> list[Event]:
    await paying.take(
        attempt, AttemptCommand.CAPTURE, GATEWAY, gateway_trx=found.trx, check_at=None, failure=""
    )
    outside = gateway_account(attempt.gateway)
    return await assign(intent, attempt, Paisa(attempt.amount_paisa), outside, targets, now)


async def assign(
    intent: Intent,
    attempt: Attempt,
    amount: Paisa,
    source: AccountName,
    targets: Targets,
    now: datetime,
) -> list[Event]:
    """Give money to what it was paid for; what has no use for it any more gives it back."""
    over = intent.expires_at is not None and now >= intent.expires_at
    late = intent.state is not IntentState.OPEN or over
    if late or amount > paying.left(intent):
        if source != SUSPENSE:
            await _post(UNASSIGNED, attempt, amount, source, SUSPENSE)
        reason = TOO_LATE if late and intent.state is not IntentState.COVERED else TOO_MUCH
        events = await refunding.give_back(
            intent, attempt, amount, source=SUSPENSE, reason=reason, now=now
        )
        return events + await for_guest(intent, GuestNews.GOES_BACK, targets)
    kind = ASSIGNED if source == SUSPENSE else CAPTURED
    await _post(kind, attempt, amount, source, AccountName(intent.payee))
    intent.captured_paisa += amount
    events = []
    if intent.payer_id is not None:
        events.append(
            PaymentReceived(**of(intent, amount), gateway=attempt.gateway, left=paying.left(intent))
        )
    captured = {"captured_paisa": intent.captured_paisa}
    if paying.left(intent):
        await Intent.filter(id=intent.id).update(**captured)
        return events
    await paying.step(intent, IntentCommand.COVER, HOUSE, **captured)
    target = targets.get(intent.purpose)
    return [*events, *(await target.covered(intent, now) if target else [])]


async def for_guest(intent: Intent, news: GuestNews, targets: Targets) -> list[Event]:
    """Return what a payer without an account hears; others are told on their own streams."""
    target = targets.get(intent.purpose)
    if intent.payer_id is not None or not isinstance(target, GuestTarget):
        return []
    return [*await target.told(intent, news)]


async def _set_aside(
    intent: Intent, attempt: Attempt, found: Found, misfit: str, targets: Targets
) -> list[Event]:
    """Keep money that does not fit where an officer sees it; it is neither lost nor counted."""
    used_before = misfit == USED_BEFORE
    await paying.take(
        attempt,
        AttemptCommand.SET_ASIDE,
        GATEWAY,
        gateway_trx=None if used_before else found.trx,
        check_at=None,
        failure=misfit,
    )
    if found.currency == CURRENCY and found.amount > 0 and not used_before:
        outside = gateway_account(attempt.gateway)
        await _post(UNASSIGNED, attempt, found.amount, outside, SUSPENSE)
    if intent.payer_id is None:
        return await for_guest(intent, GuestNews.SET_ASIDE, targets)
    amount = Paisa(attempt.amount_paisa)
    return [PaymentSetAside(**of(intent, amount), gateway=attempt.gateway)]


async def _fail(intent: Intent, attempt: Attempt, found: Found) -> list[Event]:
    """End a try; it touches nothing but itself, whatever else was paid meanwhile."""
    if attempt.state is AttemptState.ABANDONED:
        return []
    await paying.take(
        attempt, AttemptCommand.FAIL, GATEWAY, check_at=None, failure=found.words[:120]
    )
    if intent.payer_id is None:
        return []
    amount = Paisa(attempt.amount_paisa)
    return [PaymentFailed(**of(intent, amount), gateway=attempt.gateway)]


async def _wait(attempt: Attempt, now: datetime) -> None:
    """Ask again later, or give up a payer who never came."""
    if attempt.state in (AttemptState.FAILED, AttemptState.ABANDONED):
        return
    again = paying.next_check(now - attempt.created_at, attempt.checks)
    if again is None:
        await paying.take(attempt, AttemptCommand.ABANDON, CLOCK, check_at=None)
        return
    attempt.check_at = now + again
    await Attempt.filter(id=attempt.id).update(check_at=attempt.check_at, checks=attempt.checks + 1)


async def _post(
    kind: str, attempt: Attempt, amount: Paisa, debit: AccountName, credit: AccountName
) -> None:
    move = Move(kind=kind, ref=attempt.invoice, debit=debit, credit=credit, amount=amount)
    [attempt.transfer_id] = await ledger.post(move)
    await Attempt.filter(id=attempt.id).update(transfer_id=attempt.transfer_id)
