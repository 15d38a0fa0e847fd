"""Uploaded files, where they hang, which are alike, and who read the private ones."""

from __future__ import annotations

from hmk_graph.media.models import Attachment, MediaKind, PaperReading, SharedPhoto
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy
from tests.media import files

COPIES: dict[str, list[Copy]] = {
    "media_media_size": [("media_media", {"word": "x", "size": size}) for size in (0, -1)],
    "media_media_fault": [
        ("media_media", {"word": "x", "state": "REJECTED"}),
        ("media_media", {"word": "x", "fault": "ANIMATED"}),
    ],
    "media_media_ready_has_files": [("media_media", {"word": "x", "files": []})],
    "media_media_scan_ends": [
        ("media_media", {"word": "x", "state": "SCANNING"}),
        ("media_media", {"word": "x", "scan_until": "2026-05-20"}),
    ],
    "media_media_hash": [
        ("media_media", {"word": "x", "hash_rows": 1}),
        ("media_media", {"word": "x", "hash_rows": 1, "hash_columns": 1, "kind": "IDENTITY"}),
    ],
    "media_media_word": [("media_media", {})],
    "media_attachment_place": [("media_attachment", {"place": -1})],
    "media_shared_photo_later": [("media_shared_photo", {"other_id": 2_000_000})],
    "media_shared_photo_judged": [
        ("media_shared_photo", {"other_id": 0, "resolved_at": "2026-05-20"}),
        ("media_shared_photo", {"other_id": 0, "note": "x"}),
    ],
}
UPDATES = {
    "media_paper_reading_append_only": [
        "UPDATE media_paper_reading SET at = at",
        "DELETE FROM media_paper_reading",
    ],
}


async def furnish() -> None:
    someone = await factories.person()
    paper = await files.ready(someone, MediaKind.IDENTITY)
    await Attachment.create(media=paper, subject="x", subject_id=1, place=0)
    await PaperReading.create(media=paper, reader=someone, at=NOON)
    photos = [await files.ready(someone) for _ in range(2)]
    await SharedPhoto.create(
        media=photos[1],
        other=photos[0],
        subject="x",
        subject_id=1,
        other_subject_id=2,
        place=await factories.union(),
        raised_at=NOON,
    )
