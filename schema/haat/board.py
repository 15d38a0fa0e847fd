"""How prices move on all lots of a haat at once: the newest of each lot, at most once a second."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
import strawberry

from hmk_graph.haat import lot_keeping, lot_models, lot_queries, rules
from hmk_graph.money import Paisa
from realtime.frames import Frame
from realtime.mailbox import Mailbox
from schema import ids
from schema.context import Info
from schema.streams import State

# A phone needs no more than this, and a haat of fifty lots no longer floods a thin line.
CONFLATE_S = 1.0


@strawberry.type(
    description=(
        "The newest price of a lot. Not numbered: one that is missed is made good by the next."
    )
)
class PriceMoved(State):
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    price: Paisa | None = strawberry.field(description="The price now.")
    minimum_next: Paisa = strawberry.field(description="The least that anybody else must bid.")
    bid_count: int = strawberry.field(description="How many bids everybody could see.")
    ends_at: datetime = strawberry.field(description="When bidding ends now.")

    @property
    def key(self) -> str:
        """Return the lot."""
        return self.lot_id


async def board_moves(
    info: Info, feed: str, haat_id: int, numbered: AsyncGenerator[Any, None]
) -> AsyncGenerator[Any, None]:  # Any: members of the subscription's union
    """Mix a haat's numbered items with the moves of its prices."""
    items: asyncio.Queue[Any] = asyncio.Queue(maxsize=1)

    async def moves() -> AsyncGenerator[PriceMoved, None]:
        async with info.context.hub.listen(feed, keep="all") as mailbox:
            lines: dict[int, int] = {}
            while True:
                for move in (await _moves(mailbox, haat_id, info, lines)).values():
                    yield move

    async with asyncio.TaskGroup() as tasks:
        pumps = [tasks.create_task(_pump(source, items)) for source in (numbered, moves())]
        try:
            while not isinstance(item := await items.get(), _End):
                yield item
            if item.error is not None:
                raise item.error
        except GeneratorExit:
            return  # the listener left; the group would wrap this, and aclose() would raise
        finally:
            for pump in pumps:
                pump.cancel()


@dataclass(frozen=True)
class _End:
    """The source is exhausted, or failed: the error travels as a value, the reader raises it."""

    error: Exception | None


async def _pump(source: AsyncGenerator[Any, None], items: asyncio.Queue[Any]) -> None:
    try:
        async with aclosing(source):
            async for item in source:
                await items.put(item)
    except Exception as error:
        await items.put(_End(error))
    else:
        await items.put(_End(None))


async def _moves(
    mailbox: Mailbox, haat_id: int, info: Info, lines: dict[int, int]
) -> dict[int, PriceMoved]:
    """Wait for a move, gather what comes within a second, and keep the newest of each lot.

    `lines` holds the newest line of each lot's log that was told or gathered: several processes
    relay, and may bring an older move after a newer one.
    """
    newest: dict[int, PriceMoved] = {}
    missed = _note(await mailbox.take(), newest, lines)
    loop = asyncio.get_running_loop()
    until = loop.time() + CONFLATE_S
    while True:
        try:
            async with asyncio.timeout_at(until):
                missed = _note(await mailbox.take(), newest, lines) or missed
        except TimeoutError:
            break
    if missed:
        now = await info.context.clock()
        for lot in await lot_queries.running_lots(now).filter(haat_id=haat_id):
            newest[lot.id] = _of_row(lot)
    return newest


def _note(came: object, newest: dict[int, PriceMoved], lines: dict[int, int]) -> bool:
    """Take a frame into account; return whether frames were lost instead."""
    if not isinstance(came, Frame):
        return True
    payload = orjson.loads(came.body)["payload"]
    if payload["line"] < lines.get(payload["lot_id"], 0):
        return False
    lines[payload["lot_id"]] = payload["line"]
    newest[payload["lot_id"]] = PriceMoved(
        lot_id=ids.encode("Lot", payload["lot_id"]),
        price=payload["price"],
        minimum_next=payload["minimum_next"],
        bid_count=payload["bid_count"],
        ends_at=datetime.fromisoformat(payload["ends_at"]),
    )
    return False


def _of_row(lot: lot_models.Lot) -> PriceMoved:
    state = lot_keeping.state_of(lot)
    return PriceMoved(
        lot_id=ids.encode("Lot", lot.id),
        price=state.price,
        minimum_next=rules.minimum_next(state),
        bid_count=state.bid_count,
        ends_at=state.ends_at,
    )
