"""Photos of a desk, of what it offers, and of what a review speaks of."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.services import picturing
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.media import AttachedElsewhere, MediaNotReady, PictureInput
from schema.services.offers import Provider, Service
from schema.services.refusals import ReviewFinal
from schema.services.reviews import Review

PictureProviderResult = Annotated[
    Provider | MediaNotReady | AttachedElsewhere | AccountSuspended | NotFound,
    strawberry.union("PictureProviderResult", description="The provider, or why not."),
]
PictureServiceResult = Annotated[
    Service | MediaNotReady | AttachedElsewhere | StaleState | AccountSuspended | NotFound,
    strawberry.union("PictureServiceResult", description="The service, or why not."),
]
PictureReviewResult = Annotated[
    Review | MediaNotReady | AttachedElsewhere | ReviewFinal | AccountSuspended | NotFound,
    strawberry.union("PictureReviewResult", description="The review, or why not."),
]
IN_ORDER = "The files, in order; what is left out goes."


@strawberry.input(description="What is to hang on one's desk.")
class PictureProviderInput:
    media: list[PictureInput] = strawberry.field(description=IN_ORDER)


@strawberry.input(description="What is to hang on one of one's services.")
class PictureServiceInput:
    service_id: strawberry.ID = strawberry.field(description="Which service.")
    media: list[PictureInput] = strawberry.field(description=IN_ORDER)


@strawberry.input(description="What is to hang on one's review.")
class PictureReviewInput:
    review_id: strawberry.ID = strawberry.field(description="Which review.")
    media: list[PictureInput] = strawberry.field(description=IN_ORDER)


@strawberry.type
class ServicePictureMutation:
    @strawberry.mutation(
        description="Show these photos of one's workshop or practice, at most eight.",
        extensions=[ErrorsAsData()],
    )
    async def set_provider_media(
        self, info: Info, input: PictureProviderInput
    ) -> PictureProviderResult:
        row = await picturing.set_desk_photos(
            info.context.require_viewer(),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Provider(row=row)

    @strawberry.mutation(
        description="Show these photos and videos of a service of one's own, at most eight.",
        extensions=[ErrorsAsData()],
    )
    async def set_service_media(
        self, info: Info, input: PictureServiceInput
    ) -> PictureServiceResult:
        row = await picturing.set_service_photos(
            info.context.require_viewer(),
            ids.decode(input.service_id, "Service"),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Service(row=row)

    @strawberry.mutation(
        description="Add photos to one's review while nobody can read it, at most four.",
        extensions=[ErrorsAsData()],
    )
    async def set_review_media(self, info: Info, input: PictureReviewInput) -> PictureReviewResult:
        row = await picturing.set_review_photos(
            info.context.require_viewer(),
            ids.decode(input.review_id, "Review"),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Review(row=row)
