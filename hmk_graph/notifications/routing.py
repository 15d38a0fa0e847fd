"""Turns an event into what people are told, in the transaction of the deadline that it armed.

At least once and in any order: each event is told to each person once, whatever is repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, LoggedEvent, transaction
from hmk_graph.notifications import rules, texting_guests, wording
from hmk_graph.notifications.devices import devices_of
from hmk_graph.notifications.events import NotificationTold
from hmk_graph.notifications.models import (
    Channel,
    Delivery,
    DeliveryState,
    Inbox,
    Notification,
    Preference,
    Urgency,
)
from hmk_graph.notifications.rows import Told, told_by
from hmk_graph.notifications.tables import GUARDS, ROWS

REACHABLE = (AccountState.ACTIVE, AccountState.SUSPENDED)


@dataclass(frozen=True, kw_only=True)
class Note:
    """What one event is to one person. `about`: type and number of the thing."""

    event_id: int
    account_id: int
    row: Told
    kind: str
    text_bn: str
    text_en: str
    urgency: Urgency
    about: tuple[str, int] | None
    until: datetime | None

    @property
    def group_key(self) -> str | None:
        """Return what repetitions share until the first is read."""
        if not self.row.grouped:
            return None
        return f"{self.kind}:{self.row.role}:{self.about[1] if self.about else ''}"


async def tell(event_id: int, clock: Clock) -> datetime | None:
    """Tell an event to all whom the table names; a deadline's handler."""
    async with transaction() as events:
        event = await event_log.event(event_id)
        if event is None:
            return None
        now = await clock()
        # By rising number: two events with the same people never wait for each other crosswise.
        for note in sorted(await notes(event_id, event, now), key=lambda one: one.account_id):
            events += await _write(note, now)
        await texting_guests.write(event_id, event, now)
    return None


async def notes(event_id: int, event: LoggedEvent, now: datetime) -> list[Note]:
    """Return what an event is to whom, each person once, in the first of his roles."""
    found: dict[int, Note] = {}
    for row in told_by(ROWS[event.kind], event.payload):
        about = (row.about[0], event.payload[row.about[1]]) if row.about else None
        for account_id in await row.to(event.payload):
            if account_id in found or (account_id == event.actor_id and not row.to_doer):
                continue
            if about is None or await may_see(account_id, about):
                found[account_id] = _note(event_id, event, account_id, row, now)
    reachable = await Account.filter(id__in=list(found), state__in=REACHABLE).values("id")
    return [found[row["id"]] for row in reachable]


async def may_see(account_id: int, about: tuple[str, int]) -> bool:
    """Ask the context whether a person may see a thing now."""
    kind, pk = about
    try:
        return await GUARDS[kind](account_id, pk) is not None
    except NotFound:
        return False


def _note(event_id: int, event: LoggedEvent, account_id: int, row: Told, now: datetime) -> Note:
    text_bn, text_en = wording.words(row, event.payload)
    pressing = _time(event, row.urgent_before)
    return Note(
        event_id=event_id,
        account_id=account_id,
        row=row,
        kind=event.kind,
        text_bn=text_bn,
        text_en=text_en,
        urgency=rules.urgency(row.urgency, pressing, now),
        about=(row.about[0], event.payload[row.about[1]]) if row.about else None,
        until=_time(event, row.until),
    )


def _time(event: LoggedEvent, name: str | None) -> datetime | None:
    value = event.payload[name] if name else None
    return datetime.fromisoformat(value) if value else None


async def _write(note: Note, now: datetime) -> Sequence[Event]:
    """Put a note into its person's inbox and on its ways out; nothing if it is there already."""
    inbox = await _locked(note.account_id)
    if await Delivery.exists(
        account_id=note.account_id, event_id=note.event_id, channel=Channel.IN_APP
    ):
        return []
    notification = await _again(note, now) if note.group_key else None
    ways = [Channel.IN_APP]
    if notification is None:
        notification = await _new(note, now)
        await Inbox.filter(account_id=note.account_id).update(unread=inbox.unread + 1)
        inbox.unread += 1
        ways += await _ways(note, now)
    await Delivery.bulk_create([_delivery(notification, note, way, now) for way in ways])
    return [told(notification, inbox.unread)]


async def _locked(account_id: int) -> Inbox:
    await get_connection("default").execute_query(
        "INSERT INTO notification_inbox (account_id, unread) VALUES ($1, 0)"
        " ON CONFLICT (account_id) DO NOTHING",
        [account_id],
    )
    return await Inbox.select_for_update(no_key=True).get(account_id=account_id)


async def _new(note: Note, now: datetime) -> Notification:
    kind, pk = note.about or (None, None)
    return await Notification.create(
        account_id=note.account_id,
        topic=note.row.topic,
        kind=note.kind,
        urgency=note.urgency,
        about_type=kind,
        about_id=pk,
        group_key=note.group_key,
        text_bn=note.text_bn,
        text_en=note.text_en,
        last_event_id=note.event_id,
        until=note.until,
        told_at=now,
    )


async def _again(note: Note, now: datetime) -> Notification | None:
    """Let an unread notification say the newest of its group; None if there is none."""
    earlier = await Notification.get_or_none(
        account_id=note.account_id, group_key=note.group_key, read_at=None
    )
    if earlier is None:
        return None
    earlier.times += 1
    changed = ["times"]
    if note.event_id > earlier.last_event_id:
        earlier.text_bn, earlier.text_en = note.text_bn, note.text_en
        earlier.urgency, earlier.until = note.urgency, note.until
        earlier.last_event_id, earlier.told_at = note.event_id, now
        changed += ["text_bn", "text_en", "urgency", "until", "last_event_id", "told_at"]
    await earlier.save(update_fields=changed)
    return earlier


async def _ways(note: Note, now: datetime) -> list[Channel]:
    """Return by what a new notification goes out: push to who has the app, else a text message."""
    has_app = bool(await devices_of(note.account_id, at=now))
    own = Channel.PUSH if has_app else Channel.SMS
    wanted = [way for way in rules.CHANNELS[note.urgency] if way is own]
    declined = await Preference.filter(
        account_id=note.account_id, topic=note.row.topic, wanted=False
    )
    return [way for way in wanted if way not in {one.channel for one in declined}]


def _delivery(notification: Notification, note: Note, way: Channel, now: datetime) -> Delivery:
    in_app = way is Channel.IN_APP
    settled: dict[str, Any] = {"state": DeliveryState.DELIVERED, "settled_at": now}
    return Delivery(
        notification_id=notification.id,
        account_id=note.account_id,
        event_id=note.event_id,
        channel=way,
        due_at=now if in_app else rules.due_at(now, way, note.urgency),
        **(settled if in_app else {}),
    )


def told(notification: Notification, unread: int) -> Event:
    """Return what the person's own stream hears of a notification."""
    about = notification.about_type and f"{notification.about_type}:{notification.about_id}"
    return NotificationTold(
        inbox_id=notification.account_id,
        unread=unread,
        notification_id=notification.id,
        topic=notification.topic.value,
        urgency=notification.urgency.value,
        text_bn=notification.text_bn,
        text_en=notification.text_en,
        times=notification.times,
        about=about,
    )
