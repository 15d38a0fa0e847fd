"""Goods on their way: packed in parcels, carried, handed over by the buyer's code, or brought back.

A parcel's goods leave the stock when it leaves the shop. Cash is counted in the transaction that
hands a parcel over.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import rules as texts
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.orders import answering, collecting, order_keeping, parcels, rules
from hmk_graph.orders.errors import CashAtTheDoor, DeliveryCodeWrong
from hmk_graph.orders.machines import (
    FULFILMENT,
    Actor,
    FulfilmentCommand,
    OrderCommand,
)
from hmk_graph.orders.models import (
    Carrier,
    FailReason,
    Fulfilment,
    FulfilmentLine,
    Group,
    Order,
    OrderState,
    PayMethod,
    Way,
)
from hmk_graph.shops import stocking
from hmk_graph.state_machines import states_for

BROUGHT_BACK = "পণ্য দোকানে ফিরেছে (the goods went back to the shop)"
# An order takes more parcels in these.
PACKABLE = (OrderState.ACCEPTED, OrderState.PACKED, OrderState.OUT_FOR_DELIVERY)


@whole_command
async def pack(
    seller_id: int, order_id: int, wanted: Mapping[int, int] | None, *, clock: Clock
) -> Fulfilment:
    """Pack so many of each line of an order into a parcel; None: all that is left of it.

    Raises:
        NotFound: It is no order at this person's shop, or no line of it.
        TooManyOfLine: So many are not left. StaleState: It takes no parcel now.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        order, group = await order_keeping.locked(order_id)
        await answering.need_shop(seller_id, order)
        lines = await order_keeping.lines_of(order.id)
        taken = parcels.unshipped(lines, wanted)
        if order.state not in PACKABLE or not taken:
            raise StaleState(current=order.state, allowed=[str(state) for state in PACKABLE])
        now = await clock()
        first = not await Fulfilment.filter(order_id=order.id).exclude(state="BACK").exists()
        share = rules.share_of_parcel(
            order_keeping.counted(lines), taken, delivery=order.delivery_paisa, first=first
        )
        parcel = await Fulfilment.create(order_id=order.id, share_paisa=share, packed_at=now)
        await FulfilmentLine.bulk_create(
            FulfilmentLine(fulfilment_id=parcel.id, line_id=line_id, quantity=number)
            for line_id, number in sorted(taken.items())
        )
        await parcels.count(taken, "shipped")
        if order.state is OrderState.ACCEPTED:
            events += await order_keeping.moved(
                order, group, OrderCommand.PACK, Actor.SHOP, now=now
            )
        events.append(parcels.told(parcel, order))
    return parcel


@whole_command
async def send(
    seller_id: int, parcel_id: int, carrier: Carrier, *, courier_name: str = "", clock: Clock
) -> Fulfilment:
    """Send a parcel off, also one that could not be handed over before.

    Raises:
        NotFound: It is no parcel of this person's shop.
        StaleState: It has left already, or is over, or the buyer comes for it.
        BadInput: The courier's name is too long.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    name = texts.line_of(courier_name, "courierName", longest=80, shortest=0)
    async with transaction(actor_id=seller_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        await answering.need_shop(seller_id, order)
        if order.way is Way.PICKUP or carrier is Carrier.PICKUP:
            raise StaleState(current=order.state, allowed=[])
        events += await leave(
            parcel, order, group, carrier, Actor.SHOP, name=name, now=await clock()
        )
    return parcel


async def leave(
    parcel: Fulfilment,
    order: Order,
    group: Group,
    carrier: Carrier,
    actor: Actor,
    *,
    name: str = "",
    now: datetime,
) -> list[Event]:
    """Have a locked parcel leave its shop, in the caller's transaction.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    never_left = parcel.sent_at is None
    events: list[Event] = []
    if order.state is not OrderState.OUT_FOR_DELIVERY:
        events += await order_keeping.moved(order, group, OrderCommand.SEND, actor, now=now)
    events += await parcels.moved(
        parcel,
        order,
        FulfilmentCommand.SEND,
        actor,
        carrier=carrier,
        courier_name=name,
        sent_at=now,
        fail_reason=None,
        ended_at=None,
    )
    if never_left:
        await stocking.consume(await parcels.inside(parcel.id))
    return events


async def deliver(seller_id: int, parcel_id: int, *, code: str, clock: Clock) -> Fulfilment:
    """Hand a parcel over by the code that the buyer tells; who pays in cash has paid by it.

    Wrong codes are counted; after five the buyer has to say himself that he has the goods.

    Raises:
        NotFound: It is no parcel of this person's shop.
        StaleState: It is not on its way.
        DeliveryCodeWrong: The code is another; `left` tries remain.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    parcel, left = await _try(seller_id, parcel_id, code=code, clock=clock)
    if left is not None:
        raise DeliveryCodeWrong(left=left)
    return parcel


@whole_command
async def _try(
    seller_id: int, parcel_id: int, *, code: str, clock: Clock
) -> tuple[Fulfilment, int | None]:
    async with transaction(actor_id=seller_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        await answering.need_shop(seller_id, order)
        handed, left = await hand_over_by(code, parcel, order, group, Actor.SHOP, clock=clock)
        events += handed
    return parcel, left


async def hand_over_by(
    code: str, parcel: Fulfilment, order: Order, group: Group, actor: Actor, *, clock: Clock
) -> tuple[list[Event], int | None]:
    """Hand a locked parcel over by a code, in the caller's transaction.

    Returns what happened, and None. Of a wrong code it returns how many tries remain: that has to
    be written, so it is no refusal here.

    Raises:
        StaleState: The parcel is not on its way.
    """
    _need_handing_over(parcel, order)
    if order.code_tries >= rules.MOST_TRIES:
        return [], 0
    if not hmac.compare_digest(order.code.encode(), code.strip().translate(texts.DIGITS).encode()):
        await Order.filter(id=order.id).update(code_tries=order.code_tries + 1)
        return [], rules.MOST_TRIES - order.code_tries - 1
    events = await _hand_over(parcel, order, group, actor, now=await clock(), clock=clock)
    return events, None


@whole_command
async def confirm(
    buyer_id: int | None, parcel_id: int, *, token: str | None, clock: Clock
) -> Fulfilment:
    """Say, as the buyer, that one has a parcel that was paid for before.

    Raises:
        NotFound: It is no parcel of this buyer.
        StaleState: It is not on its way.
        CashAtTheDoor: It is paid in cash: whoever takes the cash hands it over.
    """
    async with transaction(actor_id=buyer_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        if not collecting.is_buyer(group, buyer_id, token):
            raise NotFound
        if group.method is PayMethod.CASH and parcel.share_paisa:
            raise CashAtTheDoor
        events += await _hand_over(
            parcel, order, group, Actor.BUYER, now=await clock(), clock=clock
        )
    return parcel


def _need_handing_over(parcel: Fulfilment, order: Order) -> None:
    """Refuse before a code is counted; a packed parcel is handed over only to who fetches it."""
    allowed = states_for(FULFILMENT, FulfilmentCommand.DELIVER)
    fetched = order.way is Way.PICKUP
    if parcel.state not in allowed or (parcel.state == "PACKED" and not fetched):
        raise StaleState(current=parcel.state, allowed=allowed)


async def _hand_over(
    parcel: Fulfilment,
    order: Order,
    group: Group,
    actor: Actor,
    *,
    now: datetime,
    clock: Clock,
) -> list[Event]:
    if parcel.sent_at is None:
        await stocking.consume(await parcels.inside(parcel.id))
    changes = {"ended_at": now, "carrier": parcel.carrier or Carrier.PICKUP}
    events = await parcels.moved(parcel, order, FulfilmentCommand.DELIVER, actor, **changes)
    await parcels.count(await parcels.inside(parcel.id), "delivered")
    lines = order_keeping.counted(await order_keeping.lines_of(order.id))
    if rules.all_delivered(lines):
        due_at = now + rules.RETURN_WITHIN
        await deadlines.arm(order_keeping.CLOSE_DUE, order.id, due_at)
        events += await order_keeping.moved(
            order, group, OrderCommand.DELIVER, actor, now=now, due_at=due_at
        )
    return [*events, *(await collecting.take_cash(order, group, parcel, now=now, clock=clock))]


@whole_command
async def fail(
    seller_id: int, parcel_id: int, reason: FailReason, *, note: str = "", clock: Clock
) -> Fulfilment:
    """Note that a parcel could not be handed over, and why.

    Goods refused at a door three times in ninety days have that phone pay beforehand.

    Raises:
        NotFound: It is no parcel of this person's shop. StaleState: It is not on its way.
        BadInput: The note is too long.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    said = texts.line_of(note, "note", longest=answering.LONGEST_REASON, shortest=0)
    async with transaction(actor_id=seller_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        await answering.need_shop(seller_id, order)
        now = await clock()
        changes = {"fail_reason": reason, "ended_at": now}
        events += await parcels.moved(parcel, order, FulfilmentCommand.FAIL, Actor.SHOP, **changes)
        events += await order_keeping.moved(
            order, group, OrderCommand.FAIL, Actor.SHOP, now=now, reason=said or reason.value
        )
    return parcel


@whole_command
async def bring_back(seller_id: int, parcel_id: int, *, clock: Clock) -> Fulfilment:
    """Have a parcel that could not be handed over come back to its shop.

    Raises:
        NotFound: It is no parcel of this person's shop. StaleState: It has not failed.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        await answering.need_shop(seller_id, order)
        events += await parcels.moved(parcel, order, FulfilmentCommand.BRING_BACK, Actor.SHOP)
        events += await order_keeping.moved(
            order, group, OrderCommand.BRING_BACK, Actor.SHOP, now=await clock()
        )
    return parcel


@whole_command
async def take_back(seller_id: int, parcel_id: int, *, clock: Clock) -> Fulfilment:
    """Take a parcel back into the shop: its goods are for sale again, its order is over.

    What the buyer never got and has paid for goes back to him.

    Raises:
        NotFound: It is no parcel of this person's shop. StaleState: It is not on its way back.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        parcel, order, group = await parcels.locked(parcel_id)
        await answering.need_shop(seller_id, order)
        now = await clock()
        events += await parcels.moved(parcel, order, FulfilmentCommand.TAKE_BACK, Actor.SHOP)
        events += await order_keeping.moved(
            order, group, OrderCommand.TAKE_BACK, Actor.SHOP, now=now, reason=BROUGHT_BACK
        )
        inside = await parcels.inside(parcel.id)
        await parcels.count(inside, "shipped", sign=-1)
        events += await parcels.unpack(order)
        events += await _settle_undelivered(order, group, now)
        await stocking.take_back(inside, note=f"order {order.id}", actor_id=seller_id, now=now)
        await stocking.release(await collecting.line_ids([order]))
    return parcel


async def _settle_undelivered(order: Order, group: Group, now: datetime) -> list[Event]:
    lines = order_keeping.counted(await order_keeping.lines_of(order.id))
    events: list[Event] = []
    if group.method is PayMethod.ONLINE:
        missing = rules.undelivered_worth(lines, delivery=order.delivery_paisa)
        events = await collecting.give_back(order, missing, reason=BROUGHT_BACK, now=now)
    await collecting.earn(order, group)
    return events
