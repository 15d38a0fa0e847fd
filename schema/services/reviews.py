"""Reviews, as everybody reads them."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.services import booking_queries, queries
from schema import ids
from schema.context import Info
from schema.loaders import loader, moment
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor
from schema.services.choices import Side
from schema.services.offers import provider_of
from schema.services.pictured import PicturedReview

NOBODY = 0


@strawberry.type(description="What one side says of the other.")
class Review(PicturedReview):
    @strawberry.field(description="The review's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Review", self.row.id)

    @strawberry.field(description="Whose it is.")
    def by(self) -> Side:
        return self.row.by

    @strawberry.field(description="The name of who wrote it.")
    async def author_name(self, info: Info) -> str:
        if self.row.by is Side.CITIZEN:
            return await loader(account_queries.names).load(self.row.citizen_id)
        return (await provider_of(info, self.row.provider_id)).row.name

    @strawberry.field(description="One to five.")
    def stars(self) -> int:
        return self.row.stars

    @strawberry.field(description="In words; may be empty.")
    def text(self) -> str:
        return self.row.text

    @strawberry.field(description="When it was written.")
    def written_at(self) -> datetime:
        return self.row.written_at

    @strawberry.field(description="What the other side answered; empty if it did not.")
    def reply(self) -> str:
        return self.row.reply

    @strawberry.field(description="When it answered.")
    def replied_at(self) -> datetime | None:
        return self.row.replied_at


@strawberry.type
class ReviewQuery:
    @strawberry.field(
        description="What citizens said of a provider, the newest first; hidden ones are not there."
    )
    async def reviews(
        self,
        info: Info,
        provider_id: strawberry.ID,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Review]:
        pk = NOBODY
        try:
            known = ids.decode(provider_id, "Provider")
            pk = (await queries.visible_provider(info.context.viewer_id, known)).id
        except errors.NotFound:
            pass
        rows = await booking_queries.public_reviews(pk, at=await moment(info.context.clock))
        return await keyset_page(
            rows,
            lambda row: Review(row=row),
            order=("-written_at", "-id"),
            first=first,
            after=after,
        )
