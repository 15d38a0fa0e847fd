"""From a cart to the door: what is promised, what is paid, and what is left on the shelf."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph.errors import NotAllowed, NotFound, StaleState
from hmk_graph.money import taka
from hmk_graph.orders import (
    answering,
    carting,
    checking_out,
    closing,
    collecting,
    fulfilling,
    rules,
)
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.errors import (
    CartChanged,
    CashAtTheDoor,
    CashNotTaken,
    DeliveryCodeWrong,
    NotOnSale,
    OwnShop,
    PricesChanged,
    TooManyOfLine,
)
from hmk_graph.orders.models import (
    Carrier,
    FailReason,
    Group,
    GroupState,
    Line,
    Order,
    OrderState,
    PayMethod,
    Way,
)
from hmk_graph.payments import chart, ledger, proving
from hmk_graph.payments.paying_models import Intent
from hmk_graph.shops import cataloging
from hmk_graph.shops.errors import OutOfStock
from hmk_graph.shops.models import Product, Shop
from tests import factories
from tests.factories import NOON, at
from tests.shops import stalls
from tests.shops.stalls import DELIVERY, PRICE

pytestmark = pytest.mark.usefixtures("db")
LATER = NOON + timedelta(hours=1)


async def test_a_cash_order_is_packed_carried_paid_at_the_door_and_earned_by_its_shop():
    cheese = await stalls.variant()
    order, group = await stalls.ordered(cheese)
    owner_id = await stalls.owner_of(order)
    assert await stalls.stock_of(cheese) == (10, 2)

    await answering.accept(owner_id, order.id, clock=at(NOON))
    parcel = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
    await fulfilling.send(owner_id, parcel.id, Carrier.OWN_COURIER, clock=at(NOON))
    assert await stalls.stock_of(cheese) == (8, 0)
    await fulfilling.deliver(owner_id, parcel.id, code=order.code, clock=at(LATER))

    order = await Order.get(id=order.id)
    total = 2 * PRICE + DELIVERY
    assert (order.state, order.total_paisa) == (OrderState.DELIVERED, total)
    cash = chart.gateway(chart.courier_cash(order.shop_id))
    assert (await ledger.balance(chart.escrow_of(group.id))).free == total
    await closing.close(group.buyer_id, order.id, token=None, clock=at(LATER))
    assert (await ledger.balance(chart.escrow_of(group.id))).free == 0
    assert (await ledger.balance(cash)).free == 0
    assert (await Group.get(id=group.id)).state is GroupState.CLOSED
    assert (await proving.prove()).faults == []


async def test_a_basket_of_three_shops_becomes_one_checkout_with_an_order_at_each():
    wares = [await stalls.variant() for _ in range(3)]
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), *((ware, 1) for ware in wares))

    group = await stalls.checked_out(shopper)

    orders = await Order.filter(group_id=group.id)
    assert len({order.shop_id for order in orders}) == 3
    assert group.total_paisa == 3 * (PRICE + DELIVERY)
    cart = await carting.find(shopper)
    assert cart is not None
    assert await carting.wanted(cart.id, NOON) == []


async def test_the_same_cart_is_checked_out_once():
    cheese = await stalls.variant()
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), (cheese, 2))
    cart = await carting.find(shopper)
    assert cart is not None
    first = await stalls.checked_out(shopper)

    again = await checking_out.check_out(
        shopper,
        await stalls.destination(),
        checking_out.Terms(method=PayMethod.CASH, cart_version=cart.version, ways={}),
        idempotency_key="another",
        clock=at(NOON),
    )

    assert again.id == first.id
    assert await stalls.stock_of(cheese) == (10, 2)


async def test_a_checkout_names_every_line_that_is_short_and_leaves_no_trace():
    few, none, enough = [await stalls.variant(on_hand=n) for n in (1, 0, 9)]
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), (few, 2), (none, 1), (enough, 3))

    with pytest.raises(OutOfStock) as refused:
        await stalls.checked_out(shopper)

    short = {(one.variant_id, one.wanted, one.left) for one in refused.value.short}
    assert short == {(few.id, 2, 1), (none.id, 1, 0)}
    assert await stalls.stock_of(enough) == (9, 0)
    assert not await Group.exists()


async def test_a_price_that_changed_since_it_was_shown_is_asked_about_first():
    cheese = await stalls.variant()
    owner_id = (await Shop.get()).owner_id
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), (cheese, 2))
    await cataloging.set_price(owner_id, cheese.id, taka(300), clock=at(LATER))

    with pytest.raises(PricesChanged) as refused:
        await stalls.checked_out(shopper, now=LATER)
    await carting.agree_to_prices(shopper, clock=at(LATER))
    group = await stalls.checked_out(shopper, now=LATER)

    [change] = refused.value.changed
    assert (change.variant_id, change.old, change.new) == (cheese.id, PRICE, taka(300))
    assert group.total_paisa == 2 * taka(300) + DELIVERY


async def test_a_cart_that_changed_meanwhile_is_not_checked_out():
    cheese = await stalls.variant()
    buyer = await factories.person()
    shopper = await stalls.basket(Shopper(account_id=buyer.id), (cheese, 2))
    cart = await carting.find(shopper)
    assert cart is not None
    await stalls.basket(shopper, (cheese, 3))

    with pytest.raises(CartChanged):
        await checking_out.check_out(
            shopper,
            await stalls.destination(),
            checking_out.Terms(method=PayMethod.CASH, cart_version=cart.version, ways={}),
            idempotency_key="k",
            clock=at(NOON),
        )


async def test_a_guest_is_known_by_a_secret_and_nobody_else_by_its_number():
    cheese = await stalls.variant()
    guest = await stalls.basket(Shopper(account_id=None), (cheese, 1))
    cart = await carting.find(guest)
    assert cart is not None and guest.token is not None
    group = await stalls.checked_out(guest)
    secret = rules.link_secret(guest.token, cart.version)
    order = await Order.get()

    assert collecting.is_buyer(group, None, secret)
    for wrong in (None, "", guest.token, str(group.id)):
        assert not collecting.is_buyer(group, None, wrong)
    with pytest.raises(NotFound):
        await answering.cancel(None, order.id, reason="", token="x", clock=at(NOON))
    await answering.cancel(None, order.id, reason="", token=secret, clock=at(NOON))
    assert await stalls.stock_of(cheese) == (10, 0)


async def test_nobody_orders_from_himself_or_what_is_not_on_sale():
    cheese = await stalls.variant()
    stall = await Shop.get()
    own = await stalls.basket(Shopper(account_id=stall.owner_id), (cheese, 1))
    buyer = await factories.person()
    other = await stalls.basket(Shopper(account_id=buyer.id), (cheese, 1))

    with pytest.raises(OwnShop):
        await stalls.checked_out(own)
    await Shop.filter(id=stall.id).update(state="PAUSED")
    with pytest.raises(NotOnSale):
        await stalls.checked_out(other)
    with pytest.raises(NotOnSale):
        await carting.put(other, cheese.id, 2, clock=at(NOON))


async def test_a_silent_shop_says_no_after_a_day_of_opening_hours():
    cheese = await stalls.variant()
    order, group = await stalls.ordered(cheese)
    assert order.due_at is not None

    assert await answering.let_lapse(order.id, at(order.due_at - timedelta(seconds=1)))
    assert (await Order.get()).state is OrderState.PLACED
    await answering.let_lapse(order.id, at(order.due_at))
    await answering.let_lapse(order.id, at(order.due_at))

    assert (await Order.get()).state is OrderState.REJECTED
    assert (await Group.get(id=group.id)).state is GroupState.CLOSED
    assert await stalls.stock_of(cheese) == (10, 0)


async def test_a_buyer_calls_off_until_it_is_packed():
    cheese = await stalls.variant()
    order, group = await stalls.ordered(cheese)
    owner_id = await stalls.owner_of(order)
    await answering.accept(owner_id, order.id, clock=at(NOON))
    await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))

    with pytest.raises(NotAllowed):
        await answering.cancel(group.buyer_id, order.id, reason="", token=None, clock=at(NOON))
    await answering.cancel(owner_id, order.id, reason="ভেঙে গেছে", token=None, clock=at(NOON))

    assert (await Order.get()).state is OrderState.CANCELLED
    assert await stalls.stock_of(cheese) == (10, 0)
    assert (await Line.get()).shipped == 0


async def test_an_order_goes_in_two_parcels_and_is_delivered_with_the_second():
    cheese = await stalls.variant()
    order, group = await stalls.ordered(cheese, 5)
    owner_id = await stalls.owner_of(order)
    line = await Line.get()
    await answering.accept(owner_id, order.id, clock=at(NOON))

    with pytest.raises(TooManyOfLine):
        await fulfilling.pack(owner_id, order.id, {line.id: 6}, clock=at(NOON))
    first = await fulfilling.pack(owner_id, order.id, {line.id: 2}, clock=at(NOON))
    await fulfilling.send(owner_id, first.id, Carrier.OWN_COURIER, clock=at(NOON))
    await fulfilling.deliver(owner_id, first.id, code=order.code, clock=at(NOON))
    assert (await Order.get()).state is OrderState.OUT_FOR_DELIVERY
    second = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
    await fulfilling.send(owner_id, second.id, Carrier.OWN_COURIER, clock=at(NOON))
    await fulfilling.deliver(owner_id, second.id, code=order.code, clock=at(NOON))

    assert (await Order.get()).state is OrderState.DELIVERED
    taken = await Intent.filter(purpose=collecting.PARCEL_PURPOSE).order_by("id")
    assert [one.due_paisa for one in taken] == [2 * PRICE + DELIVERY, 3 * PRICE]
    assert await stalls.stock_of(cheese) == (5, 0)
    assert group.total_paisa == sum(one.due_paisa for one in taken)


async def test_a_wrong_code_is_counted_and_hands_nothing_over():
    order, group = await stalls.ordered()
    owner_id = await stalls.owner_of(order)
    await answering.accept(owner_id, order.id, clock=at(NOON))
    parcel = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
    await fulfilling.send(owner_id, parcel.id, Carrier.OWN_COURIER, clock=at(NOON))

    left = []
    for _ in range(6):
        with pytest.raises(DeliveryCodeWrong) as wrong:
            await fulfilling.deliver(owner_id, parcel.id, code="x", clock=at(NOON))
        left.append(wrong.value.left)
    with pytest.raises(DeliveryCodeWrong):
        await fulfilling.deliver(owner_id, parcel.id, code=order.code, clock=at(NOON))
    with pytest.raises(CashAtTheDoor):
        await fulfilling.confirm(group.buyer_id, parcel.id, token=None, clock=at(NOON))

    assert left == [4, 3, 2, 1, 0, 0]
    assert (await Order.get()).state is OrderState.OUT_FOR_DELIVERY


async def test_goods_refused_three_times_have_that_phone_pay_beforehand():
    cheese = await stalls.variant()
    for _ in range(3):
        order, _ = await stalls.ordered(cheese, 1)
        owner_id = await stalls.owner_of(order)
        await answering.accept(owner_id, order.id, clock=at(NOON))
        parcel = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
        await fulfilling.send(owner_id, parcel.id, Carrier.OWN_COURIER, clock=at(NOON))
        await fulfilling.fail(owner_id, parcel.id, FailReason.REFUSED, clock=at(NOON))
        await fulfilling.bring_back(owner_id, parcel.id, clock=at(NOON))
        await fulfilling.take_back(owner_id, parcel.id, clock=at(NOON))
        assert (await Order.get(id=order.id)).state is OrderState.RETURNED_TO_SHOP

    assert await stalls.stock_of(cheese) == (10, 0)
    with pytest.raises(CashNotTaken):
        await stalls.ordered(cheese, 1)
    order, _ = await stalls.ordered(cheese, 1, method=PayMethod.ONLINE)
    assert order.state is OrderState.PENDING


async def test_goods_that_are_fetched_cost_no_way_and_are_handed_over_in_the_shop():
    cheese = await stalls.variant()
    stall = await Shop.get()
    order, _ = await stalls.ordered(cheese, ways={stall.id: Way.PICKUP})
    await answering.accept(stall.owner_id, order.id, clock=at(NOON))
    parcel = await fulfilling.pack(stall.owner_id, order.id, None, clock=at(NOON))

    with pytest.raises(StaleState):
        await fulfilling.send(stall.owner_id, parcel.id, Carrier.TRIP, clock=at(NOON))
    parcel = await fulfilling.deliver(stall.owner_id, parcel.id, code=order.code, clock=at(NOON))

    assert (order.total_paisa, parcel.carrier) == (2 * PRICE, Carrier.PICKUP)
    assert await stalls.stock_of(cheese) == (8, 0)


async def test_what_does_not_exist_and_what_is_anothers_look_the_same():
    order, group = await stalls.ordered()
    stranger = await factories.person()
    owner_id = await stalls.owner_of(order)

    for account_id in (stranger.id, group.buyer_id):
        with pytest.raises(NotFound):
            await answering.accept(account_id or 0, order.id, clock=at(NOON))
    for account_id in (stranger.id, owner_id):
        with pytest.raises(NotFound):
            await closing.close(account_id, order.id, token=None, clock=at(NOON))
    assert await Product.exists()
