"""An operator who has acted for fifty citizens."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.accounts.models import Account, Assistance
from hmk_graph.audit_trail import AuditEntry
from tests import factories
from tests.factories import NOON

PAGES = {
    "myAssistances": """myAssistances(first: $n) { edges { node { id citizen operator placeId
        endedAt deeds { at bn } } } }""",
}


async def furnish(viewer: Account, many: int) -> None:
    """Have the viewer act for many, for each of whom he lodged a complaint."""
    place = await factories.union()
    for number in range(many):
        citizen = await factories.person()
        ended = NOON + timedelta(minutes=number)
        made = await Assistance.create(
            citizen=citizen,
            operator=viewer,
            place=place,
            opened_at=NOON - timedelta(minutes=9),
            until=ended,
            ended_at=ended,
            ended_because="TIME",
        )
        await AuditEntry.create(
            stream=f"accounts.account.{citizen.id}",
            epoch=1,
            seq=9,
            kind="accounts.acted_for",
            payload={"assistance_id": made.id, "operation": "lodgeComplaint"},
            actor_id=viewer.id,
            on_behalf_of_id=citizen.id,
            at=NOON,
        )
