"""A parcel on a trip of the dispatch core: what the trip tells of its cargo moves the parcel.

A trip knows its cargo by a reference alone. When it is picked up the parcel leaves its shop; when
it is handed over that is noted, and the buyer says himself, or by his code, that he has it.
"""

from __future__ import annotations

import re
from datetime import datetime

from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import LoggedEvent, transaction, whole_command
from hmk_graph.orders import fulfilling, parcels
from hmk_graph.orders.machines import Actor
from hmk_graph.orders.models import Carrier, Fulfilment, FulfilmentState, Way
from hmk_graph.shops.models import Shop

PICKED_UP = "dispatch.cargo_picked_up"
_REFERENCE = re.compile(r"orders\.parcel\.([1-9][0-9]{0,18})", re.ASCII)
CARRIED = (FulfilmentState.PACKED, FulfilmentState.FAILED)


async def cargo_of(seller_id: int, parcel_id: int) -> str:
    """Return by which reference a trip carries a parcel that waits at this person's shop.

    Raises:
        NotFound: It is no such parcel, or the buyer comes for it himself.
    """
    parcel = await Fulfilment.get_or_none(id=parcel_id).prefetch_related("order")
    if parcel is None or parcel.state not in CARRIED or parcel.order.way is Way.PICKUP:
        raise NotFound
    if not await Shop.exists(id=parcel.order.shop_id, owner_id=seller_id):
        raise NotFound
    return f"orders.parcel.{parcel_id}"


@whole_command
async def follow_cargo(event: LoggedEvent, _clock: Clock) -> None:
    """Move the parcel that a trip tells of, once; other cargo is not ours."""
    named = _REFERENCE.fullmatch(event.payload["cargo_ref"])
    if named is None:
        return
    at = datetime.fromisoformat(event.payload["happened_at"])
    async with transaction(actor_id=event.actor_id) as events:
        parcel, order, group = await parcels.locked(int(named[1]))
        if event.kind == PICKED_UP:
            if parcel.state in CARRIED:
                events += await fulfilling.leave(
                    parcel, order, group, Carrier.TRIP, Actor.HOUSE, now=at
                )
        elif parcel.arrived_at is None:
            await Fulfilment.filter(id=parcel.id).update(arrived_at=at)
            events.append(parcels.told(parcel, order))
