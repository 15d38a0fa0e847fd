"""Who becomes free or busy in a category and a place: the newest of each, at most once a second."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any

import orjson
import strawberry

from hmk_graph import errors, feeds
from hmk_graph.places import finding
from hmk_graph.services import categories, queries, rules
from hmk_graph.services.models import Category
from hmk_graph.services.models import Service as ServiceRow
from realtime.frames import Frame, Missed
from realtime.mailbox import Mailbox
from schema import ids
from schema.context import Context, Info
from schema.following import DRAINING, going_down
from schema.services.offers import Service
from schema.sharing import PublicStream, shares
from schema.streams import Reconnect, State, farewells

# A phone needs no more than this, and a district of thousands no longer floods a thin line.
CONFLATE_S = 1.0
FREE_SHOWN = 50


@strawberry.type(
    description="The newest about one provider. Not numbered: one that is missed is made good by "
    "the next. True until `believedUntil`; from then on count it as UNKNOWN."
)
class AvailabilityMoved(State):
    provider_id: strawberry.ID = strawberry.field(description="Whose.")
    state: str = strawberry.field(description="FREE, BUSY, OFF or UNKNOWN.")
    observed_at: datetime | None = strawberry.field(description="When that was said or seen.")
    believed_until: datetime | None = strawberry.field(description="Until when it is believed.")
    next_free_at: datetime | None = strawberry.field(description="When he is free, if known.")

    @property
    def key(self) -> str:
        """Return the provider."""
        return self.provider_id


@strawberry.type(description="Who is free now. What changes follows.")
class AvailabilitySnapshot:
    free: list[Service] = strawberry.field(description="The cheapest who are free, at most fifty.")
    server_now: datetime = strawberry.field(description="The server's clock.")


AvailabilityItem = Annotated[
    AvailabilitySnapshot | AvailabilityMoved | Reconnect,
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
        async with aclosing(_items(info, watch)) as items:
            async for item in items:
                info.context.course.told = item
                yield item


@shares("availabilityEvents")
async def _availability_for_all(
    context: Context,  # noqa: ARG001 - who is free is for all to know
    arguments: Mapping[str, Any],
) -> PublicStream:
    """Let in everybody to a category and a place that there are."""
    watch = await _watch(arguments["categoryId"], arguments["within"])
    return PublicStream(name=feeds.availability(watch.category.id), is_numbered=False)


async def _items(info: Info, watch: _Watch) -> AsyncGenerator[AvailabilityItem, None]:
    async with info.context.hub.listen(feeds.availability(watch.category.id)) as mailbox:
        yield await _snapshot(info, watch)
        told: dict[int, str] = {}
        while True:
            gathered = await _gather(mailbox, watch, told)
            if gathered.is_draining:
                for farewell in farewells(going_down(), info.context.course):
                    yield farewell
                return
            if gathered.has_gap:
                yield await _snapshot(info, watch)
                continue
            for moved in gathered.newest.values():
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


@dataclass
class _Gathered:
    """What came of late: the newest of each provider, and whether frames were lost between.

    `told` says when that was written down which was noted last of each provider, here or before:
    several processes relay, and may bring an older change after a newer one.
    """

    told: dict[int, str]
    newest: dict[int, AvailabilityMoved] = field(default_factory=dict)
    has_gap: bool = False
    is_draining: bool = False

    def note(self, came: Frame | Missed, watch: _Watch) -> None:
        """Take what came into account."""
        if isinstance(came, Missed):
            self.is_draining = self.is_draining or came.reason == DRAINING
            self.has_gap = True
            return
        body = orjson.loads(came.body)
        payload, at = body["payload"], body["at"]
        provider_id = payload["provider_id"]
        if watch.concerns(payload) and at >= self.told.get(provider_id, ""):
            self.told[provider_id] = at
            self.newest[provider_id] = watch.moved(payload)


async def _gather(mailbox: Mailbox, watch: _Watch, told: dict[int, str]) -> _Gathered:
    """Wait for a change, and gather what comes within a second; a farewell is passed on at once."""
    gathered = _Gathered(told)
    gathered.note(await mailbox.take(), watch)
    with suppress(TimeoutError):
        async with asyncio.timeout(CONFLATE_S):
            while not gathered.is_draining:
                gathered.note(await mailbox.take(), watch)
    return gathered


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
