"""Deposits are brought whole, given back once, and ruled by officers of the haat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.accounts.models import Account
from hmk_graph.errors import BadInput, NotAllowed, NotFound
from hmk_graph.haat import (
    depositing,
    setting_deposits,
    taking_cash,
)
from hmk_graph.haat.deposit_models import Deposit, DepositState
from hmk_graph.haat.deposit_rules import DepositRule
from hmk_graph.haat.models import Haat
from hmk_graph.haat.selling_errors import DepositInUse
from hmk_graph.money import TAKA, Paisa, taka
from hmk_graph.payments.paying_models import Refund
from tests import auctions, factories
from tests.factories import NOON, at
from tests.haat.deposits import FLOOR, LATER, bid, brought, closed, left, pay


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


async def test_nobody_takes_back_what_he_leads_with(haat):
    cow, bidder = await auctions.lot(), await brought(taka(10_000))
    await bid(bidder, cow, 60_000)
    deposit = await Deposit.get(account_id=bidder.id)

    with pytest.raises(DepositInUse):
        await depositing.take_back(bidder.id, deposit.id, clock=at(LATER))

    assert await left(bidder) == (10_000, 4_000)


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
