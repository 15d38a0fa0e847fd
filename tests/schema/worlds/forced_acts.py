"""One officer wants something forced, and the others of his place may answer."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts.forced_models import ForcedAct, ForcedActKind
from tests import factories
from tests.factories import NOON

REASON = "গোপন কারণে জোর করে বন্ধ"
NAME = "প্রথম কর্মকর্তা"
KINDS = {"actId": "ForcedAct"}
OWNED = ["accounts_forced_act"]


async def furnish() -> dict[str, Any]:
    asking, second = await factories.officer(name=NAME), await factories.officer()
    act = await ForcedAct.create(
        kind=ForcedActKind.END_SHOP,
        subject_id=1,
        reason=REASON,
        place=await factories.union(),
        asked_by=asking,
        asked_at=NOON,
    )
    return {
        "hidden": {"ForcedAct": act.id},
        "insiders": {"second officer": second.id},
        "secrets": {"what an officer wants forced": REASON, "who wants it": NAME},
    }
