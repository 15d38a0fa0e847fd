"""Earnings go to one place, once at a time, and under a number that proves nothing else."""

from __future__ import annotations

from hmk_graph.payments.payout_models import Commission, Payout, PayoutAccount
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "payments_payout_account_one_asked": [("payments_payout_account", {})],
    "payments_payout_account_one_in_use": [
        ("payments_payout_account", {"where": "state = 'ACTIVE'", "state": "RESTRICTED"})
    ],
    "payments_payout_one_open": [
        ("payments_payout", {"where": "state = 'PENDING'", "state": "PROCESSING"})
    ],
    "payments_payout_reference": [("payments_payout", {"where": "state = 'PAID'"})],
    "payments_payout_sums": [
        ("payments_payout", {"state": "FAILED", **changed})
        for changed in ({"amount_paisa": 0}, {"fee_paisa": -1}, {"fee_paisa": 1})
    ],
    "payments_payout_proved": [
        ("payments_payout", {"where": "state = 'PENDING'", "state": "PAID"}),
        ("payments_payout", {"where": "state = 'PENDING'", "state": "FAILED", "reference": "y"}),
    ],
    "payments_commission_part": [
        ("payments_commission", {"basis_points": points}) for points in (-1, 1_001)
    ],
}
UPDATES: dict[str, list[str]] = {
    "payments_commission_append_only": [
        "UPDATE payments_commission SET basis_points = 1",
        "DELETE FROM payments_commission",
    ],
}


async def furnish() -> None:
    earner = await factories.person()
    for state in ("PENDING", "ACTIVE"):
        account = await PayoutAccount.create(
            earner="seller:7:due",
            owner=earner,
            method="BKASH",
            number="+8801799999876",
            holder="x",
            state=state,
            asked_at=NOON,
        )
    for state, reference in (("PENDING", None), ("PAID", "x")):
        await Payout.create(
            earner="seller:7:due",
            account=account,
            amount_paisa=100,
            hold_id=1,
            cut_at=NOON,
            state=state,
            reference=reference,
        )
    await Commission.create(kind="seller", basis_points=0, since=NOON, set_by=earner)
