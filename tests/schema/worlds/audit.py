"""What the audit keeps of somebody, with the reason that he was given."""

from __future__ import annotations

from typing import Any

from hmk_graph.audit_trail import AuditEntry
from tests.factories import NOON
from tests.schema.worlds.haat import LEADER

WHY = "গোপন কারণ: পাশের হাটে ভুয়া ডাক"
KINDS = {
    "actorId": "Account",
    "secondOfficerId": "Account",
    "onBehalfOfId": "Account",
    "objectId": "Account",
}
OWNED = ["audit_entry"]


async def furnish() -> dict[str, Any]:
    """Have one and the same be named in each way by which one may ask."""
    await AuditEntry.create(
        stream=f"accounts.account.{LEADER}",
        epoch=9,
        seq=1,
        kind="accounts.account_suspended",
        payload={"officer_id": LEADER, "second_officer_id": LEADER, "reason": WHY},
        actor_id=LEADER,
        on_behalf_of_id=LEADER,
        at=NOON,
    )
    return {"secrets": {"why somebody was suspended": WHY}}
