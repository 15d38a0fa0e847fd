"""A deal as its two people and the haat's officer see it, from the first taka to the last word."""

from __future__ import annotations

from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.haat.sale_models import Deal
from hmk_graph.money import taka
from tests import factories
from tests.schema.selling_desk import asked, done

pytestmark = pytest.mark.usefixtures("db")
PRICE = taka(80_000)
MY_DEALS = """{ myDeals(first: 1) { edges { node {
    id state amount hasil buying handoverCode weighedGrams allowedMoves
    payment { due paid left state tries { gateway amount } } } } } }"""


async def bought() -> tuple[Deal, dict[str, Any]]:
    offered = await factories.listing(await factories.animal(tag="T-7"), price=PRICE)
    buyer = await factories.person()
    answer = await done(
        "buyNow",
        buyer.id,
        listingId=f"Listing:{offered.id}",
        price=PRICE,
        idempotencyKey="k",
    )
    return await Deal.get(buyer_id=buyer.id), answer


async def seen_by(account_id: int) -> dict[str, Any]:
    found = await asked(MY_DEALS, account_id)
    return dict(found["myDeals"]["edges"][0]["node"])


async def test_a_cow_is_paid_in_parts_handed_over_and_agreed_to():
    deal, _ = await bought()
    officer = await factories.officer()
    this = {"dealId": f"Deal:{deal.id}"}

    for number, part in enumerate((30_000, 50_000)):
        receipt = await done(
            "takeCash", officer.id, **this, amount=taka(part), idempotencyKey=str(number)
        )
        assert (receipt["gateway"], receipt["tryState"]) == ("cash", "CAPTURED")
    buyers, sellers = await seen_by(deal.buyer_id), await seen_by(deal.seller_id)
    assert (buyers["state"], buyers["allowedMoves"]) == ("PAID", ["DISPUTE"])
    assert buyers["payment"] == {
        "due": PRICE,
        "paid": PRICE,
        "left": 0,
        "state": "COVERED",
        "tries": [
            {"gateway": "cash", "amount": taka(50_000)},
            {"gateway": "cash", "amount": taka(30_000)},
        ],
    }
    assert len(buyers["handoverCode"]) == 6
    assert (sellers["handoverCode"], sellers["payment"]) == (None, None)
    assert sellers["allowedMoves"] == ["HAND_OVER", "DISPUTE"]

    handed = await done(
        "handOver", deal.seller_id, **this, code=buyers["handoverCode"], tag="T-7", grams=412_000
    )
    agreed = await done("confirmDeal", deal.buyer_id, **this)

    assert (handed["dealState"], agreed["dealState"]) == ("HANDED_OVER", "COMPLETED")
    after = await seen_by(deal.buyer_id)
    assert (after["weighedGrams"], after["handoverCode"]) == (412_000, None)


SCALE = """query ($id: ID!) { deal(id: $id) {
    amount perKg declaredGrams weighedGrams weightAsked allowedMoves } }"""


async def test_a_cow_is_sold_by_the_kilogram_and_the_buyer_has_the_last_word_on_the_scale():
    animal = await factories.animal(tag="T-7", weight_kg=400)
    buyer, officer = await factories.person(), await factories.officer()
    up = await done(
        "listByWeight",
        animal.seller_id,
        animalId=f"Animal:{animal.id}",
        haatId=f"Haat:{(await factories.haat()).id}",
        perKg=taka(500),
        idempotencyKey="k",
    )
    bought_it = await done(
        "buyNow", buyer.id, listingId=up["id"], price=up["price"], idempotencyKey="k"
    )
    this = {"dealId": bought_it["id"]}
    await done("takeCash", officer.id, **this, amount=bought_it["amount"], idempotencyKey="k")
    code = (await seen_by(buyer.id))["handoverCode"]
    hand = {**this, "code": code, "tag": "T-7", "grams": 380_000}

    refused = await done("handOver", animal.seller_id, **hand)
    asked_for = (await asked(SCALE, buyer.id, id=this["dealId"]))["deal"]
    await done("answerWeight", buyer.id, **this, grams=380_000, agree=True)
    handed = await done("handOver", animal.seller_id, **hand)

    assert (up["price"], bought_it["amount"]) == (taka(200_000), taka(206_000))
    assert refused["code"] == "WEIGHT_NOT_AGREED"
    assert "৩৮০ কেজি" in refused["messageBn"]
    assert asked_for == {
        "amount": taka(206_000),
        "perKg": taka(500),
        "declaredGrams": 400_000,
        "weighedGrams": 380_000,
        "weightAsked": True,
        "allowedMoves": ["REFUSE_WEIGHT", "DISPUTE"],
    }
    assert (handed["dealState"], handed["amount"]) == ("HANDED_OVER", taka(190_000))


async def test_what_is_refused_is_told_in_both_languages_and_changes_nothing():
    deal, _ = await bought()
    this = {"dealId": f"Deal:{deal.id}"}
    officer, stranger = await factories.officer(), await factories.person()
    far = await factories.officer(await factories.upazila("kishoreganj-itna"))
    decision = {**this, "forBuyer": True, "reason": "ওজন মিলিয়ে দেখা হলো"}
    hand = {**this, "tag": "T-7", "grams": 412_000}

    told = {
        "not paid": await done("handOver", deal.seller_id, **hand, code="123456"),
        "another's": await done("confirmDeal", stranger.id, **this),
        "no officer": await done("takeCash", stranger.id, **this, amount=PRICE, idempotencyKey="k"),
        "another haat's": await done("takeCash", far.id, **this, amount=PRICE, idempotencyKey="k"),
        "too much": await done(
            "takeCash", officer.id, **this, amount=PRICE + 100, idempotencyKey="k"
        ),
        "not offered": await done("acceptSecondChance", deal.buyer_id, **this),
        "not disputed": await done("decideDeal", officer.id, **decision),
    }
    assert (await Deal.get(id=deal.id)).version == 1
    await done("takeCash", officer.id, **this, amount=PRICE, idempotencyKey="k")
    told["wrong code"] = await done("handOver", deal.seller_id, **hand, code="x")
    told["paid twice"] = await done(
        "takeCash", officer.id, **this, amount=taka(1), idempotencyKey="k2"
    )

    assert {what: answer["code"] for what, answer in told.items()} == {
        "not paid": "STALE_STATE",
        "another's": "NOT_FOUND",
        "no officer": "NOT_FOUND",
        "another haat's": "NOT_FOUND",
        "too much": "AMOUNT_OUT_OF_RANGE",
        "not offered": "STALE_STATE",
        "not disputed": "STALE_STATE",
        "wrong code": "HANDOVER_CODE_WRONG",
        "paid twice": "NOTHING_DUE",
    }
    assert told["wrong code"]["left"] == 4
    assert all(answer["messageBn"] and answer["messageEn"] for answer in told.values())


DEAL = "query ($id: ID!) { deal(id: $id) { id buying selling handoverCode allowedMoves } }"
WAITING = "{ dealsWaiting(first: 9) { edges { node { id state } } } }"


async def test_a_deal_shows_itself_to_its_people_and_to_the_officers_of_its_haat_alone():
    deal, _ = await bought()
    officer, stranger = await factories.officer(), await factories.person()
    far = await factories.officer(await factories.upazila("kishoreganj-itna"))
    this = f"Deal:{deal.id}"
    people = (deal.buyer_id, deal.seller_id, officer.id)

    seen = [(await asked(DEAL, one, id=this))["deal"] for one in people]
    unseen = [(await asked(DEAL, one.id, id=this))["deal"] for one in (stranger, far)]
    unknown = (await asked(DEAL, stranger.id, id="Deal:999999"))["deal"]

    assert [(one["buying"], one["selling"]) for one in seen] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert seen[2]["allowedMoves"] == ["PAY", "CANCEL"]
    assert [*unseen, unknown] == [None, None, None]


async def test_an_officer_finds_what_waits_for_cash_but_never_his_own():
    deal, _ = await bought()
    officer = await factories.officer()
    far = await factories.officer(await factories.upazila("kishoreganj-itna"))
    await factories.granted(
        await Account.get(id=deal.buyer_id), factories.Role.OFFICER, await factories.upazila()
    )

    found = {
        one: (await asked(WAITING, one))["dealsWaiting"]["edges"]
        for one in (officer.id, far.id, deal.buyer_id, deal.seller_id)
    }

    assert found == {
        officer.id: [{"node": {"id": f"Deal:{deal.id}", "state": "AWAITING_PAYMENT"}}],
        far.id: [],
        deal.buyer_id: [],
        deal.seller_id: [],
    }
