"""Files hang on things of other contexts, in order, each with words for those who cannot see it.

A context names where files may hang (`Subject`) and calls `hang` in its own command; that is all it
needs to take media.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.media import rules
from hmk_graph.media.errors import AttachedElsewhere, NotReady
from hmk_graph.media.models import Attachment, Media, MediaKind, MediaState
from hmk_graph.media.uploading import EXPIRE

LONGEST_ALT = 300
FIELD = "media"


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A place where files may hang: `name` is kept with each, such as `haat.animal`."""

    name: str
    kinds: frozenset[MediaKind]
    most: int


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A file that is to hang, and what it shows, in words."""

    media_id: int
    alt: str = ""


async def hang(
    owner_id: int, subject: Subject, subject_id: int, pictures: Sequence[Picture], *, at: datetime
) -> bool:
    """Have exactly these files hang on a thing, in this order; return whether that was a change.

    In the transaction of the caller, who has locked the thing and knows that the person may. What
    hung there and is not among them is deleted after a day.

    Raises:
        NotFound: One is no file of this person.
        NotReady: One is not checked yet, or was not taken.
        AttachedElsewhere: One hangs on another thing.
        BadInput: Too many, one twice, one of a kind that does not hang here, or too long a text.
    """
    wanted = _cleaned(subject, pictures)
    hung = await Attachment.filter(subject=subject.name, subject_id=subject_id).order_by("place")
    if [(one.media_id, one.alt) for one in hung] == [(one.media_id, one.alt) for one in wanted]:
        return False
    ids = sorted({one.media_id for one in hung} | {one.media_id for one in wanted})
    # Rising ids, so that two who hang the same files do not wait for each other crosswise.
    rows = await Media.filter(id__in=ids).order_by("id").select_for_update(no_key=True)
    known = {media.id: media for media in rows if media.owner_id == owner_id}
    for one in wanted:
        _need_fit(subject, known.get(one.media_id))
    theirs = {one.media_id for one in hung}
    new = [one.media_id for one in wanted if one.media_id not in theirs]
    if await Attachment.exists(media_id__in=new):
        raise AttachedElsewhere
    await Attachment.filter(subject=subject.name, subject_id=subject_id).delete()
    await Attachment.bulk_create(
        Attachment(
            media_id=one.media_id,
            subject=subject.name,
            subject_id=subject_id,
            place=place,
            alt=one.alt,
        )
        for place, one in enumerate(wanted)
    )
    await _loosen(theirs - {one.media_id for one in wanted}, at)
    await Media.filter(id__in=new).update(loose_since=None)
    return True


async def _loosen(media_ids: set[int], at: datetime) -> None:
    await Media.filter(id__in=sorted(media_ids)).update(loose_since=at)
    for media_id in sorted(media_ids):
        await deadlines.arm(EXPIRE, media_id, at + rules.LOOSE_FOR)


def _need_fit(subject: Subject, media: Media | None) -> None:
    if media is None or media.state is MediaState.DELETED:
        raise NotFound
    if media.kind not in subject.kinds:
        raise BadInput(
            FIELD,
            why_bn="এই ধরনের ফাইল এখানে বসে না।",
            why_en="files of this kind do not hang here.",
        )
    if media.state is not MediaState.READY:
        raise NotReady(media.state)


def _cleaned(subject: Subject, pictures: Sequence[Picture]) -> list[Picture]:
    if len(pictures) > subject.most:
        raise BadInput(
            FIELD,
            why_bn=f"সর্বোচ্চ {subject.most}টি ফাইল দেওয়া যায়।",
            why_en=f"at most {subject.most} files.",
        )
    if len({one.media_id for one in pictures}) < len(pictures):
        raise BadInput(FIELD, why_bn="একই ফাইল দুবার আছে।", why_en="the same file twice.")
    return [Picture(media_id=one.media_id, alt=_alt(one.alt)) for one in pictures]


def _alt(text: str) -> str:
    kept = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(kept) > LONGEST_ALT or not kept.isprintable():
        raise BadInput(
            "alt",
            why_bn=f"ছবির বর্ণনা সর্বোচ্চ {LONGEST_ALT} অক্ষরের।",
            why_en=f"describe the picture in at most {LONGEST_ALT} printable characters.",
        )
    return kept
