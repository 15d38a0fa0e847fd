"""Two officers decide about money that was set aside, and a number proves one refund."""

from __future__ import annotations

from hmk_graph.money import taka
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Choice,
    Intent,
    Refund,
    SetAsideDecision,
)
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "payments_refund_reference": [("payments_refund", {"where": "by_hand"})],
}
UPDATES: dict[str, list[str]] = {
    "payments_decision_two_officers": [
        "UPDATE payments_decision SET agreed_by_id = asked_by_id, agreed_at = asked_at",
        "UPDATE payments_decision SET agreed_at = asked_at",
    ],
}


async def furnish() -> None:
    officer = await factories.person()
    intent = await Intent.create(
        purpose="x", subject_id=3, payee="person:7:held", due_paisa=taka(100), created_at=NOON
    )
    attempt = await Attempt.create(
        intent=intent,
        gateway="nagad",
        invoice="set aside",
        amount_paisa=taka(100),
        state=AttemptState.REVIEW,
        created_at=NOON,
    )
    await SetAsideDecision.create(
        attempt=attempt, choice=Choice.TAKE, reason="x", asked_by=officer, asked_at=NOON
    )
    await Refund.create(
        attempt=attempt,
        amount_paisa=1,
        source="suspense",
        reason="x",
        by_hand=True,
        gateway_ref="proof",
        created_at=NOON,
    )
