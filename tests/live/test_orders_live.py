"""An order is followed from both of its sides, and by a guest's link, while it goes its way."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, aclosing

import pytest

from hmk_graph import database
from hmk_graph.clock import database_clock
from hmk_graph.orders import answering, carting, checking_out, rules
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.checking_out import Terms
from hmk_graph.orders.models import Order, PayMethod
from tests import factories
from tests.live.followers import followed, token_of
from tests.shops import stalls
from tests.walking import OPERATIONS

ORDER_EVENTS = OPERATIONS["OrderEvents"]


async def ordered(shopper: Shopper) -> tuple[Order, str | None]:
    """Order two pieces in cash; return the order, and the secret of a guest's link."""
    shopper = await stalls.basket(shopper, (await stalls.variant(), 2))
    cart = await carting.find(shopper)
    assert cart is not None
    group = await checking_out.check_out(
        shopper,
        await stalls.destination(),
        Terms(method=PayMethod.CASH, cart_version=cart.version, ways={}),
        idempotency_key=stalls.key(),
        clock=database_clock,
    )
    return await Order.get(group_id=group.id), rules.secret_for(shopper.token, cart.version)


async def test_buyer_and_shop_hear_each_step_of_an_order_once(houses, database_url):
    first, second = houses
    async with database.connected(database_url, pool_size=4), asyncio.timeout(100):
        buyer = await factories.person()
        order, _ = await ordered(Shopper(account_id=buyer.id))
        owner_id = await stalls.owner_of(order)
        which = {"orderId": f"Order:{order.id}"}
        async with AsyncExitStack() as lines:
            heard = []
            for web, who in ((first, buyer.id), (second, owner_id)):
                stream = followed(web, ORDER_EVENTS, which, await token_of(who))
                heard.append(await lines.enter_async_context(aclosing(stream)))
            snapshots = [await anext(one) for one in heard]
            accept = {"input": which}
            await first.ask(OPERATIONS["AcceptOrder"], accept, token=await token_of(owner_id))
            told = [await anext(one) for one in heard]

        await answering.cancel(owner_id, order.id, reason="", token=None, clock=database_clock)
        later = {**which, "after": told[0]["cursor"]}
        async with aclosing(
            followed(second, ORDER_EVENTS, later, await token_of(buyer.id))
        ) as again:
            missed = await anext(again)

    assert [one["order"]["part"] for one in snapshots] == ["BUYER", "SHOP"]
    assert [one["order"]["state"] for one in snapshots] == ["PLACED", "PLACED"]
    assert [(one["seq"], one["happened"], one["by"]) for one in told] == [(2, "ACCEPT", "SHOP")] * 2
    assert (missed["seq"], missed["state"]) == (3, "CANCELLED")


async def test_a_guest_follows_by_his_links_secret_and_nobody_without_it(houses, database_url):
    first, second = houses
    async with database.connected(database_url, pool_size=4), asyncio.timeout(100):
        order, secret = await ordered(Shopper(account_id=None))
        which = {"orderId": f"Order:{order.id}"}
        link = {**which, "guestToken": secret}
        async with aclosing(followed(second, ORDER_EVENTS, link)) as seen:
            snapshot = await anext(seen)
            owner_id = await stalls.owner_of(order)
            await first.ask(
                OPERATIONS["AcceptOrder"], {"input": which}, token=await token_of(owner_id)
            )
            told = await anext(seen)
        for stranger in (which, {**which, "guestToken": "another"}):
            with pytest.raises(AssertionError, match="NOT_FOUND"):
                await anext(followed(first, ORDER_EVENTS, stranger))

    assert (snapshot["order"]["part"], snapshot["order"]["state"]) == ("BUYER", "PLACED")
    assert (told["happened"], told["state"]) == ("ACCEPT", "ACCEPTED")
