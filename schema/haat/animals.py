"""Animals: who may see one, and what it shows; its facts are in `animal_facts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import strawberry
from strawberry.scalars import JSON

from hmk_graph import errors, reading
from hmk_graph.accounts import queries as account_queries
from hmk_graph.clock import midnight_after
from hmk_graph.haat import (
    animal_models,
    animal_queries,
    animal_rules,
    listing_queries,
    species,
)
from hmk_graph.haat.tagging import Scheme
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.context import Info
from schema.haat.animal_facts import (
    AnimalEvent,
    AnimalSale,
    AnimalTag,
    AnimalWeight,
    FormerOwner,
    QurbaniCheck,
    Species,
    VetClearance,
    Word,
)
from schema.haat.animal_pictures import Pictured
from schema.loaders import loader, moment_until
from schema.pages import Connection, keyset_page
from schema.places import Place
from schema.plans import there
from schema.scalars import Cursor


@dataclass(frozen=True, kw_only=True)
class WithAnimal:
    """What is read with the animals of a list at once; the methods `ready_...` then answer."""

    seller_name: str
    origin: Place
    latest_weight: AnimalWeight | None


@strawberry.type(description="An animal, its owner, and where both come from.")
class Animal(Pictured):
    with_it: strawberry.Private[WithAnimal | None] = None
    # Shown to its seller as his own. To ask who looks would make every answer with it personal.
    as_own: strawberry.Private[bool] = False

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
    def state(self) -> animal_models.AnimalState:
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

    @strawberry.field(
        description="How it is for sale, or reserved; null: it is not. A lot that waits for its "
        "time is shown among `myAnimals` alone."
    )
    async def sale(self) -> AnimalSale | None:
        listings = (
            listing_queries.own_listings_of if self.as_own else listing_queries.live_listings_of
        )
        row = await loader(listings).load(self.row.id)
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
        return await keyset_page(rows, _own, order=("-id",), first=first, after=after)

    @strawberry.field(description="Animals that wait for the vet in the viewer's area (officers).")
    async def checks_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Animal]:
        rows = await animal_queries.waiting_checks(info.context.require_viewer())
        return await keyset_page(rows, shown, order=("id",), first=first, after=after)


def _own(row: animal_models.Animal) -> Animal:
    return Animal(row=row, as_own=True)


def shown(row: animal_models.Animal) -> Animal:
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
