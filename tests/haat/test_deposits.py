"""Deposits: brought, held on taking a lead and free on losing it, used, forfeited, given back."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.models import Account
from hmk_graph.errors import BadInput, DomainError, NotAllowed, NotFound
from hmk_graph.haat import (
    collecting,
    depositing,
    handing_over,
    offering_again,
    scheduling,
    setting_deposits,
    taking_cash,
)
from hmk_graph.haat.bidding import place_bid, void_bids
from hmk_graph.haat.closing import close_lot
from hmk_graph.haat.deposit_models import Deposit, DepositState
from hmk_graph.haat.deposit_rules import DepositRule
from hmk_graph.haat.errors import BidTooLow, InsufficientDeposit
from hmk_graph.haat.lot_models import Bid, Lot
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.haat.selling_errors import DepositInUse
from hmk_graph.money import TAKA, Paisa, taka
from hmk_graph.payments import chart, ledger, proving
from hmk_graph.payments.models import Transfer
from hmk_graph.payments.paying_models import Intent, Refund
from tests import auctions, factories
from tests.factories import NOON, at

LATER = NOON + timedelta(minutes=10)
FLOOR = taka(1_000)


@pytest.fixture
async def haat(db: str) -> Haat:
    """A haat that asks for ten in a hundred, a thousand taka at least."""
    place = await factories.haat()
    await Haat.filter(id=place.id).update(deposit_basis_points=1_000, deposit_floor_paisa=FLOOR)
    return await Haat.get(id=place.id)


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


@given(
    st.integers(1, 10_000_000).map(taka),
    st.integers(0, 1_000),
    st.integers(0, 10_000).map(taka),
    st.integers(10_000, 100_000).map(taka),
)
def test_a_deposit_is_whole_taka_between_floor_and_ceiling(maximum, share, floor, ceiling):
    needed = DepositRule(basis_points=share, floor=floor, ceiling=ceiling).needed(maximum)

    assert floor <= needed <= ceiling
    assert needed % TAKA == 0
    over = needed * 10_000 - maximum * share  # half a paisa may be rounded down first
    assert needed in (floor, ceiling) or -5_000 <= over <= TAKA * 10_000


async def test_who_takes_the_lead_has_a_tenth_of_his_maximum_held(haat):
    cow, bidder = await auctions.lot(), await brought(taka(10_000))

    await bid(bidder, cow, 60_000)

    assert await left(bidder) == (10_000, 4_000)


async def test_who_loses_the_lead_has_it_back_in_the_same_moment(haat):
    cow = await auctions.lot()
    first, second = await brought(taka(10_000)), await brought(taka(10_000))
    await bid(first, cow, 60_000)

    await bid(second, cow, 70_000)

    assert (await left(first), await left(second)) == ((10_000, 10_000), (10_000, 3_000))


async def test_a_leader_who_raises_himself_has_the_difference_held(haat):
    cow, bidder = await auctions.lot(), await brought(taka(10_000))
    await bid(bidder, cow, 60_000)

    await bid(bidder, cow, 99_000)

    assert await left(bidder) == (10_000, 100)


async def test_a_bid_over_ones_deposit_is_refused_and_says_what_is_needed(haat):
    cow, bidder = await auctions.lot(), await brought(taka(5_000))

    with pytest.raises(InsufficientDeposit) as refused:
        await bid(bidder, cow, 60_000)

    assert (refused.value.needed, refused.value.available) == (taka(6_000), taka(5_000))
    assert await Bid.all().count() == 0
    assert await left(bidder) == (5_000, 5_000)


async def test_a_deposit_is_asked_for_last_and_also_of_who_would_not_lead(haat):
    """Else who has none could find the leader's secret by trying which bids are refused."""
    cow, leader = await auctions.lot(), await brought(taka(10_000))
    poor = await auctions.bidder()
    await bid(leader, cow, 90_000)

    with pytest.raises(InsufficientDeposit):
        await bid(poor, cow, 60_000)
    with pytest.raises(BidTooLow):
        await bid(poor, cow, 50_000)


async def test_a_haat_that_asks_for_nothing_takes_bids_without(db):
    cow, bidder = await auctions.lot(), await auctions.bidder()

    await bid(bidder, cow, 60_000)

    assert await left(bidder) == (0, 0)


async def test_of_ten_bids_on_ten_lots_at_once_no_more_stand_than_the_deposit_bears(haat):
    """Failure 8: money promised twice."""
    cows = [await auctions.lot() for _ in range(10)]
    bidder = await brought(taka(20_000))

    outcomes = await asyncio.gather(
        *(bid(bidder, cow, 60_000) for cow in cows), return_exceptions=True
    )

    refused = [one for one in outcomes if isinstance(one, InsufficientDeposit)]
    assert len(refused) == 7
    assert await left(bidder) == (20_000, 2_000)
    assert await held_on_lots() == taka(18_000)


async def held_on_lots() -> int:
    lots = await Lot.filter(deposit_hold_id__isnull=False)
    return sum(cow.deposit_held_paisa for cow in lots)


async def test_bids_that_are_judged_together_leave_one_hold_behind_the_leader(haat):
    cow = await auctions.lot()
    people = [await brought(taka(12_000)) for _ in range(8)]

    await asyncio.gather(
        *(bid(who, cow, 60_000 + 5_000 * n) for n, who in enumerate(people)),
        return_exceptions=True,
    )

    cow = await Lot.get(id=cow.id)
    held = {who.id: total - free for who in people for total, free in [await left(who)]}
    assert {who: taka for who, taka in held.items() if taka} == {
        cow.leader_id: cow.deposit_held_paisa // TAKA
    }
    assert (await proving.prove()).fits


async def test_nobody_takes_back_what_he_leads_with(haat):
    cow, bidder = await auctions.lot(), await brought(taka(10_000))
    await bid(bidder, cow, 60_000)
    deposit = await Deposit.get(account_id=bidder.id)

    with pytest.raises(DepositInUse):
        await depositing.take_back(bidder.id, deposit.id, clock=at(LATER))

    assert await left(bidder) == (10_000, 4_000)


async def test_bidding_and_taking_back_at_once_are_never_both(haat):
    for _ in range(5):
        cow, bidder = await auctions.lot(), await brought(taka(10_000))
        deposit = await Deposit.get(account_id=bidder.id)

        await asyncio.gather(
            bid(bidder, cow, 60_000),
            depositing.take_back(bidder.id, deposit.id, clock=at(LATER)),
            return_exceptions=True,
        )

        cow, deposit = await Lot.get(id=cow.id), await Deposit.get(id=deposit.id)
        refunds = await Refund.filter(attempt__intent__subject_id=deposit.id)
        going = sum(refund.amount_paisa for refund in refunds)
        assert cow.deposit_held_paisa + going <= taka(10_000)
    assert (await proving.prove()).fits


async def test_losers_have_their_deposits_back_the_same_day_and_once(haat):
    cow = await auctions.lot()
    loser, winner = await brought(taka(10_000)), await brought(taka(10_000))
    await bid(loser, cow, 60_000)
    await bid(winner, cow, 70_000)
    cow = await closed(cow)
    deposit = await Deposit.get(account_id=loser.id)
    evening = (cow.closed_at or NOON) + depositing.RETURNED_AFTER

    early = await depositing.return_when_due(deposit.id, at(LATER))
    for _ in range(3):
        assert await depositing.return_when_due(deposit.id, at(evening)) is None

    assert early == evening
    assert (await Refund.get()).amount_paisa == taka(10_000)
    assert (await Deposit.get(id=deposit.id)).state is DepositState.RETURNED
    assert await left(loser) == (10_000, 0)


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

    await handing_over.decide(officer.id, deal.id, for_buyer=True, clock=at(LATER))

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


async def test_a_deposit_that_is_not_paid_whole_lapses_and_its_part_goes_back(haat):
    bidder = await auctions.bidder()
    deposit = await depositing.bring(
        bidder.id, haat.id, taka(5_000), idempotency_key="k", clock=at(NOON)
    )
    await pay(deposit, taka(2_000))
    late = NOON + depositing.BRING_WITHIN

    assert await depositing.lapse(deposit.id, at(LATER)) == late
    for _ in range(2):
        assert await depositing.lapse(deposit.id, at(late)) is None

    assert (await Deposit.get(id=deposit.id)).state is DepositState.LAPSED
    assert (await Refund.get()).amount_paisa == taka(2_000)


async def test_an_officer_takes_no_cash_for_a_deposit_of_his_own_or_of_another_haat(haat):
    officer = await factories.officer(await factories.upazila())
    stranger = await factories.officer(await factories.upazila("kishoreganj-itna"))
    own = await depositing.bring(
        officer.id, haat.id, taka(5_000), idempotency_key="k", clock=at(NOON)
    )

    for who, refusal in ((officer, NotAllowed), (stranger, NotFound)):
        with pytest.raises(refusal):
            await taking_cash.take_deposit(
                who.id, own.id, taka(5_000), idempotency_key="x", clock=at(NOON)
            )


async def test_only_an_officer_of_the_haat_sets_its_rule_and_within_bounds(haat):
    officer = await factories.officer(await factories.upazila())
    stranger = await factories.person()

    async def set_by(who: Account, share: int, ceiling: Paisa | None = None) -> Haat:
        return await setting_deposits.set_rule(
            who.id, haat.id, basis_points=share, floor=FLOOR, ceiling=ceiling, clock=at(NOON)
        )

    with pytest.raises(NotFound):
        await set_by(stranger, 500)
    for share, ceiling in ((1_001, None), (-1, None), (500, taka(999))):
        with pytest.raises(BadInput):
            await set_by(officer, share, ceiling)
    await set_by(officer, 500, taka(20_000))

    assert (await Haat.get(id=haat.id)).deposit_basis_points == 500


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


async def test_two_processes_that_bid_with_one_deposit_never_hold_more_than_it(haat, database_url):
    """Failure 8 across processes: each has its own pool, desks and loop."""
    cows = [await auctions.lot() for _ in range(8)]
    bidder = await brought(taka(20_000))
    program = (
        "import asyncio, sys\n"
        "from contextlib import suppress\n"
        "from hmk_graph import database\n"
        "from hmk_graph.errors import DomainError\n"
        "from hmk_graph.haat.bidding import place_bid\n"
        "from hmk_graph.money import taka\n"
        "from tests.factories import NOON, at\n"
        "async def bid(lot):\n"
        "    with suppress(DomainError):\n"
        "        await place_bid(int(sys.argv[2]), lot, taka(60_000),"
        " idempotency_key=f'{sys.argv[3]} {lot}', clock=at(NOON))\n"
        "async def main():\n"
        "    async with database.connected(sys.argv[1], pool_size=8):\n"
        "        await asyncio.gather(*map(bid, map(int, sys.argv[4:])))\n"
        "asyncio.run(main())\n"
    )
    halves = [[str(cow.id) for cow in cows], [str(cow.id) for cow in reversed(cows)]]

    running = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, database_url, str(bidder.id), str(number), *half
        )
        for number, half in enumerate(halves)
    ]
    ended = [await process.wait() for process in running]

    assert ended == [0, 0]
    assert await left(bidder) == (20_000, 2_000)
    assert await held_on_lots() == taka(18_000)
    assert (await proving.prove()).fits
