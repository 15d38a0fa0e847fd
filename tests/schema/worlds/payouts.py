"""Where somebody's earnings are sent to, and a sending."""

from __future__ import annotations

from typing import Any

from hmk_graph.money import taka
from hmk_graph.payments import chart
from hmk_graph.payments.payout_models import Payout, PayoutAccount
from tests import factories
from tests.factories import NOON

SENT = taka(43_211)
HOLDER = "গোপন খামারি"
OWNED = ["payments_payout_account", "payments_payout"]


async def furnish() -> dict[str, Any]:
    earner = await factories.verified_seller("আয়কারী")
    name = chart.due_to_seller(earner.id)
    account = await PayoutAccount.create(
        earner=name,
        owner=earner,
        method="BKASH",
        number="+8801799999876",
        holder=HOLDER,
        asked_at=NOON,
    )
    payout = await Payout.create(
        earner=name, account=account, amount_paisa=SENT, hold_id=1, cut_at=NOON
    )
    return {
        "hidden": {"PayoutAccount": account.id, "Payout": payout.id},
        "insiders": {"earner": earner.id},
        "secrets": {"a payout": str(SENT), "whose account it is": HOLDER},
    }
