"""What is for sale, and the offers on it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.haat import listing_queries, machines, sale_models
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Info
from schema.haat.animals import Animal, animal_for
from schema.haat.hasil import HasilQuote, quote
from schema.haat.sessions import Haat
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.places import row_id
from schema.scalars import Cursor

# An id that is none: no row has this number.
NOBODY = 0

strawberry.enum(sale_models.OfferState, description="What became of an offer.")


@strawberry.type(description="An offer or counter-offer. Only its two people see it.")
class Offer:
    row: strawberry.Private[sale_models.Offer]

    @strawberry.field(description="The offer's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Offer", self.row.id)

    @strawberry.field(description="How much.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="Whether the seller made it, as an answer.")
    def by_seller(self) -> bool:
        return self.row.by_seller

    @strawberry.field(description="Whether the viewer made it.")
    def mine(self, info: Info) -> bool:
        return (self.row.buyer_id == info.context.viewer_id) != self.row.by_seller

    @strawberry.field(description="The buyer's name.")
    async def buyer_name(self) -> str:
        return await loader(account_queries.names).load(self.row.buyer_id)

    @strawberry.field(description="The offer that it answers; null where a bargain begins.")
    def answers(self) -> strawberry.ID | None:
        answered = self.row.answers_id
        return None if answered is None else ids.encode("Offer", answered)

    @strawberry.field(description="What became of it.")
    def state(self) -> sale_models.OfferState:
        return self.row.state

    @strawberry.field(description="The how-manieth of the bargain, 1 to 5.")
    def depth(self) -> int:
        return self.row.depth

    @strawberry.field(description="Whether it may still be countered.")
    def can_be_countered(self) -> bool:
        return self.row.depth < machines.LONGEST_BARGAIN

    @strawberry.field(description="When it was made.")
    def made_at(self) -> datetime:
        return self.row.made_at

    @strawberry.field(description="Until when it can be accepted.")
    def expires_at(self) -> datetime:
        return self.row.expires_at

    @strawberry.field(description="For what.")
    async def listing(self) -> Listing | None:
        row = await loader(listing_queries.listings_by_id).load(self.row.listing_id)
        return Listing(row=row) if row else None


@strawberry.type(description="An animal for sale.")
class Listing:
    row: strawberry.Private[sale_models.Listing]

    @strawberry.field(description="The listing's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Listing", self.row.id)

    @strawberry.field(description="In which of the three ways it is sold.")
    def kind(self) -> sale_models.SaleKind:
        return self.row.kind

    @strawberry.field(description="Where it stands.")
    def state(self) -> sale_models.ListingState:
        return self.row.state

    @strawberry.field(description="Grows with each change; a change names the one it saw.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="Title in Bengali.")
    def title_bn(self) -> str:
        return self.row.title_bn

    @strawberry.field(description="Title in English.")
    def title_en(self) -> str:
        return self.row.title_en

    @strawberry.field(description="What the seller says of it.")
    def description(self) -> str:
        return self.row.description

    @strawberry.field(
        description=(
            "The price asked; null for an auction, see its lot. Sold by weight, it is that of the "
            "declared weight; what is paid is by the scale at the handover."
        )
    )
    def price(self) -> Paisa | None:
        return None if self.row.price_paisa is None else Paisa(self.row.price_paisa)

    @strawberry.field(description="What a kilogram of live weight costs, if it is sold by weight.")
    def per_kg(self) -> Paisa | None:
        return None if self.row.per_kg_paisa is None else Paisa(self.row.per_kg_paisa)

    @strawberry.field(description="The weight by which it is offered then, in grams.")
    def declared_grams(self) -> int | None:
        grams: int | None = self.row.declared_grams
        return grams

    @strawberry.field(description="The animal.")
    async def animal(self, info: Info) -> Animal:
        return await animal_for(info, self.row.animal_id)

    @strawberry.field(description="The haat at which it is sold.")
    async def haat(self) -> Haat:
        row = await loader(listing_queries.haats_by_id).load(self.row.haat_id)
        if row is None:
            raise errors.NotFound
        return Haat(row=row)

    @strawberry.field(description="The auction's lot, if it is one.")
    async def lot_id(self) -> strawberry.ID | None:
        if self.row.kind is not sale_models.SaleKind.AUCTION:
            return None
        lot_id = await loader(listing_queries.lots_of).load(self.row.id)
        return None if lot_id is None else ids.encode("Lot", lot_id)

    @strawberry.field(
        description=(
            "What the buyer will pay to the haat at the price asked; null when no rule of the haat "
            "covers it, and for an auction, see its lot."
        )
    )
    async def hasil(self, info: Info) -> HasilQuote | None:
        if self.row.price_paisa is None:
            return None
        return await quote(
            info,
            haat_id=self.row.haat_id,
            animal_id=self.row.animal_id,
            price=Paisa(self.row.price_paisa),
        )

    @strawberry.field(description="How many offers wait for an answer.")
    async def offers_waiting(self) -> int:
        return await loader(listing_queries.pending_count).load(self.row.id)

    @strawberry.field(
        description="The newest offers, at most a hundred: a seller sees all, a buyer his own."
    )
    async def offers(self, info: Info) -> list[Offer]:
        viewer_id = info.context.viewer_id
        rows = await loader(listing_queries.offers_on, viewer_id).load(self.row.id)
        return [Offer(row=row) for row in rows]

    @strawberry.field(description="Since when it is for sale.")
    def listed_at(self) -> datetime:
        return self.row.listed_at

    @strawberry.field(description="Whether it is the viewer's own.")
    def mine(self, info: Info) -> bool:
        return self.row.seller_id == info.context.viewer_id


@strawberry.input(description="What a buyer looks for. What is left out does not matter.")
class ListingFilter:
    haat_id: strawberry.ID | None = strawberry.field(default=None, description="At this haat.")
    kind: sale_models.SaleKind | None = strawberry.field(default=None, description="Sold this way.")
    species: str | None = strawberry.field(default=None, description="This kind, by slug.")
    breed: str | None = strawberry.field(default=None, description="This breed, by slug.")
    within: strawberry.ID | None = strawberry.field(
        default=None, description="From this place: a union, an upazila, a district."
    )
    min_price: Paisa | None = strawberry.field(default=None, description="At least.")
    max_price: Paisa | None = strawberry.field(default=None, description="At most.")
    min_grams: int | None = strawberry.field(default=None, description="At least so heavy.")
    max_grams: int | None = strawberry.field(default=None, description="At most so heavy.")

    def read(self) -> listing_queries.Wanted:
        """Return it as the domain knows it."""
        return listing_queries.Wanted(
            haat_id=None if self.haat_id is None else number_or_none(self.haat_id, "Haat"),
            kind=self.kind,
            species=self.species,
            breed=self.breed,
            within_id=None if self.within is None else row_id(self.within),
            cheapest=self.min_price,
            dearest=self.max_price,
            lightest_g=self.min_grams,
            heaviest_g=self.max_grams,
        )


@strawberry.type
class SellingQuery:
    @strawberry.field(description="What is for sale now, the newest first.")
    async def listings(
        self,
        filter: Annotated[
            ListingFilter | None, strawberry.argument(description="Only such.")
        ] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Listing]:
        wanted = filter.read() if filter else listing_queries.Wanted()
        return await keyset_page(
            listing_queries.on_sale(wanted),
            shown,
            order=("-listed_at", "-id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="One listing; null if there is none that the viewer may see.")
    async def listing(self, info: Info, id: strawberry.ID) -> Listing | None:
        try:
            pk = ids.decode(id, "Listing")
            found = await listing_queries.public_listing(pk)
            return shown(found or await listing_queries.visible_listing(info.context.viewer_id, pk))
        except errors.NotFound:
            return None

    @strawberry.field(description="The viewer's own listings, ended ones too, newest first.")
    async def my_listings(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Listing]:
        rows = listing_queries.listings_of(info.context.require_viewer())
        return await keyset_page(rows, shown, order=("-id",), first=first, after=after)

    @strawberry.field(description="The offers that the viewer made or got, newest first.")
    async def my_offers(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Offer]:
        rows = listing_queries.offers_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: Offer(row=row), order=("-id",), first=first, after=after
        )


def shown(row: sale_models.Listing) -> Listing:
    """Show a listing that the viewer may see."""
    return Listing(row=row)


def number_or_none(text: str, kind: str) -> int:
    """Return the primary key that an id in a filter names; what is no id finds nothing."""
    try:
        return ids.decode(text, kind)
    except errors.NotFound:
        return NOBODY
