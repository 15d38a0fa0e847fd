"""Writing, answering and hiding reviews; and the secret addresses of calendars."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.services import booking_models as tables
from hmk_graph.services import calendar_feeds, reviewing
from schema import ids
from schema.accounts.refusals import AccountSuspended, ReasonTooShort
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound
from schema.services.refusals import NotFinished, ReviewFinal
from schema.services.reviews import Review


@strawberry.input(description="What one thinks of the other side of one thing that was finished.")
class WriteReviewInput:
    booking_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of a closed booking."
    )
    serial_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of a number that was served."
    )
    stars: int = strawberry.field(description="One to five.")
    text: str = strawberry.field(default="", description="Up to 2000 characters.")


@strawberry.input(description="An answer to a review of oneself.")
class ReplyToReviewInput:
    review_id: strawberry.ID = strawberry.field(description="To which.")
    text: str = strawberry.field(description="Up to 2000 characters.")


@strawberry.input(description="A review that nobody should read.")
class HideReviewInput:
    review_id: strawberry.ID = strawberry.field(description="Which.")
    reason: str = strawberry.field(description="Why, at least ten characters.")


@strawberry.input(description="A calendar.")
class OpenCalendarInput:
    of_desk: bool = strawberry.field(
        description="Of what one does as a provider; false: of what one booked."
    )


@strawberry.input(description="An address to take back.")
class RevokeCalendarInput:
    calendar_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.type(description="A calendar at a secret address.")
class CalendarFeed:
    row: strawberry.Private[tables.CalendarFeed]

    @strawberry.field(description="The feed's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("CalendarFeed", self.row.id)

    @strawberry.field(description="Of the viewer's work; false: of what he booked.")
    def of_desk(self) -> bool:
        return self.row.provider_id is not None

    @strawberry.field(description="Since when.")
    def created_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="When it was taken back.")
    def revoked_at(self) -> datetime | None:
        return self.row.revoked_at


@strawberry.type(description="A new address. It is told this once, and opens the calendar to all.")
class OpenedCalendar:
    feed: CalendarFeed = strawberry.field(description="What it is of.")
    path: str = strawberry.field(description="Its path on this server, an iCalendar file.")


WriteReviewResult = Annotated[
    Review | NotFinished | ReviewFinal | NotFound | AccountSuspended,
    strawberry.union("WriteReviewResult", description="The review, or why not."),
]
ReplyToReviewResult = Annotated[
    Review | ReviewFinal | NotFound | AccountSuspended,
    strawberry.union("ReplyToReviewResult", description="The review, or why not."),
]
HideReviewResult = Annotated[
    Review | ReasonTooShort | NotFound | AccountSuspended,
    strawberry.union("HideReviewResult", description="The review, or why not."),
]
OpenCalendarResult = Annotated[
    OpenedCalendar | NotFound | AccountSuspended,
    strawberry.union("OpenCalendarResult", description="The address, or why not."),
]
RevokeCalendarResult = Annotated[
    CalendarFeed | NotFound | AccountSuspended,
    strawberry.union("RevokeCalendarResult", description="The feed, or why not."),
]


@strawberry.type
class CalendarQuery:
    @strawberry.field(description="The viewer's calendars; their addresses are not told again.")
    async def my_calendars(self, info: Info) -> list[CalendarFeed]:
        rows = await calendar_feeds.mine(info.context.require_viewer())
        return [CalendarFeed(row=row) for row in rows]


@strawberry.type
class ReviewMutation:
    @strawberry.mutation(
        description="Review the other side. It is hidden until both have, or a week is over.",
        extensions=[ErrorsAsData()],
    )
    async def write_review(self, info: Info, input: WriteReviewInput) -> WriteReviewResult:
        booking_id, serial_id = input.booking_id, input.serial_id
        row = await reviewing.write(
            info.context.require_viewer(),
            booking_id=None if booking_id is None else ids.decode(booking_id, "Booking"),
            serial_id=None if serial_id is None else ids.decode(serial_id, "Serial"),
            stars=input.stars,
            text=input.text,
            clock=info.context.clock,
        )
        return Review(row=row)

    @strawberry.mutation(
        description="Answer a review of oneself in public, once.", extensions=[ErrorsAsData()]
    )
    async def reply_to_review(self, info: Info, input: ReplyToReviewInput) -> ReplyToReviewResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.review_id, "Review")
        row = await reviewing.reply(viewer_id, pk, input.text, clock=info.context.clock)
        return Review(row=row)

    @strawberry.mutation(
        description="Hide a review, as an officer of the area.", extensions=[ErrorsAsData()]
    )
    async def hide_review(self, info: Info, input: HideReviewInput) -> HideReviewResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.review_id, "Review")
        return Review(row=await reviewing.hide(viewer_id, pk, input.reason))

    @strawberry.mutation(
        description="Make an address for one's calendar; an older one ends.",
        extensions=[ErrorsAsData()],
    )
    async def open_calendar(self, info: Info, input: OpenCalendarInput) -> OpenCalendarResult:
        row, secret = await calendar_feeds.open_feed(
            info.context.require_viewer(), of_desk=input.of_desk, clock=info.context.clock
        )
        return OpenedCalendar(feed=CalendarFeed(row=row), path=f"/calendar/{secret}.ics")

    @strawberry.mutation(description="Take a calendar's address back.", extensions=[ErrorsAsData()])
    async def revoke_calendar(self, info: Info, input: RevokeCalendarInput) -> RevokeCalendarResult:
        viewer_id = info.context.require_viewer()
        pk = ids.decode(input.calendar_id, "CalendarFeed")
        row = await calendar_feeds.revoke(viewer_id, pk, clock=info.context.clock)
        return CalendarFeed(row=row)
