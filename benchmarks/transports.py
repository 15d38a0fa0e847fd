"""The ways to serve websockets, each broadcasting the same bid to the same listeners.

The figures behind docs/decisions/0008: nothing of the house runs here but how it writes to a
socket. Permission, cursors and slow readers come on top, in `fanout`.
"""

from __future__ import annotations

import os
import statistics

import orjson

from benchmarks.fanout import (
    BURST,
    ROUNDS,
    Rate,
    burst_of,
    listeners,
    peer,
    singly_of,
    tell,
)
from benchmarks.telling import say

COUNT = 1_000
SINGLY = 5
# Somewhat longer than a bid (`fanout` prints its length), with the word by which listeners count.
TEXT = orjson.dumps({"__typename": "BidPlaced", "of": "x" * 340}).decode()
WAYS = {
    "asyncio, sans-io, ASGI send": {"loop": "asyncio", "ws": "websockets-sansio"},
    "uvloop, legacy websockets, ASGI send": {"loop": "uvloop", "ws": "websockets"},
    "uvloop, sans-io, ASGI send": {"loop": "uvloop", "ws": "websockets-sansio"},
    "uvloop, sans-io, the transport": {"loop": "uvloop", "ws": "", "transport": True},
}
BARE = "websockets.broadcast on uvloop"


async def measure_transports() -> None:
    """Measure each way by turns, and print."""
    say(f"a text of {len(TEXT)} bytes to {COUNT} sockets; load {os.getloadavg()[0]:.1f}")
    peers = {
        name: ("served_broadcast", orjson.dumps({"text": TEXT, "transport": False} | way).decode())
        for name, way in WAYS.items()
    } | {BARE: ("bare_broadcast", TEXT)}
    at_once: dict[str, list[Rate]] = {name: [] for name in peers}
    singly: dict[str, list[Rate]] = {name: [] for name in peers}
    for _ in range(ROUNDS):
        for name, (module, argument) in peers.items():
            async with peer(module, argument) as (server, url), listeners(url, None) as crowd:
                await crowd.do(f"open {COUNT}")
                at_once[name].append(await burst_of(server, crowd, BURST, COUNT))
                singly[name].append(await singly_of(server, crowd, SINGLY, COUNT))
    for how, found in (("at once", at_once), ("one by one", singly)):
        bare = statistics.median(rate.core for rate in found[BARE])
        for name, rates in found.items():
            tell(f"{name}, {how}", rates)
            times = statistics.median(rate.core for rate in rates) / bare
            say(f"  {times:.2f} of {BARE}")
