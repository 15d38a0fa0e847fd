"""People, sellers, animals, lots and deals."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hmk_graph.accounts.models import Account, SellerApplication, Session
from hmk_graph.haat.animal_models import FlagKind, OfficerFlag
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import BiddingBan, HaatSession
from hmk_graph.haat.sale_models import Deal, ListingState, Offer, SaleKind
from hmk_graph.money import Paisa, taka
from tests import auctions, factories
from tests.factories import NOON, at

# Amounts, numbers and words that stand nowhere else.
MAXIMUM = taka(76_543)
RESERVE = taka(98_761)
OFFERED = taka(87_653)
HIDDEN_START = taka(45_679)
LEADER = 987_654_321
LEADERS_NAME = "শামসুদ্দিন গোপন"
PHONES = {"leader": "+8801899999991", "seller": "+8801899999992", "contact": "+8801899999993"}
VILLAGE = "লুকানো গ্রাম"
STATEMENT = "আমার গোপন বিবৃতি"
DEVICE = "Gopon Nokia 3310"
BAN_REASON = "গোপন কারণে নিষেধ"
OPEN_TO_ALL = {
    *("placeBid", "buyNow", "makeOffer", "registerBidder", "followLot", "unfollowLot"),
}
PUBLIC = {"haatId", "placeId", "homeId", "originId", "within", "outside", "haatPlaceId"}
KINDS = {
    "applicationId": "SellerApplication",
    "banId": "BiddingBan",
    "flagId": "OfficerFlag",
    "sessionId": "HaatSession",
    "chainOf": "Animal",
    **dict.fromkeys(("placeId", "homeId", "originId", "within", "outside", "haatPlaceId"), "Place"),
}
OWNED = [
    *("accounts_account", "accounts_session", "accounts_seller_application"),
    *("accounts_role_grant", "haat_haat", "haat_session", "haat_bidding_ban", "haat_animal"),
    *("haat_animal_weight", "haat_vet_clearance", "haat_officer_flag", "haat_listing"),
    *(
        "haat_hasil_rule",
        "haat_offer",
        "haat_lot",
        "haat_lot_line",
        "haat_bid",
        "haat_deal",
        "places_place",
    ),
]


async def furnish() -> dict[str, Any]:
    """Make one of everything that has an owner, and people who have nothing to do with it."""
    seller = await factories.verified_seller("রহিমা খাতুন")
    await Account.filter(id=seller.id).update(phone=PHONES["seller"])
    leader = await Account.create(id=LEADER, phone=PHONES["leader"], name=LEADERS_NAME)
    haat = await factories.haat()
    await auctions.BidderRegistration.create(haat=haat, account=leader, registered_at=NOON)
    foreign = await factories.officer(await factories.upazila("kishoreganj-itna"))
    rival = await factories.verified_seller("অন্য বিক্রেতা")
    stranger = await factories.person("অচেনা")
    officer = await factories.officer(await factories.upazila())
    # Two, because a price shows all that is promised below a reserve, and jumps to one in reach.
    running = await auctions.lot(seller=seller)
    await bid(leader, running, MAXIMUM)
    reserved = await auctions.lot(seller=seller, reserve=RESERVE)
    submitted = await auctions.submitted_lot(seller=seller, start=HIDDEN_START, reserve=RESERVE)
    unlisted = await factories.animal(seller, village=VILLAGE, state=factories.AnimalState.FAILED)
    bargain = await factories.listing(await factories.animal(seller), kind=SaleKind.BARGAIN)
    offer = await Offer.create(
        listing=bargain,
        buyer=leader,
        by_seller=False,
        depth=1,
        amount_paisa=OFFERED,
        made_at=NOON,
        expires_at=NOON + timedelta(days=1),
    )
    sold = await factories.listing(await factories.animal(seller), state=ListingState.SOLD)
    deal = await Deal.create(
        animal_id=sold.animal_id,
        listing=sold,
        seller=seller,
        buyer=leader,
        amount_paisa=OFFERED,
        made_at=NOON,
    )
    day = await HaatSession.create(
        haat=haat,
        title_bn="হাট",
        title_en="Haat",
        officer=officer,
        starts_at=NOON,
        ends_at=NOON + timedelta(hours=9),
    )
    flag = await OfficerFlag.create(
        kind=FlagKind.SAME_TAG, animal=unlisted, raised_at=NOON, note=STATEMENT
    )
    ban = await BiddingBan.create(
        account=await factories.person(),
        haat=haat,
        officer=officer,
        until=factories.FOR_EVER,
        reason=BAN_REASON,
        created_at=NOON,
    )
    application = await SellerApplication.create(
        account=leader,
        state="SUBMITTED",
        farm_name="খামার",
        statement=STATEMENT,
        contact_phone=PHONES["contact"],
        village=VILLAGE,
        created_at=NOON,
        place=await factories.union(),
        submitted_at=NOON,
    )
    session = await Session.create(
        account=leader,
        device=DEVICE,
        address="203.0.113.99",
        created_at=NOON,
        last_used_at=NOON,
        expires_at=factories.FOR_EVER,
    )
    nonces = await Lot.get(id=running.id).prefetch_related("bids")
    sealed = (await Lot.get(id=reserved.id)).reserve_nonce or ""
    return {
        "public": {
            "Lot": running.id,
            "Listing": bargain.id,
            "Haat": haat.id,
            "HaatSession": day.id,
            "Animal": bargain.animal_id,
            "Place": haat.place_id,
        },
        "reserved": {"Lot": reserved.id, "Listing": reserved.listing_id},
        "hidden": {
            "Lot": submitted.id,
            "Listing": submitted.listing_id,
            "Animal": unlisted.id,
            "Offer": offer.id,
            "Deal": deal.id,
            "OfficerFlag": flag.id,
            "BiddingBan": ban.id,
            "SellerApplication": application.id,
            "Session": session.id,
            "Account": LEADER,
        },
        "outsiders": {
            "anonymous": None,
            "stranger": stranger.id,
            "another seller": rival.id,
            "another haat's officer": foreign.id,
        },
        "insiders": {"leader": LEADER, "seller": seller.id, "officer": officer.id},
        "secrets": {
            "the leader's maximum": str(MAXIMUM),
            "the reserve": str(RESERVE),
            "an offer": str(OFFERED),
            "a hidden lot": str(HIDDEN_START),
            "the leader's account": str(LEADER),
            "the leader's name": LEADERS_NAME,
            **{f"the phone of {who}": phone[4:] for who, phone in PHONES.items()},
            "a village": VILLAGE,
            "a statement": STATEMENT,
            "a device": DEVICE,
            "a ban's reason": BAN_REASON,
            "an address": "203.0.113.99",
            "the reserve's nonce": sealed,
            "a nonce": nonces.bids[0].nonce,
        },
    }


async def bid(who: Account, cow: Lot, maximum: Paisa) -> None:
    key = f"{who.id} {maximum}"
    await place_bid(who.id, cow.id, maximum, idempotency_key=key, clock=at(NOON))
