"""What hangs on a provider, on a service and on a review."""

from __future__ import annotations

import strawberry

from hmk_graph.media import portraying
from hmk_graph.services import booking_models, models, picturing
from schema.media import Media, hung


@strawberry.type(description="A provider's pictures.")
class PicturedProvider:
    row: strawberry.Private[models.Provider]

    @strawberry.field(description="Photos of the workshop or practice, the foremost first.")
    async def media(self) -> list[Media]:
        return await hung(picturing.DESK, self.row.id)

    @strawberry.field(description="The person's photo, if the profile has one.")
    async def portrait(self) -> Media | None:
        found = await hung(portraying.PORTRAIT, self.row.account_id)
        return found[0] if found else None


@strawberry.type(description="A service's pictures.")
class PicturedService:
    row: strawberry.Private[models.Service]

    @strawberry.field(description="Photos and videos of the work, the foremost first.")
    async def media(self) -> list[Media]:
        return await hung(picturing.OFFER, self.row.id)


@strawberry.type(description="A review's pictures.")
class PicturedReview:
    row: strawberry.Private[booking_models.Review]

    @strawberry.field(description="Photos of what it speaks of.")
    async def media(self) -> list[Media]:
        return await hung(picturing.REVIEW, self.row.id)
