"""The star on a lot: follow it, and hear when it is about to begin."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.haat import errors as refusals
from hmk_graph.haat import following_lots
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, UserError, answers
from schema.haat.lots import Lot, shown
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor


@answers(refusals.TooManyFollowed)
@strawberry.type(description="Returned when the person follows as many lots as one may.")
class TooManyFollowed(UserError):
    most: int = strawberry.field(description="How many that is.")


FollowLotResult = Annotated[
    Lot | TooManyFollowed | AccountSuspended | NotFound,
    strawberry.union("FollowLotResult", description="The lot, or why it was refused."),
]
UnfollowLotResult = Annotated[
    Lot | AccountSuspended | NotFound,
    strawberry.union("UnfollowLotResult", description="The lot, or why it was refused."),
]


@strawberry.input(description="A lot to follow.")
class FollowLotInput:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")


@strawberry.input(description="A lot to follow no longer.")
class UnfollowLotInput:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")


@strawberry.type
class StarQuery:
    @strawberry.field(description="The lots that the viewer follows, latest end first.")
    async def followed_lots(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Lot]:
        found = following_lots.lots_followed(info.context.require_viewer())
        return await keyset_page(found, shown, order=("-ends_at", "-id"), first=first, after=after)


@strawberry.type
class StarMutation:
    @strawberry.mutation(
        description=(
            "Follow a lot: it is on your list, and you hear when it is about to begin. Twice is no "
            "matter."
        ),
        extensions=[ErrorsAsData()],
    )
    async def follow_lot(self, info: Info, input: FollowLotInput) -> FollowLotResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.lot_id, "Lot")
        return shown(await following_lots.follow_lot(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Follow a lot no longer. Twice is no matter.", extensions=[ErrorsAsData()]
    )
    async def unfollow_lot(self, info: Info, input: UnfollowLotInput) -> UnfollowLotResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.lot_id, "Lot")
        return shown(await following_lots.unfollow_lot(viewer_id, pk))
