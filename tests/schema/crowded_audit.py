"""An audit of fifty entries, each by other people."""

from __future__ import annotations

from hmk_graph.audit_trail import AuditEntry
from tests import factories
from tests.factories import NOON

PAGES = {
    "auditEntries": """auditEntries(first: $n) { edges { node { id kind what { bn } exactly { en }
        actorId actorName secondOfficerName onBehalfOfName reason objectId personName } } }""",
}


async def furnish(many: int) -> None:
    """Have many officers decide in pairs about as many sellers."""
    for number in range(many):
        seller, first, second, citizen = [await factories.person() for _ in range(4)]
        await AuditEntry.create(
            stream=f"accounts.account.{seller.id}",
            epoch=9,
            seq=number + 1,
            kind="accounts.seller_decided",
            payload={"officer_id": first.id, "second_officer_id": second.id, "reason": "ভুয়া"},
            actor_id=second.id,
            on_behalf_of_id=citizen.id,
            at=NOON,
        )
