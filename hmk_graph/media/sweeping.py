"""Files that nobody confirmed, or that hang nowhere, go; and the store is cleared after them.

The row is the truth: first it says DELETED, then the objects go, then it says that they are gone. A
worker may be killed in between; the next look goes on from there.
"""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media import rules
from hmk_graph.media.models import Attachment, Media, MediaState
from hmk_graph.media.ports import ObjectStore


async def expire(media_id: int, clock: Clock) -> datetime | None:
    """Delete a file whose time is over; answer when to ask again, or None: it is needed, or gone.

    A deadline's handler: it runs in a transaction, and leaves the store to `purge_next`.
    """
    media = await Media.select_for_update(no_key=True).get_or_none(id=media_id)
    if media is None or media.state is MediaState.DELETED:
        return None
    now = await clock()
    due = _due(media, now)
    if due is None or due > now:
        return due
    if await Attachment.exists(media_id=media_id):
        return None
    await Media.filter(id=media_id).update(**rules.deleted(now))
    return None


def _due(media: Media, now: datetime) -> datetime | None:
    if media.state is MediaState.REQUESTED:
        return media.requested_at + rules.CONFIRM_WITHIN
    if media.state in (MediaState.UPLOADED, MediaState.SCANNING):
        return now + rules.CONFIRM_WITHIN  # the scan comes first
    return None if media.loose_since is None else media.loose_since + rules.LOOSE_FOR


async def purge_next(*, store: ObjectStore, clock: Clock) -> bool:
    """Clear the store of what one file does not need any more; return whether there was one.

    What was sent goes in any case; what was kept goes with the file. An address that was given out
    may still be used, so the store is cleared a second time when none can be.

    Raises:
        StoreUnavailable: It is asked again later.
    """
    rows = await get_connection("default").execute_query_dict(_TO_PURGE)
    if not rows:
        return False
    media = await Media.get(id=rows[0]["id"])
    await store.forget_upload(media.id)
    if media.state in (MediaState.DELETED, MediaState.REJECTED):
        await store.forget(media.id)
    ends = media.upload_ends_at + rules.STRAGGLE
    again = ends if await clock() < ends else None
    # Unless it was deleted meanwhile, which asks for more.
    await Media.filter(id=media.id, state=media.state).update(purge_at=again)
    return True


@whole_command
async def forget_person(owner_id: int, *, clock: Clock) -> None:
    """Delete all files of a person who has left, wherever they hang."""
    async with transaction():
        rows = (
            await Media.filter(owner_id=owner_id)
            .exclude(state=MediaState.DELETED)
            .order_by("id")
            .select_for_update(no_key=True)
        )
        now = await clock()
        ids = [media.id for media in rows]
        await Attachment.filter(media_id__in=ids).delete()
        await Media.filter(id__in=ids).update(**rules.deleted(now))


_TO_PURGE = """
SELECT id FROM media_media WHERE purge_at <= clock_timestamp() ORDER BY purge_at LIMIT 1
"""
