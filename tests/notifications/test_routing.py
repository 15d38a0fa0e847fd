"""An event becomes what people are told: each once, and nobody who may not see the thing."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from hmk_graph import event_log, reactions
from hmk_graph.accounts import suspending
from hmk_graph.accounts.events import RoleGranted
from hmk_graph.haat.events import BidPlaced
from hmk_graph.haat.sale_models import Deal
from hmk_graph.haat.selling_events import DealDisputed
from hmk_graph.money import taka
from hmk_graph.notifications import choosing, reading, routing
from hmk_graph.notifications.events import NotificationTold
from hmk_graph.notifications.models import (
    Channel,
    Delivery,
    DeliveryState,
    Inbox,
    Notification,
    Topic,
    Urgency,
)
from hmk_graph.notifications.tables import TOLD_KINDS
from tests import auctions, factories
from tests.factories import NOON, at
from tests.notifications.people import happened, heard, outbid, tell, work_off

pytestmark = pytest.mark.usefixtures("db")


async def inbox_events(account_id: int) -> list[event_log.LoggedEvent]:
    return await event_log.after(f"notifications.inbox.{account_id}", 0)


async def test_an_outbid_bidder_is_told_in_both_languages():
    bidder, lot = await factories.person(), await auctions.lot()

    await tell(outbid(bidder, lot.id))

    [told] = await Notification.all()
    assert told.text_bn.startswith("লট ")
    assert "৳৬০,৫০০" in told.text_bn
    assert told.text_en == f"Lot {lot.id}: somebody bid more. ৳60,500 brings you back."
    assert (told.about_type, told.about_id, told.topic) == ("Lot", lot.id, Topic.BIDS)
    [event] = await inbox_events(bidder.id)
    assert (event.kind, event.payload["unread"]) == (NotificationTold.kind, 1)


async def test_one_event_told_many_times_at_once_is_told_once():
    bidder, lot = await factories.person(), await auctions.lot()
    [number] = await happened(outbid(bidder, lot.id))

    await asyncio.gather(*(routing.tell(number, at(NOON)) for _ in range(8)))

    assert await Notification.all().count() == 1
    assert (await Inbox.get()).unread == 1
    assert len(await inbox_events(bidder.id)) == 1


async def test_a_bidder_who_is_outbid_ten_times_has_one_notification_with_the_last_price():
    bidder, lot = await factories.person(), await auctions.lot()
    numbers = await happened(*(outbid(bidder, lot.id, 60_000 + 500 * n) for n in range(1, 11)))

    # Workers take them in any order, and several at once.
    await asyncio.gather(*(routing.tell(number, at(NOON)) for number in reversed(numbers)))

    [told] = await Notification.all()
    assert (told.times, told.last_event_id) == (10, numbers[-1])
    assert "৳65,000" in told.text_en
    assert (await Inbox.get()).unread == 1
    assert await Delivery.filter(channel=Channel.IN_APP).count() == 10


async def test_after_reading_the_next_outbid_is_news_again():
    bidder, lot = await factories.person(), await auctions.lot()
    await tell(outbid(bidder, lot.id))

    await reading.mark_all_read(bidder.id, clock=at(NOON))
    await tell(outbid(bidder, lot.id, 70_000))

    assert [one.times for one in await Notification.all()] == [1, 1]
    assert (await Inbox.get()).unread == 1


async def test_lots_are_told_apart():
    bidder = await factories.person()
    one, other = await auctions.lot(), await auctions.lot()

    await tell(outbid(bidder, one.id), outbid(bidder, other.id))

    assert await Notification.all().count() == 2


async def test_who_may_not_see_the_thing_is_not_told():
    stranger = await factories.person()
    listing = await factories.listing()
    deal = await Deal.create(
        animal_id=listing.animal_id,
        listing=listing,
        seller_id=listing.seller_id,
        buyer=await factories.person(),
        amount_paisa=taka(90_000),
        made_at=NOON,
    )
    wrong = DealDisputed(
        account_id=stranger.id, deal_id=deal.id, animal_id=1, buying=True, reason="r"
    )
    right = DealDisputed(
        account_id=listing.seller_id, deal_id=deal.id, animal_id=1, buying=False, reason="r"
    )

    await tell(wrong, right)

    assert [one.account_id for one in await Notification.all()] == [listing.seller_id]


async def test_an_erased_person_is_told_nothing_and_keeps_nothing():
    async def none_open(_account_id: int) -> list[str]:
        return []

    bidder, lot = await factories.person(), await auctions.lot()
    await tell(outbid(bidder, lot.id))
    await choosing.choose(bidder.id, Topic.BIDS, Channel.SMS, wanted=False)
    await suspending.erase(bidder.id, open_obligations=none_open, clock=at(NOON))
    [erased] = await event_log.EventRow.filter(kind="accounts.account_erased")

    await reactions.react(erased.id, at(NOON))
    await tell(outbid(bidder, lot.id))

    assert await Notification.all().count() == 0
    assert await Inbox.all().count() == 0


async def test_who_did_it_himself_is_not_told():
    officer = await factories.officer()
    granted = RoleGranted(
        account_id=officer.id, role="OFFICER", place_id=None, officer_id=officer.id
    )

    await tell(granted, actor_id=officer.id)
    await tell(granted)

    assert await heard(officer) == ["You were given a new role. See it in the app."]


async def test_the_last_minutes_of_a_lot_are_urgent():
    bidder, lot = await factories.person(), await auctions.lot()

    await tell(outbid(bidder, lot.id, ends_at=NOON + timedelta(minutes=9)))

    assert (await Notification.get()).urgency is Urgency.URGENT
    ways = await Delivery.exclude(channel=Channel.IN_APP).order_by("channel")
    assert [(one.channel, one.state) for one in ways] == [(Channel.SMS, DeliveryState.QUEUED)]


async def test_a_channel_that_a_person_does_not_want_is_left_out():
    bidder, lot = await factories.person(), await auctions.lot()
    await choosing.choose(bidder.id, Topic.BIDS, Channel.SMS, wanted=False)

    await tell(outbid(bidder, lot.id, ends_at=NOON + timedelta(minutes=9)))

    ways = await Delivery.all().order_by("channel").values_list("channel", flat=True)
    assert list(ways) == [Channel.IN_APP]


async def test_the_events_own_transaction_arms_the_telling(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(event_log, "told_kinds", set(TOLD_KINDS))
    bidder, lot = await factories.person(), await auctions.lot()
    silent = BidPlaced.kind

    with pytest.raises(ZeroDivisionError):
        async with event_log.transaction() as events:
            events.append(outbid(bidder, lot.id))
            raise ZeroDivisionError
    await work_off()
    assert await heard(bidder) == []

    await happened(outbid(bidder, lot.id))
    await work_off()

    assert len(await heard(bidder)) == 1
    assert silent not in TOLD_KINDS
    assert len(await inbox_events(bidder.id)) == 1
