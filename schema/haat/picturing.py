"""Photos, videos and papers of an animal."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.haat import picturing
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.haat.animals import Animal, shown
from schema.media import AttachedElsewhere, MediaNotReady, PictureInput

PictureAnimalResult = Annotated[
    Animal | MediaNotReady | AttachedElsewhere | StaleState | AccountSuspended | NotFound,
    strawberry.union("PictureAnimalResult", description="The animal, or why it stays as it was."),
]


@strawberry.input(description="What is to hang on an animal, in order; the first is foremost.")
class PictureAnimalInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    media: list[PictureInput] = strawberry.field(description="The files; what is left out goes.")


@strawberry.type
class PictureMutation:
    @strawberry.mutation(
        description="Show these photos and videos of your animal, at most eight.",
        extensions=[ErrorsAsData()],
    )
    async def set_animal_media(self, info: Info, input: PictureAnimalInput) -> PictureAnimalResult:
        animal = await picturing.set_photos(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return shown(animal)

    @strawberry.mutation(
        description="Hang a vet's papers on your animal, at most six; officers may read them.",
        extensions=[ErrorsAsData()],
    )
    async def set_animal_papers(self, info: Info, input: PictureAnimalInput) -> PictureAnimalResult:
        animal = await picturing.set_papers(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return shown(animal)
