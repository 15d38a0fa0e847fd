"""Fills the tree of places from the files in `data/`; a second time changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import orjson
from tortoise.connection import get_connection

from hmk_graph import geo
from hmk_graph.bengali import canonical, in_bengali_digits
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.places import rules
from hmk_graph.places.models import Boundary, Place, PlaceKind

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""

# Any number will do, as long as every process of ours takes the same one.
LOCK = 4_800_221
BATCH = 100

GEOCODE = "bangladesh-geocode (MIT)"
GEODATA = "bd-geodata (MIT)"
BOUNDARIES = "geoBoundaries gbOpen BGD ADM3 (CC BY 4.0)"
BANGLAPEDIA = "Banglapedia"
OSM = "OpenStreetMap contributors (ODbL 1.0)"
ASSUMED_WARDS = "assumed: as many as the other towns of its size have"
HOUSE = "assumed from the upazila's name"

COLUMNS = (
    "kind",
    "parent_id",
    "path",
    "name_bn",
    "name_en",
    "aliases",
    "lat",
    "lng",
    "bbs_code",
    "haor",
    "facts",
    "source",
    "words",
    "grams",
)
OUTLINE_COLUMNS = ("coordinates", "west", "south", "east", "north", "attribution")

# A row of a JSON file; what it holds differs from file to file, hence Any.
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A place as the files tell it. Its parent is an earlier draft; None for a division."""

    kind: PlaceKind
    slug: str
    name_bn: str
    name_en: str
    parent: Draft | None = None
    aliases: list[str] = field(default_factory=list)
    lat: float | None = None
    lng: float | None = None
    bbs_code: str | None = None
    haor: str | None = None
    facts: Row = field(default_factory=dict)
    source: str = GEOCODE


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What loading did to the tables: places and outlines added, and changed."""

    added: int
    changed: int


@whole_command
async def load(progress: Progress | None = None) -> Loaded:
    """Write all places and outlines in one transaction; what is there already keeps its id.

    A place is known again by its slug. One that the files no longer have stays, since people,
    animals and haats may refer to it. Of two processes that load at once, the second waits and
    finds nothing to do.
    """
    tell = progress or _silently
    async with transaction():
        connection = get_connection("default")
        await connection.execute_query("SET LOCAL lock_timeout = '25s'")
        await connection.execute_query("SELECT pg_advisory_xact_lock($1)", [LOCK])
        drafts = gathered()
        known = {place.slug: place for place in await Place.all()}
        fresh = [draft.slug for draft in drafts if draft.slug not in known]
        ids = {slug: place.id for slug, place in known.items()}
        ids.update(zip(fresh, await _new_ids(len(fresh)), strict=True))
        rows = _as_rows(drafts, ids)
        changed = [row for row in rows if _differs(row, known.get(row.slug), COLUMNS)]
        for begin in range(0, len(changed), BATCH):
            await Place.bulk_create(
                changed[begin : begin + BATCH], on_conflict=["id"], update_fields=COLUMNS
            )
            tell("places", min(begin + BATCH, len(changed)), len(changed))
        outlined = await _load_outlines(ids)
    return Loaded(
        added=len(fresh) + outlined.added, changed=len(changed) - len(fresh) + outlined.changed
    )


def _silently(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def gathered() -> list[Draft]:
    """Return all places of the files, parents before children."""
    divisions = {row["id"]: _division(row) for row in _rows("divisions.json")}
    districts = {row["id"]: _district(row, divisions) for row in _rows("districts.json")}
    postcodes = _rows("postcodes_kishoreganj.json")
    upazilas = {row["id"]: _upazila(row, districts, postcodes) for row in _rows("upazilas.json")}
    rows = _rows("municipalities_kishoreganj.json")
    towns = [(row, _municipality(row, upazilas)) for row in rows]
    below = [
        *(_union(row, upazilas) for row in _rows("unions_kishoreganj.json")),
        *(town for _, town in towns),
        *(ward for row, town in towns for ward in _wards(row, town)),
        *_haats(upazilas),
    ]
    return [*divisions.values(), *districts.values(), *upazilas.values(), *below]


def _division(row: Row) -> Draft:
    # Each division is called like one of its districts, whose slug begins all slugs below it.
    return _draft(PlaceKind.DIVISION, row, f"{row['slug']}-division")


def _district(row: Row, divisions: dict[int, Draft]) -> Draft:
    return _draft(PlaceKind.DISTRICT, row, row["slug"], divisions[row["division_id"]])


def _upazila(row: Row, districts: dict[int, Draft], postcodes: list[Row]) -> Draft:
    offices = [
        {"code": one["postcode"], "office": one["post_office"]}
        for one in postcodes
        if one["upazila_id"] == row["id"]
    ]
    return _draft(
        PlaceKind.UPAZILA,
        row,
        row["slug"],
        districts[row["district_id"]],
        facts={"postcodes": offices} if offices else {},
        source=f"{GEOCODE}; {BOUNDARIES}" if row["lat"] is not None else GEOCODE,
    )


def _union(row: Row, upazilas: dict[int, Draft]) -> Draft:
    upazila = upazilas[row["upazila_id"]]
    # The file begins a slug with the upazila's own part: itna-badla, kishoreganj-sadar-maria.
    begins = upazila.slug.removeprefix(f"{rules.HOME_DISTRICT}-")
    own = row["slug"].removeprefix(f"{begins}-")
    facts = {"name_bn_check": True} if row.get("name_bn_check") else {}
    return _draft(PlaceKind.UNION, row, f"{upazila.slug}-{own}", upazila, facts=facts)


def _municipality(row: Row, upazilas: dict[int, Draft]) -> Draft:
    upazila = upazilas[row["upazila_id"]]
    return _draft(
        PlaceKind.MUNICIPALITY,
        row,
        f"{upazila.slug}-municipality",
        upazila,
        facts={"source_confirmed": row["source_confirmed"]},
        source=BANGLAPEDIA if row["source_confirmed"] else f"{BANGLAPEDIA}, by elimination",
    )


def _wards(row: Row, town: Draft) -> Iterator[Draft]:
    """Yield a municipality's wards, which are numbered from 1.

    The number stands first in the name, so that who types the town's name finds the town first.
    """
    bn, en = town.name_bn.removesuffix(" পৌরসভা"), town.name_en.removesuffix(" Municipality")
    for number in range(1, row["wards"] + 1):
        yield Draft(
            kind=PlaceKind.WARD,
            slug=f"{town.slug}-ward-{number}",
            name_bn=canonical(f"{in_bengali_digits(str(number))} নং ওয়ার্ড, {bn}"),
            name_en=f"Ward {number}, {en}",
            parent=town,
            facts={"number": number} | ({} if row["wards_source"] else {"assumed": True}),
            source=row["wards_source"] or ASSUMED_WARDS,
        )


def _haats(upazilas: dict[int, Draft]) -> Iterator[Draft]:
    """Yield the known livestock markets, and an assumed one for each upazila that has none."""
    markets = {row["osm_id"]: row for row in _rows("osm/marketplaces_kishoreganj_osm.json")}
    served = set()
    for named in _rows("osm/livestock_haats.json"):
        market = markets[named["osm_id"]]
        upazila = upazilas[market["upazila_id"]]
        served.add(upazila.slug)
        yield _market(named, market, upazila)
    for upazila in upazilas.values():
        parent = upazila.parent
        if parent and parent.slug == rules.HOME_DISTRICT and upazila.slug not in served:
            yield _assumed_haat(upazila)


def _market(named: Row, market: Row, upazila: Draft) -> Draft:
    return _draft(
        PlaceKind.HAAT,
        {**named, "lat": market["lat"], "lng": market["lng"], "aliases": [market["name"]]},
        f"{upazila.slug}-{named['slug']}",
        upazila,
        facts={"osm_id": market["osm_id"], "livestock": market["livestock"]},
        source=OSM,
    )


def _assumed_haat(upazila: Draft) -> Draft:
    return Draft(
        kind=PlaceKind.HAAT,
        slug=f"{upazila.slug}-haat",
        name_bn=f"{upazila.name_bn} পশুর হাট",
        name_en=f"{upazila.name_en} Livestock Haat",
        parent=upazila,
        facts={"assumed": True},
        source=HOUSE,
    )


def _draft(
    kind: PlaceKind,
    row: Row,
    slug: str,
    parent: Draft | None = None,
    *,
    facts: Row | None = None,
    source: str = GEOCODE,
) -> Draft:
    names = (row["name_bn"], row["name_en"])
    aliases = [canonical(alias) for alias in row.get("aliases", ())]
    return Draft(
        kind=kind,
        slug=slug,
        name_bn=canonical(row["name_bn"]),
        name_en=canonical(row["name_en"]),
        parent=parent,
        aliases=[alias for alias in aliases if alias not in names],
        lat=row.get("lat"),
        lng=row.get("lng"),
        bbs_code=row.get("bbs_code"),
        haor=row.get("haor"),
        facts=facts or {},
        source=source,
    )


def _rows(name: str) -> list[Row]:
    content = _content(name)
    rows: list[Row] = content["rows"] if isinstance(content, dict) else content
    return rows


@cache
def _content(name: str) -> Any:  # Any: JSON, an object or a list
    folder = resources.files("hmk_graph.places") / "data"
    return orjson.loads(folder.joinpath(*name.split("/")).read_bytes())


async def _new_ids(count: int) -> list[int]:
    rows = await get_connection("default").execute_query_dict(
        "SELECT nextval(pg_get_serial_sequence('places_place', 'id')) AS id"
        " FROM generate_series(1, $1)",
        [count],
    )
    return [row["id"] for row in rows]


def _as_rows(drafts: Sequence[Draft], ids: dict[str, int]) -> list[Place]:
    paths: dict[str, list[int]] = {}
    rows = []
    for draft in drafts:
        above = paths[draft.parent.slug] if draft.parent else []
        paths[draft.slug] = [*above, ids[draft.slug]]
        rows.append(_as_row(draft, paths[draft.slug]))
    return rows


def _as_row(draft: Draft, path: list[int]) -> Place:
    names = [draft.name_bn, draft.name_en, *draft.aliases]
    parents = [draft.parent.name_bn, draft.parent.name_en] if draft.parent else []
    return Place(
        id=path[-1],
        kind=draft.kind,
        parent_id=path[-2] if draft.parent else None,
        path=path,
        slug=draft.slug,
        name_bn=draft.name_bn,
        name_en=draft.name_en,
        aliases=draft.aliases,
        lat=draft.lat,
        lng=draft.lng,
        bbs_code=draft.bbs_code,
        haor=draft.haor,
        facts=draft.facts,
        source=draft.source,
        words=rules.written_words(names, kind=draft.kind, parents=parents),
        grams=rules.grams_of(names),
    )


async def _load_outlines(ids: dict[str, int]) -> Loaded:
    known = {outline.place_id: outline for outline in await Boundary.all()}
    rows = [
        row for row in _outlines(ids) if _differs(row, known.get(row.place_id), OUTLINE_COLUMNS)
    ]
    await Boundary.bulk_create(rows, on_conflict=["place_id"], update_fields=OUTLINE_COLUMNS)
    added = sum(row.place_id not in known for row in rows)
    return Loaded(added=added, changed=len(rows) - added)


def _outlines(ids: dict[str, int]) -> Iterator[Boundary]:
    collection = _content("upazila_boundaries_kishoreganj.geojson")
    for feature in collection["features"]:
        outline = geo.polygon(feature["geometry"]["coordinates"])
        box = geo.Box.around(outline[0])
        yield Boundary(
            place_id=ids[feature["properties"]["slug"]],
            coordinates=feature["geometry"]["coordinates"],
            west=box.west,
            south=box.south,
            east=box.east,
            north=box.north,
            attribution=collection["attribution"],
        )


def _differs(row: Place | Boundary, known: Place | Boundary | None, columns: Sequence[str]) -> bool:
    return known is None or any(getattr(row, name) != getattr(known, name) for name in columns)
