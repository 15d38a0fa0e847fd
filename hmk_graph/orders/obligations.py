"""What is still open between buyers and shops: nobody leaves before it is over."""

from __future__ import annotations

from hmk_graph.orders.models import Cart, Group, Order
from hmk_graph.orders.queries import OPEN
from hmk_graph.shops.models import Shop


async def open_obligations(account_id: int) -> list[str]:
    """Name what a person still has open: "orders", as who buys or as who sells."""
    shops = await Shop.filter(owner_id=account_id).values_list("id", flat=True)
    selling = Order.filter(shop_id__in=[int(str(one)) for one in shops], state__in=list(OPEN))
    buying = Order.filter(group__buyer_id=account_id, state__in=list(OPEN))
    return ["orders"] if await selling.exists() or await buying.exists() else []


async def forget(account_id: int) -> None:
    """Wipe the cart of an erased person, and where his goods once went."""
    await Cart.filter(account_id=account_id).delete()
    blank = {"contact_name": "", "contact_phone": "", "address": "", "note": ""}
    await Group.filter(buyer_id=account_id).update(**blank)
