"""A stream without gaps: first the state or what was missed, then what happens, in order, once.

The promises are R1 to R9 of rules.md 2.11. The bus may lose, repeat and reorder; whatever it does,
a follower reads the log where its own numbers do not fit.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

import orjson
import strawberry

from hmk_graph import event_log
from hmk_graph.event_log import Head, LoggedEvent
from realtime.frames import Frame, Missed
from realtime.hub import Hub
from realtime.mailbox import Mailbox
from schema.cursors import Forged, Place

log = logging.getLogger(__name__)

S = TypeVar("S")

# A client that sees a head above its own twice subscribes anew, so a lost last frame is found.
HEARTBEAT_S = 15.0
# How much of the log is read at once; a listener who missed more gets it page by page.
PAGE = 200
# Many followers hear at the same moment that frames were lost: their reads are spread over this.
SPREAD_S = 0.25
# A listener that overflows this often within a minute cannot keep up; it is told to come back
# later.
MOST_LAGS = 3
LAG_WINDOW_S = 60.0
# How long one reading of a state serves those who begin to follow.
KEPT_S = 1.0
MOST_KEPT = 1_000
# The reason by which a hub tells its followers that this process is going down.
DRAINING = "draining"
LONGEST_RECONNECT_MS = 10_000


@strawberry.enum(description="Why a stream begins anew with a snapshot.")
class ResetReason(Enum):
    FORGED = strawberry.enum_value(
        "FORGED", description="The cursor was not given out for this stream and this viewer."
    )
    OTHER_EPOCH = strawberry.enum_value(
        "OTHER_EPOCH", description="The stream's history was restored or repaired since."
    )
    BEYOND_HEAD = strawberry.enum_value(
        "BEYOND_HEAD", description="The cursor lies beyond the newest event."
    )
    TRIMMED = strawberry.enum_value(
        "TRIMMED", description="The log no longer keeps what came after the cursor."
    )


@dataclass(frozen=True, kw_only=True)
class Taken(Generic[S]):
    """A state and the head of its stream at the same moment."""

    state: S
    head: Head


@dataclass(frozen=True, kw_only=True)
class Restarted:
    """What came before cannot be continued; a `Taken` follows."""

    reason: ResetReason


@dataclass(frozen=True, kw_only=True)
class Behind:
    """The listener was too slow for its mailbox; the log is read, nothing is lost."""


@dataclass(frozen=True, kw_only=True)
class Beat:
    """Nothing but how far the stream has come."""

    head: Head


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """This process goes down, or the listener is too slow: come back after a wait."""

    after_ms: int
    too_slow: bool = False


Followed = Taken[S] | LoggedEvent | Restarted | Behind | Beat | Leaving


class Snapshots:
    """The newest state of each stream, for all who begin to follow it within a second.

    When a server restarts, everybody comes back at once: the first reads, the others take the same.
    A state may be a moment older than its taker, who therefore looks at the log after it.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Taken[Any]]] = {}  # `Any`: each stream has its own state
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def take(
        self, stream: str, read: Callable[[], Awaitable[S]], *, epoch: int | None = None
    ) -> Taken[S]:
        """Return a state and its head, read by this call or by one just before.

        Where the `epoch` is given, a state of an earlier one does not do.
        """
        lock = self._locks.setdefault(stream, asyncio.Lock())
        async with lock:
            now = asyncio.get_running_loop().time()
            kept = self._kept.get(stream)
            if kept is not None and now < kept[0] and epoch in (None, kept[1].head.epoch):
                return kept[1]
            taken = await self._read(stream, read)
            self._forget(now)
            self._kept[stream] = (now + KEPT_S, taken)
            return taken

    async def _read(self, stream: str, read: Callable[[], Awaitable[S]]) -> Taken[S]:
        async with event_log.one_moment():
            head = await event_log.head(stream)
            return Taken(state=await read(), head=head)

    def _forget(self, now: float) -> None:
        if len(self._kept) >= MOST_KEPT:
            self._kept = {name: kept for name, kept in self._kept.items() if now < kept[0]}


class Lags:
    """How often one listener fell behind of late. `now` is the event loop's time."""

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=MOST_LAGS)

    def too_many(self, now: float) -> bool:
        """Note one more, and say whether the listener cannot keep up."""
        self._at.append(now)
        return len(self._at) == MOST_LAGS and now - self._at[0] < LAG_WINDOW_S


@dataclass
class _Follower(Generic[S]):
    stream: str
    mailbox: Mailbox
    snapshot: Callable[[], Awaitable[S]]
    snapshots: Snapshots
    seen: Head = field(default_factory=Head)

    async def begin(self, after: Place | Forged | None) -> AsyncGenerator[Followed[S], None]:
        """Continue where the listener left off, or give the state and why."""
        reason = await self._reason(after)
        if isinstance(after, Place) and reason is None:
            self.seen = Head(epoch=after.epoch, seq=after.seq)
            async for event in self.catch_up():
                yield event
            return
        if reason is not None:
            yield Restarted(reason=reason)
        yield await self.take()
        async with aclosing(self.look()) as items:
            async for item in items:
                yield item

    async def take(self, *, epoch: int | None = None) -> Taken[S]:
        taken = await self.snapshots.take(self.stream, self.snapshot, epoch=epoch)
        self.seen = taken.head
        return taken

    async def catch_up(self) -> AsyncGenerator[LoggedEvent, None]:
        """Read the log past what was seen, until there is no more."""
        while True:
            events = await event_log.after(self.stream, self.seen.seq, limit=PAGE)
            for event in events:
                self.seen = Head(epoch=event.epoch, seq=event.seq)
                yield event
            if len(events) < PAGE:
                return

    async def on_frame(self, frame: Frame) -> AsyncGenerator[Followed[S], None]:
        if frame.epoch < self.seen.epoch or (
            frame.epoch == self.seen.epoch and frame.seq <= self.seen.seq
        ):
            return
        if frame.epoch != self.seen.epoch:
            yield Restarted(reason=ResetReason.OTHER_EPOCH)
            yield await self.take(epoch=frame.epoch)
        elif frame.seq == self.seen.seq + 1:
            self.seen = Head(epoch=frame.epoch, seq=frame.seq)
            yield event_of(frame)
        else:
            async for event in self.catch_up():
                yield event

    async def look(self) -> AsyncGenerator[Followed[S], None]:
        """Compare with the log itself, and give what is missing."""
        head = await event_log.head(self.stream)
        if head.epoch != self.seen.epoch or head.seq < self.seen.seq:
            yield Restarted(reason=ResetReason.OTHER_EPOCH)
            yield await self.take(epoch=head.epoch)
        elif head.seq > self.seen.seq:
            async for event in self.catch_up():
                yield event

    async def _reason(self, after: Place | Forged | None) -> ResetReason | None:
        if after is None:
            return None
        if isinstance(after, Forged):
            return ResetReason.FORGED
        head = await event_log.head(self.stream)
        if after.epoch != head.epoch:
            return ResetReason.OTHER_EPOCH
        if after.seq > head.seq:
            return ResetReason.BEYOND_HEAD
        if after.seq < head.seq:
            first = await event_log.first_kept(self.stream, head.epoch)
            if first is None or first > after.seq + 1:
                return ResetReason.TRIMMED
        return None


async def follow(
    hub: Hub,
    stream: str,
    *,
    after: Place | Forged | None,
    snapshot: Callable[[], Awaitable[S]],
    snapshots: Snapshots,
    patient: bool = False,
) -> AsyncGenerator[Followed[S], None]:
    """Follow a stream: the listener registers before anything is read, so nothing falls between.

    `after` None begins with the state. `snapshot` reads the state; it runs in one read-only
    transaction with the reading of the head, so that both tell of one moment. Who is `patient` is
    never told to come back because his own mailbox ran over: he follows for many.
    """
    async with hub.listen(stream, keep="all") as mailbox:
        follower = _Follower(stream=stream, mailbox=mailbox, snapshot=snapshot, snapshots=snapshots)
        lags = Lags()
        async with aclosing(follower.begin(after)) as beginning:
            async for item in beginning:
                yield item
        clock = asyncio.get_running_loop().time
        next_beat = clock() + HEARTBEAT_S
        while True:
            try:
                async with asyncio.timeout_at(next_beat):
                    came: Frame | Missed | None = await mailbox.take()
            except TimeoutError:
                came = None
                next_beat = clock() + HEARTBEAT_S
            overflowed = isinstance(came, Missed) and came.reason == "overflow"
            too_slow = overflowed and not patient and lags.too_many(clock())
            if too_slow or (isinstance(came, Missed) and came.reason == DRAINING):
                yield going_down(too_slow=too_slow)
                return
            async with aclosing(_answer(follower, came)) as items:
                async for item in items:
                    yield item
            if came is None:
                yield Beat(head=follower.seen)


def going_down(*, too_slow: bool = False) -> Leaving:
    """Tell a follower to come back, each after another wait: not all at once."""
    return Leaving(after_ms=random.randint(0, LONGEST_RECONNECT_MS), too_slow=too_slow)


async def _answer(
    follower: _Follower[S], came: Frame | Missed | None
) -> AsyncGenerator[Followed[S], None]:
    """Give what follows from a frame, from a warning that frames were lost, or from silence."""
    try:
        if isinstance(came, Frame):
            items = follower.on_frame(came)
        else:
            if isinstance(came, Missed):
                if came.reason == "overflow":
                    yield Behind()
                await asyncio.sleep(random.uniform(0, SPREAD_S))
            items = follower.look()
        async with aclosing(items):
            async for item in items:
                yield item
    except (OSError, *event_log.LOST) as error:
        # The database is away. What is missing is read at the next frame, hint or heartbeat.
        log.warning("Stream %s could not be read: %s", follower.stream, error)


def event_of(frame: Frame) -> LoggedEvent:
    """Return the event that a frame carries."""
    body = orjson.loads(frame.body)
    return LoggedEvent(
        stream=frame.stream,
        epoch=frame.epoch,
        seq=frame.seq,
        kind=body["kind"],
        payload=body["payload"],
        at=datetime.fromisoformat(body["at"]),
        actor_id=body["actor_id"],
    )
