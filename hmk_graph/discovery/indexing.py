"""Keeps the documents as their contexts have it: after each event, or all of them anew.

Both ways end in `refresh`, which reads a thing under a lock and writes what it reads. So they give
the same documents, in whatever order and however often events come.
"""

from __future__ import annotations

from collections.abc import Sequence

from tortoise.connection import get_connection

from hmk_graph.discovery import rules, wording
from hmk_graph.discovery.found import (
    animals,
    callings,
    lettings,
    lots,
    offers,
    products,
    stalls,
)
from hmk_graph.discovery.models import Document
from hmk_graph.discovery.sources import Payload, Source
from hmk_graph.event_log import transaction, whole_command

SOURCES: tuple[Source, ...] = (
    offers.SOURCE,
    animals.SOURCE,
    lots.SOURCE,
    lettings.SOURCE,
    callings.SOURCE,
    products.SOURCE,
    stalls.SOURCE,
)

EVENTS = frozenset(kind for source in SOURCES for kind in source.touched)
# A rebuild holds the lock for so many documents at a time.
BATCH = 500
# The first half of the advisory locks of this room; any number that no other room takes.
LOCK = 4_800_221
COLUMNS = ("words", "word_ids", "categories", "inside", "serves", "lat_e6", "lng_e6", "fresh_at")


async def follow(kind: str, payload: Payload) -> None:
    """Bring the documents up to date that an event is about. Idempotent."""
    for source in SOURCES:
        if kind in source.touched:
            await refresh(source, await source.touched[kind](payload))


async def rebuild() -> int:
    """Write all documents anew, take away those of things no longer shown, and count what stays."""
    for source in SOURCES:
        subjects = await source.subjects()
        kept = Document.filter(kind=source.kind).values_list("subject_id", flat=True)
        known = [int(str(one)) for one in await kept]
        ids = sorted({*subjects, *known})
        for start in range(0, len(ids), BATCH):
            await refresh(source, ids[start : start + BATCH])
    await _forget_words()
    return await Document.all().count()


@whole_command
async def refresh(source: Source, subject_ids: Sequence[int]) -> None:
    """Write what is shown of some things, and take away the documents of the others.

    One at a time for each kind: whoever reads later writes later, so the newest state stays.
    """
    if not subject_ids:
        return
    async with transaction():
        await _lock(source)
        described = await source.describe(subject_ids)
        written = [rules.written(one.names) for one in described]
        known = await wording.ids_of(written)
        documents = [
            Document(
                kind=source.kind,
                subject_id=one.subject_id,
                words=words,
                word_ids=ids,
                categories=one.categories,
                inside=one.inside,
                serves=one.serves,
                lat_e6=round(one.point.lat * 1e6) if one.point else None,
                lng_e6=round(one.point.lng * 1e6) if one.point else None,
                fresh_at=one.fresh_at,
            )
            for one, words, ids in zip(described, written, known, strict=True)
        ]
        gone = set(subject_ids) - {one.subject_id for one in described}
        await Document.filter(kind=source.kind, subject_id__in=sorted(gone)).delete()
        await Document.bulk_create(
            documents, on_conflict=["kind", "subject_id"], update_fields=COLUMNS
        )


@whole_command
async def _forget_words() -> None:
    """Delete the words by which nothing is called any more, while nobody writes documents."""
    async with transaction():
        for source in SOURCES:
            await _lock(source)
        await wording.forget_unused()


async def _lock(source: Source) -> None:
    await get_connection("default").execute_query(
        "SELECT pg_advisory_xact_lock($1, $2)", [LOCK, SOURCES.index(source)]
    )
