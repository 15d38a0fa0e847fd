"""The money of a checkout: paid beforehand, given back, and earned by its shops."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hmk_graph.accounts.errors import ReasonTooShort, SecondOfficerNeeded
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import after
from hmk_graph.money import Paisa
from hmk_graph.orders import (
    answering,
    carting,
    closing,
    collecting,
    fulfilling,
    returning,
    rules,
)
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.errors import TooManyOfLine
from hmk_graph.orders.models import (
    Carrier,
    Group,
    GroupState,
    Line,
    Order,
    OrderState,
    PayMethod,
    Remedy,
    Return,
    ReturnState,
)
from hmk_graph.orders.returning import Condition
from hmk_graph.payments import chart, ledger, proving, reconciling
from hmk_graph.payments.paying_models import Attempt, Intent, IntentState, Refund
from tests import factories
from tests.factories import NOON, at
from tests.payments.tills import DOORS, Till
from tests.shops import stalls
from tests.shops.stalls import DELIVERY, PRICE

pytestmark = pytest.mark.usefixtures("db")
TARGETS = {collecting.GROUP_PURPOSE: collecting.GroupTarget()}
LATE = NOON + rules.PAY_WITHIN


async def begun(
    group: Group, till: Till, *, amount: Paisa | None = None, token: str | None = None
) -> Attempt:
    return await collecting.begin(
        group.buyer_id,
        group.id,
        till,
        amount,
        token=token,
        doors=DOORS,
        idempotency_key=stalls.key(),
        clock=at(NOON),
    )


async def look(till: Till, *, now: datetime = NOON) -> None:
    """Look after every payment and every refund that waits."""
    await Attempt.filter(check_at__isnull=False).update(check_at=NOON)
    await Refund.filter(check_at__isnull=False).update(check_at=NOON)
    while await reconciling.do_one({"till": till}, TARGETS, clock=at(now)):
        pass


async def paid(group: Group, till: Till) -> None:
    attempt = await begun(group, till)
    till.pay(attempt)
    await look(till)


async def delivered(order: Order) -> None:
    """Have a shop bring an order."""
    owner_id = await stalls.owner_of(order)
    await answering.accept(owner_id, order.id, clock=at(NOON))
    parcel = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
    await fulfilling.send(owner_id, parcel.id, Carrier.OWN_COURIER, clock=at(NOON))
    await fulfilling.deliver(owner_id, parcel.id, code=order.code, clock=at(NOON))


async def asked(
    order: Order, group: Group, wanted: dict[int, int], remedy: Remedy = Remedy.REFUND
) -> Return:
    return await returning.ask(
        group.buyer_id,
        order.id,
        wanted,
        remedy=remedy,
        reason="গন্ধ হয়ে গেছে",
        token=None,
        idempotency_key=stalls.key(),
        clock=at(NOON),
    )


async def given_back(order: Order, group: Group, condition: Condition, remedy: Remedy) -> None:
    """Have a buyer give the first line of an order back."""
    line = await Line.filter(order_id=order.id).order_by("id").first()
    assert line is not None
    owner_id = await stalls.owner_of(order)
    wanted = {line.id: sum(vars(condition).values())}
    back = await asked(order, group, wanted, remedy)
    await returning.answer(owner_id, back.id, agreed=True, clock=at(NOON))
    await returning.send(group.buyer_id, back.id, token=None)
    await returning.receive(owner_id, back.id, {line.id: condition}, clock=at(NOON))


async def free(account: chart.AccountName) -> int:
    return (await ledger.balance(account)).free


async def test_shops_hear_of_an_order_once_it_is_paid():
    cheese, till = await stalls.variant(), Till()
    order, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    owner_id = await stalls.owner_of(order)
    with pytest.raises(NotFound):
        await answering.accept(owner_id, order.id, clock=at(NOON))

    await paid(group, till)

    assert (await Group.get()).state is GroupState.PLACED
    assert (await Order.get()).state is OrderState.PLACED
    assert await free(chart.escrow_of(group.id)) == 2 * PRICE + DELIVERY
    told = [event.payload["happened"] for event in await after(f"accounts.account.{owner_id}", 0)]
    assert told == ["PLACE"]


async def test_what_is_not_paid_in_time_is_for_sale_again():
    cheese = await stalls.variant()
    _, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    assert await stalls.stock_of(cheese) == (10, 2)

    assert await collecting.expire(group.id, at(LATE - timedelta(seconds=1))) == LATE
    assert (await Group.get()).state is GroupState.PENDING_PAYMENT
    await collecting.expire(group.id, at(LATE))
    await collecting.expire(group.id, at(LATE))

    assert (await Group.get()).state is GroupState.EXPIRED
    assert (await Order.get()).state is OrderState.EXPIRED
    assert (await Intent.get()).state is IntentState.EXPIRED
    assert await stalls.stock_of(cheese) == (10, 0)


async def test_money_that_comes_after_its_checkout_expired_goes_back_by_itself():
    cheese, till = await stalls.variant(), Till()
    _, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    attempt = await begun(group, till)
    await collecting.expire(group.id, at(LATE))

    till.pay(attempt)
    await look(till, now=LATE)
    await look(till, now=LATE)

    assert (await Group.get()).state is GroupState.EXPIRED
    assert list(till.given_back.values()) == [2 * PRICE + DELIVERY]
    assert await free(chart.escrow_of(group.id)) == 0
    assert (await proving.prove()).faults == []


async def test_a_checkout_that_is_called_off_gives_back_what_was_paid_in_part():
    cheese, till = await stalls.variant(), Till()
    _, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    till.pay(await begun(group, till, amount=PRICE))
    await look(till)
    assert (await Group.get()).state is GroupState.PENDING_PAYMENT

    await collecting.call_off(group.buyer_id, group.id, token=None, clock=at(NOON))
    await look(till)

    assert list(till.given_back.values()) == [PRICE]
    assert await stalls.stock_of(cheese) == (10, 0)


async def test_a_shop_that_says_no_has_all_its_money_go_back():
    cheese, till = await stalls.variant(), Till()
    order, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    await paid(group, till)

    await answering.reject(await stalls.owner_of(order), order.id, reason="মাল শেষ", clock=at(NOON))
    await look(till)

    assert list(till.given_back.values()) == [2 * PRICE + DELIVERY]
    assert (await Order.get()).refunded_paisa == 2 * PRICE + DELIVERY
    assert await free(chart.escrow_of(group.id)) == 0


async def test_a_basket_of_three_shops_of_which_one_takes_its_goods_back():
    wares, till = [await stalls.variant() for _ in range(3)], Till()
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), *((ware, 2) for ware in wares))
    group = await stalls.checked_out(shopper, method=PayMethod.ONLINE)
    await paid(group, till)
    orders = await Order.filter(group_id=group.id).order_by("id")
    for order in orders:
        await delivered(order)

    kept, other, returned = orders
    await given_back(returned, group, Condition(sound=1, damaged=1, missing=0), Remedy.REFUND)
    for order in orders:
        await closing.close(buyer.id, order.id, token=None, clock=at(NOON))
    await look(till)

    assert list(till.given_back.values()) == [2 * PRICE]
    due = [await free(chart.due_to_shop(order.shop_id)) for order in (kept, other, returned)]
    assert due == [2 * PRICE + DELIVERY, 2 * PRICE + DELIVERY, DELIVERY]
    assert await free(chart.escrow_of(group.id)) == 0
    assert [await stalls.stock_of(ware) for ware in wares] == [(8, 0), (8, 0), (9, 0)]
    assert (await Group.get()).state is GroupState.CLOSED
    assert (await proving.prove()).faults == []


async def test_goods_that_are_replaced_become_an_order_for_which_nothing_is_due():
    cheese, till = await stalls.variant(), Till()
    order, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    await paid(group, till)
    await delivered(order)

    await given_back(order, group, Condition(sound=0, damaged=2, missing=0), Remedy.REPLACE)

    new = await Order.get(replaces_id=order.id)
    assert (new.state, new.total_paisa) == (OrderState.PLACED, 0)
    assert await stalls.stock_of(cheese) == (8, 2)
    assert till.given_back == {}


async def test_no_more_comes_back_than_was_delivered():
    order, group = await stalls.ordered()
    line = await Line.get()
    with pytest.raises(StaleState):
        await asked(order, group, {line.id: 1})
    await delivered(order)

    back = await asked(order, group, {line.id: 1})
    with pytest.raises(TooManyOfLine) as refused:
        await asked(order, group, {line.id: 2})

    assert (back.state, refused.value.most) == (ReturnState.REQUESTED, 1)


async def test_a_guest_pays_by_his_link_and_by_nothing_else():
    cheese, till = await stalls.variant(), Till()
    guest = await stalls.basket(Shopper(account_id=None), (cheese, 1))
    cart = await carting.find(guest)
    assert cart is not None and guest.token is not None
    group = await stalls.checked_out(guest, method=PayMethod.ONLINE)
    secret = rules.link_secret(guest.token, cart.version)

    for wrong in (None, "", guest.token):
        with pytest.raises(NotFound):
            await begun(group, till, token=wrong)
    attempt = await begun(group, till, token=secret)
    till.pay(attempt)
    await look(till)

    assert (await Group.get()).state is GroupState.PLACED


async def test_an_order_that_is_paid_online_is_called_off_by_two_officers():
    till = Till()
    order, group = await stalls.ordered(method=PayMethod.ONLINE)
    await paid(group, till)
    first, second = await factories.officer(), await factories.officer()
    say = {"reason": "দোকান থেকে ভেজালের অভিযোগ", "token": None, "clock": at(NOON)}

    waiting, _ = await answering.cancel(first.id, order.id, **say)
    with pytest.raises(SecondOfficerNeeded):
        await answering.cancel(first.id, order.id, **say)
    with pytest.raises(ReasonTooShort):
        await answering.cancel(second.id, order.id, **{**say, "reason": "ভেজাল"})
    gone, _ = await answering.cancel(second.id, order.id, **say)

    assert (waiting.state, gone.state) == (OrderState.PLACED, OrderState.CANCELLED)
    assert (await Refund.get()).amount_paisa == group.total_paisa


async def test_one_officer_calls_an_order_off_for_which_no_money_came():
    order, _ = await stalls.ordered(method=PayMethod.CASH)
    say = {"reason": "দোকান থেকে ভেজালের অভিযোগ", "token": None, "clock": at(NOON)}

    gone, _ = await answering.cancel((await factories.officer()).id, order.id, **say)

    assert gone.state is OrderState.CANCELLED
