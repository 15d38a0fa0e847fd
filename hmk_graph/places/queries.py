"""Reads of the tree for many places at once. The map is public: every viewer sees the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tortoise.queryset import QuerySet

from hmk_graph.places.models import Boundary, Place, PlaceKind


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """Whose data the map is made of, under which license, and the line to show with it."""

    notice: str
    license: str
    license_url: str
    covers_bn: str
    covers_en: str
    changes_en: str


_ATTRIBUTIONS = (
    Attribution(
        notice="© OpenStreetMap contributors",
        license="ODbL 1.0",
        license_url="https://www.openstreetmap.org/copyright",
        covers_bn="মানচিত্র থেকে নেওয়া পশুর হাট",
        covers_en="the livestock markets with coordinates",
        changes_en="A name in the other script was added.",
    ),
    Attribution(
        notice=(
            "Boundaries © geoBoundaries (geoboundaries.org); "
            "underlying: Bangladesh Bureau of Statistics / OCHA ROAP"
        ),
        license="CC BY 4.0",
        license_url="https://creativecommons.org/licenses/by/4.0/",
        covers_bn="উপজেলার সীমানা ও কেন্দ্রবিন্দু",
        covers_en="the outlines and centers of upazilas",
        changes_en="Simplified; rounded to 5 decimals; centers computed.",
    ),
    Attribution(
        notice=(
            "Names © 2014 Nuhil Mehdy (bangladesh-geocode); "
            "© 2026 Fahim Reza and contributors (bd-geodata)"
        ),
        license="MIT",
        license_url="https://opensource.org/license/mit",
        covers_bn="বিভাগ, জেলা, উপজেলা ও ইউনিয়নের নাম, পোস্টকোড",
        covers_en="the names of divisions, districts, upazilas and unions; postcodes",
        changes_en="Spellings set to those in official use.",
    ),
)


def attributions() -> Sequence[Attribution]:
    """Return whom the map is owed to; the first two have to be shown wherever their data are."""
    return _ATTRIBUTIONS


def listing(*, kind: PlaceKind | None = None, within: int | None = None) -> QuerySet[Place]:
    """Return the query of all places of a kind, and in a place (or it itself), without an order."""
    rows = Place.all()
    if kind is not None:
        rows = rows.filter(kind=kind)
    return rows if within is None else rows.filter(path__contains=[within])


async def by_ids(ids: Sequence[int]) -> list[Place | None]:
    """Return the places with these ids, in their order; None for one that there is not."""
    found = {place.id: place for place in await Place.filter(id__in=_unique(ids))}
    return [found.get(place_id) for place_id in ids]


async def children_of(kind: PlaceKind | None, ids: Sequence[int]) -> list[list[Place]]:
    """Return what lies directly in each place, of one kind or of all (None), by slug."""
    below = Place.filter(parent_id__in=_unique(ids)).order_by("slug")
    found: dict[int | None, list[Place]] = {place_id: [] for place_id in ids}
    for place in await (below if kind is None else below.filter(kind=kind)):
        found[place.parent_id].append(place)
    return [found[place_id] for place_id in ids]


async def boundaries_of(ids: Sequence[int]) -> list[Boundary | None]:
    """Return the outline of each place; None where it is not known."""
    found = {
        outline.place_id: outline for outline in await Boundary.filter(place_id__in=_unique(ids))
    }
    return [found.get(place_id) for place_id in ids]


def _unique(ids: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(ids))
