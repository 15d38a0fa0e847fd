"""Counts and traces what is asked, over each transport, under names of which there are few.

A registered document goes by its own name. Whatever else a client sends is one of three kinds: what
he calls his operation is his to choose, and would fill a collector with labels.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from graphql import GraphQLError

from hmk_graph import metrics, tracing
from schema.documents import Documents
from schema.errors import INTERNAL

UNREAD = "unread"
"""A request that could not be read, so that nobody knows what it asked."""


@dataclass
class Measured:
    """What is known of an operation so far."""

    operation: str = UNREAD
    outcome: str = "ok"

    def told(self, found: Sequence[GraphQLError]) -> None:
        """Note the errors that are answered."""
        codes = count(self.operation, found)
        if codes:
            self.outcome = "failed" if INTERNAL in codes else "refused"


def count(operation: str, found: Sequence[GraphQLError]) -> set[str]:
    """Count errors that are told, and return their codes."""
    codes = [str((error.extensions or {}).get("code", INTERNAL)) for error in found]
    for code in codes:
        metrics.errors.labels(operation, code).inc()
    return set(codes)


def name_of(documents: Documents, text: str) -> str:
    """Return the name of a registered document; of any other its kind."""
    registered = documents.name_of(text)
    if registered is not None:
        return registered
    # Only a label hangs on it: a kind that is hidden behind a comment or a fragment is a query.
    first = text.lstrip()[:12]
    return next((kind for kind in ("mutation", "subscription") if first.startswith(kind)), "query")


@contextmanager
def measured(*, parent: str = "") -> Iterator[Measured]:
    """Count an operation and how long it takes. `parent` is the client's `traceparent`."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    seen = Measured()
    with tracing.span("graphql", parent=parent) as span:
        try:
            yield seen
        except Exception:
            seen.outcome = "failed"
            raise
        finally:
            metrics.requests.labels(seen.operation, seen.outcome).inc()
            metrics.request_seconds.labels(seen.operation).observe(loop.time() - began)
            tracing.describe(span, f"graphql {seen.operation}", outcome=seen.outcome)
