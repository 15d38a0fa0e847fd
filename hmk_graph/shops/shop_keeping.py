"""A shop's row: whose it is, how it is locked, whether it takes orders and is open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hmk_graph.accounts import access
from hmk_graph.errors import NotFound
from hmk_graph.shops import rules
from hmk_graph.shops.models import Shop, ShopState

OVER = frozenset({ShopState.REJECTED, ShopState.TERMINATED})


async def locked(shop_id: int) -> Shop:
    """Lock a shop until the transaction ends.

    Raises:
        NotFound: There is no such shop.
    """
    shop = await Shop.select_for_update(no_key=True).get_or_none(id=shop_id)
    if shop is None:
        raise NotFound
    return shop


async def mine_locked(owner_id: int) -> Shop:
    """Lock a person's own shop that is not over; the person may act.

    Raises:
        NotFound: The person has none.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(owner_id)
    shop = (
        await Shop.select_for_update(no_key=True)
        .filter(owner_id=owner_id, state__not_in=list(OVER))
        .first()
    )
    if shop is None:
        raise NotFound
    return shop


async def write(shop: Shop, **changes: Any) -> None:
    """Write columns of a locked shop. `Any`: they have the columns' types."""
    written = {"version": shop.version + 1, **changes}
    shop.update_from_dict(written)
    await shop.save(update_fields=list(written))


def takes_orders(shop: Shop, now: datetime) -> bool:
    """Say whether a shop takes orders at a moment: verified, and not on holiday."""
    if shop.state is not ShopState.VERIFIED:
        return False
    closed_from, closed_to = shop.closed_from, shop.closed_to
    return not (closed_from and closed_to and closed_from <= now < closed_to)


def is_open(shop: Shop, now: datetime) -> bool:
    """Say whether a shop takes orders at a moment, and that is within its hours."""
    return takes_orders(shop, now) and rules.is_open(now, shop.hours)
