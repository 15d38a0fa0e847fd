"""What one officer wants forced, and what only a second one answers."""

from __future__ import annotations

from hmk_graph.accounts.forced_models import ForcedAct, ForcedActKind
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "accounts_forced_act_one_waits": [("accounts_forced_act", {"reason": "another"})],
}
UPDATES: dict[str, list[str]] = {
    "accounts_forced_act_two_officers": [
        "UPDATE accounts_forced_act SET answer = 'AGREED', answered_at = asked_at,"
        " answered_by_id = asked_by_id",
        "UPDATE accounts_forced_act SET answer = 'AGREED', answered_at = asked_at",
    ],
    "accounts_forced_act_answered": [
        "UPDATE accounts_forced_act SET answered_at = asked_at",
        "UPDATE accounts_forced_act SET answer = 'LAPSED'",
    ],
    "accounts_forced_act_of_others": [
        "UPDATE accounts_forced_act SET concerns = ARRAY[asked_by_id]",
        "UPDATE accounts_forced_act SET answered_by_id = concerns[1]",
    ],
}


async def furnish() -> None:
    officer, owner = await factories.person(), await factories.person()
    await ForcedAct.create(
        kind=ForcedActKind.END_SHOP,
        subject_id=7,
        reason="x",
        concerns=[owner.id],
        asked_by=officer,
        asked_at=NOON,
    )
