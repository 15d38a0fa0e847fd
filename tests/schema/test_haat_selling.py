"""Selling at the haat as clients see it: lists, offers, deals, and every refusal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.sale_models import Deal, Listing, ListingState, Offer, SaleKind
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON
from tests.places.atlas import statements
from tests.schema.selling_desk import answered, asked, done

pytestmark = pytest.mark.usefixtures("db")


async def test_an_animal_goes_from_its_registration_to_a_deal():
    seller = await factories.verified_seller()
    buyer = await factories.person()
    officer = await factories.officer()
    haat = await factories.haat()
    origin = await factories.union()

    animal = await done(
        "registerAnimal",
        seller.id,
        species="cattle",
        sex="bull",
        breed="pabna",
        originId=f"Place:{origin.id}",
        teeth=2,
        coatColor="সাদা",
        village="চরপাড়া",
        tags=[{"scheme": "farm.tag", "value": "১২"}],
        weight={"grams": 310_000, "method": "LOAD_CELL", "measuredAt": "2026-05-19T09:00:00+06:00"},
        defects=[],
        idempotencyKey="k",
    )
    await done("requestCheck", seller.id, animalId=animal["id"])
    paper = await done(
        "clearAnimal",
        officer.id,
        animalId=animal["id"],
        vetName="ডা. সালমা",
        registrationNo="BVC-7",
    )
    listing = await done(
        "listForFixedPrice",
        seller.id,
        animalId=animal["id"],
        haatId=f"Haat:{haat.id}",
        price=taka(150_000),
        idempotencyKey="k",
    )
    deal = await done(
        "buyNow", buyer.id, listingId=listing["id"], price="১৫০০০০০০", idempotencyKey="k"
    )

    assert paper == {"kind": "VetClearance", "passed": True, "validUntil": "2026-05-27T06:00:00Z"}
    assert (listing["kind"], listing["price"]) == ("Listing", 15_000_000)
    assert (deal["dealState"], deal["amount"], deal["buying"]) == (
        "AWAITING_PAYMENT",
        15_000_000,
        True,
    )
    mine = await asked("{ myDeals { edges { node { sellerName animal { state } } } } }", buyer.id)
    assert mine["myDeals"]["edges"] == [
        {"node": {"sellerName": "রহিমা খাতুন", "animal": {"state": "RESERVED"}}}
    ]


LISTINGS = """query ($filter: ListingFilter, $first: Int, $after: Cursor) {
    listings(filter: $filter, first: $first, after: $after) {
        edges { node {
            id titleBn price offersWaiting mine offers { id } haat { nameBn } lotId
            animal {
                number sellerName origin { nameBn nameInFull } latestWeight { grams }
                clearance { passed } qurbani { fitness } chain { sellerName } tags { value }
                sale { listingId }
            }
        } }
        pageInfo { hasNextPage endCursor }
    }
}"""


async def test_fifty_listings_take_as_many_statements_as_one():
    await factories.listing()
    with statements() as for_one:
        await asked(LISTINGS, first=50)
    for _ in range(49):
        await factories.listing(await factories.animal())

    with statements() as for_fifty:
        data = await asked(LISTINGS, first=50)

    assert len(data["listings"]["edges"]) == 50
    assert len(for_fifty) == len(for_one)


async def test_pages_show_each_listing_once_though_all_were_listed_at_once():
    made = {(await factories.listing()).id for _ in range(7)}

    seen: list[str] = []
    after = None
    for _ in range(4):
        page = (await asked(LISTINGS, first=2, after=after))["listings"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]

    assert sorted(seen) == sorted(f"Listing:{pk}" for pk in made)
    assert not page["pageInfo"]["hasNextPage"]


async def test_listings_are_found_by_kind_place_price_and_weight():
    goat = await factories.animal(species="goat", sex="buck", breed="black-bengal", weight_kg=24)
    away = await factories.animal(origin=await factories.union("kishoreganj-itna-badla"))
    cheap = await factories.listing(goat, price=taka(18_000))
    far = await factories.listing(away, kind=SaleKind.BARGAIN)
    ended = await factories.listing(state=ListingState.WITHDRAWN)
    itna = await factories.upazila("kishoreganj-itna")
    cases: list[tuple[dict[str, Any], set[int]]] = [
        ({}, {cheap.id, far.id}),
        ({"species": "goat"}, {cheap.id}),
        ({"species": "goat", "breed": "jamunapari"}, set()),
        ({"kind": "BARGAIN"}, {far.id}),
        ({"within": f"Place:{itna.id}"}, {far.id}),
        ({"maxPrice": 1_800_000}, {cheap.id}),
        ({"minPrice": 1_800_001}, {far.id}),
        ({"minGrams": 24_001, "maxGrams": 220_000}, {far.id}),
        ({"haatId": f"Haat:{ended.haat_id}", "maxGrams": 24_000}, {cheap.id}),
        ({"haatId": "Haat:99"}, set()),
        ({"haatId": "nonsense"}, set()),
    ]

    for wanted, expected in cases:
        data = await asked(LISTINGS, filter=wanted)
        found = {edge["node"]["id"] for edge in data["listings"]["edges"]}
        assert found == {f"Listing:{pk}" for pk in expected}, wanted


async def test_offers_are_seen_by_their_two_people_alone():
    listing = await factories.listing(kind=SaleKind.BARGAIN)
    buyer, rival = await factories.person("ক্রেতা"), await factories.person()
    for person in (buyer, rival):
        await done(
            "makeOffer",
            person.id,
            listingId=f"Listing:{listing.id}",
            amount=taka(90_000),
            idempotencyKey="k",
        )
    query = """query ($id: ID!) { listing(id: $id) { offersWaiting offers { buyerName mine } } }"""

    seen = {}
    for name, viewer in (("none", None), ("buyer", buyer.id), ("seller", listing.seller_id)):
        seen[name] = (await asked(query, viewer, id=f"Listing:{listing.id}"))["listing"]

    assert seen["none"] == {"offersWaiting": 2, "offers": []}
    assert seen["buyer"]["offers"] == [{"buyerName": "ক্রেতা", "mine": True}]
    assert [offer["mine"] for offer in seen["seller"]["offers"]] == [False, False]


async def test_a_refusal_comes_as_data_in_both_languages_and_writes_nothing():
    listing = await factories.listing()

    refused = await done(
        "buyNow",
        listing.seller_id,
        listingId=f"Listing:{listing.id}",
        price=taka(120_000),
        idempotencyKey="k",
    )

    assert refused["kind"] == "OwnAnimal"
    assert refused["code"] == "OWN_ANIMAL"
    assert "নিজের পশু" in refused["messageBn"]
    assert "own animal" in refused["messageEn"]
    assert await Deal.all().count() == 0


BUY = """mutation ($price: Paisa!, $id: ID!) {
    buyNow(input: {listingId: $id, price: $price, idempotencyKey: "k"}) { __typename }
}"""


@pytest.mark.parametrize("price", ["১,০০,০০০", "-5", 2**63, 1.5, "1e3", None, True])
async def test_what_is_no_amount_is_named_and_buys_nothing(price: Any):
    listing = await factories.listing()
    buyer = await factories.person()

    result = await answered(BUY, buyer.id, price=price, id=f"Listing:{listing.id}")

    assert result.errors is not None
    assert result.errors[0].extensions["code"] == "BAD_USER_INPUT"
    assert await Deal.all().count() == 0


@pytest.mark.parametrize("price", [0, -100, 50])
async def test_an_amount_that_is_no_price_of_an_animal_is_refused(price: int):
    animal = await factories.animal()
    haat = await factories.haat()
    query = """mutation ($input: ListAnimalInput!) {
        listForFixedPrice(input: $input) { __typename }
    }"""
    given = {
        "animalId": f"Animal:{animal.id}",
        "haatId": f"Haat:{haat.id}",
        "price": price,
        "idempotencyKey": "k",
    }

    result = await answered(query, animal.seller_id, input=given)

    extensions = result.errors[0].extensions
    assert (extensions["code"], extensions["field"]) == ("BAD_USER_INPUT", "price")
    assert extensions["messageBn"]
    assert await Listing.all().count() == 0


async def test_who_is_not_signed_in_is_told_to():
    listing = await factories.listing()

    result = await answered(BUY, price=1, id=f"Listing:{listing.id}")

    assert result.errors[0].extensions["code"] == "UNAUTHENTICATED"


async def test_foreign_and_unknown_ids_are_the_same_not_found_everywhere():
    listing = await factories.listing(kind=SaleKind.BARGAIN)
    buyer = await factories.person()
    offer = await done(
        "makeOffer",
        buyer.id,
        listingId=f"Listing:{listing.id}",
        amount=taka(90_000),
        idempotencyKey="k",
    )
    hidden = await factories.animal(state=AnimalState.CHECK_PENDING)
    haat = await factories.haat()
    stranger = (await factories.verified_seller()).id
    reason = "যথেষ্ট লম্বা একটি কারণ।"
    when = (NOON + timedelta(days=1)).isoformat()
    later = (NOON + timedelta(days=2)).isoformat()
    weight = {"grams": 200_000, "method": "GIRTH", "measuredAt": NOON.isoformat()}
    paper = {"vetName": "ডা. ক", "registrationNo": "1", "findings": reason}
    listed = {"haatId": f"Haat:{haat.id}", "idempotencyKey": "i"}
    cases: list[tuple[str, str, str, dict[str, Any]]] = [
        ("weighAnimal", "animalId", "Animal", {"weight": weight}),
        ("answerChecklist", "animalId", "Animal", {"defects": []}),
        ("requestCheck", "animalId", "Animal", {}),
        ("clearAnimal", "animalId", "Animal", paper),
        ("failAnimal", "animalId", "Animal", paper),
        ("withdrawAnimal", "animalId", "Animal", {"reason": reason}),
        ("reportAnimalDeath", "animalId", "Animal", {"reason": reason}),
        ("listForFixedPrice", "animalId", "Animal", {"price": 100, **listed}),
        ("listForBargaining", "animalId", "Animal", {"price": 100, **listed}),
        ("submitLot", "animalId", "Animal", {"start": 100, **listed}),
        ("changePrice", "listingId", "Listing", {"price": 100, "seenVersion": 1}),
        ("withdrawListing", "listingId", "Listing", {}),
        ("counterOffer", "offerId", "Offer", {"amount": 100, "idempotencyKey": "c"}),
        ("acceptOffer", "offerId", "Offer", {"idempotencyKey": "c"}),
        ("rejectOffer", "offerId", "Offer", {}),
        ("withdrawOffer", "offerId", "Offer", {}),
        (
            "planSession",
            "haatId",
            "Haat",
            {
                "titleBn": "ঈদের হাট",
                "titleEn": "Eid haat",
                "startsAt": when,
                "endsAt": later,
                "idempotencyKey": "p",
            },
        ),
    ]
    real = {
        "Animal": f"Animal:{hidden.id}",
        "Listing": f"Listing:{listing.id}",
        "Offer": offer["id"],
        "Haat": f"Haat:{haat.id}",
    }

    for mutation, name, kind, rest in cases:
        for one in (
            real[kind],
            f"{kind}:987654",
            f"Lot:{hidden.id}",
            "nonsense",
            f"{kind}:{2**70}",
        ):
            answer = await done(mutation, stranger, **{name: one, **rest})
            assert answer["kind"] == "NotFound", (mutation, one, answer)

    assert (await Animal.get(id=hidden.id)).version == 1
    assert (await Listing.get(id=listing.id)).version == 1
    assert await Offer.all().count() == 1


async def test_a_person_registers_at_a_haat_and_the_haat_says_so():
    haat = await factories.haat()
    named, nameless = await factories.person(), await factories.person("")

    refused = await done("registerBidder", nameless.id, haatId=f"Haat:{haat.id}")
    first, again = [
        await done("registerBidder", named.id, haatId=f"Haat:{haat.id}") for _ in range(2)
    ]

    assert refused["kind"] == "NameNeeded"
    assert first == again == {"kind": "Haat", "id": f"Haat:{haat.id}", "registered": True}
