"""A pool of shares, live, for all who look at it: its state or what was missed, then each event."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import strawberry

from hmk_graph import errors
from hmk_graph.event_log import Head
from hmk_graph.haat import share_models
from schema import ids
from schema.context import Context, Info
from schema.haat.shares import SharePool
from schema.scalars import Cursor
from schema.sharing import PublicStream, shares
from schema.streams import (
    PUBLIC,
    Heartbeat,
    Lagged,
    Reconnect,
    Reset,
    StreamEvent,
    streamed,
    tells,
)


@tells("haat.pool_changed")
@strawberry.type(
    description="Shares were taken, paid or came free, or the pool took a step; as it is now."
)
class PoolChanged(StreamEvent):
    pool_id: strawberry.ID = strawberry.field(description="Which pool.")
    state: str = strawberry.field(description="Where it stands: OPEN, FULL, ...")
    left: int = strawberry.field(description="How many shares nobody has.")
    due_at: datetime | None = strawberry.field(description="When it moves by itself.")
    reason: str = strawberry.field(description="Why it was canceled.")


@strawberry.type(description="The pool as it stands. Events after it carry on from its cursor.")
class PoolSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    pool: SharePool = strawberry.field(description="The pool.")
    server_now: datetime = strawberry.field(description="The server's clock.")


PoolStreamItem = Annotated[
    PoolSnapshot | PoolChanged | Heartbeat | Lagged | Reset | Reconnect,
    strawberry.union("PoolStreamItem", description="What the stream of a pool says."),
]


@dataclass(frozen=True)
class _Board:
    """How the state of one pool is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[share_models.SharePool, datetime]:
        row = await share_models.SharePool.get(id=self.pk)
        return row, await self.info.context.clock()

    def show(
        self, taken: tuple[share_models.SharePool, datetime], cursor: Cursor, head: Head
    ) -> PoolSnapshot:
        pool = SharePool(row=taken[0])
        return PoolSnapshot(cursor=cursor, seq=head.seq, pool=pool, server_now=taken[1])


async def _known(pool_id: str) -> int:
    """Return the number of a pool, which everybody may see, as on its page."""
    pk = ids.decode(pool_id, "SharePool")
    if not await share_models.SharePool.exists(id=pk):
        raise errors.NotFound
    return pk


@shares("poolEvents")
async def _pool_for_all(context: Context, arguments: Mapping[str, Any]) -> PublicStream:  # noqa: ARG001 - a pool is for all
    return PublicStream(name=f"haat.pool.{await _known(arguments['poolId'])}")


@strawberry.type
class PoolSubscription:
    @strawberry.subscription(
        description=(
            "Follow a pool of shares: how many are left and where it stands. No sign-in needed."
        )
    )
    async def pool_events(
        self, info: Info, pool_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[PoolStreamItem, None]:
        board = _Board(info, await _known(pool_id))
        told = streamed(
            info,
            f"haat.pool.{board.pk}",
            after=after,
            audience=PUBLIC,
            snapshot=board.snapshot,
            show=board.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item
