"""An order's rows: how they are locked, and how a step of one is written and told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event
from hmk_graph.orders.events import OrderMoved, OrderTold
from hmk_graph.orders.machines import GROUP, ORDER, OVER, Actor, GroupCommand, OrderCommand
from hmk_graph.orders.models import Group, GroupState, Line, Order
from hmk_graph.orders.rules import Counted
from hmk_graph.shops.models import Shop
from hmk_graph.stepping import step

# What is due for an order by itself: the shop's answer, or the order's end.
ANSWER_DUE = "orders.answer_due"
CLOSE_DUE = "orders.close_due"
EXPIRE_GROUP = "orders.expire_group"
EXPIRE_RETURN = "orders.expire_return"


async def locked_group(group_id: int) -> Group:
    """Lock a checkout until the transaction ends; it comes before all that belongs to it.

    Raises:
        NotFound: There is none.
    """
    group = await Group.select_for_update(no_key=True).get_or_none(id=group_id)
    if group is None:
        raise NotFound
    return group


async def locked(order_id: int) -> tuple[Order, Group]:
    """Lock an order behind its checkout (rules.md C2).

    Raises:
        NotFound: There is none.
    """
    found = await Order.get_or_none(id=order_id)
    if found is None:
        raise NotFound
    group = await locked_group(found.group_id)
    return await Order.select_for_update(no_key=True).get(id=order_id), group


async def locked_orders(group_id: int) -> list[Order]:
    """Lock the orders of a locked checkout, in the order of their numbers."""
    return await Order.filter(group_id=group_id).order_by("id").select_for_update(no_key=True)


async def lines_of(order_id: int) -> list[Line]:
    """Return the lines of an order, in their order."""
    return await Line.filter(order_id=order_id).order_by("id")


def counted(lines: Sequence[Line]) -> list[Counted]:
    """Return lines as the rules count them."""
    return [
        Counted(
            line_id=line.id,
            price=line.price_paisa,
            quantity=line.quantity,
            shipped=line.shipped,
            delivered=line.delivered,
            returned=line.returned,
        )
        for line in lines
    ]


async def moved(
    order: Order,
    group: Group,
    command: OrderCommand,
    actor: Actor,
    *,
    now: datetime,
    due_at: datetime | None = None,
    reason: str = "",
    **changes: Any,
) -> list[Event]:
    """Take a locked order one step on, and return what its listeners and its two sides are told.

    `Any`: the changes have the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    why = {"reason": reason} if reason else {}
    written = {"due_at": due_at, "changed_at": now, **why, **changes}
    await step(order, ORDER, command, actor, **written)
    events: list[Event] = [
        OrderMoved(
            order_id=order.id,
            state=order.state,
            happened=command,
            by=actor,
            reason=reason,
            due_at=due_at,
        ),
        *(await told(order, group, command)),
    ]
    if order.state in OVER:
        await _close_group(group)
    return events


async def told(order: Order, group: Group, happened: str) -> list[Event]:
    """Return what the two sides of an order hear on their own streams."""
    shop = await Shop.get(id=order.shop_id)
    sides = [(shop.owner_id, True)]
    if group.buyer_id is not None:
        sides.append((group.buyer_id, False))
    return [
        OrderTold(
            account_id=account_id,
            group_id=group.id,
            order_id=order.id,
            state=order.state,
            happened=happened,
            selling=selling,
        )
        for account_id, selling in sides
    ]


async def _close_group(group: Group) -> None:
    """Close a placed checkout with its last order."""
    if group.state is not GroupState.PLACED:
        return
    if await Order.filter(group_id=group.id, state__not_in=list(OVER)).exists():
        return
    await step(group, GROUP, GroupCommand.CLOSE, Actor.HOUSE)
