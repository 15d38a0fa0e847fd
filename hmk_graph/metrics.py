"""What a process counts of itself, and where Prometheus reads it.

Each process has its own registry and its own port, because several share the port of the web: who
asked there would be answered by any of them. Labels are of few values each: names of registered
operations, kinds of streams, codes; never a person, an id or what a stranger wrote.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.simple_server import WSGIServer

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    start_http_server,
)

log = logging.getLogger("hmk.metrics")

# How many processes of one machine find a port: a web process for each of 12 cores, some workers.
MOST_PROCESSES = 16
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# A driver is offered a trip at once, or after wider and wider circles.
OFFER_SECONDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0)

# It holds numbers that only grow or are set anew, each under a lock of its own.
registry = CollectorRegistry()
ProcessCollector(registry=registry)
PlatformCollector(registry=registry)
GCCollector(registry=registry)

process = Info("hmk_process", "What this process does: web or worker.", registry=registry)
requests = Counter(
    "hmk_requests",
    "GraphQL operations by name (registered ones) or kind; outcome: ok, refused, failed.",
    ["operation", "outcome"],
    registry=registry,
)
request_seconds = Histogram(
    "hmk_request_seconds",
    "How long queries and mutations took, from the request read to the answer made.",
    ["operation"],
    buckets=SECONDS,
    registry=registry,
)
errors = Counter(
    "hmk_errors",
    "Errors that were told, by operation and code (docs/codes.md).",
    ["operation", "code"],
    registry=registry,
)
refusals = Counter(
    "hmk_refusals",
    "Refusals that were answered as data, by code (docs/codes.md).",
    ["code"],
    registry=registry,
)
subscriptions = Gauge(
    "hmk_subscriptions",
    "Operations that are being listened to over sockets, by name.",
    ["operation"],
    registry=registry,
)
sockets = Gauge("hmk_sockets", "Open websockets and event streams.", registry=registry)
listeners = Gauge("hmk_listeners", "Mailboxes of this process's hub.", registry=registry)
members = Gauge("hmk_cohort_members", "Listeners that share a rendering.", registry=registry)
loop_lag = Gauge(
    "hmk_loop_lag_seconds",
    "How late the event loop came to what was due; a busy or frozen process shows here.",
    registry=registry,
)
stream_lag = Histogram(
    "hmk_stream_lag_seconds",
    "From an event's writing to its carrying by this process's relay, by kind of stream.",
    ["stream"],
    buckets=SECONDS,
    registry=registry,
)
relay_age = Gauge(
    "hmk_relay_age_seconds", "Age of the oldest event that no relay has carried.", registry=registry
)
deadline_age = Gauge(
    "hmk_deadline_age_seconds",
    "For how long the oldest due deadline has waited for a worker.",
    registry=registry,
)
lock_waits = Gauge(
    "hmk_lock_waits", "Sessions of the database that wait for a lock.", registry=registry
)
lock_wait_seconds = Gauge(
    "hmk_lock_wait_seconds", "How long the longest of them has waited.", registry=registry
)
commands_repeated = Counter(
    "hmk_commands_repeated",
    "Commands begun anew after a deadlock or a lock that took too long.",
    registry=registry,
)
offer_seconds = Histogram(
    "hmk_offer_seconds",
    "From the begin of a search to an offer made to drivers, by kind of trip.",
    ["kind"],
    buckets=OFFER_SECONDS,
    registry=registry,
)


def stream_kind(stream: str) -> str:
    """Return what a stream is about, without whose: `haat.lot` of `haat.lot.42`."""
    return ".".join(stream.split(".", 2)[:2])


@contextmanager
def exposed(*, host: str, port: int) -> Iterator[int]:
    """Answer Prometheus while this lasts, on the first free port from `port` on; tell which.

    With port 0 nothing listens. It is a thread of its own: it answers when the event loop hangs,
    which is when one most wants to know.

    Raises:
        OSError: None of the ports is free, or the address is not ours.
    """
    if not port:
        yield 0
        return
    server, thread = _started(host, port)
    try:
        log.info("metrics at %s:%s", host, server.server_port)
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _started(host: str, first: int) -> tuple[WSGIServer, Thread]:
    last = first + MOST_PROCESSES - 1
    for port in range(first, last):
        try:
            return start_http_server(port, host, registry)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                raise
    return start_http_server(last, host, registry)
