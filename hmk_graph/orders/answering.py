"""A shop answers an order, and either side calls one off; the clock says no for who is silent."""

from __future__ import annotations

from datetime import datetime

from hmk_graph.accounts import access, residence, seconding
from hmk_graph.accounts import rules as texts
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.seconding import Forced, Word
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.orders import collecting, order_keeping, parcels
from hmk_graph.orders.machines import ORDER, Actor, OrderCommand
from hmk_graph.orders.models import Group, Order, OrderState, PayMethod
from hmk_graph.shops import stocking
from hmk_graph.shops.models import Shop
from hmk_graph.state_machines import next_state

NOT_ANSWERED = "দোকান সময়মতো সাড়া দেয়নি (the shop did not answer in time)"
LONGEST_REASON = 500


async def need_shop(seller_id: int, order: Order) -> None:
    """Refuse everybody but the owner of an order's shop, to whom it is shown once it is placed.

    Raises:
        NotFound: It is somebody else's, or not placed yet.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(seller_id)
    own = await Shop.exists(id=order.shop_id, owner_id=seller_id)
    if not own or order.state in (OrderState.PENDING, OrderState.EXPIRED):
        raise NotFound


@whole_command
async def accept(seller_id: int, order_id: int, *, clock: Clock) -> Order:
    """Take an order on: its goods are promised from here.

    Raises:
        NotFound: It is no order at this person's shop.
        StaleState: It is answered already, or over.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        order, group = await order_keeping.locked(order_id)
        await need_shop(seller_id, order)
        now = await clock()
        events += await order_keeping.moved(order, group, OrderCommand.ACCEPT, Actor.SHOP, now=now)
        await stocking.commit(await collecting.line_ids([order]))
    return order


@whole_command
async def reject(seller_id: int, order_id: int, *, reason: str, clock: Clock) -> Order:
    """Say no to an order; what was paid for it goes back.

    Raises:
        NotFound: It is no order at this person's shop.
        StaleState: It is answered already, or over.
        BadInput: The reason is missing or too long.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    why = texts.line_of(reason, "reason", longest=LONGEST_REASON, shortest=3)
    async with transaction(actor_id=seller_id) as events:
        order, group = await order_keeping.locked(order_id)
        await need_shop(seller_id, order)
        events += await _end(order, group, OrderCommand.REJECT, Actor.SHOP, why, now=await clock())
    return order


@whole_command
async def let_lapse(order_id: int, clock: Clock) -> datetime | None:
    """Say no for a shop that has not answered in time. Harmless when late or repeated."""
    async with transaction() as events:
        order, group = await order_keeping.locked(order_id)
        if order.state is not OrderState.PLACED or order.due_at is None:
            return None
        now = await clock()
        if now < order.due_at:
            return order.due_at
        events += await _end(order, group, OrderCommand.REJECT, Actor.CLOCK, NOT_ANSWERED, now=now)
    return None


@whole_command
async def cancel(
    account_id: int | None, order_id: int, *, reason: str, token: str | None, clock: Clock
) -> tuple[Order, Actor]:
    """Call an order off: its buyer until it is packed, its shop until it is on its way.

    An officer of the shop's place gives a reason; where money was paid online it goes back, so
    that it takes a second officer. Returns in which part the person did.

    Raises:
        NotFound: The person has no part in such an order.
        StaleState: It has come too far, or is over. NotAllowed: Only the other side may, now.
        BadInput, ReasonTooShort: The reason is too long, or an officer's too short.
        SecondOfficerNeeded: The same officer said so before.
    """
    why = texts.line_of(reason, "reason", longest=LONGEST_REASON, shortest=0)
    async with transaction(actor_id=account_id) as events:
        order, group = await order_keeping.locked(order_id)
        actor = await part_of(account_id, order, group, token)
        if actor is None:
            raise NotFound
        if account_id is not None:
            await access.acting(account_id)
        now = await clock()
        if actor is Actor.OFFICER and account_id is not None:
            why = texts.reason_of(reason)
            next_state(ORDER, order.state, OrderCommand.CANCEL, actor=actor)
            if group.method is PayMethod.ONLINE:
                word = await _force(account_id, order, group, why, now)
                events += word.events
                if not word.is_agreed:
                    return order, actor
                why = word.reason
        command = OrderCommand.CANCEL
        events += await _end(order, group, command, actor, why or collecting.CALLED_OFF, now=now)
    return order, actor


async def _force(officer_id: int, order: Order, group: Group, why: str, now: datetime) -> Word:
    """Take an officer's word that an order shall be called off, whose money goes back then."""
    shop = await Shop.get(id=order.shop_id)
    parties = (shop.owner_id, group.buyer_id)
    forced = Forced(
        kind=ForcedActKind.CANCEL_ORDER,
        subject_id=order.id,
        place_id=shop.place_id,
        concerns=[person for person in parties if person is not None],
    )
    return await seconding.speak(officer_id, forced, reason=why, now=now)


async def part_of(
    account_id: int | None, order: Order, group: Group, token: str | None
) -> Actor | None:
    """Return in which part somebody meets an order; None for a stranger.

    The shop and its officers meet it once it is placed.
    """
    if collecting.is_buyer(group, account_id, token):
        return Actor.BUYER
    if account_id is None or order.state in (OrderState.PENDING, OrderState.EXPIRED):
        return None
    shop = await Shop.get(id=order.shop_id)
    if shop.owner_id == account_id:
        return Actor.SHOP
    officer = await access.is_officer_of(account_id, await residence.path_of(shop.place_id))
    return Actor.OFFICER if officer else None


async def _end(
    order: Order, group: Group, command: OrderCommand, actor: Actor, why: str, *, now: datetime
) -> list[Event]:
    """End a locked order of which nothing has left the shop; all that was paid for it goes back."""
    events = await order_keeping.moved(order, group, command, actor, now=now, reason=why)
    events += await parcels.unpack(order)
    paid = await collecting.paid_for(order, group)
    events += await collecting.give_back(
        order, Paisa(paid - order.refunded_paisa), reason=why[:300], now=now
    )
    await stocking.release(await collecting.line_ids([order]))
    return events
