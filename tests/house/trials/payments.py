"""The ledger: who is not overdrawn, what is moved once, and what nobody changes."""

from __future__ import annotations

from hmk_graph.money import taka
from hmk_graph.payments import chart, ledger, sealing
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.paying_models import Attempt, Intent, Refund
from tests import factories
from tests.factories import NOON, at
from tests.house.trials import Copy

POSTED = "phase = 'POSTED' AND reverses_id IS NULL"
COPIES: dict[str, list[Copy]] = {
    "payments_account_by_transfers_alone": [
        ("payments_account", {"name": "x", "balance_paisa": 1})
    ],
    "payments_transfer_amount": [
        ("payments_transfer", {"where": POSTED, "ref": "x", "amount_paisa": amount})
        for amount in (0, -1)
    ],
    "payments_transfer_two_accounts": [
        ("payments_transfer", {"where": POSTED, "ref": "x", "credit_id": "debit_id"})
    ],
    "payments_transfer_resolves_a_promise": [
        ("payments_transfer", {"where": POSTED, "ref": "x", "phase": "VOID"}),
    ],
    "payments_transfer_resolved_once": [
        ("payments_transfer", {"where": "phase = 'VOID'", "ref": "x", "phase": "POST"})
    ],
    "payments_transfer_reversed_once": [
        ("payments_transfer", {"where": "reverses_id IS NOT NULL", "ref": "x"})
    ],
    "payments_transfer_keeps_to_its_origin": [
        ("payments_transfer", {"where": "phase = 'VOID'", "ref": "x", "amount_paisa": 10**9}),
        ("payments_transfer", {"where": "phase = 'VOID'", "ref": "x", "credit_id": "debit_id"}),
        ("payments_transfer", {"where": "reverses_id IS NOT NULL", "ref": "x", "amount_paisa": 1}),
    ],
    "payments_transfer_moves": [],
    "payments_account_never_overdrawn": [
        ("payments_transfer", {"where": "kind = 'spent'", "ref": "x", "amount_paisa": 10**9})
    ],
    "payments_intent_amounts": [
        ("payments_intent", {"subject_id": 9, **changed})
        for changed in (
            {"due_paisa": 0},
            {"captured_paisa": -1},
            {"captured_paisa": 10_001},
            {"captured_paisa": 10_000},
            {"state": "COVERED"},
        )
    ],
    "payments_intent_one_open": [("payments_intent", {})],
    "payments_attempt_amount": [
        ("payments_attempt", {"invoice": "x", "gateway_trx": None, "amount_paisa": 0})
    ],
    "payments_attempt_trx_once": [("payments_attempt", {"invoice": "x"})],
    "payments_refund_amount": [("payments_refund", {"amount_paisa": 0})],
    "payments_seal_from_one": [("payments_seal", {"number": 0, "transfer_id": 10**9})],
}
# What it refuses to do to a row that stands.
UPDATES: dict[str, list[str]] = {
    "payments_account_by_transfers_alone": [
        "UPDATE payments_account SET balance_paisa = balance_paisa + 1",
        "UPDATE payments_account SET guarded = false",
        "DELETE FROM payments_account WHERE name = 'suspense'",
    ],
    "payments_transfer_append_only": [
        "UPDATE payments_transfer SET amount_paisa = 1",
        "DELETE FROM payments_transfer",
    ],
    "payments_seal_append_only": [
        "UPDATE payments_seal SET hash = ''",
        "DELETE FROM payments_seal",
    ],
}


async def furnish() -> None:
    person = chart.held_for(7)
    paid = {"debit": chart.gateway("bkash"), "credit": person, "amount": taka(100)}
    [first] = await ledger.post(Move(kind="paid", ref="1", **paid))
    await ledger.reverse(first, ref="1")
    await ledger.post(Move(kind="paid", ref="2", **paid))
    spent = {"debit": person, "credit": chart.SUSPENSE, "amount": taka(10)}
    await ledger.post(Move(kind="spent", ref="1", **spent))
    [promise] = await ledger.hold(Move(kind="promised", ref="1", **spent))
    await ledger.release(promise, ref="1")
    await sealing.seal(at(NOON))
    payer = await factories.person()
    intent = await Intent.create(
        purpose="x",
        subject_id=1,
        payer=payer,
        payee=person,
        due_paisa=taka(100),
        created_at=NOON,
    )
    attempt = await Attempt.create(
        intent=intent,
        gateway="bkash",
        invoice="1",
        amount_paisa=taka(100),
        gateway_trx="1",
        created_at=NOON,
    )
    await Refund.create(attempt=attempt, amount_paisa=1, source=person, reason="x", created_at=NOON)
