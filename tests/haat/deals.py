"""Deals on their way: bought, paid in cash, handed over."""

from __future__ import annotations

from datetime import datetime, timedelta

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.haat import collecting, handing_over
from hmk_graph.haat.dealing import buy_now
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.sale_models import Deal, Listing
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import cashing, chart, ledger
from hmk_graph.payments.paying_models import Intent
from tests import factories
from tests.factories import NOON, at

PRICE = taka(80_000)
TOLL = taka(4_000)
ALL = Paisa(PRICE + TOLL)
TARGETS = {collecting.PURPOSE: collecting.DealTarget()}
LATER = NOON + timedelta(hours=1)
WHY = "ওজন ও ছবি মিলিয়ে দেখা হয়েছে"
OVERDUE = NOON + timedelta(hours=24)


async def bought(buyer: Account | None = None, *, tag: str = "T-7") -> Deal:
    """Buy an animal at a haat that takes five in a hundred."""
    haat = await factories.haat()
    if not await HasilRule.exists(haat=haat, species=None):
        await HasilRule.create(
            haat=haat,
            kind="PERCENT",
            value=500,
            valid_from=NOON - timedelta(days=1),
            legal_ref="x",
            set_by=await factories.officer(),
        )
    offered = await factories.listing(await factories.animal(tag=tag), price=PRICE)
    someone = buyer or await factories.person()
    return await buy_now(someone.id, offered.id, price=PRICE, idempotency_key="k", clock=at(NOON))


async def decided(deal: Deal, officer_id: int, *, for_buyer: bool = True) -> Deal:
    """Have an officer and then a second one decide a dispute."""
    for one in (officer_id, (await factories.officer()).id):
        deal = await handing_over.decide(
            one, deal.id, for_buyer=for_buyer, reason=WHY, clock=at(LATER)
        )
    return deal


async def pay(
    deal: Deal,
    amount: Paisa = ALL,
    *,
    now: datetime = LATER,
    key: str = "cash",
    officer: Account | None = None,
) -> None:
    """Pay in cash at the haat: the shortest of the ways, and all of them end in the same place."""
    intent = await Intent.get(purpose=collecting.PURPOSE, subject_id=deal.id)
    officer = officer or await factories.officer()
    haat_id = (await Listing.get(id=deal.listing_id)).haat_id
    await cashing.take(
        officer.id,
        intent.id,
        amount,
        till=chart.cash_at(haat_id),
        idempotency_key=key,
        targets=TARGETS,
        clock=at(now),
    )


async def hand_over(deal: Deal, *, code: str = "", tag: str = "T-7", now: datetime = LATER) -> Deal:
    stored = await Deal.get(id=deal.id)
    return await handing_over.hand_over(
        deal.seller_id,
        deal.id,
        code=code or stored.handover_code or "",
        tag=tag,
        grams=412_000,
        clock=at(now),
    )


async def told(account_id: int) -> list[str]:
    events = await event_log.after(f"accounts.account.{account_id}", 0)
    return [event.kind for event in events]


async def standing(deal: Deal) -> tuple[int, int, int, int]:
    """Return what buyer holds and has promised, what the seller is due, what the haat has."""
    buyer = await ledger.balance(chart.held_for(deal.buyer_id))
    seller = await ledger.balance(chart.due_to_seller(deal.seller_id))
    haat_id = (await Listing.get(id=deal.listing_id)).haat_id
    haat = await ledger.balance(chart.hasil_of(haat_id))
    return buyer.posted, buyer.held, seller.posted, haat.posted
