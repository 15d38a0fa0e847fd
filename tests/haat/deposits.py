"""Deposits at a haat: brought in cash, bid with, counted, and deals that they stand behind."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.accounts.models import Account
from hmk_graph.haat import (
    collecting,
    depositing,
    taking_cash,
)
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.closing import close_lot
from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Deal
from hmk_graph.money import TAKA, Paisa, taka
from hmk_graph.payments import chart, ledger
from hmk_graph.payments.paying_models import Intent
from tests import auctions, factories
from tests.factories import NOON, at

LATER = NOON + timedelta(minutes=10)
FLOOR = taka(1_000)


async def brought(amount: Paisa, someone: Account | None = None) -> Account:
    """Make a bidder whose deposit stands, paid in cash."""
    bidder = someone or await auctions.bidder()
    place = await factories.haat()
    key = f"{bidder.id} {amount}"
    deposit = await depositing.bring(
        bidder.id, place.id, amount, idempotency_key=key, clock=at(NOON)
    )
    await pay(deposit, amount)
    return bidder


async def pay(deposit: Deposit, amount: Paisa, *, key: str = "cash") -> None:
    officer = await factories.officer(await factories.upazila())
    await taking_cash.take_deposit(
        officer.id, deposit.id, amount, idempotency_key=key, clock=at(NOON)
    )


async def bid(who: Account, cow: Lot, amount: int) -> None:
    key = f"{who.id} {cow.id} {amount}"
    await place_bid(who.id, cow.id, taka(amount), idempotency_key=key, clock=at(LATER))


async def left(who: Account) -> tuple[int, int]:
    """Return what a person has at the haat, in taka: all of it, and what of it is free."""
    place = await factories.haat()
    found = await ledger.balance(chart.deposit_at(place.id, who.id))
    return found.posted // TAKA, found.free // TAKA


async def closed(cow: Lot) -> Lot:
    cow = await Lot.get(id=cow.id)
    await close_lot(cow.id, at(cow.ends_at or NOON))
    return await Lot.get(id=cow.id)


async def pay_deal(deal: Deal) -> None:
    officer = await factories.officer(await factories.upazila())
    intent = await Intent.get(purpose=collecting.PURPOSE, subject_id=deal.id)
    await taking_cash.take_cash(
        officer.id, deal.id, Paisa(intent.due_paisa), idempotency_key="deal", clock=at(LATER)
    )


async def held_on_lots() -> int:
    lots = await Lot.filter(deposit_hold_id__isnull=False)
    return sum(cow.deposit_held_paisa for cow in lots)
