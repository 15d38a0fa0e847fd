"""The inbox through GraphQL: the list, the count, reading, wishes, and the live stream."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.notifications.models import Notification
from realtime.bus import Bus
from tests import auctions, factories
from tests.notifications.people import outbid, tell
from tests.walking import Walk

pytestmark = pytest.mark.usefixtures("db")


async def told_twice() -> Account:
    bidder = await factories.person()
    for _ in range(2):
        await tell(outbid(bidder, (await auctions.lot()).id))
    return bidder


async def test_what_one_was_told_is_read_and_then_no_longer_counted():
    async with Bus(None) as bus:
        walk, bidder = Walk(bus=bus), await told_twice()

        page = await walk.ask(bidder, "Notifications", first=10)
        before = await walk.ask(bidder, "UnreadNotifications")
        newest, oldest = [edge["node"] for edge in page["edges"]]
        left = await walk.do(bidder, "MarkNotificationsRead", notificationIds=[newest["id"]])
        again = await walk.do(bidder, "MarkNotificationsRead", notificationIds=[newest["id"]])
        rest = await walk.ask(bidder, "Notifications", first=10, unreadOnly=True)
        nothing = await walk.ask(bidder, "MarkAllNotificationsRead")

        assert before == 2
        assert newest["textBn"].startswith("লট")
        assert newest["about"].startswith("Lot:")
        assert (left["unread"], again["unread"], nothing["unread"]) == (1, 1, 0)
        assert [edge["node"]["id"] for edge in rest["edges"]] == [oldest["id"]]
        assert await walk.ask(bidder, "UnreadNotifications") == 0


async def test_others_notifications_do_not_exist():
    async with Bus(None) as bus:
        walk, bidder, stranger = Walk(bus=bus), await told_twice(), await factories.person()
        [first, _] = await Notification.all().order_by("id")

        left = await walk.do(
            stranger, "MarkNotificationsRead", notificationIds=[f"Notification:{first.id}"]
        )
        page = await walk.ask(stranger, "Notifications", first=10)

        assert (left["unread"], page["edges"]) == (0, [])
        assert await walk.ask(bidder, "UnreadNotifications") == 2


async def test_the_stream_tells_what_comes_and_what_was_read():
    async with Bus(None) as bus:
        walk, bidder = Walk(bus=bus), await factories.person()
        lot = await auctions.lot()
        heard: list[dict[str, Any]] = []

        stream = walk.listen(bidder, "NotificationEvents")
        async with asyncio.timeout(60), aclosing(stream) as items:
            heard.append(await anext(items))
            cursor = heard[0]["cursor"]
        await tell(outbid(bidder, lot.id))
        await walk.ask(bidder, "MarkAllNotificationsRead")
        stream = walk.listen(bidder, "NotificationEvents", after=cursor)
        async with asyncio.timeout(60), aclosing(stream) as items:
            heard += [await anext(items), await anext(items)]

        assert [(one["__typename"], one["unread"]) for one in heard] == [
            ("InboxSnapshot", 0),
            ("NotificationTold", 1),
            ("NotificationsRead", 0),
        ]
        assert heard[2]["notificationIds"] == [heard[1]["notificationId"]]


async def test_a_person_chooses_by_which_channel_and_never_loses_the_list():
    async with Bus(None) as bus:
        walk, bidder = Walk(bus=bus), await factories.person()

        no = await walk.do(bidder, "ChooseNotifications", topic="BIDS", channel="SMS", wanted=False)
        refused = await walk.ask(
            bidder,
            "ChooseNotifications",
            input={"topic": "BIDS", "channel": "IN_APP", "wanted": False},
        )
        chosen = await walk.ask(bidder, "NotificationChoices")

        assert no == {"topic": "BIDS", "channel": "SMS", "wanted": False}
        assert refused["code"] == "ALWAYS_IN_THE_APP"
        assert [one for one in chosen if not one["wanted"]] == [no]
        assert len(chosen) == 18
