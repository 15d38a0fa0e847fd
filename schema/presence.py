"""To be counted among those who watch, for as long as one does."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from schema.context import Context


def held(context: Context, topic: str | None) -> AbstractContextManager[None]:
    """Be counted at a topic. The lease belongs to one subscription, and to no person.

    Without Redis nobody is counted, and nothing else changes.
    """
    if context.leases is None or topic is None:
        return nullcontext()
    return context.leases.held(topic)
