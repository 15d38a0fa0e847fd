"""A parcel on a trip: where it is, and what its driver does with it at the door."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.dispatch import models as dispatch_tables
from hmk_graph.dispatch import tracking
from hmk_graph.dispatch.tracking import Position
from hmk_graph.dispatch.trip_keeping import point_of
from hmk_graph.orders import carrying
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.dispatch.positions import TripPosition, moving, shown_position
from schema.dispatch.trips import Trip, TripDriver, shown, shown_point, who_comes
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.orders.refusals import DeliveryCodeWrong
from schema.places import GeoPoint


@strawberry.type(description="The trip that is on its way with a parcel.")
class ParcelTrip:
    row: strawberry.Private[dispatch_tables.Trip]

    @strawberry.field(description="Who brings it.")
    async def driver(self) -> TripDriver | None:
        return await who_comes(self.row)

    @strawberry.field(description="When it left the shop.")
    def started_at(self) -> datetime:
        assert self.row.started_at is not None, "it is on its way"
        return self.row.started_at

    @strawberry.field(description="Where it left.")
    def pickup(self) -> GeoPoint:
        return shown_point(point_of(self.row.pickup_lat_e6, self.row.pickup_lng_e6))

    @strawberry.field(description="Where it goes, if that was said.")
    def drop(self) -> GeoPoint | None:
        if self.row.drop_lat_e6 is None or self.row.drop_lng_e6 is None:
            return None
        return shown_point(point_of(self.row.drop_lat_e6, self.row.drop_lng_e6))


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


@strawberry.type
class CarryingSubscription:
    @strawberry.subscription(
        description=(
            "Follow where a parcel is that a trip brings, as one of the order's two sides: the "
            "newest only. It ends when the parcel is handed over, or its trip is over."
        )
    )
    async def parcel_position(
        self, info: Info, parcel_id: strawberry.ID, guest_token: str | None = None
    ) -> AsyncGenerator[TripPosition, None]:
        viewer_id, pk = info.context.viewer_id, ids.decode(parcel_id, "Parcel")
        trip = await carrying.brought_by(viewer_id, pk, guest_token)

        async def look() -> Position:
            return await tracking.position_of(
                await carrying.brought_by(viewer_id, pk, guest_token),
                whereabouts=info.context.whereabouts,
                clock=info.context.clock,
            )

        async for position in moving(info, trip.id, look):
            yield shown_position(position, named=False)
