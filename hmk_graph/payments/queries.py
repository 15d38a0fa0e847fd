"""Reads of what is to be paid. Who asks comes first."""

from __future__ import annotations

from collections.abc import Sequence

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access
from hmk_graph.money import Paisa
from hmk_graph.payments import ledger
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.models import LedgerAccount, Transfer
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Intent,
    Refund,
    RefundState,
    SetAsideDecision,
)
from hmk_graph.payments.payout_models import (
    Payout,
    PayoutAccount,
    PayoutAccountState,
    PayoutState,
)
from hmk_graph.payments.settling import UNASSIGNED

MOST_TRIES = 20


async def intent(viewer_id: int, intent_id: int) -> Intent | None:
    """Return a sum that the viewer has to pay, or None if it is none of his."""
    return await Intent.get_or_none(id=intent_id, payer_id=viewer_id)


def intents_of(viewer_id: int) -> QuerySet[Intent]:
    """Return what the viewer has to pay and has paid."""
    return Intent.filter(payer_id=viewer_id)


async def latest_attempts(intent_ids: Sequence[int]) -> list[list[Attempt]]:
    """Return for each sum its newest tries, newest first."""
    found: dict[int, list[Attempt]] = {intent_id: [] for intent_id in intent_ids}
    async for attempt in Attempt.filter(intent_id__in=list(intent_ids)).order_by("-id"):
        own = found[attempt.intent_id]
        if len(own) < MOST_TRIES:
            own.append(attempt)
    return [found[intent_id] for intent_id in intent_ids]


async def open_of(purpose: str, subject_ids: Sequence[int]) -> list[Intent | None]:
    """Return for each thing the sum that is or was due for it, the newest one; None without."""
    found: dict[int, Intent] = {}
    rows = Intent.filter(purpose=purpose, subject_id__in=list(subject_ids)).order_by("id")
    async for row in rows:
        found[row.subject_id] = row
    return [found.get(subject_id) for subject_id in subject_ids]


async def payout_accounts(account_ids: Sequence[int]) -> list[PayoutAccount]:
    """Return places that earnings are sent to, in the order of their ids; all are there."""
    found = {row.id: row async for row in PayoutAccount.filter(id__in=list(account_ids))}
    return [found[account_id] for account_id in account_ids]


async def payout_accounts_waiting(viewer_id: int) -> QuerySet[PayoutAccount]:
    """Return the places that an administrator has to check; nothing for others.

    His own are not among them.
    """
    if not await access.is_administrator(viewer_id):
        return PayoutAccount.filter(id__in=[])
    return PayoutAccount.filter(state=PayoutAccountState.PENDING).exclude(owner_id=viewer_id)


async def payouts_waiting(viewer_id: int) -> QuerySet[Payout]:
    """Return the payouts that an administrator has to send or ask after; nothing for others."""
    if not await access.is_administrator(viewer_id):
        return Payout.filter(id__in=[])
    open_ones = Payout.filter(state__in=[PayoutState.PENDING, PayoutState.PROCESSING])
    return open_ones.exclude(account__owner_id=viewer_id)


async def set_aside(viewer_id: int) -> QuerySet[Attempt]:
    """Return the payments that administrators have to decide about; nothing for others.

    His own are not among them.
    """
    if not await access.is_administrator(viewer_id):
        return Attempt.filter(id__in=[])
    waiting = Attempt.filter(state=AttemptState.REVIEW)
    return waiting.filter(Q(intent__payer_id=None) | ~Q(intent__payer_id=viewer_id))


async def refunds_by_hand(viewer_id: int) -> QuerySet[Refund]:
    """Return the refunds that an administrator has to send himself; nothing for others."""
    if not await access.is_administrator(viewer_id):
        return Refund.filter(id__in=[])
    waiting = Refund.filter(by_hand=True, state=RefundState.APPROVED)
    return waiting.filter(
        Q(attempt__intent__payer_id=None) | ~Q(attempt__intent__payer_id=viewer_id)
    )


async def decisions(attempt_ids: Sequence[int]) -> list[SetAsideDecision | None]:
    """Return what was said about payments that were set aside; None: nothing yet."""
    rows = SetAsideDecision.filter(attempt_id__in=list(attempt_ids))
    found = {row.attempt_id: row async for row in rows}
    return [found.get(attempt_id) for attempt_id in attempt_ids]


async def arrived(invoices: Sequence[str]) -> list[Paisa]:
    """Return how much of payments lies where money is that nobody can assign yet."""
    rows = Transfer.filter(kind=UNASSIGNED, ref__in=list(invoices))
    found = {row.ref: row.amount_paisa async for row in rows}
    return [Paisa(found.get(invoice, 0)) for invoice in invoices]


async def attempts(attempt_ids: Sequence[int]) -> list[Attempt]:
    """Return tries with the sums they are for, in the order of their ids; all are there."""
    rows = Attempt.filter(id__in=list(attempt_ids)).prefetch_related("intent")
    found = {row.id: row async for row in rows}
    return [found[attempt_id] for attempt_id in attempt_ids]


async def earnings(earner: AccountName) -> dict[str, Paisa]:
    """Return what stands on an earner's account, and what of it is on its way (`on_its_way`)."""
    found = await ledger.balance(earner)
    return {"standing": Paisa(found.posted), "on_its_way": Paisa(found.held)}


async def anything_stands_on(accounts: Sequence[AccountName]) -> bool:
    """Say whether money stands on one of some guarded accounts, promised or not."""
    return await LedgerAccount.filter(name__in=list(accounts), balance_paisa__gt=0).exists()
