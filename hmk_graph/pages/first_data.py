"""The answer of a page's first query, asked here so that the phone need not ask again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import orjson

log = logging.getLogger("hmk.pages")

Execute = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any] | None]]
"""Runs the text of an operation with its variables, for nobody in particular; None: it failed."""

Key = tuple[str, bytes]

# A page without its first data is still a page: it is not kept waiting for them.
PATIENCE_S = 2.0
# A herd of visitors costs one reading.
KEPT_S = 1.0
MOST_KEPT = 500


class FirstData:
    """Asks what a page asks first, by the page's own document.

    The documents come with the built pages (`documents.json`: operation name to text), so server
    and page always speak of the same shape. `Any`: the data are JSON.
    """

    def __init__(self, documents: Path, execute: Execute) -> None:
        self._file = documents
        self._execute = execute
        self._texts: dict[str, str] = {}
        self._read_at = -1
        self._kept: dict[Key, tuple[float, dict[str, Any] | None]] = {}
        self._locks: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()

    async def ask(self, operation: str, variables: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the data of an operation; None if it is unknown, failed, or takes too long."""
        text = self._document(operation)
        if text is None:
            return None
        key = (operation, orjson.dumps(variables, option=orjson.OPT_SORT_KEYS))
        # One asks, the others take the same; if the one leaves, the next asks.
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            now = asyncio.get_running_loop().time()
            kept = self._kept.get(key)
            if kept is not None and now < kept[0]:
                return kept[1]
            data = await self._run(text, dict(variables))
            now = asyncio.get_running_loop().time()
            self._forget(now)
            self._kept[key] = (now + KEPT_S, data)
            return data

    async def _run(self, text: str, variables: dict[str, Any]) -> dict[str, Any] | None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await self._execute(text, variables)
        except (OSError, TimeoutError) as error:
            log.warning("A page comes without its first data: %r", error)
            return None

    def _document(self, operation: str) -> str | None:
        try:
            changed = self._file.stat().st_mtime_ns
            if changed != self._read_at:
                self._texts = orjson.loads(self._file.read_bytes())
                self._read_at = changed
        except (OSError, orjson.JSONDecodeError):
            return None  # nothing is built, or a build is just being written
        return self._texts.get(operation)

    def _forget(self, now: float) -> None:
        if len(self._kept) >= MOST_KEPT:
            self._kept = {key: kept for key, kept in self._kept.items() if now < kept[0]}
