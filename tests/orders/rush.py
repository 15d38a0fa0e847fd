"""One of several processes that buy, pay and let checkouts lapse, all at once.

`python -m tests.orders.rush URL CART...` prints how many of its checkouts were made.
"""

from __future__ import annotations

import asyncio
import random
import sys

from hmk_graph import database
from hmk_graph.orders import collecting, rules
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import Cart, Group, GroupState, PayMethod
from hmk_graph.payments import reconciling
from hmk_graph.payments.errors import NothingDue
from hmk_graph.shops.errors import OutOfStock
from tests.factories import NOON, at
from tests.payments.tills import DOORS, Till
from tests.shops import stalls

TARGETS = {collecting.GROUP_PURPOSE: collecting.GroupTarget()}
LATE = NOON + rules.PAY_WITHIN
TRIES = 4


async def buy(cart: Cart, chance: random.Random) -> int:
    """Try to have one piece: order it, and pay for it or let it go; return the checkouts made."""
    till, made = Till(), 0
    for turn in range(TRIES):
        try:
            group = await stalls.checked_out(
                Shopper(account_id=cart.account_id), method=PayMethod.ONLINE
            )
        except OutOfStock:
            await lapse_one(chance)
            continue
        made += 1
        if chance.random() < 0.5:
            await pay(group, till, f"{cart.id} {turn}")
            return made
        await collecting.expire(group.id, at(LATE))
        variant = await stalls.Variant.first()
        assert variant is not None
        await stalls.basket(Shopper(account_id=cart.account_id), (variant, 1))
    return made


async def pay(group: Group, till: Till, key: str) -> None:
    """Pay, though somebody may let the checkout lapse meanwhile."""
    try:
        attempt = await collecting.begin(
            group.buyer_id,
            group.id,
            till,
            None,
            token=None,
            doors=DOORS,
            idempotency_key=key,
            clock=at(NOON),
        )
    except NothingDue:
        return
    till.pay(attempt)
    await reconciling.look_after(attempt.id, {"till": till}, TARGETS, clock=at(NOON))


async def lapse_one(chance: random.Random) -> None:
    """Let the time of somebody's checkout run out, as the clock does."""
    waiting = await Group.filter(state=GroupState.PENDING_PAYMENT).values_list("id", flat=True)
    if waiting:
        await collecting.expire(int(str(chance.choice(waiting))), at(LATE))


async def main(url: str, *cart_ids: str) -> None:
    """Have the people of these carts buy, all at once."""
    async with database.connected(url, pool_size=8):
        carts = await Cart.filter(id__in=[int(one) for one in cart_ids])
        made = await asyncio.gather(*(buy(cart, random.Random(cart.id)) for cart in carts))
        print(sum(made))  # noqa: T201 - the answer of the process


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
