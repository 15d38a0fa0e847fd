"""The administrators' desk of money through GraphQL."""

from __future__ import annotations

import pytest

from hmk_graph.money import taka
from hmk_graph.payments import ledger
from hmk_graph.payments.paying_models import Intent, IntentState
from tests import factories
from tests.payments.test_deciding import WHY, set_aside
from tests.payments.test_refunding import refused
from tests.payments.tills import Cow, Till
from tests.schema.whole_house import asked, done

pytestmark = pytest.mark.usefixtures("db")
ASIDE = """{ paymentsSetAside { edges { node { id asked arrived misfit state gateway purpose
    decision { choice reason askedByName agreedAt } } } } }"""
BY_HAND = "{ refundsByHand { edges { node { id amount gateway paidUnder payerName } } } }"
STATE = "... on SetAsidePayment { state decision { choice } }"


async def test_two_administrators_see_what_does_not_fit_and_have_it_count():
    one, other = await factories.administrator(), await factories.administrator()
    intent, attempt = await set_aside(Till(), Cow(), amount=taka(1_000), risky=True)
    words = {"tryId": f"PaymentTry:{attempt.id}", "choice": "TAKE", "reason": WHY}

    first = await done("decideSetAside", one.id, STATE, **words)
    again = await done("decideSetAside", one.id, STATE, **words)
    [edge] = (await asked(ASIDE, other.id))["paymentsSetAside"]["edges"]
    second = await done("decideSetAside", other.id, STATE, **words)

    assert (first["state"], again["code"]) == ("REVIEW", "SECOND_OFFICER_NEEDED")
    shown = edge["node"]
    assert (shown["asked"], shown["arrived"]) == (taka(1_000), taka(1_000))
    assert shown["misfit"] == "marked as a risk"
    assert shown["decision"]["reason"] == WHY
    assert second["state"] == "CAPTURED"
    assert (await Intent.get(id=intent.id)).state is IntentState.COVERED
    assert (await asked(ASIDE, one.id))["paymentsSetAside"]["edges"] == []


async def test_an_administrator_sends_by_hand_what_the_service_refused():
    officer, outsider = await factories.administrator(), await factories.officer()
    intent = await refused(Till(), Cow())

    [edge] = (await asked(BY_HAND, officer.id))["refundsByHand"]["edges"]
    sent = await done(
        "sendRefundByHand",
        officer.id,
        "... on HandRefund { state reference }",
        refundId=edge["node"]["id"],
        reference="DBL 7781",
    )

    assert (edge["node"]["amount"], edge["node"]["gateway"]) == (taka(300), "till")
    assert (sent["state"], sent["reference"]) == ("SUCCEEDED", "DBL 7781")
    assert (await ledger.balance(intent.payee)).posted == 0
    assert (await asked(BY_HAND, outsider.id))["refundsByHand"]["edges"] == []
