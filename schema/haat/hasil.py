"""Hasil: the toll of a haat, as its officers set it and as a buyer will pay it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import strawberry

from hmk_graph.haat import hasil, hasil_models, setting_hasil
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Info
from schema.haat.animals import animal_for
from schema.loaders import loader, moment_until

strawberry.enum(hasil_models.HasilKind, description="How a hasil is reckoned.")


@strawberry.enum(description="Who pays a hasil.")
class HasilPayer(Enum):
    BUYER = strawberry.enum_value("BUYER", description="The buyer, never the seller.")


@strawberry.type(description="What a haat takes for each animal sold, from a moment on.")
class HasilRule:
    row: strawberry.Private[hasil_models.HasilRule]

    @strawberry.field(description="The rule's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("HasilRule", self.row.id)

    @strawberry.field(description="For this kind of animal, by slug; null: for all others.")
    def species(self) -> str | None:
        return self.row.species

    @strawberry.field(description="Whether it is a share of the price or a sum for each animal.")
    def kind(self) -> hasil_models.HasilKind:
        return self.row.kind

    @strawberry.field(description="The share in hundredths of a percent, if it is one.")
    def basis_points(self) -> int | None:
        return self.row.value if self.row.kind is hasil_models.HasilKind.PERCENT else None

    @strawberry.field(description="The sum for each animal, if it is one.")
    def per_head(self) -> Paisa | None:
        return Paisa(self.row.value) if self.row.kind is hasil_models.HasilKind.FLAT else None

    @strawberry.field(description="The most that a share comes to, if there is a limit.")
    def cap(self) -> Paisa | None:
        return None if self.row.cap_paisa is None else Paisa(self.row.cap_paisa)

    @strawberry.field(description="Since when, or from when on.")
    def valid_from(self) -> datetime:
        return self.row.valid_from

    @strawberry.field(description="Until when; null: until another is set.")
    def valid_to(self) -> datetime | None:
        return self.row.valid_to

    @strawberry.field(description="The paper that allows it.")
    def legal_ref(self) -> str:
        return self.row.legal_ref

    @strawberry.field(description="In words, in Bengali.")
    def words_bn(self) -> str:
        return hasil.in_words_bn(self.row)

    @strawberry.field(description="In words, in English.")
    def words_en(self) -> str:
        return hasil.in_words_en(self.row)


@strawberry.type(
    description="What the buyer will pay to the haat besides the price. Nothing is charged by it."
)
class HasilQuote:
    amount: Paisa = strawberry.field(description="How much, in whole taka, half up.")
    price: Paisa = strawberry.field(description="At this price.")
    payer: HasilPayer = strawberry.field(description="Who pays it.")
    rule: HasilRule = strawberry.field(description="By which rule.")


async def quote(
    info: Info, *, haat_id: int, animal_id: int, price: Paisa, at: datetime | None = None
) -> HasilQuote | None:
    """Return what hasil an animal costs at a price and a moment, or now; None: there is no rule."""
    animal = await animal_for(info, animal_id)
    rules = await loader(setting_hasil.rules_of).load(haat_id)
    if at is None:
        at = await moment_until(info.context.clock, *setting_hasil.turns(rules))
    rule = setting_hasil.holding(rules, animal.row.species, at)
    if rule is None:
        return None
    return HasilQuote(
        amount=hasil.amount_of(rule, price),
        price=price,
        payer=HasilPayer.BUYER,
        rule=HasilRule(row=rule),
    )
