"""Deals: who sees one, and what it shows of price, payment and handover."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.haat import (
    collecting,
    deal_keeping,
    deal_queries,
    machines,
    proving,
    sale_models,
    weight_pricing,
)
from hmk_graph.money import Paisa
from hmk_graph.payments import queries as payment_queries
from schema import ids
from schema.context import Info
from schema.haat.animals import Animal, animal_for
from schema.loaders import loader
from schema.media import Media, hung
from schema.pages import Connection, keyset_page
from schema.payments.paying import Payment
from schema.scalars import Cursor

strawberry.enum(
    sale_models.DealState, description="Where a deal stands; payment is its own context."
)
strawberry.enum(proving.Proof, description="What photos of a deal prove.")


@strawberry.type(
    description="A sale in the making. Buyer and seller see it, and officers of its haat."
)
class Deal:
    row: strawberry.Private[sale_models.Deal]

    @strawberry.field(description="The deal's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Deal", self.row.id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> sale_models.DealState:
        return self.row.state

    @strawberry.field(
        description=(
            "The price agreed. Sold by weight, it is the most that the animal may come to, until "
            "it is weighed at the handover; what is over goes back to the buyer then."
        )
    )
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="Whether the viewer buys.")
    def buying(self, info: Info) -> bool:
        return self.row.buyer_id == info.context.viewer_id

    @strawberry.field(description="Whether the viewer sells.")
    def selling(self, info: Info) -> bool:
        return self.row.seller_id == info.context.viewer_id

    @strawberry.field(description="The buyer's name.")
    async def buyer_name(self) -> str:
        return await loader(account_queries.names).load(self.row.buyer_id)

    @strawberry.field(description="The seller's name.")
    async def seller_name(self) -> str:
        return await loader(account_queries.names).load(self.row.seller_id)

    @strawberry.field(description="The animal.")
    async def animal(self, info: Info) -> Animal:
        return await animal_for(info, self.row.animal_id)

    @strawberry.field(description="The lot it was bought at, if it was an auction.")
    def lot_id(self) -> strawberry.ID | None:
        return None if self.row.lot_id is None else ids.encode("Lot", self.row.lot_id)

    @strawberry.field(description="When it was made.")
    def made_at(self) -> datetime:
        return self.row.made_at

    @strawberry.field(
        description="Until when to pay; while it is OFFERED, until when the offer holds."
    )
    def pay_by(self) -> datetime | None:
        return self.row.pay_by

    @strawberry.field(description="What the buyer pays to the haat beside the price.")
    def hasil(self) -> Paisa:
        return Paisa(self.row.hasil_paisa)

    @strawberry.field(
        description="What of price and hasil the buyer's deposit pays, once the rest is there."
    )
    def deposit(self) -> Paisa:
        return Paisa(self.row.deposit_paisa)

    @strawberry.field(description="What the viewer, its buyer, has to pay; null for the seller.")
    async def payment(self, info: Info) -> Payment | None:
        if self.row.buyer_id != info.context.viewer_id:
            return None
        found = await loader(payment_queries.open_of, collecting.PURPOSE).load(self.row.id)
        return Payment(row=found) if found else None

    @strawberry.field(
        description=(
            "What the buyer tells the seller when the animal is there; null for everybody else, "
            "and once it is used."
        )
    )
    def handover_code(self, info: Info) -> str | None:
        own = self.row.buyer_id == info.context.viewer_id
        return self.row.handover_code if own else None

    @strawberry.field(description="When all of it was paid.")
    def paid_at(self) -> datetime | None:
        return self.row.paid_at

    @strawberry.field(description="When the animal was handed over.")
    def handed_over_at(self) -> datetime | None:
        return self.row.handed_over_at

    @strawberry.field(description="What a kilogram costs, if it is sold by weight.")
    def per_kg(self) -> Paisa | None:
        return None if self.row.per_kg_paisa is None else Paisa(self.row.per_kg_paisa)

    @strawberry.field(description="By what weight it was offered, in grams, if sold by weight.")
    def declared_grams(self) -> int | None:
        grams: int | None = self.row.declared_grams
        return grams

    @strawberry.field(
        description=(
            "Whether the scale showed a weight outside the tolerance, to which the buyer has to "
            "agree before the animal is handed over."
        )
    )
    def weight_asked(self) -> bool:
        return weight_pricing.asks(self.row)

    @strawberry.field(description="What it weighed at the handover, in grams.")
    def weighed_grams(self) -> int | None:
        grams: int | None = self.row.weighed_grams
        return grams

    @strawberry.field(description="Until when the buyer may object.")
    def complete_by(self) -> datetime | None:
        return self.row.complete_by

    @strawberry.field(description="Photos and videos of the scale, the handover or a fault.")
    async def proofs(
        self, of: Annotated[proving.Proof, strawberry.argument(description="Of what.")]
    ) -> list[Media]:
        return await hung(proving.RULES[of].subject, self.row.id)

    @strawberry.field(description="What the viewer can do with it now, by the deal's machine.")
    def allowed_moves(self, info: Info) -> list[str]:
        part = {
            self.row.buyer_id: machines.Actor.BUYER,
            self.row.seller_id: machines.Actor.SELLER,
        }.get(info.context.require_viewer(), machines.Actor.OFFICER)
        return deal_keeping.moves(self.row, part)


@strawberry.type
class DealQuery:
    @strawberry.field(description="One deal; null if there is none that the viewer may see.")
    async def deal(self, info: Info, id: strawberry.ID) -> Deal | None:
        viewer_id = info.context.require_viewer()
        try:
            return _shown(await deal_queries.visible_deal(viewer_id, ids.decode(id, "Deal")))
        except errors.NotFound:
            return None

    @strawberry.field(description="The deals in which the viewer buys or sells, newest first.")
    async def my_deals(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Deal]:
        rows = deal_queries.deals_of(info.context.require_viewer())
        return await keyset_page(rows, _shown, order=("-id",), first=first, after=after)

    @strawberry.field(
        description=(
            "Deals of the officer's haats that wait for cash or for a decision, oldest first. "
            "Others see none."
        )
    )
    async def deals_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Deal]:
        rows = await deal_queries.desk_deals(info.context.require_viewer())
        return await keyset_page(rows, _shown, order=("id",), first=first, after=after)


def _shown(row: sale_models.Deal) -> Deal:
    return Deal(row=row)
