"""Sittings with numbers: what they are, who waits, and what both sides do."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa
from hmk_graph.services import booking_models as tables
from hmk_graph.services import booking_queries, numbering, rules
from schema import ids
from schema.context import Info
from schema.loaders import loader, moment
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor
from schema.services.choices import SerialState, SittingState
from schema.services.offers import Provider, Service, booked_service, provider_of

NOBODY = 0


@strawberry.type(description="A session at which people are served by number.")
class Sitting:
    row: strawberry.Private[tables.Sitting]

    @strawberry.field(description="The sitting's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Sitting", self.row.id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> SittingState:
        return self.row.state

    @strawberry.field(description="For what.")
    async def service(self) -> Service:
        return await booked_service(self.row.service_id)

    @strawberry.field(description="With whom.")
    async def provider(self, info: Info) -> Provider:
        return await provider_of(info, self.row.provider_id)

    @strawberry.field(description="When it begins as planned.")
    def starts_at(self) -> datetime:
        return self.row.starts_at

    @strawberry.field(description="When it ends as planned.")
    def finishes_at(self) -> datetime:
        return self.row.finishes_at

    @strawberry.field(description="From when numbers are given.")
    def opens_at(self) -> datetime:
        return self.row.opens_at

    @strawberry.field(description="How many numbers there are.")
    def capacity(self) -> int:
        return self.row.capacity

    @strawberry.field(description="How many are taken.")
    async def taken(self) -> int:
        return sum((await loader(booking_queries.counts).load(self.row.id)).values())

    @strawberry.field(description="How many wait.")
    async def waiting(self) -> int:
        counts = await loader(booking_queries.counts).load(self.row.id)
        return counts.get(SerialState.WAITING, 0)

    @strawberry.field(description="The number that is served now; 0 before the first.")
    def now_serving(self) -> int:
        return self.row.now_serving

    @strawberry.field(description="How many seconds one person takes: the mean of this sitting.")
    def mean_seconds(self) -> int:
        return rules.mean_seconds(
            served_seconds=self.row.served_seconds,
            served_count=self.row.served_count,
            average_m=self.row.average_m,
        )

    @strawberry.field(description="What one pays.")
    def price(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="The viewer's own number, if he has one.")
    async def my_serial(self, info: Info) -> Serial | None:
        viewer_id = info.context.viewer_id
        row = await loader(booking_queries.my_serials_at, viewer_id).load(self.row.id)
        return Serial(row=row) if row else None

    @strawberry.field(description="Who waits, is called or was passed over; to its provider alone.")
    async def line(self, info: Info) -> list[Serial]:
        viewer_id = info.context.viewer_id
        rows = await loader(booking_queries.line_of, viewer_id).load(self.row.id)
        return [Serial(row=row) for row in rows]


@strawberry.type(description="A number. Only who has it and the provider see it.")
class Serial:
    row: strawberry.Private[tables.Serial]

    @strawberry.field(description="The serial's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Serial", self.row.id)

    @strawberry.field(description="The number.")
    def number(self) -> int:
        return self.row.number

    @strawberry.field(description="Where it stands.")
    def state(self) -> SerialState:
        return self.row.state

    @strawberry.field(description="When it was taken.")
    def taken_at(self) -> datetime:
        return self.row.taken_at

    @strawberry.field(description="Whose it is.")
    async def citizen_name(self) -> str:
        return await loader(account_queries.names).load(self.row.citizen_id)

    @strawberry.field(description="How many are served before it.")
    async def ahead(self) -> int:
        return await loader(numbering.ahead_of).load(self.row.id)

    @strawberry.field(description="About when its turn comes, by the mean of this sitting.")
    async def expected_at(self, info: Info) -> datetime | None:
        if self.row.state is not SerialState.WAITING:
            return None
        sitting = await loader(booking_queries.sittings_by_id).load(self.row.sitting_id)
        if sitting is None:
            return None
        now, ahead = await moment(info.context.clock), await self.ahead()
        return numbering.expected_at(sitting, ahead=ahead, now=now)

    @strawberry.field(description="At which sitting.")
    async def sitting(self) -> Sitting:
        row = await loader(booking_queries.sittings_by_id).load(self.row.sitting_id)
        assert row is not None, "a foreign key holds it"
        return Sitting(row=row)


@strawberry.type
class SittingQuery:
    @strawberry.field(description="Sittings that run or come, the soonest first.")
    async def sittings(
        self,
        info: Info,
        service_id: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only of this service.")
        ] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Sitting]:
        rows = booking_queries.coming_sittings(
            _known(service_id), at=await moment(info.context.clock)
        )
        return await keyset_page(
            rows,
            lambda row: Sitting(row=row),
            order=("starts_at", "id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="One sitting; null if there is none.")
    async def sitting(self, id: strawberry.ID) -> Sitting | None:
        return await sitting_for(id)

    @strawberry.field(description="The viewer's numbers, the newest first.")
    async def my_serials(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Serial]:
        rows = booking_queries.serials_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: Serial(row=row), order=("-id",), first=first, after=after
        )


async def sitting_for(id: strawberry.ID) -> Sitting | None:
    """Return a sitting, or None."""
    try:
        return Sitting(row=await booking_queries.visible_sitting(ids.decode(id, "Sitting")))
    except errors.NotFound:
        return None


def _known(text: strawberry.ID | None) -> int | None:
    if text is None:
        return None
    try:
        return ids.decode(text, "Service")
    except errors.NotFound:
        return NOBODY
