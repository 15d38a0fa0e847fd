"""A live request for blood: first the state or what was missed, then each event once."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.blood import models as tables
from hmk_graph.blood import queries
from hmk_graph.event_log import Head
from schema import ids
from schema.blood.requests import BloodRequest
from schema.context import Info
from schema.scalars import Cursor
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, StreamEvent, streamed, tells


@strawberry.interface(description="An event of one request for blood, with what redraws it.")
class BloodRequestEvent(StreamEvent):
    request_id: strawberry.ID = strawberry.field(description="Which request.")
    state: str = strawberry.field(description="Where it stands now.")
    units: int = strawberry.field(description="How many units are needed.")
    confirmed: int = strawberry.field(description="For how many a donor is confirmed.")
    given: int = strawberry.field(description="How many were given.")


@tells("blood.blood_requested")
@strawberry.type(description="Somebody needs blood.")
class BloodRequested(BloodRequestEvent):
    needed_by: datetime = strawberry.field(description="By when.")


@tells("blood.donors_invited")
@strawberry.type(description="Another ring of donors was asked.")
class DonorsInvited(BloodRequestEvent):
    ring: int = strawberry.field(description="The how-manieth, from 1.")
    invited: int = strawberry.field(description="How many were asked.")


@tells("blood.no_donor_left")
@strawberry.type(description="All who could give were asked; who becomes free is asked, too.")
class NoDonorLeft(BloodRequestEvent):
    pass


@tells("blood.donation_offer_moved")
@strawberry.type(description="A donor said yes, was confirmed, gave, or dropped out.")
class DonationOfferMoved(BloodRequestEvent):
    donation_offer_id: strawberry.ID = strawberry.field(description="Whose offer.")
    offer_state: str = strawberry.field(description="Where the donor stands now.")


@tells("blood.blood_request_closed")
@strawberry.type(description="The request is over.")
class BloodRequestClosed(BloodRequestEvent):
    pass


@strawberry.type(description="The request as it stands. Events after it carry on from its cursor.")
class BloodRequestSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    request: BloodRequest = strawberry.field(description="The request.")
    server_now: datetime = strawberry.field(description="The server's clock.")


BloodRequestStreamItem = Annotated[
    BloodRequestSnapshot
    | BloodRequested
    | DonorsInvited
    | NoDonorLeft
    | DonationOfferMoved
    | BloodRequestClosed
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("BloodRequestStreamItem", description="What a request's stream says."),
]


@dataclass(frozen=True)
class _Bedside:
    """How the state of one request is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[tables.BloodRequest, datetime]:
        row = await tables.BloodRequest.get(id=self.pk)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[tables.BloodRequest, datetime], cursor: Cursor, head: Head
    ) -> BloodRequestSnapshot:
        return BloodRequestSnapshot(
            cursor=cursor, seq=head.seq, request=BloodRequest(row=taken[0]), server_now=taken[1]
        )


@strawberry.type
class BloodSubscription:
    @strawberry.subscription(
        description=(
            "Follow a request, as who made it or as a donor who was asked; for whoever says no or "
            "drops out it ends."
        )
    )
    async def blood_request_events(
        self, info: Info, request_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[BloodRequestStreamItem, None]:
        viewer_id, pk = info.context.require_viewer(), ids.decode(request_id, "BloodRequest")
        request = await queries.visible_request(viewer_id, pk)
        bedside = _Bedside(info, pk)
        told = streamed(
            info,
            f"blood.request.{pk}",
            after=after,
            audience=str(viewer_id),
            snapshot=bedside.snapshot,
            show=bedside.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                # A donor's right ends with his own no, which is a step of some offer.
                if request.requester_id != viewer_id and isinstance(item, DonationOfferMoved):
                    try:
                        await queries.visible_request(viewer_id, pk)
                    except errors.NotFound:
                        return
                info.context.course.told = item
                yield item
