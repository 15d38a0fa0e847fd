"""Live lots and haats: first the state or what was missed, then each event once, in order."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import strawberry
from strawberry.scalars import JSON

from hmk_graph import errors, feeds, reading
from hmk_graph.event_log import Head, LoggedEvent
from hmk_graph.haat import lot_models, lot_queries
from hmk_graph.haat import models as haat_models
from hmk_graph.haat.lot_keeping import NOT_PUBLIC
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Context, Info
from schema.haat.board import PriceMoved, board_moves
from schema.haat.lots import Lot, lot_for, lot_topic, note_turns, visible_lot
from schema.loaders import shown_time
from schema.presence import held
from schema.scalars import Cursor
from schema.sharing import PublicStream, shares
from schema.streams import (
    PUBLIC,
    Heartbeat,
    Lagged,
    Reconnect,
    Reset,
    StreamEvent,
    stand,
    streamed,
    tells,
)

__all__ = ["LotSubscription", "PriceMoved"]

# What a newcomer to a haat is shown: enough for the screen of a phone, the rest comes by pages.
LOTS_ON_BLOCK = 50


@strawberry.interface(
    description="An event of one lot, with all that a watcher needs to redraw it."
)
class LotEvent(StreamEvent):
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    line: int = strawberry.field(description="The newest line of the lot's public log.")
    hash: str = strawberry.field(description="That line's hash.")
    happened_at: datetime = strawberry.field(description="When it happened, by the deciding clock.")
    price: Paisa | None = strawberry.field(description="The price now.")
    leader: int | None = strawberry.field(description="The number of the bidder who leads.")
    minimum_next: Paisa = strawberry.field(description="The least that anybody else must bid.")
    bid_count: int = strawberry.field(description="How many bids everybody could see.")
    bidder_count: int = strawberry.field(description="How many people have bid.")
    reserve_met: bool | None = strawberry.field(description="Whether a hidden reserve is reached.")
    starts_at: datetime = strawberry.field(description="When bidding begins.")
    ends_at: datetime = strawberry.field(description="When bidding ends now.")
    hard_ends_at: datetime = strawberry.field(description="The end that no bid can move.")


@tells("haat.lot_scheduled")
@strawberry.type(description="An officer fixed the terms and times.")
class LotScheduled(LotEvent):
    pass


@tells("haat.lot_rescheduled")
@strawberry.type(description="The terms changed before anybody bid.")
class LotRescheduled(LotEvent):
    pass


@tells("haat.lot_opened")
@strawberry.type(description="Bidding has begun.")
class LotOpened(LotEvent):
    pass


@tells("haat.bid_placed")
@strawberry.type(description="A bid. If `extended`, it moved the end, so that others can answer.")
class BidPlaced(LotEvent):
    bidder: int = strawberry.field(description="The number of the bidder.")
    extended: bool = strawberry.field(description="Whether the end moved.")


@tells("haat.bids_voided")
@strawberry.type(description="A barred bidder's bids were taken out; only now may the price fall.")
class BidsVoided(LotEvent):
    bidder: int = strawberry.field(description="Whose bids.")
    reason: str = strawberry.field(description="Why.")


@tells("haat.lot_closed")
@strawberry.type(description="The auction is over.")
class LotClosed(LotEvent):
    outcome: str = strawberry.field(description="SOLD to the leader at the price, or UNSOLD.")
    why_unsold: str | None = strawberry.field(description="NO_BIDS or UNDER_RESERVE.")


@tells("haat.lot_voided")
@strawberry.type(description="Two officers called the auction off.")
class LotVoided(LotEvent):
    reason: str = strawberry.field(description="Why.")


@tells("haat.lot_withdrawn")
@strawberry.type(description="The seller took the animal back before anybody bid.")
class LotWithdrawn(LotEvent):
    pass


@strawberry.type(description="The lot as it stands. Events after it carry on from its cursor.")
class LotSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    epoch: int = strawberry.field(description="Changes only when history was restored or repaired.")
    lot: Lot = strawberry.field(description="The lot.")
    read_at: strawberry.Private[datetime]

    @strawberry.field(description="The server's clock.")
    def server_now(self, info: Info) -> datetime:
        return shown_time(info, self.read_at)


LotStreamItem = Annotated[
    LotSnapshot
    | LotScheduled
    | LotRescheduled
    | LotOpened
    | BidPlaced
    | BidsVoided
    | LotClosed
    | LotVoided
    | LotWithdrawn
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("LotStreamItem", description="What the stream of a lot says."),
]


@tells("haat.block_changed")
@strawberry.type(description="A lot came on the block of the haat, opened, or ended.")
class BlockChanged(StreamEvent):
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    phase: str = strawberry.field(description="Where it stands: SCHEDULED, OPEN, CLOSED, ...")

    @strawberry.field(description="The lot as it is when this is read.")
    async def lot(self, info: Info) -> Lot | None:
        return await lot_for(info, self.lot_id)


@strawberry.type(description="A numbered event of the haat that has no type of its own yet.")
class HaatNotice(StreamEvent):
    kind: str = strawberry.field(description="What happened, such as haat.session_moved.")
    facts: JSON = strawberry.field(description="What the event says, by name.")

    @classmethod
    def tell(cls, event: LoggedEvent, cursor: Cursor) -> HaatNotice:
        """Tell an event that has no type of its own."""
        return cls(
            cursor=cursor, seq=event.seq, at=event.at, kind=event.kind, facts=JSON(event.payload)
        )


@strawberry.type(description="What is on the block of a haat: running lots first, then the next.")
class HaatSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    lots: list[Lot] = strawberry.field(description="Running and coming lots, at most fifty.")
    read_at: strawberry.Private[datetime]

    @strawberry.field(description="The server's clock.")
    def server_now(self, info: Info) -> datetime:
        return shown_time(info, self.read_at)


HaatStreamItem = Annotated[
    HaatSnapshot | BlockChanged | PriceMoved | HaatNotice | Heartbeat | Lagged | Reset | Reconnect,
    strawberry.union("HaatStreamItem", description="What the stream of a haat says."),
]


@dataclass(frozen=True)
class _LotBoard:
    """How the state of one lot is read and shown."""

    info: Info
    pk: int

    @property
    def stream(self) -> str:
        return f"haat.lot.{self.pk}"

    async def snapshot(self) -> tuple[lot_models.Lot, datetime]:
        lot = await visible_lot(self.info, self.pk)
        with reading.timed():  # it is only shown
            return lot, await self.info.context.clock()

    def show(
        self, taken: tuple[lot_models.Lot, datetime], cursor: Cursor, head: Head
    ) -> LotSnapshot:
        return LotSnapshot(
            cursor=cursor,
            seq=head.seq,
            epoch=head.epoch,
            lot=Lot(row=taken[0]),
            read_at=taken[1],
        )


@dataclass(frozen=True)
class _HaatBoard:
    """How the block of one haat is read and shown."""

    info: Info
    pk: int

    @property
    def stream(self) -> str:
        return f"haat.haat.{self.pk}"

    async def snapshot(self) -> tuple[list[lot_models.Lot], datetime]:
        with reading.timed():
            now = await self.info.context.clock()
        await note_turns(now)
        running = (
            await lot_queries.running_lots(now)
            .filter(haat_id=self.pk)
            .order_by("ends_at", "id")
            .limit(LOTS_ON_BLOCK)
        )
        coming = (
            await lot_queries.coming_lots(now)
            .filter(haat_id=self.pk)
            .order_by("starts_at", "id")
            .limit(LOTS_ON_BLOCK - len(running))
        )
        return [*running, *coming], now

    def show(
        self, taken: tuple[list[lot_models.Lot], datetime], cursor: Cursor, head: Head
    ) -> HaatSnapshot:
        return HaatSnapshot(
            cursor=cursor,
            seq=head.seq,
            lots=[Lot(row=lot) for lot in taken[0]],
            read_at=taken[1],
        )


@strawberry.type
class StandQuery:
    @strawberry.field(
        description=(
            "A lot with the cursor to follow it from, of one moment; null if there is none that "
            "the viewer may see. Hand the cursor to `lotEvents`, and nothing falls between."
        )
    )
    async def lot_snapshot(self, info: Info, lot_id: strawberry.ID) -> LotSnapshot | None:
        try:
            board = _LotBoard(info, ids.decode(lot_id, "Lot"))
            await visible_lot(info, board.pk)
            return await stand(
                info, board.stream, audience=PUBLIC, snapshot=board.snapshot, show=board.show
            )
        except errors.NotFound:
            return None

    @strawberry.field(
        description=(
            "What is on the block of a haat, with the cursor to follow it from by `haatEvents`; "
            "null if there is no such haat."
        )
    )
    async def haat_snapshot(self, info: Info, haat_id: strawberry.ID) -> HaatSnapshot | None:
        try:
            board = _HaatBoard(info, ids.decode(haat_id, "Haat"))
        except errors.NotFound:
            return None
        if not await haat_models.Haat.exists(id=board.pk):
            return None
        return await stand(
            info, board.stream, audience=PUBLIC, snapshot=board.snapshot, show=board.show
        )


@shares("lotEvents")
async def _lot_for_all(context: Context, arguments: Mapping[str, Any]) -> PublicStream | None:
    """Let in who may see the lot; one that only its seller and officers see, they do not share."""
    pk = ids.decode(arguments["lotId"], "Lot")
    lot = await lot_queries.visible_lot(context.viewer_id, pk)
    if lot.state in NOT_PUBLIC:
        return None
    return PublicStream(name=f"haat.lot.{pk}", topic=lot_topic(pk))


@shares("haatEvents")
async def _haat_for_all(context: Context, arguments: Mapping[str, Any]) -> PublicStream:  # noqa: ARG001 - a haat is for all
    """Let in everybody: a haat is a public place."""
    pk = ids.decode(arguments["haatId"], "Haat")
    if not await haat_models.Haat.exists(id=pk):
        raise errors.NotFound
    return PublicStream(name=f"haat.haat.{pk}")


@strawberry.type
class LotSubscription:
    @strawberry.subscription(
        description="Follow a lot. Give the last cursor you have as `after`, and miss nothing."
    )
    async def lot_events(
        self, info: Info, lot_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[LotStreamItem, None]:
        board = _LotBoard(info, ids.decode(lot_id, "Lot"))
        await visible_lot(info, board.pk)
        told = streamed(
            info,
            board.stream,
            after=after,
            audience=PUBLIC,
            snapshot=board.snapshot,
            show=board.show,
        )
        with held(info.context, lot_topic(board.pk)):
            async with aclosing(told) as items:
                async for item in items:
                    info.context.course.told = item
                    yield item

    @strawberry.subscription(
        description=(
            "Follow a haat: what comes on the block and goes, numbered; and between, at "
            "most once a second for "
            "each lot, how its price moved, unnumbered."
        )
    )
    async def haat_events(
        self, info: Info, haat_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[HaatStreamItem, None]:
        board = _HaatBoard(info, ids.decode(haat_id, "Haat"))
        if not await haat_models.Haat.exists(id=board.pk):
            raise errors.NotFound
        numbered = streamed(
            info,
            board.stream,
            after=after,
            audience=PUBLIC,
            snapshot=board.snapshot,
            show=board.show,
            otherwise=HaatNotice.tell,
        )
        async with aclosing(board_moves(info, feeds.board(board.pk), board.pk, numbered)) as items:
            async for item in items:
                info.context.course.told = item
                yield item
