"""A person reads what he was told."""

from __future__ import annotations

from collections.abc import Sequence

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.notifications.events import NotificationsRead
from hmk_graph.notifications.models import Inbox, Notification, Preference, PushDevice

MOST_AT_ONCE = 100


@whole_command
async def mark_read(person_id: int, notification_ids: Sequence[int], *, clock: Clock) -> int:
    """Mark some of a person's own notifications as read; return how many are left.

    Once more changes nothing, and others' notifications do not exist.

    Raises:
        BadInput: They are more than a hundred.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if len(notification_ids) > MOST_AT_ONCE:
        raise BadInput(
            "notificationIds",
            why_bn=f"একবারে {MOST_AT_ONCE}টির বেশি দেওয়া যায় না।",
            why_en=f"at most {MOST_AT_ONCE} at once.",
        )
    return await _read(person_id, list(notification_ids), clock)


@whole_command
async def mark_all_read(person_id: int, *, clock: Clock) -> int:
    """Mark all that a person was told until now as read; return how many are left: none.

    Raises:
        NotSignedIn, AccountSuspended: The person may not act.
    """
    return await _read(person_id, None, clock)


async def _read(person_id: int, chosen: list[int] | None, clock: Clock) -> int:
    async with transaction(actor_id=person_id) as events:
        await access.acting(person_id)
        inbox = await Inbox.select_for_update(no_key=True).get_or_none(account_id=person_id)
        if inbox is None:
            return 0
        unread = Notification.filter(account_id=person_id, read_at=None)
        if chosen is not None:
            unread = unread.filter(id__in=chosen)
        ids = [row["id"] for row in await unread.order_by("id").values("id")]
        if not ids:
            return inbox.unread
        await Notification.filter(id__in=ids).update(read_at=await clock())
        left = inbox.unread - len(ids)
        await Inbox.filter(account_id=person_id).update(unread=left)
        # The newest stand for all: a device that has more unread asks anew.
        newest = ids[-MOST_AT_ONCE:]
        events.append(NotificationsRead(inbox_id=person_id, unread=left, read_ids=newest))
    return left


async def forget(account_id: int) -> None:
    """Drop all that an erased person was told, and how he wanted to be told."""
    async with transaction():
        await Notification.filter(account_id=account_id).delete()
        await Preference.filter(account_id=account_id).delete()
        await PushDevice.filter(account_id=account_id).delete()
        await Inbox.filter(account_id=account_id).delete()
