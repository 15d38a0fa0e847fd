"""A sum is paid once, in parts or whole, and money without a use goes back by itself."""

from __future__ import annotations

import asyncio
import json
import random
from datetime import timedelta

import pytest
from tortoise.expressions import F

from hmk_graph.errors import BadInput, NotFound
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import (
    chart,
    ledger,
    paying,
    proving,
    receiving,
)
from hmk_graph.payments.errors import (
    AmountOutOfRange,
    GatewayUnavailable,
    NotEnoughMoney,
    NothingDue,
    NotRefundable,
)
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Callback,
    Intent,
    IntentState,
)
from hmk_graph.payments.ports import Forged, Verdict
from tests import factories
from tests.factories import NOON, at
from tests.payments.tills import begun, due, give_back, held, look, look_at_all, told

SIGNED = {"signed": "yes"}


async def test_what_is_paid_covers_what_is_due(db, till, cow):
    intent = await due(taka(45_000))
    attempt = await begun(intent, till)
    till.pay(attempt)

    attempt = await look(attempt, till, cow)

    assert attempt.state is AttemptState.CAPTURED
    assert (await Intent.get(id=intent.id)).state is IntentState.COVERED
    assert (cow.locked, cow.covered_by) == ([intent.subject_id], [intent.id])
    assert await held(intent) == taka(45_000)
    assert await told(intent) == ["payment_due", "payment_received"]


async def test_a_large_sum_is_paid_in_parts_by_several_ways(db, till, cow):
    intent = await due(taka(120_000))
    for part in range(3):
        attempt = await begun(intent, till, key=f"part {part}")
        till.pay(attempt)
        assert cow.covered_by == []
        await look(attempt, till, cow)

    amounts = await Attempt.all().order_by("id").values_list("amount_paisa", flat=True)
    assert amounts == [taka(50_000), taka(50_000), taka(20_000)]
    assert cow.covered_by == [intent.id]
    assert await held(intent) == taka(120_000)


async def test_the_same_request_twice_is_one_try(db, till):
    intent = await due(taka(1_000))

    first, second = await begun(intent, till), await begun(intent, till)

    assert (first.id, first.pay_url) == (second.id, second.pay_url)
    with pytest.raises(IdempotencyConflict):
        await begun(intent, till, taka(500))


async def test_a_gateway_that_is_down_takes_nothing_and_may_be_tried_again(db, till):
    intent = await due(taka(1_000))
    till.down = True
    with pytest.raises(GatewayUnavailable):
        await begun(intent, till)

    till.down = False
    attempt = await begun(intent, till)

    assert attempt.state is AttemptState.REDIRECTED
    assert await Attempt.all().count() == 1


@pytest.mark.parametrize(
    ("amount", "refusal"),
    [
        (taka(9), AmountOutOfRange),
        (taka(50_001), AmountOutOfRange),
        (Paisa(-100), AmountOutOfRange),
        (Paisa(0), AmountOutOfRange),
        (Paisa(1_050), BadInput),
        (Paisa(2**63 - 1), BadInput),
    ],
)
async def test_an_amount_that_no_gateway_takes_is_refused(db, till, amount, refusal):
    intent = await due(taka(90_000))

    with pytest.raises(refusal):
        await begun(intent, till, amount)

    assert await Attempt.exists() is False


async def test_a_small_rest_is_paid_as_it_is(db, till):
    intent = await due(Paisa(550))

    assert (await begun(intent, till)).amount_paisa == 550


async def test_anothers_sum_is_not_found(db, till):
    intent = await due(taka(1_000))
    intent.payer_id = (await factories.person()).id

    with pytest.raises(NotFound):
        await begun(intent, till)


async def test_what_is_paid_or_over_is_not_due(db, till, cow):
    intent = await due(taka(1_000), expires_at=NOON + timedelta(hours=1))
    attempt = await begun(intent, till)

    with pytest.raises(NothingDue):  # the clock decides, before any worker has seen it
        await begun(intent, till, key="late", now=NOON + timedelta(hours=1))
    till.pay(attempt)
    await look(attempt, till, cow)
    with pytest.raises(NothingDue):
        await begun(intent, till, key="again")


async def test_money_that_comes_too_late_goes_back_and_opens_nothing(db, till, cow):
    intent = await due(taka(1_000), expires_at=NOON + timedelta(hours=1))
    attempt = await begun(intent, till)
    till.pay(attempt)

    await look(attempt, till, cow, now=NOON + timedelta(hours=1))
    await look_at_all(till, cow)

    assert (cow.covered_by, await held(intent)) == ([], 0)
    assert list(till.given_back.values()) == [taka(1_000)]
    assert await told(intent) == ["payment_due", "refund_started", "refund_done"]
    assert (await proving.prove()).fits


async def test_the_second_of_two_payments_for_the_same_goes_back(db, till, cow):
    intent = await due(taka(1_000))
    attempts = [await begun(intent, till, key=key) for key in ("one", "two")]
    for attempt in attempts:
        till.pay(attempt)

    await asyncio.gather(*(look(attempt, till, cow) for attempt in attempts))
    await look_at_all(till, cow)

    assert cow.covered_by == [intent.id]
    assert await held(intent) == taka(1_000)
    assert list(till.given_back.values()) == [taka(1_000)]


async def test_a_try_that_fails_later_harms_no_paid_sum(db, till, cow):
    intent = await due(taka(1_000))
    old, new = [await begun(intent, till, key=key) for key in ("old", "new")]
    till.pay(new)
    await look(new, till, cow)
    till.pay(old, verdict=Verdict.FAILED)

    old = await look(old, till, cow)

    assert old.state is AttemptState.FAILED
    assert (await Intent.get(id=intent.id)).state is IntentState.COVERED


async def test_a_payment_is_found_though_nobody_told_of_it(db, till, cow):
    """The browser was closed, and the callback was lost."""
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)
    till.pay(attempt)

    assert await look_at_all(till, cow) == 1

    assert (await Attempt.get(id=attempt.id)).state is AttemptState.CAPTURED


async def test_a_payer_who_never_comes_is_given_up_after_three_days_and_still_heard(db, till, cow):
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)

    await look(attempt, till, cow, now=NOON + timedelta(hours=71))
    assert (await Attempt.get(id=attempt.id)).check_at is not None
    await look(attempt, till, cow, now=NOON + timedelta(hours=72))
    assert (await Attempt.get(id=attempt.id)).state is AttemptState.ABANDONED
    till.pay(attempt)
    await look(attempt, till, cow, now=NOON + timedelta(hours=80))

    assert await held(intent) == taka(1_000)


async def test_a_gateway_that_does_not_answer_is_asked_again_and_nothing_is_assumed(db, till, cow):
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)
    till.pay(attempt)
    till.deaf = True
    await look(attempt, till, cow)
    assert (await Attempt.get(id=attempt.id)).state is AttemptState.REDIRECTED

    till.deaf = False
    await look_at_all(till, cow)

    assert await held(intent) == taka(1_000)


async def test_fifty_callbacks_and_the_browser_in_any_order_make_one_payment(db, till, cow):
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)
    till.pay(attempt)
    body = json.dumps({"event": "e1", "invoice": attempt.invoice})

    async def callback() -> None:
        await receiving.receive(till, body, SIGNED, clock=at(NOON))
        await look(attempt, till, cow)

    async def browser() -> None:
        await receiving.returned("till", attempt.invoice, clock=at(NOON))
        await look(attempt, till, cow)

    doing = [callback() for _ in range(50)] + [browser() for _ in range(5)]
    random.Random(3).shuffle(doing)
    await asyncio.gather(*doing)

    assert cow.covered_by == [intent.id]
    assert await held(intent) == taka(1_000)
    assert await told(intent) == ["payment_due", "payment_received"]
    assert await Callback.all().count() == 1


async def test_a_forged_callback_is_not_even_kept(db, till, cow):
    intent = await due(taka(1_000))
    attempt = await begun(intent, till)

    with pytest.raises(Forged):
        await receiving.receive(till, json.dumps({"invoice": attempt.invoice}), {}, clock=at(NOON))

    assert await Callback.exists() is False


async def test_a_callback_for_nobody_is_kept_and_changes_nothing(db, till, cow):
    body = json.dumps({"event": "e1", "invoice": "HMKNOBODYS"})

    assert await receiving.receive(till, body, SIGNED, clock=at(NOON)) is True

    assert (await Callback.get()).note == "no payment of ours"


async def test_a_sum_that_nobody_pays_runs_out_once(db, till, cow):
    intent = await due(taka(1_000), expires_at=NOON + timedelta(hours=1))

    early = await paying.expire_intent(intent.id, at(NOON))
    late = await paying.expire_intent(intent.id, at(NOON + timedelta(hours=1)))
    again = await paying.expire_intent(intent.id, at(NOON + timedelta(hours=2)))

    assert (early, late, again) == (NOON + timedelta(hours=1), None, None)
    assert (await Intent.get(id=intent.id)).state is IntentState.EXPIRED


async def test_whatever_happens_the_ledger_holds_and_nothing_is_paid_and_expired(db, till, cow):
    rng = random.Random(5)
    intents = [await due(taka(100), expires_at=NOON + timedelta(hours=5)) for _ in range(8)]

    async def act(number: int) -> None:
        intent = rng.choice(intents)
        now = NOON + timedelta(hours=rng.randrange(8))
        try:
            match rng.randrange(5):
                case 0 | 1:
                    attempt = await begun(intent, till, key=str(number), now=now)
                    till.pay(attempt, verdict=rng.choice([Verdict.PAID, Verdict.FAILED]))
                case 2:
                    await paying.expire_intent(intent.id, at(now))
                case 3:
                    await give_back(intent, taka(rng.randint(1, 60)))
                case _:
                    await look_at_all(till, cow, now=now)
        except (NothingDue, NotRefundable, AmountOutOfRange, NotEnoughMoney):
            pass

    for start in range(0, 120, 8):
        await asyncio.gather(*(act(number) for number in range(start, start + 8)))
    await look_at_all(till, cow, now=NOON + timedelta(hours=9))

    assert (await proving.prove()).faults == []
    assert await Intent.filter(captured_paisa__gt=F("due_paisa")).count() == 0
    came = sum(found.amount for found in till.paid.values() if found.verdict is Verdict.PAID)
    outside = (await ledger.balance(chart.gateway("till"))).posted
    assert -outside == came - sum(till.given_back.values())
    for intent in await Intent.filter(state=IntentState.EXPIRED):
        assert intent.captured_paisa < intent.due_paisa
