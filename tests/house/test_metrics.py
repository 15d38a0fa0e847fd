"""What a process tells Prometheus, on a port of its own."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import asyncpg
import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from hmk_graph import deadlines, event_log, metrics, tracing, watching
from hmk_graph.clock import database_clock
from hmk_graph.event_log import RETRYABLE, whole_command
from hmk_graph.relay import Relay
from realtime.bus import Bus
from tests.schema.bells import ring


def figure(name: str, **labels: str) -> float:
    """Return a figure of this process; one that nobody counted yet is 0."""
    return metrics.registry.get_sample_value(name, labels) or 0.0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def test_two_processes_of_one_machine_are_read_at_two_ports():
    first_free = free_port()

    with (
        metrics.exposed(host="127.0.0.1", port=first_free) as first,
        metrics.exposed(host="127.0.0.1", port=first_free) as second,
    ):
        read = [httpx.get(f"http://127.0.0.1:{port}/metrics") for port in (first, second)]

    assert first != second
    assert all("# TYPE hmk_requests_total counter" in answer.text for answer in read)
    assert all(answer.headers["content-type"].startswith("text/plain") for answer in read)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{first}/metrics")


def test_without_a_port_nothing_listens():
    with metrics.exposed(host="127.0.0.1", port=0) as port:
        assert port == 0


@pytest.mark.parametrize(
    ("stream", "kind"),
    [("haat.lot.42", "haat.lot"), ("haat.day.3.2026-11-26", "haat.day"), ("odd", "odd")],
)
def test_a_stream_is_counted_by_what_it_is_about_and_not_by_whose(stream: str, kind: str):
    assert metrics.stream_kind(stream) == kind


async def test_an_event_that_no_relay_carries_and_a_duty_that_no_worker_does_grow_old(db: str):
    now = await database_clock()
    await ring()
    await deadlines.arm("nobody.does", 1, now - timedelta(hours=1))

    await watching.look_at_database()

    assert figure("hmk_relay_age_seconds") > 0
    assert figure("hmk_deadline_age_seconds") >= 3600


async def test_the_relay_tells_how_late_it_carried_which_kind_of_stream(db: str):
    before = figure("hmk_stream_lag_seconds_count", stream="test.bell")
    await ring()

    async with Bus(None) as bus:
        await Relay(bus).relay_batch()
    await watching.look_at_database()

    assert figure("hmk_stream_lag_seconds_count", stream="test.bell") == before + 1
    assert figure("hmk_relay_age_seconds") == 0


async def test_who_waits_for_a_lock_is_seen_waiting(db: str):
    holding, waiting = await asyncpg.connect(db), await asyncpg.connect(db)
    try:
        async with asyncio.TaskGroup() as tasks:
            await holding.execute("SELECT pg_advisory_lock(1)")
            tasks.create_task(waiting.execute("SELECT pg_advisory_lock(1)"))
            async with asyncio.timeout(60):
                while figure("hmk_lock_waits") == 0:
                    await watching.look_at_database()
            seen_s = figure("hmk_lock_wait_seconds")
            await holding.execute("SELECT pg_advisory_unlock(1)")
    finally:
        await asyncio.gather(holding.close(), waiting.close())

    await watching.look_at_database()
    assert seen_s >= 0
    assert figure("hmk_lock_waits") == 0


async def test_a_command_that_lost_its_lock_is_counted_when_it_begins_anew(db: str):
    before = figure("hmk_commands_repeated_total")
    tried: list[int] = []

    @whole_command
    async def lose_once() -> None:
        tried.append(1)
        if len(tried) == 1:
            raise RETRYABLE[0]

    async with asyncio.TaskGroup() as tasks:
        sampling = tasks.create_task(watching.sample())
        while metrics.commands_repeated.inc not in event_log.on_repeat:
            await asyncio.sleep(0)
        await lose_once()
        sampling.cancel()

    assert figure("hmk_commands_repeated_total") == before + 1


class Collector(BaseHTTPRequestHandler):
    """Takes spans as an OpenTelemetry collector does (OTLP over HTTP)."""

    spans: list[Any]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        asked = ExportTraceServiceRequest.FromString(body)
        for resource in asked.resource_spans:
            for scope in resource.scope_spans:
                self.spans.extend(scope.spans)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_spans_arrive_at_the_collector_within_each_other_and_within_the_clients():
    spans: list[Any] = []
    handler = type("Taking", (Collector,), {"spans": spans})
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}/v1/traces"

        with (
            tracing.sent_to(url, process="web-1"),
            tracing.span("graphql", parent=parent) as span,
        ):
            with tracing.span("transaction"):
                pass
            tracing.describe(span, "graphql PlaceBid", outcome="ok")

        server.shutdown()
        thread.join()

    inner, outer = spans
    assert (inner.name, outer.name) == ("transaction", "graphql PlaceBid")
    assert inner.parent_span_id == outer.span_id
    assert outer.trace_id.hex() == parent.split("-")[1]
    assert outer.parent_span_id.hex() == parent.split("-")[2]


# Redis's client loads a part of the kit by itself, where it is installed; it sends nothing.
def test_without_an_address_for_traces_nothing_could_send_them():
    code = (
        "import sys; from hmk_graph import app, tracing\n"
        "with tracing.sent_to('', process='x'), tracing.span('a') as span: assert span is None\n"
        "assert tracing.span('a') is tracing.span('b')\n"
        "assert 'opentelemetry.exporter' not in sys.modules"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100)

    assert done.returncode == 0, done.stderr
