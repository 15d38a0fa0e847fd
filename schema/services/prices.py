"""What services cost now, and what they cost before."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.services import models as tables
from hmk_graph.services import pricing
from schema import ids
from schema.loaders import loader


@strawberry.type(description="What an option cost for a time.")
class PriceRecord:
    amount: Paisa = strawberry.field(description="How much.")
    valid_from: datetime = strawberry.field(description="From when.")
    valid_to: datetime | None = strawberry.field(description="Until when; null: it still holds.")


@strawberry.type(description="One way in which a service is priced.")
class PriceOption:
    row: strawberry.Private[tables.PriceOption]

    @strawberry.field(description="The option's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("PriceOption", self.row.id)

    @strawberry.field(description="What for, in Bengali.")
    def label_bn(self) -> str:
        return self.row.label_bn

    @strawberry.field(description="What for, in English; may be empty.")
    def label_en(self) -> str:
        return self.row.label_en

    @strawberry.field(description="The unit, such as visit, hour or day.")
    def unit(self) -> str:
        return self.row.unit

    @strawberry.field(description="How many minutes one unit takes.")
    def minutes(self) -> int:
        return self.row.minutes

    @strawberry.field(description="Whether the work is priced by a quote after a look at it.")
    def needs_quote(self) -> bool:
        return self.row.needs_quote

    @strawberry.field(description="What one unit costs now; null if it is offered no more.")
    async def amount(self) -> Paisa | None:
        return await loader(pricing.current).load(self.row.id)

    @strawberry.field(description="What it cost, the newest first; at most fifty.")
    async def history(self) -> list[PriceRecord]:
        return [
            PriceRecord(
                amount=Paisa(row.amount_paisa), valid_from=row.valid_from, valid_to=row.valid_to
            )
            for row in await loader(pricing.histories).load(self.row.id)
        ]
