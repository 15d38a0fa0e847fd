"""Brings together those who ask the same: which cohorts this process has, and who joins them."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator, Hashable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial

from schema.cohorts import Cohort
from schema.context import Context
from schema.errors import Schema
from schema.renderings import Rendering
from schema.sharing import PublicStream, Request, Shareable, shareable, shared_fields
from schema.together import Together

# So many documents are remembered of which it was found out that they differ by viewer.
REMEMBERED = 1_000


class Cohorts:
    """All cohorts of this process, while it runs."""

    def __init__(self, schema: Schema, context: Context) -> None:
        self.schema = schema
        self._context = context
        self._base = contextvars.copy_context()
        self._tasks: asyncio.TaskGroup | None = None
        self._cohorts: dict[Hashable, Cohort] = {}
        self._differing: dict[Hashable, None] = {}
        self._permissions = Together()

    def __len__(self) -> int:
        return len(self._cohorts)

    @property
    def members(self) -> int:
        """Return how many listeners are served together with others, or could be."""
        return sum(len(cohort.members) for cohort in self._cohorts.values())

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve listeners together as long as this lasts."""
        async with asyncio.TaskGroup() as self._tasks:
            try:
                yield
            finally:
                for cohort in self._cohorts.values():
                    cohort.stop()
                self._tasks = None

    def shareable(self, request: Request) -> Shareable | None:
        """Return a request as one that can be shared; None: its client is served alone."""
        if self._tasks is None:
            return None
        asked = shareable(self.schema._schema, request)
        return None if asked is None or asked.document in self._differing else asked

    async def let_in(self, asked: Shareable, context: Context) -> PublicStream | None:
        """Ask whether a listener may listen; None if he may, but not everybody.

        Those who ask the same at the same time are answered together, by an asking that began after
        each of them came.

        Raises:
            DomainError: He may not, in the words in which the field itself refuses.
        """
        may_listen = shared_fields[asked.field]
        key = asked.field, context.viewer_id, repr(sorted(asked.arguments.items()))
        return await self._permissions.ask(key, lambda: may_listen(context, asked.arguments))

    @contextmanager
    def using(self, asked: Shareable, stream: PublicStream) -> Iterator[Cohort]:
        """Give the cohort of a request, which lasts as long as anybody uses it."""
        assert self._tasks is not None
        key = *asked.key, stream.name
        cohort = self._cohorts.get(key)
        if cohort is None:
            rendering = Rendering(self.schema, asked, stream, self._context)
            cohort = self._cohorts[key] = Cohort(rendering, base=self._base)
            cohort.start(self._tasks, partial(self._forget, key, cohort))
        cohort.users += 1
        try:
            yield cohort
        finally:
            cohort.users -= 1
            if not cohort.users:
                cohort.stop()
                self._forget(key, cohort)

    def _forget(self, key: Hashable, cohort: Cohort) -> None:
        if self._cohorts.get(key) is cohort:
            del self._cohorts[key]
        if cohort.rendering.differs:
            self._differing[cohort.rendering.asked.document] = None
            if len(self._differing) > REMEMBERED:
                del self._differing[next(iter(self._differing))]
