"""Officers take cash for deals at their haat, and note what they put back into a buyer's hand."""

from __future__ import annotations

from hmk_graph.clock import Clock
from hmk_graph.errors import NotAllowed, NotFound
from hmk_graph.haat import collecting
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.sale_models import Deal, Listing
from hmk_graph.money import Paisa
from hmk_graph.payments import cashing, chart
from hmk_graph.payments.paying_models import Attempt, Intent

TARGETS = {collecting.PURPOSE: collecting.DealTarget()}


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
    due = (
        await Intent.filter(purpose=collecting.PURPOSE, subject_id=deal_id).order_by("-id").first()
    )
    if due is None:
        raise NotFound
    return await cashing.take(
        officer_id,
        due.id,
        amount,
        till=chart.cash_at(haat_id),
        idempotency_key=idempotency_key,
        targets=TARGETS,
        clock=clock,
    )
