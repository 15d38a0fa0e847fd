"""What becomes of a leader's deposit when his lot has ended: used, forfeited, or free."""

from __future__ import annotations

import pytest

from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.haat import (
    collecting,
    handing_over,
    offering_again,
    scheduling,
)
from hmk_graph.haat.bidding import void_bids
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.money import taka
from hmk_graph.payments import chart, ledger, proving
from hmk_graph.payments.paying_models import Intent, Refund
from tests import auctions, factories
from tests.factories import NOON, at
from tests.haat.deals import decided
from tests.haat.deposits import LATER, bid, brought, closed, left, pay_deal


async def test_a_winners_deposit_pays_its_part_of_the_deal(haat):
    cow, winner = await auctions.lot(), await brought(taka(10_000))
    await bid(winner, cow, 60_000)
    await closed(cow)
    deal = await Deal.get()
    assert (await Intent.get(purpose=collecting.PURPOSE)).due_paisa == deal.amount_paisa - taka(
        6_000
    )
    assert await left(winner) == (10_000, 4_000)

    await pay_deal(deal)

    assert (await Deal.get(id=deal.id)).state is DealState.PAID
    assert await left(winner) == (4_000, 4_000)
    held = await ledger.balance(chart.held_for(winner.id))
    assert (held.posted, held.held) == (deal.amount_paisa, deal.amount_paisa)
    assert (await proving.prove()).fits


async def test_who_does_not_pay_loses_his_deposit_once(haat):
    cow, winner = await auctions.lot(), await brought(taka(10_000))
    await bid(winner, cow, 60_000)
    await closed(cow)
    deal = await Deal.get()

    for _ in range(3):
        await offering_again.let_fail(deal.id, at(deal.pay_by or NOON))

    assert await left(winner) == (4_000, 4_000)
    assert (await ledger.balance(chart.FORFEITED)).posted == taka(6_000)
    assert (await proving.prove()).fits


async def test_what_a_deposit_paid_of_a_deal_that_is_undone_goes_back_by_its_way(haat):
    cow, winner = await auctions.lot(), await brought(taka(10_000))
    await bid(winner, cow, 60_000)
    await closed(cow)
    deal = await Deal.get()
    await pay_deal(deal)
    await handing_over.dispute(winner.id, deal.id, reason="পশুটি অসুস্থ, নিতে চাই না")
    officer = await factories.officer(await factories.upazila())

    await decided(deal, officer.id)

    refunds = await Refund.all()
    assert sum(refund.amount_paisa for refund in refunds) == deal.amount_paisa
    held = await ledger.balance(chart.held_for(winner.id))
    assert held.free == 0
    assert (await proving.prove()).fits


async def test_an_unsold_or_voided_lot_leaves_its_leader_free(haat):
    cow, dear = await auctions.lot(), await auctions.lot(reserve=taka(90_000))
    bidder = await brought(taka(20_000))
    await bid(bidder, cow, 60_000)
    await bid(bidder, dear, 60_000)
    assert await left(bidder) == (20_000, 8_000)

    await closed(dear)
    officers = [await factories.officer(await factories.upazila()) for _ in range(2)]
    why = {"reason": "বিক্রেতা পশু বদলে দিয়েছেন", "clock": at(LATER)}
    with pytest.raises(SecondOfficerNeeded):
        await scheduling.void_lot(officers[0].id, cow.id, **why)
    await scheduling.void_lot(officers[1].id, cow.id, **why)

    assert await left(bidder) == (20_000, 20_000)


async def test_who_leads_again_because_anothers_bids_were_voided_has_his_share_held(haat):
    cow = await auctions.lot()
    honest, barred = await brought(taka(10_000)), await brought(taka(10_000))
    await bid(honest, cow, 60_000)
    await bid(barred, cow, 70_000)

    await void_bids(cow.id, barred.id, reason="নিয়ম ভেঙে বাদ পড়েছেন", clock=at(LATER))

    assert (await left(honest), await left(barred)) == ((10_000, 4_000), (10_000, 10_000))
    assert (await Lot.get(id=cow.id)).leader_id == honest.id
