"""A parcel on a trip of the dispatch core: what the trip tells of its cargo moves the parcel.

A trip knows its cargo by a reference alone. When it is picked up the parcel leaves its shop. At the
door the driver enters the code that the buyer tells him, as any courier does (rules.md 2.6); a trip
that ended without one has its arrival noted, and the buyer says himself that he has the goods.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties
from hmk_graph.dispatch.machines import Party
from hmk_graph.dispatch.models import Trip, TripState
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import LoggedEvent, transaction, whole_command
from hmk_graph.orders import fulfilling, parcels, queries
from hmk_graph.orders.errors import DeliveryCodeWrong
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
    return _reference(parcel_id)


def parcel_of(cargo_ref: str) -> int | None:
    """Return the parcel that a reference names; None if it names something else."""
    named = _REFERENCE.fullmatch(cargo_ref)
    return int(named[1]) if named else None


async def bringing(parcel_ids: Sequence[int]) -> list[Trip | None]:
    """Return for each parcel the trip that is on its way with it; None while none is."""
    loaded = Trip.filter(
        cargo_ref__in=[_reference(one) for one in parcel_ids], state=TripState.IN_TRIP
    )
    found = {trip.cargo_ref: trip for trip in await loaded}
    return [found.get(_reference(one)) for one in parcel_ids]


async def brought_by(viewer_id: int | None, parcel_id: int, token: str | None) -> Trip:
    """Return the trip that is on its way with a parcel, to the two sides of its order.

    Raises:
        NotFound: There is no such parcel, it is none of the viewer's business, or no trip has it
            (any more).
    """
    parcel = await Fulfilment.get_or_none(id=parcel_id)
    if parcel is None or parcel.state is not FulfilmentState.OUT:
        raise NotFound
    seen = await queries.visible_order(viewer_id, parcel.order_id, token)
    [trip] = await bringing([parcel_id])
    if trip is None or seen.part is Actor.OFFICER:
        raise NotFound
    return trip


async def hand_over(account_id: int, trip_id: int, *, code: str, clock: Clock) -> Trip:
    """Hand over the parcel that one brings, by its buyer's code; who pays in cash has paid by it.

    Wrong codes are counted, whoever enters them; after five the buyer has to say himself that he
    has the goods.

    Raises:
        NotFound: It is no trip that the person drives, or it carries no parcel.
        StaleState: The way has not begun or is over, or the parcel is not on its way.
        DeliveryCodeWrong: The code is another; `left` tries remain.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    trip, left = await _try(account_id, trip_id, code, clock)
    if left is not None:
        raise DeliveryCodeWrong(left=left)
    return trip


@whole_command
async def _try(account_id: int, trip_id: int, code: str, clock: Clock) -> tuple[Trip, int | None]:
    async with transaction(actor_id=account_id) as events:
        await access.acting(account_id)
        trip = await Trip.get_or_none(id=trip_id)
        parcel_id = parcel_of(trip.cargo_ref) if trip is not None else None
        if trip is None or parcel_id is None:
            raise NotFound
        await parties.need(account_id, trip, Party.DRIVER)
        if trip.state is not TripState.IN_TRIP or trip.started_at is None:
            raise StaleState(current=trip.state, allowed=[TripState.IN_TRIP])
        parcel, order, group = await parcels.locked(parcel_id)
        if _is_to_leave(parcel, trip.started_at):  # nobody has followed the trip yet
            events += await fulfilling.leave(
                parcel, order, group, Carrier.TRIP, Actor.HOUSE, now=trip.started_at
            )
        handed, left = await fulfilling.hand_over_by(
            code, parcel, order, group, Actor.COURIER, clock=clock
        )
        events += handed
    return trip, left


@whole_command
async def follow_cargo(event: LoggedEvent, _clock: Clock) -> None:
    """Move the parcel that a trip tells of, once; other cargo is not ours."""
    parcel_id = parcel_of(event.payload["cargo_ref"])
    if parcel_id is None:
        return
    at = datetime.fromisoformat(event.payload["happened_at"])
    async with transaction(actor_id=event.actor_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        if event.kind == PICKED_UP:
            if _is_to_leave(parcel, at):
                events += await fulfilling.leave(
                    parcel, order, group, Carrier.TRIP, Actor.HOUSE, now=at
                )
        elif parcel.arrived_at is None or parcel.arrived_at < at:
            await Fulfilment.filter(id=parcel.id).update(arrived_at=at)
            events.append(parcels.told(parcel, order))


def _reference(parcel_id: int) -> str:
    return f"orders.parcel.{parcel_id}"


def _is_to_leave(parcel: Fulfilment, at: datetime) -> bool:
    """Say whether a parcel leaves with a way that began then, and has not done so yet."""
    return parcel.state in CARRIED and (parcel.sent_at is None or parcel.sent_at < at)
