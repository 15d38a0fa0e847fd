"""The answer of a page's first query, asked here so that the phone need not ask again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

log = logging.getLogger("hmk.pages")

Execute = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any] | None]]
"""Answers the text of an operation with its variables, for nobody in particular; None: it failed.

A herd of visitors costs one reading: whoever answers keeps it for as long as it is true.
"""

# A page without its first data is still a page: it is not kept waiting for them.
PATIENCE_S = 2.0


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

    async def ask(self, operation: str, variables: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the data of an operation; None if it is unknown, failed, or takes too long."""
        text = self._document(operation)
        return None if text is None else await self._run(text, dict(variables))

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
