"""Officers take cash at their haat, for deals and for deposits, and give back what goes back."""

from __future__ import annotations

from tortoise.queryset import QuerySet

from hmk_graph.accounts import queries as account_queries
from hmk_graph.clock import Clock
from hmk_graph.errors import NotAllowed, NotFound
from hmk_graph.haat import collecting, depositing
from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal, Listing
from hmk_graph.money import Paisa
from hmk_graph.payments import cashing, chart
from hmk_graph.payments.paying_models import Attempt, Intent, Refund, RefundState
from hmk_graph.payments.ports import Target

TARGETS: dict[str, Target] = {
    collecting.PURPOSE: collecting.DealTarget(),
    depositing.PURPOSE: depositing.DepositTarget(),
}


async def take_cash(
    officer_id: int, deal_id: int, amount: Paisa, *, idempotency_key: str, clock: Clock
) -> Attempt:
    """Take cash for a deal or a part of it at the haat where it was made; return the receipt.

    Raises:
        NotFound: There is no such deal to be paid, or the person is no officer of its haat.
        NotAllowed: The officer has a part in it.
        NothingDue, AmountOutOfRange, BadInput: As `cashing.take` refuses.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    deal = await Deal.get_or_none(id=deal_id)
    if deal is None:
        raise NotFound
    haat_id = (await Listing.get(id=deal.listing_id)).haat_id
    await need_officer(officer_id, haat_id)
    if officer_id in (deal.buyer_id, deal.seller_id):
        raise NotAllowed
    return await _take(
        officer_id, collecting.PURPOSE, deal_id, haat_id, amount, key=idempotency_key, clock=clock
    )


async def take_deposit(
    officer_id: int, deposit_id: int, amount: Paisa, *, idempotency_key: str, clock: Clock
) -> Attempt:
    """Take cash for a deposit or a part of it at its haat; return the receipt.

    Raises:
        NotFound: There is no such deposit, or the person is no officer of its haat.
        NotAllowed: It is the officer's own.
        NothingDue, AmountOutOfRange, BadInput: As `cashing.take` refuses.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    deposit = await Deposit.get_or_none(id=deposit_id)
    if deposit is None:
        raise NotFound
    await need_officer(officer_id, deposit.haat_id)
    if officer_id == deposit.account_id:
        raise NotAllowed
    return await _take(
        officer_id,
        depositing.PURPOSE,
        deposit_id,
        deposit.haat_id,
        amount,
        key=idempotency_key,
        clock=clock,
    )


async def to_give_back(officer_id: int) -> QuerySet[Refund]:
    """Return the cash that waits for its payers at an officer's haats; nothing for others.

    What goes back to the officer himself is not among it.
    """
    areas = await account_queries.areas_of(officer_id)
    haats = Haat.all() if areas is None else Haat.filter(place__path__overlap=areas)
    tills = [chart.cash_at(haat_id) for (haat_id,) in await haats.values_list("id")]
    waiting = Refund.filter(attempt__gateway__in=tills, state=RefundState.APPROVED)
    return waiting.exclude(attempt__intent__payer_id=officer_id)


async def give_back(officer_id: int, refund_id: int, *, clock: Clock) -> Refund:
    """Note that cash was put into its payer's hand at the haat where it was taken.

    Noting it again is no matter.

    Raises:
        NotFound: There is no such refund of cash, or the person is no officer of its haat.
        NotAllowed: It is the officer's own.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    refund = await Refund.get_or_none(id=refund_id).prefetch_related("attempt__intent")
    haat_id = chart.haat_of_cash(refund.attempt.gateway) if refund else None
    if refund is None or haat_id is None:
        raise NotFound
    await need_officer(officer_id, haat_id)
    if refund.attempt.intent.payer_id == officer_id:
        raise NotAllowed
    return await cashing.given_back(officer_id, refund_id, clock=clock)


async def _take(
    officer_id: int,
    purpose: str,
    subject_id: int,
    haat_id: int,
    amount: Paisa,
    *,
    key: str,
    clock: Clock,
) -> Attempt:
    due = await Intent.filter(purpose=purpose, subject_id=subject_id).order_by("-id").first()
    if due is None:
        raise NotFound
    return await cashing.take(
        officer_id,
        due.id,
        amount,
        till=chart.cash_at(haat_id),
        idempotency_key=key,
        targets=TARGETS,
        clock=clock,
    )
