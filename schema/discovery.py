"""One search over all that is public, and what things cost."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Annotated, TypeAlias

import orjson
import strawberry

from hmk_graph.discovery import pricing, searching
from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.pricing import Basis
from hmk_graph.discovery.searching import Hit, Mark, Wanted
from hmk_graph.haat import listing_queries, lot_queries
from hmk_graph.money import Paisa
from hmk_graph.places import rules as map_rules
from hmk_graph.rentals import queries as rental_queries
from hmk_graph.services import categories
from hmk_graph.services import queries as service_queries
from hmk_graph.shops import queries as shop_queries
from schema.context import Info
from schema.haat.lots import Lot, shown
from schema.haat.selling import Listing
from schema.loaders import moment
from schema.pages import PageInfo, window
from schema.places import row_id
from schema.rentals.units import RentalUnit
from schema.scalars import BadCursor, Cursor, plain
from schema.services.categories import ServiceCategory
from schema.services.offers import Service
from schema.shops.shops import Product, Shop

# So long the order of the first page is kept up; who is free then is old news.
MARK_HOLDS = timedelta(minutes=15)
_CURSOR_OF = "search"

SearchKind = strawberry.enum(
    Kind, name="SearchKind", description="What sort of thing is searched for."
)
PriceBasis = strawberry.enum(Basis, name="PriceBasis", description="Where prices are from.")

SearchHit: TypeAlias = Annotated[
    Service | Listing | Lot | RentalUnit | ServiceCategory | Product | Shop,
    strawberry.union(
        "SearchHit",
        description="What a search finds: a service, an animal for sale (its listing), a lot, "
        "something for rent, a shop or what one sells, or what is called and not chosen (an "
        "ambulance, an auto, blood): the category, whose `ways` and `tripKinds` say how it is had.",
    ),
]


@strawberry.input(description="A point to be near to, in degrees (WGS 84).")
class NearInput:
    lat: float = strawberry.field(description="Degrees north.")
    lng: float = strawberry.field(description="Degrees east.")


@strawberry.type(description="A thing that was found, and its place in the order.")
class SearchEdge:
    node: SearchHit = strawberry.field(description="The thing.")
    cursor: Cursor = strawberry.field(description="To go on from here: `after`.")
    distance_m: int | None = strawberry.field(
        description="How many meters away it is, or the middle of its union or upazila; null "
        "without `near`, and where no point is known."
    )
    free_now: bool = strawberry.field(
        description="Whether it can be had at once: its provider is free, the lot takes bids."
    )


@strawberry.type(description="How many things of one kind answer.")
class KindCount:
    kind: Kind = strawberry.field(description="The kind.")
    count: int = strawberry.field(description="How many, all pages together.")


@strawberry.type(description="One page of what was found, the best first.")
class SearchConnection:
    wanted: strawberry.Private[Wanted]
    edges: list[SearchEdge] = strawberry.field(description="The page, in the order of the search.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")

    @strawberry.field(description="How many of each kind answer, whichever `kinds` were asked for.")
    async def counts(self, info: Info) -> list[KindCount]:
        found = await searching.counts(self.wanted, now=await moment(info.context.clock))
        return [KindCount(kind=kind, count=count) for kind, count in found.items()]


@strawberry.type(
    description="What things of a category cost at a place. Each figure is one that occurs."
)
class PriceBand:
    unit: str = strawberry.field(description="For what: a head, a visit, an hour, a day, ...")
    basis: Basis = strawberry.field(description="Where the prices are from.")
    count: int = strawberry.field(description="How many prices it is made of, five at least.")
    p10_price: Paisa = strawberry.field(description="One in ten costs that or less.")
    median_price: Paisa = strawberry.field(description="Half of them cost that or less.")
    p90_price: Paisa = strawberry.field(description="Nine in ten cost that or less.")


@strawberry.type
class DiscoveryQuery:
    @strawberry.field(
        description="All that is public, in one list, the best first: by the text (Bengali or "
        "romanised; slips of typing are forgiven), by how near it is, by who is free, by how "
        "lately it was confirmed. While one turns pages, the order stays that of the first page, "
        "for fifteen minutes."
    )
    async def search(
        self,
        info: Info,
        text: Annotated[
            str, strawberry.argument(description="At most 100 characters; empty: everything.")
        ] = "",
        near: Annotated[
            NearInput | None, strawberry.argument(description="What is nearer comes first.")
        ] = None,
        place: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only in this place, or by who comes there."),
        ] = None,
        kinds: Annotated[
            list[Kind] | None, strawberry.argument(description="Only such things.")
        ] = None,
        category: Annotated[
            str | None,
            strawberry.argument(
                description="The slug of a species, or of a kind of service, finer ones among it."
            ),
        ] = None,
        max_price: Annotated[
            Paisa | None, strawberry.argument(description="With a price of at most that.")
        ] = None,
        free_now: Annotated[
            bool, strawberry.argument(description="Only what can be had at once.")
        ] = False,
        first: int = 20,
        after: Cursor | None = None,
    ) -> SearchConnection:
        wanted = Wanted(
            text=text,
            near=None if near is None else map_rules.point_at(near.lat, near.lng),
            place_id=None if place is None else row_id(place),
            kinds=None if kinds is None else tuple(kinds),
            category=category,
            dearest=max_price,
            free_now=free_now,
        )
        size = window(first, None).size
        now = await moment(info.context.clock)
        mark = None if after is None else read_mark(after, wanted, now)
        hits = await searching.search(wanted, first=size + 1, after=mark, now=now)
        edges = await _edges(hits[:size], wanted, mark.ranked_at if mark else now)
        return SearchConnection(
            wanted=wanted,
            edges=edges,
            page_info=PageInfo(
                has_next_page=len(hits) > size,
                has_previous_page=after is not None,
                start_cursor=edges[0].cursor if edges else None,
                end_cursor=edges[-1].cursor if edges else None,
            ),
        )

    @strawberry.field(
        description="What a category costs in a place: what was paid lately for animals, else what "
        "is asked. Null if fewer than five prices are known."
    )
    async def price_band(
        self,
        info: Info,
        category: Annotated[
            str,
            strawberry.argument(
                description="The slug of a species, or of a kind of service, finer ones among it."
            ),
        ],
        place: Annotated[strawberry.ID, strawberry.argument(description="In which place.")],
        unit: Annotated[
            str | None,
            strawberry.argument(
                description="Only prices for this unit; without it, that with the most prices."
            ),
        ] = None,
    ) -> PriceBand | None:
        now = await moment(info.context.clock)
        band = await pricing.price_band(category, row_id(place), unit=unit, at=now)
        if band is None:
            return None
        return PriceBand(
            unit=band.unit,
            basis=band.basis,
            count=band.count,
            p10_price=band.p10,
            median_price=band.median,
            p90_price=band.p90,
        )


async def _services(ids: Sequence[int]) -> list[Service | None]:
    rows = await service_queries.visible_services(None, ids)
    return [Service(row=row) if row else None for row in rows]


async def _listings(ids: Sequence[int]) -> list[Listing | None]:
    rows = await listing_queries.listings_by_id(ids)
    return [Listing(row=row) if row else None for row in rows]


async def _lots(ids: Sequence[int]) -> list[Lot | None]:
    rows = await lot_queries.public_lots(ids)
    return [shown(row) if row else None for row in rows]


async def _lettings(ids: Sequence[int]) -> list[RentalUnit | None]:
    rows = await rental_queries.shown_units(ids)
    return [RentalUnit(row=row) if row else None for row in rows]


async def _categories(ids: Sequence[int]) -> list[ServiceCategory | None]:
    rows = await categories.by_ids(ids)
    return [ServiceCategory(row=row) if row else None for row in rows]


async def _products(ids: Sequence[int]) -> list[Product | None]:
    rows = await shop_queries.visible_products(None, ids)
    return [Product(row=row) if row else None for row in rows]


async def _shops(ids: Sequence[int]) -> list[Shop | None]:
    rows = await shop_queries.visible_shops(None, ids)
    return [Shop(row=row) if row else None for row in rows]


Node: TypeAlias = Service | Listing | Lot | RentalUnit | ServiceCategory | Product | Shop
NODES: dict[Kind, Callable[[Sequence[int]], Awaitable[Sequence[Node | None]]]]
NODES = {
    Kind.SERVICE: _services,
    Kind.ANIMAL: _listings,
    Kind.LOT: _lots,
    Kind.RENTAL: _lettings,
    Kind.CATEGORY: _categories,
    Kind.PRODUCT: _products,
    Kind.SHOP: _shops,
}


async def _edges(hits: Sequence[Hit], wanted: Wanted, ranked_at: datetime) -> list[SearchEdge]:
    """Return the edges of a page; what went away since the search is left out."""
    nodes: dict[tuple[Kind, int], Node] = {}
    for kind, load in NODES.items():
        ids = [hit.subject_id for hit in hits if hit.kind is kind]
        found = await load(ids) if ids else []
        nodes |= {(kind, pk): node for pk, node in zip(ids, found, strict=True) if node is not None}
    return [
        SearchEdge(
            node=nodes[hit.kind, hit.subject_id],
            cursor=write_mark(Mark(ranked_at=ranked_at, rank=hit.rank, id=hit.id), wanted),
            distance_m=hit.distance_m,
            free_now=hit.free_now,
        )
        for hit in hits
        if (hit.kind, hit.subject_id) in nodes
    ]


def write_mark(mark: Mark, wanted: Wanted) -> Cursor:
    """Return a place in the order of a search, which no other search takes."""
    at = mark.ranked_at.isoformat()
    text = orjson.dumps([_CURSOR_OF, _print_of(wanted), at, mark.rank, mark.id])
    return Cursor(base64.urlsafe_b64encode(text).rstrip(b"=").decode())


def read_mark(cursor: Cursor, wanted: Wanted, now: datetime) -> Mark:
    """Return the place that a cursor of this search names.

    Raises:
        BadCursor: It is another search's, was tampered with, or is older than fifteen minutes.
    """
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        of, print_, at, rank, last = orjson.loads(text)
        ranked_at = datetime.fromisoformat(at)
    except (binascii.Error, ValueError, TypeError):
        raise BadCursor from None
    numbers = type(rank) is int and type(last) is int and 0 <= rank < 2**31 and 0 <= last < 2**63
    if of != _CURSOR_OF or print_ != _print_of(wanted) or not numbers or ranked_at.tzinfo is None:
        raise BadCursor
    if not now - MARK_HOLDS <= ranked_at <= now:
        raise BadCursor
    return Mark(ranked_at=ranked_at, rank=rank, id=last)


def _print_of(wanted: Wanted) -> str:
    text = orjson.dumps(plain(asdict(wanted)), option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(text).hexdigest()[:16]
