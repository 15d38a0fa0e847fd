"""Animals for sale at a price, as they are found. The thing that is found is the listing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Source, Spot, named, spots
from hmk_graph.haat import listing_queries, species
from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Listing, ListingState


async def describe(listing_ids: Sequence[int]) -> list[Description]:
    """Describe the listings under which an animal can be bought or bargained for."""
    return await described(
        await Listing.filter(
            id__in=list(listing_ids),
            kind__in=listing_queries.PUBLIC_KINDS,
            state=ListingState.LIVE,
        ).order_by("id")
    )


async def described(listings: Sequence[Listing]) -> list[Description]:
    """Describe some listings, whatever they are."""
    animals = await Animal.in_bulk([row.animal_id for row in listings], "id")
    haats = await Haat.in_bulk([row.haat_id for row in listings], "id")
    around = await spots(
        [
            *(animal.origin_id for animal in animals.values()),
            *(haat.place_id for haat in haats.values()),
        ]
    )
    return [
        _description(
            row,
            animals[row.animal_id],
            home=around[animals[row.animal_id].origin_id],
            market=around[haats[row.haat_id].place_id],
        )
        for row in listings
    ]


def _description(row: Listing, animal: Animal, *, home: Spot, market: Spot) -> Description:
    kind = species.known(animal.species)
    sex, breed = kind.sexes.get(animal.sex), kind.breeds.get(animal.breed)
    words = [kind, *(word for word in (sex, breed) if word)]
    return Description(
        subject_id=row.id,
        names=[
            *(row.title_bn, row.title_en, animal.name, animal.coat_color),
            *(name for word in words for name in (word.name_bn, word.name_en)),
            *(animal.breed.removeprefix(species.OTHER), animal.village),
            *(*home.names, *market.names),
        ],
        # Not the breed: "local" and "cross" are breeds of several species. A text finds it.
        categories=[animal.species],
        # It is where it comes from, and can be seen where it is sold.
        inside=sorted({*home.path, *market.path}),
        serves=[],
        point=home.point or market.point,
        fresh_at=row.listed_at,
    )


async def subjects() -> list[int]:
    """Return the listings that are live at a price."""
    rows = Listing.filter(kind__in=listing_queries.PUBLIC_KINDS, state=ListingState.LIVE)
    return [int(str(row)) for row in await rows.order_by("id").values_list("id", flat=True)]


async def shown(_at: datetime) -> str:
    """Select what everybody may buy or bargain for, at its price."""
    found = listing_queries.on_sale(listing_queries.Wanted())
    priced = found.filter(kind__in=listing_queries.PUBLIC_KINDS)
    return priced.values(subject_id="id", price="price_paisa").sql(params_inline=True)


_ASKED = "SELECT id AS subject_id, 'head' AS unit, price_paisa AS amount FROM haat_listing"
_PAID = """
SELECT a.species AS category, origin.path || market.path AS inside, 'head' AS unit,
       d.amount_paisa AS amount, d.made_at AS at
FROM haat_deal d
JOIN haat_animal a ON a.id = d.animal_id
JOIN places_place origin ON origin.id = a.origin_id
JOIN haat_listing l ON l.id = d.listing_id
JOIN haat_haat h ON h.id = l.haat_id
JOIN places_place market ON market.id = h.place_id
WHERE d.state IN ('PAID', 'HANDED_OVER', 'COMPLETED')
"""

SOURCE = Source(
    kind=Kind.ANIMAL,
    describe=describe,
    subjects=subjects,
    shown=shown,
    # What is for sale can be bought at once.
    free=shown,
    asked=_ASKED,
    paid=_PAID,
    touched={
        "haat.listing_listed": named("listing_id"),
        "haat.listing_ended": named("listing_id"),
    },
)
