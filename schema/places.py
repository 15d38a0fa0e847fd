"""Places: the tree of the country down to the haats of the district, its outlines and its names."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import strawberry
from strawberry.scalars import JSON

from hmk_graph.errors import NotFound
from hmk_graph.places import finding, queries, rules
from hmk_graph.places import models as tables
from hmk_graph.places.models import PlaceKind
from schema import ids
from schema.accounts.choices import Language
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor

# Cumilla district has seventeen upazilas; no place of ours has more children.
CHILDREN = 20
MOST_CHILDREN = 100
# An id that is none: no row has this number.
NOBODY = 0

strawberry.enum(
    PlaceKind,
    description="The rungs of the tree. A person lives in a union or in a municipality, not both.",
)


@strawberry.enum(
    description="Whether a place lies in the haor, the land that is a lake in the rains."
)
class Haor(Enum):
    YES = strawberry.enum_value("yes", description="All of it.")
    PARTLY = strawberry.enum_value("partly", description="A part of it.")


@strawberry.type(description="A point on the earth, in degrees (WGS 84).")
class GeoPoint:
    lat: float = strawberry.field(description="Degrees north.")
    lng: float = strawberry.field(description="Degrees east.")


@strawberry.type(description="A post office and its code.")
class Postcode:
    code: str = strawberry.field(description="Four digits.")
    office: str = strawberry.field(description="The post office's name in English.")


@strawberry.type(description="The outline of a place. Simplified: near a border it may be off.")
class Boundary:
    row: strawberry.Private[tables.Boundary]

    @strawberry.field(description="A GeoJSON geometry (RFC 7946): longitude before latitude.")
    def geometry(self) -> JSON:
        return JSON({"type": "Polygon", "coordinates": self.row.coordinates})

    @strawberry.field(description="West, south, east and north, as GeoJSON's bbox.")
    def bbox(self) -> list[float]:
        return [self.row.west, self.row.south, self.row.east, self.row.north]

    @strawberry.field(description="The line that has to be shown beside the outline.")
    def attribution(self) -> str:
        return self.row.attribution


@strawberry.type(
    description="A division, district, upazila, union, municipality or haat. Names repeat "
    "(there are two Kishoreganj): show a place with its parents."
)
class Place:
    row: strawberry.Private[tables.Place]

    @strawberry.field(description="The place's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Place", self.row.id)

    @strawberry.field(description="Which rung of the tree it is.")
    def kind(self) -> PlaceKind:
        return self.row.kind

    @strawberry.field(description="Its name in addresses of the web; never changes.")
    def slug(self) -> str:
        return self.row.slug

    @strawberry.field(description="Its name in Bengali.")
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field(description="Its name in English.")
    def name_en(self) -> str:
        return self.row.name_en

    @strawberry.field(description="Its name in one language.")
    def name(self, language: Language = Language.BN) -> str:
        return named(self.row, language)

    @strawberry.field(description="Its name and those above it: Itna, Kishoreganj, Dhaka.")
    async def name_in_full(self, language: Language = Language.BN) -> str:
        above = await places_by_id(self.row.path[:-1])
        return ", ".join(named(row, language) for row in (self.row, *reversed(above)))

    @strawberry.field(description="Other spellings under which it is found.")
    def aliases(self) -> list[str]:
        return list(self.row.aliases)

    @strawberry.field(description="What it lies in; null for a division.")
    async def parent(self) -> Place | None:
        above = await places_by_id(self.row.path[-2:-1])
        return Place(row=above[0]) if above else None

    @strawberry.field(description="All it lies in, from the division down.")
    async def ancestors(self) -> list[Place]:
        return [Place(row=row) for row in await places_by_id(self.row.path[:-1])]

    @strawberry.field(description="What lies directly in it, by slug.")
    async def children(
        self,
        kind: Annotated[
            PlaceKind | None, strawberry.argument(description="Only this rung.")
        ] = None,
        first: Annotated[int, strawberry.argument(description="How many, 1 to 100.")] = CHILDREN,
    ) -> list[Place]:
        size = rules.page_size(first, largest=MOST_CHILDREN)
        below = await loader(queries.children_of, kind).load(self.row.id)
        return [Place(row=row) for row in below[:size]]

    @strawberry.field(description="Its town or center; null where no source was found.")
    def point(self) -> GeoPoint | None:
        if self.row.lat is None or self.row.lng is None:
            return None
        return GeoPoint(lat=self.row.lat, lng=self.row.lng)

    @strawberry.field(description="Its outline; null where none is known.")
    async def boundary(self) -> Boundary | None:
        row = await loader(queries.boundaries_of).load(self.row.id)
        return Boundary(row=row) if row else None

    @strawberry.field(
        description="Whether it lies in the haor; null: not stated by any source read."
    )
    def haor(self) -> Haor | None:
        return Haor(self.row.haor) if self.row.haor else None

    @strawberry.field(description="Its post offices, as far as they are known.")
    def postcodes(self) -> list[Postcode]:
        return [Postcode(**one) for one in self.row.facts.get("postcodes", ())]

    @strawberry.field(description="Its code in the census of the Bureau of Statistics, if known.")
    def bbs_code(self) -> str | None:
        return self.row.bbs_code

    @strawberry.field(
        description="Whether no source names it: a haat that stands for those of its upazila."
    )
    def assumed(self) -> bool:
        return bool(self.row.facts.get("assumed"))

    @strawberry.field(description="Where it is known from, with the license.")
    def source(self) -> str:
        return self.row.source


@strawberry.type(
    description="Whose data the map is made of. Show the notice where the data are shown."
)
class Attribution:
    notice: str = strawberry.field(description="The line to show.")
    license: str = strawberry.field(description="The license's short name.")
    license_url: str = strawberry.field(description="Where the license is found.")
    covers_bn: str = strawberry.field(description="What of the map it is about, in Bengali.")
    covers_en: str = strawberry.field(description="What of the map it is about, in English.")
    changes_en: str = strawberry.field(description="What was changed, in English.")

    @classmethod
    def of(cls, owed: queries.Attribution) -> Attribution:
        """Show an attribution."""
        return cls(
            notice=owed.notice,
            license=owed.license,
            license_url=owed.license_url,
            covers_bn=owed.covers_bn,
            covers_en=owed.covers_en,
            changes_en=owed.changes_en,
        )


@strawberry.type
class PlaceQuery:
    @strawberry.field(description="One place, by its id or by its slug; null if there is none.")
    async def place(self, id: strawberry.ID | None = None, slug: str | None = None) -> Place | None:
        row = await finding.one(place_id=None if id is None else row_id(id), slug=slug)
        return Place(row=row) if row else None

    @strawberry.field(description="Places by slug, so that children follow their parents.")
    async def places(
        self,
        kind: Annotated[
            PlaceKind | None, strawberry.argument(description="Only this rung.")
        ] = None,
        within: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only this place and what lies in it."),
        ] = None,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Place]:
        rows = queries.listing(kind=kind, within=None if within is None else row_id(within))
        return await keyset_page(
            rows,
            lambda row: Place(row=row),
            order=("slug",),
            first=first,
            after=after,
            last=last,
            before=before,
        )

    @strawberry.field(
        description="Places that a text may mean, the best first. Bengali or English; slips of "
        "typing are forgiven. Places of Kishoreganj district come before their namesakes elsewhere."
    )
    async def place_search(
        self,
        text: Annotated[str, strawberry.argument(description="At most 100 characters.")],
        kinds: Annotated[
            list[PlaceKind] | None, strawberry.argument(description="Only these rungs.")
        ] = None,
        within: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only this place and what lies in it."),
        ] = None,
        first: Annotated[int, strawberry.argument(description="How many at most, 1 to 50.")] = 20,
    ) -> list[Place]:
        rows = await finding.search(
            text, kinds=kinds, within=None if within is None else row_id(within), first=first
        )
        return [Place(row=row) for row in rows]

    @strawberry.field(
        description="The smallest place whose outline holds a point; null outside Kishoreganj "
        "district. The outlines are simplified: let people correct it near a border."
    )
    async def place_at(self, lat: float, lng: float) -> Place | None:
        row = await finding.place_at(rules.point_at(lat, lng))
        return Place(row=row) if row else None

    @strawberry.field(description="Whose data the map is made of, to be shown with it.")
    def attributions(self) -> list[Attribution]:
        return [Attribution.of(owed) for owed in queries.attributions()]


def named(row: tables.Place, language: Language) -> str:
    """Return a place's name in a language."""
    return row.name_bn if language is Language.BN else row.name_en


def row_id(text: str) -> int:
    """Return the primary key that an id names, or NOBODY: what is no id is a place that is not."""
    try:
        return ids.decode(text, "Place")
    except NotFound:
        return NOBODY


async def places_by_id(path: list[int]) -> list[tables.Place]:
    """Return the places of a path, in its order, through this answer's loader."""
    rows = await loader(queries.by_ids).load_many(path)
    return [row for row in rows if row is not None]
