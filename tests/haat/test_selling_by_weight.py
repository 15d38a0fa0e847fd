"""An animal that is sold by its live weight: paid in at the most, charged by the scale."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import handing_over, listing, receipting, weight_pricing
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.dealing import buy_now
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.listing_by_weight import list_by_weight
from hmk_graph.haat.receipt_models import Receipt
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState
from hmk_graph.haat.selling_errors import WeightNotAgreed
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import proving
from hmk_graph.payments.paying_models import Refund
from tests import factories
from tests.factories import NOON, at
from tests.haat.deals import LATER, decided, pay, standing, told

PER_KG = taka(500)
# 400 kg at 500 taka is 200,000; with three in a hundred, 206,000; the hasil is five in a hundred.
MOST, TOLL = taka(206_000), taka(10_300)


async def offered(*, weight_kg: int | None = 400) -> Listing:
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
    animal = await factories.animal(tag="W-1", weight_kg=weight_kg)
    return await list_up(animal.id)


async def list_up(animal_id: int) -> Listing:
    return await list_by_weight(
        (await Animal.get(id=animal_id)).seller_id,
        animal_id,
        haat_id=(await factories.haat()).id,
        per_kg=PER_KG,
        wording=listing.Wording(),
        idempotency_key="k",
        clock=at(NOON),
    )


async def paid() -> Deal:
    up = await offered()
    buyer = await factories.person()
    deal = await buy_now(
        buyer.id, up.id, price=Paisa(up.price_paisa or 0), idempotency_key="b", clock=at(NOON)
    )
    await pay(deal, Paisa(MOST + TOLL))
    return await Deal.get(id=deal.id)


async def weigh(deal: Deal, grams: int) -> Deal:
    stored = await Deal.get(id=deal.id)
    return await handing_over.hand_over(
        deal.seller_id,
        deal.id,
        code=stored.handover_code or "",
        tag="W-1",
        grams=grams,
        clock=at(LATER),
    )


async def answer(deal: Deal, grams: int, *, agree: bool) -> Deal:
    return await handing_over.answer_weight(
        deal.buyer_id, deal.id, grams=grams, agree=agree, clock=at(LATER)
    )


@pytest.mark.usefixtures("db")
async def test_it_is_offered_at_the_declared_weight_and_paid_in_at_the_most():
    deal = await paid()

    up = await Listing.get(id=deal.listing_id)
    assert (up.price_paisa, up.per_kg_paisa, up.declared_grams) == (taka(200_000), PER_KG, 400_000)
    assert (deal.state, deal.amount_paisa, deal.hasil_paisa) == (DealState.PAID, MOST, TOLL)
    assert await standing(deal) == (MOST + TOLL, MOST + TOLL, 0, 0)


@pytest.mark.usefixtures("db")
async def test_within_the_tolerance_the_scale_says_the_price_and_the_rest_goes_back_at_once():
    deal = await paid()

    deal = await weigh(deal, 395_500)

    price, toll = taka(197_750), taka(9_888)  # 9,887.50 taka, half up
    assert (deal.state, deal.amount_paisa, deal.hasil_paisa) == (
        DealState.HANDED_OVER,
        price,
        toll,
    )
    over = MOST + TOLL - price - toll
    assert (await Refund.get()).amount_paisa == over
    assert (await Receipt.get(deal_id=deal.id)).price_paisa == price
    proof = await receipting.prove((await Receipt.get(deal_id=deal.id)).code)
    assert proof is not None
    await handing_over.confirm(deal.buyer_id, deal.id)
    assert await standing(deal) == (over, over, price, toll)  # `over` is held to go back
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_a_weight_outside_the_tolerance_waits_for_the_buyers_word():
    deal = await paid()
    for _ in range(2):
        with pytest.raises(WeightNotAgreed) as refused:
            await weigh(deal, 380_000)

    assert (refused.value.declared, refused.value.weighed) == (400_000, 380_000)
    assert (await Deal.get(id=deal.id)).state is DealState.PAID
    assert (await told(deal.buyer_id)).count("haat.deal_weight_asked") == 1

    await answer(deal, 380_000, agree=True)
    with pytest.raises(WeightNotAgreed):
        await weigh(deal, 370_000)  # his word holds for the weight he saw
    deal = await weigh(deal, 380_000)

    assert deal.state is DealState.HANDED_OVER
    assert deal.amount_paisa == taka(190_000)


@pytest.mark.usefixtures("db")
async def test_nobody_pays_more_than_he_has_paid_in_for_a_heavier_animal():
    deal = await paid()
    with pytest.raises(WeightNotAgreed):
        await weigh(deal, 430_000)
    await answer(deal, 430_000, agree=True)

    deal = await weigh(deal, 430_000)

    assert (deal.amount_paisa, deal.hasil_paisa) == (MOST, TOLL)
    assert not await Refund.exists()


@pytest.mark.usefixtures("db")
async def test_a_buyer_who_refuses_the_weight_has_all_his_money_back_and_the_seller_the_animal():
    deal = await paid()
    with pytest.raises(WeightNotAgreed):
        await weigh(deal, 380_000)

    deal = await answer(deal, 380_000, agree=False)

    assert deal.state is DealState.REFUNDED
    assert (await Refund.get()).amount_paisa == MOST + TOLL
    assert (await Animal.get(id=deal.animal_id)).state is AnimalState.CHECK_PENDING
    assert (await Listing.get(id=deal.listing_id)).state is ListingState.ENDED
    with pytest.raises(StaleState):
        await weigh(deal, 380_000)
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_a_weight_is_answered_by_its_buyer_once_it_is_asked():
    deal = await paid()
    with pytest.raises(StaleState):
        await answer(deal, 380_000, agree=False)
    with pytest.raises(WeightNotAgreed):
        await weigh(deal, 380_000)
    with pytest.raises(NotFound):
        await handing_over.answer_weight(
            deal.seller_id, deal.id, grams=380_000, agree=True, clock=at(LATER)
        )
    with pytest.raises(StaleState):
        await answer(deal, 381_000, agree=True)

    assert (await Deal.get(id=deal.id)).agreed_grams is None


@pytest.mark.usefixtures("db")
async def test_a_dispute_after_the_scale_gives_back_what_is_left_and_no_more():
    deal = await weigh(await paid(), 395_500)
    await handing_over.dispute(deal.buyer_id, deal.id, reason="পশুটি অসুস্থ, খাচ্ছে না")
    officer = await factories.officer()

    await decided(deal, officer.id)

    refunds = await Refund.all().values_list("amount_paisa", flat=True)
    assert sum(refunds) == MOST + TOLL
    assert (await proving.prove()).fits


@pytest.mark.usefixtures("db")
async def test_what_was_not_weighed_lately_is_not_sold_by_weight():
    with pytest.raises(BadInput):
        await offered(weight_kg=None)
    assert not await Listing.exists()


@pytest.mark.usefixtures("db")
async def test_the_price_of_a_kilogram_stands_as_long_as_it_is_for_sale():
    up = await offered()
    assert (await list_up(up.animal_id)).id == up.id  # the same key

    with pytest.raises(BadInput):
        await listing.change_price(
            up.seller_id, up.id, taka(1_000), seen_version=up.version, clock=at(NOON)
        )


GRAMS = st.integers(min_value=1_000, max_value=2_000_000)
PRICES = st.integers(min_value=1, max_value=10_000).map(taka)


@given(per_kg=PRICES, grams=GRAMS, declared=GRAMS, species=st.sampled_from(["cattle", "goat"]))
def test_a_weight_that_fits_never_costs_more_than_was_paid_in(per_kg, grams, declared, species):
    price = weight_pricing.price_of(per_kg, grams)

    assert abs(price * 1_000 - per_kg * grams) <= 500
    if weight_pricing.fits(species, declared, grams):
        assert price <= weight_pricing.most(per_kg, species, declared)


def test_the_tolerance_is_three_in_a_hundred_for_cattle_and_five_for_goats():
    edges = [
        weight_pricing.fits(kind, 400_000, grams)
        for kind in ("cattle", "goat")
        for grams in (388_000, 387_999, 412_000, 412_001, 380_000, 420_001)
    ]

    assert edges == [True, False, True, False, False, False, True, True, True, True, True, False]
