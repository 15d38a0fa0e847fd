"""To be counted among those who watch, for as long as one does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

from schema.context import Info


@asynccontextmanager
async def present(info: Info, topic: str) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Hold a lease on a topic; call what this gives at each heartbeat, to keep it.

    The lease belongs to this one subscription. A heartbeat is well within it; a lease that Redis
    forgot is taken anew. Without Redis nobody is counted, and nothing else changes.
    """
    presence, lease = info.context.presence, uuid4().hex

    async def renew() -> None:
        if presence is not None:
            await presence.join(topic, lease)

    await renew()
    try:
        yield renew
    finally:
        if presence is not None:
            await presence.leave(topic, lease)
