"""Fifty things that officers want forced, for one who may be the second."""

from __future__ import annotations

from hmk_graph.accounts.forced_models import ForcedAct, ForcedActKind
from hmk_graph.accounts.models import Account
from tests import factories
from tests.factories import NOON

PAGES = {
    "forcedActs": """forcedActs(first: $n) { edges { node { kind subjectId choice reason mine
        askedByName askedAt answer place { nameBn } } } }""",
}


async def furnish(_viewer: Account, many: int) -> None:
    place = await factories.union()
    for number in range(many):
        await ForcedAct.create(
            kind=ForcedActKind.END_SHOP,
            subject_id=number + 1,
            reason="x",
            place=place,
            asked_by=await factories.person(),
            asked_at=NOON,
        )
