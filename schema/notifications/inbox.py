"""What the viewer was told, and that he read it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.notifications import models as tables
from hmk_graph.notifications import queries, reading
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound
from schema.notifications.choices import Topic, Urgency
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor


@strawberry.type(description="Something that the viewer was told. Nobody else sees it.")
class Notification:
    row: strawberry.Private[tables.Notification]

    @strawberry.field(description="The notification's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Notification", self.row.id)

    @strawberry.field(description="What it is about, as one chooses by it.")
    def topic(self) -> Topic:
        return self.row.topic

    @strawberry.field(description="The kind of event that it tells, such as haat.outbid.")
    def kind(self) -> str:
        return self.row.kind

    @strawberry.field(description="How far it went.")
    def urgency(self) -> Urgency:
        return self.row.urgency

    @strawberry.field(description="The id of the thing it is about; null if it is about none.")
    def about(self) -> strawberry.ID | None:
        if self.row.about_type is None or self.row.about_id is None:
            return None
        return ids.encode(self.row.about_type, self.row.about_id)

    @strawberry.field(description="What happened, in Bengali.")
    def text_bn(self) -> str:
        return self.row.text_bn

    @strawberry.field(description="What happened, in English.")
    def text_en(self) -> str:
        return self.row.text_en

    @strawberry.field(description="How often it happened since the viewer last read it.")
    def times(self) -> int:
        return self.row.times

    @strawberry.field(description="When it happened last.")
    def told_at(self) -> datetime:
        return self.row.told_at

    @strawberry.field(description="When the viewer read it; null while he has not.")
    def read_at(self) -> datetime | None:
        return self.row.read_at


@strawberry.type(description="How much is left to read.")
class UnreadNotifications:
    unread: int = strawberry.field(description="How many notifications are unread.")


MarkNotificationsReadResult = Annotated[
    UnreadNotifications | AccountSuspended | NotFound,
    strawberry.union("MarkNotificationsReadResult", description="How much is left, or why not."),
]
MarkAllNotificationsReadResult = Annotated[
    UnreadNotifications | AccountSuspended,
    strawberry.union("MarkAllNotificationsReadResult", description="Nothing is left, or why not."),
]


@strawberry.input(description="Some notifications.")
class MarkNotificationsReadInput:
    notification_ids: list[strawberry.ID] = strawberry.field(
        description="Which of the viewer's own, a hundred at most; unknown ones change nothing."
    )


@strawberry.type
class InboxQuery:
    @strawberry.field(description="What the viewer was told, the newest first.")
    async def notifications(
        self,
        info: Info,
        unread_only: bool = False,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Notification]:
        rows = queries.notifications_of(info.context.require_viewer(), unread_only=unread_only)
        return await keyset_page(
            rows,
            lambda row: Notification(row=row),
            order=("-told_at", "-id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="How many notifications the viewer has not read.")
    async def unread_notifications(self, info: Info) -> int:
        return await queries.unread_count(info.context.require_viewer())


@strawberry.type
class InboxMutation:
    @strawberry.mutation(
        description="Mark notifications as read. Twice is no matter.", extensions=[ErrorsAsData()]
    )
    async def mark_notifications_read(
        self, info: Info, input: MarkNotificationsReadInput
    ) -> MarkNotificationsReadResult:
        chosen = [ids.decode(one, "Notification") for one in input.notification_ids]
        left = await reading.mark_read(
            info.context.require_viewer(), chosen, clock=info.context.clock
        )
        return UnreadNotifications(unread=left)

    @strawberry.mutation(
        description="Mark all that one was told until now as read.", extensions=[ErrorsAsData()]
    )
    async def mark_all_notifications_read(self, info: Info) -> MarkAllNotificationsReadResult:
        left = await reading.mark_all_read(info.context.require_viewer(), clock=info.context.clock)
        return UnreadNotifications(unread=left)
