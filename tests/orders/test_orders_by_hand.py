"""Any commands in any order, by anybody: stock, orders and refunds stay true after each step."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from hmk_graph.orders import answering, closing, collecting, fulfilling, returning, rules
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import (
    Carrier,
    FailReason,
    Fulfilment,
    Group,
    Line,
    Order,
    PayMethod,
    Remedy,
    Return,
    ReturnLine,
)
from hmk_graph.orders.returning import Condition
from hmk_graph.payments import proving, reconciling
from hmk_graph.payments.paying_models import Attempt, Refund
from tests import factories
from tests.by_hand import ByHand, picked, play
from tests.factories import NOON, at
from tests.orders.nevers import found
from tests.payments.tills import DOORS, Till
from tests.shops import stalls

# A busy machine takes its time for two hundred commands and the looks after each.
pytestmark = pytest.mark.timeout(600)
EXAMPLES, STEPS = 5, 40
TARGETS = {collecting.GROUP_PURPOSE: collecting.GroupTarget()}
NOW, LATE = at(NOON), at(NOON + rules.PAY_WITHIN)
MUCH_LATER = at(NOON + rules.RETURN_WITHIN + rules.RETURN_EXPIRES)
WHICH = st.integers(0, 40)


class Market(ByHand):
    """Three things at two shops, few of each, and people who do whatever comes to mind."""

    async def begin(self) -> None:
        self.till = Till()
        self.buyers = [await factories.person() for _ in range(2)]
        first = await stalls.shop()
        self.wares = [
            await stalls.variant(await stalls.product(first), on_hand=4),
            await stalls.variant(await stalls.product(first), on_hand=3),
            await stalls.variant(on_hand=4),
        ]

    async def end(self) -> None:
        assert (await proving.prove()).faults == []

    @rule(which=WHICH, quantity=st.integers(1, 3), more=st.booleans(), online=st.booleans())
    def somebody_orders(self, which: int, quantity: int, more: bool, online: bool) -> None:
        self.attempt(self._order(which, quantity, more, online))

    @rule(which=WHICH, whole=st.booleans())
    def somebody_pays(self, which: int, whole: bool) -> None:
        self.attempt(self._pay(which, whole))

    @rule()
    def the_payer_agrees(self) -> None:
        self.attempt(self._agree())

    @rule(refusing=st.booleans(), deaf=st.booleans())
    def payments_are_looked_after(self, refusing: bool, deaf: bool) -> None:
        self.till.refusing, self.till.deaf = refusing, deaf
        self.attempt(self._look())

    @rule(which=WHICH, command=st.sampled_from(["expire", "call off"]))
    def a_checkout_ends(self, which: int, command: str) -> None:
        self.attempt(self._end(which, command))

    @rule(which=WHICH, command=st.sampled_from(["accept", "reject", "lapse", "cancel", "close"]))
    def an_order_moves(self, which: int, command: str) -> None:
        self.attempt(self._move(which, command))

    @rule(which=WHICH, part=st.booleans())
    def a_parcel_is_packed(self, which: int, part: bool) -> None:
        self.attempt(self._pack(which, part))

    @rule(
        which=WHICH,
        command=st.sampled_from(["send", "deliver", "confirm", "fail", "bring back", "take back"]),
    )
    def a_parcel_moves(self, which: int, command: str) -> None:
        self.attempt(self._carry(which, command))

    @rule(which=WHICH, quantity=st.integers(1, 3), remedy=st.sampled_from(list(Remedy)))
    def a_buyer_wants_to_give_back(self, which: int, quantity: int, remedy: Remedy) -> None:
        self.attempt(self._ask(which, quantity, remedy))

    @rule(
        which=WHICH,
        command=st.sampled_from(["agree", "refuse", "send", "cancel", "receive", "expire"]),
        sound=st.integers(0, 3),
    )
    def a_return_moves(self, which: int, command: str, sound: int) -> None:
        self.attempt(self._return(which, command, sound))

    @invariant()
    def nothing_is_found_that_must_not_be(self) -> None:
        if hasattr(self, "runner"):
            assert self.run(found()) == []

    async def _order(self, which: int, quantity: int, more: bool, online: bool) -> None:
        wanted = [(self.wares[which % 3], quantity)]
        wanted += [(self.wares[(which + 1) % 3], 1), (self.wares[(which + 2) % 3], 1)] * more
        buyer = self.buyers[which % 2]
        shopper = await stalls.basket(Shopper(account_id=buyer.id), *wanted)
        method = PayMethod.ONLINE if online else PayMethod.CASH
        await stalls.checked_out(shopper, method=method)

    async def _pay(self, which: int, whole: bool) -> None:
        group = await picked(Group, which)
        if group is not None:
            amount = None if whole else stalls.taka(100)
            await collecting.begin(
                *(group.buyer_id, group.id, self.till, amount),
                token=None,
                doors=DOORS,
                idempotency_key=stalls.key(),
                clock=NOW,
            )

    async def _agree(self) -> None:
        for attempt in await Attempt.all():
            if attempt.invoice not in self.till.paid:
                self.till.pay(attempt)

    async def _look(self) -> None:
        await Attempt.filter(check_at__isnull=False).update(check_at=NOON)
        await Refund.filter(check_at__isnull=False).update(check_at=NOON)
        for _ in range(20):
            if not await reconciling.do_one({"till": self.till}, TARGETS, clock=NOW):
                break

    async def _end(self, which: int, command: str) -> None:
        group = await picked(Group, which)
        if group is None:
            return
        if command == "expire":
            await collecting.expire(group.id, LATE)
        else:
            await collecting.call_off(group.buyer_id, group.id, token=None, clock=NOW)

    async def _move(self, which: int, command: str) -> None:
        order = await picked(Order, which)
        if order is None:
            return
        owner_id, buyer_id = await stalls.owner_of(order), (await order.group).buyer_id
        match command:
            case "accept":
                await answering.accept(owner_id, order.id, clock=NOW)
            case "reject":
                await answering.reject(owner_id, order.id, reason="শেষ", clock=NOW)
            case "lapse":
                await answering.let_lapse(order.id, MUCH_LATER)
            case "cancel":
                who = buyer_id if which % 2 else owner_id
                await answering.cancel(who, order.id, reason="", token=None, clock=NOW)
            case "close":
                if which % 2:
                    await closing.close(buyer_id, order.id, token=None, clock=NOW)
                else:
                    await closing.close_when_due(order.id, MUCH_LATER)

    async def _pack(self, which: int, part: bool) -> None:
        order = await picked(Order, which)
        if order is None:
            return
        line = await Line.filter(order_id=order.id).order_by("id").first()
        assert line is not None
        wanted = {line.id: 1} if part else None
        await fulfilling.pack(await stalls.owner_of(order), order.id, wanted, clock=NOW)

    async def _carry(self, which: int, command: str) -> None:
        parcel = await picked(Fulfilment, which)
        if parcel is None:
            return
        order = await Order.get(id=parcel.order_id).prefetch_related("group")
        owner_id = await stalls.owner_of(order)
        match command:
            case "send":
                await fulfilling.send(owner_id, parcel.id, Carrier.OWN_COURIER, clock=NOW)
            case "deliver":
                await fulfilling.deliver(owner_id, parcel.id, code=order.code, clock=NOW)
            case "confirm":
                await fulfilling.confirm(order.group.buyer_id, parcel.id, token=None, clock=NOW)
            case "fail":
                await fulfilling.fail(owner_id, parcel.id, FailReason.ABSENT, clock=NOW)
            case "bring back":
                await fulfilling.bring_back(owner_id, parcel.id, clock=NOW)
            case "take back":
                await fulfilling.take_back(owner_id, parcel.id, clock=NOW)

    async def _ask(self, which: int, quantity: int, remedy: Remedy) -> None:
        order = await picked(Order, which)
        if order is None:
            return
        line = await Line.filter(order_id=order.id).order_by("id").first()
        assert line is not None
        await returning.ask(
            *((await order.group).buyer_id, order.id, {line.id: quantity}),
            remedy=remedy,
            reason="নষ্ট",
            token=None,
            idempotency_key=stalls.key(),
            clock=NOW,
        )

    async def _return(self, which: int, command: str, sound: int) -> None:
        back = await picked(Return, which)
        if back is None:
            return
        order = await Order.get(id=back.order_id).prefetch_related("group")
        owner_id, buyer_id = await stalls.owner_of(order), order.group.buyer_id
        match command:
            case "agree" | "refuse":
                agreed = command == "agree"
                await returning.answer(owner_id, back.id, agreed=agreed, words="না", clock=NOW)
            case "send":
                await returning.send(buyer_id, back.id, token=None)
            case "cancel":
                await returning.cancel(buyer_id, back.id, token=None, clock=NOW)
            case "expire":
                await returning.expire(back.id, MUCH_LATER)
            case "receive":
                found = {}
                for row in await ReturnLine.filter(returned_id=back.id):
                    kept = min(sound, row.quantity)
                    left = row.quantity - kept
                    missing = left if which % 3 == 0 else 0
                    damaged = left - missing
                    found[row.line_id] = Condition(sound=kept, damaged=damaged, missing=missing)
                await returning.receive(owner_id, back.id, found, clock=NOW)


def test_whatever_people_do_stock_orders_and_refunds_stay_true(postgres: str, template: str):
    play(Market, server=postgres, template=template, examples=EXAMPLES, steps=STEPS)
