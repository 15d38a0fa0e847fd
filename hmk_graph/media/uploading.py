"""A person announces a file, sends it to the store, and says that it is there."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.inspecting.findings import Fault
from hmk_graph.media import rules
from hmk_graph.media.errors import (
    FileTooLarge,
    NotUploaded,
    QuotaReached,
    StillAttached,
    TypeNotTaken,
)
from hmk_graph.media.events import MediaChecked
from hmk_graph.media.models import Attachment, Media, MediaKind, MediaState
from hmk_graph.media.ports import ObjectStore
from hmk_graph.media.rules import Command
from hmk_graph.state_machines import states_for

OPERATION = "beginUpload"
EXPIRE = "media.expire"
# 128 bits, so that nobody writes where he was not asked to.
WORD_BYTES = 16
# Phones name the same thing differently.
TYPES_SAID = {"video/quicktime": "video/mp4"}


@dataclass(frozen=True, kw_only=True)
class Announced:
    """What a person is about to send; `size` in bytes."""

    kind: MediaKind
    content_type: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """Where to send it: PUT to `url` with the announced type, until `expires_at`."""

    media: Media
    url: str
    expires_at: datetime


async def begin(
    owner_id: int,
    announced: Announced,
    *,
    idempotency_key: str,
    clock: Clock,
    store: ObjectStore,
) -> Ticket:
    """Give out an address for one file; the same key again gives a fresh one for the same file.

    So an upload that was cut off is sent again under the same id.

    Raises:
        TypeNotTaken, FileTooLarge: Nothing of the kind is taken for this use.
        QuotaReached: The person has sent as much as one may.
        StaleState: The file was confirmed, or its half hour is over.
        StoreUnavailable: There is no store.
        BadInput: The length is not a length.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    limit = rules.LIMITS[announced.kind]
    if announced.content_type not in limit.types:
        raise TypeNotTaken(sorted(limit.types))
    if announced.size <= 0:
        raise BadInput("bytes", why_bn="ফাইলটি খালি।", why_en="the file is empty.")
    if announced.size > limit.most_bytes:
        raise FileTooLarge(limit.most_bytes)
    media = await _announce(owner_id, announced, idempotency_key=idempotency_key, clock=clock)
    now = await clock()
    within = min(rules.UPLOAD_WITHIN, media.upload_ends_at - now)
    if media.state is not MediaState.REQUESTED or within <= timedelta(0):
        raise StaleState(current=media.state, allowed=[MediaState.REQUESTED])
    url = await store.sign_upload(
        media.id,
        media.word,
        size=media.size,
        content_type=media.content_type,
        within=within,
    )
    return Ticket(media=media, url=url, expires_at=now + within)


@whole_command
async def _announce(
    owner_id: int, announced: Announced, *, idempotency_key: str, clock: Clock
) -> Media:
    async with transaction(actor_id=owner_id, command_id=idempotency_key):
        earlier = await recall(
            owner_id,
            OPERATION,
            idempotency_key,
            kind=announced.kind,
            content_type=announced.content_type,
            size=announced.size,
        )
        # Locked, so that of two uploads at once the second counts the first.
        await access.acting_locked(owner_id)
        now = await clock()
        if earlier is not None:
            return await _renewed(earlier["media_id"], now)
        await _need_room(owner_id, announced.size, now)
        media = await Media.create(
            owner_id=owner_id,
            kind=announced.kind,
            content_type=announced.content_type,
            size=announced.size,
            word=secrets.token_hex(WORD_BYTES),
            requested_at=now,
            upload_ends_at=now + rules.UPLOAD_WITHIN,
        )
        await deadlines.arm(EXPIRE, media.id, now + rules.CONFIRM_WITHIN)
        await remember(owner_id, OPERATION, idempotency_key, {"media_id": media.id})
    return media


async def _renewed(media_id: int, now: datetime) -> Media:
    """Give a file that is still awaited another ten minutes, within its half hour."""
    media = await Media.select_for_update(no_key=True).get(id=media_id)
    last = media.requested_at + rules.CONFIRM_WITHIN
    if media.state is MediaState.REQUESTED and now < last:
        media.upload_ends_at = min(now + rules.UPLOAD_WITHIN, last)
        await media.save(update_fields=["upload_ends_at"])
    return media


async def _need_room(owner_id: int, size: int, now: datetime) -> None:
    rows = await get_connection("default").execute_query_dict(
        _USED, [owner_id, sorted(rules.WAITING), now - timedelta(days=1)]
    )
    used = rows[0]
    if (
        used["waiting"] >= rules.MOST_WAITING
        or used["today"] >= rules.MOST_A_DAY
        or used["bytes"] + size > rules.MOST_KEPT_BYTES
    ):
        raise QuotaReached


async def confirm(owner_id: int, media_id: int, *, clock: Clock, store: ObjectStore) -> Media:
    """Take note that a file has arrived; a second time changes nothing.

    What its first bytes give away is refused at once; the rest is found by the worker.

    Raises:
        NotFound: No such file of this person.
        NotUploaded: It has not arrived, or not in the announced length.
        StaleState: Its time was over.
        StoreUnavailable: The store cannot be asked.
    """
    media = await Media.get_or_none(id=media_id, owner_id=owner_id)
    if media is None:
        raise NotFound
    if media.state is not MediaState.REQUESTED:
        return _confirmed_before(media)
    sent = await store.sent(media.id, media.word)
    if sent is None or sent.size != media.size:
        raise NotUploaded
    said = TYPES_SAID.get(media.content_type, media.content_type)
    return await _confirmed(media, fault=_fault(sent.content_type, said), clock=clock)


def _fault(found: str, said: str) -> Fault | None:
    if found == said:
        return None
    known = any(found in limit.types for limit in rules.LIMITS.values())
    return Fault.NOT_WHAT_IT_SAYS if known else Fault.NOT_TAKEN


@whole_command
async def _confirmed(media: Media, *, fault: Fault | None, clock: Clock) -> Media:
    async with transaction(actor_id=media.owner_id) as events:
        locked = await Media.select_for_update(no_key=True).get(id=media.id)
        now = await clock()
        if locked.state is not MediaState.REQUESTED:
            return _confirmed_before(locked)
        changes: dict[str, Any] = {"state": MediaState.UPLOADED}
        if fault is not None:
            changes = await rejected(locked, fault, now, events)
        await Media.filter(id=media.id).update(**changes)
    return await Media.get(id=media.id)


async def rejected(
    media: Media, fault: Fault, now: datetime, events: list[Event]
) -> dict[str, Any]:
    """Return the columns of a file that is not taken; tell its owner. In a transaction."""
    events.append(
        MediaChecked(
            account_id=media.owner_id, media_id=media.id, state=MediaState.REJECTED, fault=fault
        )
    )
    await deadlines.arm(EXPIRE, media.id, now + rules.LOOSE_FOR)
    return {
        "state": MediaState.REJECTED,
        "fault": fault,
        "checked_at": now,
        "loose_since": now,
        "purge_at": now,
    }


def _confirmed_before(media: Media) -> Media:
    if media.state is MediaState.DELETED:
        raise StaleState(current=media.state, allowed=states_for(rules.MEDIA, Command.CONFIRM))
    return media


@whole_command
async def discard(owner_id: int, media_id: int, *, clock: Clock) -> Media:
    """Delete a file that hangs nowhere; a second time changes nothing.

    Raises:
        NotFound: No such file of this person.
        StillAttached: It hangs on something.
    """
    async with transaction(actor_id=owner_id):
        media = await Media.select_for_update(no_key=True).get_or_none(
            id=media_id, owner_id=owner_id
        )
        if media is None:
            raise NotFound
        if await Attachment.exists(media_id=media.id):
            raise StillAttached
        if media.state is not MediaState.DELETED:
            await Media.filter(id=media.id).update(**rules.deleted(await clock()))
    return await Media.get(id=media.id)


_USED = """
SELECT count(*) FILTER (WHERE state = ANY($2)) AS waiting,
       count(*) FILTER (WHERE requested_at > $3) AS today,
       coalesce(sum(CASE WHEN state IN ('DELETED', 'REJECTED') THEN 0
                         WHEN state = 'READY' THEN kept_bytes ELSE size END), 0)::bigint AS bytes
FROM media_media WHERE owner_id = $1
"""
