"""Sums are paid and given back in any order: the ledger says what the till has really moved."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from hmk_graph.event_log import transaction
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, deciding, ledger, paying, proving, reconciling, refunding
from hmk_graph.payments.chart import SUSPENSE, AccountName
from hmk_graph.payments.errors import NothingDue
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
USED = "a number that paid for something else"
WRONGS: list[dict[str, object]] = [
    *({}, {}, {}, {}),
    {"amount": taka(5)},
    {"amount": taka(90)},
    {"currency": "USD"},
    {"invoice": "HMKSOMEBODYELSES"},
    {"trx": USED},
    {"risky": True},
]
WHY = "ব্যাংকের বিবরণীতে টাকাটি আছে"
# What is over, or waits for a person.
TRIED = {AttemptState.CAPTURED, AttemptState.FAILED, AttemptState.ABANDONED, AttemptState.REVIEW}
GONE = {RefundState.SUCCEEDED, RefundState.FAILED, RefundState.REJECTED}


class Counter(ByHand):
    """Sums of two people, some over after a quarter of an hour; a till that is deaf or wrong.

    One person's sums stand on one account, so that none is safe because its money is alone there.
    """

    async def begin(self) -> None:
        self.till, self.cow = Till(), Cow()
        self.judges = [await factories.administrator() for _ in range(2)]
        self.payers = [await factories.person() for _ in range(2)]
        self.unfit: set[str] = set()
        self.repeated: set[str] = set()
        self.words: dict[tuple[int, int], Choice] = {}
        sums = [await due(taka(100), self.payers[0], expires_at=ends) for ends in (None, OVER)]
        for intent in sums:
            self.till.pay(await begun(intent, self.till, taka(60), key=str(next(KEYS))))
        for number, wrong in enumerate(each for each in WRONGS if each and "trx" not in each):
            intent = await due(taka(60), self.payers[number % 2])
            attempt = await begun(intent, self.till, key=str(next(KEYS)))
            self.till.pay(attempt, **wrong)
            self.unfit.add(attempt.invoice)
        await self._look(NOON)
        await begun(await due(taka(60), self.payers[1]), self.till, key=str(next(KEYS)))
        await self._agree(0, {"trx": USED})
        await give_back(sums[0], taka(60))
        await self._look(NOON)
        for which in range(await Attempt.filter(state=AttemptState.REVIEW).count()):
            with suppress(NothingDue):
                await self._decide(which, 0, Choice.TAKE)

    @rule(amount=st.integers(20, 200).map(taka), who=st.integers(0, 1), ending=st.booleans())
    def a_sum_is_due(self, amount: Paisa, who: int, ending: bool) -> None:
        self.attempt(due(amount, self.payers[who], expires_at=OVER if ending else None))

    @rule(which=WHICH, part=st.sampled_from([None, taka(10), taka(50)]))
    def somebody_begins_to_pay(self, which: int, part: Paisa | None) -> None:
        self.attempt(self._begin(which, part))

    @rule(which=WHICH, wrong=st.sampled_from(WRONGS))
    def a_payer_agrees(self, which: int, wrong: dict[str, object]) -> None:
        self.attempt(self._agree(which, wrong))

    @rule(deaf=st.booleans(), refusing=st.booleans(), late=st.booleans())
    def all_is_looked_after(self, deaf: bool, refusing: bool, late: bool) -> None:
        self.till.deaf, self.till.refusing = deaf, refusing
        self.attempt(self._look(OVER if late else NOON))

    @rule(which=st.integers(0, 8), amount=st.integers(1, 70).map(taka))
    def a_part_is_given_back(self, which: int, amount: Paisa) -> None:
        self.attempt(self._give_back(which, amount))

    @rule(which=st.integers(0, 8), amount=st.integers(1, 70).map(taka))
    def a_part_of_one_try_is_given_back(self, which: int, amount: Paisa) -> None:
        self.attempt(self._give_back_of_one(which, amount))

    @rule(which=st.integers(0, 5), judge=st.integers(0, 1), choice=st.sampled_from(list(Choice)))
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

    @invariant()
    def nothing_that_does_not_fit_counts_unless_two_said_so(self) -> None:
        if hasattr(self, "runner"):
            self.run(self._judged())

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
            if one.currency == "BDT" and invoice in heard_of - self.repeated
        )
        went = sum(self.till.given_back.values())
        assert (await ledger.balance(chart.gateway("till"))).posted == went - came
        waiting = await Attempt.filter(state=AttemptState.REVIEW, gateway_trx__isnull=False)
        by_hand = Refund.filter(by_hand=True, source=SUSPENSE, state=RefundState.APPROVED)
        aside = sum(
            found.amount
            for found in (self.till.paid[one.invoice] for one in waiting)
            if found.currency == "BDT"
        ) + sum([one.amount_paisa for one in await by_hand])
        assert (await ledger.balance(SUSPENSE)).posted == aside
        assert (await proving.prove()).faults == []

    async def _begin(self, which: int, part: Paisa | None) -> None:
        intent = await picked(Intent, which)
        if intent is not None:
            await begun(intent, self.till, part, key=str(next(KEYS)))

    async def _agree(self, which: int, wrong: dict[str, object]) -> None:
        attempt = await picked(Attempt, which)
        if attempt is None or attempt.invoice in self.till.paid:
            return
        if "trx" in wrong:
            earlier = await Attempt.filter(gateway_trx__isnull=False).order_by("id").first()
            if earlier is None:
                return
            wrong = {"trx": earlier.gateway_trx}
            self.repeated.add(attempt.invoice)
        if wrong:
            self.unfit.add(attempt.invoice)
        self.till.pay(attempt, **wrong)

    async def _look(self, now: datetime) -> None:
        before = {one.id: one.captured_paisa for one in await Intent.filter(expires_at=OVER)}
        await self._look_at_all(now)
        if now >= OVER:
            after = {one.id: one.captured_paisa for one in await Intent.filter(expires_at=OVER)}
            assert after == before, "what comes too late is not counted"

    async def _look_at_all(self, now: datetime) -> None:
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

    async def _give_back_of_one(self, which: int, amount: Paisa) -> None:
        attempt = await picked(Attempt.filter(state=AttemptState.CAPTURED), which)
        async with transaction() as events:
            intent = await paying.locked(attempt.intent_id)
            events += await refunding.give_back(
                *(intent, attempt, amount),
                source=AccountName(intent.payee),
                reason=WHY,
                now=NOON,
            )

    async def _decide(self, which: int, judge: int, choice: Choice) -> None:
        attempt = await picked(Attempt.filter(state=AttemptState.REVIEW), which)
        if attempt is None:
            return
        decided = await deciding.decide(
            *(self.judges[judge].id, attempt.id, choice),
            reason=WHY,
            targets={PURPOSE: self.cow},
            clock=at(NOON),
        )
        if decided.state is not AttemptState.REVIEW:
            assert self.words.get((attempt.id, 1 - judge)) is choice, "the other said so, too"
        self.words[attempt.id, judge] = choice

    async def _judged(self) -> None:
        counted = await Attempt.filter(invoice__in=self.unfit, state=AttemptState.CAPTURED)
        for attempt in counted:
            said = [self.words.get((attempt.id, judge)) for judge in (0, 1)]
            assert said == [Choice.TAKE] * 2

    async def _held(self) -> None:
        going: dict[str, int] = {}
        gone: dict[str, int] = {}
        back: dict[str, int] = {}
        for refund in await Refund.filter(state__in=refunding.COUNTED).prefetch_related("attempt"):
            invoice = refund.attempt.invoice
            back[invoice] = back.get(invoice, 0) + refund.amount_paisa
        for invoice, amount in back.items():
            assert amount <= self.till.paid[invoice].amount
        for refund in await Refund.all():
            if refund.state is RefundState.SUCCEEDED:
                gone[refund.source] = gone.get(refund.source, 0) + refund.amount_paisa
            elif refund.state in refunding.COUNTED:
                going[refund.source] = going.get(refund.source, 0) + refund.amount_paisa
        captured: dict[str, int] = {}
        for intent in await Intent.all():
            assert 0 <= intent.captured_paisa <= intent.due_paisa
            so_far = captured.get(intent.payee, 0)
            captured[intent.payee] = so_far + intent.captured_paisa
        for payee, came in captured.items():
            stands = await ledger.balance(AccountName(payee))
            assert stands.posted == came - gone.get(payee, 0)
            assert stands.held == going.get(payee, 0)
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
