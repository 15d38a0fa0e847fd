"""Money that was set aside, and money that a person has to give back."""

from __future__ import annotations

from typing import Any

from hmk_graph.money import taka
from hmk_graph.payments import chart
from hmk_graph.payments.paying_models import Attempt, AttemptState, Intent, Refund
from tests import factories
from tests.factories import NOON

ASKED = taka(43_223)
BACK = taka(43_227)
KINDS = {"tryId": "PaymentTry", "refundId": "HandRefund"}
OWNED = ["payments_decision", "payments_refund"]


async def furnish() -> dict[str, Any]:
    payer = await factories.person("অমিল ক্রেতা")
    haat = await factories.haat()
    intent = await Intent.create(
        purpose="x",
        subject_id=2,
        payer=payer,
        payee=chart.held_for(payer.id),
        due_paisa=ASKED,
        created_at=NOON,
    )
    attempt = await Attempt.create(
        intent=intent,
        gateway=chart.cash_at(haat.id),
        invoice="HMKAMIL",
        amount_paisa=ASKED,
        state=AttemptState.REVIEW,
        created_at=NOON,
    )
    refund = await Refund.create(
        attempt=attempt,
        amount_paisa=BACK,
        source=chart.SUSPENSE,
        reason="x",
        by_hand=True,
        created_at=NOON,
    )
    administrator = await factories.administrator()
    return {
        "hidden": {"PaymentTry": attempt.id, "HandRefund": refund.id},
        "insiders": {"administrator": administrator.id},
        "secrets": {"what was set aside": str(ASKED), "what goes back by hand": str(BACK)},
    }
