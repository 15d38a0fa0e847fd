"""The price of one lot and nothing else, for slow or dear lines: the newest, now and then."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, Any

import strawberry

from hmk_graph import errors, event_log
from hmk_graph.event_log import LoggedEvent
from hmk_graph.haat import lot_keeping, lot_models, lot_queries, rules
from hmk_graph.money import Paisa
from realtime.frames import Frame, Missed
from realtime.mailbox import Mailbox
from schema import ids
from schema.context import Context, Info
from schema.cursors import Place
from schema.following import DRAINING, HEARTBEAT_S, event_of, going_down
from schema.haat.lots import lot_topic
from schema.presence import held
from schema.scalars import Cursor
from schema.sharing import PublicStream, shares
from schema.streams import PUBLIC, Reconnect, State, farewells

log = logging.getLogger(__name__)

# Half the bids of a lively lot; nobody decides faster, and a lot ends two minutes after its last.
CONFLATE_S = 2.0
ENDINGS = frozenset({"haat.lot_closed", "haat.lot_voided", "haat.lot_withdrawn"})


@strawberry.type(
    description=(
        "How a lot stands now. What came between the one before and this one is not told: read "
        "the bids when somebody wants them, or follow `lotEvents` from this cursor."
    )
)
class LotPrice(State):
    cursor: Cursor = strawberry.field(description="Where the stream of the lot stands.")
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    price: Paisa | None = strawberry.field(description="The price now.")
    leader: int | None = strawberry.field(description="The number of the bidder who leads.")
    minimum_next: Paisa = strawberry.field(description="The least that anybody else must bid.")
    bid_count: int = strawberry.field(description="How many bids everybody could see.")
    bidder_count: int = strawberry.field(description="How many people have bid.")
    reserve_met: bool | None = strawberry.field(description="Whether a hidden reserve is reached.")
    starts_at: datetime = strawberry.field(description="When bidding begins.")
    ends_at: datetime = strawberry.field(description="When bidding ends now.")
    hard_ends_at: datetime = strawberry.field(description="The end that no bid can move.")
    over: bool = strawberry.field(description="Whether the lot has ended: read it for its result.")

    @property
    def key(self) -> str:
        """Return the lot."""
        return self.lot_id


LotPriceItem = Annotated[
    LotPrice | Reconnect,
    strawberry.union("LotPriceItem", description="What the stream of a lot's price says."),
]


@shares("lotPriceEvents")
async def _price_for_all(context: Context, arguments: Mapping[str, Any]) -> PublicStream:  # noqa: ARG001 - who asks is no matter
    """Let in everybody to a lot that has its terms; before that it has no price."""
    pk = ids.decode(arguments["lotId"], "Lot")
    await _public(pk)
    return PublicStream(name=_stream(pk), topic=lot_topic(pk))


@strawberry.type
class LotPriceSubscription:
    @strawberry.subscription(
        description=(
            "Follow the price of a lot on a line that is slow or dear: how it stands now, and then "
            "the newest, at most every two seconds. After a break ask again: it begins anew."
        )
    )
    async def lot_price_events(
        self, info: Info, lot_id: strawberry.ID
    ) -> AsyncGenerator[LotPriceItem, None]:
        pk = ids.decode(lot_id, "Lot")
        await _public(pk)
        with held(info.context, lot_topic(pk)):
            async with aclosing(_prices(info, pk)) as items:
                async for item in items:
                    info.context.course.told = item
                    yield item


async def _prices(info: Info, pk: int) -> AsyncGenerator[LotPrice | Reconnect, None]:
    """Yield how the lot stands, and then what is newest each time that something has come."""
    async with info.context.hub.listen(_stream(pk), keep="latest") as mailbox:
        seen, standing = await _standing(info, pk)
        yield standing
        came = await _next(mailbox)
        while not (isinstance(came, Missed) and came.reason == DRAINING):
            event = await _event(_stream(pk), came)
            if event is not None and (event.epoch, event.seq) > (seen.epoch, seen.seq):
                seen = Place(epoch=event.epoch, seq=event.seq)
                yield _told(info, event)
                await asyncio.sleep(CONFLATE_S)
            came = await _next(mailbox)
        for farewell in farewells(going_down(), info.context.course):
            yield farewell


async def _standing(info: Info, pk: int) -> tuple[Place, LotPrice]:
    """Read how a lot stands, and where its stream stood at that moment."""
    async with event_log.one_moment():
        head = await event_log.head(_stream(pk))
        lot = await _public(pk)
    place = Place(epoch=head.epoch, seq=head.seq)
    state = lot_keeping.state_of(lot)
    standing = LotPrice(
        cursor=_cursor(info, pk, place),
        lot_id=ids.encode("Lot", pk),
        price=state.price,
        leader=state.leader,
        minimum_next=rules.minimum_next(state),
        bid_count=state.bid_count,
        bidder_count=state.bidders,
        reserve_met=state.reserve_met,
        starts_at=state.terms.starts_at,
        ends_at=state.ends_at,
        hard_ends_at=state.terms.hard_ends_at,
        over=state.ended is not None,
    )
    return place, standing


def _told(info: Info, event: LoggedEvent) -> LotPrice:
    """Show how a lot stood after an event of its stream: each tells all of it."""
    told, pk = event.payload, event.payload["lot_id"]
    return LotPrice(
        cursor=_cursor(info, pk, Place(epoch=event.epoch, seq=event.seq)),
        lot_id=ids.encode("Lot", pk),
        price=told["price"],
        leader=told["leader"],
        minimum_next=told["minimum_next"],
        bid_count=told["bid_count"],
        bidder_count=told["bidder_count"],
        reserve_met=told["reserve_met"],
        starts_at=datetime.fromisoformat(told["starts_at"]),
        ends_at=datetime.fromisoformat(told["ends_at"]),
        hard_ends_at=datetime.fromisoformat(told["hard_ends_at"]),
        over=event.kind in ENDINGS,
    )


async def _next(mailbox: Mailbox) -> Frame | Missed | None:
    """Wait for what comes; None: nothing came for so long that one looks for oneself."""
    try:
        async with asyncio.timeout(HEARTBEAT_S):
            return await mailbox.take()
    except TimeoutError:
        return None


async def _event(stream: str, came: Frame | Missed | None) -> LoggedEvent | None:
    """Return the event that came, or else the newest of the log; None if that cannot be read."""
    if isinstance(came, Frame):
        return event_of(came)
    try:
        head = await event_log.head(stream)
        newest = await event_log.after(stream, head.seq - 1, limit=1)
    except (OSError, *event_log.LOST) as error:
        # The database is away. What is missing is read at the next frame, hint or beat.
        log.warning("Stream %s could not be read: %s", stream, error)
        return None
    return newest[0] if newest else None


async def _public(pk: int) -> lot_models.Lot:
    lot = await lot_queries.public_lot(pk)
    if lot is None:
        raise errors.NotFound
    return lot


def _stream(pk: int) -> str:
    return f"haat.lot.{pk}"


def _cursor(info: Info, pk: int, place: Place) -> Cursor:
    return info.context.cursors.write(place, stream=_stream(pk), audience=PUBLIC)
