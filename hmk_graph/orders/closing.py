"""A delivered order closes, by the buyer's word or after a week, and its shop has earned it."""

from __future__ import annotations

from datetime import datetime

from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.orders import collecting, order_keeping
from hmk_graph.orders.errors import ReturnOpen
from hmk_graph.orders.machines import RETURN_OVER, Actor, OrderCommand
from hmk_graph.orders.models import Group, Order, OrderState, Return


@whole_command
async def close(buyer_id: int | None, order_id: int, *, token: str | None, clock: Clock) -> Order:
    """Say, as the buyer, that all is well; the shop has earned its money at once.

    Raises:
        NotFound: It is no order of this buyer.
        StaleState: It is not delivered, or over. ReturnOpen: Goods are on their way back.
    """
    async with transaction(actor_id=buyer_id) as events:
        order, group = await order_keeping.locked(order_id)
        if not collecting.is_buyer(group, buyer_id, token):
            raise NotFound
        if await has_open_return(order.id):
            raise ReturnOpen
        events += await _close(order, group, Actor.BUYER, await clock())
    return order


@whole_command
async def close_when_due(order_id: int, clock: Clock) -> datetime | None:
    """Close an order to which nobody objected in time. Harmless when late or repeated.

    One of which goods are coming back closes with the end of that (`returning`).
    """
    async with transaction() as events:
        order, group = await order_keeping.locked(order_id)
        if order.state is not OrderState.DELIVERED or order.due_at is None:
            return None
        now = await clock()
        if now < order.due_at:
            return order.due_at
        if not await has_open_return(order.id):
            events += await _close(order, group, Actor.CLOCK, now)
    return None


async def has_open_return(order_id: int) -> bool:
    """Say whether goods of an order are coming back."""
    return await Return.filter(order_id=order_id).exclude(state__in=list(RETURN_OVER)).exists()


async def _close(order: Order, group: Group, actor: Actor, now: datetime) -> list[Event]:
    events = await order_keeping.moved(order, group, OrderCommand.CLOSE, actor, now=now)
    await collecting.earn(order, group)
    return events
