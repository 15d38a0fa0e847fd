"""Coming up for sale: who may, once at a time, at what price, and not again too soon."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.errors import AccountSuspended
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.deadlines import Deadline
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import ending
from hmk_graph.haat import listing as listings
from hmk_graph.haat.animal_models import (
    Animal,
    AnimalIdentifier,
    AnimalState,
    FlagKind,
    OfficerFlag,
)
from hmk_graph.haat.listing import LotWish, Wording
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.sale_models import Listing, ListingState, SaleKind
from hmk_graph.haat.selling_errors import (
    AlreadyListed,
    LotNotWithdrawn,
    NotListable,
    ResoldTooSoon,
)
from hmk_graph.idempotency import IdempotencyKey
from hmk_graph.money import Paisa, taka
from tests import factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

ASKED = taka(120_000)


async def put_up(animal: Animal, *, key: str = "key-1", price: Paisa = ASKED) -> Listing:
    haat = await factories.haat()
    return await listings.list_for_fixed_price(
        animal.seller_id,
        animal.id,
        haat_id=haat.id,
        price=price,
        wording=Wording(),
        idempotency_key=key,
        clock=at(NOON),
    )


async def test_a_cleared_animal_comes_up_for_sale_with_a_title_and_everybody_hears_it():
    animal = await factories.animal(name="রাজা", cleared_until=NOON + timedelta(days=5))

    listing = await put_up(animal)

    assert listing.title_bn == "লাল দেশি ষাঁড় “রাজা”"
    assert listing.title_en == "Local (indigenous zebu) bull"
    assert (await Animal.get(id=animal.id)).state == AnimalState.LISTED
    [event] = await event_log.after(f"haat.haat.{listing.haat_id}", 0)
    assert (event.kind, event.payload["price"]) == ("haat.listing_listed", ASKED)
    deadline = await Deadline.get(kind=ending.EXPIRE_LISTING, subject_id=listing.id)
    assert deadline.due_at == NOON + timedelta(days=5)


async def test_an_animal_without_a_clearance_that_holds_is_not_listed():
    never = await factories.animal(cleared=False)
    expired = await factories.animal(cleared_until=NOON)

    for animal in (never, expired):
        with pytest.raises(NotListable):
            await put_up(animal)

    assert await Listing.all().count() == 0
    assert await IdempotencyKey.all().count() == 0


async def test_an_animal_has_one_live_listing_however_many_come_at_once():
    animal = await factories.animal()

    outcomes = await asyncio.gather(
        *(put_up(animal, key=f"key-{n}") for n in range(8)), return_exceptions=True
    )

    assert Counter(type(outcome).__name__ for outcome in outcomes) == {
        "Listing": 1,
        "AlreadyListed": 7,
    }
    assert await Listing.all().count() == 1


@pytest.mark.parametrize("price", [0, -1, 50, taka(1) + 1, taka(10_000_001), 2**63, -(2**63)])
async def test_a_price_is_whole_taka_within_reason(price: int):
    animal = await factories.animal()

    with pytest.raises(BadInput):
        await put_up(animal, price=Paisa(price))

    assert (await Animal.get(id=animal.id)).state == AnimalState.CLEARED
    assert await Listing.all().count() == 0


async def test_nobody_lists_a_strangers_animal():
    animal = await factories.animal()
    stranger = await factories.verified_seller()
    haat = await factories.haat()

    with pytest.raises(NotFound):
        await listings.list_for_bargaining(
            stranger.id,
            animal.id,
            haat_id=haat.id,
            price=ASKED,
            wording=Wording(),
            idempotency_key="k",
            clock=at(NOON),
        )

    assert await Listing.all().count() == 0


async def test_a_lot_is_submitted_with_its_wish_and_waits_for_the_officer_unseen():
    animal = await factories.animal()
    haat = await factories.haat()
    wish = LotWish(start=taka(80_000), reserve=taka(100_000), wished_at=NOON + timedelta(days=1))

    lots = [
        await listings.submit_lot(
            animal.seller_id,
            animal.id,
            haat_id=haat.id,
            wish=wish,
            wording=Wording(title_bn="কোরবানির ষাঁড়"),
            idempotency_key="lot-1",
            clock=at(NOON),
        )
        for _ in range(2)
    ]

    lot = await Lot.get()
    assert lots[0].id == lots[1].id == lot.id
    assert (lot.state, lot.start_paisa, lot.wished_at) == (
        LotState.SUBMITTED,
        taka(80_000),
        NOON + timedelta(days=1),
    )
    listing = await Listing.get()
    assert (listing.kind, listing.price_paisa) == (SaleKind.AUCTION, None)
    assert await event_log.after(f"haat.haat.{haat.id}", 0) == []


@pytest.mark.parametrize(
    "wish",
    [
        LotWish(start=taka(0)),
        LotWish(start=taka(5_000), reserve=taka(4_999)),
        LotWish(start=taka(5_000), wished_at=NOON),
        LotWish(start=taka(5_000), wished_at=NOON + timedelta(days=61)),
    ],
)
async def test_a_wish_that_contradicts_itself_leaves_nothing(wish: LotWish):
    animal = await factories.animal()
    haat = await factories.haat()

    with pytest.raises(BadInput):
        await listings.submit_lot(
            animal.seller_id,
            animal.id,
            haat_id=haat.id,
            wish=wish,
            wording=Wording(),
            idempotency_key="lot-1",
            clock=at(NOON),
        )

    assert await Listing.all().count() == await Lot.all().count() == 0
    assert (await Animal.get(id=animal.id)).state == AnimalState.CLEARED


async def test_of_two_price_changes_that_saw_the_same_version_one_stands():
    listing = await factories.listing()

    outcomes = await asyncio.gather(
        *(
            listings.change_price(
                listing.seller_id, listing.id, taka(price), seen_version=1, clock=at(NOON)
            )
            for price in (110_000, 115_000)
        ),
        return_exceptions=True,
    )

    assert sorted(type(o).__name__ for o in outcomes) == ["Listing", "StaleState"]
    assert (await Listing.get(id=listing.id)).version == 2


async def test_a_withdrawn_animal_can_be_listed_again_and_an_auction_is_not_withdrawn_here():
    listing = await factories.listing()
    auction = await factories.listing(kind=SaleKind.AUCTION)

    await ending.withdraw_listing(listing.seller_id, listing.id, clock=at(NOON))
    with pytest.raises(LotNotWithdrawn):
        await ending.withdraw_listing(auction.seller_id, auction.id, clock=at(NOON))
    with pytest.raises(StaleState):
        await ending.withdraw_listing(listing.seller_id, listing.id, clock=at(NOON))
    with pytest.raises(NotFound):
        await ending.withdraw_listing(auction.seller_id, listing.id, clock=at(NOON))
    again = await put_up(await Animal.get(id=listing.animal_id))

    assert again.state == ListingState.LIVE


async def test_a_suspended_seller_takes_nothing_off_sale():
    listing = await factories.listing()
    await Account.filter(id=listing.seller_id).update(state=AccountState.SUSPENDED)

    with pytest.raises(AccountSuspended):
        await ending.withdraw_listing(listing.seller_id, listing.id, clock=at(NOON))

    assert (await Listing.get(id=listing.id)).state == ListingState.LIVE


async def test_a_likely_copy_is_flagged_and_goes_on():
    seller = await factories.verified_seller()
    listed = await factories.animal(seller, weight_kg=220)
    await factories.listing(listed)
    lighter = await factories.animal(seller, weight_kg=200)
    alike = await factories.animal(seller, weight_kg=224)
    others = await factories.animal(weight_kg=220)

    for number, animal in enumerate((lighter, alike, others)):
        await put_up(animal, key=f"key-{number}")

    flags = await OfficerFlag.all()
    assert [(f.kind, f.animal_id, f.other_id) for f in flags] == [
        (FlagKind.LIKELY_COPY, alike.id, listed.id)
    ]


async def sold_animal(tag: str, **columns: Any) -> Animal:
    sold = await factories.animal(tag=tag, **columns)
    listing = await factories.listing(sold)
    await Listing.filter(id=listing.id).update(state=ListingState.SOLD)
    await AnimalIdentifier.filter(animal=sold).update(living=False)
    await Animal.filter(id=sold.id).update(
        state=AnimalState.HANDED_OVER, sold_at=NOON - timedelta(days=3)
    )
    return sold


async def test_what_was_sold_in_the_district_lately_is_not_sold_again_without_its_chain():
    sold = await sold_animal("T-9")
    trader = await factories.verified_seller("ব্যাপারী")
    resold = await factories.animal(trader, tag="T-9")

    with pytest.raises(ResoldTooSoon) as refusal:
        await put_up(resold)

    assert refusal.value.until == NOON + timedelta(days=27)
    assert (await Animal.get(id=resold.id)).state == AnimalState.CLEARED

    await Animal.filter(id=resold.id).update(chain_of_id=sold.id)
    await put_up(resold)

    flag = await OfficerFlag.get()
    assert (flag.kind, flag.animal_id, flag.other_id) == (
        FlagKind.RESOLD_IN_SEASON,
        resold.id,
        sold.id,
    )


async def test_after_the_season_or_in_another_district_no_chain_is_asked_for():
    await sold_animal("T-9")
    here = await factories.animal(tag="T-9")
    away = await factories.haat("narsingdi-monohardi-haat")

    listing = await listings.list_for_fixed_price(
        here.seller_id,
        here.id,
        haat_id=away.id,
        price=ASKED,
        wording=Wording(),
        idempotency_key="k-1",
        clock=at(NOON),
    )
    await ending.withdraw_listing(here.seller_id, listing.id, clock=at(NOON))
    haat = await factories.haat()
    later = await listings.list_for_fixed_price(
        here.seller_id,
        here.id,
        haat_id=haat.id,
        price=ASKED,
        wording=Wording(),
        idempotency_key="k-2",
        clock=at(NOON + timedelta(days=27)),
    )

    assert later.state == ListingState.LIVE
    assert await OfficerFlag.all().count() == 0


async def test_already_listed_names_the_animal():
    listing = await factories.listing()

    with pytest.raises(AlreadyListed) as refusal:
        await put_up(await Animal.get(id=listing.animal_id))

    assert refusal.value.animal_id == listing.animal_id
