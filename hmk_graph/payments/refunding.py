"""Money goes back by the way it came, and never more than came."""

from __future__ import annotations

from datetime import datetime

from tortoise.functions import Sum

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotAllowed, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.chart import gateway as gateway_account
from hmk_graph.payments.errors import NotRefundable, ReferenceUsed
from hmk_graph.payments.events import RefundDone, RefundStarted, of
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import GATEWAY, HOUSE, OFFICER, REFUND, RefundCommand
from hmk_graph.payments.paying_models import Attempt, AttemptState, Intent, Refund, RefundState
from hmk_graph.payments.ports import Found, Verdict
from hmk_graph.payments.references import reference_of
from hmk_graph.state_machines import next_state

KIND = "refund"
# These are promised to go back, or have; a refund that failed does not count (vendure#3152).
COUNTED = (RefundState.APPROVED, RefundState.SENT, RefundState.SUCCEEDED)
# A gateway that refuses so often is not asked a further time by itself: a person sends it.
MOST_TRIES = 3


async def give_back(
    intent: Intent,
    attempt: Attempt,
    amount: Paisa,
    *,
    source: AccountName,
    reason: str,
    now: datetime,
    asked_by: int | None = None,
) -> list[Event]:
    """Start to give money of one captured try back, in the transaction of whatever asks for it.

    The money is held on `source` from here on, so that nobody spends it meanwhile. The intent is
    locked by the caller.

    Raises:
        NotRefundable: So much of it is not here to go back.
        NotEnoughMoney: `source` does not hold it.
    """
    rest = await refundable(attempt)
    if amount > rest:
        raise NotRefundable(left=rest)
    refund = await Refund.create(
        attempt_id=attempt.id,
        amount_paisa=amount,
        source=source,
        reason=reason,
        asked_by_id=asked_by,
        created_at=now,
        check_at=now,
    )
    await _hold(refund, attempt)
    if intent.payer_id is None:
        return []
    return [RefundStarted(**of(intent, amount), gateway=attempt.gateway, reason=reason)]


async def give_back_of(
    intent: Intent,
    amount: Paisa,
    *,
    source: AccountName,
    reason: str,
    now: datetime,
    asked_by: int | None = None,
) -> list[Event]:
    """Give back a part of what was paid for a locked intent, by its ways, the last paid first.

    Raises:
        NotRefundable: Less than that was paid and is still here.
        NotEnoughMoney: `source` does not hold it.
    """
    attempts = await Attempt.filter(intent_id=intent.id, state=AttemptState.CAPTURED).order_by(
        "-id"
    )
    events: list[Event] = []
    missing = amount
    for attempt in attempts:
        part = Paisa(min(missing, await refundable(attempt)))
        if part:
            events += await give_back(
                intent, attempt, part, source=source, reason=reason, now=now, asked_by=asked_by
            )
            missing = Paisa(missing - part)
    if missing:
        raise NotRefundable(left=Paisa(amount - missing))
    return events


async def refundable(attempt: Attempt) -> Paisa:
    """Return how much of a try may still go back: what arrived less what goes."""
    arrived = attempt.amount_paisa
    if attempt.state is not AttemptState.CAPTURED:
        arrived = await ledger.amount_of("payment.unassigned", attempt.invoice)
    going = (
        await Refund.filter(attempt_id=attempt.id, state__in=COUNTED)
        .annotate(total=Sum("amount_paisa"))
        .first()
        .values("total")
    )
    return Paisa(arrived - ((going or {}).get("total") or 0))


@whole_command
async def send(refund_id: int) -> Refund | None:
    """Mark a refund as sent, before the gateway is called; None if there is nothing to send.

    One that is sent already is not sent again: how it stands is asked.
    """
    async with transaction():
        refund = await Refund.filter(id=refund_id).select_for_update(no_key=True).first()
        if refund is None or refund.state is not RefundState.APPROVED:
            return None
        await _take(refund, RefundCommand.SEND, HOUSE)
    return refund


@whole_command
async def settle(refund_id: int, found: Found, *, again: datetime, clock: Clock) -> Refund:
    """Take a refund to where a gateway's answer leads; `again` is when to ask if it is undecided.

    One that failed is followed by another, a few times, and then by one that a person sends; its
    money stays held all the while.
    """
    async with transaction() as events:
        refund = await Refund.get(id=refund_id).prefetch_related("attempt__intent")
        intent = await Intent.filter(id=refund.attempt.intent_id).select_for_update().get()
        locked = await Refund.filter(id=refund_id).select_for_update(no_key=True).get()
        if locked.state is not RefundState.SENT:
            return locked
        if found.verdict is Verdict.PAID:
            await _take(
                locked, RefundCommand.SUCCEED, GATEWAY, gateway_ref=found.trx, check_at=None
            )
            await ledger.capture(locked.hold_id or 0, ref=_ref(locked))
            events += _done(intent, refund.attempt, Paisa(locked.amount_paisa))
        elif found.verdict in (Verdict.FAILED, Verdict.CANCELED):
            await _fail(locked, refund.attempt, found.words, await clock())
        else:
            ref = found.trx or locked.gateway_ref
            await Refund.filter(id=refund_id).update(
                check_at=again, checks=locked.checks + 1, gateway_ref=ref
            )
    return locked


@whole_command
async def send_by_hand(officer_id: int, refund_id: int, *, reference: str) -> Refund:
    """Say under which number money went back that its own way refused (an administrator).

    The same number again is no matter; one that proves another refund proves none.

    Raises:
        NotAllowed: The person is no administrator, or gets the money himself.
        NotFound: There is no such refund, or it goes back by itself.
        StaleState: It went back under another number.
        ReferenceUsed: The number proves another one.
        BadInput: It is none.
    """
    number = reference_of(reference)
    await access.require_administrator(officer_id)
    async with transaction(actor_id=officer_id) as events:
        refund = await Refund.get_or_none(id=refund_id, by_hand=True).prefetch_related("attempt")
        if refund is None:
            raise NotFound
        intent = await Intent.filter(id=refund.attempt.intent_id).select_for_update().get()
        if intent.payer_id == officer_id:
            raise NotAllowed
        locked = await Refund.filter(id=refund_id).select_for_update(no_key=True).get()
        if locked.state is RefundState.SUCCEEDED and locked.gateway_ref == number:
            return locked
        if await Refund.exists(by_hand=True, gateway_ref=number):
            raise ReferenceUsed
        await _take(locked, RefundCommand.SEND, HOUSE)
        await _take(locked, RefundCommand.SUCCEED, OFFICER, gateway_ref=number)
        await ledger.capture(locked.hold_id or 0, ref=_ref(locked))
        events += _done(intent, refund.attempt, Paisa(locked.amount_paisa))
    return locked


async def _fail(refund: Refund, attempt: Attempt, words: str, now: datetime) -> None:
    await _take(refund, RefundCommand.FAIL, GATEWAY, check_at=None, failure=words[:120])
    await ledger.release(refund.hold_id or 0, ref=_ref(refund))
    tries = await Refund.filter(
        attempt_id=attempt.id, amount_paisa=refund.amount_paisa, state=RefundState.FAILED
    ).count()
    by_hand = tries >= MOST_TRIES
    another = await Refund.create(
        attempt_id=attempt.id,
        amount_paisa=refund.amount_paisa,
        source=refund.source,
        reason=refund.reason,
        asked_by_id=refund.asked_by_id,
        by_hand=by_hand,
        created_at=now,
        check_at=None if by_hand else now,
    )
    await _hold(another, attempt)


async def _hold(refund: Refund, attempt: Attempt) -> None:
    move = Move(
        kind=KIND,
        ref=_ref(refund),
        debit=AccountName(refund.source),
        credit=chart.bank() if refund.by_hand else gateway_account(attempt.gateway),
        amount=Paisa(refund.amount_paisa),
    )
    [refund.hold_id] = await ledger.hold(move)
    await Refund.filter(id=refund.id).update(hold_id=refund.hold_id)


async def _take(refund: Refund, command: RefundCommand, actor: str, **changes: object) -> None:
    to = RefundState(next_state(REFUND, refund.state, command, actor=actor))
    await Refund.filter(id=refund.id).update(state=to, version=refund.version + 1, **changes)
    refund.update_from_dict({"state": to, "version": refund.version + 1, **changes})


def _done(intent: Intent, attempt: Attempt, amount: Paisa) -> list[Event]:
    if intent.payer_id is None:
        return []
    return [RefundDone(**of(intent, amount), gateway=attempt.gateway)]


def _ref(refund: Refund) -> str:
    return str(refund.id)


async def known_at_gateway(attempt_id: int, *, but: int) -> list[str]:
    """Return the gateway's numbers of a payment's refunds, but for one."""
    found = Refund.filter(attempt_id=attempt_id, gateway_ref__isnull=False).exclude(id=but)
    return [ref async for (ref,) in found.values_list("gateway_ref")]


def ref_at_gateway(refund: Refund) -> str:
    """Return under which number of ours the gateway knows a refund: a repeat is the same one."""
    return f"HMKR{refund.id}"
