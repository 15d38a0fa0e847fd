"""What an officer should look at: a tag claimed twice, a likely copy, an animal sold again.

A flag accuses nobody: the listing goes on, and the officer of the origin looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat.animal_models import Animal, FlagKind, OfficerFlag
from hmk_graph.haat.selling_errors import ResoldTooSoon
from hmk_graph.haat.tagging import Scheme, Tag
from hmk_graph.haat.wording import LONGEST_NOTE, paragraph

# Two weighings of one animal on two scales differ by about this much.
LIKE_PERCENT = 2


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Who tried to register another animal with a tag that is taken."""

    by: int
    tag: str


async def flag(
    kind: FlagKind,
    animal_id: int,
    *,
    other_id: int | None,
    at: datetime,
    claim: Claim | None = None,
) -> None:
    """Raise a flag, unless the same one waits already. In the caller's transaction."""
    claimed = [claim.by, claim.tag] if claim else [None, ""]
    await get_connection("default").execute_query(
        "INSERT INTO haat_officer_flag"
        " (kind, animal_id, other_id, raised_at, claimant_id, claimed_tag, note)"
        " VALUES ($1, $2, $3, $4, $5, $6, '')"
        " ON CONFLICT (kind, animal_id, coalesce(other_id, 0)) WHERE resolved_at IS NULL"
        " DO NOTHING",
        [kind, animal_id, other_id, at, *claimed],
    )


async def flag_same_tag(tag: Tag, *, claimed_by: int, clock: Clock) -> None:
    """Tell officers that a seller claimed the tag of a living animal. A transaction of its own."""
    async with transaction(actor_id=claimed_by):
        holder = await Animal.filter(
            identifiers__scheme=tag.scheme, identifiers__value=tag.value, identifiers__living=True
        ).first()
        if holder is not None:
            claim = Claim(by=claimed_by, tag=tag.value)
            await flag(FlagKind.SAME_TAG, holder.id, other_id=None, at=await clock(), claim=claim)


async def flag_likely_copies(animal: Animal, *, at: datetime) -> list[int]:
    """Flag an animal that looks like another one of the same seller that is for sale.

    Alike are species, breed and latest weight, within LIKE_PERCENT. Returns the others' ids. In the
    transaction of the listing.
    """
    rows = await get_connection("default").execute_query_dict(
        _ALIKE, [animal.id, animal.seller_id, animal.species, animal.breed, LIKE_PERCENT]
    )
    others = [int(row["id"]) for row in rows]
    for other_id in others:
        await flag(FlagKind.LIKELY_COPY, animal.id, other_id=other_id, at=at)
    return others


async def check_resale(animal: Animal, haat_id: int, *, at: datetime) -> None:
    """Refuse an animal that was sold in this district lately, unless its chain is named.

    It is known by its tags. With its chain it may be sold; officers are told, and everybody can see
    through whose hands it went. In the transaction of the listing.

    Raises:
        ResoldTooSoon: The chain is missing; `until` says from when it is not needed.
    """
    rows = await get_connection("default").execute_query_dict(
        _SOLD_LATELY, [animal.id, haat_id, Scheme.HMK]
    )
    for row in rows:
        until = row["sold_at"] + timedelta(days=row["resale_lock_days"])
        if until <= at:
            continue
        if not await _in_chain(animal.id, row["id"]):
            raise ResoldTooSoon(until)
        await flag(FlagKind.RESOLD_IN_SEASON, animal.id, other_id=row["id"], at=at)


@whole_command
async def resolve_flag(officer_id: int, flag_id: int, *, note: str, clock: Clock) -> OfficerFlag:
    """Close a flag with a note of what was found.

    Raises:
        NotFound: No such flag, or the person is no officer of the animal's origin.
        StaleState: It is closed already.
        BadInput: The note is missing or too long.
    """
    found = paragraph("note", note, longest=LONGEST_NOTE, shortest=1)
    async with transaction(actor_id=officer_id):
        await access.acting(officer_id)
        raised = await OfficerFlag.filter(id=flag_id).select_for_update(no_key=True).first()
        if raised is None:
            raise NotFound
        animal = await Animal.get(id=raised.animal_id).select_related("origin")
        own = animal.seller_id == officer_id
        if own or not await access.is_officer_of(officer_id, animal.origin.path):
            raise NotFound
        if raised.resolved_at is not None:
            raise StaleState(current="RESOLVED", allowed=["RAISED"])
        closed: dict[str, Any] = {
            "resolved_at": await clock(),
            "resolved_by_id": officer_id,
            "note": f"{raised.note}\n{found}".strip(),
        }
        await OfficerFlag.filter(id=flag_id, resolved_at__isnull=True).update(**closed)
    return await OfficerFlag.get(id=flag_id)


async def _in_chain(animal_id: int, earlier_id: int) -> bool:
    """Say whether an earlier record is among those through which an animal came to its seller."""
    rows = await get_connection("default").execute_query_dict(
        "WITH RECURSIVE chain AS ("
        " SELECT chain_of_id AS id FROM haat_animal WHERE id = $1"
        " UNION SELECT a.chain_of_id FROM haat_animal a JOIN chain c ON a.id = c.id)"
        " SELECT 1 FROM chain WHERE id = $2",
        [animal_id, earlier_id],
    )
    return bool(rows)


_ALIKE = """
WITH latest AS (
    SELECT DISTINCT ON (w.animal_id) w.animal_id, w.grams FROM haat_animal_weight w
    JOIN haat_animal a ON a.id = w.animal_id AND a.seller_id = $2
    ORDER BY w.animal_id, w.measured_at DESC, w.id DESC
)
SELECT a.id FROM haat_animal a
JOIN haat_listing l ON l.animal_id = a.id AND l.state IN ('LIVE', 'RESERVED')
JOIN latest theirs ON theirs.animal_id = a.id
JOIN latest own ON own.animal_id = $1
WHERE a.seller_id = $2 AND a.species = $3 AND a.breed = $4 AND a.id <> $1
  AND abs(theirs.grams - own.grams) * 100 <= own.grams * $5
ORDER BY a.id
"""

# The district is the second rung of a place's path. Our own number is new with each record, so
# only tags that hang on the animal itself can tell it.
_SOLD_LATELY = """
SELECT DISTINCT earlier.id, earlier.sold_at, h.resale_lock_days
FROM haat_animal_identifier mine
JOIN haat_animal_identifier theirs ON theirs.scheme = mine.scheme AND theirs.value = mine.value
JOIN haat_animal earlier ON earlier.id = theirs.animal_id AND earlier.sold_at IS NOT NULL
JOIN haat_listing l ON l.animal_id = earlier.id AND l.state IN ('RESERVED', 'SOLD')
JOIN haat_haat sold_in ON sold_in.id = l.haat_id
JOIN places_place sold_at_place ON sold_at_place.id = sold_in.place_id
JOIN haat_haat h ON h.id = $2
JOIN places_place p ON p.id = h.place_id
WHERE mine.animal_id = $1 AND earlier.id <> $1 AND mine.scheme <> $3
  AND sold_at_place.path[2] = p.path[2]
ORDER BY earlier.sold_at DESC
"""
