"""Who becomes free or busy in a category and a place: the newest of each, at most once a second."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import orjson
import strawberry

from hmk_graph import errors, feeds
from hmk_graph.places import finding
from hmk_graph.services import categories, queries, rules
from hmk_graph.services.models import Category
from hmk_graph.services.models import Service as ServiceRow
from realtime.frames import Frame
from realtime.mailbox import Mailbox
from schema import ids
from schema.context import Info
from schema.services.offers import Service

# A phone needs no more than this, and a district of thousands no longer floods a thin line.
CONFLATE_S = 1.0
FREE_SHOWN = 50


@strawberry.type(
    description="The newest about one provider. Not numbered: one that is missed is made good by "
    "the next. True until `believedUntil`; from then on count it as UNKNOWN."
)
class AvailabilityMoved:
    provider_id: strawberry.ID = strawberry.field(description="Whose.")
    state: str = strawberry.field(description="FREE, BUSY, OFF or UNKNOWN.")
    observed_at: datetime | None = strawberry.field(description="When that was said or seen.")
    believed_until: datetime | None = strawberry.field(description="Until when it is believed.")
    next_free_at: datetime | None = strawberry.field(description="When he is free, if known.")


@strawberry.type(description="Who is free now. What changes follows.")
class AvailabilitySnapshot:
    free: list[Service] = strawberry.field(description="The cheapest who are free, at most fifty.")
    server_now: datetime = strawberry.field(description="The server's clock.")


AvailabilityItem = Annotated[
    AvailabilitySnapshot | AvailabilityMoved,
    strawberry.union("AvailabilityItem", description="Who is free, or became so or not."),
]


@dataclass(frozen=True)
class _Watch:
    """What somebody watches: a category, and a place with all above it."""

    category: Category
    place_id: int
    path: frozenset[int]

    def concerns(self, payload: dict[str, Any]) -> bool:
        """Say whether a provider comes to the place, to something in it, or to all around it."""
        return self.place_id in payload["reach"] or not self.path.isdisjoint(payload["served"])

    def moved(self, payload: dict[str, Any]) -> AvailabilityMoved:
        """Show what an event says; a signal about a vehicle is believed for ten minutes only."""
        observed_at, until = _time(payload["observed_at"]), _time(payload["believed_until"])
        if observed_at is not None and until is not None:
            until = min(until, observed_at + rules.lifetime(self.category.kind))
        return AvailabilityMoved(
            provider_id=ids.encode("Provider", payload["provider_id"]),
            state=payload["state"],
            observed_at=observed_at,
            believed_until=until,
            next_free_at=_time(payload["next_free_at"]),
        )


@strawberry.type
class AvailabilitySubscription:
    @strawberry.subscription(
        description="Who is free in a category and a place, then who becomes so or not: the newest "
        "of each provider, at most once a second, unnumbered. After a gap all is told anew."
    )
    async def availability_events(
        self, info: Info, category_id: strawberry.ID, within: strawberry.ID
    ) -> AsyncGenerator[AvailabilityItem, None]:
        watch = await _watch(category_id, within)
        feed = feeds.availability(watch.category.id)
        async with info.context.hub.listen(feed) as mailbox:
            yield await _snapshot(info, watch)
            while True:
                newest = await _gather(mailbox, watch)
                if newest is None:
                    yield await _snapshot(info, watch)
                    continue
                for moved in newest.values():
                    yield moved


async def _watch(category_id: strawberry.ID, within: strawberry.ID) -> _Watch:
    [category] = await categories.by_ids([ids.decode(category_id, "ServiceCategory")])
    place = await finding.get(ids.decode(within, "Place"))
    if category is None or place is None:
        raise errors.NotFound
    return _Watch(category=category, place_id=place.id, path=frozenset(place.path))


async def _snapshot(info: Info, watch: _Watch) -> AvailabilitySnapshot:
    now = await info.context.clock()
    wanted = queries.Wanted(category_id=watch.category.id, place_id=watch.place_id, free_now=True)
    free = await queries.on_offer(wanted, at=now)
    rows: list[ServiceRow] = await free.order_by("from_paisa", "id").limit(FREE_SHOWN)
    return AvailabilitySnapshot(free=[Service(row=row) for row in rows], server_now=now)


async def _gather(mailbox: Mailbox, watch: _Watch) -> dict[int, AvailabilityMoved] | None:
    """Wait for a change, gather what comes within a second; None: frames were lost."""
    newest: dict[int, AvailabilityMoved] = {}
    missed = _note(await mailbox.take(), watch, newest)
    until = asyncio.get_running_loop().time() + CONFLATE_S
    while True:
        try:
            async with asyncio.timeout_at(until):
                missed = _note(await mailbox.take(), watch, newest) or missed
        except TimeoutError:
            return None if missed else newest


def _note(came: object, watch: _Watch, newest: dict[int, AvailabilityMoved]) -> bool:
    """Take a frame into account; return whether frames were lost instead."""
    if not isinstance(came, Frame):
        return True
    payload = orjson.loads(came.body)["payload"]
    if watch.concerns(payload):
        newest[payload["provider_id"]] = watch.moved(payload)
    return False


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
