"""A shop, live: what comes on sale, what changes its price or is sold out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import strawberry

from hmk_graph.event_log import Head
from hmk_graph.shops import models as tables
from hmk_graph.shops import queries
from schema import ids
from schema.context import Context, Info
from schema.scalars import Cursor
from schema.sharing import PublicStream, shares
from schema.shops.shops import Shop
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


@tells("shops.shop_moved")
@strawberry.type(description="The shop opened, paused, or was closed.")
class ShopMoved(StreamEvent):
    shop_id: strawberry.ID = strawberry.field(description="Which shop.")
    state: str = strawberry.field(description="Where it stands now.")


@tells("shops.shop_described")
@strawberry.type(description="The shop says something else of itself.")
class ShopDescribed(StreamEvent):
    shop_id: strawberry.ID = strawberry.field(description="Which shop.")


@tells("shops.product_moved")
@strawberry.type(description="A product came on sale, or went off.")
class ProductMoved(StreamEvent):
    product_id: strawberry.ID = strawberry.field(description="Which product.")
    state: str = strawberry.field(description="Where it stands now.")


@tells("shops.product_described")
@strawberry.type(description="A product, its prices or its stock are others than before.")
class ProductDescribed(StreamEvent):
    product_id: strawberry.ID = strawberry.field(description="Which product.")


@strawberry.type(description="The shop as it stands. Events after it carry on from its cursor.")
class ShopSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    shop: Shop = strawberry.field(description="The shop.")
    server_now: datetime = strawberry.field(description="The server's clock.")


ShopStreamItem = Annotated[
    ShopSnapshot
    | ShopMoved
    | ShopDescribed
    | ProductMoved
    | ProductDescribed
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("ShopStreamItem", description="What the stream of a shop says."),
]


@dataclass(frozen=True)
class _Window:
    """How the state of one shop is read and shown."""

    info: Info
    pk: int

    async def snapshot(self) -> tuple[tables.Shop, datetime]:
        row = await queries.visible_shop(None, self.pk)
        return row, await self.info.context.clock()

    def show(self, taken: tuple[tables.Shop, datetime], cursor: Cursor, head: Head) -> ShopSnapshot:
        return ShopSnapshot(
            cursor=cursor, seq=head.seq, shop=Shop(row=taken[0]), server_now=taken[1]
        )


@shares("shopEvents")
async def _shop_for_all(context: Context, arguments: Mapping[str, Any]) -> PublicStream:  # noqa: ARG001 - an open shop is for all
    """Let everybody into an open shop."""
    pk = ids.decode(arguments["shopId"], "Shop")
    await queries.visible_shop(None, pk)
    return PublicStream(name=f"shops.shop.{pk}")


@strawberry.type
class ShopSubscription:
    @strawberry.subscription(description="Follow an open shop.")
    async def shop_events(
        self, info: Info, shop_id: strawberry.ID, after: Cursor | None = None
    ) -> AsyncGenerator[ShopStreamItem, None]:
        window = _Window(info, ids.decode(shop_id, "Shop"))
        await queries.visible_shop(None, window.pk)
        told = streamed(
            info,
            f"shops.shop.{window.pk}",
            after=after,
            audience=PUBLIC,
            snapshot=window.snapshot,
            show=window.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item
