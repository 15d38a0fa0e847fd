"""A process that handles one file and kills itself on the way.

`python -m tests.media.dying DATABASE_URL STORE CALL NTH MEDIA`: STORE is its address as JSON. It
dies as soon as the NTH call of CALL was answered by the store; of MEDIA "0" it is a worker that
scans, else a web process that confirms this file.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import orjson

from hmk_graph import database
from hmk_graph.clients.object_store import S3Store
from hmk_graph.clock import database_clock
from hmk_graph.inspecting.confining import inspect
from hmk_graph.media import scanning, uploading
from hmk_graph.media.models import Media
from storage.bucket import Bucket, StoreAddress


class DyingStore:
    """The real store, for a process that does not live long."""

    def __init__(self, store: S3Store, call: str, nth: int) -> None:
        self._store = store
        self._call = call
        self._left = nth

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        ask = getattr(self._store, name)

        async def asked(*given: Any, **named: Any) -> Any:
            answer = await ask(*given, **named)
            if name == self._call:
                self._left -= 1
                if not self._left:
                    os.kill(os.getpid(), signal.SIGKILL)
            return answer

        return asked


async def main(database_url: str, store: str, call: str, nth: str, media_id: str) -> None:
    """Handle a file, and do not come to the end of it."""
    async with (
        database.connected(database_url, pool_size=2),
        Bucket.opened(StoreAddress(**orjson.loads(store))) as bucket,
    ):
        dying: Any = DyingStore(S3Store(bucket), call, int(nth))
        if media_id == "0":
            await scanning.scan_next(store=dying, inspect=inspect, clock=database_clock)
        else:
            media = await Media.get(id=media_id)
            await uploading.confirm(media.owner_id, media.id, clock=database_clock, store=dying)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
