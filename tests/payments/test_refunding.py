"""Money goes back by the way it came, else by a person's hand, and never more than came."""

from __future__ import annotations

import asyncio

import pytest

from hmk_graph.errors import NotAllowed, NotFound, StaleState
from hmk_graph.money import taka
from hmk_graph.payments import chart, ledger, queries, refunding
from hmk_graph.payments.chart import SUSPENSE
from hmk_graph.payments.errors import NotEnoughMoney, NotRefundable, ReferenceUsed
from hmk_graph.payments.paying_models import Intent, Refund, RefundState
from tests import factories
from tests.payments.tills import Cow, Till, give_back, held, look_at_all, paid, told


async def test_a_part_goes_back_by_the_ways_it_came_the_last_first(db, till, cow):
    intent = await paid(till, cow, taka(300), taka(200))

    await give_back(intent, taka(350))
    await look_at_all(till, cow)

    assert list(till.given_back.values()) == [taka(200), taka(150)]
    assert await held(intent) == taka(150)


async def test_no_more_goes_back_than_came(db, till, cow):
    intent = await paid(till, cow, taka(300))
    await give_back(intent, taka(200))

    with pytest.raises(NotRefundable):
        await give_back(intent, taka(101))

    assert await Refund.all().count() == 1


async def test_what_goes_back_cannot_be_spent_meanwhile(db, till, cow):
    intent = await paid(till, cow, taka(300))
    await give_back(intent, taka(200))

    with pytest.raises(NotEnoughMoney):
        await ledger.post(
            ledger.Move(
                kind="k",
                ref="1",
                debit=chart.AccountName(intent.payee),
                credit=SUSPENSE,
                amount=taka(101),
            )
        )


async def test_many_refunds_at_once_never_give_back_more_than_came(db, till, cow):
    intent = await paid(till, cow, taka(300))

    outcomes = await asyncio.gather(
        *(give_back(intent, taka(50)) for _ in range(20)), return_exceptions=True
    )
    await look_at_all(till, cow)

    assert sum(outcome is None for outcome in outcomes) == 6
    assert sum(till.given_back.values()) == taka(300)
    assert await held(intent) == 0


async def test_a_refund_that_fails_is_tried_anew_and_then_left_to_a_person(db, till, cow):
    intent = await refused(till, cow)

    states = await Refund.all().order_by("id").values_list("state", "by_hand")
    assert states == [(RefundState.FAILED, False)] * 3 + [(RefundState.APPROVED, True)]
    balance = await ledger.balance(chart.AccountName(intent.payee))
    assert (balance.posted, balance.held) == (taka(300), taka(300))
    with pytest.raises(NotRefundable):
        await give_back(intent, taka(1))


async def refused(till: Till, cow: Cow) -> Intent:
    """Have a service refuse to give 300 taka back until it is not asked again."""
    intent = await paid(till, cow, taka(300))
    await give_back(intent, taka(300))
    till.refusing = True
    await look_at_all(till, cow)
    return intent


async def test_a_person_sends_what_the_service_refused_and_proves_it_once(db, till, cow):
    intent = await refused(till, cow)
    officer = await factories.administrator()
    [waiting] = await (await queries.refunds_by_hand(officer.id))

    for _ in range(2):  # the same number again is no matter
        sent = await refunding.send_by_hand(officer.id, waiting.id, reference=" DBL  7781 ")

    assert (sent.state, sent.gateway_ref) == (RefundState.SUCCEEDED, "DBL 7781")
    assert await held(intent) == 0
    assert (await ledger.balance(chart.bank())).posted == taka(300)
    assert (await told(intent)).count("refund_done") == 1
    assert await (await queries.refunds_by_hand(officer.id)) == []
    with pytest.raises(StaleState):
        await refunding.send_by_hand(officer.id, waiting.id, reference="DBL 7782")


async def test_one_number_proves_one_refund_and_only_administrators_prove(db, till, cow):
    await refused(till, cow)
    other = await refused(till, cow)
    officer = await factories.administrator()
    first, second = await (await queries.refunds_by_hand(officer.id)).order_by("id")
    await refunding.send_by_hand(officer.id, first.id, reference="DBL 7781")

    with pytest.raises(ReferenceUsed):
        await refunding.send_by_hand(officer.id, second.id, reference="DBL 7781")
    with pytest.raises(NotAllowed):
        await refunding.send_by_hand(other.payer_id, second.id, reference="DBL 7782")
    with pytest.raises(NotFound):  # it goes back by itself
        by_itself = await Refund.filter(by_hand=False).first()
        await refunding.send_by_hand(officer.id, by_itself.id, reference="DBL 7782")

    assert await held(other) == taka(300)


async def test_a_refund_whose_answer_was_lost_is_asked_after_and_not_sent_twice(db, till, cow):
    intent = await paid(till, cow, taka(300))
    await give_back(intent, taka(300))
    till.deaf = True
    await look_at_all(till, cow)
    assert [r.state for r in await Refund.all()] == [RefundState.SENT]

    till.deaf = False
    await look_at_all(till, cow)

    assert [r.state for r in await Refund.all()] == [RefundState.SUCCEEDED]
    assert list(till.given_back.values()) == [taka(300)]
