"""A live inbox: first how it stands or what was missed, then each event once."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.event_log import Head
from hmk_graph.notifications import queries
from schema import ids
from schema.context import Info
from schema.notifications.choices import Topic, Urgency
from schema.scalars import Cursor
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, StreamEvent, streamed, tells


@strawberry.interface(description="Something in the viewer's inbox.")
class InboxEvent(StreamEvent):
    unread: int = strawberry.field(description="How many are unread now.")


@tells("notifications.told")
@strawberry.type(description="A notification came, or one that is unread came again.")
class NotificationTold(InboxEvent):
    notification_id: strawberry.ID = strawberry.field(description="Which notification.")
    topic: Topic = strawberry.field(description="What it is about.")
    urgency: Urgency = strawberry.field(description="How far it goes.")
    text_bn: str = strawberry.field(description="What happened, in Bengali.")
    text_en: str = strawberry.field(description="What happened, in English.")
    times: int = strawberry.field(description="How often it happened since it was last read.")
    about: strawberry.ID | None = strawberry.field(description="The id of the thing, if any.")


@tells("notifications.read")
@strawberry.type(description="Some were read, here or on another device.")
class NotificationsRead(InboxEvent):
    read_ids: strawberry.Private[list[int]]

    @strawberry.field(description="Which, the newest hundred of them.")
    def notification_ids(self) -> list[strawberry.ID]:
        return [ids.encode("Notification", one) for one in self.read_ids]


@strawberry.type(description="The inbox as it stands. Events after it carry on from its cursor.")
class InboxSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    unread: int = strawberry.field(description="How many notifications are unread.")
    server_now: datetime = strawberry.field(description="The server's clock.")


InboxStreamItem = Annotated[
    InboxSnapshot | NotificationTold | NotificationsRead | Heartbeat | Lagged | Reset | Reconnect,
    strawberry.union("InboxStreamItem", description="What the viewer's inbox says."),
]


@dataclass(frozen=True)
class _Own:
    """How the viewer's inbox is read and shown."""

    info: Info
    viewer_id: int

    async def snapshot(self) -> tuple[int, datetime]:
        return await queries.unread_count(self.viewer_id), await self.info.context.clock()

    def show(self, taken: tuple[int, datetime], cursor: Cursor, head: Head) -> InboxSnapshot:
        return InboxSnapshot(cursor=cursor, seq=head.seq, unread=taken[0], server_now=taken[1])


@strawberry.type
class InboxSubscription:
    @strawberry.subscription(description="Follow what one is told, and what one has read.")
    async def notification_events(
        self, info: Info, after: Cursor | None = None
    ) -> AsyncGenerator[InboxStreamItem, None]:
        viewer_id = info.context.require_viewer()
        own = _Own(info, viewer_id)
        told = streamed(
            info,
            f"notifications.inbox.{viewer_id}",
            after=after,
            audience=str(viewer_id),
            snapshot=own.snapshot,
            show=own.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                yield item
