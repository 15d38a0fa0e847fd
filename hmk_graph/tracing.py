"""Spans of what a process does, for those who keep a collector; nothing at all for others.

What sends them is imported when `HMK_TRACES_URL` is set, and not before: until then a span is one
object that does nothing, shared by all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from opentelemetry.trace import Span

Attributes = Mapping[str, str | int]
Open = Callable[[str, Attributes, str], AbstractContextManager[object]]

_NOTHING: AbstractContextManager[object] = nullcontext()
# Set while traces are on, by the one who starts the process.
_open: Open | None = None


def span(
    name: str, attributes: Attributes | None = None, *, parent: str = ""
) -> AbstractContextManager[object]:
    """Open a span within the one that is open here; an exception that leaves it marks it.

    `parent` is a `traceparent` (W3C Trace Context) that came from outside, if one did.
    """
    if _open is None:
        return _NOTHING
    return _open(name, attributes or {}, parent)


def describe(span: object, name: str, **attributes: str) -> None:
    """Name a span anew, once one knows what it is of; one that does nothing stays as it is."""
    if span is not None:
        named = cast("Span", span)
        named.update_name(name)
        named.set_attributes(attributes)


@contextmanager
def sent_to(url: str, *, process: str) -> Iterator[None]:
    """Send spans to an OTLP address while this lasts; with an empty one nothing happens.

    They are sent by a thread of their own, in batches, and dropped when the collector is away.

    Raises:
        ModuleNotFoundError: The `traces` extra is not installed.
    """
    global _open
    if not url:
        yield
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.trace import SpanKind
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    resource = Resource.create({"service.name": "hmk_graph", "service.instance.id": process})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url)))
    tracer = provider.get_tracer("hmk_graph")
    outside = TraceContextTextMapPropagator()

    def begin(name: str, attributes: Attributes, parent: str) -> AbstractContextManager[object]:
        within = outside.extract({"traceparent": parent}) if parent else None
        kind = SpanKind.SERVER if name.startswith("graphql") else SpanKind.INTERNAL
        return tracer.start_as_current_span(
            name, context=within, kind=kind, attributes=dict(attributes)
        )

    _open = begin
    try:
        yield
    finally:
        _open = None
        provider.shutdown()
