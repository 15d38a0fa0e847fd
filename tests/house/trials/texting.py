"""Messages that came in by text."""

from __future__ import annotations

from hmk_graph.texting.models import Message
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "texting_message_phone_canonical": [
        ("texting_message", {"gateway_ref": "another", "phone": "01700000001"})
    ],
    "texting_message_reply": [
        ("texting_message", {"gateway_ref": "another", "state": "ANSWERED"}),
        ("texting_message", {"gateway_ref": "another", "state": "SENT"}),
    ],
    "texting_message_attempts": [("texting_message", {"gateway_ref": "another", "attempts": -1})],
}


async def furnish() -> None:
    await Message.create(
        gateway_ref="first",
        phone=factories.phone(),
        text="bid 1 2",
        due_at=NOON,
        received_at=NOON,
    )
