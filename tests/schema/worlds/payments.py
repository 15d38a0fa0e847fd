"""A sum that somebody has to pay, and how he tried to."""

from __future__ import annotations

from typing import Any

from hmk_graph.money import taka
from hmk_graph.payments import chart
from hmk_graph.payments.paying_models import Attempt, Intent
from tests import factories
from tests.factories import NOON

DUE = taka(43_217)
OWNED = ["payments_intent", "payments_attempt"]


async def furnish() -> dict[str, Any]:
    payer = await factories.person("গোপন ক্রেতা")
    intent = await Intent.create(
        purpose="x",
        subject_id=1,
        payer=payer,
        payee=chart.held_for(payer.id),
        due_paisa=DUE,
        created_at=NOON,
    )
    await Attempt.create(
        intent=intent, gateway="bkash", invoice="HMKGOPON", amount_paisa=DUE, created_at=NOON
    )
    return {
        "hidden": {"Payment": intent.id},
        "insiders": {"payer": payer.id},
        "secrets": {"a sum to pay": str(DUE), "a try to pay": "HMKGOPON"},
    }
