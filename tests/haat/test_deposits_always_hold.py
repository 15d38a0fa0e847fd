"""Whatever happens to lots and deals, what is held is what leads and owes."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.errors import DomainError
from hmk_graph.haat import (
    depositing,
    offering_again,
)
from hmk_graph.haat.bidding import void_bids
from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.money import TAKA, taka
from hmk_graph.payments import chart, proving
from hmk_graph.payments.models import Transfer
from hmk_graph.payments.paying_models import Refund
from tests import auctions, factories
from tests.factories import NOON, at
from tests.haat.deposits import LATER, bid, brought, closed, left, pay_deal


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_happens_what_is_held_is_what_leads_and_owes_and_all_sums_to_zero(
    haat, seed
):
    """A random walk: bids, raises, voided bids, ends, payments, defaults, returns."""
    dice = Random(seed)
    cows = [await auctions.lot() for _ in range(3)]
    people = [await brought(taka(dice.choice([6_000, 12_000, 25_000]))) for _ in range(4)]

    for _ in range(40):
        with suppress(DomainError):
            await _one_step(dice, cows, people)
        await _hold_true(people)

    assert (await proving.prove()).fits


async def _one_step(dice: Random, cows: list[Lot], people: list[Account]) -> None:
    cow, who = dice.choice(cows), dice.choice(people)
    match dice.choice(["bid"] * 12 + ["void", "close", "pay", "fail", "back", "back"]):
        case "bid":
            await bid(who, cow, dice.randrange(50_000, 140_000, 1_000))
        case "void":
            await void_bids(cow.id, who.id, reason="নিয়ম ভেঙে বাদ পড়েছেন", clock=at(LATER))
        case "close":
            await closed(cow)
        case "pay":
            for deal in await Deal.filter(state=DealState.AWAITING_PAYMENT):
                await pay_deal(deal)
        case "fail":
            for deal in await Deal.filter(state=DealState.AWAITING_PAYMENT):
                await offering_again.let_fail(deal.id, at(deal.pay_by or NOON))
        case "back":
            for deposit in await Deposit.filter(account_id=who.id):
                await depositing.take_back(who.id, deposit.id, clock=at(LATER))


async def _hold_true(people: list[Account]) -> None:
    for who in people:
        lots = await Lot.filter(leader_id=who.id, deposit_hold_id__isnull=False)
        deals = await Deal.filter(buyer_id=who.id, deposit_hold_id__isnull=False)
        refunds = await Refund.filter(
            source=chart.deposit_at((await factories.haat()).id, who.id), state="APPROVED"
        )
        total, free = await left(who)
        stands = [cow.deposit_held_paisa for cow in lots]
        stands += [await _held_by(deal) for deal in deals]
        stands += [refund.amount_paisa for refund in refunds]
        assert total - free == sum(stands) // TAKA


async def _held_by(deal: Deal) -> int:
    found = await Transfer.get(id=deal.deposit_hold_id)
    return found.amount_paisa
