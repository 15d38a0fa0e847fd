"""What guests are told by text message."""

from __future__ import annotations

from hmk_graph.notifications.models import GuestText
from tests.factories import NOON
from tests.house.trials import Copy
from tests.shops import stalls

COPIES: dict[str, list[Copy]] = {
    "notification_guest_text_settled": [
        ("notification_guest_text", {"event_id": 10**9, "state": "SENT"}),
        ("notification_guest_text", {"event_id": 10**9, "settled_at": "2026-05-20T06:00:00Z"}),
    ],
}
UPDATES = {"orders_group_language": ["UPDATE orders_group SET language = 'de'"]}


async def furnish() -> None:
    order, _ = await stalls.ordered()
    await GuestText.create(event_id=1, order_id=order.id, text="x", told_at=NOON, due_at=NOON)
