"""A bell whose every stroke is an event, a schema that tells of it, and phones that listen to it.

The phones' lines have room or have none as a test says, so that slow readers need no slow network.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

import orjson
import strawberry

from hmk_graph import event_log
from hmk_graph.errors import DomainError
from hmk_graph.event_log import Event, Head, LoggedEvent, transaction
from hmk_graph.relay import Relay, body_of
from realtime.bus import Bus
from realtime.frames import Frame
from realtime.hub import Hub
from schema import limits, scalars
from schema.context import Context, Info
from schema.cursors import Cursors, Place
from schema.errors import Schema
from schema.gathering import Cohorts
from schema.joining import TooSlow, listen
from schema.loaders import FreshLoaders
from schema.outlets import Batch
from schema.renderings import payload_of
from schema.scalars import Cursor
from schema.sharing import PublicStream, Request, shares
from schema.streams import (
    PUBLIC,
    Heartbeat,
    Lagged,
    Reconnect,
    Reset,
    StreamEvent,
    streamed,
)
from tests.factories import NOON, at

STREAM = "test.bell.1"
CURSORS = Cursors(b"bells")


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    kind: ClassVar[str] = "test.rang"
    times: int

    @property
    def stream(self) -> str:
        return STREAM


async def ring(count: int = 1) -> None:
    for _ in range(count):
        async with transaction() as events:
            events.append(Rang(times=1))


async def head() -> int:
    return (await event_log.head(STREAM)).seq


async def frame(seq: int) -> Frame:
    [event] = await event_log.after(STREAM, seq - 1, limit=1)
    return Frame(stream=STREAM, epoch=event.epoch, seq=event.seq, body=body_of(event))


def cursor(seq: int, *, epoch: int = 1) -> Cursor:
    return CURSORS.write(Place(epoch=epoch, seq=seq), stream=STREAM, audience=PUBLIC)


# How often each thing was rendered, since the test began.
rendered: dict[str, int] = {}


def note(what: str) -> None:
    rendered[what] = rendered.get(what, 0) + 1


@strawberry.type
class BellSnapshot:
    cursor: Cursor
    seq: int

    @strawberry.field
    def colour(self) -> str:
        note("snapshot")
        return "পিতল"

    @strawberry.field
    def mine(self, info: Info) -> int | None:
        return info.context.viewer_id


@strawberry.type
class Stroke(StreamEvent):
    @strawberry.field
    def sound(self) -> str:
        note("stroke")
        return "ঢং"

    @strawberry.field
    def heard_by(self, info: Info) -> int | None:
        return info.context.viewer_id

    @classmethod
    def tell(cls, event: LoggedEvent, cursor: Cursor) -> Stroke:
        return cls(cursor=cursor, seq=event.seq, at=event.at)


BellItem = Annotated[
    BellSnapshot | Stroke | Heartbeat | Lagged | Reset | Reconnect, strawberry.union("BellItem")
]


@shares("bellEvents")
async def _who_may_hear(context: Context, arguments: Any) -> PublicStream | None:
    note("permission")
    await asyncio.sleep(0)  # as a statement to the database would
    return None if arguments["hidden"] else PublicStream(name=STREAM)


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def bell_events(
        self, info: Info, after: Cursor | None = None, hidden: bool = False
    ) -> AsyncGenerator[BellItem, None]:
        _ = hidden  # it decides who shares, and nothing else

        async def snapshot() -> str:
            note("read")
            return "the bell"

        def show(_: str, cursor: Cursor, head: Head) -> BellSnapshot:
            return BellSnapshot(cursor=cursor, seq=head.seq)

        told = streamed(
            info,
            STREAM,
            after=after,
            audience=PUBLIC,
            snapshot=snapshot,
            show=show,
            otherwise=Stroke.tell,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item


@strawberry.type
class Query:
    hello: str = "hello"


SCHEMA = Schema(
    Query,
    subscription=Subscription,
    config=scalars.config(),
    extensions=[*limits.extensions(), FreshLoaders],
)

LISTEN = """subscription ($after: Cursor) { bellEvents(after: $after) {
    __typename
    ... on BellSnapshot { seq cursor colour }
    ... on Stroke { seq cursor sound }
    ... on Reset { reason }
    ... on Reconnect { afterMs }
} }"""


class Line:
    """The way out to a phone: full or not, as the test says."""

    def __init__(self, said: Callable[[bytes], None]) -> None:
        self.said = said
        self.room = asyncio.Event()
        self.room.set()
        self.waiting: list[Callable[[], None]] = []

    @property
    def full(self) -> bool:
        return not self.room.is_set()

    def write(self, prefix: bytes, batch: Batch) -> None:
        assert not self.full, "nothing is written to a line without room"
        for text in batch.texts(prefix):
            self.said(orjson.dumps(orjson.loads(text)["payload"]))

    def when_room(self, call: Callable[[], None]) -> None:
        self.waiting.append(call)

    def stall(self) -> None:
        self.room.clear()

    def drain(self) -> None:
        self.room.set()
        waiting, self.waiting = self.waiting, []
        for call in waiting:
            call()


@dataclass(eq=False)
class Phone:
    """A client that keeps its cursor, and says what it was told."""

    tower: Tower
    query: str = LISTEN
    after: Cursor | None = None
    viewer_id: int | None = None
    variables: dict[str, Any] = field(default_factory=dict)
    heard: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    prefix: bytes = b'{"id":"1","type":"next","payload":'
    too_slow: bool = False
    alone: bool = False

    def __post_init__(self) -> None:
        self.outlet = Line(self.take)
        self.seen: int | None = CURSOR_SEQ(self.after)
        self.began = asyncio.Event()
        self.leave: Callable[[], None] = lambda: None
        self.task: asyncio.Task[None] | None = None

    @property
    def context(self) -> Context:
        return self.tower.context(self.viewer_id)

    @property
    def request(self) -> Request:
        variables = {"after": self.after, **self.variables}
        return Request(query=self.query, variables=variables, operation_name=None)

    @property
    def seqs(self) -> list[int]:
        events = [item for item in self.heard if not item["__typename"].endswith("Snapshot")]
        return [item["seq"] for item in events if "seq" in item]

    def kinds(self) -> list[str]:
        return [item["__typename"] for item in self.heard]

    def on_end(self, leave: Callable[[], None]) -> None:
        self.leave = leave

    async def send(self, payload: bytes) -> None:
        await self.outlet.room.wait()
        self.take(payload)

    async def send_result(self, result: Any) -> bool:
        await self.send(payload_of(result))
        return True

    def take(self, payload: bytes) -> None:
        answer = orjson.loads(payload)
        if answer.get("errors"):
            self.faults.append(answer["errors"][0]["message"])
            return
        item = next(iter(answer["data"].values()))
        self.heard.append(item)
        kind = item["__typename"]
        if kind.endswith("Snapshot"):
            self.seen, self.after = item["seq"], item["cursor"]
        elif "seq" in item:
            if self.seen is not None and item["seq"] != self.seen + 1:
                self.faults.append(f"{item['seq']} came after {self.seen}")
            self.seen, self.after = item["seq"], item["cursor"]
        self.began.set()

    async def listen(self) -> None:
        try:
            self.alone = not await listen(self.tower.cohorts, self)
        except TooSlow:
            self.too_slow = True
        except DomainError as refusal:
            self.faults.append(refusal.code)

    def hang_up(self) -> None:
        """End the operation, as a client's `complete` does."""
        self.leave()
        if self.task is not None:
            self.task.cancel()

    async def until(self, seq: int) -> None:
        """Wait until an event was heard, or this phone was closed as too slow."""
        async with asyncio.timeout(60):
            while not self.too_slow and (self.seen is None or self.seen < seq):
                await asyncio.sleep(0)


def CURSOR_SEQ(cursor: Cursor | None) -> int | None:  # noqa: N802 - read as a word of the bells
    place = CURSORS.read(cursor, stream=STREAM, audience=PUBLIC) if cursor else None
    return place.seq if place else None


class Tower:
    """A bus, a hub and the cohorts of one process."""

    def __init__(self, bus: Bus, schema: Schema) -> None:
        self.bus = bus
        self.hub = Hub(bus)
        self.cohorts = Cohorts(schema, self.context(None))
        self.tasks: asyncio.TaskGroup | None = None

    def context(self, viewer_id: int | None) -> Context:
        return Context(
            clock=at(NOON),
            hub=self.hub,
            cursors=CURSORS,
            address="203.0.113.7",
            request_id="r",
            viewer_id=viewer_id,
        )

    @contextmanager
    def phone(self, **given: Any):
        """Let a phone listen; it hangs up at the end."""
        assert self.tasks is not None
        phone = Phone(self, **given)
        phone.task = self.tasks.create_task(phone.listen())
        try:
            yield phone
        finally:
            phone.hang_up()

    def pick_up(self, **given: Any) -> Phone:
        """Let a phone listen until the tower is left."""
        assert self.tasks is not None
        phone = Phone(self, **given)
        phone.task = self.tasks.create_task(phone.listen())
        return phone

    async def ring(self, count: int = 1, *, rng: random.Random | None = None) -> None:
        """Ring and publish: as it is, or with some frames lost, repeated and out of order."""
        before = await head()
        await ring(count)
        seqs = list(range(before + 1, before + count + 1))
        if rng is not None:
            seqs = [s for s in seqs if rng.random() < 0.7] + rng.choices(
                range(1, seqs[-1] + 1), k=2
            )
            rng.shuffle(seqs)
        for seq in seqs:
            await self.bus.publish(await frame(seq))


@asynccontextmanager
async def tower(schema: Schema = SCHEMA, *, relaying: bool = False) -> AsyncIterator[Tower]:
    """Open a tower; with a relay, as in a web process, or with frames published by the test."""
    rendered.clear()
    async with Bus(None) as bus:
        made = Tower(bus, schema)
        async with made.cohorts.running(), asyncio.TaskGroup() as made.tasks:
            relay = made.tasks.create_task(Relay(bus).run()) if relaying else None
            try:
                yield made
            finally:
                if relay is not None:
                    relay.cancel()
                for task in list(made.tasks._tasks):
                    task.cancel()
