"""What hangs on an animal: its photos, its papers, and its seller's face."""

from __future__ import annotations

import strawberry

from hmk_graph.haat import animal_models, animal_queries, picturing
from hmk_graph.media import portraying
from schema.context import Info
from schema.loaders import loader
from schema.media import Media, hung
from schema.plans import there


@strawberry.type(description="An animal's pictures.")
class Pictured:
    row: strawberry.Private[animal_models.Animal]
    # The foremost one, if it was read with the list that the animal is in.
    photos: strawberry.Private[tuple[Media | None] | None] = None

    @strawberry.field(description="Photos and videos, the foremost first.")
    async def media(self) -> list[Media]:
        return await hung(picturing.PHOTOS, self.row.id)

    def ready_photo(self) -> Media | None:
        [found] = there(self.photos)
        return found

    @strawberry.field(description="The foremost photo or video; null if there is none.")
    async def photo(self) -> Media | None:
        found = await hung(picturing.PHOTOS, self.row.id)
        return found[0] if found else None

    @strawberry.field(description="The vet's papers, for its owners and its area's officers.")
    async def papers(self, info: Info) -> list[Media]:
        inside = loader(animal_queries.insiders, info.context.viewer_id)
        return await hung(picturing.PAPERS, self.row.id) if await inside.load(self.row.id) else []

    @strawberry.field(description="The seller's photo, if the profile has one.")
    async def seller_portrait(self) -> Media | None:
        found = await hung(portraying.PORTRAIT, self.row.seller_id)
        return found[0] if found else None
