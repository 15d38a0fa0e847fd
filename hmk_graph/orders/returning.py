"""Goods come back: the buyer asks, the shop agrees and counts what came, and makes it good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import rules as texts
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.orders import answering, checking_out, collecting, order_keeping, parcels, rules
from hmk_graph.orders.errors import TooManyOfLine
from hmk_graph.orders.events import ReturnMoved
from hmk_graph.orders.machines import RETURN, RETURN_OVER, Actor, ReturnCommand
from hmk_graph.orders.models import (
    Group,
    GroupState,
    Line,
    Order,
    OrderState,
    PayMethod,
    Remedy,
    Return,
    ReturnLine,
)
from hmk_graph.shops import rules as shop_rules
from hmk_graph.shops import stocking
from hmk_graph.shops.errors import OutOfStock
from hmk_graph.shops.models import Shop
from hmk_graph.stepping import step

OPERATION = "requestReturn"
CAME_BACK = "পণ্য ফেরত এসেছে (goods came back)"
LONGEST_REASON = 500


@dataclass(frozen=True, kw_only=True)
class Condition:
    """How so many of a line came back."""

    sound: int = 0
    damaged: int = 0
    missing: int = 0


@whole_command
async def ask(
    buyer_id: int | None,
    order_id: int,
    wanted: Mapping[int, int],
    *,
    remedy: Remedy,
    reason: str,
    idempotency_key: str,
    token: str | None,
    clock: Clock,
) -> Return:
    """Ask to give so many of each line of a delivered order back.

    Raises:
        NotFound: It is no order of this buyer, or no line of it.
        TooManyOfLine: So many were not delivered, or are coming back already.
        StaleState: It is not delivered, or closed. BadInput: Nothing is named, or no reason.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    why = texts.line_of(reason, "reason", longest=LONGEST_REASON, shortest=3)
    actor = buyer_id or 0
    async with transaction(actor_id=buyer_id, command_id=idempotency_key) as events:
        given = {"order": order_id, "remedy": remedy.value, "reason": why}
        given["lines"] = str(sorted(wanted.items()))
        order, group = await order_keeping.locked(order_id)
        if not collecting.is_buyer(group, buyer_id, token):
            raise NotFound
        earlier = await recall(actor, OPERATION, idempotency_key, **given)
        if earlier is not None:
            return await Return.get(id=earlier["return_id"])
        if order.state is not OrderState.DELIVERED:
            raise StaleState(current=order.state, allowed=[OrderState.DELIVERED.value])
        _check(await order_keeping.lines_of(order.id), wanted)
        now = await clock()
        back = await Return.create(
            order_id=order.id,
            remedy=remedy,
            reason=why,
            asked_at=now,
            expires_at=now + rules.RETURN_EXPIRES,
        )
        await ReturnLine.bulk_create(
            ReturnLine(returned_id=back.id, line_id=line_id, quantity=number)
            for line_id, number in sorted(wanted.items())
        )
        await parcels.count(wanted, "returned")
        await deadlines.arm(order_keeping.EXPIRE_RETURN, back.id, back.expires_at)
        events += await _told(back, order, group, "RETURN_REQUESTED", why)
        await remember(actor, OPERATION, idempotency_key, {"return_id": back.id})
    return back


@whole_command
async def answer(
    seller_id: int, return_id: int, *, agreed: bool, words: str = "", clock: Clock
) -> Return:
    """Agree to take goods back, or say why not (the shop).

    Raises:
        NotFound: It is no return to this person's shop. StaleState: It is answered, or over.
        BadInput: A no has no reason.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    said = texts.line_of(words, "words", longest=LONGEST_REASON, shortest=0 if agreed else 3)
    command = ReturnCommand.APPROVE if agreed else ReturnCommand.REJECT
    async with transaction(actor_id=seller_id) as events:
        back, order, group = await _locked(return_id)
        await answering.need_shop(seller_id, order)
        await step(back, RETURN, command, Actor.SHOP, answer=said)
        events += await _told(back, order, group, f"RETURN_{back.state}", said)
        if not agreed:
            await _let_go(back, order, now=await clock())
    return back


@whole_command
async def send(buyer_id: int | None, return_id: int, *, token: str | None) -> Return:
    """Say that the goods are on their way back (the buyer).

    Raises:
        NotFound: It is no return of this buyer. StaleState: The shop has not agreed, or it is over.
    """
    async with transaction(actor_id=buyer_id) as events:
        back, order, group = await _of_buyer(buyer_id, return_id, token)
        await step(back, RETURN, ReturnCommand.SEND, Actor.BUYER)
        events += await _told(back, order, group, "RETURN_SENT", "")
    return back


@whole_command
async def cancel(
    buyer_id: int | None, return_id: int, *, token: str | None, clock: Clock
) -> Return:
    """Keep the goods after all (the buyer).

    Raises:
        NotFound: It is no return of this buyer. StaleState: They are on their way, or it is over.
    """
    async with transaction(actor_id=buyer_id) as events:
        back, order, group = await _of_buyer(buyer_id, return_id, token)
        await step(back, RETURN, ReturnCommand.CANCEL, Actor.BUYER)
        events += await _told(back, order, group, "RETURN_CANCELLED", "")
        await _let_go(back, order, now=await clock())
    return back


@whole_command
async def expire(return_id: int, clock: Clock) -> datetime | None:
    """Let a return go whose goods never came. Harmless when late or repeated."""
    async with transaction() as events:
        back, order, group = await _locked(return_id)
        if back.state.value not in ("REQUESTED", "APPROVED"):
            return None
        now = await clock()
        if now < back.expires_at:
            return back.expires_at
        await step(back, RETURN, ReturnCommand.EXPIRE, Actor.CLOCK)
        events += await _told(back, order, group, "RETURN_EXPIRED", "")
        await _let_go(back, order, now=now)
    return None


@whole_command
async def receive(
    seller_id: int, return_id: int, found: Mapping[int, Condition], *, clock: Clock
) -> Return:
    """Count what came back, and make it good: sound goods are for sale again.

    What is missing stays the buyer's. A replacement that is not there any more is refunded.

    Raises:
        NotFound: It is no return to this person's shop. StaleState: It is not on its way.
        BadInput: The counts of a line are not what was to come.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        back, order, group = await _locked(return_id)
        await answering.need_shop(seller_id, order)
        await step(back, RETURN, ReturnCommand.RECEIVE, Actor.SHOP)
        rows = await ReturnLine.filter(returned_id=back.id).order_by("line_id")
        _check_counts(rows, found)
        now = await clock()
        for row in rows:
            counts = vars(found[row.line_id])
            await ReturnLine.filter(id=row.id).update(**counts)
        missing = {line_id: one.missing for line_id, one in found.items() if one.missing}
        await parcels.count(missing, "returned", sign=-1)
        events += await _make_good(back, order, group, found, now)
        sound = {line_id: one.sound for line_id, one in found.items() if one.sound}
        if sound:
            note = f"return {back.id}"
            await stocking.take_back(sound, note=note, actor_id=seller_id, now=now)
        await step(back, RETURN, ReturnCommand.CLOSE, Actor.HOUSE)
        events += await _told(back, order, group, "RETURN_RECEIVED", "")
        await _let_go(back, order, now=now, kept=False)
    return back


async def _make_good(
    back: Return,
    order: Order,
    group: Group,
    found: Mapping[int, Condition],
    now: datetime,
) -> list[Event]:
    came = {line_id: one.sound + one.damaged for line_id, one in found.items()}
    came = {line_id: number for line_id, number in came.items() if number}
    if not came:
        return []
    if back.remedy is Remedy.REPLACE and await _is_there(order, came):
        return await _replace(back, order, group, came, now)
    lines = order_keeping.counted(await order_keeping.lines_of(order.id))
    amount = rules.worth(lines, came)
    await Return.filter(id=back.id).update(refund_paisa=amount)
    back.refund_paisa = amount
    return await collecting.give_back(order, amount, reason=CAME_BACK, now=now)


async def _is_there(order: Order, came: Mapping[int, int]) -> bool:
    """Say whether the shop has as much again; asked before anything is written of it."""
    lines = {line.id: line for line in await order_keeping.lines_of(order.id)}
    wishes = [
        shop_rules.Wish(line_id=one, variant_id=lines[one].variant_id, quantity=number)
        for one, number in came.items()
    ]
    try:
        await stocking.need(wishes)
    except OutOfStock:
        return False
    return True


async def _replace(
    back: Return, order: Order, group: Group, came: Mapping[int, int], now: datetime
) -> list[Event]:
    """Write a new order for the same goods, for which nothing is due, linked to the old one."""
    same = ("buyer_id", "token_hash", "contact_name", "contact_phone", "place_id", "address")
    anew = await Group.create(
        **{column: getattr(group, column) for column in same},
        note=group.note,
        state=GroupState.PLACED,
        method=PayMethod.ONLINE,
        total_paisa=0,
        created_at=now,
        paid_at=now,
    )
    shop = await Shop.get(id=order.shop_id)
    new, events = await checking_out.write_order(
        anew, shop, items=0, way=order.way, delivery=0, now=now, replaces_id=order.id
    )
    wishes = []
    for old in await order_keeping.lines_of(order.id):
        if old.id in came:
            line = await _copied(old, new, came[old.id])
            wishes.append(
                shop_rules.Wish(line_id=line.id, variant_id=line.variant_id, quantity=line.quantity)
            )
    await stocking.hold(wishes, now=now)
    await Return.filter(id=back.id).update(replacement_id=new.id)
    back.replacement_id = new.id
    return events


async def _copied(old: Line, order: Order, quantity: int) -> Line:
    return await Line.create(
        order_id=order.id,
        variant_id=old.variant_id,
        name_bn=old.name_bn,
        name_en=old.name_en,
        choices=old.choices,
        unit=old.unit,
        price_paisa=0,
        quantity=quantity,
    )


def _check(lines: Sequence[Line], wanted: Mapping[int, int]) -> None:
    known = {line.id: line for line in lines}
    if not wanted:
        raise BadInput("lines", why_bn="কোন পণ্য, তা বলুন।", why_en="say what comes back.")
    for line_id, number in wanted.items():
        if line_id not in known:
            raise NotFound
        most = known[line_id].delivered - known[line_id].returned
        if not 0 < number <= most:
            raise TooManyOfLine(line_id=line_id, most=most)


def _check_counts(rows: Sequence[ReturnLine], found: Mapping[int, Condition]) -> None:
    asked = {row.line_id: row.quantity for row in rows}
    told = {line_id: one.sound + one.damaged + one.missing for line_id, one in found.items()}
    below = any(min(vars(one).values()) < 0 for one in found.values())
    if told != asked or below:
        raise BadInput(
            "lines",
            why_bn="প্রতিটি পণ্যের গণনা ফেরতের সমান হতে হবে।",
            why_en="the counts of each line have to add up to what was to come.",
        )


async def _let_go(back: Return, order: Order, *, now: datetime, kept: bool = True) -> None:
    """Have a return that is over keep its order open no longer; what is kept may come back anew."""
    assert back.state in RETURN_OVER
    if kept:
        rows = await ReturnLine.filter(returned_id=back.id)
        await parcels.count({row.line_id: row.quantity for row in rows}, "returned", sign=-1)
    due_at = max(order.due_at or now, now)
    await deadlines.arm(order_keeping.CLOSE_DUE, order.id, due_at)


async def _locked(return_id: int) -> tuple[Return, Order, Group]:
    found = await Return.get_or_none(id=return_id)
    if found is None:
        raise NotFound
    order, group = await order_keeping.locked(found.order_id)
    return await Return.select_for_update(no_key=True).get(id=return_id), order, group


async def _of_buyer(
    buyer_id: int | None, return_id: int, token: str | None
) -> tuple[Return, Order, Group]:
    back, order, group = await _locked(return_id)
    if not collecting.is_buyer(group, buyer_id, token):
        raise NotFound
    return back, order, group


async def _told(
    back: Return, order: Order, group: Group, happened: str, reason: str
) -> list[Event]:
    moved = ReturnMoved(
        order_id=order.id,
        state=order.state,
        return_id=back.id,
        return_state=back.state,
        reason=reason,
    )
    return [moved, *(await order_keeping.told(order, group, happened))]
