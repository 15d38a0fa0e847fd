"""What is still open between buyers and shops: nobody leaves before it is over."""

from __future__ import annotations

from hmk_graph.orders.machines import RETURN_OVER
from hmk_graph.orders.models import Cart, Fulfilment, FulfilmentState, Group, Order, Return
from hmk_graph.orders.queries import OPEN
from hmk_graph.shops import obligations as earning
from hmk_graph.shops.models import Shop

ON_THE_WAY = (FulfilmentState.OUT, FulfilmentState.FAILED, FulfilmentState.RETURNING)


async def open_obligations(account_id: int) -> list[str]:
    """Name what a person still has open: "orders", as who buys or as who sells."""
    shops = await Shop.filter(owner_id=account_id).values_list("id", flat=True)
    selling = Order.filter(shop_id__in=[int(str(one)) for one in shops], state__in=list(OPEN))
    buying = Order.filter(group__buyer_id=account_id, state__in=list(OPEN))
    return ["orders"] if await selling.exists() or await buying.exists() else []


async def open_at_shop(shop_id: int) -> list[str]:
    """Name what is open at one shop: "orders", "parcels", "returns", and "earnings" not paid out.

    Earnings come last: an order that closes while we ask brings its money in the same moment.
    """
    orders = Order.filter(shop_id=shop_id, state__in=list(OPEN))
    parcels = Fulfilment.filter(order__shop_id=shop_id, state__in=list(ON_THE_WAY))
    returns = Return.filter(order__shop_id=shop_id).exclude(state__in=list(RETURN_OVER))
    still = {
        "orders": await orders.exists(),
        "parcels": await parcels.exists(),
        "returns": await returns.exists(),
    }
    return [name for name, is_open in still.items() if is_open] + await earning.of_shop(shop_id)


async def forget(account_id: int) -> None:
    """Wipe the cart of an erased person, and where his goods once went."""
    await Cart.filter(account_id=account_id).delete()
    blank = {"contact_name": "", "contact_phone": "", "address": "", "note": ""}
    await Group.filter(buyer_id=account_id).update(**blank)
