"""The hall: lots in lists, one by one, counted, and the log of each that anybody can check."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry
from strawberry.scalars import JSON

from hmk_graph import errors, reading
from hmk_graph.clock import midnight_after
from hmk_graph.haat import lot_queries
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Context, Info
from schema.haat.lots import (
    Lot,
    LotsAre,
    lot_for,
    note_turns,
    read_together,
    shown,
    visible_lot,
)
from schema.loaders import moment_until
from schema.pages import Connection, keyset_page
from schema.places import row_id
from schema.scalars import Cursor


@strawberry.input(description="Which lots a buyer looks for. What is left out does not matter.")
class LotFilter:
    species: str | None = strawberry.field(default=None, description="This kind, by slug.")
    breed: str | None = strawberry.field(default=None, description="This breed, by slug.")
    within: strawberry.ID | None = strawberry.field(
        default=None, description="From this place: a union, an upazila, a district."
    )
    min_grams: int | None = strawberry.field(
        default=None, description="At least so heavy, by the latest weight."
    )
    max_grams: int | None = strawberry.field(
        default=None, description="At most so heavy, by the latest weight."
    )
    min_price: Paisa | None = strawberry.field(
        default=None, description="At least; the price now, or where bidding starts."
    )
    max_price: Paisa | None = strawberry.field(
        default=None, description="At most; the price now, or where bidding starts."
    )
    followed: bool = strawberry.field(
        default=False, description="Only those that the viewer follows; signed out there are none."
    )

    def read(self, haat_id: int | None, context: Context) -> lot_queries.Wanted:
        """Return it as the domain knows it; who asks is looked at only where it matters."""
        return lot_queries.Wanted(
            haat_id=haat_id,
            species=self.species,
            breed=self.breed,
            within_id=None if self.within is None else row_id(self.within),
            cheapest=self.min_price,
            dearest=self.max_price,
            lightest_g=self.min_grams,
            heaviest_g=self.max_grams,
            followed_by=(context.viewer_id or NOBODY) if self.followed else None,
        )


# No account has this number.
NOBODY = 0


@strawberry.type(description="How many lots there are, by the clock.")
class HaatCounts:
    running: int = strawberry.field(description="Taking bids now.")
    coming: int = strawberry.field(description="Scheduled, and not begun.")
    ended_today: int = strawberry.field(
        description="Came to their end since midnight in Dhaka, sold or not."
    )


@strawberry.type(
    description=(
        "A lot's public log. Save it as JSON and run `hmk verify-lot` on it, or give that "
        "command its address."
    )
)
class LotLog:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    lines: list[JSON] = strawberry.field(
        description="Numbered lines, each chained to the one before by its hash."
    )
    file: JSON = strawberry.field(
        description="The same as one JSON value, as `hmk verify-lot` reads it."
    )


@strawberry.type
class LotQuery:
    @strawberry.field(description="One lot; null if there is none that the viewer may see.")
    async def lot(self, info: Info, id: strawberry.ID) -> Lot | None:
        return await lot_for(info, id)

    @strawberry.field(description="The lots of one haat or of all, running, coming or ended.")
    async def lots(
        self,
        info: Info,
        are: LotsAre = LotsAre.RUNNING,
        haat_id: strawberry.ID | None = None,
        filter: Annotated[LotFilter | None, strawberry.argument(description="Only such.")] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Lot]:
        now = await moment_until(info.context.clock)
        await note_turns(now)
        found, order = {
            LotsAre.RUNNING: (lot_queries.running_lots(now), ("ends_at", "id")),
            LotsAre.COMING: (lot_queries.coming_lots(now), ("starts_at", "id")),
            LotsAre.ENDED: (lot_queries.ended_lots(now), ("-ends_at", "-id")),
        }[are]
        haat = None if haat_id is None else ids.decode(haat_id, "Haat")
        wanted = (filter or LotFilter()).read(haat, info.context)
        page = await keyset_page(
            lot_queries.only(found, wanted), shown, order=order, first=first, after=after
        )
        await read_together(info, [edge.node for edge in page.edges], now)
        return page

    @strawberry.field(description="How many lots run, come and ended, at one haat or at all.")
    async def haat_counts(self, info: Info, haat_id: strawberry.ID | None = None) -> HaatCounts:
        haat = None if haat_id is None else ids.decode(haat_id, "Haat")
        now = await moment_until(info.context.clock)
        await note_turns(now)
        reading.holds_until(now, [midnight_after(now)])
        counted = await lot_queries.counts(haat, now)
        return HaatCounts(
            running=counted.running, coming=counted.coming, ended_today=counted.ended_today
        )

    @strawberry.field(
        description=(
            "The hottest running lot: the one with the most bids that everybody could see in the "
            "last ten minutes; of equals the one with more followers, then the one that ends "
            "sooner, then the lower number. Null when none runs."
        )
    )
    async def featured_lot(self, info: Info) -> Lot | None:
        now = await moment_until(info.context.clock)
        await note_turns(now)
        hottest = await lot_queries.hottest_lot(now)
        if hottest is None:
            return None
        reading.holds_until(now, [hottest.until])
        lot = shown(hottest.lot)
        await read_together(info, [lot], now)
        return lot

    @strawberry.field(description="The public log of a lot; null if there is none to see.")
    async def lot_log(self, info: Info, lot_id: strawberry.ID) -> LotLog | None:
        try:
            found = await lot_queries.public_log(await visible_lot(info, ids.decode(lot_id, "Lot")))
        except errors.NotFound:
            return None
        file: Any = {"lot": found.lot_id, "lines": found.lines}
        return LotLog(lot_id=lot_id, lines=[JSON(line) for line in found.lines], file=JSON(file))

    @strawberry.field(description="The lots that the viewer has bid on, latest end first.")
    async def my_lots(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Lot]:
        found = lot_queries.lots_bid_on(info.context.require_viewer())
        return await keyset_page(found, shown, order=("-ends_at", "-id"), first=first, after=after)

    @strawberry.field(description="The submitted lots that wait for the viewer, an officer.")
    async def lots_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Lot]:
        found = await lot_queries.waiting_lots(info.context.require_viewer())
        return await keyset_page(found, shown, order=("id",), first=first, after=after)
