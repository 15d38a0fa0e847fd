"""Tells guests what becomes of their orders: by text message, at most once for each step.

Whoever has no account has no inbox. What a step says is written down with the step's event, and
sent when the next step did not overtake it, with a link that lets its reader in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.clock import Clock, midnight_after
from hmk_graph.event_log import LoggedEvent, transaction, whole_command
from hmk_graph.notifications import rules, wording
from hmk_graph.notifications.models import Channel, DeliveryState, GuestText, Urgency
from hmk_graph.notifications.outcomes import LEASE, SPENT, WAITING, Outcome, skipped
from hmk_graph.notifications.ports import NobodyKnows, NotTaken, Ways
from hmk_graph.notifications.rows import texted_by
from hmk_graph.notifications.tables import ROWS
from hmk_graph.orders import guest_links
from hmk_graph.orders.models import Group, Order


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is sent to whom, under which lease (`attempt`)."""

    row: GuestText
    phone: str
    text: str
    attempt: int


async def write(event_id: int, event: LoggedEvent, now: datetime) -> None:
    """Write down what an event says to the guest whose order it is about; once, if repeated."""
    rows = texted_by(ROWS[event.kind], event.payload)
    if not rows:
        return
    order = await Order.get(id=event.payload["order_id"]).prefetch_related("group")
    if order.group.buyer_id is not None:
        return
    in_bengali = order.group.language == "bn"
    texts = [
        GuestText(
            event_id=event_id,
            order_id=order.id,
            text=wording.words(row, event.payload)[0 if in_bengali else 1],
            told_at=now,
            due_at=rules.due_at(now, Channel.SMS, Urgency.IMPORTANT),
        )
        for row in rows
    ]
    await GuestText.bulk_create(texts, ignore_conflicts=True)


async def send_next(ways: Ways, *, clock: Clock) -> bool:
    """Send what is due for the longest; return whether anything was."""
    taken = await _take(ways, clock)
    if isinstance(taken, Letter):
        await _settle(taken, await _sent(taken, ways), clock)
    return taken is not None


@whole_command
async def _take(ways: Ways, clock: Clock) -> Letter | Outcome | None:
    """Take a lease on a text, or settle it if there is a reason not to send; None: none due."""
    async with transaction():
        now = await clock()
        waiting = GuestText.filter(state__in=WAITING, due_at__lte=now).order_by("due_at", "id")
        row = await waiting.limit(1).select_for_update(skip_locked=True).first()
        if row is None:
            return None
        order = await Order.get(id=row.order_id)
        group = await Group.get(id=order.group_id)
        outcome = await _reason_not_to(row, group.contact_phone, now)
        if outcome is not None:
            await _write(row, outcome, row.attempts, now)
            return outcome
        link = await guest_links.open_door(group.id, ways.links)
        attempt = row.attempts + 1
        await GuestText.filter(id=row.id).update(
            state=DeliveryState.SENDING, attempts=attempt, due_at=now + LEASE
        )
    text = f"{row.text} {link}"
    return Letter(row=row, phone=group.contact_phone, text=text, attempt=attempt)


async def _reason_not_to(row: GuestText, phone: str, now: datetime) -> Outcome | None:
    """Return what is to be written down instead of sending."""
    if row.state is DeliveryState.SENDING:
        return Outcome(state=DeliveryState.FAILED, why="nobody knows")
    if row.attempts >= rules.MOST_ATTEMPTS:
        return Outcome(state=DeliveryState.FAILED, why="given up")
    if await GuestText.filter(order_id=row.order_id, id__gt=row.id).exists():
        return skipped("overtaken")
    # Anybody can name any phone at a checkout. Several senders may go over it by as many.
    began = midnight_after(now) - timedelta(days=1)
    today = GuestText.filter(order__group__contact_phone=phone, told_at__gte=began)
    if await today.filter(state__in=SPENT).count() >= rules.MOST_TEXTS_A_DAY:
        return skipped("enough today")
    return None


async def _sent(letter: Letter, ways: Ways) -> Outcome:
    try:
        await ways.text(letter.phone, letter.text)
    except NotTaken:
        return Outcome(state=DeliveryState.QUEUED, why="not taken", again=True)
    except NobodyKnows:
        return Outcome(state=DeliveryState.FAILED, why="nobody knows")
    return Outcome(state=DeliveryState.SENT)


@whole_command
async def _settle(letter: Letter, outcome: Outcome, clock: Clock) -> None:
    async with transaction():
        await _write(letter.row, outcome, letter.attempt, await clock())


async def _write(row: GuestText, outcome: Outcome, attempt: int, now: datetime) -> None:
    """Write down how it went, unless the lease ran out and another has settled it since."""
    leased = GuestText.filter(id=row.id, state__in=WAITING, attempts=attempt)
    if not outcome.again:
        await leased.update(state=outcome.state, why=outcome.why, settled_at=now)
        return
    later = rules.due_at(now + rules.wait_after(attempt), Channel.PUSH, Urgency.IMPORTANT)
    await leased.update(state=outcome.state, why=outcome.why, due_at=later)
