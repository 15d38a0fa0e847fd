"""Private files are read by those who may, by a link of some minutes; each reading is written down.

A link names the file, the reader and its end, and is signed by the house. It holds nothing of the
store: what it opens passes through us, so that no reading goes unseen.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction
from hmk_graph.media import rules
from hmk_graph.media.models import Attachment, Media, MediaState, PaperReading

MaySee = Callable[[int, int], Awaitable[bool]]
"""Says whether a viewer may read the private files that hang on a thing: (viewer, thing's id)."""

Guards = Mapping[str, MaySee]
"""Who may read what hangs where, by the subject's name. What has no guard is its owner's alone."""

# What is signed says for what, so that no other signature of the house fits.
PURPOSE = b"hmk.paper."
_TOKEN = re.compile(r"([1-9][0-9]{0,18})\.([1-9][0-9]{0,18})\.([0-9]{1,12})\.([\w-]{43})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class PaperLink:
    """What an address carries, and until when it opens the file."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A private file that may be sent to its reader now."""

    media_id: int
    name: str
    content_type: str


async def link(
    viewer_id: int, media_id: int, *, guards: Guards, secret: str, clock: Clock
) -> PaperLink:
    """Give a link to a private file to somebody who may read it.

    Raises:
        NotFound: There is no such private file, or the viewer may not read it.
    """
    await access.acting(viewer_id)
    media = await Media.get_or_none(id=media_id, state=MediaState.READY)
    if media is None or not rules.is_private(media.kind):
        raise NotFound
    if not await _may_read(viewer_id, media, guards):
        raise NotFound
    expires_at = (await clock()) + rules.READ_WITHIN
    return PaperLink(token=_signed(media.id, viewer_id, expires_at, secret), expires_at=expires_at)


async def _may_read(viewer_id: int, media: Media, guards: Guards) -> bool:
    if media.owner_id == viewer_id:
        return True
    hung = await Attachment.get_or_none(media_id=media.id)
    guard = guards.get(hung.subject) if hung else None
    return guard is not None and hung is not None and await guard(viewer_id, hung.subject_id)


async def open_paper(token: str, *, guards: Guards, secret: str, clock: Clock) -> Paper:
    """Write down that a link is used, and say what it opens.

    That the reader still may is asked again: a role may have been taken away since.

    Raises:
        NotFound: The link is none of ours, or its time or the right is over, or the file is gone.
    """
    found = _TOKEN.fullmatch(token)
    if found is None:
        raise NotFound
    media_id, reader_id, ends = (int(found[part]) for part in (1, 2, 3))
    expires_at = datetime.fromtimestamp(ends, UTC)
    # In constant time, over the whole token.
    if not hmac.compare_digest(token, _signed(media_id, reader_id, expires_at, secret)):
        raise NotFound
    async with transaction(actor_id=reader_id):
        await access.acting(reader_id)
        media = await Media.get_or_none(id=media_id, state=MediaState.READY)
        now = await clock()
        if media is None or now >= expires_at or not await _may_read(reader_id, media, guards):
            raise NotFound
        await PaperReading.create(media_id=media_id, reader_id=reader_id, at=now)
    file = media.files[0]
    return Paper(media_id=media_id, name=file["name"], content_type=file["type"])


def _signed(media_id: int, reader_id: int, expires_at: datetime, secret: str) -> str:
    said = f"{media_id}.{reader_id}.{int(expires_at.timestamp())}"
    digest = hmac.new(secret.encode(), PURPOSE + said.encode(), hashlib.sha256).digest()
    return f"{said}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"
