"""Reads of what a person was told. All of it is his own; others' does not exist for him."""

from __future__ import annotations

from tortoise.queryset import QuerySet

from hmk_graph.notifications.models import Channel, Inbox, Notification, Preference, Topic


def notifications_of(viewer_id: int, *, unread_only: bool) -> QuerySet[Notification]:
    """Return what the viewer was told."""
    found = Notification.filter(account_id=viewer_id)
    return found.filter(read_at=None) if unread_only else found


async def unread_count(viewer_id: int) -> int:
    """Return how many notifications the viewer has not read."""
    inbox = await Inbox.get_or_none(account_id=viewer_id)
    return inbox.unread if inbox else 0


async def choices(viewer_id: int) -> list[tuple[Topic, Channel, bool]]:
    """Return for each topic and channel that can be chosen whether the viewer wants it."""
    said = {
        (row.topic, row.channel): row.wanted
        for row in await Preference.filter(account_id=viewer_id)
    }
    return [
        (topic, channel, said.get((topic, channel), True))
        for topic in Topic
        for channel in (Channel.PUSH, Channel.SMS)
    ]
