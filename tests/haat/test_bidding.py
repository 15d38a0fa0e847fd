"""Bids on a real database: each judged once, under the lock, by the clock after it."""

import asyncio
import random
from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.clock import database_clock
from hmk_graph.errors import NotFound
from hmk_graph.haat import closing, lot_keeping, lot_queries
from hmk_graph.haat.bidding import place_bid, void_bids
from hmk_graph.haat.errors import (
    BidTooLow,
    LotNotOpen,
    MaxNotRaised,
    NotEligible,
    NotOnStep,
    OwnLot,
)
from hmk_graph.haat.lot_models import Bid, BidAttempt, Lot, LotLine
from hmk_graph.haat.lot_replay import fold
from hmk_graph.haat.models import BiddingBan
from hmk_graph.haat.sale_models import Deal
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.money import taka
from tests.auctions import ENDS, bidder, lot
from tests.factories import NOON, at, person

DURING = at(NOON + timedelta(minutes=5))


async def bid(who, what, amount, *, key=None, clock=DURING):
    key = key or f"{who.id}-{amount}-{random.random()}"
    return await place_bid(who.id, what.id, taka(amount), idempotency_key=key, clock=clock)


async def test_a_first_bid_leads_at_the_start_price_and_its_maximum_stays_secret(db):
    cow, karim = await lot(), await bidder()

    receipt = await bid(karim, cow, 70_000)

    assert (receipt.leading, receipt.price, receipt.alias) == (True, taka(50_000), 1)
    events = await event_log.after(f"haat.lot.{cow.id}", 0)
    assert [e.kind for e in events] == ["haat.lot_scheduled", "haat.bid_placed"]
    assert "7000000" not in str(events) and str(karim.id) not in str(
        events[-1].payload["leader"] - 1
    )
    assert "7000000" not in str((await lot_queries.public_log(cow)).lines)


async def test_a_bid_under_the_minimum_is_refused_and_leaves_no_trace_but_an_attempt(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()
    await bid(karim, cow, 60_000)
    before = await Lot.get(id=cow.id)

    with pytest.raises(BidTooLow) as refused:
        await bid(rahim, cow, 50_100)

    assert refused.value.minimum == taka(51_000)
    assert await Bid.filter(lot_id=cow.id).count() == 1
    assert dict(await Lot.get(id=cow.id)) == dict(before)
    attempt = await BidAttempt.get()
    assert (attempt.account_id, attempt.code) == (rahim.id, "BID_TOO_LOW")


async def test_one_key_is_one_bid_and_the_same_answer_even_after_others_bid(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()
    first = await bid(karim, cow, 60_000, key="tap")
    await bid(rahim, cow, 90_000)

    again = await bid(karim, cow, 60_000, key="tap")

    assert again == first
    assert await Bid.filter(lot_id=cow.id, bidder_id=karim.id).count() == 1
    with pytest.raises(IdempotencyConflict):
        await bid(karim, cow, 95_000, key="tap")


async def test_a_double_tap_at_the_same_moment_is_one_bid(db):
    cow, karim = await lot(), await bidder()

    receipts = await asyncio.gather(*(bid(karim, cow, 60_000, key="tap") for _ in range(8)))

    assert len({r.line for r in receipts}) == 1
    assert await Bid.filter(lot_id=cow.id).count() == 1


async def test_a_refused_key_may_be_tried_again_once_the_cause_is_gone(db):
    cow, karim = await lot(), await bidder()
    with pytest.raises(LotNotOpen):
        await bid(karim, cow, 60_000, key="k", clock=at(NOON - timedelta(minutes=1)))

    receipt = await bid(karim, cow, 60_000, key="k")

    assert receipt.leading


@pytest.mark.parametrize("amount", [0, -5, 10_000_001, 2**63 // 100 + 1])
async def test_no_bid_can_have_an_impossible_amount(db, amount):
    cow, karim = await lot(), await bidder()

    with pytest.raises(NotOnStep):
        await bid(karim, cow, amount)

    assert await Bid.all().count() == 0


async def test_seller_co_owner_officer_and_the_unregistered_may_not_bid(db):
    """Failure 9."""
    part_owner = await bidder()
    cow = await lot(co_owner=part_owner)
    seller = await person()
    await Lot.filter(id=cow.id).update(seller_id=seller.id)
    from hmk_graph.haat.models import BidderRegistration
    from tests.factories import administrator, haat, officer

    place = await haat()
    staff = await officer()
    chief = await administrator()
    for insider in (seller, staff, chief):
        await BidderRegistration.create(haat_id=place.id, account=insider, registered_at=NOON)

    for insider in (seller, part_owner, staff, chief):
        with pytest.raises(OwnLot):
            await bid(insider, cow, 60_000)
    stranger = await person()
    with pytest.raises(NotEligible) as refused:
        await bid(stranger, cow, 60_000)

    assert refused.value.reason == "NOT_REGISTERED"
    assert await Bid.all().count() == 0


async def test_a_barred_person_may_not_bid_until_the_ban_ends(db):
    cow, karim = await lot(), await bidder()
    now = await database_clock()
    ban = await BiddingBan.create(
        account=karim, officer=karim, reason="পাঁচবার কেনার পরে টাকা দেননি", created_at=now,
        until=now + timedelta(days=90), in_force_from=now,
    )  # fmt: skip

    with pytest.raises(NotEligible) as refused:
        await bid(karim, cow, 60_000)
    await BiddingBan.filter(id=ban.id).update(until=now - timedelta(seconds=1))
    receipt = await bid(karim, cow, 60_000)

    assert refused.value.reason == "BANNED"
    assert receipt.leading


async def test_an_unknown_lot_and_one_that_is_not_public_are_the_same_to_a_bidder(db):
    from tests.auctions import submitted_lot

    hidden, karim = await submitted_lot(), await bidder()

    for lot_id in (hidden.id, 10**12):
        with pytest.raises(NotFound):
            await place_bid(karim.id, lot_id, taka(60_000), idempotency_key="k", clock=DURING)


async def test_a_bid_that_waited_for_the_lock_past_the_end_is_late(db):
    """Failure 4: by the transaction's own clock it would be in time."""
    start = await database_clock()
    cow = await lot(starts_at=start - timedelta(minutes=10), ends_at=start + timedelta(seconds=60))
    karim = await bidder()
    await Lot.filter(id=cow.id).update(
        ends_at=start + timedelta(milliseconds=700),
        planned_ends_at=start + timedelta(milliseconds=700),
    )
    from tortoise.transactions import in_transaction

    holding, waiting = asyncio.Event(), asyncio.Event()

    async def hold_past_the_end():
        async with in_transaction():
            await Lot.select_for_update().get(id=cow.id)
            holding.set()
            await waiting.wait()
            while await database_clock() < start + timedelta(milliseconds=700):
                await asyncio.sleep(0.02)

    async def bid_in_time():
        await holding.wait()
        waiting.set()
        await bid(karim, cow, 60_000, clock=database_clock)

    held, refused = await asyncio.gather(hold_past_the_end(), bid_in_time(), return_exceptions=True)

    assert held is None
    assert isinstance(refused, LotNotOpen)


async def test_a_late_bid_is_refused_although_nobody_has_closed_the_lot(db):
    cow, karim = await lot(), await bidder()

    with pytest.raises(LotNotOpen):
        await bid(karim, cow, 60_000, clock=at(ENDS))

    assert (await Lot.get(id=cow.id)).result is None


async def test_the_outbid_leader_is_told_on_his_own_stream_and_a_silent_raise_tells_nobody(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()
    await bid(karim, cow, 60_000)
    heard = (await event_log.head(f"haat.lot.{cow.id}")).seq

    raised = await bid(karim, cow, 65_000)
    assert raised.silent and (await event_log.head(f"haat.lot.{cow.id}")).seq == heard
    assert len((await lot_queries.public_log(cow)).lines) == 2
    with pytest.raises(MaxNotRaised):
        await bid(karim, cow, 65_000)
    await bid(rahim, cow, 80_000)

    [told] = await event_log.after(f"accounts.account.{karim.id}", 0)
    assert (told.kind, told.payload["price"]) == ("haat.outbid", taka(66_000))
    assert len((await lot_queries.public_log(cow)).lines) == 4


async def test_fifty_bidders_at_once_leave_a_dense_log_that_folds_to_the_stored_state(db):
    cow = await lot(reserve=taka(90_000))
    people = [await bidder() for _ in range(12)]
    rng = random.Random(7)

    async def keep_bidding(who):
        done = []
        for _ in range(6):
            try:
                done.append(await bid(who, cow, rng.randrange(50_000, 150_000)))
            except (BidTooLow, MaxNotRaised):
                continue
        return done

    receipts = [r for rs in await asyncio.gather(*map(keep_bidding, people)) for r in rs]
    stored = await Lot.get(id=cow.id)
    rows = await LotLine.filter(lot_id=cow.id).order_by("line")
    lines = [lot_keeping.stored_line(row.body) for row in rows]
    folded = fold(lines, await lot_keeping.all_secrets(stored))

    assert [line.line for line in lines] == list(range(1, len(receipts) + 2))
    assert sorted(r.line for r in receipts) == [line.line for line in lines[1:]]
    assert folded == lot_keeping.state_of(stored)
    best = await Bid.filter(lot_id=cow.id).order_by("-maximum_paisa", "line").first()
    assert stored.leader_id == best.bidder_id


async def test_close_fired_twenty_times_gives_one_result_and_one_deal(db):
    """Failure 7."""
    cow, karim, rahim = await lot(), await bidder(), await bidder()
    await bid(karim, cow, 60_000)
    await bid(rahim, cow, 90_000)

    await asyncio.gather(*(closing.close_lot(cow.id, at(ENDS)) for _ in range(20)))
    await closing.close_lot(cow.id, at(ENDS + timedelta(days=1)))

    [deal] = await Deal.all()
    assert deal.lot_id == cow.id
    assert (deal.buyer_id, deal.amount_paisa, deal.state) == (
        rahim.id,
        taka(61_000),
        "AWAITING_PAYMENT",
    )
    stored = await Lot.get(id=cow.id)
    assert (stored.state, stored.result, stored.runner_up_id) == ("CLOSED", "SOLD", karim.id)
    kinds = [e.kind for e in await event_log.after(f"haat.lot.{cow.id}", 0)]
    assert kinds.count("haat.lot_closed") == 1
    told = [e.kind for e in await event_log.after(f"accounts.account.{rahim.id}", 0)]
    assert told == ["haat.deal_made", "payments.payment_due", "haat.lot_won"]
    lines = (await lot_queries.public_log(cow)).lines
    assert [o["maximum"] for o in lines[-1]["body"]["openings"]] == [taka(60_000), taka(90_000)]


async def test_close_before_the_end_only_says_when_to_ask_again(db):
    cow, karim = await lot(), await bidder()
    late = at(ENDS - timedelta(seconds=30))
    await bid(karim, cow, 60_000, clock=late)

    again = await closing.close_lot(cow.id, at(ENDS))

    assert again == ENDS + timedelta(seconds=90)
    assert (await Lot.get(id=cow.id)).state == "SCHEDULED"


async def test_a_lot_without_bids_ends_unsold_and_the_animal_is_free_again(db):
    cow = await lot()

    await closing.close_lot(cow.id, at(ENDS))

    stored = await Lot.get(id=cow.id).prefetch_related("animal", "listing")
    assert (stored.result, stored.animal.state, stored.listing.state) == (
        "UNSOLD",
        "CLEARED",
        "ENDED",
    )
    assert await Deal.all().count() == 0


async def test_voiding_a_barred_leaders_bids_lets_the_next_lead_and_the_price_fall(db):
    cow, karim, rahim, salam = await lot(), await bidder(), await bidder(), await bidder()
    await bid(karim, cow, 60_000)
    await bid(salam, cow, 70_000)
    await bid(rahim, cow, 90_000)

    reason = "অন্য নিলামে টাকা দেননি"
    assert await void_bids(cow.id, rahim.id, reason=reason, clock=DURING)
    assert not await void_bids(cow.id, rahim.id, reason=reason, clock=DURING)

    stored = await Lot.get(id=cow.id)
    assert (stored.leader_id, stored.price_paisa) == (salam.id, taka(61_000))
    rows = await LotLine.filter(lot_id=cow.id).order_by("line")
    lines = [lot_keeping.stored_line(row.body) for row in rows]
    assert fold(lines, await lot_keeping.all_secrets(stored)) == lot_keeping.state_of(stored)
