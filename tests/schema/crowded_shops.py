"""Fifty shops, products and orders, seen by a person who buys, sells and decides.

`PAGES` are the lists that show it, with every relation that a page asks of them.
"""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.accounts.models import Account
from hmk_graph.orders import answering, fulfilling
from hmk_graph.orders.models import Order, PayMethod, Remedy, Return, ReturnLine
from hmk_graph.shops.models import ShopState
from tests.factories import NOON, at
from tests.shops import stalls

SHOP = """nameBn place { nameBn } logo { id } cover { id } takesOrders openNow mine reason
    decisionDueAt newestProducts { nameBn fromPrice } allowedTransitions hours { weekday }"""
PRODUCT = f"""nameBn category {{ slug }} shop {{ {SHOP} }} media {{ url(width: 320) }}
    allowedTransitions variants {{ price priceHistory {{ price }} available
    stocks {{ onHand reserved place {{ nameBn }} movements {{ delta }} }} }}"""
ORDER = f"""state cashToHandBack shop {{ {SHOP} }} method paymentStatus fulfilmentStatus contactName
    place {{ nameBn }} lines {{ nameBn }} parcels {{ lines {{ quantity }} allowedTransitions }}
    returns {{ lines {{ quantity }} allowedTransitions }} allowedTransitions"""
PAGES = {
    "shops": f"shops(first: $n) {{ edges {{ node {{ {SHOP} }} }} }}",
    "shopsWaiting": f"shopsWaiting(first: $n) {{ edges {{ node {{ {SHOP} }} }} }}",
    "products": f"products(first: $n) {{ edges {{ node {{ {PRODUCT} }} }} }}",
    "myProducts": f"myProducts(first: $n) {{ edges {{ node {{ {PRODUCT} }} }} }}",
    "shopOrders": f"shopOrders(first: $n) {{ edges {{ node {{ {ORDER} }} }} }}",
    "myOrderGroups": f"""myOrderGroups(first: $n) {{ edges {{ node {{ payment {{ left
        tries {{ amount }} }} orders {{ {ORDER} }} }} }} }}""",
}


async def furnish(viewer: Account, many: int) -> None:
    """Make so many of each for one person, who has a shop and orders at others."""
    own = await stalls.shop(viewer)
    for number in range(many):
        waits = NOON - timedelta(minutes=number)
        await stalls.shop(state=ShopState.SUBMITTED, submitted_at=waits)
        sold = await stalls.variant(await stalls.product(own))
        order, _ = await stalls.ordered(sold)
        await answering.accept(viewer.id, order.id, clock=at(NOON))
        await fulfilling.pack(viewer.id, order.id, None, clock=at(NOON))
        await _returned(order)
        bought, _ = await stalls.ordered(buyer=viewer, method=PayMethod.ONLINE)
        await _returned(bought)


async def _returned(order: Order) -> None:
    back = await Return.create(
        order=order, remedy=Remedy.REFUND, reason="ভাঙা", asked_at=NOON, expires_at=NOON
    )
    [line] = await order.lines.all()
    await ReturnLine.create(returned=back, line=line, quantity=1)
