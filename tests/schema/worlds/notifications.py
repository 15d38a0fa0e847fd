"""What a bidder was told, in his inbox."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.notifications.models import Notification
from tests import factories
from tests.factories import NOON

TEXT = "গোপন খবর: আপনার দর"
KINDS = {"notificationIds": "Notification"}
OWNED = ["notification", "notification_inbox", "notification_preference"]


async def furnish() -> dict[str, Any]:
    """Have somebody been told something that is nobody else's business."""
    told: Account = await factories.person("খবর পাওয়া মানুষ")
    row = await Notification.create(
        account=told,
        topic="BIDS",
        kind="haat.outbid",
        urgency="NORMAL",
        text_bn=TEXT,
        text_en=TEXT,
        last_event_id=1,
        told_at=NOON,
    )
    return {
        "hidden": {"Notification": row.id},
        "insiders": {"told": told.id},
        "secrets": {"what somebody was told": TEXT},
    }
