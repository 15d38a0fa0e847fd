"""What people were told, and on which ways."""

from __future__ import annotations

from hmk_graph.accounts.models import Session
from hmk_graph.notifications.models import Delivery, Inbox, Notification, Preference, PushDevice
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
    "notification_push_device_keys": [
        ("notification_push_device", {"p256dh": "\\x04"}),
        ("notification_push_device", {"auth": "\\x04"}),
    ],
    "notification_push_device_to": [
        ("notification_push_device", {"endpoint": "http://fcm.googleapis.com/x"})
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
    session = await Session.create(
        account=bidder, created_at=NOON, last_used_at=NOON, expires_at=NOON
    )
    await PushDevice.create(
        account=bidder,
        session=session,
        endpoint="https://fcm.googleapis.com/wp/1",
        p256dh=b"\x04" * 65,
        auth=b"a" * 16,
        asked_at=NOON,
    )
    await Preference.create(account=bidder, topic="BIDS", channel="SMS", wanted=False)
