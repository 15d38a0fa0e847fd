"""The worker takes files that have arrived, has them looked into, and keeps what was made of them.

Nothing is locked meanwhile: a file is taken for some minutes, and what was found is written only if
nobody took it over. So a worker may be killed anywhere.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import deadlines
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.inspecting.findings import Fault, Findings, Refused
from hmk_graph.media import rules
from hmk_graph.media.errors import StoreUnavailable
from hmk_graph.media.events import MediaChecked
from hmk_graph.media.models import Media, MediaState
from hmk_graph.media.ports import Inspect, ObjectStore
from hmk_graph.media.uploading import EXPIRE, rejected

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What was found, and the files as the row lists them."""

    findings: Findings
    files: list[dict[str, Any]]


async def scan_next(*, store: ObjectStore, inspect: Inspect, clock: Clock) -> bool:
    """Scan the file that waits longest; return whether there was one.

    Raises:
        StoreUnavailable: The store was lost on the way; the file waits on.
    """
    media = await _take()
    if media is None:
        return False
    try:
        outcome = await _outcome(media, store, inspect)
    except StoreUnavailable:
        await _put_back(media)
        raise
    if await _record(media, outcome, clock=clock):
        await store.forget_upload(media.id)
    return True


async def _take() -> Media | None:
    """Take a file for SCAN_WITHIN; also one whose worker has not been heard of since."""
    rows = await get_connection("default").execute_query_dict(_TAKE, [rules.SCAN_WITHIN])
    return await Media.get(id=rows[0]["id"]) if rows else None


async def _outcome(media: Media, store: ObjectStore, inspect: Inspect) -> Kept | Fault:
    if media.tries > rules.MOST_SCANS:
        return Fault.TOO_HEAVY  # each time the worker did not live to tell
    if media.tries > 1:
        # What an earlier try may have written need not have the names of this one's.
        await store.forget(media.id)
    contents = await store.fetch(media.id, media.word, most=media.size + 1)
    if contents is None or len(contents) != media.size:
        return Fault.UNREADABLE
    private = rules.is_private(media.kind)
    try:
        findings = await inspect(contents, media.content_type, private=private)
    except Refused as refused:
        return refused.fault
    files = []
    for made in findings.files:
        row: dict[str, Any] = {
            "name": await store.keep(media.id, made, private=private),
            "type": made.content_type,
            "bytes": len(made.contents),
        }
        if made.width is not None:
            row |= {"width": made.width, "height": made.height}
        files.append(row)
    return Kept(findings=findings, files=files)


async def _put_back(media: Media) -> None:
    await Media.filter(id=media.id, state=MediaState.SCANNING, tries=media.tries).update(
        state=MediaState.UPLOADED, tries=media.tries - 1, scan_until=None
    )


@whole_command
async def _record(media: Media, outcome: Kept | Fault, *, clock: Clock) -> bool:
    """Write what was found, unless the file was deleted or taken over meanwhile."""
    async with transaction(actor_id=media.owner_id) as events:
        locked = await Media.select_for_update(no_key=True).get(id=media.id)
        now = await clock()
        if locked.state is not MediaState.SCANNING or locked.tries != media.tries:
            log.warning("A scan came too late; the file had moved on to %s.", locked.state)
            return False
        if isinstance(outcome, Fault):
            changes = await rejected(locked, outcome, now, events)
        else:
            events.append(
                MediaChecked(
                    account_id=media.owner_id,
                    media_id=media.id,
                    state=MediaState.READY,
                    fault=None,
                )
            )
            await deadlines.arm(EXPIRE, media.id, now + rules.LOOSE_FOR)
            changes = {
                **_columns(outcome),
                "state": MediaState.READY,
                "checked_at": now,
                "loose_since": now,
                "purge_at": now,
            }
        await Media.filter(id=media.id).update(**changes, scan_until=None)
    return True


def _columns(kept: Kept) -> dict[str, Any]:
    found = kept.findings
    return {
        "files": kept.files,
        "kept_bytes": sum(file["bytes"] for file in kept.files),
        "width": found.width,
        "height": found.height,
        "duration_ms": found.duration_ms,
        "pages": found.pages,
        "placeholder": found.placeholder,
        "color": found.color,
        "hash_rows": found.hash_rows,
        "hash_columns": found.hash_columns,
    }


_TAKE = """
UPDATE media_media SET state = 'SCANNING', tries = tries + 1,
       scan_until = clock_timestamp() + $1::interval
WHERE id = (
    SELECT id FROM media_media
    WHERE state = 'UPLOADED' OR (state = 'SCANNING' AND scan_until <= clock_timestamp())
    ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
)
RETURNING id
"""
