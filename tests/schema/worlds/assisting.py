"""An operator of a digital center who acts for a citizen, and the citizen."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts.models import Assistance
from tests import factories
from tests.factories import FOR_EVER, NOON

CITIZEN = "গোপন সহায়তাপ্রার্থী"
OPERATOR = "গোপন উদ্যোক্তা"
OWNED = ["accounts_assistance"]


async def furnish() -> dict[str, Any]:
    """Have an operator act for a citizen."""
    citizen, operator = await factories.person(CITIZEN), await factories.operator(OPERATOR)
    assistance = await Assistance.create(
        citizen=citizen,
        operator=operator,
        place=await factories.union(),
        opened_at=NOON,
        until=FOR_EVER,
    )
    return {
        "hidden": {"Assistance": assistance.id},
        "insiders": {"assisted": citizen.id, "operator": operator.id},
        "secrets": {"who is assisted": CITIZEN, "who assists": OPERATOR},
    }
