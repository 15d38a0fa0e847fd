"""A live complaint: first the state or what was missed, then each step once."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.civic import models as tables
from hmk_graph.civic import queries
from hmk_graph.event_log import Head
from schema import ids
from schema.civic.complaints import Complaint
from schema.context import Info
from schema.scalars import Cursor
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, StreamEvent, streamed, tells


@tells("civic.complaint_moved")
@strawberry.type(description="A step was taken. What was said about it is read from the complaint.")
class ComplaintMoved(StreamEvent):
    complaint_id: strawberry.ID = strawberry.field(description="Which complaint.")
    move: str = strawberry.field(description="What was done.")
    state: str = strawberry.field(description="Where it stands now.")
    due_at: datetime | None = strawberry.field(description="Until when officers have.")


@strawberry.type(description="The complaint as it stands. Events go on from its cursor.")
class ComplaintSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    complaint: Complaint = strawberry.field(description="The complaint.")
    server_now: datetime = strawberry.field(description="The server's clock.")


ComplaintStreamItem = Annotated[
    ComplaintSnapshot | ComplaintMoved | Heartbeat | Lagged | Reset | Reconnect,
    strawberry.union("ComplaintStreamItem", description="What a complaint's stream says."),
]


@dataclass(frozen=True)
class _Desk:
    """How the state of one complaint is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[tables.Complaint, datetime]:
        row = await tables.Complaint.get(id=self.pk)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[tables.Complaint, datetime], cursor: Cursor, head: Head
    ) -> ComplaintSnapshot:
        return ComplaintSnapshot(
            cursor=cursor, seq=head.seq, complaint=Complaint(row=taken[0]), server_now=taken[1]
        )


@strawberry.type
class ComplaintSubscription:
    @strawberry.subscription(
        description=(
            "Follow a complaint, as who wrote it or as an officer of its desk; for officers it ends"
            " when the complaint goes to another desk."
        )
    )
    async def complaint_events(
        self, info: Info, complaint_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[ComplaintStreamItem, None]:
        viewer_id, pk = info.context.require_viewer(), ids.decode(complaint_id, "Complaint")
        await queries.visible(viewer_id, pk)
        desk = _Desk(info, pk)
        told = streamed(
            info,
            f"civic.complaint.{pk}",
            after=after,
            audience=str(viewer_id),
            snapshot=desk.snapshot,
            show=desk.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                # An officer's right ends with the desk's, which is a step of the complaint.
                if isinstance(item, ComplaintMoved):
                    try:
                        await queries.visible(viewer_id, pk)
                    except errors.NotFound:
                        return
                info.context.course.told = item
                yield item
