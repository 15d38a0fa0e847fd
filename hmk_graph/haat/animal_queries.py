"""Reads of animals. What a viewer may not know does not exist for him.

An animal is its owners' and its area's officers' business until it first comes up for sale in
public; from then on everybody may see it, so that its way through several hands stays visible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection
from tortoise.queryset import QuerySet

from hmk_graph import reading
from hmk_graph.accounts import queries as account_queries
from hmk_graph.clock import DHAKA
from hmk_graph.errors import NotFound
from hmk_graph.haat import species
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import (
    Animal,
    AnimalEvent,
    AnimalIdentifier,
    AnimalState,
    AnimalWeight,
    OfficerFlag,
    VetClearance,
)
from hmk_graph.haat.animal_rules import (
    Fitness,
    QurbaniCheck,
    lunar_months,
    qurbani_fitness,
)

WEIGHTS_SHOWN = 10
EVENTS_SHOWN = 50
# Nobody has answered the checklist yet, neither seller nor vet.
DEFECTS_UNKNOWN = "defects-unknown"


@dataclass(frozen=True, kw_only=True)
class FormerOwner:
    """Through whose hands an animal went: the newest first. `sold_at` None: not sold through us."""

    animal_id: int
    seller_name: str
    origin_id: int
    sold_at: datetime | None


async def public_animals(animal_ids: Sequence[int]) -> list[Animal | None]:
    """Return the animals that everybody may see, in the order of the ids; None for others."""
    # What came up for sale in public stays so: listings and lots need not be watched for it.
    with reading.only(haat_animal=animal_ids, haat_listing=(), haat_lot=()):
        public = {row["animal_id"] for row in await _rows(_PUBLIC, [list(animal_ids)])}
        # Apart: nobody tells of changes of pools, and what was read from them is kept for nobody.
        if others := [animal_id for animal_id in animal_ids if animal_id not in public]:
            public |= {row["animal_id"] for row in await _rows(_IN_SHARES, [others])}
        seen = await Animal.in_bulk(public, "id")
    return [seen.get(animal_id) for animal_id in animal_ids]


async def visible_animals(viewer_id: int | None, animal_ids: Sequence[int]) -> list[Animal | None]:
    """Return the animals that the viewer may see, in the order of the ids; None for others."""
    areas = await account_queries.areas_of(viewer_id)
    rows = await _rows(_VISIBLE, [list(animal_ids), viewer_id or 0, areas is None, areas or []])
    seen = await Animal.in_bulk([row["id"] for row in rows], "id")
    return [seen.get(animal_id) for animal_id in animal_ids]


async def visible_animal(viewer_id: int | None, animal_id: int) -> Animal:
    """Return an animal that the viewer may see.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    [animal] = await visible_animals(viewer_id, [animal_id])
    if animal is None:
        raise NotFound
    return animal


def animals_of(seller_id: int) -> QuerySet[Animal]:
    """Return a person's own animals."""
    return Animal.filter(seller_id=seller_id)


async def waiting_checks(officer_id: int) -> QuerySet[Animal]:
    """Return the animals of an officer's areas that wait for the vet, but his own."""
    waiting = Animal.filter(state=AnimalState.CHECK_PENDING).exclude(seller_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return waiting if areas is None else waiting.filter(origin__path__overlap=areas)


async def open_flags(officer_id: int) -> QuerySet[OfficerFlag]:
    """Return the unresolved flags of an officer's areas, but those on his own animals."""
    raised = OfficerFlag.filter(resolved_at=None).exclude(animal__seller_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return raised if areas is None else raised.filter(animal__origin__path__overlap=areas)


async def insiders(viewer_id: int | None, animal_ids: Sequence[int]) -> list[bool]:
    """Say for each animal whether the viewer owns a part of it or is an officer of its area."""
    areas = await account_queries.areas_of(viewer_id)
    values = [list(animal_ids), viewer_id or 0, areas is None, areas or []]
    inside = {row["id"] for row in await _rows(_INSIDE, values)}
    return [animal_id in inside for animal_id in animal_ids]


async def tags_of(animal_ids: Sequence[int]) -> list[list[AnimalIdentifier]]:
    """Return the tags of each animal, ours first."""
    with reading.only(haat_animal_identifier=animal_ids):
        rows = await AnimalIdentifier.filter(animal_id__in=list(animal_ids)).order_by("id")
    return _grouped(animal_ids, rows)


async def weights_of(animal_ids: Sequence[int]) -> list[list[AnimalWeight]]:
    """Return the newest weighings of each animal, newest first, at most ten."""
    with reading.only(haat_animal_weight=animal_ids):
        newest = await _newest("haat_animal_weight", "measured_at", animal_ids, WEIGHTS_SHOWN)
        rows = await AnimalWeight.filter(id__in=newest).order_by("-measured_at", "-id")
    return _grouped(animal_ids, rows)


async def papers_of(animal_ids: Sequence[int]) -> list[VetClearance | None]:
    """Return the newest paper of each animal, passed or not."""
    with reading.only(haat_vet_clearance=animal_ids):
        newest = await _newest("haat_vet_clearance", "issued_at", animal_ids, 1)
        papers = await VetClearance.filter(id__in=newest)
    found = {paper.animal_id: paper for paper in papers}
    return [found.get(animal_id) for animal_id in animal_ids]


async def history_of(viewer_id: int | None, animal_ids: Sequence[int]) -> list[list[AnimalEvent]]:
    """Return what happened to each animal, newest first; remarks only to owners and officers."""
    inside = dict(zip(animal_ids, await insiders(viewer_id, animal_ids), strict=True))
    newest = await _newest("haat_animal_event", "id", animal_ids, EVENTS_SHOWN)
    events = await AnimalEvent.filter(id__in=newest).order_by("-id")
    public = [e for e in events if inside[e.animal_id] or e.kind != AnimalHappening.REMARKED]
    return _grouped(animal_ids, public)


async def chains_of(animal_ids: Sequence[int]) -> list[list[FormerOwner]]:
    """Return through whose hands each animal went before, the newest first."""
    found: dict[int, list[FormerOwner]] = {animal_id: [] for animal_id in animal_ids}
    for row in await _rows(_CHAINS, [list(animal_ids)]):
        found[row.pop("of_id")].append(FormerOwner(**row))
    return [found[animal_id] for animal_id in animal_ids]


def fitness(animal: Animal, paper: VetClearance | None, at: datetime) -> QurbaniCheck:
    """Answer the qurbani check from what seller and vet have written. Guidance, never a verdict."""
    seen = paper.defects if paper else []
    born = animal.birth_date
    answer = qurbani_fitness(
        species.known(animal.species).facts,
        age_months=lunar_months(born, at.astimezone(DHAKA).date()) if born else None,
        teeth=animal.teeth,
        defects={*(animal.defects or []), *seen},
    )
    if answer.fitness is Fitness.FIT and animal.defects is None and paper is None:
        return QurbaniCheck(fitness=Fitness.NEEDS_PROOF, reasons=(DEFECTS_UNKNOWN,))
    return answer


async def _newest(table: str, by: str, animal_ids: Sequence[int], most: int) -> list[int]:
    """Return the ids of each animal's newest rows. Table and column are this module's words."""
    sql = _NEWEST.format(table=table, by=by)
    return [row["id"] for row in await _rows(sql, [list(animal_ids), most])]


def _grouped(animal_ids: Sequence[int], rows: Sequence[Any]) -> list[list[Any]]:
    # Any: rows of one table that has an animal_id.
    found: dict[int, list[Any]] = {animal_id: [] for animal_id in animal_ids}
    for row in rows:
        found[row.animal_id].append(row)
    return [found[animal_id] for animal_id in animal_ids]


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)


# $2 the viewer (0: nobody), $3 an officer everywhere, $4 an officer of these places.
_INSIDE = """
SELECT a.id FROM haat_animal a JOIN places_place p ON p.id = a.origin_id
WHERE a.id = ANY($1) AND ($3 OR a.seller_id = $2 OR p.path && $4
  OR EXISTS (SELECT 1 FROM haat_co_owner o WHERE o.animal_id = a.id AND o.account_id = $2))
"""
_PUBLIC = """
SELECT DISTINCT l.animal_id FROM haat_listing l LEFT JOIN haat_lot lot ON lot.listing_id = l.id
WHERE l.animal_id = ANY($1) AND (l.kind <> 'AUCTION' OR lot.starts_at IS NOT NULL)
"""
_IN_SHARES = "SELECT animal_id FROM haat_share_pool WHERE animal_id = ANY($1)"
# The officer of the haat at which it stands sees it as well, before the public does.
_VISIBLE = f"""
{_INSIDE}
UNION
SELECT l.animal_id FROM haat_listing l
LEFT JOIN haat_lot lot ON lot.listing_id = l.id
JOIN haat_haat h ON h.id = l.haat_id JOIN places_place hp ON hp.id = h.place_id
WHERE l.animal_id = ANY($1) AND (l.kind <> 'AUCTION' OR lot.starts_at IS NOT NULL OR hp.path && $4)
UNION
{_IN_SHARES}
"""
_NEWEST = """
SELECT found.id FROM unnest($1::bigint[]) AS wanted(id)
CROSS JOIN LATERAL (
    SELECT t.id FROM {table} t WHERE t.animal_id = wanted.id
    ORDER BY t.{by} DESC, t.id DESC LIMIT $2
) AS found
"""
_CHAINS = """
WITH RECURSIVE chain AS (
    SELECT a.id AS of_id, a.chain_of_id AS animal_id, 1 AS depth
    FROM haat_animal a WHERE a.id = ANY($1) AND a.chain_of_id IS NOT NULL
    UNION ALL
    SELECT c.of_id, a.chain_of_id, c.depth + 1
    FROM chain c JOIN haat_animal a ON a.id = c.animal_id
    WHERE a.chain_of_id IS NOT NULL AND c.depth < 20
)
SELECT c.of_id, a.id AS animal_id, s.name AS seller_name, a.origin_id, a.sold_at
FROM chain c JOIN haat_animal a ON a.id = c.animal_id
JOIN accounts_account s ON s.id = a.seller_id
ORDER BY c.of_id, c.depth
"""
