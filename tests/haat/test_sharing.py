"""Issue 6, point 6: an animal in one to seven shares, whose money nets to zero however it ends."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.errors import BadInput, DomainError, NotAllowed, NotFound, StaleState
from hmk_graph.haat import animal_queries, closing_pools, share_money, share_rules, sharing
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.selling_errors import NoShareLeft, NotForSale, OwnAnimal
from hmk_graph.haat.share_models import OnShortfall, PoolState, Share, SharePool, ShareState
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import proving
from hmk_graph.payments.errors import NothingDue
from hmk_graph.payments.paying_models import Refund
from tests import factories
from tests.factories import NOON, at
from tests.haat.pools import ENDS, SHARE, bought, held, pay, pool, sellers


async def state_of(of: SharePool) -> PoolState:
    return (await SharePool.get(id=of.id)).state


async def given_back() -> int:
    return sum(await Refund.all().values_list("amount_paisa", flat=True))


@pytest.mark.usefixtures("db")
async def test_the_last_paid_share_makes_the_animal_theirs():
    cow = await pool(parts=3)

    shares = await bought(cow, 3)

    assert [share.number for share in shares] == [1, 2, 3]
    assert await state_of(cow) is PoolState.FULL
    assert (await Animal.get(id=cow.animal_id)).state is AnimalState.SOLD
    assert await sellers(cow) == 0
    with pytest.raises(NotForSale):
        await held(cow)


@pytest.mark.usefixtures("db")
async def test_everybody_may_see_the_animal_behind_the_shares():
    cow = await pool()

    assert (await animal_queries.visible_animal(None, cow.animal_id)).id == cow.animal_id
    assert [one and one.id for one in await animal_queries.public_animals([cow.animal_id])] == [
        cow.animal_id
    ]


@pytest.mark.usefixtures("db")
async def test_of_many_who_want_the_last_share_exactly_one_gets_it():
    cow = await pool(parts=2)
    await bought(cow, 1)
    people = [await factories.person() for _ in range(8)]

    answers = await asyncio.gather(*(held(cow, one) for one in people), return_exceptions=True)

    assert sum(isinstance(one, Share) for one in answers) == 1
    assert sum(isinstance(one, NoShareLeft) for one in answers) == 7


@pytest.mark.usefixtures("db")
async def test_a_held_share_comes_free_after_a_quarter_of_an_hour_once():
    cow = await pool(parts=1)
    share = await held(cow)
    over = NOON + share_rules.HELD_FOR

    assert await sharing.lapse_when_due(share.id, at(NOON)) == over
    for _ in range(3):
        assert await sharing.lapse_when_due(share.id, at(over)) is None

    with pytest.raises(NothingDue):
        await pay(share, now=over)
    assert (await held(cow, now=over)).number == 1


@pytest.mark.usefixtures("db")
async def test_a_share_is_let_go_by_its_holder_alone_and_not_once_it_is_paid():
    cow = await pool(parts=2)
    share, stranger = await held(cow), await factories.person()
    with pytest.raises(NotFound):
        await sharing.let_go(stranger.id, share.id, clock=at(NOON))
    [paid] = await bought(cow, 1)
    with pytest.raises(StaleState):
        await sharing.let_go(paid.holder_id, paid.id, clock=at(NOON))

    left = await sharing.let_go(share.holder_id, share.id, clock=at(NOON))

    assert left.state is ShareState.LAPSED


@pytest.mark.usefixtures("db")
async def test_a_pool_that_is_not_full_gives_all_money_back():
    cow = await pool(on_shortfall=OnShortfall.CANCEL)
    shares = await bought(cow, 3)
    unpaid = await held(cow, now=ENDS - timedelta(minutes=1))
    assert unpaid.held_until == ENDS

    assert await closing_pools.close_when_due(cow.id, at(NOON)) == ENDS
    for _ in range(3):
        assert await closing_pools.close_when_due(cow.id, at(ENDS)) is None

    assert await state_of(cow) is PoolState.CANCELED
    assert await given_back() == 3 * SHARE
    assert {(await Share.get(id=one.id)).state for one in shares} == {ShareState.RETURNED}
    assert (await Share.get(id=unpaid.id)).state is ShareState.LAPSED
    assert (await Animal.get(id=cow.animal_id)).state is AnimalState.CLEARED
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_those_who_are_in_split_what_nobody_took_to_the_last_paisa():
    cow = await pool(on_shortfall=OnShortfall.SPLIT)
    shares = await bought(cow, 3)

    due = await closing_pools.close_when_due(cow.id, at(ENDS))
    rests = [(await Share.get(id=one.id)).rest_paisa for one in shares]
    for share in shares:
        assert await state_of(cow) is PoolState.SPLITTING
        await pay(share, purpose=share_money.REST, now=ENDS)

    assert due == ENDS + share_rules.REST_WITHIN
    assert sum(rests) == 4 * SHARE
    assert max(rests) - min(rests) < 3
    assert await state_of(cow) is PoolState.FULL
    await sharing.divide(cow.seller_id, cow.id, [60_000, 59_000, 61_000], clock=at(ENDS))
    await closing_pools.close_when_due(cow.id, at(ENDS + share_rules.OBJECT_WITHIN))
    assert await sellers(cow) == 7 * SHARE
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_a_rest_that_somebody_does_not_pay_calls_all_of_it_off():
    cow = await pool(on_shortfall=OnShortfall.SPLIT)
    first, _ = await bought(cow, 2)
    until = await closing_pools.close_when_due(cow.id, at(ENDS))
    await pay(first, purpose=share_money.REST, now=ENDS)

    await closing_pools.close_when_due(cow.id, at(until or NOON))

    assert await state_of(cow) is PoolState.CANCELED
    rest = (await Share.get(id=first.id)).rest_paisa
    assert await given_back() == 2 * SHARE + rest
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_they_move_into_another_pool_and_may_fill_it():
    cow = await pool(on_shortfall=OnShortfall.MERGE)
    dearer = await pool(tag="S-2", share=taka(25_000), ends=ENDS + timedelta(days=1))
    other = await pool(parts=4, tag="S-3", ends=ENDS + timedelta(days=1))
    movers, there = await bought(cow, 2), await bought(other, 2)

    await closing_pools.close_when_due(cow.id, at(ENDS))

    assert await state_of(cow) is PoolState.MERGED
    assert await state_of(dearer) is PoolState.OPEN
    assert await state_of(other) is PoolState.FULL
    numbers = {(await Share.get(id=one.id)).number for one in [*movers, *there]}
    assert numbers == {1, 2, 3, 4}
    assert (await Animal.get(id=cow.animal_id)).state is AnimalState.CLEARED
    assert await given_back() == 0
    await sharing.divide(other.seller_id, other.id, [50_000] * 4, clock=at(ENDS))
    await closing_pools.close_when_due(other.id, at(ENDS + share_rules.OBJECT_WITHIN))
    assert await sellers(other) == 4 * SHARE
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_without_room_elsewhere_a_merging_pool_is_canceled():
    cow = await pool(on_shortfall=OnShortfall.MERGE)
    await pool(parts=1, tag="S-2", ends=ENDS + timedelta(days=1))
    await bought(cow, 2)

    await closing_pools.close_when_due(cow.id, at(ENDS))

    assert await state_of(cow) is PoolState.CANCELED
    assert await given_back() == 2 * SHARE


@pytest.mark.usefixtures("db")
async def test_the_meat_is_weighed_share_by_share_by_the_seller_of_a_full_pool():
    cow = await pool(parts=2)
    shares = await bought(cow, 1)
    with pytest.raises(StaleState):
        await sharing.divide(cow.seller_id, cow.id, [1, 1], clock=at(NOON))
    shares += await bought(cow, 1)
    for wrong in ([1], [1, 0], [1, 2, 3], [300_000, 100_001]):
        with pytest.raises(BadInput):
            await sharing.divide(cow.seller_id, cow.id, wrong, clock=at(NOON))
    with pytest.raises(NotFound):
        await sharing.divide(shares[0].holder_id, cow.id, [1, 1], clock=at(NOON))

    await sharing.divide(cow.seller_id, cow.id, [90_000, 91_500], clock=at(NOON))

    weights = [(await Share.get(id=one.id)).meat_grams for one in shares]
    assert weights == [90_000, 91_500]
    assert (await Animal.get(id=cow.animal_id)).state is AnimalState.HANDED_OVER


@pytest.mark.usefixtures("db")
async def test_an_officer_without_a_part_may_call_it_off_until_it_is_settled():
    cow = await pool(parts=1)
    await bought(cow, 1)
    await sharing.divide(cow.seller_id, cow.id, [90_000], clock=at(NOON))
    officer, stranger = await factories.officer(), await factories.person()
    await factories.granted(
        await factories.Account.get(id=cow.seller_id),
        factories.Role.OFFICER,
        await factories.upazila(),
    )
    why = "মাংস পচা ছিল, ছবি দেখেছি"
    with pytest.raises(NotFound):
        await sharing.call_off(stranger.id, cow.id, reason=why, clock=at(NOON))
    with pytest.raises(NotAllowed):
        await sharing.call_off(cow.seller_id, cow.id, reason=why, clock=at(NOON))

    await sharing.call_off(officer.id, cow.id, reason=why, clock=at(NOON))
    assert await given_back() == 0
    with pytest.raises(SecondOfficerNeeded):
        await sharing.call_off(officer.id, cow.id, reason=why, clock=at(NOON))
    second = await factories.officer()
    await sharing.call_off(second.id, cow.id, reason=why, clock=at(NOON))

    assert await given_back() == SHARE
    assert await closing_pools.close_when_due(cow.id, at(ENDS)) is None
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_an_animal_that_died_before_the_last_share_sends_all_money_home():
    cow = await pool(parts=2)
    await bought(cow, 1)
    share = await held(cow)
    await Animal.filter(id=cow.animal_id).update(state=AnimalState.DEAD)

    await pay(share)

    assert await state_of(cow) is PoolState.CANCELED
    assert await given_back() == 2 * SHARE
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_what_may_not_be_shared_is_not_and_nobody_buys_from_himself():
    goat = await factories.animal(species="goat", sex="buck", breed="black_bengal", weight_kg=30)
    with pytest.raises(BadInput):
        await sharing.open_pool(
            goat.seller_id,
            goat.id,
            haat_id=(await factories.haat()).id,
            parts=2,
            share=SHARE,
            closes_at=ENDS,
            on_shortfall=OnShortfall.CANCEL,
            idempotency_key="k",
            clock=at(NOON),
        )
    cow = await pool()
    with pytest.raises(OwnAnimal):
        await held(cow, await factories.Account.get(id=cow.seller_id))

    assert (await Animal.get(id=goat.id)).state is AnimalState.CLEARED


@pytest.mark.usefixtures("db")
async def test_paying_the_last_share_and_closing_at_once_are_never_both():
    for number in range(4):
        cow = await pool(parts=2, tag=f"R-{number}")
        await bought(cow, 1)
        share = await held(cow, now=ENDS - timedelta(minutes=1))

        outcomes = await asyncio.gather(
            pay(share, now=ENDS - timedelta(seconds=1)),
            closing_pools.close_when_due(cow.id, at(ENDS)),
            return_exceptions=True,
        )

        assert not [
            o for o in outcomes if isinstance(o, Exception) and not isinstance(o, DomainError)
        ]
        states = {(await Share.get(id=one.id)).state for one in await Share.filter(pool_id=cow.id)}
        assert (await state_of(cow), states) in (
            (PoolState.FULL, {ShareState.PAID}),
            (PoolState.CANCELED, {ShareState.RETURNED, ShareState.LAPSED}),
            (PoolState.CANCELED, {ShareState.RETURNED}),
        )
    assert (await proving.prove()).fits


@given(
    share=st.integers(min_value=1, max_value=10_000_000).map(taka),
    missing=st.integers(min_value=1, max_value=6),
    among=st.integers(min_value=1, max_value=6),
)
def test_the_rests_add_up_to_what_is_missing(share: Paisa, missing: int, among: int):
    parts = share_rules.rests(share, missing=missing, among=among)

    assert sum(parts) == share * missing
    assert max(parts) - min(parts) < among
