"""A parcel's row: what is in it, how it is locked, and how a step of one is written and told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from tortoise.connection import get_connection

from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event
from hmk_graph.orders import order_keeping
from hmk_graph.orders.errors import TooManyOfLine
from hmk_graph.orders.events import ParcelMoved
from hmk_graph.orders.machines import FULFILMENT, Actor, FulfilmentCommand
from hmk_graph.orders.models import (
    Fulfilment,
    FulfilmentLine,
    FulfilmentState,
    Group,
    Line,
    Order,
)
from hmk_graph.stepping import step


async def locked(parcel_id: int) -> tuple[Fulfilment, Order, Group]:
    """Lock a parcel behind its order and that one's checkout.

    Raises:
        NotFound: There is none.
    """
    found = await Fulfilment.get_or_none(id=parcel_id)
    if found is None:
        raise NotFound
    order, group = await order_keeping.locked(found.order_id)
    parcel = await Fulfilment.select_for_update(no_key=True).get(id=parcel_id)
    return parcel, order, group


async def moved(
    parcel: Fulfilment, order: Order, command: FulfilmentCommand, actor: Actor, **changes: Any
) -> list[Event]:
    """Take a locked parcel one step on. `Any`: the changes have the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await step(parcel, FULFILMENT, command, actor, **changes)
    return [told(parcel, order)]


def told(parcel: Fulfilment, order: Order) -> ParcelMoved:
    """Return what listeners of an order hear of a parcel."""
    return ParcelMoved(
        order_id=order.id,
        state=order.state,
        parcel_id=parcel.id,
        parcel_state=parcel.state,
        carrier=parcel.carrier,
    )


async def inside(parcel_id: int) -> dict[int, int]:
    """Return how many of each line are in a parcel."""
    rows = await FulfilmentLine.filter(fulfilment_id=parcel_id)
    return {row.line_id: row.quantity for row in rows}


def unshipped(lines: list[Line], wanted: Mapping[int, int] | None) -> dict[int, int]:
    """Return how many of each line go into a parcel; all that is left, if nobody says.

    Raises:
        NotFound: One is no line of the order. TooManyOfLine: So many are not left.
    """
    left = {line.id: line.quantity - line.shipped for line in lines}
    if wanted is None:
        return {line_id: number for line_id, number in left.items() if number}
    for line_id, number in wanted.items():
        if line_id not in left:
            raise NotFound
        if not 0 < number <= left[line_id]:
            raise TooManyOfLine(line_id=line_id, most=left[line_id])
    return dict(wanted)


async def count(
    taken: Mapping[int, int], column: Literal["shipped", "delivered", "returned"], *, sign: int = 1
) -> None:
    """Move a count of locked lines up, or down with a `sign` of -1."""
    if taken:
        await get_connection("default").execute_query(
            f"UPDATE orders_line AS l SET {column} = l.{column} + w.number"
            " FROM unnest($1::bigint[], $2::int[]) AS w (line_id, number) WHERE l.id = w.line_id",
            [list(taken), [sign * number for number in taken.values()]],
        )


async def unpack(order: Order) -> list[Event]:
    """Open the parcels of an order that ends before they left; what is in them was never gone."""
    events: list[Event] = []
    waiting = Fulfilment.filter(order_id=order.id, state=FulfilmentState.PACKED)
    for parcel in await waiting.order_by("id").select_for_update(no_key=True):
        events += await moved(parcel, order, FulfilmentCommand.TAKE_BACK, Actor.HOUSE)
        await count(await inside(parcel.id), "shipped", sign=-1)
    return events
