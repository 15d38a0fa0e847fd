"""The money of orders: due at checkout or at the door, held until the goods stay, then the shop's.

What is paid stands on the checkout's escrow. From there it goes back to its payer, or, when an
order closes, to its shop; what a shop's courier took in cash it keeps, for it has it already.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.orders import order_keeping, rules
from hmk_graph.orders.events import GuestMoneyMoved, MoneyReturned
from hmk_graph.orders.machines import GROUP, Actor, GroupCommand, OrderCommand
from hmk_graph.orders.models import (
    Fulfilment,
    Group,
    GroupState,
    Line,
    Order,
    PayMethod,
)
from hmk_graph.payments import cashing, chart, ledger, paying, refunding
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import CLOCK, HOUSE, IntentCommand
from hmk_graph.payments.paying import Doors
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Intent,
    IntentState,
    Refund,
    RefundState,
)
from hmk_graph.payments.ports import Gateway, GuestNews
from hmk_graph.shops import stocking
from hmk_graph.shops.models import Shop
from hmk_graph.shops.rules import next_open
from hmk_graph.stepping import step

GROUP_PURPOSE = "orders.group"
PARCEL_PURPOSE = "orders.delivery"
EARNED, KEPT_CASH = "orders.earned", "orders.kept_cash"
TIME_IS_UP = "সময়মতো পুরো টাকা আসেনি (it was not paid in time)"
CALLED_OFF = "অর্ডার বাতিল হয়েছে (the order was canceled)"


async def make_due(group: Group, now: datetime) -> list[Event]:
    """Have a new checkout paid online until it expires, in its transaction."""
    _, told = await paying.open_intent(
        purpose=GROUP_PURPOSE,
        subject_id=group.id,
        payer_id=group.buyer_id,
        payee=chart.escrow_of(group.id),
        due=Paisa(group.total_paisa),
        expires_at=group.expires_at,
        now=now,
    )
    if group.expires_at is not None:
        await deadlines.arm(order_keeping.EXPIRE_GROUP, group.id, group.expires_at)
    return told


class GroupTarget:
    """A checkout as something that is paid for (`payments.ports.Target`)."""

    async def lock(self, subject_id: int) -> None:
        """Lock the checkout, which comes before its sum."""
        await order_keeping.locked_group(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Take the checkout on: it is paid, its goods are promised, and the shops hear of it.

        The reservations are still held: a sum that comes after their time is not taken at all.
        """
        group = await Group.get(id=intent.subject_id)
        await step(group, GROUP, GroupCommand.PAY, Actor.PAYMENTS, paid_at=at)
        events: list[Event] = []
        orders = await order_keeping.locked_orders(group.id)
        for order in orders:
            events += await place(order, group, at)
        await stocking.commit(await line_ids(orders))
        return events

    async def told(self, intent: Intent, news: GuestNews) -> Sequence[Event]:
        """Tell a guest of his money by the first of his orders, whose page he knows.

        A shop hears it too, so the amount, which is of the whole checkout, is not said.
        """
        order = await Order.filter(group_id=intent.subject_id).order_by("id").first()
        assert order is not None, "no checkout is without orders"
        return [GuestMoneyMoved(order_id=order.id, state=str(order.state), news=str(news))]


async def place(order: Order, group: Group, now: datetime) -> list[Event]:
    """Bring a paid order before its shop, which has a day of its opening hours to answer."""
    due_at = await answer_by(order.shop_id, now)
    await deadlines.arm(order_keeping.ANSWER_DUE, order.id, due_at)
    return await order_keeping.moved(
        order,
        group,
        OrderCommand.PLACE,
        Actor.PAYMENTS,
        now=now,
        due_at=due_at,
        placed_at=now,
    )


async def answer_by(shop_id: int, now: datetime) -> datetime:
    """Return until when a shop has to answer an order that comes at a moment."""
    shop = await Shop.get(id=shop_id)
    return next_open(now, shop.hours) + rules.ANSWER_WITHIN


async def begin(
    buyer_id: int | None,
    group_id: int,
    gateway: Gateway,
    amount: Paisa | None,
    *,
    token: str | None,
    doors: Doors,
    idempotency_key: str,
    clock: Clock,
) -> Attempt:
    """Open a payment for a checkout, as its buyer or as the guest who shows its link's secret.

    Raises:
        NotFound: It is no checkout of this person, or nothing was ever due for it.
        NothingDue, AmountOutOfRange, GatewayUnavailable, BadInput: As `paying.begin` refuses.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    group = await Group.get_or_none(id=group_id)
    if group is None or not is_buyer(group, buyer_id, token):
        raise NotFound
    due = await Intent.filter(purpose=GROUP_PURPOSE, subject_id=group.id).order_by("-id").first()
    if due is None:
        raise NotFound
    return await paying.begin(
        group.buyer_id,
        due.id,
        gateway,
        amount,
        doors=doors,
        idempotency_key=idempotency_key,
        clock=clock,
    )


def is_buyer(group: Group, account_id: int | None, token: str | None) -> bool:
    """Say whether somebody is the buyer of a checkout, by his account or by his link."""
    if group.buyer_id is not None:
        return group.buyer_id == account_id
    return rules.fits(token, group.token_hash) or rules.fits(token, group.link_hash)


@whole_command
async def expire(group_id: int, clock: Clock) -> datetime | None:
    """Let a checkout go that was not paid in time; what was paid in part goes back.

    Money that comes later is given back by itself. Harmless when late or repeated.
    """
    async with transaction() as events:
        group = await order_keeping.locked_group(group_id)
        if group.state is not GroupState.PENDING_PAYMENT or group.expires_at is None:
            return None
        now = await clock()
        if now < group.expires_at:
            return group.expires_at
        await step(group, GROUP, GroupCommand.EXPIRE, Actor.CLOCK)
        orders = await order_keeping.locked_orders(group.id)
        for order in orders:
            events += await order_keeping.moved(
                order, group, OrderCommand.EXPIRE, Actor.CLOCK, now=now, reason=TIME_IS_UP
            )
        events += await _end_intent(group, IntentCommand.EXPIRE, CLOCK, TIME_IS_UP, now)
        await stocking.expire(await line_ids(orders))
    return None


@whole_command
async def call_off(
    buyer_id: int | None, group_id: int, *, token: str | None, clock: Clock
) -> Group:
    """Drop a checkout that is not paid yet; what was paid in part goes back.

    Raises:
        NotFound: It is no checkout of this person.
        StaleState: It is paid, or over.
    """
    async with transaction(actor_id=buyer_id) as events:
        group = await order_keeping.locked_group(group_id)
        if not is_buyer(group, buyer_id, token):
            raise NotFound
        await step(group, GROUP, GroupCommand.CANCEL, Actor.BUYER)
        now = await clock()
        orders = await order_keeping.locked_orders(group.id)
        for order in orders:
            events += await order_keeping.moved(
                order, group, OrderCommand.CANCEL, Actor.HOUSE, now=now, reason=CALLED_OFF
            )
        events += await _end_intent(group, IntentCommand.VOID, HOUSE, CALLED_OFF, now)
        await stocking.release(await line_ids(orders))
    return group


async def take_cash(
    order: Order, group: Group, parcel: Fulfilment, *, now: datetime, clock: Clock
) -> list[Event]:
    """Note the cash that a courier has for a parcel, in the transaction that hands it over."""
    if group.method is not PayMethod.CASH or not parcel.share_paisa:
        return []
    intent, told = await paying.open_intent(
        purpose=PARCEL_PURPOSE,
        subject_id=parcel.id,
        payer_id=group.buyer_id,
        payee=chart.escrow_of(group.id),
        due=Paisa(parcel.share_paisa),
        expires_at=None,
        now=now,
    )
    await cashing.count(
        intent,
        Paisa(parcel.share_paisa),
        till=chart.courier_cash(order.shop_id),
        now=now,
        targets={},
        clock=clock,
    )
    return told


async def give_back(
    order: Order, amount: Paisa, *, reason: str, now: datetime, asked_by: int | None = None
) -> list[Event]:
    """Give a part of what was paid for a locked order back, by the ways it came.

    Raises:
        NotRefundable: Less than that was paid and is still here; a fault of ours.
    """
    if not amount:
        return []
    events: list[Event] = []
    missing = amount
    for intent in await _intents(order):
        part = Paisa(min(missing, await _left_of(intent)))
        if part:
            events += await refunding.give_back_of(
                intent,
                part,
                source=chart.AccountName(intent.payee),
                reason=reason,
                now=now,
                asked_by=asked_by,
            )
            missing = Paisa(missing - part)
    order.refunded_paisa += amount - missing
    await Order.filter(id=order.id).update(refunded_paisa=order.refunded_paisa)
    return [
        *events,
        MoneyReturned(order_id=order.id, state=order.state, amount=amount - missing),
    ]


@whole_command
async def hand_back_cash(seller_id: int, order_id: int, *, clock: Clock) -> Order:
    """Note that cash which goes back for an order was put into its buyer's hand (the shop).

    Raises:
        NotFound: It is no order at this person's shop, or no cash goes back for it.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id):
        await access.acting(seller_id)
        order, _ = await order_keeping.locked(order_id)
        if not await Shop.exists(id=order.shop_id, owner_id=seller_id):
            raise NotFound
        going = Refund.filter(
            attempt__intent_id__in=[intent.id for intent in await _intents(order)],
            attempt__gateway=chart.courier_cash(order.shop_id),
            state=RefundState.APPROVED,
        )
        refunds = await going.order_by("id")
        if not refunds:
            raise NotFound
        for refund in refunds:
            await cashing.put_into_hand(refund.id, clock=clock)
    return order


async def earn(order: Order, group: Group) -> None:
    """Give a shop what an order that is over has brought it; what came in cash it has already."""
    paid = await paid_for(order, group)
    earned = Paisa(paid - order.refunded_paisa)
    if earned <= 0:
        return
    in_cash = group.method is PayMethod.CASH
    credit = (
        chart.gateway(chart.courier_cash(order.shop_id))
        if in_cash
        else chart.due_to_shop(order.shop_id)
    )
    await ledger.post(
        Move(
            kind=KEPT_CASH if in_cash else EARNED,
            ref=str(order.id),
            debit=chart.escrow_of(group.id),
            credit=credit,
            amount=earned,
        )
    )


async def paid_for(order: Order, group: Group) -> Paisa:
    """Return what was paid for an order: its part of a paid checkout, or what came in cash."""
    if group.method is PayMethod.ONLINE:
        return Paisa(order.total_paisa if group.paid_at is not None else 0)
    return Paisa(sum(intent.captured_paisa for intent in await _intents(order)))


async def line_ids(orders: Sequence[Order]) -> list[int]:
    """Return the lines of some orders."""
    rows = await Line.filter(order_id__in=[order.id for order in orders]).values_list(
        "id", flat=True
    )
    return sorted(int(str(row)) for row in rows)


async def _intents(order: Order) -> list[Intent]:
    """Lock the sums that were paid for an order: its checkout's, or one for each parcel."""
    parcels = await Fulfilment.filter(order_id=order.id).values_list("id", flat=True)
    ids = [int(str(one)) for one in parcels]
    of_parcels = Intent.filter(purpose=PARCEL_PURPOSE, subject_id__in=ids)
    of_group = Intent.filter(
        purpose=GROUP_PURPOSE,
        subject_id=order.group_id,
        state__in=[IntentState.COVERED, IntentState.CLOSED],
    )
    found = await of_group.order_by("id") + await of_parcels.order_by("id")
    return [await paying.locked(one.id) for one in found]


async def _left_of(intent: Intent) -> int:
    attempts = await Attempt.filter(intent_id=intent.id, state=AttemptState.CAPTURED)
    return sum([await refunding.refundable(attempt) for attempt in attempts])


async def _end_intent(
    group: Group, command: IntentCommand, actor: str, reason: str, now: datetime
) -> list[Event]:
    found = await Intent.filter(
        purpose=GROUP_PURPOSE, subject_id=group.id, state=IntentState.OPEN
    ).first()
    if found is None:
        return []
    intent = await paying.locked(found.id)
    await paying.step(intent, command, actor)
    if not intent.captured_paisa:
        return []
    return await refunding.give_back_of(
        intent,
        Paisa(intent.captured_paisa),
        source=chart.AccountName(intent.payee),
        reason=reason,
        now=now,
    )
