"""Carries events from the log to the bus, at least once; and looks itself where the bus is dead.

The bus only wakes: what a listener hears, he could have read in the log. So a dead Redis makes
delivery slower, never incomplete (rules.md R8).
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import orjson
from tortoise.connection import get_connection

from hmk_graph import event_log, metrics
from hmk_graph.event_log import LoggedEvent, transaction, whole_command
from hmk_graph.feeds import feeds_of
from realtime.bus import Bus, BusDown
from realtime.frames import Frame
from realtime.hub import Hub

log = logging.getLogger(__name__)

BATCH = 200
# How soon an event is carried whose own process died between commit and wake.
SWEEP_S = 0.5
# How soon a listener hears of an event when the bus carries nothing.
FLOOR_S = 2.0
# While the bus is down, events wait in the log; asking it more often would only load the database.
BUS_DOWN_WAIT_S = 1.0


class Relay:
    """Takes unsent events, publishes them, and marks them. Any number of processes may relay."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Look at once: an event was committed in this process."""
        self._wake.set()

    async def run(self) -> None:
        """Relay until cancelled."""
        event_log.after_commit.append(self.wake)
        try:
            while True:
                self._wake.clear()
                await self._drain()
                with suppress(TimeoutError):
                    async with asyncio.timeout(SWEEP_S * random.uniform(0.8, 1.2)):
                        await self._wake.wait()
        finally:
            event_log.after_commit.remove(self.wake)

    async def _drain(self) -> None:
        try:
            while await self.relay_batch() == BATCH:
                pass
        except BusDown:
            await asyncio.sleep(BUS_DOWN_WAIT_S)
        except (OSError, *event_log.LOST) as error:
            log.warning("The relay could not reach the database: %s", error)
            await asyncio.sleep(BUS_DOWN_WAIT_S)

    @whole_command
    async def relay_batch(self) -> int:
        """Publish one batch and return how many events it held.

        This is the one place that talks to the network while it holds rows, for one batch: a
        process that dies here leaves the rows unsent for the next one.

        Raises:
            BusDown: Nothing was marked; the events stay for later.
        """
        async with transaction():
            connection = get_connection("default")
            rows = await connection.execute_query_dict(_TAKE, [BATCH])
            if not rows:
                return 0
            # In the order of the log, so that who follows a stream need not read it anew.
            rows.sort(key=lambda row: row["id"])
            frames = [frame for row in rows for frame in _frames(event_log.logged(row))]
            began = asyncio.get_running_loop().time()
            await self._bus.publish_all(frames)
            _tell_lag(rows, asyncio.get_running_loop().time() - began)
        return len(rows)


async def watch_heads(hub: Hub) -> None:
    """Hint, every two seconds, at streams whose head moved past what the bus brought."""
    while True:
        await asyncio.sleep(FLOOR_S)
        try:
            moved = await event_log.heads(hub.streams)
        except (OSError, *event_log.LOST) as error:
            log.warning("The heads of streams could not be read: %s", error)
            continue
        for stream, head in moved.items():
            if (head.epoch, head.seq) > hub.seen(stream):
                hub.hint(stream, reason="behind")
                hub.note(stream, head.epoch, head.seq)


def _frames(event: LoggedEvent) -> Iterator[Frame]:
    """Return what the bus carries for an event: its own frame, and one for each of its feeds."""
    body = body_of(event)
    yield Frame(stream=event.stream, epoch=event.epoch, seq=event.seq, body=body)
    for feed in feeds_of(event):
        yield Frame(stream=feed, epoch=0, seq=0, body=body)


def _tell_lag(rows: list[dict[str, Any]], published_s: float) -> None:
    """Count how long each event took to the bus. Both of its times are the database's."""
    for row in rows:
        lag = (row["taken_at"] - row["at"]).total_seconds() + published_s
        metrics.stream_lag.labels(metrics.stream_kind(row["stream"])).observe(lag)


def body_of(event: LoggedEvent) -> str:
    """Write an event as the bus carries it."""
    return orjson.dumps(
        {
            "kind": event.kind,
            "payload": event.payload,
            "at": event.at.isoformat(),
            "actor_id": event.actor_id,
        }
    ).decode()


# Marked before they are published: it shows with the commit, which comes after. Nobody waits for
# that commit to be flushed: what a crash takes back is published once more, and the disk's next
# flush is for who bids.
_TAKE = """
UPDATE event SET relayed = true WHERE id IN (
    SELECT id FROM event WHERE NOT relayed ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
) RETURNING *, clock_timestamp() AS taken_at, set_config('synchronous_commit', 'off', true)
"""
