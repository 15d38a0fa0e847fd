"""What the house still owes a person: nobody leaves before he was paid out."""

from __future__ import annotations

from hmk_graph.payments import chart, queries
from hmk_graph.shops.models import Shop


async def open_obligations(account_id: int) -> list[str]:
    """Name what is open: "earnings" of the person, or of a shop of his, that are not paid out.

    What is on its way stands there until it is proved to have arrived.
    """
    shops = await Shop.filter(owner_id=account_id).values_list("id", flat=True)
    earners = [chart.due_to_seller(account_id)]
    earners += [chart.due_to_shop(int(str(shop_id))) for shop_id in shops]
    return ["earnings"] if await queries.anything_stands_on(earners) else []


async def of_shop(shop_id: int) -> list[str]:
    """Name "earnings" while a shop has some that are not paid out."""
    return ["earnings"] if await queries.anything_stands_on([chart.due_to_shop(shop_id)]) else []
