"""Animals, listings, lots, bids and deals."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.haat.animal_models import AnimalEvent, FlagKind, OfficerFlag
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.models import HaatSession
from hmk_graph.haat.sale_models import Deal, ListingState, Offer, SaleKind
from hmk_graph.money import taka
from tests import auctions, factories
from tests.factories import NOON, at
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_listing_one_live": [("haat_listing", {}), ("haat_listing", {"state": "RESERVED"})],
    "haat_listing_price": [
        ("haat_listing", {"where": "kind = 'FIXED'", "state": "ENDED", "price_paisa": price})
        for price in (0, -100, 150, None)
    ]
    + [("haat_listing", {"where": "kind = 'AUCTION'", "state": "ENDED", "price_paisa": 100})],
    "haat_deal_one_live": [("haat_deal", {}), ("haat_deal", {"state": "DISPUTED"})],
    "haat_deal_amount": [("haat_deal", {"state": "EXPIRED", "amount_paisa": 0})],
    "haat_deal_two_people": [("haat_deal", {"state": "EXPIRED", "buyer_id": "seller_id"})],
    "haat_offer_one_pending": [("haat_offer", {})],
    "haat_offer_one_accepted": [("haat_offer", {"where": "state = 'ACCEPTED'"})],
    "haat_offer_amount": [
        ("haat_offer", {"state": "EXPIRED", "amount_paisa": amount}) for amount in (0, -100, 150)
    ],
    "haat_offer_depth": [("haat_offer", {"state": "EXPIRED", "depth": d}) for d in (0, 6)],
    "haat_animal_identifier_one_living": [("haat_animal_identifier", {})],
    "haat_officer_flag_once": [("haat_officer_flag", {})],
    "haat_session_ends_after_start": [("haat_session", {"ends_at": "starts_at"})],
    "haat_animal_weight_positive": [("haat_animal_weight", {"grams": 0})],
    "haat_hasil_rule_one_at_a_time": [
        ("haat_hasil_rule", {}),
        ("haat_hasil_rule", {"valid_from": "2026-05-19T00:00:00Z"}),
        ("haat_hasil_rule", {"valid_from": "2036-05-19T00:00:00Z", "valid_to": None}),
    ],
    "haat_hasil_rule_ends_after_start": [
        ("haat_hasil_rule", {"valid_to": "valid_from", "species": "goat"})
    ],
    "haat_hasil_rule_value": [
        ("haat_hasil_rule", {"value": -1, "species": "goat"}),
        ("haat_hasil_rule", {"value": 10_001, "species": "goat"}),
        ("haat_hasil_rule", {"value": 150, "species": "goat", "kind": "FLAT", "cap_paisa": None}),
    ],
    "haat_hasil_rule_cap": [
        ("haat_hasil_rule", {"cap_paisa": 0, "species": "goat"}),
        ("haat_hasil_rule", {"cap_paisa": 150, "species": "goat"}),
        ("haat_hasil_rule", {"kind": "FLAT", "species": "goat"}),
    ],
    "haat_bid_maximum": [
        ("haat_bid", {"line": 99, "maximum_paisa": amount}) for amount in (0, -100, 150)
    ],
}
# What it refuses to do to a row that stands.
UPDATES: dict[str, list[str]] = {
    "haat_lot_start": [
        "UPDATE haat_lot SET start_paisa = 0",
        "UPDATE haat_lot SET start_paisa = 150",
    ],
    "haat_lot_price": ["UPDATE haat_lot SET price_paisa = leader_max_paisa + 100"],
    "haat_lot_leader_has_price": [
        "UPDATE haat_lot SET leader_id = NULL",
        "UPDATE haat_lot SET leader_max_paisa = NULL",
    ],
    "haat_lot_not_own": [
        "UPDATE haat_lot SET leader_id = seller_id",
        "UPDATE haat_lot SET state = 'CLOSED', result = 'SOLD', winner_id = seller_id",
    ],
    "haat_lot_hard_end": [
        "UPDATE haat_lot SET ends_at = hard_ends_at + interval '1 second'",
        "UPDATE haat_lot SET starts_at = ends_at",
    ],
    "haat_lot_result": [
        "UPDATE haat_lot SET state = 'CLOSED'",
        "UPDATE haat_lot SET result = 'UNSOLD'",
        "UPDATE haat_lot SET state = 'CLOSED', result = 'SOLD'",
        "UPDATE haat_lot SET state = 'CLOSED', result = 'UNSOLD', winner_id = leader_id",
        "UPDATE haat_lot SET winner_id = leader_id",
    ],
    "haat_lot_price_never_falls": [
        "UPDATE haat_lot SET price_paisa = price_paisa - 100",
        "UPDATE haat_lot SET price_paisa = NULL, leader_id = NULL, leader_max_paisa = NULL",
    ],
    "haat_lot_line_append_only": [
        "UPDATE haat_lot_line SET body = '{}'",
        "UPDATE haat_lot_line SET hash = hash",
        "DELETE FROM haat_lot_line",
    ],
    "haat_animal_event_append_only": [
        "UPDATE haat_animal_event SET kind = 'x'",
        "DELETE FROM haat_animal_event",
    ],
}


async def furnish() -> None:
    cow, buyer = await auctions.lot(), await auctions.bidder()
    await place_bid(buyer.id, cow.id, taka(60_000), idempotency_key="k", clock=at(NOON))
    fixed = await factories.listing(await factories.animal(tag="7"))
    bargain = await factories.listing(kind=SaleKind.BARGAIN)
    for state, maker in (("PENDING", buyer), ("ACCEPTED", await factories.person())):
        await Offer.create(
            listing=bargain,
            buyer=maker,
            by_seller=False,
            state=state,
            depth=1,
            amount_paisa=taka(90_000),
            made_at=NOON,
            expires_at=NOON,
        )
    sold = await factories.listing(state=ListingState.SOLD)
    await Deal.create(
        animal_id=sold.animal_id,
        listing=sold,
        seller_id=sold.seller_id,
        buyer=buyer,
        amount_paisa=taka(90_000),
        made_at=NOON,
    )
    await HaatSession.create(
        haat=await factories.haat(),
        title_bn="হাট",
        title_en="Haat",
        officer=buyer,
        starts_at=NOON,
        ends_at=NOON + timedelta(hours=1),
    )
    await HasilRule.create(
        haat=await factories.haat(),
        kind="PERCENT",
        value=500,
        cap_paisa=taka(5_000),
        valid_from=NOON,
        legal_ref="স্মারক ৭",
        set_by=buyer,
    )
    await OfficerFlag.create(kind=FlagKind.SAME_TAG, animal_id=fixed.animal_id, raised_at=NOON)
    await AnimalEvent.create(animal_id=fixed.animal_id, kind="x", payload={}, at=NOON)
