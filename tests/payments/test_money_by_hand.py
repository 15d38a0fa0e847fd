"""Sums are paid and given back in any order: the ledger says what the till has really moved."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, deciding, ledger, proving, reconciling, refunding
from hmk_graph.payments.chart import SUSPENSE, AccountName
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Choice,
    Intent,
    Refund,
    RefundState,
)
from tests import factories
from tests.by_hand import ByHand, picked, play
from tests.factories import NOON, at
from tests.orders.nevers import found
from tests.payments.tills import PURPOSE, Cow, Till, begun, due, give_back

# Commands by the hundred on a busy machine.
pytestmark = pytest.mark.timeout(600)
OVER = NOON + timedelta(minutes=15)
# When the last payer is given up and the last refund was asked after.
LONG_AFTER = NOON + timedelta(days=30)
WHICH = st.integers(0, 20)
KEYS = count(1)
WHY = "ব্যাংকের বিবরণীতে টাকাটি আছে"
# What is over, or waits for a person.
TRIED = {AttemptState.CAPTURED, AttemptState.FAILED, AttemptState.ABANDONED, AttemptState.REVIEW}
GONE = {RefundState.SUCCEEDED, RefundState.FAILED, RefundState.REJECTED}


class Counter(ByHand):
    """Sums that end after a quarter of an hour, and a till that is late, deaf or wrong."""

    async def begin(self) -> None:
        self.till, self.cow = Till(), Cow()
        self.judges = [await factories.administrator() for _ in range(2)]
        for ends in (None, OVER):
            intent = await due(taka(100), expires_at=ends)
            self.till.pay(await begun(intent, self.till, taka(60), key=str(next(KEYS))))

    @rule(amount=st.integers(20, 200).map(taka), ending=st.booleans())
    def a_sum_is_due(self, amount: Paisa, ending: bool) -> None:
        self.attempt(due(amount, expires_at=OVER if ending else None))

    @rule(which=WHICH, part=st.sampled_from([None, taka(10), taka(50)]))
    def somebody_begins_to_pay(self, which: int, part: Paisa | None) -> None:
        self.attempt(self._begin(which, part))

    @rule(
        which=WHICH,
        wrong=st.sampled_from([{}, {}, {"amount": taka(5)}, {"currency": "USD"}, {"risky": True}]),
    )
    def a_payer_agrees(self, which: int, wrong: dict[str, object]) -> None:
        self.attempt(self._agree(which, wrong))

    @rule(deaf=st.booleans(), refusing=st.booleans(), late=st.booleans())
    def all_is_looked_after(self, deaf: bool, refusing: bool, late: bool) -> None:
        self.till.deaf, self.till.refusing = deaf, refusing
        self.attempt(self._look(OVER if late else NOON))

    @rule(which=WHICH, amount=st.integers(1, 200).map(taka))
    def a_part_is_given_back(self, which: int, amount: Paisa) -> None:
        self.attempt(self._give_back(which, amount))

    @rule(which=WHICH, judge=st.integers(0, 1), choice=st.sampled_from(list(Choice)))
    def somebody_decides_what_was_set_aside(self, which: int, judge: int, choice: Choice) -> None:
        self.attempt(self._decide(which, judge, choice))

    @invariant()
    def no_more_goes_back_than_came(self) -> None:
        if hasattr(self, "runner"):
            assert self.run(found()) == []

    @invariant()
    def what_a_sum_brought_stands_where_it_belongs(self) -> None:
        if hasattr(self, "runner"):
            self.run(self._held())

    async def end(self) -> None:
        """When the till answers again nothing is left between, and the ledger is what it did."""
        self.till.deaf = self.till.refusing = False
        await self._look(LONG_AFTER)
        await self._look(LONG_AFTER)

        assert {attempt.state for attempt in await Attempt.all()} <= TRIED
        by_machine = await Refund.filter(by_hand=False)
        assert {refund.state for refund in by_machine} <= GONE
        heard_of = {one.invoice for one in await Attempt.filter(state__in=ASKED)}
        came = sum(
            one.amount
            for invoice, one in self.till.paid.items()
            if one.currency == "BDT" and invoice in heard_of
        )
        went = sum(self.till.given_back.values())
        assert (await ledger.balance(chart.gateway("till"))).posted == went - came
        assert (await proving.prove()).faults == []

    async def _begin(self, which: int, part: Paisa | None) -> None:
        intent = await picked(Intent, which)
        if intent is not None:
            await begun(intent, self.till, part, key=str(next(KEYS)))

    async def _agree(self, which: int, wrong: dict[str, object]) -> None:
        attempt = await picked(Attempt, which)
        if attempt is not None and attempt.invoice not in self.till.paid:
            self.till.pay(attempt, **wrong)

    async def _look(self, now: datetime) -> None:
        await Attempt.filter(check_at__isnull=False).update(check_at=NOON)
        await Refund.filter(check_at__isnull=False).update(check_at=NOON)
        ways, targets = {"till": self.till}, {PURPOSE: self.cow}
        for _ in range(30):
            if not await reconciling.do_one(ways, targets, clock=at(now)):
                break

    async def _give_back(self, which: int, amount: Paisa) -> None:
        intent = await picked(Intent, which)
        if intent is not None:
            await give_back(intent, amount)

    async def _decide(self, which: int, judge: int, choice: Choice) -> None:
        attempt = await picked(Attempt, which)
        if attempt is not None:
            await deciding.decide(
                *(self.judges[judge].id, attempt.id, choice),
                reason=WHY,
                targets={PURPOSE: self.cow},
                clock=at(NOON),
            )

    async def _held(self) -> None:
        going: dict[str, int] = {}
        gone: dict[str, int] = {}
        for refund in await Refund.all():
            if refund.state is RefundState.SUCCEEDED:
                gone[refund.source] = gone.get(refund.source, 0) + refund.amount_paisa
            elif refund.state in refunding.COUNTED:
                going[refund.source] = going.get(refund.source, 0) + refund.amount_paisa
        for intent in await Intent.all():
            stands = await ledger.balance(AccountName(intent.payee))
            assert stands.posted == intent.captured_paisa - gone.get(intent.payee, 0)
            assert stands.held == going.get(intent.payee, 0)
            assert 0 <= intent.captured_paisa <= intent.due_paisa
        assert (await ledger.balance(SUSPENSE)).held == going.get(SUSPENSE, 0)


# What the house has asked the till about, and heard that it was paid.
ASKED = (AttemptState.CAPTURED, AttemptState.REVIEW, AttemptState.FAILED)


def test_however_people_pay_and_are_paid_back_the_ledger_is_what_moved(
    postgres: str, template: str
):
    play(
        Counter,
        server=postgres,
        template=template,
        examples=6,
        steps=40,
        derandomize=True,
        database=None,
    )
