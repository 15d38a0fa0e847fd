"""Paying a booking ahead, and waiting for a time that somebody else has."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.services import booking_models as tables
from hmk_graph.services import collecting, waiting
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.payments.refusals import NothingDue
from schema.services.booking import BookingInput
from schema.services.bookings import Booking, shown
from schema.services.refusals import (
    OutsideHours,
    OutsideWindow,
    OwnService,
    SlotFree,
    TooManyWaits,
)


@strawberry.input(description="A time that somebody else has.")
class WaitForSlotInput:
    option_id: strawberry.ID = strawberry.field(description="At which price of which service.")
    starts_at: datetime = strawberry.field(description="When, on a whole five minutes.")


@strawberry.type(
    description="A wish to hear when a time falls free. It is told once, on the person's own "
    "stream, and keeps nothing for anybody."
)
class SlotWait:
    row: strawberry.Private[tables.Waiting]

    @strawberry.field(description="From when.")
    def starts_at(self) -> datetime:
        return self.row.starts_at

    @strawberry.field(description="Until when.")
    def finishes_at(self) -> datetime:
        return self.row.finishes_at


PayBookingOnlineResult = Annotated[
    Booking | NothingDue | StaleState | NotFound | AccountSuspended,
    strawberry.union("PayBookingOnlineResult", description="The booking, or why not."),
]
WaitForSlotResult = Annotated[
    SlotWait
    | SlotFree
    | TooManyWaits
    | OwnService
    | OutsideWindow
    | OutsideHours
    | NotFound
    | AccountSuspended,
    strawberry.union("WaitForSlotResult", description="The wish, or why not."),
]


@strawberry.type
class AdvanceMutation:
    @strawberry.mutation(
        description="Choose to pay a booking ahead instead of in cash at the visit; then hand its "
        "`payment` to `beginPayment`. A held time is asked for by the payment itself.",
        extensions=[ErrorsAsData()],
    )
    async def pay_booking_online(self, info: Info, input: BookingInput) -> PayBookingOnlineResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.booking_id, "Booking")
        return shown(await collecting.pay_online(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Ask to be told when a time that somebody else has falls free.",
        extensions=[ErrorsAsData()],
    )
    async def wait_for_slot(self, info: Info, input: WaitForSlotInput) -> WaitForSlotResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.option_id, "PriceOption")
        row = await waiting.wait_for(viewer_id, pk, input.starts_at, clock=info.context.clock)
        return SlotWait(row=row)
