"""Money that does not fit is set aside, until two administrators say what becomes of it."""

from __future__ import annotations

import asyncio

import pytest

from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.civic import auditing
from hmk_graph.errors import BadInput, NotAllowed, StaleState
from hmk_graph.money import taka
from hmk_graph.payments import chart, deciding, ledger, proving, queries, refunding
from hmk_graph.payments.chart import SUSPENSE
from hmk_graph.payments.errors import NothingDue
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Choice,
    Intent,
    IntentState,
    SetAsideDecision,
)
from tests import factories
from tests.factories import NOON, at
from tests.payments.tills import PURPOSE, Cow, Till, begun, due, held, look, look_at_all, told

WHY = "ব্যাংকের বিবরণীতে টাকাটি আছে"


@pytest.mark.parametrize(
    "differing",
    [
        {"amount": taka(1)},
        {"currency": "USD"},
        {"invoice": "HMKSOMEBODYELSES"},
        {"risky": True},
    ],
    ids=lambda d: next(iter(d)),
)
async def test_money_that_does_not_fit_is_set_aside_and_not_counted(db, till, cow, differing):
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)
    till.pay(attempt, **differing)

    attempt = await look(attempt, till, cow)

    assert attempt.state is AttemptState.REVIEW
    assert (cow.covered_by, await held(intent)) == ([], 0)
    assert await told(intent) == ["payment_due", "payment_set_aside"]
    in_suspense = 0 if "currency" in differing else differing.get("amount", taka(1_000))
    assert (await ledger.balance(SUSPENSE)).posted == in_suspense


async def test_a_transaction_of_the_gateway_pays_for_one_thing(db, till, cow):
    mine, other = await due(taka(1_000)), await due(taka(1_000))
    first, second = await begun(mine, till), await begun(other, till)
    till.pay(first)
    till.pay(second, trx=f"trx {first.invoice}")
    await look(first, till, cow)

    second = await look(second, till, cow)

    assert second.state is AttemptState.REVIEW
    assert (await held(mine), await held(other)) == (taka(1_000), 0)


async def set_aside(till: Till, cow: Cow, **differing: object) -> tuple[Intent, Attempt]:
    """Have a payment of a thousand taka come in another way than it was asked for."""
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)
    till.pay(attempt, **differing)
    return intent, await look(attempt, till, cow)


async def decide(officer: Account, attempt: Attempt, choice: Choice, cow: Cow) -> Attempt:
    return await deciding.decide(
        officer.id, attempt.id, choice, reason=WHY, targets={PURPOSE: cow}, clock=at(NOON)
    )


@pytest.fixture
async def officers(db: str) -> tuple[Account, Account]:
    return await factories.administrator(), await factories.administrator()


async def test_money_counts_when_a_second_administrator_says_so_too(till, cow, officers):
    intent, attempt = await set_aside(till, cow, risky=True)
    one, other = officers

    waiting = await decide(one, attempt, Choice.TAKE, cow)
    assert (waiting.state, await held(intent)) == (AttemptState.REVIEW, 0)
    with pytest.raises(SecondOfficerNeeded):
        await decide(one, attempt, Choice.TAKE, cow)
    taken = await decide(other, attempt, Choice.TAKE, cow)

    assert taken.state is AttemptState.CAPTURED
    assert cow.covered_by == [intent.id]
    assert await held(intent) == taka(1_000)
    assert (await ledger.balance(SUSPENSE)).posted == 0
    said = await SetAsideDecision.get()
    assert (said.asked_by_id, said.agreed_by_id, said.reason) == (one.id, other.id, WHY)


async def test_of_a_smaller_sum_that_counts_no_more_can_go_back_than_arrived(till, cow, officers):
    intent, attempt = await set_aside(till, cow, amount=taka(700))

    for officer in officers:
        attempt = await decide(officer, attempt, Choice.TAKE, cow)

    assert await refunding.refundable(attempt) == taka(700)
    assert (await Intent.get(id=intent.id)).captured_paisa == taka(700)
    assert cow.covered_by == []


async def test_of_a_larger_sum_what_is_due_counts_and_the_rest_goes_back(till, cow, officers):
    intent, attempt = await set_aside(till, cow, amount=taka(1_300))

    for officer in officers:
        await decide(officer, attempt, Choice.TAKE, cow)
    await look_at_all(till, cow)

    assert (await Intent.get(id=intent.id)).state is IntentState.COVERED
    assert await held(intent) == taka(1_000)
    assert list(till.given_back.values()) == [taka(300)]
    assert (await ledger.balance(SUSPENSE)).posted == 0
    assert (await proving.prove()).faults == []


async def test_money_goes_back_when_both_say_so(till, cow, officers):
    intent, attempt = await set_aside(till, cow, amount=taka(700))

    for officer in officers:
        await decide(officer, attempt, Choice.GIVE_BACK, cow)
    await look_at_all(till, cow)

    assert list(till.given_back.values()) == [taka(700)]
    assert (await ledger.balance(SUSPENSE)).posted == 0
    assert await told(intent) == [
        *("payment_due", "payment_set_aside", "refund_started", "refund_done")
    ]


async def test_what_brought_no_taka_is_turned_down_and_never_counted(till, cow, officers):
    intent, attempt = await set_aside(till, cow, currency="USD")
    with pytest.raises(NothingDue):
        await decide(officers[0], attempt, Choice.TAKE, cow)

    for officer in officers:
        attempt = await decide(officer, attempt, Choice.GIVE_BACK, cow)

    assert attempt.state is AttemptState.FAILED
    assert await told(intent) == ["payment_due", "payment_set_aside", "payment_turned_down"]
    assert (await ledger.balance(chart.gateway("till"))).posted == 0


async def test_two_who_say_the_opposite_move_nothing_until_they_agree(till, cow, officers):
    _, attempt = await set_aside(till, cow, amount=taka(700))
    one, other = officers

    await decide(one, attempt, Choice.TAKE, cow)
    still = await decide(other, attempt, Choice.GIVE_BACK, cow)
    assert still.state is AttemptState.REVIEW
    agreed = await decide(one, attempt, Choice.GIVE_BACK, cow)

    assert agreed.state is AttemptState.FAILED


async def test_the_word_of_one_who_is_no_administrator_any_more_moves_nothing(till, cow, officers):
    gone, second = officers
    third = await factories.administrator()
    intent, attempt = await set_aside(till, cow, risky=True)
    await decide(gone, attempt, Choice.TAKE, cow)
    await Account.filter(id=gone.id).update(state=AccountState.SUSPENDED)

    attempt = await decide(second, attempt, Choice.TAKE, cow)
    assert (attempt.state, await held(intent)) == (AttemptState.REVIEW, 0)
    attempt = await decide(third, attempt, Choice.TAKE, cow)

    assert (attempt.state, await held(intent)) == (AttemptState.CAPTURED, taka(1_000))
    word = await SetAsideDecision.get()
    assert (word.asked_by_id, word.agreed_by_id) == (second.id, third.id)


async def test_the_audit_names_both_who_decided_and_the_first_ones_reason(till, cow, officers):
    one, other = officers
    _, attempt = await set_aside(till, cow, amount=taka(700))
    kept = AuditEntry.filter(kind="payments.set_aside_decided")
    await decide(one, attempt, Choice.GIVE_BACK, cow)
    assert not await kept.exists()

    await decide(other, attempt, Choice.GIVE_BACK, cow)

    entry = await kept.get()
    facts = auditing.facts_of(entry)
    assert auditing.officers_of(entry) == (one.id, other.id)
    said = (facts["attempt_id"], facts["choice"], facts["amount"], facts["reason"])
    assert said == (attempt.id, "GIVE_BACK", taka(700), WHY)


async def test_of_many_words_at_once_the_second_persons_moves_it_once(till, cow, officers):
    intent, attempt = await set_aside(till, cow, risky=True)

    await asyncio.gather(
        *(decide(officer, attempt, Choice.TAKE, cow) for officer in officers * 4),
        return_exceptions=True,
    )

    assert (await Attempt.get(id=attempt.id)).state is AttemptState.CAPTURED
    assert await held(intent) == taka(1_000)
    assert (await proving.prove()).faults == []


async def test_none_but_administrators_decide_and_none_about_his_own(till, cow, officers):
    intent, attempt = await set_aside(till, cow, risky=True)
    payer = await Account.get(id=intent.payer_id)
    await factories.granted(payer, "ADMINISTRATOR")
    for person in (await factories.officer(), payer):
        with pytest.raises(NotAllowed):
            await decide(person, attempt, Choice.TAKE, cow)
        assert await (await queries.set_aside(person.id)) == []
    with pytest.raises(BadInput):
        await deciding.decide(
            officers[0].id,
            attempt.id,
            Choice.TAKE,
            reason="ঠিক",
            targets={PURPOSE: cow},
            clock=at(NOON),
        )

    waiting = await queries.set_aside(officers[0].id)
    assert [row.id for row in await waiting] == [attempt.id]
    assert not await SetAsideDecision.exists()


async def test_what_is_decided_or_never_was_set_aside_is_not_decided(till, cow, officers):
    _, attempt = await set_aside(till, cow)

    with pytest.raises(StaleState):
        await decide(officers[0], attempt, Choice.GIVE_BACK, cow)
