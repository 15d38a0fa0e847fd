"""Cash counts like any other way of paying: taken and given back by an officer, with a number."""

from __future__ import annotations

from datetime import datetime

from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments import paying, refunding, settling
from hmk_graph.payments.errors import AmountOutOfRange
from hmk_graph.payments.paying_models import Attempt, Intent, Refund
from hmk_graph.payments.ports import Found, Targets, Verdict

OPERATION = "takeCash"


@whole_command
async def take(
    officer_id: int,
    intent_id: int,
    amount: Paisa,
    *,
    till: str,
    idempotency_key: str,
    targets: Targets,
    clock: Clock,
) -> Attempt:
    """Take cash for a sum or a part of it; `till` names the cash box (`chart.cash_at`).

    Whether the officer may is asked by who calls. The same key twice is one receipt.

    Raises:
        NotFound: There is no such sum.
        NothingDue: It is paid, or no longer to be paid.
        AmountOutOfRange: It is more than is left, or nothing.
        BadInput: It is no whole taka.
        IdempotencyConflict, InProgress: The key was used with another input, or its twin is at
            work.
    """
    async with transaction(actor_id=officer_id, command_id=idempotency_key):
        earlier = await recall(
            officer_id, OPERATION, idempotency_key, intent=intent_id, amount=amount, till=till
        )
        if earlier is not None:
            return await Attempt.get(id=earlier["attempt_id"])
        found = await Intent.get_or_none(id=intent_id)
        if found is None:
            raise NotFound
        if found.purpose in targets:
            await targets[found.purpose].lock(found.subject_id)
        intent = await paying.locked(intent_id)
        now = await clock()
        paying.need_due(intent, now)
        rest = paying.left(intent)
        if not 0 < amount <= rest:
            raise AmountOutOfRange(smallest=Paisa(min(TAKA, rest)), largest=rest)
        if amount % TAKA and amount != rest:
            raise BadInput("amount", why_bn="পুরো টাকায় নিন।", why_en="take whole taka.")
        attempt = await count(intent, amount, till=till, now=now, targets=targets, clock=clock)
        await remember(officer_id, OPERATION, idempotency_key, {"attempt_id": attempt.id})
    return attempt


async def count(
    intent: Intent, amount: Paisa, *, till: str, now: datetime, targets: Targets, clock: Clock
) -> Attempt:
    """Have cash in a till count for a locked sum, in the caller's transaction."""
    attempt = await Attempt.create(
        intent_id=intent.id,
        gateway=till,
        invoice=paying.fresh_invoice(),
        amount_paisa=amount,
        created_at=now,
    )
    counted = Found(
        verdict=Verdict.PAID, amount=amount, invoice=attempt.invoice, trx=attempt.invoice
    )
    return await settling.apply(attempt.id, counted, targets=targets, clock=clock)


@whole_command
async def given_back(officer_id: int, refund_id: int, *, clock: Clock) -> Refund:
    """Note that cash was put into a payer's hand, once; whether the officer may is the caller's."""
    async with transaction(actor_id=officer_id):
        return await put_into_hand(refund_id, clock=clock)


async def put_into_hand(refund_id: int, *, clock: Clock) -> Refund:
    """Settle a refund of cash, in the caller's transaction; who may is asked by who calls."""
    await refunding.send(refund_id)
    done = Found(verdict=Verdict.PAID, trx=f"cash {refund_id}")
    return await refunding.settle(refund_id, done, again=await clock(), clock=clock)
