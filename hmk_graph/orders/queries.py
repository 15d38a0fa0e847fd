"""Reads of carts' outcomes. What a viewer has no part in does not exist for him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise.connection import get_connection
from tortoise.queryset import QuerySet

from hmk_graph.errors import NotFound
from hmk_graph.money import Paisa
from hmk_graph.orders import answering, collecting, rules
from hmk_graph.orders.machines import (
    FULFILMENT,
    ORDER,
    RETURN,
    Actor,
    FulfilmentCommand,
    OrderCommand,
    ReturnCommand,
)
from hmk_graph.orders.models import (
    Fulfilment,
    FulfilmentLine,
    Group,
    Line,
    Order,
    OrderState,
    Return,
    ReturnLine,
    Way,
)
from hmk_graph.payments.paying_models import Intent
from hmk_graph.shops.models import Shop
from hmk_graph.state_machines import allowed

UNPAID = (OrderState.PENDING, OrderState.EXPIRED)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """An order as somebody may see it, and in which part."""

    order: Order
    group: Group
    part: Actor


async def visible_order(viewer_id: int | None, order_id: int, token: str | None = None) -> Seen:
    """Return an order in which the viewer has a part, by his account or by a guest's link.

    Raises:
        NotFound: There is none, or it is none of the viewer's business.
    """
    order = await Order.get_or_none(id=order_id)
    if order is None:
        raise NotFound
    group = await Group.get(id=order.group_id)
    part = await answering.part_of(viewer_id, order, group, token)
    if part is None:
        raise NotFound
    return Seen(order=order, group=group, part=part)


async def visible_group(viewer_id: int | None, group_id: int, token: str | None) -> Group:
    """Return a checkout of the viewer's, by his account or by a guest's link.

    Raises:
        NotFound: There is none, or it is somebody else's.
    """
    group = await Group.get_or_none(id=group_id)
    if group is None or not collecting.is_buyer(group, viewer_id, token):
        raise NotFound
    return group


def groups_of(buyer_id: int) -> QuerySet[Group]:
    """Return the checkouts of a person."""
    return Group.filter(buyer_id=buyer_id)


async def shop_orders(owner_id: int, states: Sequence[OrderState] | None) -> QuerySet[Order]:
    """Return the orders at a person's shops, but those that are not paid yet."""
    shops = await Shop.filter(owner_id=owner_id).values_list("id", flat=True)
    found = Order.filter(shop_id__in=[int(str(one)) for one in shops]).exclude(state__in=UNPAID)
    return found if states is None else found.filter(state__in=list(states))


async def orders_in(group_ids: Sequence[int]) -> list[list[Order]]:
    """Return the orders of each checkout, in their order."""
    found: dict[int, list[Order]] = {group_id: [] for group_id in group_ids}
    for order in await Order.filter(group_id__in=list(found)).order_by("id"):
        found[order.group_id].append(order)
    return [found[group_id] for group_id in group_ids]


async def groups_by_id(group_ids: Sequence[int]) -> list[Group]:
    """Return the checkouts of orders, for those who may see these."""
    found = await Group.in_bulk(list(set(group_ids)), "id")
    return [found[group_id] for group_id in group_ids]


async def lines_in(order_ids: Sequence[int]) -> list[list[Line]]:
    """Return the lines of each order, in their order."""
    found: dict[int, list[Line]] = {order_id: [] for order_id in order_ids}
    for line in await Line.filter(order_id__in=list(found)).order_by("id"):
        found[line.order_id].append(line)
    return [found[order_id] for order_id in order_ids]


async def parcels_in(order_ids: Sequence[int]) -> list[list[Fulfilment]]:
    """Return the parcels of each order, in their order."""
    found: dict[int, list[Fulfilment]] = {order_id: [] for order_id in order_ids}
    for parcel in await Fulfilment.filter(order_id__in=list(found)).order_by("id"):
        found[parcel.order_id].append(parcel)
    return [found[order_id] for order_id in order_ids]


async def in_parcels(parcel_ids: Sequence[int]) -> list[list[FulfilmentLine]]:
    """Return what is in each parcel."""
    found: dict[int, list[FulfilmentLine]] = {one: [] for one in parcel_ids}
    for row in await FulfilmentLine.filter(fulfilment_id__in=list(found)).order_by("id"):
        found[row.fulfilment_id].append(row)
    return [found[one] for one in parcel_ids]


async def returns_in(order_ids: Sequence[int]) -> list[list[Return]]:
    """Return what came or comes back of each order, in its order."""
    found: dict[int, list[Return]] = {order_id: [] for order_id in order_ids}
    for back in await Return.filter(order_id__in=list(found)).order_by("id"):
        found[back.order_id].append(back)
    return [found[order_id] for order_id in order_ids]


async def in_returns(return_ids: Sequence[int]) -> list[list[ReturnLine]]:
    """Return what is in each return."""
    found: dict[int, list[ReturnLine]] = {one: [] for one in return_ids}
    for row in await ReturnLine.filter(returned_id__in=list(found)).order_by("id"):
        found[row.returned_id].append(row)
    return [found[one] for one in return_ids]


async def intents_of(group_ids: Sequence[int]) -> list[Intent | None]:
    """Return for each checkout the sum that is or was due for it online; None without."""
    rows = Intent.filter(
        purpose=collecting.GROUP_PURPOSE, subject_id__in=list(set(group_ids))
    ).order_by("id")
    found = {row.subject_id: row for row in await rows}
    return [found.get(group_id) for group_id in group_ids]


async def payment_statuses(order_ids: Sequence[int]) -> list[str]:
    """Return how far each order is paid, from what the ledger took in for it."""
    rows = await get_connection("default").execute_query_dict(_PAID, [list(order_ids)])
    found = {row["id"]: rules.payment_status(due=row["due"], paid=row["paid"]) for row in rows}
    return [found[order_id] for order_id in order_ids]


async def cash_to_hand_back(order_ids: Sequence[int]) -> list[Paisa]:
    """Return, for each order, the cash that its shop has still to put into the buyer's hand."""
    rows = await get_connection("default").execute_query_dict(_CASH_GOES_BACK, [list(order_ids)])
    found = {row["order_id"]: Paisa(row["amount"]) for row in rows}
    return [found.get(order_id, Paisa(0)) for order_id in order_ids]


def order_commands(order: Order, part: Actor) -> list[OrderCommand]:
    """Return what somebody in this part may do with an order now."""
    return [OrderCommand(command) for command in allowed(ORDER, order.state, part)]


def parcel_commands(parcel: Fulfilment, order: Order, part: Actor) -> list[FulfilmentCommand]:
    """Return what somebody in this part may do with a parcel now."""
    known = [FulfilmentCommand(one) for one in allowed(FULFILMENT, parcel.state, part)]
    never = FulfilmentCommand.SEND if order.way is Way.PICKUP else FulfilmentCommand.DELIVER
    if parcel.state.value == "PACKED":
        return [one for one in known if one is not never]
    return known


def return_commands(back: Return, part: Actor) -> list[ReturnCommand]:
    """Return what somebody in this part may do with a return now."""
    return [ReturnCommand(command) for command in allowed(RETURN, back.state, part)]


async def open_at(shop_id: int) -> int:
    """Count the orders of a shop that are not over."""
    return await Order.filter(shop_id=shop_id, state__in=list(OPEN)).count()


OPEN = tuple(
    state
    for state in OrderState
    if state.value not in ("CLOSED", "REJECTED", "CANCELLED", "EXPIRED", "RETURNED_TO_SHOP")
)
_PAID = """
SELECT o.id, o.total_paisa AS due,
       CASE WHEN g.method = 'ONLINE'
            THEN CASE WHEN g.paid_at IS NOT NULL THEN o.total_paisa
                      WHEN i.captured > 0 THEN least(i.captured, o.total_paisa - 1) ELSE 0 END
            ELSE d.captured END::bigint AS paid
FROM orders_order o
JOIN orders_group g ON g.id = o.group_id
CROSS JOIN LATERAL (SELECT coalesce(sum(captured_paisa), 0) AS captured FROM payments_intent
    WHERE purpose = 'orders.group' AND subject_id = g.id AND state = 'OPEN') AS i
CROSS JOIN LATERAL (SELECT coalesce(sum(t.captured_paisa), 0) AS captured
    FROM orders_fulfilment f JOIN payments_intent t ON t.subject_id = f.id
    WHERE f.order_id = o.id AND t.purpose = 'orders.delivery') AS d
WHERE o.id = ANY($1)
"""
# What `collecting.hand_back_cash` settles: refunds of what the shop's own courier took.
_CASH_GOES_BACK = """
SELECT f.order_id, sum(r.amount_paisa)::bigint AS amount
FROM orders_fulfilment f
JOIN orders_order o ON o.id = f.order_id
JOIN payments_intent i ON i.purpose = 'orders.delivery' AND i.subject_id = f.id
JOIN payments_attempt a ON a.intent_id = i.id AND a.gateway = 'cod:' || o.shop_id
JOIN payments_refund r ON r.attempt_id = a.id AND r.state = 'APPROVED'
WHERE f.order_id = ANY($1)
GROUP BY f.order_id
"""
