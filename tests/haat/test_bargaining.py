"""Bargaining: turns, depth, time, and what happens when several things happen at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.clock import database_clock
from hmk_graph.deadlines import Deadline
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.haat import bargaining, dealing, ending
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.sale_models import Deal, Listing, ListingState, Offer, OfferState, SaleKind
from hmk_graph.haat.selling_errors import (
    BargainTooLong,
    NotListable,
    OfferClosed,
    OfferPending,
    OwnAnimal,
    OwnOffer,
    SoldOtherwise,
)
from hmk_graph.money import Paisa, taka
from tests import factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

LOW, HIGH = taka(100_000), taka(115_000)


async def bargain() -> Listing:
    return await factories.listing(kind=SaleKind.BARGAIN)


async def offer(buyer: Account, listing: Listing, **other: Any) -> Offer:
    ordinary: dict[str, Any] = {"idempotency_key": "offer-1", "clock": at(NOON)}
    amount = other.pop("amount", LOW)
    return await bargaining.make_offer(buyer.id, listing.id, Paisa(amount), **{**ordinary, **other})


async def answer(person_id: int, made: Offer, amount: Paisa, key: str = "c-1") -> Offer:
    return await bargaining.counter(person_id, made.id, amount, idempotency_key=key, clock=at(NOON))


async def kinds_heard(account_id: int) -> list[str]:
    heard = await event_log.after(f"accounts.account.{account_id}", 0)
    return [f"{e.kind}:{e.payload.get('state', '')}" for e in heard]


async def test_an_offer_countered_and_accepted_makes_a_deal_at_the_last_price():
    listing = await bargain()
    buyer, rival = await factories.person(), await factories.person()
    first = await offer(buyer, listing)
    sibling = await offer(rival, listing)

    second = await answer(listing.seller_id, first, HIGH)
    deal = await bargaining.accept(buyer.id, second.id, idempotency_key="a-1", clock=at(NOON))

    assert (deal.amount_paisa, deal.buyer_id) == (HIGH, buyer.id)
    states = {o.id: o.state for o in await Offer.all()}
    assert states == {
        first.id: OfferState.COUNTERED,
        second.id: OfferState.ACCEPTED,
        sibling.id: OfferState.REJECTED,
    }
    assert (await Animal.get(id=listing.animal_id)).state == AnimalState.RESERVED
    assert await kinds_heard(rival.id) == ["haat.offer_answered:REJECTED"]
    assert await kinds_heard(buyer.id) == [
        "haat.offer_answered:COUNTERED",
        "haat.offer_received:",
        "haat.deal_made:",
        "payments.payment_due:",
    ]


async def test_only_the_side_that_did_not_make_an_offer_answers_it():
    listing = await bargain()
    buyer = await factories.person()
    made = await offer(buyer, listing)

    with pytest.raises(OwnOffer):
        await bargaining.accept(buyer.id, made.id, idempotency_key="a", clock=at(NOON))
    with pytest.raises(OwnOffer):
        await bargaining.reject(buyer.id, made.id, clock=at(NOON))
    with pytest.raises(OwnOffer):
        await answer(buyer.id, made, HIGH)
    with pytest.raises(OwnOffer):
        await bargaining.withdraw_offer(listing.seller_id, made.id, clock=at(NOON))
    counter = await answer(listing.seller_id, made, HIGH)
    with pytest.raises(OwnOffer):
        await bargaining.accept(listing.seller_id, counter.id, idempotency_key="a", clock=at(NOON))

    assert await Deal.all().count() == 0


async def test_a_stranger_finds_no_offer():
    made = await offer(await factories.person(), await bargain())
    stranger = await factories.verified_seller()

    for call in (
        bargaining.accept(stranger.id, made.id, idempotency_key="a", clock=at(NOON)),
        bargaining.counter(stranger.id, made.id, HIGH, idempotency_key="c", clock=at(NOON)),
        bargaining.reject(stranger.id, made.id, clock=at(NOON)),
        bargaining.withdraw_offer(stranger.id, made.id, clock=at(NOON)),
    ):
        with pytest.raises(NotFound):
            await call

    assert (await Offer.get()).state == OfferState.PENDING


async def test_the_fifth_offer_is_taken_or_left():
    listing = await bargain()
    buyer = await factories.person()
    last = await offer(buyer, listing)
    for turn in range(4):
        person_id = listing.seller_id if turn % 2 == 0 else buyer.id
        last = await answer(person_id, last, Paisa(LOW + taka(turn + 1)), key=f"c-{turn}")

    assert last.depth == 5
    with pytest.raises(BargainTooLong):
        await answer(listing.seller_id, last, HIGH, key="c-9")
    await bargaining.reject(listing.seller_id, last.id, clock=at(NOON))
    assert (await offer(buyer, listing, idempotency_key="again")).depth == 1


async def test_one_offer_at_a_time_between_two_people():
    listing = await bargain()
    buyer = await factories.person()

    outcomes = await asyncio.gather(
        *(offer(buyer, listing, idempotency_key=f"o-{n}") for n in range(5)),
        return_exceptions=True,
    )

    assert Counter(type(o).__name__ for o in outcomes) == {"Offer": 1, "OfferPending": 4}
    with pytest.raises(OfferPending):
        await offer(buyer, listing, idempotency_key="o-9")
    made = await Offer.get()
    await bargaining.withdraw_offer(buyer.id, made.id, clock=at(NOON))
    await offer(buyer, listing, idempotency_key="o-9")


async def test_an_offer_ends_after_a_day_however_late_or_often_the_clock_is_asked():
    listing = await bargain()
    made = await offer(await factories.person(), listing)
    over = NOON + timedelta(hours=24)

    armed = await Deadline.get(kind=bargaining.EXPIRE_OFFER, subject_id=made.id)
    assert armed.due_at == over
    with pytest.raises(OfferClosed):
        await bargaining.accept(listing.seller_id, made.id, idempotency_key="a", clock=at(over))
    assert await bargaining.expire_offer(made.id, at(NOON)) == over
    for _ in range(3):
        assert await bargaining.expire_offer(made.id, at(over)) is None

    assert (await Offer.get()).state == OfferState.EXPIRED
    assert await kinds_heard(made.buyer_id) == ["haat.offer_answered:EXPIRED"]
    assert await bargaining.expire_offer(999_999, at(over)) is None


@pytest.mark.parametrize("amount", [0, -100, 150, 2**63])
async def test_an_offer_is_whole_taka(amount: int):
    listing = await bargain()

    with pytest.raises(BadInput):
        await offer(await factories.person(), listing, amount=amount)

    assert await Offer.all().count() == 0


async def test_who_is_tied_to_the_animal_or_the_haat_makes_no_offer():
    seller, partner = await factories.verified_seller(), await factories.person()
    animal = await factories.animal(seller, co_owner=partner)
    listing = await factories.listing(animal, kind=SaleKind.BARGAIN)

    for person in (seller, partner, await factories.officer()):
        with pytest.raises(OwnAnimal):
            await offer(person, listing)
    with pytest.raises(SoldOtherwise):
        await offer(await factories.person(), await factories.listing())

    assert await Offer.all().count() == 0


async def test_no_offer_is_taken_once_the_clearance_ran_out():
    animal = await factories.animal(cleared_until=NOON + timedelta(hours=1))
    listing = await factories.listing(animal, kind=SaleKind.BARGAIN)
    made = await offer(await factories.person(), listing)

    with pytest.raises(NotListable):
        await bargaining.accept(
            listing.seller_id,
            made.id,
            idempotency_key="a",
            clock=at(NOON + timedelta(hours=1)),
        )

    assert (await Offer.get()).state == OfferState.PENDING


async def test_of_many_accepted_offers_and_a_withdrawal_at_once_the_first_decides():
    for _ in range(3):
        listing = await bargain()
        buyers = [await factories.person() for _ in range(4)]
        made = [await offer(buyer, listing, clock=database_clock) for buyer in buyers]

        outcomes = await asyncio.gather(
            *(
                bargaining.accept(
                    listing.seller_id, o.id, idempotency_key=f"a-{o.id}", clock=database_clock
                )
                for o in made
            ),
            *(bargaining.withdraw_offer(o.buyer_id, o.id, clock=database_clock) for o in made[:2]),
            ending.withdraw_listing(listing.seller_id, listing.id, clock=database_clock),
            return_exceptions=True,
        )

        deals = await Deal.filter(listing_id=listing.id)
        ended = (await Listing.get(id=listing.id)).state
        accepted = await Offer.filter(listing_id=listing.id, state=OfferState.ACCEPTED).count()
        animal = await Animal.get(id=listing.animal_id)
        assert len(deals) == accepted == sum(isinstance(o, Deal) for o in outcomes)
        assert (len(deals), ended, animal.state) in (
            (1, ListingState.RESERVED, AnimalState.RESERVED),
            (0, ListingState.WITHDRAWN, AnimalState.CLEARED),
        )
        assert not await Offer.exists(listing_id=listing.id, state=OfferState.PENDING)
        surprises = {type(o).__name__ for o in outcomes if isinstance(o, Exception)}
        assert surprises <= {"OfferClosed", "NotForSale", "StaleState"}


async def test_a_bargain_is_not_bought_at_the_asking_price():
    listing = await bargain()

    with pytest.raises(SoldOtherwise):
        await dealing.buy_now(
            (await factories.person()).id,
            listing.id,
            price=taka(120_000),
            idempotency_key="b",
            clock=at(NOON),
        )


async def test_the_same_key_accepts_once():
    listing = await bargain()
    made = await offer(await factories.person(), listing)

    first, second = [
        await bargaining.accept(listing.seller_id, made.id, idempotency_key="a-1", clock=at(NOON))
        for _ in range(2)
    ]

    assert first.id == second.id
    assert await Deal.all().count() == 1
