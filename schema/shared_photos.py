"""Photos that two things on offer share, for the officers of their areas."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.media import likening
from hmk_graph.media import models as tables
from hmk_graph.services import picturing as service_photos
from hmk_graph.shops import queries as shop_queries
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.loaders import loader
from schema.media import Media
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor
from schema.services.offers import Service, services_seen
from schema.shops.shops import Product

Offered = Annotated[
    Product | Service,
    strawberry.union("Offered", description="What a photo shows, as it is offered."),
]


@strawberry.type(description="A photo that two things on offer show; an officer should look.")
class SharedPhoto:
    row: strawberry.Private[tables.SharedPhoto]

    @strawberry.field(description="The flag's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("SharedPhoto", self.row.id)

    @strawberry.field(description="The photo that came later.")
    def photo(self) -> Media:
        return Media(row=self.row.media)

    @strawberry.field(description="The photo that was there before.")
    def other_photo(self) -> Media:
        return Media(row=self.row.other)

    @strawberry.field(description="What shows the later photo, if the viewer may still see it.")
    async def shown_by(self, info: Info) -> Offered | None:
        return await self._offered(info, self.row.subject_id)

    @strawberry.field(description="What shows the earlier photo, if the viewer may still see it.")
    async def other_shown_by(self, info: Info) -> Offered | None:
        return await self._offered(info, self.row.other_subject_id)

    @strawberry.field(description="When it was raised.")
    def raised_at(self) -> datetime:
        return self.row.raised_at

    @strawberry.field(description="When an officer closed it.")
    def resolved_at(self) -> datetime | None:
        return self.row.resolved_at

    @strawberry.field(description="What an officer found; empty while it is open.")
    def note(self) -> str:
        return self.row.note

    async def _offered(self, info: Info, subject_id: int) -> Offered | None:
        if self.row.subject == service_photos.OFFER.name:
            seen = await services_seen(info, [subject_id])
            return seen[0] if seen else None
        visible = loader(shop_queries.visible_products, info.context.viewer_id)
        product = await visible.load(subject_id)
        return Product(row=product) if product else None


ResolveSharedPhotoResult = Annotated[
    SharedPhoto | StaleState | AccountSuspended | NotFound,
    strawberry.union("ResolveSharedPhotoResult", description="The flag, or why it stays open."),
]


@strawberry.input(description="A photo that two things share, and what was found.")
class ResolveSharedPhotoInput:
    shared_photo_id: strawberry.ID = strawberry.field(description="Which one.")
    note: str = strawberry.field(description="What was found, on one line.")


@strawberry.type
class SharedPhotoQuery:
    @strawberry.field(
        description="Photos that two things on offer in the viewer's area share (officers)."
    )
    async def shared_photos(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[SharedPhoto]:
        rows = await likening.open_flags(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: SharedPhoto(row=row), order=("id",), first=first, after=after
        )


@strawberry.type
class SharedPhotoMutation:
    @strawberry.mutation(
        description="Close a flag on a shared photo with what was found (officers of the area).",
        extensions=[ErrorsAsData()],
    )
    async def resolve_shared_photo(
        self, info: Info, input: ResolveSharedPhotoInput
    ) -> ResolveSharedPhotoResult:
        row = await likening.resolve(
            info.context.require_viewer(),
            ids.decode(input.shared_photo_id, "SharedPhoto"),
            note=input.note,
            clock=info.context.clock,
        )
        return SharedPhoto(row=row)
