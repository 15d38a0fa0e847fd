"""Answers to public queries, rendered once for all who ask the same, and exact.

An answer is kept with what it was read from (`hmk_graph/reading.py`). Before one is given to
somebody, one statement asks what moved since the last look (`hmk_graph/moved.py`), and what hangs
on it is dropped. That look begins after the request came, so an answer is never older than its
request; all requests that come while one is under way share the next.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeAlias

import orjson
from strawberry.types import ExecutionResult

from hmk_graph import event_log, moved, reading
from hmk_graph.reading import Path, Reading, Source
from schema.coalescing import Coalesced
from schema.context import Context
from schema.limits import HOUSE, Limits
from schema.loaders import NOW
from schema.requests import Asked
from schema.scalars import write_time

log = logging.getLogger(__name__)

MOST_BYTES = 32 * 1024 * 1024
# What an answer costs beside its text: keys, sets and objects, measured roughly.
OVERHEAD_BYTES = 2_000
MOST_PRIVATE = 5_000
# Rows that tell of changes are kept for an hour at least; who looked away for longer knows nothing.
LOOKED_AWAY_S = timedelta(minutes=30).total_seconds()

# orjson writes NUL as an escape, so a raw one stands nowhere but around a place of ours.
_PLACE = re.compile(rb"\x00([^\x00]*)\x00")

Key: TypeAlias = tuple[str, str | None, bytes]
Execute: TypeAlias = Callable[[], Awaitable[ExecutionResult]]


@dataclass(eq=False, slots=True)
class Kept:
    """An answer as it is sent; between its pieces stands what is put in anew each time."""

    pieces: list[bytes]
    places: list[str]
    sources: frozenset[Source]
    until: datetime | None
    cost: int

    @property
    def size(self) -> int:
        """Return about how many bytes of memory it takes."""
        return OVERHEAD_BYTES + sum(map(len, self.pieces)) + 200 * len(self.sources)


@dataclass(eq=False)
class _Making:
    """An answer that is being read, and what moved meanwhile."""

    moved: set[Source] = field(default_factory=set)


class Answers:
    """The kept answers of one process, the least lately asked dropped first.

    Only its one event loop touches it, so it needs no lock.
    """

    def __init__(self, *, limits: Limits = HOUSE, most_bytes: int = MOST_BYTES) -> None:
        self.limits = limits
        self.most_bytes = most_bytes
        self.given = 0  # how many answers were given from what was kept
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0
        self._hanging: dict[str, dict[str, set[Key]]] = {}  # table -> key in it -> answers
        self._making: set[_Making] = set()
        self._flights: dict[Key, asyncio.Event] = {}
        self._private: OrderedDict[Key, None] = OrderedDict()
        self._snapshot: str | None = None
        self._looked_at = 0.0
        self._look = Coalesced(self._look_once)
        self._counts: dict[str, Coalesced[int | None]] = {}

    async def ask(
        self, asked: Asked, context: Context, execute: Execute
    ) -> bytes | ExecutionResult:
        """Return the body of an answer; or the result as it is, when it has errors."""
        if asked.extensions or "mutation" in asked.query:
            return await execute()
        key = (asked.query, asked.operation_name, _canonical(asked.variables))
        waited = False
        while True:
            if key in self._kept:
                body = await self._from_kept(key, context)
                if body is not None:
                    return body
            flight = self._flights.get(key)
            if flight is None:
                return await self._lead(key, execute)
            if waited or key in self._private:
                return await self._execute(key, execute)
            waited = True
            await flight.wait()

    async def _from_kept(self, key: Key, context: Context) -> bytes | None:
        """Return a kept answer, if it still holds after a look; else None."""
        try:
            now = await self._look()
        except (OSError, *event_log.LOST):
            return None  # what could not be looked at is forgotten; reading anew says what is wrong
        kept = self._kept.get(key)
        if kept is None or kept.cost > self.limits.cost_of(is_signed_in=context.signed_in):
            return None
        await context.charge(kept.cost)
        if kept.until is not None and kept.until <= now:
            self._drop(key)
            return None
        self._kept.move_to_end(key)
        self.given += 1
        if not kept.places:
            return kept.pieces[0]
        return await self._filled(kept.pieces, kept.places, now, context)

    async def _lead(self, key: Key, execute: Execute) -> bytes | ExecutionResult:
        """Execute for all who ask the same meanwhile: they look here first when it is done."""
        flight = self._flights[key] = asyncio.Event()
        try:
            return await self._execute(key, execute)
        finally:
            del self._flights[key]
            flight.set()

    async def _execute(self, key: Key, execute: Execute) -> bytes | ExecutionResult:
        if self._snapshot is None:
            try:
                await self._look()  # so that what moves from here on is told
            except (OSError, *event_log.LOST):
                return await execute()
        making = _Making()
        self._making.add(making)
        try:
            with reading.opened() as read:
                result = await execute()
            if result.errors or result.extensions or result.data is None:
                return result
            if read.why_not is not None:
                self._note_private(key, read.why_not)
                return orjson.dumps({"data": result.data})
            body = orjson.dumps({"data": result.data})
            self._private.pop(key, None)
            if not _hang_together(making.moved, read.sources):
                pieces, places = [body], list[str]()
                if read.spliced:
                    pieces, places = _cut(result.data, read.spliced)
                self._keep(key, _kept(pieces, places, read))
            return body
        finally:
            self._making.discard(making)

    async def _filled(
        self, pieces: list[bytes], places: list[str], now: datetime, context: Context
    ) -> bytes:
        told = orjson.dumps(write_time(now))
        parts = [pieces[0]]
        for place, piece in zip(places, pieces[1:], strict=True):
            parts += (told if place == NOW else await self._counted(place, context), piece)
        return b"".join(parts)

    async def _counted(self, topic: str, context: Context) -> bytes:
        """Return how many are present at a topic; asked once for all who want it now."""
        presence = context.presence
        if presence is None:
            return b"null"
        count = self._counts.get(topic)
        if count is None:
            if len(self._counts) >= MOST_PRIVATE:
                self._counts.clear()
            count = self._counts[topic] = Coalesced(partial(presence.count, topic))
        return orjson.dumps(await count())

    async def _look_once(self) -> datetime:
        """Ask what moved, drop what hangs on it, and return the database's time."""
        loop = asyncio.get_running_loop()
        if loop.time() - self._looked_at > LOOKED_AWAY_S:
            self._forget()
        try:
            found = await moved.look(self._snapshot)
        except Exception:
            self._forget()  # a database that went away may come back as another one
            raise
        if self._snapshot is not None and not moved.follows(found.snapshot, self._snapshot):
            self._forget()
        self._snapshot, self._looked_at = found.snapshot, loop.time()
        for making in self._making:
            making.moved |= found.moved
        for source in found.moved:
            for key in self._hanging_on(source):
                self._drop(key)
        return found.now

    def _hanging_on(self, source: Source) -> list[Key]:
        table, key = source
        hanging = self._hanging.get(table)
        if not hanging:
            return []
        if key == "":
            return [each for keys in hanging.values() for each in keys]
        return [*hanging.get(key, ()), *hanging.get("", ())]

    def _keep(self, key: Key, kept: Kept) -> None:
        self._drop(key)
        if kept.size > self.most_bytes // 8:
            return
        self._kept[key] = kept
        self._bytes += kept.size
        for table, of in kept.sources:
            self._hanging.setdefault(table, {}).setdefault(of, set()).add(key)
        while self._bytes > self.most_bytes:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        kept = self._kept.pop(key, None)
        if kept is None:
            return
        self._bytes -= kept.size
        for table, of in kept.sources:
            hanging = self._hanging[table]
            hanging[of].discard(key)
            if not hanging[of]:
                del hanging[of]

    def _forget(self) -> None:
        self._kept.clear()
        self._hanging.clear()
        self._bytes = 0
        self._snapshot = None
        for making in self._making:
            making.moved.update((table, "") for table in reading.WATCHED)

    def _note_private(self, key: Key, why: str) -> None:
        """Note that those who ask this need not wait for each other."""
        log.debug("not kept, because %s: %s", why, key[1])
        self._private[key] = None
        if len(self._private) > MOST_PRIVATE:
            self._private.popitem(last=False)

    def __len__(self) -> int:
        return len(self._kept)


def _kept(pieces: list[bytes], places: list[str], read: Reading) -> Kept:
    return Kept(
        pieces=pieces,
        places=places,
        sources=frozenset(read.sources),
        until=read.until,
        cost=read.cost,
    )


def _hang_together(moved_sources: Iterable[Source], sources: set[Source]) -> bool:
    """Say whether something that moved is something that was read."""
    tables = {table for table, _ in sources}
    return any(
        (table, key) in sources or (table, "") in sources or (key == "" and table in tables)
        for table, key in moved_sources
    )


def _cut(data: dict[str, Any], spliced: dict[Path, object]) -> tuple[list[bytes], list[str]]:
    """Return an answer's pieces, and what stands between them. The data are changed."""
    for path, what in spliced.items():
        _put(data, path, orjson.Fragment(f"\0{what}\0".encode()))
    parts = _PLACE.split(orjson.dumps({"data": data}))
    return parts[0::2], [place.decode() for place in parts[1::2]]


def _put(value: Any, path: Path, leaf: object) -> None:  # Any: JSON
    """Put a leaf into an answer, unless a null cut off the path to it."""
    for step in path[:-1]:
        value = value[step]
        if value is None:
            return
    value[path[-1]] = leaf


def _canonical(variables: dict[str, Any] | None) -> bytes:
    return orjson.dumps(variables, option=orjson.OPT_SORT_KEYS) if variables else b""
