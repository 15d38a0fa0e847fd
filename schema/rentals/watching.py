"""A live tenancy: first the state or what was missed, then each event once."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.event_log import Head
from hmk_graph.money import Paisa
from hmk_graph.rentals import models as tables
from hmk_graph.rentals import queries
from schema import ids
from schema.context import Info
from schema.rentals.tenancies import RentalAgreement
from schema.scalars import Cursor
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, StreamEvent, streamed, tells


@strawberry.interface(description="An event of one tenancy, with what redraws it.")
class RentalEvent(StreamEvent):
    agreement_id: strawberry.ID = strawberry.field(description="Which agreement.")
    state: str = strawberry.field(description="Where it stands now.")
    keys_given: bool = strawberry.field(description="Whether the tenant got the keys.")
    keys_back: bool = strawberry.field(description="Whether they came back.")


@tells("rentals.agreement_moved")
@strawberry.type(description="It was offered, accepted, paid for, ended, or came to nothing.")
class AgreementMoved(RentalEvent):
    pass


@tells("rentals.keys_moved")
@strawberry.type(description="The keys were given, or came back.")
class KeysMoved(RentalEvent):
    pass


@tells("rentals.rent_due")
@strawberry.type(description="A month became due.")
class RentBecameDue(RentalEvent):
    rent_due_id: strawberry.ID = strawberry.field(description="Which month.")
    month: str = strawberry.field(description="Its first day, as 2026-05-01.")
    amount: Paisa = strawberry.field(description="How much.")


@tells("rentals.rent_paid")
@strawberry.type(description="A month was paid.")
class RentPaid(RentalEvent):
    rent_due_id: strawberry.ID = strawberry.field(description="Which month.")
    month: str = strawberry.field(description="Its first day, as 2026-05-01.")
    amount: Paisa = strawberry.field(description="How much.")
    in_cash: bool = strawberry.field(description="Whether in cash.")


@tells("rentals.deductions_moved")
@strawberry.type(description="Something was claimed of the advance, accepted or disputed.")
class DeductionsMoved(RentalEvent):
    claimed: Paisa = strawberry.field(description="How much in all, as it stands.")


@tells("rentals.advance_settled")
@strawberry.type(description="The advance was settled.")
class AdvanceSettled(RentalEvent):
    given_back: Paisa = strawberry.field(description="What goes back to the tenant.")
    kept: Paisa = strawberry.field(description="What the landlord keeps.")


@strawberry.type(description="The tenancy as it stands. Events after it carry on from its cursor.")
class RentalSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    agreement: RentalAgreement = strawberry.field(description="The tenancy.")
    server_now: datetime = strawberry.field(description="The server's clock.")


RentalStreamItem = Annotated[
    RentalSnapshot
    | AgreementMoved
    | KeysMoved
    | RentBecameDue
    | RentPaid
    | DeductionsMoved
    | AdvanceSettled
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("RentalStreamItem", description="What the stream of a tenancy says."),
]


@dataclass(frozen=True)
class _Contract:
    """How the state of one tenancy is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[tables.Agreement, datetime]:
        row = await tables.Agreement.get(id=self.pk)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[tables.Agreement, datetime], cursor: Cursor, head: Head
    ) -> RentalSnapshot:
        return RentalSnapshot(
            cursor=cursor,
            seq=head.seq,
            agreement=RentalAgreement(row=taken[0]),
            server_now=taken[1],
        )


@strawberry.type
class RentalSubscription:
    @strawberry.subscription(description="Follow a tenancy, as one of its two sides.")
    async def rental_events(
        self, info: Info, agreement_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[RentalStreamItem, None]:
        viewer_id = info.context.require_viewer()
        pk = ids.decode(agreement_id, "RentalAgreement")
        await queries.visible_agreement(viewer_id, pk)
        contract = _Contract(info, pk)
        told = streamed(
            info,
            f"rentals.agreement.{pk}",
            after=after,
            audience=str(viewer_id),
            snapshot=contract.snapshot,
            show=contract.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item
