"""Reads of files. Who asks comes first where it matters; what hangs on a public thing is public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise.connection import get_connection

from hmk_graph import reading, rows
from hmk_graph.errors import NotFound
from hmk_graph.media import rules
from hmk_graph.media.models import Attachment, Media, MediaState


@dataclass(frozen=True, kw_only=True)
class Foremost:
    """The file that hangs foremost on a thing, and what it shows, in words."""

    media: Media
    alt: str


async def own(viewer_id: int, media_id: int) -> Media:
    """Return a file of the viewer's, until it is deleted.

    Raises:
        NotFound: There is none.
    """
    media = await Media.get_or_none(id=media_id, owner_id=viewer_id)
    if media is None or media.state is MediaState.DELETED:
        raise NotFound
    return media


async def hung_on(subject: str, subject_ids: Sequence[int]) -> list[list[Attachment]]:
    """Return what hangs on each thing, in order and with its file: one statement for all."""
    with reading.only(media_attachment=subject_ids, media_media=()):
        hung = (
            await Attachment.filter(subject=subject, subject_id__in=list(subject_ids))
            .select_related("media")
            .order_by("place")
        )
    reading.also("media_media", [one.media_id for one in hung])
    by_thing: dict[int, list[Attachment]] = {subject_id: [] for subject_id in subject_ids}
    for one in hung:
        by_thing[one.subject_id].append(one)
    return [by_thing[subject_id] for subject_id in subject_ids]


async def foremost_on(subject: str, subject_ids: Sequence[int]) -> list[Foremost | None]:
    """Return what hangs foremost on each thing, None where nothing hangs: for lists of things."""
    with reading.only(media_attachment=subject_ids, media_media=()):
        _, found = await get_connection("default").execute_query(
            _FOREMOST, [subject, list(subject_ids)]
        )
    hung = {
        row["subject_id"]: Foremost(media=rows.made(Media, dict(row)), alt=row["alt"])
        for row in found
    }
    reading.also("media_media", [one.media.id for one in hung.values()])
    return [hung.get(subject_id) for subject_id in subject_ids]


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """A photo of a thing, and the same one on another thing."""

    media_id: int
    other_id: int
    other_subject_id: int


async def likenesses(subject: str, subject_id: int) -> list[Likeness]:
    """Return which other things of a subject show a photo that this one shows too.

    Perceptual hashes are compared bit by bit: of some ten thousand that takes milliseconds.
    """
    found = await get_connection("default").execute_query_dict(
        _ALIKE, [subject, subject_id, rules.LIKE_BITS]
    )
    return [Likeness(**row) for row in found]


_FOREMOST = """
SELECT m.*, hung.subject_id, hung.alt
FROM media_attachment hung JOIN media_media m ON m.id = hung.media_id
WHERE hung.subject = $1 AND hung.subject_id = ANY($2) AND hung.place = 0
"""
_ALIKE = """
SELECT m.id AS media_id, t.id AS other_id, theirs.subject_id AS other_subject_id
FROM media_attachment mine
JOIN media_media m ON m.id = mine.media_id AND m.hash_rows IS NOT NULL
JOIN media_attachment theirs ON theirs.subject = mine.subject AND theirs.subject_id <> $2
JOIN media_media t ON t.id = theirs.media_id AND t.hash_rows IS NOT NULL
WHERE mine.subject = $1 AND mine.subject_id = $2
  AND bit_count((m.hash_rows # t.hash_rows)::bit(64))
    + bit_count((m.hash_columns # t.hash_columns)::bit(64)) <= $3
ORDER BY theirs.subject_id, m.id, t.id
"""
