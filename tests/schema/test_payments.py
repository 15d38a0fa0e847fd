"""Paying through GraphQL: one's own sums, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.money import taka
from hmk_graph.payments.paying_models import Attempt
from realtime.bus import Bus
from realtime.hub import Hub
from schema import root
from schema.accounts.people_context import PeopleContext
from schema.cursors import Cursors
from tests import factories
from tests.accounts.people import SECRET, Gateway
from tests.factories import NOON, at
from tests.payments.tills import DOORS, Till, due

SCHEMA = root.build()
BEGIN = """mutation ($input: BeginPaymentInput!) { beginPayment(input: $input) {
    __typename ... on PaymentTry { gateway amount state payUrl }
    ... on UserError { code messageBn messageEn } } }"""
MINE = "{ myPayments { edges { node { id due paid left state tries { amount state } } } } }"


@pytest.fixture
def till() -> Till:
    return Till()


async def ask(viewer: Account | None, till: Till, query: str, **variables: Any) -> Any:
    async with Bus(None) as bus:
        context = PeopleContext(
            clock=at(NOON),
            hub=Hub(bus),
            cursors=Cursors(b"tests"),
            address="198.51.100.7",
            request_id="r",
            viewer_id=viewer.id if viewer else None,
            secret=SECRET,
            send_code=Gateway(),
            fixed_code=None,
            open_obligations=_none_open,
            cookie=None,
            gateways={"till": till},
            payment_doors=DOORS,
        )
        result = await SCHEMA.execute(query, variables, context_value=context)
    if result.errors:
        return result.errors[0].extensions
    assert result.data is not None
    return next(iter(result.data.values()))


async def _none_open(_account_id: int) -> list[str]:
    return []


def wanted(payment_id: int, **more: Any) -> dict[str, Any]:
    return {"paymentId": f"Payment:{payment_id}", "gateway": "till", "idempotencyKey": "k", **more}


async def test_a_payer_is_sent_to_the_service_and_sees_his_try(db, till):
    payer = await factories.person()
    payment = await due(taka(90_000), payer)

    begun = await ask(payer, till, BEGIN, input=wanted(payment.id, amount=taka(40_000)))
    mine = await ask(payer, till, MINE)

    attempt = await Attempt.get()
    assert begun == {
        "__typename": "PaymentTry",
        "gateway": "till",
        "amount": taka(40_000),
        "state": "REDIRECTED",
        "payUrl": f"https://till/{attempt.invoice}",
    }
    assert [edge["node"] for edge in mine["edges"]] == [
        {
            "id": f"Payment:{payment.id}",
            "due": taka(90_000),
            "paid": 0,
            "left": taka(90_000),
            "state": "OPEN",
            "tries": [{"amount": taka(40_000), "state": "REDIRECTED"}],
        }
    ]


async def test_what_is_refused_is_told_in_both_languages_and_nothing_is_written(db, till):
    payer, other = await factories.person(), await factories.person()
    payment = await due(taka(90_000), payer)
    till.down = True

    told = {
        "another's": await ask(other, till, BEGIN, input=wanted(payment.id)),
        "unknown": await ask(payer, till, BEGIN, input=wanted(999_999)),
        "too much": await ask(payer, till, BEGIN, input=wanted(payment.id, amount=taka(50_001))),
        "nothing": await ask(payer, till, BEGIN, input=wanted(payment.id, amount=0)),
        "a stranger": await ask(None, till, BEGIN, input=wanted(payment.id)),
        "no service": await ask(payer, till, BEGIN, input=wanted(payment.id, gateway="x")),
    }
    assert await Attempt.exists() is False
    told["away"] = await ask(payer, till, BEGIN, input=wanted(payment.id))

    assert {what: answer["code"] for what, answer in told.items()} == {
        "another's": "NOT_FOUND",
        "unknown": "NOT_FOUND",
        "too much": "AMOUNT_OUT_OF_RANGE",
        "nothing": "AMOUNT_OUT_OF_RANGE",
        "a stranger": "UNAUTHENTICATED",
        "no service": "BAD_USER_INPUT",
        "away": "GATEWAY_UNAVAILABLE",
    }
    assert all(answer["messageBn"] and answer["messageEn"] for answer in told.values())


async def test_nobody_sees_anothers_sums(db, till):
    payer, other = await factories.person(), await factories.person()
    payment = await due(taka(90_000), payer)
    one = f'{{ payment(id: "Payment:{payment.id}") {{ due }} }}'

    assert await ask(payer, till, one) == {"due": taka(90_000)}
    assert await ask(other, till, one) is None
    assert await ask(other, till, MINE) == {"edges": []}


async def test_the_services_that_are_offered_are_told_with_their_limits(db, till):
    told = await ask(None, till, "{ paymentServices { name smallest largest } }")

    assert told == [{"name": "till", "smallest": taka(10), "largest": taka(50_000)}]
