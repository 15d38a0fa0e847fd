"""A product's row: whose it is, and how it is locked."""

from __future__ import annotations

from hmk_graph.errors import NotFound
from hmk_graph.shops import shop_keeping
from hmk_graph.shops.models import Product, ProductState, Shop


async def mine(owner_id: int, product_id: int) -> tuple[Product, Shop]:
    """Lock a product of one's own shop, behind the shop.

    Raises:
        NotFound: It is none, or it is retired.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    shop = await shop_keeping.mine_locked(owner_id)
    product = await Product.select_for_update(no_key=True).get_or_none(
        id=product_id, shop_id=shop.id
    )
    if product is None or product.state is ProductState.RETIRED:
        raise NotFound
    return product, shop
