"""Shares are held, paid, left, merged and called off in any order: the money nets to zero."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from hmk_graph import event_log
from hmk_graph.haat import closing_pools, share_money, sharing
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.share_models import OnShortfall, PoolState, Share, SharePool, ShareState
from hmk_graph.payments import chart, ledger, proving
from hmk_graph.payments.paying_models import Attempt, AttemptState, Intent, IntentState, Refund
from tests import factories
from tests.by_hand import ByHand, picked, play
from tests.factories import NOON, at
from tests.haat.pools import SHARE, bought, held, pay, pool

# Commands by the hundred on a busy machine.
pytestmark = pytest.mark.timeout(600)
WHICH = st.integers(0, 20)
KEYS = count(1)
OVER = {PoolState.SETTLED, PoolState.MERGED, PoolState.CANCELED}
STANDING = (ShareState.HELD, ShareState.PAID)


class Sharers(ByHand):
    """Three cows of two shares, one of each way to end, some sold, five people, and the clock."""

    async def begin(self) -> None:
        self.now = NOON
        self.officer, self.second = await factories.officer(), await factories.officer()
        self.people = [await factories.person() for _ in range(5)]
        for number, ending in enumerate(OnShortfall):
            ends = NOON + timedelta(hours=4 + number)
            cow = await pool(parts=2, on_shortfall=ending, tag=f"S-{number}", ends=ends)
            await bought(cow, 1)

    @rule(which=WHICH, who=st.integers(0, 4))
    def somebody_wants_a_share(self, which: int, who: int) -> None:
        self.attempt(self._hold(which, who))

    @rule(which=WHICH, who=st.integers(0, 4))
    def somebody_buys_a_share(self, which: int, who: int) -> None:
        self.attempt(self._buy(which, who))

    @rule(which=WHICH, rest=st.booleans())
    def somebody_pays(self, which: int, rest: bool) -> None:
        self.attempt(self._pay(which, rest))

    @rule(which=WHICH)
    def somebody_lets_go(self, which: int) -> None:
        self.attempt(self._let_go(which))

    @rule(minutes=st.sampled_from([5, 15, 60, 300]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.run(self._clocks())

    @rule(which=WHICH)
    def the_meat_is_weighed(self, which: int) -> None:
        self.attempt(self._divide(which))

    @rule(which=WHICH)
    def an_officer_calls_it_off(self, which: int) -> None:
        if which < 3:  # else nothing would ever end well
            self.attempt(self._call_off(which))

    @invariant()
    def nobody_has_what_another_has_and_no_more_than_there_is(self) -> None:
        if hasattr(self, "runner"):
            self.run(self._shares())

    @invariant()
    def every_taka_is_held_earned_or_on_its_way_back(self) -> None:
        if hasattr(self, "runner"):
            self.run(self._money())

    @invariant()
    def whoever_follows_a_pool_sees_it_as_it_is(self) -> None:
        if hasattr(self, "runner"):
            self.run(self._streams())

    async def end(self) -> None:
        """In the end every pool is over, and what came is the sellers' or went back."""
        for _ in range(4):
            self.now += timedelta(hours=49)
            await self._clocks()
            for cow in await SharePool.filter(state=PoolState.FULL):
                await self._weigh(cow)

        assert {cow.state for cow in await SharePool.all()} <= OVER
        open_sums = Intent.filter(state__in=(IntentState.OPEN, IntentState.COVERED))
        assert not await open_sums.exists()
        for cow in await SharePool.all():
            settled = cow.state is PoolState.SETTLED
            animal = await Animal.get(id=cow.animal_id)
            assert (animal.state is AnimalState.HANDED_OVER) == settled
            standing = await Share.filter(pool_id=cow.id, state__in=STANDING).count()
            assert bool(standing) == settled
        await self._money()
        assert (await proving.prove()).faults == []

    async def _hold(self, which: int, who: int) -> None:
        cow = await picked(SharePool, which)
        await held(cow, self.people[who], key=str(next(KEYS)), now=self.now)

    async def _buy(self, which: int, who: int) -> None:
        cow = await picked(SharePool, which)
        share = await held(cow, self.people[who], key=str(next(KEYS)), now=self.now)
        await pay(share, now=self.now)

    async def _pay(self, which: int, rest: bool) -> None:
        share = await picked(Share, which)
        purpose = share_money.REST if rest else share_money.SHARE
        if share is not None and await Intent.exists(purpose=purpose, subject_id=share.id):
            await pay(share, purpose=purpose, now=self.now)

    async def _let_go(self, which: int) -> None:
        share = await picked(Share, which)
        if share is not None:
            await sharing.let_go(share.holder_id, share.id, clock=at(self.now))

    async def _clocks(self) -> None:
        for share in await Share.all():
            await sharing.lapse_when_due(share.id, at(self.now))
        for cow in await SharePool.all().order_by("id"):
            await closing_pools.close_when_due(cow.id, at(self.now))

    async def _divide(self, which: int) -> None:
        await self._weigh(await picked(SharePool, which))

    async def _weigh(self, cow: SharePool) -> None:
        shares = await Share.filter(pool_id=cow.id, state=ShareState.PAID).count()
        await sharing.divide(cow.seller_id, cow.id, [10_000] * shares, clock=at(self.now))

    async def _call_off(self, which: int) -> None:
        cow = await picked(SharePool, which)
        reason = "পশুটি হাটে অসুস্থ হয়ে পড়েছে"
        for one in (self.officer, self.second):
            await sharing.call_off(one.id, cow.id, reason=reason, clock=at(self.now))

    async def _shares(self) -> None:
        for cow in await SharePool.all():
            numbers = [one.number for one in await share_money.standing(cow.id)]
            assert len(set(numbers)) == len(numbers)
            assert all(1 <= number <= cow.parts for number in numbers)

    async def _streams(self) -> None:
        for cow in await SharePool.all():
            told = await event_log.after(f"haat.pool.{cow.id}", 0)
            assert [one.seq for one in told] == list(range(1, len(told) + 1))
            seen = cow.parts - len(await share_money.standing(cow.id))
            due = cow.due_at.isoformat() if cow.due_at else None
            assert told[-1].payload == {
                "pool_id": cow.id,
                "state": cow.state,
                "left": seen,
                "due_at": due,
                "reason": cow.reason,
            }

    async def _money(self) -> None:
        came = sum(one.amount_paisa for one in await Attempt.filter(state=AttemptState.CAPTURED))
        back = sum(one.amount_paisa for one in await Refund.all())
        sellers = {cow.seller_id for cow in await SharePool.all()}
        earned = sum([(await ledger.balance(chart.due_to_seller(one))).posted for one in sellers])
        holders = {share.holder_id for share in await Share.all()}
        stand = [await ledger.balance(chart.held_for(one)) for one in holders]
        paid = [share for share in await Share.all() if share.state is ShareState.PAID]
        settled = {cow.id for cow in await SharePool.filter(state=PoolState.SETTLED)}
        theirs = sum(
            SHARE + (share.rest_paisa if share.rest_paid_at else 0)
            for share in paid
            if share.pool_id not in settled
        )
        assert came == sum(one.posted for one in stand) + earned
        assert sum(one.held for one in stand) == theirs + back
        assert came == theirs + back + earned


def test_however_people_share_their_money_nets_to_zero(postgres: str, template: str):
    play(
        Sharers,
        server=postgres,
        template=template,
        examples=10,
        steps=40,
        derandomize=True,
        database=None,
    )
