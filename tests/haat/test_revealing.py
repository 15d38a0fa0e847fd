"""An officer learns who bids under a number: at his own haat, with a reason, and for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tortoise.exceptions import OperationalError

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.haat import revealing
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import taka
from tests import auctions, factories
from tests.factories import NOON, at
from tests.schema.whole_house import done

pytestmark = pytest.mark.usefixtures("db")
WHY = "দুই নম্বর দিয়ে নিজের পশুর দর বাড়ানোর সন্দেহ।"
SHOWN = "... on RevealedBidder { lotId haatId bidder accountId name }"


async def running(name: str = "জালাল উদ্দিন") -> tuple[Lot, Account]:
    """Make a lot on which one person bids, under the number 1."""
    lot, bidder = await auctions.lot(), await auctions.bidder(name=name)
    await place_bid(bidder.id, lot.id, taka(60_000), idempotency_key="k", clock=at(NOON))
    return lot, bidder


async def test_what_an_officer_sees_is_what_a_ban_is_asked_with():
    lot, bidder = await running()
    officer = await factories.officer()
    asking = {"lotId": f"Lot:{lot.id}", "bidder": 1, "reason": WHY}

    seen = await done("revealBidder", officer.id, SHOWN, **asking)
    ban = await done(
        "askBan",
        officer.id,
        "... on BiddingBan { standing name }",
        accountId=seen["accountId"],
        haatId=seen["haatId"],
        until=(NOON + timedelta(days=90)).isoformat(),
        reason=WHY,
        idempotencyKey="k",
    )

    assert seen["accountId"] == f"Account:{bidder.id}"
    assert (seen["lotId"], seen["bidder"], seen["name"]) == (f"Lot:{lot.id}", 1, "জালাল উদ্দিন")
    assert (ban["standing"], ban["name"]) == ("ASKED", "জালাল উদ্দিন")


async def test_each_look_is_kept_for_good_and_told_to_the_person_but_not_to_the_lot():
    lot, bidder = await running()
    officer = await factories.officer()
    before = await event_log.after(f"haat.lot.{lot.id}", 0)

    for _ in range(2):
        await revealing.reveal_bidder(officer.id, lot.id, 1, reason=WHY)

    kept = await AuditEntry.filter(kind="haat.bidder_revealed")
    assert [entry.actor_id for entry in kept] == [officer.id] * 2
    told = await event_log.after(f"accounts.account.{bidder.id}", 0)
    looks = [event.payload for event in told if event.kind == "haat.bidder_revealed"]
    assert [(each["lot_id"], each["reason"]) for each in looks] == [(lot.id, WHY)] * 2
    assert await event_log.after(f"haat.lot.{lot.id}", 0) == before
    with pytest.raises(OperationalError):
        await AuditEntry.filter(kind="haat.bidder_revealed").delete()


async def test_others_learn_as_much_as_of_a_number_under_which_nobody_bids():
    lot, bidder = await running()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))
    others = [elsewhere, await factories.person(), bidder, await Account.get(id=lot.seller_id)]

    for person in others:
        for number in (1, 2):
            with pytest.raises(NotFound):
                await revealing.reveal_bidder(person.id, lot.id, number, reason=WHY)
    officer = await factories.officer()
    for lot_id, number in ((lot.id, 2), (lot.id, 0), (lot.id, -1), (999_999, 1)):
        with pytest.raises(NotFound):
            await revealing.reveal_bidder(officer.id, lot_id, number, reason=WHY)
    with pytest.raises(BadInput):
        await revealing.reveal_bidder(officer.id, lot.id, 1, reason="সন্দেহ")

    assert await AuditEntry.filter(kind="haat.bidder_revealed").count() == 0
