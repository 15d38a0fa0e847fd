"""What people were told, and on which ways."""

from __future__ import annotations

from hmk_graph.notifications.models import Delivery, Inbox, Notification, Preference
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "notification_inbox_unread": [("notification_inbox", {"account_id": 10**9, "unread": -1})],
    "notification_times": [("notification", {"times": 0})],
    "notification_about": [
        ("notification", {"about_type": None}),
        ("notification", {"about_id": None}),
    ],
    "notification_one_unread": [("notification", {"last_event_id": 10**9})],
    "notification_delivery_one_each": [("notification_delivery", {"event_id": 10**9})],
    "notification_delivery_settled": [
        ("notification_delivery", {"state": "SENT"}),
        ("notification_delivery", {"settled_at": "2026-05-20T06:00:00Z"}),
    ],
    "notification_preference_way": [("notification_preference", {"channel": "IN_APP"})],
}


async def furnish() -> None:
    bidder = await factories.person()
    told = await Notification.create(
        account=bidder,
        topic="BIDS",
        kind="haat.outbid",
        urgency="NORMAL",
        about_type="Lot",
        about_id=1,
        group_key="haat.outbid:BIDDER:1",
        text_bn="দর",
        text_en="A bid",
        last_event_id=1,
        told_at=NOON,
    )
    await Inbox.create(account=bidder, unread=1)
    await Delivery.create(
        notification=told, account=bidder, event_id=1, channel="PUSH", due_at=NOON
    )
    await Preference.create(account=bidder, topic="BIDS", channel="SMS", wanted=False)
