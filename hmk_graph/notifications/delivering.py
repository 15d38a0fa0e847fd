"""Sends what waits to go out: push messages and text messages, each under a lease.

A row is taken in one transaction, sent outside of any, and settled in another. A push is sent at
least once: its topic replaces the one before. A text message is sent at most once, for it costs
money and cannot be taken back; one whose fate nobody knows is written down as such.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock, midnight_after
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.notifications import rules
from hmk_graph.notifications.devices import devices_of
from hmk_graph.notifications.models import (
    Channel,
    Delivery,
    DeliveryState,
    Inbox,
    Notification,
    Preference,
    PushDevice,
)
from hmk_graph.notifications.outcomes import LEASE, SPENT, WAITING, Outcome, skipped
from hmk_graph.notifications.ports import (
    DeviceGone,
    NobodyKnows,
    NotTaken,
    PushAddress,
    Ways,
)
from hmk_graph.notifications.routing import REACHABLE, may_see


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is sent to whom, under which lease (`attempt`)."""

    delivery: Delivery
    notification: Notification
    account: Account
    devices: list[PushDevice]
    attempt: int
    now: datetime

    @property
    def text(self) -> str:
        """What it says, in the person's language."""
        bengali = self.account.language == "bn"
        return self.notification.text_bn if bengali else self.notification.text_en


async def send_next(ways: Ways, *, clock: Clock) -> bool:
    """Send what is due for the longest; return whether anything was."""
    taken = await _take(clock)
    if isinstance(taken, Letter):
        outcome = await (_text if taken.delivery.channel is Channel.SMS else _push)(taken, ways)
        await _settle(taken, outcome, clock)
    return taken is not None


@whole_command
async def _take(clock: Clock) -> Letter | Outcome | None:
    """Take a lease on a delivery, or settle it if there is a reason not to send; None: none due."""
    async with transaction():
        now = await clock()
        waiting = Delivery.filter(state__in=WAITING, due_at__lte=now).order_by("due_at", "id")
        delivery = await waiting.limit(1).select_for_update(skip_locked=True).first()
        if delivery is None:
            return None
        # Two messages to one person are counted one after the other.
        await Inbox.select_for_update(no_key=True).get(account_id=delivery.account_id)
        letter = Letter(
            delivery=delivery,
            notification=await Notification.get(id=delivery.notification_id),
            account=await Account.get(id=delivery.account_id),
            devices=await devices_of(delivery.account_id, at=now),
            attempt=delivery.attempts + 1,
            now=now,
        )
        outcome = await _reason_not_to(letter)
        if outcome is not None:
            await _write(letter, outcome, now)
            return outcome
        await Delivery.filter(id=delivery.id).update(
            state=DeliveryState.SENDING, attempts=letter.attempt, due_at=now + LEASE
        )
    return letter


async def _reason_not_to(letter: Letter) -> Outcome | None:
    """Return what is to be written down instead of sending."""
    note, delivery = letter.notification, letter.delivery
    is_text = delivery.channel is Channel.SMS
    if is_text and delivery.state is DeliveryState.SENDING:
        return Outcome(state=DeliveryState.FAILED, why="nobody knows")
    if letter.attempt > rules.MOST_ATTEMPTS:
        return Outcome(state=DeliveryState.FAILED, why="given up")
    if note.read_at is not None:
        return skipped("read")
    if note.until is not None and note.until <= letter.now:
        return skipped("too late")
    if letter.account.state not in REACHABLE or letter.account.phone is None:
        return skipped("gone")
    if await Preference.exists(
        account_id=delivery.account_id, topic=note.topic, channel=delivery.channel, wanted=False
    ):
        return skipped("declined")
    if is_text and await _texts_today(letter) >= rules.MOST_TEXTS_A_DAY:
        return skipped("enough today")
    if not await _still_visible(note):
        return skipped("not visible")
    return None


async def _still_visible(note: Notification) -> bool:
    if note.about_type is None or note.about_id is None:
        return True
    return await may_see(note.account_id, (note.about_type, note.about_id))


async def _texts_today(letter: Letter) -> int:
    began = midnight_after(letter.now) - timedelta(days=1)
    return await Delivery.filter(
        account_id=letter.account.id,
        channel=Channel.SMS,
        state__in=SPENT,
        notification__told_at__gte=began,
    ).count()


async def _text(letter: Letter, ways: Ways) -> Outcome:
    try:
        await ways.text(letter.account.phone or "", letter.text)
    except NotTaken:
        return Outcome(state=DeliveryState.QUEUED, why="not taken", again=True)
    except NobodyKnows:
        return Outcome(state=DeliveryState.FAILED, why="nobody knows")
    return Outcome(state=DeliveryState.SENT)


async def _push(letter: Letter, ways: Ways) -> Outcome:
    """Push to all devices of a person: it is sent if one of them took it."""
    results = await asyncio.gather(*(_push_to(device, letter, ways) for device in letter.devices))
    if any(result == "taken" for result in results):
        return Outcome(state=DeliveryState.SENT)
    if any(result == "not taken" for result in results):
        return Outcome(state=DeliveryState.QUEUED, why="not taken", again=True)
    return skipped("no device")


async def _push_to(device: PushDevice, letter: Letter, ways: Ways) -> str:
    note = letter.notification
    until = note.until or letter.now + rules.PUSH_LASTS
    message = {
        "id": f"Notification:{note.id}",
        "about": f"{note.about_type}:{note.about_id}" if note.about_type else None,
        "language": letter.account.language,
        "text": letter.text,
    }
    address = PushAddress(
        endpoint=device.endpoint, p256dh=bytes(device.p256dh), auth=bytes(device.auth)
    )
    try:
        await ways.push(
            address,
            orjson.dumps(message),
            urgency=note.urgency,
            lasts=min(until - letter.now, rules.PUSH_LASTS),
            topic=f"n{note.id}",
        )
    except NotTaken:
        return "not taken"
    except DeviceGone:
        # Only as it was: the browser may have subscribed anew meanwhile, with other keys.
        await PushDevice.filter(id=device.id, auth=device.auth).delete()
        return "gone"
    return "taken"


@whole_command
async def _settle(letter: Letter, outcome: Outcome, clock: Clock) -> None:
    async with transaction():
        await _write(letter, outcome, await clock())


async def _write(letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Write down how it went, unless the lease ran out and another has taken it since."""
    delivery = letter.delivery
    changes: dict[str, Any] = {"state": outcome.state, "why": outcome.why, "settled_at": now}
    if outcome.again:
        wait = rules.wait_after(letter.attempt)
        due_at = rules.due_at(now + wait, Channel.PUSH, letter.notification.urgency)
        changes |= {"settled_at": None, "due_at": due_at}
    attempts = (letter.attempt, letter.attempt - 1)
    written = await Delivery.filter(
        id=delivery.id, state__in=WAITING, attempts__in=attempts
    ).update(**changes)
    if written and outcome.why == "no device":
        await _text_instead(letter.notification, delivery, now)


async def _text_instead(note: Notification, delivery: Delivery, now: datetime) -> None:
    """Whoever no longer has the app anywhere is told as those who never had it."""
    if Channel.SMS in rules.CHANNELS[note.urgency]:
        await Delivery.bulk_create(
            [
                Delivery(
                    notification_id=note.id,
                    account_id=note.account_id,
                    event_id=delivery.event_id,
                    channel=Channel.SMS,
                    due_at=rules.due_at(now, Channel.SMS, note.urgency),
                )
            ],
            ignore_conflicts=True,
        )
