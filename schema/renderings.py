"""One subscription run for nobody in particular, and what it says as bytes that all can share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import orjson
from strawberry.types.execution import ExecutionResult

from schema.context import Context
from schema.cursors import Course, Place
from schema.errors import Schema
from schema.rings import Numbered
from schema.sharing import PublicStream, Shareable, SharedContext
from schema.streams import State, StreamEvent

# What many wait for is given up after this long; they then go on alone.
PATIENCE_S = 20.0


class CannotBeShared(Exception):
    """What came is not for everybody: it differs from viewer to viewer, or it is a failure."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One item of a stream as it goes out. `place` is None for what has no cursor."""

    item: object
    place: Place | None
    payload: bytes


class Rendering:
    """How one request is rendered for all who ask the same of the same public stream.

    `differs` is set once it asked who its viewer is: such a request is never shared again.
    """

    def __init__(
        self, schema: Schema, asked: Shareable, stream: PublicStream, context: Context
    ) -> None:
        self.schema = schema
        self.asked = asked
        self.stream = stream
        self.context = context
        self.differs = False

    async def run(self, begin: Place | None = None) -> AsyncGenerator[Said, None]:
        """Render the stream, from its state or after a place.

        Raises:
            CannotBeShared: A result came that has to be told to each listener alone.
        """
        course = Course(shared=True, begin=begin)
        context = SharedContext(self.context, course)
        results = await self.schema.stream(
            self.asked.request.query,
            variable_values=self.asked.variables,
            context_value=context,
            operation_name=self.asked.request.operation_name,
        )
        async with aclosing(results):
            async for result in results:
                item, course.told = course.told, None
                if context.asked_for_viewer:
                    self.differs = True
                    raise CannotBeShared
                # Without an item the stream itself has failed: let each hear of it for himself.
                if item is None or type(result) is not ExecutionResult:
                    raise CannotBeShared
                place = self.stream.place_of(item, self.context.cursors)
                yield Said(item=item, place=place, payload=payload_of(result))

    async def state(self) -> Numbered:
        """Render the state.

        Raises:
            CannotBeShared: It differs from viewer to viewer, or could not be read.
            TimeoutError: The database does not answer.
        """
        async with asyncio.timeout(PATIENCE_S), aclosing(self.run()) as said:
            async for first in said:
                if first.place is not None:
                    return Numbered(place=first.place, payload=first.payload)
        raise CannotBeShared

    async def past(self, begin: Place, until: Place) -> list[Numbered]:
        """Render what lies between two places of one epoch, or less if the log holds less.

        Raises:
            CannotBeShared: It differs from viewer to viewer, or could not be read.
            TimeoutError: The database does not answer.
        """
        past: list[Numbered] = []
        async with asyncio.timeout(PATIENCE_S), aclosing(self.run(begin)) as said:
            async for each in said:
                if isinstance(each.item, State):
                    continue
                if not isinstance(each.item, StreamEvent) or each.place is None:
                    break
                past.append(Numbered(place=each.place, payload=each.payload))
                if each.place.seq >= until.seq:
                    break
        return past


def payload_of(result: ExecutionResult) -> bytes:
    """Return a result as the payload of a message, Bengali letters unescaped."""
    payload: dict[str, Any] = {"data": result.data}
    if result.errors:
        payload["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        payload["extensions"] = result.extensions
    return orjson.dumps(payload)
