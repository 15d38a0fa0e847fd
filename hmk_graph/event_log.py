"""What happened, numbered: every change and its events are one transaction.

A stream is one thing's history (`haat.lot.42`). Its events are numbered densely from 1, and number
order is commit order, because the stream's row is locked from numbering to commit.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, ClassVar, ParamSpec, TypeVar

import asyncpg
import orjson
from tortoise import fields as columns
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connection
from tortoise.models import Model
from tortoise.transactions import in_transaction

from hmk_graph import reading, tracing
from hmk_graph.event_statements import APPEND, APPEND_AND_MORE

P = ParamSpec("P")
R = TypeVar("R")

# Forty commands that cross on five rows all come through (a test); after this long somebody holds a
# lock for good, and the client had better be told.
GIVE_UP_S = 5.0
# The first wait of a command that lost a deadlock; it doubles up to the longest, with full jitter.
RETRY_WAIT_S = 0.02
LONGEST_RETRY_WAIT_S = 0.64
RETRYABLE = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
)
# What a lost or starting database answers with; nothing was committed, or nobody can tell.
LOST = (
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
)


class Stream(Model):
    """The head of one stream. The epoch changes only when history was restored or repaired."""

    name = columns.CharField(max_length=120, primary_key=True)
    epoch = columns.IntField(default=1)
    head = columns.BigIntField()

    class Meta:
        table = "event_stream"


class EventRow(Model):
    """One event as it is kept. `relayed` is false until the relay has put it on the bus."""

    id = columns.BigIntField(primary_key=True)
    stream = columns.CharField(max_length=120)
    epoch = columns.IntField()
    seq = columns.BigIntField()
    kind = columns.CharField(max_length=60)
    payload: Any = columns.JSONField()
    actor_id = columns.BigIntField(null=True)
    on_behalf_of_id = columns.BigIntField(null=True)
    command_id = columns.CharField(max_length=64, null=True)
    at = columns.DatetimeField()
    relayed = columns.BooleanField(default=False)

    class Meta:
        table = "event"
        unique_together = (("stream", "epoch", "seq"),)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. A subclass names its `kind` and says which `stream` it is on.

    What is `audited` is written into the audit too, which keeps it for good (`audit_trail`).
    """

    kind: ClassVar[str]
    audited: ClassVar[bool] = False

    @property
    def stream(self) -> str:
        """Return the stream's name, `context.thing.id`."""
        raise NotImplementedError

    def payload(self) -> dict[str, Any]:
        """Return the fields as JSON values: times as RFC 3339, enums by value."""
        fields: dict[str, Any] = orjson.loads(self.as_json())
        return fields

    def as_json(self) -> bytes:
        """Return the fields as the log keeps them."""
        return orjson.dumps(vars(self))


@dataclass(frozen=True, kw_only=True)
class LoggedEvent:
    """An event with its number."""

    stream: str
    epoch: int
    seq: int
    kind: str
    payload: dict[str, Any]
    at: datetime
    actor_id: int | None
    on_behalf_of_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Head:
    """How far a stream has come."""

    epoch: int = 1
    seq: int = 0


@dataclass(frozen=True, kw_only=True)
class Cause:
    """Who did it, for whom if not himself, by which command; None: nobody, or nobody said."""

    actor_id: int | None = None
    on_behalf_of_id: int | None = None
    command_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Behalf:
    """That an operator acts for a citizen; `done` tells the citizen's stream of each command."""

    operator_id: int
    citizen_id: int
    done: Event


class Happenings(list[Event]):
    """What happens in a transaction, in order. It may only grow."""

    def __init__(self) -> None:
        super().__init__()
        self.causes: dict[int, Cause] = {}

    def by(self, cause: Cause, happened: Iterable[Event]) -> None:
        """Append what one of several commands did, where a transaction does the work of many."""
        for event in happened:
            self.causes[len(self)] = cause
            self.append(event)


@dataclass
class _Open:
    events: Happenings
    cause: Cause
    is_repeated: bool = False


_open: ContextVar[_Open | None] = ContextVar("open_transaction", default=None)
_behalf: ContextVar[Behalf | None] = ContextVar("on_behalf", default=None)

# Kinds that other contexts react to, and kinds of which people are told (`reactions.py` fills them
# at start). For each such event the same statement arms a deadline that is due at once, so that
# nothing is lost with its process; one for each, so that neither waits for the other's faults.
reacted_kinds: set[str] = set()
told_kinds: set[str] = set()
REACTION = "reaction"
TELLING = "telling"

# Called after an outermost commit that wrote events. The relay of this process adds itself here at
# start; adding to a list from one event loop is safe.
after_commit: list[Callable[[], None]] = []

# The same for each command that lost its locks and begins anew.
on_repeat: list[Callable[[], None]] = []


@asynccontextmanager
async def transaction(
    *, actor_id: int | None = None, command_id: str | None = None
) -> AsyncIterator[Happenings]:
    """Open a transaction, or join the one that is open; append to the list what happens in it.

    All or nothing: at the outermost exit the events get their numbers and everything commits.
    Streams are numbered in the order of their names, so that two transactions never wait for each
    other crosswise. A refusal that leaves a joined transaction ends the whole: never catch it
    inside.
    """
    joined = _open.get()
    if joined is not None:
        yield joined.events
        return
    opened = _Open(events=Happenings(), cause=Cause(actor_id=actor_id, command_id=command_id))
    with tracing.span("transaction"):
        async with in_transaction() as connection:
            token = _open.set(opened)
            try:
                yield opened.events
                await _write(connection, opened)
            finally:
                _open.reset(token)
    if opened.events:
        for wake in after_commit:
            wake()


@contextmanager
def on_behalf(behalf: Behalf | None) -> Iterator[None]:
    """Have all that is done within name both, the operator and whom he acts for; None: nobody."""
    token = _behalf.set(behalf)
    try:
        yield
    finally:
        _behalf.reset(token)


def repeated() -> None:
    """Say that the open command was answered before, and does nothing now."""
    opened = _open.get()
    if opened is not None:
        opened.is_repeated = True


def in_command() -> bool:
    """Say whether a transaction is open here, so that what is called now would join it."""
    return _open.get() is not None


def whole_command(command: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """Run a command anew when it lost a deadlock or waited too long for a lock, for five seconds.

    Inside an open transaction the command runs once: only the whole can be repeated.
    """

    @wraps(command)
    async def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if _open.get() is not None:
            return await command(*args, **kwargs)
        loop = asyncio.get_running_loop()
        give_up = loop.time() + GIVE_UP_S
        wait = RETRY_WAIT_S
        while True:
            try:
                return await command(*args, **kwargs)
            except RETRYABLE:
                if loop.time() > give_up:
                    raise
            for note in on_repeat:
                note()
            await asyncio.sleep(random.uniform(0, wait))
            wait = min(2 * wait, LONGEST_RETRY_WAIT_S)

    return run


async def after(stream: str, seq: int, *, limit: int = 201) -> list[LoggedEvent]:
    """Read what a stream holds past a number, in order, of its present epoch."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT e.* FROM event e JOIN event_stream s ON s.name = e.stream AND s.epoch = e.epoch"
        " WHERE e.stream = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3",
        [stream, seq, limit],
    )
    return [logged(row) for row in rows]


async def event(event_id: int) -> LoggedEvent | None:
    """Read one event by its row, or None when it was pruned."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT * FROM event WHERE id = $1", [event_id]
    )
    return logged(rows[0]) if rows else None


async def first_kept(stream: str, epoch: int) -> int | None:
    """Return the lowest number that the log still holds of a stream, or None when it holds none."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT min(seq) AS seq FROM event WHERE stream = $1 AND epoch = $2", [stream, epoch]
    )
    seq: int | None = rows[0]["seq"]
    return seq


@asynccontextmanager
async def one_moment() -> AsyncIterator[None]:
    """Read several things as they stood at one moment: a state and the head of its stream agree."""
    async with in_transaction() as connection:
        await connection.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


async def prune(before: datetime) -> int:
    """Delete relayed events older than a moment, and return how many; heads and numbers stay."""
    count, _ = await get_connection("default").execute_query(
        "DELETE FROM event WHERE relayed AND at < $1", [before]
    )
    return count


async def head(stream: str) -> Head:
    """Return how far one stream has come; a stream nobody wrote to stands at 0."""
    return (await heads([stream])).get(stream, Head())


async def heads(streams: Collection[str]) -> dict[str, Head]:
    """Return how far the named streams have come; those nobody wrote to are left out."""
    with reading.only(event_stream=streams):
        rows = await get_connection("default").execute_query_dict(
            "SELECT name, epoch, head FROM event_stream WHERE name = ANY($1)", [list(streams)]
        )
    return {row["name"]: Head(epoch=row["epoch"], seq=row["head"]) for row in rows}


def logged(row: dict[str, Any]) -> LoggedEvent:
    """Return a row of the table as a value."""
    payload = row["payload"]
    return LoggedEvent(
        stream=row["stream"],
        epoch=row["epoch"],
        seq=row["seq"],
        kind=row["kind"],
        payload=orjson.loads(payload) if isinstance(payload, str) else payload,
        at=row["at"],
        actor_id=row["actor_id"],
        on_behalf_of_id=row["on_behalf_of_id"],
    )


async def _write(connection: BaseDBAsyncClient, opened: _Open) -> None:
    """Number and write all events of a transaction by one statement."""
    events, behalf = opened.events, _behalf.get()
    if behalf is not None and not opened.is_repeated:
        events.append(behalf.done)
    if not events:
        return
    streams = [event.stream for event in events]
    many = Counter(streams)
    left = many.copy()
    causes = [events.causes.get(place, opened.cause) for place in range(len(events))]
    if behalf is not None:
        both = {"actor_id": behalf.operator_id, "on_behalf_of_id": behalf.citizen_id}
        causes = [Cause(command_id=each.command_id, **both) for each in causes]
    names = sorted(many)
    arming = _arming({event.kind for event in events})
    audited = sorted({event.kind for event in events if event.audited or behalf is not None})
    more = bool(arming or audited)
    await connection.execute_query(
        APPEND_AND_MORE if more else APPEND,
        [
            names,
            [many[name] for name in names],
            streams,
            [_one_less(left, stream) for stream in streams],
            [event.kind for event in events],
            [event.as_json().decode() for event in events],
            [cause.actor_id for cause in causes],
            [cause.on_behalf_of_id for cause in causes],
            [cause.command_id for cause in causes],
            *([[kind for kind, _ in arming], [due for _, due in arming], audited] if more else []),
        ],
    )


def _arming(kinds: set[str]) -> list[tuple[str, str]]:
    """Return which deadlines events of these kinds arm: (kind of event, kind of deadline)."""
    asked = ((reacted_kinds, REACTION), (told_kinds, TELLING))
    return [(kind, due) for heard, due in asked for kind in sorted(kinds & heard)]


def _one_less(left: Counter[str], stream: str) -> int:
    """Return how many events of a stream are still to come after this one."""
    left[stream] -= 1
    return left[stream]
