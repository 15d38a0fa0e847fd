"""Buying at a fixed price: one buyer, at the price he saw, of an animal that is cleared."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.clock import database_clock
from hmk_graph.errors import DomainError, NotFound
from hmk_graph.haat import dealing, ending
from hmk_graph.haat import listing as listings
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState, SaleKind
from hmk_graph.haat.selling_errors import (
    Bond,
    NotForSale,
    NotListable,
    OwnAnimal,
    PriceChanged,
    SoldOtherwise,
)
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.money import taka
from tests import auctions, factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

ASKED = taka(120_000)


async def buy(buyer: Account, listing: Listing, **other: Any) -> Deal:
    ordinary: dict[str, Any] = {"price": ASKED, "idempotency_key": "buy-1", "clock": at(NOON)}
    return await dealing.buy_now(buyer.id, listing.id, **{**ordinary, **other})


async def test_of_fifty_buyers_at_once_exactly_one_buys_and_the_others_are_told():
    listing = await factories.listing()
    buyers = [await factories.person(f"ক্রেতা {n}") for n in range(50)]

    outcomes = await asyncio.gather(
        *(buy(buyer, listing, clock=database_clock) for buyer in buyers), return_exceptions=True
    )

    assert Counter(type(outcome).__name__ for outcome in outcomes) == {"Deal": 1, "NotForSale": 49}
    deal = await Deal.get()
    assert (deal.state, deal.amount_paisa) == (DealState.AWAITING_PAYMENT, ASKED)
    assert (await Animal.get(id=listing.animal_id)).state == AnimalState.RESERVED
    assert (await Listing.get(id=listing.id)).state == ListingState.RESERVED
    heard = [e.kind for e in await event_log.after(f"accounts.account.{listing.seller_id}", 0)]
    assert sorted(heard) == ["haat.deal_made", "haat.listing_sold"]


async def test_the_same_key_buys_once_and_the_deal_is_to_be_paid_within_a_day():
    listing = await factories.listing()
    buyer = await factories.person()

    first, second = [await buy(buyer, listing) for _ in range(2)]
    with pytest.raises(IdempotencyConflict):
        await buy(buyer, listing, price=taka(1))

    assert first.id == second.id
    assert first.pay_by == NOON + timedelta(hours=24)
    assert await Deal.all().count() == 1


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("citizen", None),
        ("other seller", None),
        ("officer elsewhere", None),
        ("seller", Bond.SELLER),
        ("co-owner", Bond.CO_OWNER),
        ("officer of the haat", Bond.STAFF),
        ("administrator", Bond.STAFF),
        ("suspended", "AccountSuspended"),
        ("unknown", "NotSignedIn"),
    ],
)
async def test_who_may_buy(who: str, refusal: Any):
    seller, partner = await factories.verified_seller(), await factories.person()
    listing = await factories.listing(await factories.animal(seller, co_owner=partner))
    away = await factories.upazila("kishoreganj-itna")
    buyer: Account = {
        "citizen": await factories.person(),
        "other seller": await factories.verified_seller(),
        "officer elsewhere": await factories.officer(away),
        "seller": seller,
        "co-owner": partner,
        "officer of the haat": await factories.officer(),
        "administrator": await factories.administrator(),
        "suspended": await factories.person(),
        "unknown": Account(id=999_999),
    }[who]
    if who == "suspended":
        await Account.filter(id=buyer.id).update(state=AccountState.SUSPENDED)

    if refusal is None:
        assert (await buy(buyer, listing)).buyer_id == buyer.id
        return
    with pytest.raises(DomainError) as refused:
        await buy(buyer, listing)

    told = refused.value.bond if isinstance(refused.value, OwnAnimal) else refused.type.__name__
    assert told == refusal
    assert await Deal.all().count() == 0
    assert (await Animal.get(id=listing.animal_id)).state == AnimalState.LISTED


async def test_a_raised_price_binds_nobody_who_saw_the_old_one():
    listing = await factories.listing()
    await listings.change_price(
        listing.seller_id, listing.id, taka(130_000), seen_version=1, clock=at(NOON)
    )

    with pytest.raises(PriceChanged) as refusal:
        await buy(await factories.person(), listing)

    assert refusal.value.price == taka(130_000)
    assert await Deal.all().count() == 0


async def test_an_expired_clearance_stops_the_sale_before_and_after_the_worker_ran():
    animal = await factories.animal(cleared_until=NOON + timedelta(minutes=1))
    listing = await factories.listing(animal)
    late = NOON + timedelta(minutes=2)
    buyer = await factories.person()

    with pytest.raises(NotListable):
        await buy(buyer, listing, clock=at(late))
    assert await ending.expire_listing(listing.id, at(NOON)) == NOON + timedelta(minutes=1)
    assert (await Listing.get(id=listing.id)).state == ListingState.LIVE
    for _ in range(2):
        assert await ending.expire_listing(listing.id, at(late)) is None
    with pytest.raises(NotForSale):
        await buy(buyer, listing, clock=at(late))

    assert (await Animal.get(id=animal.id)).state == AnimalState.CHECK_PENDING
    told = await event_log.after(f"accounts.account.{listing.seller_id}", 0)
    assert [event.kind for event in told] == ["haat.own_listing_ended"]


async def test_what_is_sold_by_bargain_or_auction_has_no_fixed_price():
    scheduled = await auctions.lot()
    auctioned = await Listing.get(id=scheduled.listing_id)

    for sold_otherwise in (await factories.listing(kind=SaleKind.BARGAIN), auctioned):
        with pytest.raises(SoldOtherwise):
            await buy(await factories.person(), sold_otherwise)


async def test_a_lot_that_is_not_public_yet_is_not_there_to_be_bought():
    waiting = await auctions.submitted_lot()

    with pytest.raises(NotFound):
        await buy(await factories.person(), await Listing.get(id=waiting.listing_id))
