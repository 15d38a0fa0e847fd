"""The same photo on two things that are offered: an officer looks. It accuses nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tortoise.connection import get_connection
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.accounts import rules as lines
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media.attaching import Subject
from hmk_graph.media.models import SharedPhoto
from hmk_graph.media.queries import Likeness

LONGEST_NOTE = 1_000


@whole_command
async def flag(
    subject: Subject, subject_id: int, alike: Sequence[Likeness], *, place_id: int, clock: Clock
) -> None:
    """Have the officers of a place look at photos that a thing shares with others on offer.

    Each two files are looked at once: what is open or was judged is not raised again.
    """
    async with transaction():
        now = await clock()
        for one in alike:
            (later, its), (earlier, others) = sorted(
                [(one.media_id, subject_id), (one.other_id, one.other_subject_id)], reverse=True
            )
            await get_connection("default").execute_query(
                _RAISE, [later, earlier, subject.name, its, others, place_id, now]
            )


async def open_flags(officer_id: int) -> QuerySet[SharedPhoto]:
    """Return what nobody judged yet in an officer's areas, but what shows his own photos."""
    raised = (
        SharedPhoto.filter(resolved_at=None)
        .exclude(media__owner_id=officer_id)
        .exclude(other__owner_id=officer_id)
        .select_related("media", "other")
    )
    areas = await account_queries.areas_of(officer_id)
    return raised if areas is None else raised.filter(place__path__overlap=areas)


@whole_command
async def resolve(officer_id: int, flag_id: int, *, note: str, clock: Clock) -> SharedPhoto:
    """Close a flag with a note of what was found.

    Raises:
        NotFound: No such flag, it is of another area, or it shows a photo of the officer's own.
        StaleState: It is closed already.
        BadInput: The note is missing or too long.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    found = lines.line_of(note, "note", longest=LONGEST_NOTE)
    async with transaction(actor_id=officer_id):
        await access.acting(officer_id)
        if await SharedPhoto.select_for_update(no_key=True).get_or_none(id=flag_id) is None:
            raise NotFound
        raised = await SharedPhoto.get(id=flag_id).select_related("media", "other", "place")
        own = officer_id in (raised.media.owner_id, raised.other.owner_id)
        if own or not await access.is_officer_of(officer_id, raised.place.path):
            raise NotFound
        if raised.resolved_at is not None:
            raise StaleState(current="RESOLVED", allowed=["RAISED"])
        closed: dict[str, Any] = {
            "resolved_at": await clock(),
            "resolved_by_id": officer_id,
            "note": found,
        }
        await raised.update_from_dict(closed).save(update_fields=list(closed))
    return raised


_RAISE = """
INSERT INTO media_shared_photo
    (media_id, other_id, subject, subject_id, other_subject_id, place_id, raised_at, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, '')
ON CONFLICT (media_id, other_id) DO NOTHING
"""
