"""What the driver of a trip does with the parcel that he brings."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.orders import carrying
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.dispatch.trips import Trip, shown
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.orders.refusals import DeliveryCodeWrong


@strawberry.input(description="A parcel at its buyer's door, by the trip that brought it.")
class HandOverParcelInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    code: str = strawberry.field(description="The six digits that the buyer tells.")


HandOverParcelResult = Annotated[
    Trip | DeliveryCodeWrong | StaleState | NotFound | AccountSuspended,
    strawberry.union("HandOverParcelResult", description="The trip, or why it was refused."),
]


@strawberry.type
class CarryingMutation:
    @strawberry.mutation(
        description=(
            "Hand over the parcel that one brings, by its buyer's code; cash counts as taken "
            "(the driver of its trip)."
        ),
        extensions=[ErrorsAsData()],
    )
    async def hand_over_parcel(
        self, info: Info, input: HandOverParcelInput
    ) -> HandOverParcelResult:
        return shown(
            await carrying.hand_over(
                info.context.require_viewer(),
                ids.decode(input.trip_id, "Trip"),
                code=input.code,
                clock=info.context.clock,
            )
        )
