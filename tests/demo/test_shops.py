"""Customers and shopkeepers of the demo order, bring and restock, through the public API alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from hmk_graph import database
from hmk_graph.clock import database_clock
from hmk_graph.demo import customers as customers_room
from hmk_graph.demo import people, stalls
from hmk_graph.demo.customers import Customers
from hmk_graph.demo.devices import Devices
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.shopkeepers import BROUGHT, Shopkeepers
from hmk_graph.demo.stalls import PERSONAS_STALL
from hmk_graph.demo.tempo import Tempo
from hmk_graph.event_log import transaction
from hmk_graph.orders import answering, fulfilling
from hmk_graph.orders.models import Carrier, Group, Order, OrderState
from hmk_graph.shops import queries, stocking
from hmk_graph.shops.models import Shop, Stock
from tests.demo.conftest import Demo
from tests.processes import Web

ONCE = (0.0, 0.0)
AT_ONCE = Tempo(order_s=ONCE, order_step_s=ONCE, restock_s=ONCE, open_desk_s=ONCE)


@dataclass(frozen=True)
class Market:
    """Who buys and who sells."""

    customers: Customers
    shopkeepers: Shopkeepers


@pytest.fixture
async def market(own_demo: Demo, redis) -> AsyncIterator[Market]:
    at = {"database_url": own_demo.settings.database_url, "redis_url": redis.url}
    demo = {"HMK_ENV": "demo", "HMK_DEMO_CODE": own_demo.settings.demo_code}
    with Web(**at, **demo) as web:
        settings = replace(own_demo.settings, port=web.port)
        async with database.connected(settings.database_url, pool_size=4):
            devices = Devices(settings, KeptSessions(own_demo.folder))
            yield Market(Customers(devices, AT_ONCE), Shopkeepers(devices, AT_ONCE))
            await devices.aclose()


async def test_a_basket_is_ordered_and_brought_to_its_customer(market: Market, monkeypatch):
    monkeypatch.setattr(customers_room, "VISITORS_SHARE", 0.0)

    assert await market.customers.order()
    placed = await Order.all()
    for _ in range(4 * len(placed)):
        assert await market.shopkeepers.serve()

    assert len(placed) in (1, 2)
    assert [one.state async for one in Order.all()] == [OrderState.DELIVERED] * len(placed)


async def test_a_customer_of_the_visitors_shop_says_that_he_has_his_goods(
    market: Market, monkeypatch
):
    monkeypatch.setattr(customers_room, "VISITORS_SHARE", 1.0)
    customers = market.customers

    # Nothing can be paid online in this house, so the checkout waits for its money.
    assert await customers.order()
    [order] = await Order.all().prefetch_related("group")
    shop = await Shop.get(id=order.shop_id)
    assert (shop.slug, order.state) == (PERSONAS_STALL.slug, OrderState.PENDING)
    assert not customers.at_personas

    now = await database_clock()
    await Group.filter(id=order.group_id).update(state="PLACED", paid_at=now)
    await Order.filter(id=order.id).update(state="PLACED", placed_at=now)
    await answering.accept(shop.owner_id, order.id, clock=database_clock)
    parcel = await fulfilling.pack(shop.owner_id, order.id, None, clock=database_clock)
    await fulfilling.send(shop.owner_id, parcel.id, Carrier.OWN_COURIER, clock=database_clock)
    [customer] = [one for one in people.BIDDERS if one.phone == order.group.contact_phone]
    customers.at_personas.append((customer, f"Order:{order.id}"))
    assert await customers.follow()

    assert (await Order.get(id=order.id)).state is OrderState.DELIVERED


async def test_shelves_are_filled_again_where_little_is_left(market: Market):
    now = await database_clock()
    for stock in await Stock.all():
        async with transaction():
            await stocking.moved(stock, 1 - stock.on_hand, actor_id=None, now=now)

    assert await market.shopkeepers.restock()

    filled = await Stock.filter(on_hand=1 + BROUGHT).prefetch_related("variant__product")
    [shop_id] = {stock.variant.product.shop_id for stock in filled}
    assert (await Shop.get(id=shop_id)).slug in {one.slug for one in stalls.STALLS}


async def test_the_visitors_shop_is_left_to_the_visitor(market: Market):
    for _ in range(3):
        assert await market.shopkeepers.serve()
        assert await market.shopkeepers.restock()

    [shop] = await queries.open_shops(None).filter(slug=PERSONAS_STALL.slug)
    assert PERSONAS_STALL.keeper not in {one.keeper for one in stalls.STALLS}
    assert not await Order.filter(shop_id=shop.id).exists()
