"""Asks the house's own schema as a phone does, for the walks of dispatch."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import datetime
from typing import Any, cast

from hmk_graph.clock import Clock
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.sightings import TableWhereabouts
from realtime.bus import Bus
from realtime.frames import Frame
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests.factories import NOON, at

SCHEMA = root.build()
REFUSED = "... on UserError { code messageBn messageEn params }"


class House:
    """A schema, a bus of one process, and whoever asks."""

    def __init__(self, bus: Bus, whereabouts: Whereabouts | None = None) -> None:
        self.bus = bus
        self.hub = Hub(bus)
        self.whereabouts = whereabouts or TableWhereabouts()
        self.clock: Clock = at(NOON)

    async def announce(self, feed: str, told: dict[str, Any]) -> None:
        await self.bus.publish(Frame(stream=feed, epoch=0, seq=0, body=str(told)))

    async def _now(self) -> datetime:
        """Read the clock that hangs there now: a stream lives on when the test moves it."""
        return await self.clock()

    def context(self, viewer_id: int | None) -> Context:
        return Context(
            clock=self._now,
            hub=self.hub,
            cursors=Cursors(b"tests"),
            whereabouts=self.whereabouts,
            announce=self.announce,
            address="203.0.113.7",
            request_id="r",
            viewer_id=viewer_id,
        )

    async def ask(self, query: str, viewer_id: int | None = None, **variables: Any) -> Any:
        """Ask and return the data; an error of any kind fails the test."""
        answer = await SCHEMA.execute(
            query, variable_values=variables, context_value=self.context(viewer_id)
        )
        assert answer.errors is None, answer.errors
        return answer.data

    async def do(self, mutation: str, shown: str, viewer_id: int, **given: Any) -> dict[str, Any]:
        """Do one mutation with one input and return its answer; `shown` is what of it is wanted."""
        kind = INPUTS.get(mutation, f"{mutation[0].upper()}{mutation[1:]}Input")
        query = f"""mutation Do($input: {kind}!) {{
          {mutation}(input: $input) {{ __typename {shown} {REFUSED} }}
        }}"""
        data = await self.ask(query, viewer_id, input=given)
        return cast(dict[str, Any], data[mutation])

    @asynccontextmanager
    async def following(
        self, query: str, viewer_id: int | None = None, **variables: Any
    ) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """Follow a subscription in a task of its own, as a socket does; yield its values."""
        came: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()

        async def pump() -> None:
            stream = await SCHEMA.subscribe(
                query, variable_values=variables, context_value=self.context(viewer_id)
            )
            async with aclosing(stream):  # type: ignore[type-var]  # a refusal fails the test here
                async for result in stream:  # type: ignore[union-attr]  # likewise
                    assert result.errors is None, result.errors
                    await came.put(next(iter(result.data.values())))
            await came.put(None)

        async def values() -> AsyncIterator[dict[str, Any]]:
            while (value := await came.get()) is not None:
                yield value

        async with asyncio.TaskGroup() as tasks:
            pumping = tasks.create_task(pump())
            yield values()
            pumping.cancel()


INPUTS = {
    "acceptTripOffer": "TripOfferInput",
    "setOut": "TripInput",
    "arrive": "TripInput",
    "previewCancel": "TripInput",
    "shareTrip": "TripInput",
    "unshareTrip": "TripInput",
    "goOnline": "VehicleInput",
}


@asynccontextmanager
async def house(whereabouts: Whereabouts | None = None) -> AsyncIterator[House]:
    """Open a house whose frames come from the log alone, unless they are announced."""
    async with Bus(None) as bus:
        yield House(bus, whereabouts)
