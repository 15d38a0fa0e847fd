"""What sellers and officers do with an animal before it is sold."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import strawberry

from hmk_graph.haat import clearing, registering
from hmk_graph.haat.animal_rules import WeightMethod
from hmk_graph.haat.clearing import Examination
from hmk_graph.haat.registering import NewAnimal
from hmk_graph.haat.tagging import Tag
from hmk_graph.haat.weighing import Weighing
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.animal_facts import VetClearance
from schema.haat.animals import Animal, shown
from schema.haat.refusals import (
    AnimalPromised,
    CheckNotReady,
    LotNotWithdrawn,
    NotVerifiedSeller,
    NotYourPurchase,
    OwnAnimal,
    TagInUse,
)
from schema.places import row_id

RegisterAnimalResult = Annotated[
    Animal
    | NotVerifiedSeller
    | NotYourPurchase
    | TagInUse
    | IdempotencyConflict
    | AccountSuspended
    | InProgress,
    strawberry.union("RegisterAnimalResult", description="The animal, or why it was refused."),
]
AnimalResult = Annotated[
    Animal
    | CheckNotReady
    | LotNotWithdrawn
    | AnimalPromised
    | StaleState
    | AccountSuspended
    | NotFound,
    strawberry.union("AnimalResult", description="The animal, or why nothing was done."),
]
ExamineResult = Annotated[
    VetClearance | OwnAnimal | StaleState | AccountSuspended | NotFound,
    strawberry.union("ExamineResult", description="The paper, or why it was refused."),
]


@strawberry.input(description="A number on or in the animal.")
class TagInput:
    scheme: str = strawberry.field(description="std.iso.11785, bd.binli or farm.tag.")
    value: str = strawberry.field(description="The number; Bengali digits are understood.")


@strawberry.input(description="A weighing.")
class WeightInput:
    grams: int = strawberry.field(description="In grams.")
    method: WeightMethod = strawberry.field(description="How it was found.")
    measured_at: datetime = strawberry.field(description="When; not in the future.")
    device: str = strawberry.field(default="", description="With what.")
    hours_off_feed: int | None = strawberry.field(
        default=None, description="How long it had not eaten."
    )

    def read(self) -> Weighing:
        """Return it as the domain knows it."""
        return Weighing(
            grams=self.grams,
            method=self.method,
            measured_at=self.measured_at,
            device=self.device,
            hours_off_feed=self.hours_off_feed,
        )


@strawberry.input(description="An animal. Its age is told by the date of birth or by the teeth.")
class RegisterAnimalInput:
    species: str = strawberry.field(description="A slug of the list.")
    sex: str = strawberry.field(description="A slug of the species.")
    breed: str = strawberry.field(description="A slug of the species, or `other:` and a name.")
    origin_id: strawberry.ID = strawberry.field(
        description="The union or municipality it lives in."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, one for each animal.")
    village: str = strawberry.field(default="", description="Its village.")
    name: str = strawberry.field(default="", description="Its name.")
    coat_color: str = strawberry.field(default="", description="Its color, in your words.")
    birth_date: date | None = strawberry.field(default=None, description="If it is known.")
    teeth: int | None = strawberry.field(
        default=None, description="Permanent incisors: 0, 2, 4, 6 or 8."
    )
    owned_since: date | None = strawberry.field(default=None, description="Since when it is yours.")
    tags: list[TagInput] = strawberry.field(
        default_factory=list, description="Its numbers; ours is added."
    )
    co_owner_phones: list[str] = strawberry.field(
        default_factory=list, description="Phones of those who own a part of it."
    )
    weight: WeightInput | None = strawberry.field(default=None, description="A weighing.")
    defects: list[str] | None = strawberry.field(
        default=None, description="The checklist's answer: slugs, or an empty list for none."
    )
    chain_of: strawberry.ID | None = strawberry.field(
        default=None, description="The earlier record of this animal, if you bought it here."
    )

    def read(self) -> NewAnimal:
        """Return it as the domain knows it."""
        return NewAnimal(
            species=self.species,
            sex=self.sex,
            breed=self.breed,
            origin_id=row_id(self.origin_id),
            village=self.village,
            name=self.name,
            coat_color=self.coat_color,
            birth_date=self.birth_date,
            teeth=self.teeth,
            owned_since=self.owned_since,
            tags=tuple(Tag(scheme=tag.scheme, value=tag.value) for tag in self.tags),
            co_owner_phones=tuple(self.co_owner_phones),
            weight=self.weight.read() if self.weight else None,
            defects=None if self.defects is None else tuple(self.defects),
            chain_of=None if self.chain_of is None else ids.decode(self.chain_of, "Animal"),
        )


@strawberry.input(description="A weighing of an animal.")
class WeighAnimalInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    weight: WeightInput = strawberry.field(description="The weighing.")


@strawberry.input(description="The seller's answer to the checklist.")
class AnswerChecklistInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    defects: list[str] = strawberry.field(description="Slugs; an empty list says: none.")


@strawberry.input(description="An animal.")
class AnimalInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")


@strawberry.input(description="An animal and a reason of at least ten characters.")
class AnimalReasonInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    reason: str = strawberry.field(description="Why.")


@strawberry.input(description="What a veterinarian found, written down by an officer.")
class ExamineAnimalInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    vet_name: str = strawberry.field(description="Who looked.")
    registration_no: str = strawberry.field(description="The vet's number at the Council.")
    findings: str = strawberry.field(
        default="", description="What was found; a failed check says it in ten characters or more."
    )
    defects: list[str] = strawberry.field(
        default_factory=list, description="Which of the thirteen defects, by slug."
    )
    haat_place_id: strawberry.ID | None = strawberry.field(
        default=None, description="The place of the haat it was brought to, if it was."
    )

    def read(self) -> Examination:
        """Return it as the domain knows it."""
        place_id = None if self.haat_place_id is None else row_id(self.haat_place_id)
        return Examination(
            vet_name=self.vet_name,
            registration_no=self.registration_no,
            findings=self.findings,
            defects=tuple(self.defects),
            haat_place_id=place_id,
        )


@strawberry.type
class AnimalMutation:
    @strawberry.mutation(
        description="Write down an animal of yours (verified sellers).", extensions=[ErrorsAsData()]
    )
    async def register_animal(self, info: Info, input: RegisterAnimalInput) -> RegisterAnimalResult:
        animal = await registering.register_animal(
            info.context.require_viewer(),
            input.read(),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return shown(animal)

    @strawberry.mutation(
        description="Add a weighing. After the clearance it asks for a new check.",
        extensions=[ErrorsAsData()],
    )
    async def weigh_animal(self, info: Info, input: WeighAnimalInput) -> AnimalResult:
        animal = await registering.weigh_animal(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            input.weight.read(),
            clock=info.context.clock,
        )
        return shown(animal)

    @strawberry.mutation(
        description="Answer the checklist of defects for your animal.", extensions=[ErrorsAsData()]
    )
    async def answer_checklist(self, info: Info, input: AnswerChecklistInput) -> AnimalResult:
        animal = await registering.answer_checklist(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            tuple(input.defects),
            clock=info.context.clock,
        )
        return shown(animal)

    @strawberry.mutation(
        description="Ask for the vet's check of your animal.", extensions=[ErrorsAsData()]
    )
    async def request_check(self, info: Info, input: AnimalInput) -> AnimalResult:
        animal = await clearing.request_check(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            clock=info.context.clock,
        )
        return shown(animal)

    @strawberry.mutation(
        description="A vet found an animal well (for officers of its area or of the haat).",
        extensions=[ErrorsAsData()],
    )
    async def clear_animal(self, info: Info, input: ExamineAnimalInput) -> ExamineResult:
        paper = await clearing.clear(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            input.read(),
            clock=info.context.clock,
        )
        return VetClearance.of(paper)

    @strawberry.mutation(
        description="A vet did not find an animal well, and why (for officers).",
        extensions=[ErrorsAsData()],
    )
    async def fail_animal(self, info: Info, input: ExamineAnimalInput) -> ExamineResult:
        paper = await clearing.fail(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            input.read(),
            clock=info.context.clock,
        )
        return VetClearance.of(paper)

    @strawberry.mutation(
        description="Take your animal off the platform, for good.", extensions=[ErrorsAsData()]
    )
    async def withdraw_animal(self, info: Info, input: AnimalReasonInput) -> AnimalResult:
        animal = await clearing.withdraw(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return shown(animal)

    @strawberry.mutation(
        description="Report that an animal died (its seller, or an officer of its area).",
        extensions=[ErrorsAsData()],
    )
    async def report_animal_death(self, info: Info, input: AnimalReasonInput) -> AnimalResult:
        animal = await clearing.report_death(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return shown(animal)
