"""Finds places: by id, by slug, by a point on the map, by what people call them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tortoise.connection import get_connection

from hmk_graph import geo
from hmk_graph.errors import NotFound
from hmk_graph.places import rules
from hmk_graph.places.errors import NotOneHandle
from hmk_graph.places.models import Boundary, Place, PlaceKind

# Far more places than this never share a trigram with a text that means one of them.
MOST_CANDIDATES = 500


async def get(place_id: int) -> Place | None:
    """Return a place, or None if there is none with this id."""
    return await Place.get_or_none(id=place_id)


async def by_slug(slug: str) -> Place | None:
    """Return a place, or None if there is none with this slug."""
    return await Place.get_or_none(slug=slug) if rules.is_slug(slug) else None


async def one(*, place_id: int | None, slug: str | None) -> Place | None:
    """Return the place that is named by its id or by its slug, or None if there is none.

    Raises:
        NotOneHandle: Both are given, or neither.
    """
    if place_id is not None and slug is None:
        return await get(place_id)
    if slug is not None and place_id is None:
        return await by_slug(slug)
    raise NotOneHandle


async def children(place_id: int, *, kinds: Collection[PlaceKind] | None = None) -> list[Place]:
    """Return what lies directly in a place, by slug."""
    below = Place.filter(parent_id=place_id).order_by("slug")
    return await (below if kinds is None else below.filter(kind__in=list(kinds)))


async def path_of(place_id: int) -> list[int]:
    """Return the ids from the division down to the place itself.

    Raises:
        NotFound: There is no such place.
    """
    place = await get(place_id)
    if place is None:
        raise NotFound
    return list(place.path)


async def place_at(point: geo.Point) -> Place | None:
    """Return the smallest place whose outline holds a point, or None if no outline does.

    Outlines are known of the 13 upazilas of the home district alone, so the answer is one of those.
    They are simplified: within some hundred meters of a border the answer may be the neighbor, or
    None at the district's edge. Whoever uses it lets the person correct it.
    """
    outlines = await Boundary.filter(
        west__lte=point.lng, east__gte=point.lng, south__lte=point.lat, north__gte=point.lat
    ).select_related("place")
    around = [
        outline.place
        for outline in outlines
        if geo.is_inside(point, geo.polygon(outline.coordinates))
    ]
    return max(around, key=lambda place: (len(place.path), -place.id), default=None)


async def search(
    text: str,
    *,
    kinds: Collection[PlaceKind] | None = None,
    within: int | None = None,
    first: int = 20,
) -> list[Place]:
    """Return the places that a text may mean, in either script, the best first.

    Typing errors are forgiven. `kinds` keeps only those rungs of the tree, `within` only what is a
    place or lies in it. A text without a letter or a digit means nothing.

    Raises:
        TextTooLong: Nobody's place is called so.
        SizeOutOfRange: `first` is not between 1 and rules.MOST_FOUND.
    """
    size = rules.page_size(first, largest=rules.MOST_FOUND)
    asked = rules.asked_key(text)
    candidates = await _candidates(rules.grams_of([asked]), kinds=kinds, within=within)
    ids = rules.ranked(asked, candidates)[:size]
    return await _in_order(ids)


async def _candidates(
    grams: Sequence[str], *, kinds: Collection[PlaceKind] | None, within: int | None
) -> list[rules.Candidate]:
    if not grams:
        return []
    rows = await get_connection("default").execute_query_dict(
        _SHARING,
        [
            list(grams),
            None if kinds is None else [kind.value for kind in kinds],
            within,
            rules.HOME_DISTRICT,
            MOST_CANDIDATES,
        ],
    )
    return [
        rules.Candidate(
            id=row["id"],
            kind=PlaceKind(row["kind"]),
            slug=row["slug"],
            words=row["words"],
            at_home=row["at_home"],
        )
        for row in rows
    ]


async def _in_order(ids: Sequence[int]) -> list[Place]:
    if not ids:
        return []
    found = {place.id: place for place in await Place.filter(id__in=list(ids))}
    return [found[place_id] for place_id in ids if place_id in found]


# Those that share the most come first; of a short text, which shares little, the short names.
_SHARING = """
SELECT id, kind, slug, words, at_home
FROM (
    SELECT p.id, p.kind, p.slug, p.words, cardinality(p.grams) AS size,
           p.path @> ARRAY[(SELECT id FROM places_place WHERE slug = $4)] AS at_home,
           (SELECT count(*) FROM unnest(p.grams) AS gram WHERE gram = ANY($1::text[])) AS shared
    FROM places_place p
    WHERE p.grams && $1::text[]
      AND ($2::text[] IS NULL OR p.kind = ANY($2::text[]))
      AND ($3::bigint IS NULL OR p.path @> ARRAY[$3::bigint])
) AS sharing
ORDER BY shared DESC, at_home DESC, size, id
LIMIT $5
"""
