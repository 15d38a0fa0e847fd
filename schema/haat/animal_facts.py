"""What is written down of an animal: kinds, tags, weights, vets, owners, events, sales."""

from __future__ import annotations

from datetime import datetime, timedelta

import strawberry
from strawberry.scalars import JSON

from hmk_graph import reading
from hmk_graph.haat import (
    animal_models,
    animal_rules,
    sale_models,
    species,
)
from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.context import Info
from schema.loaders import loader, moment_until
from schema.places import Place
from schema.plans import there

GRAMS = 1_000

strawberry.enum(
    animal_models.AnimalState, description="Where an animal stands on its way to a buyer."
)
strawberry.enum(sale_models.ListingState, description="Where a listing stands.")
strawberry.enum(sale_models.SaleKind, description="The three ways to sell an animal.")
strawberry.enum(animal_rules.WeightMethod, description="How a weight was found, in ICAR's words.")
strawberry.enum(
    animal_rules.Fitness, description="The answer of the qurbani check. Guidance: rulings differ."
)


@strawberry.type(description="A word of the haat, in two languages.")
class Word:
    slug: str = strawberry.field(description="The word in inputs and filters.")
    name_bn: str = strawberry.field(description="In Bengali.")
    name_en: str = strawberry.field(description="In English.")

    @classmethod
    def of(cls, word: species.Word) -> Word:
        """Show a word of the list."""
        return cls(slug=word.slug, name_bn=word.name_bn, name_en=word.name_en)


@strawberry.type(description="A kind of animal, with what there is to choose for it.")
class Species:
    word: strawberry.Private[species.Species]
    slug: str = strawberry.field(description="The word in inputs and filters.")
    name_bn: str = strawberry.field(description="In Bengali.")
    name_en: str = strawberry.field(description="In English.")
    max_shares: int = strawberry.field(description="Among how many people it may be shared.")
    min_age_months: int = strawberry.field(description="Lunar months it needs for qurbani.")

    @strawberry.field(description="Its words for sex: an ox is no bull.")
    def sexes(self) -> list[Word]:
        return [Word.of(one) for one in self.word.sexes.values()]

    @strawberry.field(description="Common breeds. Any other is written `other:` and its name.")
    def breeds(self) -> list[Word]:
        return [Word.of(one) for one in self.word.breeds.values()]

    @classmethod
    def of(cls, kind: species.Species) -> Species:
        """Show a species of the list."""
        return cls(
            word=kind,
            slug=kind.slug,
            name_bn=kind.name_bn,
            name_en=kind.name_en,
            max_shares=kind.max_shares,
            min_age_months=kind.min_age_months,
        )


@strawberry.type(description="A number on or in an animal.")
class AnimalTag:
    scheme: str = strawberry.field(
        description="Who gave it out: hmk, std.iso.11785, bd.binli, farm.tag."
    )
    value: str = strawberry.field(description="The number.")


@strawberry.type(description="A weighing: buyers see how and when, not only how much.")
class AnimalWeight:
    grams: int = strawberry.field(description="The weight in grams.")
    kilograms: float = strawberry.field(description="The same in kilograms, for display.")
    method: str = strawberry.field(description="How it was found: LoadCell is a scale.")
    device: str = strawberry.field(description="With what, if it was told.")
    hours_off_feed: int | None = strawberry.field(description="How long it had not eaten.")
    measured_at: datetime = strawberry.field(description="When.")
    now: strawberry.Private[datetime | None] = None

    def ready_age_days(self) -> int:
        return self._age_days(there(self.now))

    @strawberry.field(description="How many whole days ago.")
    async def age_days(self, info: Info) -> int:
        return self._age_days(await moment_until(info.context.clock))

    def _age_days(self, now: datetime) -> int:
        days = (now - self.measured_at).days
        reading.holds_until(now, [self.measured_at + timedelta(days=days + 1)])
        return days

    @classmethod
    def of(cls, row: animal_models.AnimalWeight, now: datetime | None = None) -> AnimalWeight:
        """Show a weighing; `now` if it is known."""
        return cls(
            now=now,
            grams=row.grams,
            kilograms=row.grams / GRAMS,
            method=row.method,
            device=row.device,
            hours_off_feed=row.hours_off_feed,
            measured_at=row.measured_at,
        )


@strawberry.type(description="What a veterinarian found.")
class VetClearance:
    passed: bool = strawberry.field(description="Whether the animal may be sold.")
    vet_name: str = strawberry.field(description="Who looked.")
    registration_no: str = strawberry.field(description="The vet's number at the Council.")
    findings: str = strawberry.field(description="What was found.")
    defects: list[str] = strawberry.field(description="Which of the thirteen defects, by slug.")
    issued_at: datetime = strawberry.field(description="When.")
    valid_until: datetime | None = strawberry.field(description="Until when it holds, if passed.")

    @classmethod
    def of(cls, row: animal_models.VetClearance) -> VetClearance:
        """Show a paper."""
        return cls(
            passed=row.passed,
            vet_name=row.vet_name,
            registration_no=row.registration_no,
            findings=row.findings,
            defects=list(row.defects),
            issued_at=row.issued_at,
            valid_until=row.valid_until,
        )


@strawberry.type(description="Whether an animal is fit for qurbani. Guidance, no ruling.")
class QurbaniCheck:
    fitness: animal_rules.Fitness = strawberry.field(description="The answer.")
    reasons: list[str] = strawberry.field(description="Defects by slug, or what has to be proven.")


@strawberry.type(description="A former owner of an animal that was sold here before.")
class FormerOwner:
    animal_id: strawberry.ID = strawberry.field(description="The animal's record with that owner.")
    seller_name: str = strawberry.field(description="Who.")
    sold_at: datetime | None = strawberry.field(description="When it was sold on.")
    origin_id: strawberry.Private[int]

    @strawberry.field(description="Where the animal lived then.")
    async def origin(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.origin_id)
        return Place(row=row) if row else None


@strawberry.type(description="What happened to an animal, by the names of ICAR ADE.")
class AnimalEvent:
    kind: str = strawberry.field(description="ICAR's resource, such as icarWeightEventResource.")
    facts: JSON = strawberry.field(description="By ICAR's names.")
    at: datetime = strawberry.field(description="When it was written down.")


@strawberry.type(description="How an animal is for sale. The whole of it: `listing(id:)`.")
class AnimalSale:
    listing_id: strawberry.ID = strawberry.field(description="The listing.")
    kind: sale_models.SaleKind = strawberry.field(description="In which of the three ways.")
    state: sale_models.ListingState = strawberry.field(description="LIVE, or RESERVED by a buyer.")
    price: Paisa | None = strawberry.field(description="The price asked; null for an auction.")

    @classmethod
    def of(cls, row: sale_models.Listing) -> AnimalSale:
        """Show a listing from the animal's side."""
        return cls(
            listing_id=ids.encode("Listing", row.id),
            kind=row.kind,
            state=row.state,
            price=None if row.price_paisa is None else Paisa(row.price_paisa),
        )
