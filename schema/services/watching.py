"""Live bookings, desks and sittings: first the state or what was missed, then each event once."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import strawberry

from hmk_graph import errors
from hmk_graph.event_log import Head
from hmk_graph.services import booking_models as tables
from hmk_graph.services import booking_queries, queries
from hmk_graph.services.machines import Actor
from hmk_graph.services.models import Provider as ProviderRow
from schema import ids
from schema.context import Context, Info
from schema.presence import held
from schema.scalars import Cursor
from schema.services.bookings import Booking
from schema.services.happenings import (
    BookingSnapshot,
    BookingStreamItem,
    DeskSnapshot,
    ProviderStreamItem,
    SittingSnapshot,
    SittingStreamItem,
)
from schema.services.offers import Provider, desk_topic
from schema.services.sittings import Sitting
from schema.sharing import PublicStream, shares
from schema.streams import PUBLIC, streamed

# What a desk shows at once: enough for the screen of a phone, the rest comes by pages.
BOOKINGS_ON_DESK = 50


@dataclass(frozen=True)
class _BookingBoard:
    """How the state of one booking is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[tables.Booking, datetime]:
        row = await tables.Booking.get(id=self.pk)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[tables.Booking, datetime], cursor: Cursor, head: Head
    ) -> BookingSnapshot:
        return BookingSnapshot(
            cursor=cursor, seq=head.seq, booking=Booking(row=taken[0]), server_now=taken[1]
        )


@dataclass(frozen=True)
class _Desk:
    """How the state of a provider's desk is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[ProviderRow, list[tables.Booking], datetime]:
        row = await ProviderRow.get(id=self.pk)
        live = booking_queries.live_bookings(self.pk).order_by("starts_at", "id")
        return row, await live.limit(BOOKINGS_ON_DESK), await self.info.context.clock()

    def show(
        self,
        taken: tuple[ProviderRow, list[tables.Booking], datetime],
        cursor: Cursor,
        head: Head,
    ) -> DeskSnapshot:
        return DeskSnapshot(
            cursor=cursor,
            seq=head.seq,
            provider=Provider(row=taken[0]),
            bookings=[Booking(row=row) for row in taken[1]],
            server_now=taken[2],
        )


@dataclass(frozen=True)
class _SittingBoard:
    """How the state of one sitting is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[tables.Sitting, datetime]:
        row = await booking_queries.visible_sitting(self.pk)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[tables.Sitting, datetime], cursor: Cursor, head: Head
    ) -> SittingSnapshot:
        return SittingSnapshot(
            cursor=cursor, seq=head.seq, sitting=Sitting(row=taken[0]), server_now=taken[1]
        )


@shares("sittingEvents")
async def _sitting_for_all(context: Context, arguments: Mapping[str, Any]) -> PublicStream:  # noqa: ARG001 - a sitting is for all
    """Let in everybody: which number is served now is public."""
    pk = ids.decode(arguments["sittingId"], "Sitting")
    await booking_queries.visible_sitting(pk)
    return PublicStream(name=f"services.sitting.{pk}")


@strawberry.type
class ServiceSubscription:
    @strawberry.subscription(description="Follow a booking, as one of its two sides.")
    async def booking_events(
        self, info: Info, booking_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[BookingStreamItem, None]:
        viewer_id, pk = info.context.require_viewer(), ids.decode(booking_id, "Booking")
        booking = await booking_queries.visible_booking(viewer_id, pk)
        if await booking_queries.part_of(viewer_id, booking) is Actor.OFFICER:
            raise errors.NotFound  # what he has to decide he reads; the two sides' talk he does not
        board = _BookingBoard(info, pk)
        told = streamed(
            info,
            f"services.booking.{pk}",
            after=after,
            audience=str(viewer_id),
            snapshot=board.snapshot,
            show=board.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item

    @strawberry.subscription(
        description="Follow one's own desk; while one does, one counts as online."
    )
    async def provider_events(
        self, info: Info, provider_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[ProviderStreamItem, None]:
        viewer_id, pk = info.context.require_viewer(), ids.decode(provider_id, "Provider")
        row = await queries.visible_provider(viewer_id, pk)
        if row.account_id != viewer_id:
            raise errors.NotFound
        desk = _Desk(info, pk)
        told = streamed(
            info,
            f"services.provider.{pk}",
            after=after,
            audience=str(viewer_id),
            snapshot=desk.snapshot,
            show=desk.show,
        )
        with held(info.context, desk_topic(pk)):
            async with aclosing(told) as items:
                async for item in items:
                    info.context.course.told = item
                    yield item

    @strawberry.subscription(description="Follow a sitting: which number is served now.")
    async def sitting_events(
        self, info: Info, sitting_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[SittingStreamItem, None]:
        board = _SittingBoard(info, ids.decode(sitting_id, "Sitting"))
        await booking_queries.visible_sitting(board.pk)
        told = streamed(
            info,
            f"services.sitting.{board.pk}",
            after=after,
            audience=PUBLIC,
            snapshot=board.snapshot,
            show=board.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item
