"""An officer fixes a lot's times; it opens by the clock; two officers may call it off."""

from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.errors import AccountSuspended, SecondOfficerNeeded
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.deadlines import Deadline
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import closing, scheduling
from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.errors import AnimalNotCleared, LotHasBids
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import HaatSession, SessionState
from hmk_graph.haat.sale_models import Listing
from hmk_graph.money import taka
from tests.auctions import ENDS, bidder, lot, submitted_lot
from tests.factories import NOON, at, haat, officer, person, upazila

BEFORE = at(NOON - timedelta(days=1))
REASON = "পশুটি অসুস্থ হয়ে পড়েছে"


async def schedule(who, what, **times):
    given = {"starts_at": NOON, "ends_at": ENDS, **times}
    return await scheduling.schedule_lot(who.id, what.id, clock=BEFORE, **given)


async def test_scheduling_begins_the_log_and_arms_start_and_end(db):
    cow = await lot(reserve=taka(80_000))

    assert (cow.state, cow.lines) == ("SCHEDULED", 1)
    # What other contexts do about it is armed as well, where they are there.
    own = await Deadline.filter(kind__startswith="haat.")
    assert {(d.kind, d.due_at) for d in own} == {
        ("haat.tell_followers", NOON - timedelta(minutes=10)),
        ("haat.open_lot", NOON),
        ("haat.close_lot", ENDS),
    }
    [told] = await event_log.after(f"haat.lot.{cow.id}", 0)
    assert "8000000" not in str(told.payload)


async def test_only_an_officer_of_the_haat_who_does_not_sell_may_schedule(db):
    waiting = await submitted_lot()
    stranger, elsewhere = await person(), await officer(await upazila("kishoreganj-itna"))

    for nobody in (stranger, elsewhere):
        with pytest.raises(NotFound):
            await schedule(nobody, waiting)

    assert (await Lot.get(id=waiting.id)).state == "SUBMITTED"


async def test_times_that_make_no_sense_are_refused(db):
    waiting, clerk = await submitted_lot(), await officer()

    for times in (
        {"ends_at": NOON - timedelta(days=2), "starts_at": NOON - timedelta(days=3)},
        {"ends_at": NOON + timedelta(seconds=30)},
        {"ends_at": NOON - timedelta(hours=1)},
    ):
        with pytest.raises(BadInput):
            await schedule(clerk, waiting, **times)


async def test_the_clearance_must_outlast_the_auction_by_a_day(db):
    waiting, clerk = await submitted_lot(), await officer()
    await Animal.filter(id=waiting.animal_id).update(cleared_until=ENDS + timedelta(hours=20))

    with pytest.raises(AnimalNotCleared):
        await schedule(clerk, waiting)


async def test_a_day_that_is_closing_takes_no_new_lots(db):
    waiting, clerk, place = await submitted_lot(), await officer(), await haat()
    day = await HaatSession.create(
        haat=place,
        state=SessionState.CLOSING,
        title_bn="শুক্রবারের হাট",
        title_en="Friday",
        starts_at=NOON - timedelta(hours=2),
        ends_at=NOON + timedelta(hours=6),
        officer=clerk,
    )
    with pytest.raises(StaleState):
        await schedule(clerk, waiting)

    await HaatSession.filter(id=day.id).update(state=SessionState.OPEN)
    scheduled = await schedule(clerk, waiting)

    assert (await Lot.get(id=scheduled.id)).session_id == day.id


async def test_a_lot_opens_once_when_its_start_has_come(db):
    cow = await lot()

    assert await closing.open_lot(cow.id, at(NOON - timedelta(minutes=1))) == NOON
    for _ in range(3):
        assert await closing.open_lot(cow.id, at(NOON)) is None

    kinds = [e.kind for e in await event_log.after(f"haat.lot.{cow.id}", 0)]
    assert kinds == ["haat.lot_scheduled", "haat.lot_opened"]


async def test_a_late_opening_does_not_betray_a_silent_raise(db):
    cow, karim = await lot(), await bidder()
    for n, amount in enumerate((60_000, 70_000)):
        await place_bid(karim.id, cow.id, taka(amount), idempotency_key=str(n), clock=at(NOON))

    await closing.open_lot(cow.id, at(NOON + timedelta(seconds=5)))

    told = (await event_log.after(f"haat.lot.{cow.id}", 0))[-1]
    assert (told.kind, told.payload["line"]) == ("haat.lot_opened", 2)


async def test_terms_may_change_until_somebody_bids_and_the_seller_may_withdraw_until_then(db):
    cow, clerk, karim = await lot(), await officer(), await bidder()
    later = await scheduling.reschedule_lot(
        clerk.id, cow.id, starts_at=NOON, ends_at=ENDS + timedelta(hours=1), clock=BEFORE
    )
    assert later.ends_at == ENDS + timedelta(hours=1)
    await place_bid(karim.id, cow.id, taka(60_000), idempotency_key="k", clock=at(NOON))

    with pytest.raises(LotHasBids):
        await scheduling.reschedule_lot(
            clerk.id, cow.id, starts_at=NOON, ends_at=ENDS, clock=at(NOON)
        )
    with pytest.raises(LotHasBids):
        await scheduling.withdraw_lot(cow.seller_id, cow.id, clock=at(NOON))


async def test_a_withdrawn_lot_gives_the_animal_back(db):
    cow = await lot()
    with pytest.raises(NotFound):
        await scheduling.withdraw_lot((await person()).id, cow.id, clock=at(NOON))

    await scheduling.withdraw_lot(cow.seller_id, cow.id, clock=at(NOON))

    assert (await Lot.get(id=cow.id)).state == "WITHDRAWN"
    assert (await Animal.get(id=cow.animal_id)).state == "CLEARED"
    assert (await Listing.get(id=cow.listing_id)).state == "ENDED"


async def test_a_suspended_seller_withdraws_nothing(db):
    cow = await lot()
    await Account.filter(id=cow.seller_id).update(state=AccountState.SUSPENDED)

    with pytest.raises(AccountSuspended):
        await scheduling.withdraw_lot(cow.seller_id, cow.id, clock=at(NOON))

    assert (await Lot.get(id=cow.id)).state == "SCHEDULED"


async def test_a_rejected_lot_says_why_to_its_seller_alone(db):
    waiting, clerk = await submitted_lot(), await officer()

    await scheduling.reject_lot(clerk.id, waiting.id, reason=REASON, clock=BEFORE)
    with pytest.raises(StaleState):
        await schedule(clerk, waiting)

    [told] = await event_log.after(f"accounts.account.{waiting.seller_id}", 0)
    assert (told.payload["state"], told.payload["reason"]) == ("REJECTED", REASON)
    assert await event_log.after(f"haat.lot.{waiting.id}", 0) == []


async def test_the_word_of_one_who_is_no_officer_any_more_calls_no_lot_off(db):
    cow = await lot()
    gone, second, third = [await officer() for _ in range(3)]
    for one in (gone, second):
        with pytest.raises(SecondOfficerNeeded):
            await scheduling.void_lot(one.id, cow.id, reason=REASON, clock=at(NOON))
        await Account.filter(id=gone.id).update(state=AccountState.SUSPENDED)
    assert (await Lot.get(id=cow.id)).state == "SCHEDULED"
    await scheduling.void_lot(third.id, cow.id, reason=REASON, clock=at(NOON))

    stored = await Lot.get(id=cow.id)
    assert (stored.state, stored.void_asked_by_id) == ("VOIDED", second.id)


async def test_it_takes_two_officers_to_call_a_lot_off(db):
    cow, karim = await lot(), await bidder()
    await place_bid(karim.id, cow.id, taka(60_000), idempotency_key="k", clock=at(NOON))
    one, other = await officer(), await officer()

    for _ in range(2):
        with pytest.raises(SecondOfficerNeeded):
            await scheduling.void_lot(one.id, cow.id, reason=REASON, clock=at(NOON))
    with pytest.raises(BadInput):
        await scheduling.void_lot(other.id, cow.id, reason="না", clock=at(NOON))
    assert (await Lot.get(id=cow.id)).state == "SCHEDULED"
    await scheduling.void_lot(other.id, cow.id, reason=REASON, clock=at(NOON))

    stored = await Lot.get(id=cow.id)
    assert (stored.state, stored.reason) == ("VOIDED", REASON)
    assert (await event_log.after(f"haat.lot.{cow.id}", 0))[-1].kind == "haat.lot_voided"
    assert (await Animal.get(id=cow.animal_id)).state == "CLEARED"
