"""From the deal to the handover: paid in parts, held, handed over, given back or offered again."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from hmk_graph.accounts.forced_models import ForcedAct, ForcedAnswer
from hmk_graph.accounts.models import Account
from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.haat import barring, collecting, handing_over, listing, offering_again
from hmk_graph.haat.animal_models import Animal, AnimalEvent, AnimalState
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.closing import close_lot
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import BiddingBan
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState
from hmk_graph.haat.selling_errors import HandoverCodeWrong, ResoldTooSoon, TagDoesNotMatch
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import cashing, proving
from hmk_graph.payments.errors import AmountOutOfRange, NothingDue
from hmk_graph.payments.paying_models import Intent, IntentState, Refund
from tests import auctions, factories
from tests.factories import NOON, at
from tests.haat.deals import (
    LATER,
    OVERDUE,
    PRICE,
    TOLL,
    WHY,
    bought,
    decided,
    hand_over,
    pay,
    standing,
    told,
)

pytestmark = pytest.mark.usefixtures("db")


async def test_price_and_hasil_are_due_as_one_sum_until_the_deal_ends():
    deal = await bought()

    intent = await Intent.get(purpose=collecting.PURPOSE, subject_id=deal.id)

    assert (intent.due_paisa, intent.payer_id) == (PRICE + TOLL, deal.buyer_id)
    assert intent.expires_at == deal.pay_by == OVERDUE
    assert (await Deal.get(id=deal.id)).hasil_paisa == TOLL


async def test_a_deal_paid_in_parts_is_paid_with_the_last_and_its_money_is_held():
    deal = await bought()

    await pay(deal, taka(50_000), key="first")
    assert (await Deal.get(id=deal.id)).state is DealState.AWAITING_PAYMENT
    await pay(deal, taka(34_000), key="rest")

    stored, animal = await Deal.get(id=deal.id), await Animal.get(id=deal.animal_id)
    assert (stored.state, stored.paid_at) == (DealState.PAID, LATER)
    assert (animal.state, animal.sold_at) == (AnimalState.SOLD, LATER)
    assert await standing(deal) == (PRICE + TOLL, PRICE + TOLL, 0, 0)
    assert "haat.deal_paid" in await told(deal.buyer_id)
    assert "haat.deal_paid" in await told(deal.seller_id)


async def test_no_more_is_taken_than_is_due_and_no_receipt_counts_twice():
    deal = await bought()
    with pytest.raises(AmountOutOfRange):
        await pay(deal, Paisa(PRICE + TOLL + 100))

    officer = await factories.officer()
    await pay(deal, key="same", officer=officer)
    await pay(deal, key="same", officer=officer)
    with pytest.raises(NothingDue):
        await pay(deal, taka(1), key="other")

    assert (await standing(deal))[0] == PRICE + TOLL


async def test_the_way_of_a_paid_animal_is_written_down_and_its_tag_is_free():
    deal = await bought()
    await pay(deal)

    deal = await hand_over(deal)

    assert deal.state is DealState.HANDED_OVER
    assert (await Animal.get(id=deal.animal_id)).state is AnimalState.HANDED_OVER
    assert (await Listing.get(id=deal.listing_id)).state is ListingState.SOLD
    kinds = await AnimalEvent.filter(animal_id=deal.animal_id).order_by("id").values_list("kind")
    assert [kind for (kind,) in kinds][-3:] == [
        "icarWeightEventResource",
        "icarMovementDepartureEventResource",
        "icarMovementArrivalEventResource",
    ]
    assert await standing(deal) == (PRICE + TOLL, PRICE + TOLL, 0, 0)


async def test_a_sold_animal_is_not_sold_again_in_the_season_without_its_chain():
    """The lock of failure "against brokers", by a real sale: nothing is set by hand."""
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    broker = await factories.verified_seller("ফড়িয়া")
    again = await factories.animal(broker, tag="T-7")

    with pytest.raises(ResoldTooSoon):
        await listing.list_for_fixed_price(
            broker.id,
            again.id,
            haat_id=(await factories.haat()).id,
            price=PRICE,
            wording=listing.Wording(),
            idempotency_key="again",
            clock=at(NOON + timedelta(days=1)),
        )


async def test_the_buyers_word_makes_the_money_the_sellers():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)

    deal = await handing_over.confirm(deal.buyer_id, deal.id)

    assert deal.state is DealState.COMPLETED
    assert await standing(deal) == (0, 0, PRICE, TOLL)
    assert (await Intent.get(subject_id=deal.id)).state is IntentState.CLOSED
    assert (await proving.prove()).fits


async def test_silence_for_two_days_does_the_same_once():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)

    early = await handing_over.complete(deal.id, at(LATER))
    for _ in range(3):
        assert await handing_over.complete(deal.id, at(LATER + timedelta(hours=48))) is None

    assert early == LATER + timedelta(hours=48)
    assert await standing(deal) == (0, 0, PRICE, TOLL)
    assert (await told(deal.seller_id)).count("haat.deal_completed") == 1


async def test_a_wrong_code_is_counted_and_the_sixth_try_is_in_vain():
    deal = await bought()
    await pay(deal)
    right = (await Deal.get(id=deal.id)).handover_code or ""
    wrong = "000000" if right != "000000" else "111111"

    left = []
    for _ in range(5):
        with pytest.raises(HandoverCodeWrong) as refused:
            await hand_over(deal, code=wrong)
        left.append(refused.value.left)

    assert left == [4, 3, 2, 1, 0]
    with pytest.raises(HandoverCodeWrong):
        await hand_over(deal, code=right)
    assert (await Deal.get(id=deal.id)).state is DealState.PAID


async def test_an_animal_with_another_tag_is_not_handed_over():
    deal = await bought()
    await pay(deal)

    with pytest.raises(TagDoesNotMatch):
        await hand_over(deal, tag="T-8")
    with pytest.raises(BadInput):
        await handing_over.hand_over(
            deal.seller_id, deal.id, code="1", tag="T-7", grams=0, clock=at(LATER)
        )

    assert (await Animal.get(id=deal.animal_id)).state is AnimalState.SOLD


async def test_nothing_is_handed_over_that_is_not_paid_or_is_anothers():
    deal = await bought()
    with pytest.raises(StaleState):
        await hand_over(deal, code="123456")
    await pay(deal)
    other = await factories.verified_seller("অন্য")

    with pytest.raises(NotFound):
        await handing_over.hand_over(
            other.id, deal.id, code="1", tag="T-7", grams=1, clock=at(LATER)
        )


async def test_a_disputed_deal_waits_for_an_officer_who_has_no_part_in_it():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    await handing_over.dispute(deal.buyer_id, deal.id, reason="ওজন অনেক কম, পশুটি অসুস্থ")
    officer = await factories.officer()
    stranger = await factories.officer(await factories.upazila("kishoreganj-itna"))

    assert await handing_over.complete(deal.id, at(LATER + timedelta(days=9))) is None
    with pytest.raises(NotFound):
        await handing_over.decide(stranger.id, deal.id, for_buyer=True, reason=WHY, clock=at(LATER))
    deal = await decided(deal, officer.id)

    assert deal.state is DealState.REFUNDED
    assert await standing(deal) == (PRICE + TOLL, PRICE + TOLL, 0, 0)  # held to go back
    assert (await Refund.get()).amount_paisa == PRICE + TOLL
    await cashing.given_back(officer.id, (await Refund.get()).id, clock=at(LATER))
    assert await standing(deal) == (0, 0, 0, 0)
    assert (await proving.prove()).fits


async def test_of_two_officers_who_decide_at_once_one_is_the_second_and_money_moves_once():
    deal = await bought()
    await pay(deal)
    await handing_over.dispute(deal.buyer_id, deal.id, reason="পশু অসুস্থ ছিল")
    three = [await factories.officer() for _ in range(3)]

    outcomes = await asyncio.gather(
        *(
            handing_over.decide(one.id, deal.id, for_buyer=True, reason=WHY, clock=at(LATER))
            for one in three
        ),
        return_exceptions=True,
    )

    assert [type(one) for one in outcomes if not isinstance(one, Deal)] == [StaleState]
    assert (await Deal.get()).state is DealState.REFUNDED
    assert (await Refund.get()).amount_paisa == PRICE + TOLL
    act = await ForcedAct.get()
    assert (act.answer, act.asked_by_id != act.answered_by_id) == (ForcedAnswer.AGREED, True)


async def test_two_officers_who_disagree_move_nothing():
    deal = await bought()
    await pay(deal)
    await handing_over.dispute(deal.buyer_id, deal.id, reason="পশু অসুস্থ ছিল")
    for_buyer, for_seller = await factories.officer(), await factories.officer()

    for one, wanted in ((for_buyer, True), (for_seller, False), (for_buyer, True)):
        await handing_over.decide(one.id, deal.id, for_buyer=wanted, reason=WHY, clock=at(LATER))

    assert (await Deal.get()).state is DealState.DISPUTED
    choices = await ForcedAct.all().order_by("id").values_list("choice", "answer")
    replaced = ForcedAnswer.REPLACED
    assert choices == [("BUYER", replaced), ("SELLER", replaced), ("BUYER", None)]


async def test_an_officer_decides_nothing_of_his_own():
    officer = await factories.officer()
    deal = await bought(await factories.person())
    await Deal.filter(id=deal.id).update(buyer_id=officer.id, state=DealState.DISPUTED)

    with pytest.raises(NotAllowed):
        await decided(deal, officer.id)


async def test_an_animal_that_is_refunded_before_the_handover_is_its_sellers_again():
    deal = await bought()
    await pay(deal)
    await handing_over.dispute(deal.seller_id, deal.id, reason="ক্রেতা আর নিতে চান না")
    officer = await factories.officer()

    await decided(deal, officer.id)

    animal = await Animal.get(id=deal.animal_id)
    assert (animal.state, animal.sold_at) == (AnimalState.CHECK_PENDING, None)
    assert (await Listing.get(id=deal.listing_id)).state is ListingState.ENDED


async def test_a_deal_that_nobody_pays_fails_and_frees_the_animal_once():
    deal = await bought()
    await pay(deal, taka(10_000))

    assert await offering_again.let_fail(deal.id, at(LATER)) == OVERDUE
    for _ in range(3):
        assert await offering_again.let_fail(deal.id, at(OVERDUE)) is None

    assert (await Deal.get(id=deal.id)).state is DealState.DEFAULTED
    assert (await Animal.get(id=deal.animal_id)).state is AnimalState.CLEARED
    assert (await Listing.get(id=deal.listing_id)).state is ListingState.ENDED
    assert (await Intent.get(subject_id=deal.id)).state is IntentState.EXPIRED
    assert (await Refund.get()).amount_paisa == taka(10_000)
    assert (await told(deal.buyer_id)).count("haat.deal_defaulted") == 1
    with pytest.raises(NothingDue):
        await pay(deal, taka(1), now=OVERDUE, key="late")


async def test_who_does_not_pay_is_barred_by_the_house_once_and_an_officer_may_forgive_it():
    deal = await bought()
    for _ in range(3):
        await offering_again.let_fail(deal.id, at(OVERDUE))

    ban = await BiddingBan.get(account_id=deal.buyer_id)
    assert (ban.officer_id, ban.in_force_from) == (None, OVERDUE)
    assert ban.until == OVERDUE + barring.BARRED_FOR_DEFAULT
    assert (await told(deal.buyer_id)).count("haat.bidder_banned") == 1
    assert barring.standing(ban, OVERDUE) == "IN_FORCE"

    officer = await factories.officer()
    ban = await barring.lift_ban(
        officer.id, ban.id, reason="হাসপাতালে ছিলেন, কাগজ দেখেছি", clock=at(OVERDUE)
    )
    assert barring.standing(ban, OVERDUE) == "LIFTED"


async def test_paying_and_failing_at_once_are_never_both():
    for number in range(6):
        deal = await bought(tag=f"R-{number}")
        await asyncio.gather(
            pay(deal, now=OVERDUE - timedelta(seconds=1), key=f"k{number}"),
            offering_again.let_fail(deal.id, at(OVERDUE)),
            return_exceptions=True,
        )

        deal = await Deal.get(id=deal.id)
        intent = await Intent.get(subject_id=deal.id)
        assert (deal.state, intent.state) in (
            (DealState.PAID, IntentState.COVERED),
            (DealState.DEFAULTED, IntentState.EXPIRED),
        )
    assert (await proving.prove()).fits


async def won(*bids: Paisa) -> tuple[Lot, list[Account], Deal]:
    """Hold an auction to its end; the last bid wins."""
    lot = await auctions.lot()
    people = [await auctions.bidder() for _ in bids]
    for person, amount in zip(people, bids, strict=True):
        await place_bid(person.id, lot.id, amount, idempotency_key="b", clock=at(NOON))
    lot = await Lot.get(id=lot.id)
    await close_lot(lot.id, at(lot.ends_at or NOON))
    return lot, people, await Deal.get(lot_id=lot.id, round=1)


async def test_the_next_bidder_is_offered_the_animal_at_his_own_highest_bid_and_may_take_it():
    lot, (second, first), deal = await won(taka(60_000), taka(70_000))
    assert deal.buyer_id == first.id
    overdue = deal.pay_by or NOON

    await offering_again.let_fail(deal.id, at(overdue))
    offered = await Deal.get(lot_id=lot.id, round=2)
    taken = await offering_again.accept(second.id, offered.id, clock=at(overdue))

    assert (offered.state, offered.buyer_id) == (DealState.OFFERED, second.id)
    assert offered.amount_paisa == taka(60_000)
    assert taken.state is DealState.AWAITING_PAYMENT
    assert (await Intent.get(subject_id=offered.id)).due_paisa >= taka(60_000)
    assert (await Animal.get(id=deal.animal_id)).state is AnimalState.RESERVED


async def test_after_two_further_rounds_the_animal_goes_back():
    lot, _, deal = await won(taka(60_000), taka(65_000), taka(70_000), taka(75_000))

    await offering_again.let_fail(deal.id, at(deal.pay_by or NOON))
    second = await Deal.get(lot_id=lot.id, round=2)
    await offering_again.decline(second.buyer_id, second.id, clock=at(NOON))
    third = await Deal.get(lot_id=lot.id, round=3)
    await offering_again.let_expire(third.id, at(third.pay_by or NOON))

    assert [d.amount_paisa for d in await Deal.filter(lot_id=lot.id).order_by("round")][1:] == [
        taka(70_000),
        taka(65_000),
    ]
    assert (await Animal.get(id=deal.animal_id)).state is AnimalState.CLEARED
    assert await Deal.filter(lot_id=lot.id).count() == 3


async def test_a_second_chance_is_ones_own_and_ends_by_the_clock():
    lot, (second, first), deal = await won(taka(60_000), taka(70_000))
    await offering_again.let_fail(deal.id, at(deal.pay_by or NOON))
    offered = await Deal.get(lot_id=lot.id, round=2)

    with pytest.raises(NotFound):
        await offering_again.accept(first.id, offered.id, clock=at(NOON))
    with pytest.raises(StaleState):
        await offering_again.accept(second.id, offered.id, clock=at(offered.pay_by or NOON))


async def test_of_many_who_let_one_deal_fail_one_makes_the_offer():
    lot, _, deal = await won(taka(60_000), taka(70_000))

    await asyncio.gather(
        *(offering_again.let_fail(deal.id, at(deal.pay_by or NOON)) for _ in range(20))
    )

    assert await Deal.filter(lot_id=lot.id).count() == 2
