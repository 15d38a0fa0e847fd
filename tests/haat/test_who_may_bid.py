"""Failure 9: of all kinds of people and all phases of a lot, one pair alone may bid."""

from datetime import timedelta

import pytest

from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.models import Account, AccountState, SellerApplication
from hmk_graph.clock import database_clock
from hmk_graph.errors import DomainError
from hmk_graph.haat import closing, scheduling
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.lot_models import Bid, Lot
from hmk_graph.haat.models import BiddingBan
from hmk_graph.money import taka
from tests.auctions import ENDS, bidder, lot
from tests.factories import NOON, at, officer, person, phone, union, verified_seller

REASON = "পশুটি অসুস্থ হয়ে পড়েছে"
PEOPLE = {
    "seller": "OWN_LOT",
    "co-owner": "OWN_LOT",
    "staff": "OWN_LOT",
    "same phone": "OWN_LOT",
    "suspended": "NOT_ELIGIBLE",
    "banned": "NOT_ELIGIBLE",
    "unregistered": "NOT_ELIGIBLE",
    "buyer": None,
}
PHASES = ("coming", "open", "over", "closed", "withdrawn", "voided")


async def cast(who: str) -> tuple[Account, Lot]:
    """Return a person of a kind, and the lot that he is of that kind for."""
    seller, part_owner = await verified_seller(), await bidder()
    cow = await lot(seller=seller, co_owner=part_owner)
    if who == "seller":
        await register(seller)
        return seller, cow
    if who == "co-owner":
        return part_owner, cow
    if who == "staff":
        staff = await officer()
        await register(staff)
        return staff, cow
    if who == "unregistered":
        return await person(), cow
    someone = await bidder(phone_number=phone())
    await mark(someone, who, seller)
    return someone, cow


async def mark(someone: Account, who: str, seller: Account) -> None:
    now = await database_clock()
    if who == "same phone":
        await SellerApplication.create(
            account=seller,
            farm_name="রহিমা ফার্ম",
            contact_phone=someone.phone,
            place=await union(),
            created_at=now,
        )
    elif who == "suspended":
        await Account.filter(id=someone.id).update(state=AccountState.SUSPENDED)
    elif who == "banned":
        await BiddingBan.create(
            account=someone,
            officer=seller,
            reason=REASON,
            created_at=now,
            in_force_from=now,
            until=now + timedelta(days=90),
        )


async def register(someone: Account) -> None:
    from hmk_graph.haat.models import BidderRegistration
    from tests.factories import haat

    await BidderRegistration.create(haat=await haat(), account=someone, registered_at=NOON)


async def brought_to(phase: str, cow: Lot):
    """Bring a lot to a phase, and return the clock at which to bid."""
    if phase == "closed":
        await closing.close_lot(cow.id, at(ENDS))
    elif phase == "withdrawn":
        await scheduling.withdraw_lot(cow.seller_id, cow.id, clock=at(NOON))
    elif phase == "voided":
        with pytest.raises(SecondOfficerNeeded):
            await scheduling.void_lot((await officer()).id, cow.id, reason=REASON, clock=at(NOON))
        await scheduling.void_lot((await officer()).id, cow.id, reason=REASON, clock=at(NOON))
    return at(
        {"coming": NOON - timedelta(seconds=1), "over": ENDS, "closed": ENDS}.get(phase, NOON)
    )


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("who", PEOPLE)
async def test_only_a_registered_buyer_of_anothers_animal_may_bid_while_it_is_open(db, who, phase):
    someone, cow = await cast(who)
    clock = await brought_to(phase, cow)

    try:
        receipt = await place_bid(
            someone.id, cow.id, taka(60_000), idempotency_key="k", clock=clock
        )
    except DomainError as refusal:
        code, leading = refusal.code, False
    else:
        code, leading = None, receipt.leading

    assert code == (PEOPLE[who] if phase == "open" else "LOT_NOT_OPEN")
    assert leading == (code is None)
    assert await Bid.filter(lot_id=cow.id).count() == (code is None)
