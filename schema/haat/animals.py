"""Animals: what they are, whose, where from, how heavy, and what the vet says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

import strawberry
from strawberry.scalars import JSON

from hmk_graph import errors, reading
from hmk_graph.accounts import queries as account_queries
from hmk_graph.clock import midnight_after
from hmk_graph.haat import animal_queries, animal_rules, listing_queries, species
from hmk_graph.haat import models as tables
from hmk_graph.haat.tagging import Scheme
from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.context import Info
from schema.haat.animal_pictures import Pictured
from schema.loaders import loader, moment_until
from schema.pages import Connection, keyset_page
from schema.places import Place
from schema.plans import there
from schema.scalars import Cursor

GRAMS = 1_000

strawberry.enum(tables.AnimalState, description="Where an animal stands on its way to a buyer.")
strawberry.enum(tables.ListingState, description="Where a listing stands.")
strawberry.enum(tables.SaleKind, description="The three ways to sell an animal.")
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
    def of(cls, row: tables.AnimalWeight, now: datetime | None = None) -> AnimalWeight:
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
    def of(cls, row: tables.VetClearance) -> VetClearance:
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
    kind: tables.SaleKind = strawberry.field(description="In which of the three ways.")
    state: tables.ListingState = strawberry.field(description="LIVE, or RESERVED by a buyer.")
    price: Paisa | None = strawberry.field(description="The price asked; null for an auction.")

    @classmethod
    def of(cls, row: tables.Listing) -> AnimalSale:
        """Show a listing from the animal's side."""
        return cls(
            listing_id=ids.encode("Listing", row.id),
            kind=row.kind,
            state=row.state,
            price=None if row.price_paisa is None else Paisa(row.price_paisa),
        )


@dataclass(frozen=True, kw_only=True)
class WithAnimal:
    """What is read with the animals of a list at once; the methods `ready_...` then answer."""

    seller_name: str
    origin: Place
    latest_weight: AnimalWeight | None


@strawberry.type(description="An animal, its owner, and where both come from.")
class Animal(Pictured):
    with_it: strawberry.Private[WithAnimal | None] = None

    def ready_seller_name(self) -> str:
        return there(self.with_it).seller_name

    def ready_origin(self) -> Place:
        return there(self.with_it).origin

    def ready_latest_weight(self) -> AnimalWeight | None:
        return there(self.with_it).latest_weight

    @strawberry.field(description="The animal's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Animal", self.row.id)

    @strawberry.field(description="The number by which people call it: HMK-000123-4.")
    async def number(self) -> str:
        tags = await loader(animal_queries.tags_of).load(self.row.id)
        return next((tag.value for tag in tags if tag.scheme == Scheme.HMK), "")

    @strawberry.field(description="All its numbers.")
    async def tags(self) -> list[AnimalTag]:
        tags = await loader(animal_queries.tags_of).load(self.row.id)
        return [AnimalTag(scheme=tag.scheme, value=tag.value) for tag in tags]

    @strawberry.field(description="What kind of animal.")
    def species(self) -> Species:
        return Species.of(species.known(self.row.species))

    @strawberry.field(description="Its sex, in the trade's words.")
    def sex(self) -> Word:
        return Word.of(species.known(self.row.species).sexes[self.row.sex])

    @strawberry.field(description="Its breed; the seller's own word if it is not in the list.")
    def breed(self) -> Word:
        return Word.of(species.breed_words(species.known(self.row.species), self.row.breed))

    @strawberry.field(description="Its name, if it has one.")
    def name(self) -> str:
        return self.row.name

    @strawberry.field(description="Its color, in the seller's words.")
    def coat_color(self) -> str:
        return self.row.coat_color

    @strawberry.field(description="The day it was born, if it is known.")
    def birth_date(self) -> date | None:
        return self.row.birth_date

    @strawberry.field(description="How many permanent incisors it has: 0, 2, 4, 6, 8.")
    def teeth(self) -> int | None:
        return self.row.teeth

    @strawberry.field(description="Since when the seller owns it.")
    def owned_since(self) -> date | None:
        return self.row.owned_since

    @strawberry.field(description="The seller's name.")
    async def seller_name(self) -> str:
        return await loader(account_queries.names).load(self.row.seller_id)

    @strawberry.field(description="The union or municipality where it lives.")
    async def origin(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.row.origin_id)
        return Place(row=row) if row else None

    @strawberry.field(description="Its village.")
    def village(self) -> str:
        return self.row.village

    @strawberry.field(description="Where it stands on its way to a buyer.")
    def state(self) -> tables.AnimalState:
        return self.row.state

    @strawberry.field(description="Until when the vet's clearance holds.")
    def cleared_until(self) -> datetime | None:
        return self.row.cleared_until

    @strawberry.field(description="Weighings, newest first, at most ten.")
    async def weights(self) -> list[AnimalWeight]:
        rows = await loader(animal_queries.weights_of).load(self.row.id)
        return [AnimalWeight.of(row) for row in rows]

    @strawberry.field(description="The newest weighing.")
    async def latest_weight(self) -> AnimalWeight | None:
        rows = await loader(animal_queries.weights_of).load(self.row.id)
        return AnimalWeight.of(rows[0]) if rows else None

    @strawberry.field(description="Defects by the seller's word, by slug; null: not answered yet.")
    def defects(self) -> list[str] | None:
        return None if self.row.defects is None else list(self.row.defects)

    @strawberry.field(description="The newest paper of a vet.")
    async def clearance(self) -> VetClearance | None:
        row = await loader(animal_queries.papers_of).load(self.row.id)
        return VetClearance.of(row) if row else None

    @strawberry.field(description="Whether it is fit for qurbani, as far as is written down.")
    async def qurbani(self, info: Info) -> QurbaniCheck:
        paper = await loader(animal_queries.papers_of).load(self.row.id)
        now = await moment_until(info.context.clock)
        reading.holds_until(now, [midnight_after(now)])  # it goes by the date
        answer = animal_queries.fitness(self.row, paper, now)
        return QurbaniCheck(fitness=answer.fitness, reasons=list(answer.reasons))

    @strawberry.field(description="Through whose hands it went before, the newest first.")
    async def chain(self) -> list[FormerOwner]:
        return [
            FormerOwner(
                animal_id=ids.encode("Animal", one.animal_id),
                seller_name=one.seller_name,
                sold_at=one.sold_at,
                origin_id=one.origin_id,
            )
            for one in await loader(animal_queries.chains_of).load(self.row.id)
        ]

    @strawberry.field(description="What happened to it, newest first, at most fifty.")
    async def history(self, info: Info) -> list[AnimalEvent]:
        rows = await loader(animal_queries.history_of, info.context.viewer_id).load(self.row.id)
        return [AnimalEvent(kind=row.kind, facts=JSON(row.payload), at=row.at) for row in rows]

    @strawberry.field(description="How it is for sale, or reserved; null: it is not.")
    async def sale(self) -> AnimalSale | None:
        row = await loader(listing_queries.live_listings_of).load(self.row.id)
        return AnimalSale.of(row) if row else None

    @strawberry.field(description="Whether it is the viewer's own.")
    def mine(self, info: Info) -> bool:
        return self.row.seller_id == info.context.viewer_id


@strawberry.type
class AnimalQuery:
    @strawberry.field(description="The kinds of animals, with sexes and breeds to choose from.")
    def species(self) -> list[Species]:
        return [Species.of(one) for one in species.all_species().values()]

    @strawberry.field(description="The thirteen defects of qurbani, for the checklist.")
    def qurbani_defects(self) -> list[Word]:
        return [Word.of(one) for one in species.all_defects().values()]

    @strawberry.field(
        description="Estimate a live weight, in grams, by the tape. Nothing is charged by it."
    )
    def tape_weight(self, length_inch: int, girth_inch: int) -> int:
        kilograms = animal_rules.tape_weight(Decimal(length_inch), Decimal(girth_inch))
        return int(kilograms * 1_000)

    @strawberry.field(description="One animal; null if there is none that the viewer may see.")
    async def animal(self, info: Info, id: strawberry.ID) -> Animal | None:
        try:
            pk = ids.decode(id, "Animal")
            return await animal_for(info, pk)
        except errors.NotFound:
            return None

    @strawberry.field(description="The viewer's own animals, newest first.")
    async def my_animals(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Animal]:
        rows = animal_queries.animals_of(info.context.require_viewer())
        return await keyset_page(rows, shown, order=("-id",), first=first, after=after)

    @strawberry.field(description="Animals that wait for the vet in the viewer's area (officers).")
    async def checks_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Animal]:
        rows = await animal_queries.waiting_checks(info.context.require_viewer())
        return await keyset_page(rows, shown, order=("id",), first=first, after=after)


def shown(row: tables.Animal) -> Animal:
    """Show an animal that the viewer may see."""
    return Animal(row=row)


async def animal_for(info: Info, animal_id: int) -> Animal:
    """Return an animal that everybody may see, or the viewer; who it is matters only then.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    row = await loader(animal_queries.public_animals).load(animal_id)
    if row is None:
        onlooker_id = info.context.onlooker_id
        row = await loader(animal_queries.visible_animals, onlooker_id).load(animal_id)
    if row is None:
        raise errors.NotFound
    return Animal(row=row)
