"""What is done every so often: deadlines that fell due, reactions, and pruning.

Runs in `hmk work`, in as many processes as one likes: each deadline is taken under a lock that the
others skip, and what it fires asks again whether it is due.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import deadlines, event_log, moved, tracing
from hmk_graph.accounts import sessions, signing_in
from hmk_graph.clock import Clock
from hmk_graph.dispatch import trail
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media import scanning, sweeping
from hmk_graph.media.errors import StoreUnavailable
from hmk_graph.media.ports import Inspect, ObjectStore
from hmk_graph.notifications import delivering, texting_guests
from hmk_graph.notifications.ports import SendText, Ways
from hmk_graph.payments import sealing
from hmk_graph.texting import receiving, working
from hmk_graph.texting.ports import Doors

log = logging.getLogger(__name__)

Handler = Callable[[int, Clock], Awaitable[datetime | None]]
"""Does what is due for a thing; answers when to ask again, or None when never."""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A handler that has to look across the network first, before any lock is taken.

    `look` is asked for the thing and the clock, `act` gets what it found. Between the two anything
    may happen, and another worker may be first.
    """

    look: Callable[[int, Clock], Awaitable[Any]]  # Any: `look` and `act` know what it is
    act: Callable[[int, Any, Clock], Awaitable[datetime | None]]


Handlers = dict[str, Handler | Prepared]

# The longest a deadline waits that was armed by another process for sooner than we knew.
LONGEST_SLEEP_S = 0.5
# A store that is away is asked again after this.
LOST_STORE_S = 2.0
FIRST_RETRY = timedelta(seconds=1)
LONGEST_RETRY = timedelta(minutes=5)
# Rules of the cellar: the event log is for listeners; what must last stands in tables of its own.
EVENTS_KEPT = timedelta(days=30)
KEYS_KEPT = timedelta(days=8)
# The limits on codes look back one day.
CODES_KEPT = timedelta(days=2)
PRUNE_EVERY_S = 3_600.0
SEAL_EVERY_S = 1.0
# Each waits for somebody else's answer most of the time.
SENT_AT_ONCE = 4


class Duties:
    """The worker's loop over deadlines."""

    def __init__(self, handlers: Handlers, *, clock: Clock) -> None:
        self._handlers = handlers
        self._clock = clock

    async def run(self) -> None:
        """Do what falls due until cancelled."""
        while True:
            try:
                while await self.do_one():
                    pass
                await asyncio.sleep(await self._until_next())
            except (OSError, *event_log.LOST) as error:
                log.warning("The worker could not reach the database: %s", error)
                await asyncio.sleep(LONGEST_SLEEP_S)

    async def do_one(self) -> bool:
        """Take one due deadline and fire it; return whether there was one.

        A handler that fails loses its own writes, and is asked again after a growing wait.
        """
        fired: list[tuple[int, str]] = []
        try:
            return await self._fire(fired, await self._look())
        except event_log.RETRYABLE:
            return False
        except Exception:
            if not fired:
                raise
            deadline_id, kind = fired[-1]
            log.exception("The duty %s failed; it will be tried again.", kind)
            await self._postpone(deadline_id)
            return True

    async def _look(self) -> dict[int, Any]:
        """Look for what the next deadline needs to know, by its id; nothing, if it needs nothing.

        Whoever cannot be asked leaves the deadline to the next round, like a handler that fails.
        """
        rows = await get_connection("default").execute_query_dict(_PEEK, [list(self._handlers)])
        handler = self._handlers[rows[0]["kind"]] if rows else None
        if not isinstance(handler, Prepared):
            return {}
        return {rows[0]["id"]: await handler.look(rows[0]["subject_id"], self._clock)}

    @whole_command
    async def _fire(self, fired: list[tuple[int, str]], seen: dict[int, Any]) -> bool:
        async with transaction():
            connection = get_connection("default")
            unprepared = [
                kind for kind, one in self._handlers.items() if not isinstance(one, Prepared)
            ]
            rows = await connection.execute_query_dict(_TAKE, [unprepared, list(seen)])
            if not rows:
                return False
            row = rows[0]
            fired.append((row["id"], row["kind"]))
            handler = self._handlers[row["kind"]]
            with tracing.span(f"duty {row['kind']}"):
                if isinstance(handler, Prepared):
                    again = await handler.act(row["subject_id"], seen[row["id"]], self._clock)
                else:
                    again = await handler(row["subject_id"], self._clock)
            if again is None:
                await connection.execute_query("DELETE FROM deadline WHERE id = $1", [row["id"]])
            else:
                await deadlines.arm(row["kind"], row["subject_id"], again)
        return True

    async def _postpone(self, deadline_id: int) -> None:
        await get_connection("default").execute_query(
            "UPDATE deadline SET failures = failures + 1, due_at = clock_timestamp()"
            " + least($2::interval * power(2, least(failures, 20)), $3::interval) WHERE id = $1",
            [deadline_id, FIRST_RETRY, LONGEST_RETRY],
        )

    async def _until_next(self) -> float:
        rows = await get_connection("default").execute_query_dict(_NEXT, [list(self._handlers)])
        seconds: float | None = rows[0]["seconds"]
        return LONGEST_SLEEP_S if seconds is None else min(LONGEST_SLEEP_S, max(0.0, seconds))


async def prune_for_ever(*, whereabouts: Whereabouts, clock: Clock) -> None:
    """Delete what nobody needs any more, once an hour, until cancelled."""
    looked: str | None = None
    while True:
        try:
            now = await clock()
            looked, moves = await moved.prune(looked)
            events = await event_log.prune(now - EVENTS_KEPT)
            keys, _ = await get_connection("default").execute_query(
                "DELETE FROM idempotency_key WHERE at < $1", [now - KEYS_KEPT]
            )
            codes = await signing_in.prune(now - CODES_KEPT)
            pings = await trail.prune(now)
            ended = await sessions.prune(now - sessions.KEPT)
            silent = await trail.forget_old(whereabouts, now)
            texts = await receiving.prune(now - receiving.KEPT)
            log.info(
                "Pruned %d events, %d moves, %d idempotency keys, %d codes, %d sessions,"
                " %d points, %d silent drivers and %d texts.",
                events,
                moves,
                keys,
                codes,
                ended,
                pings,
                silent,
                texts,
            )
        except (OSError, *event_log.LOST) as error:
            log.warning("Pruning could not reach the database, or who keeps positions: %s", error)
        await asyncio.sleep(PRUNE_EVERY_S)


async def seal_for_ever(*, clock: Clock) -> None:
    """Chain the ledger's new transfers, each second, until cancelled."""
    while True:
        try:
            while await sealing.seal(clock):
                pass
        except (OSError, *event_log.RETRYABLE, *event_log.LOST) as error:
            log.warning("The ledger could not be sealed: %s", error)
        await asyncio.sleep(SEAL_EVERY_S)


async def look_after_media(*, store: ObjectStore, inspect: Inspect, clock: Clock) -> None:
    """Scan what arrives and purge what goes, until cancelled."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(scan_for_ever(store=store, inspect=inspect, clock=clock))
        tasks.create_task(purge_for_ever(store=store, clock=clock))


async def scan_for_ever(*, store: ObjectStore, inspect: Inspect, clock: Clock) -> None:
    """Look into the files that have arrived, one after another, until cancelled.

    One at a time: it is all processor time, and a second worker process is the way to more.
    """
    await _as_long_as_there_is(
        "Scanning", partial(scanning.scan_next, store=store, inspect=inspect, clock=clock)
    )


async def purge_for_ever(*, store: ObjectStore, clock: Clock) -> None:
    """Clear the store of what no file needs any more, until cancelled."""
    await _as_long_as_there_is("Purging", partial(sweeping.purge_next, store=store, clock=clock))


async def deliver_for_ever(ways: Ways, *, clock: Clock) -> None:
    """Send notifications and texts to guests out, a few at a time, until cancelled."""
    send = partial(delivering.send_next, ways, clock=clock)
    text = partial(texting_guests.send_next, ways, clock=clock)
    async with asyncio.TaskGroup() as tasks:
        for _ in range(SENT_AT_ONCE):
            tasks.create_task(_as_long_as_there_is("Sending", send))
        tasks.create_task(_as_long_as_there_is("Texting guests", text))


async def answer_texts_for_ever(doors: Doors, send: SendText, *, clock: Clock) -> None:
    """Do what text messages ask for, and send the answers, a few at a time, until cancelled."""
    act = partial(working.act_next, doors, clock=clock)
    reply = partial(working.reply_next, send, clock=clock)
    async with asyncio.TaskGroup() as tasks:
        for _ in range(SENT_AT_ONCE):
            tasks.create_task(_as_long_as_there_is("Acting on texts", act))
        tasks.create_task(_as_long_as_there_is("Answering texts", reply))


async def _as_long_as_there_is(what: str, do_one: Callable[[], Awaitable[bool]]) -> None:
    while True:
        try:
            while await do_one():
                pass
            await asyncio.sleep(LONGEST_SLEEP_S)
        except (OSError, StoreUnavailable, *event_log.LOST) as error:
            log.warning("%s has to wait: %r", what, error)
            await asyncio.sleep(LOST_STORE_S)
        except event_log.RETRYABLE:
            continue


_PEEK = """
SELECT id, kind, subject_id FROM deadline
WHERE due_at <= clock_timestamp() AND kind = ANY($1) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""
_TAKE = """
SELECT id, kind, subject_id FROM deadline
WHERE due_at <= clock_timestamp() AND (kind = ANY($1) OR id = ANY($2))
ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""
_NEXT = """
SELECT extract(epoch FROM min(due_at) - clock_timestamp())::float8 AS seconds
FROM deadline WHERE kind = ANY($1)
"""
