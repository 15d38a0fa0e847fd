"""Sends the operations of docs/walks.md as somebody: what it tells a front end is what is tried."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from hmk_graph.accounts.models import Account
from realtime.bus import Bus
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests.factories import NOON

WALKS = Path(__file__).parents[1] / "docs" / "walks.md"
OPERATIONS = {
    name: text
    for text, name in re.findall(
        r"```graphql\n((?:query|mutation|subscription) (\w+).*?)```", WALKS.read_text(), re.DOTALL
    )
}
SCHEMA = root.build()


@dataclass
class Walk:
    """Who sends what, and what time it is meanwhile."""

    bus: Bus = field(default_factory=lambda: Bus(None))
    now: datetime = NOON

    async def clock(self) -> datetime:
        return self.now

    def context(self, who: Account | None) -> Context:
        return Context(
            clock=self.clock,
            hub=Hub(self.bus),
            cursors=Cursors(b"tests"),
            address="127.0.0.1",
            request_id="r",
            viewer_id=who.id if who else None,
        )

    async def ask(self, who: Account | None, operation: str, **variables: Any) -> Any:
        """Send an operation of the document; return its one field."""
        answer = await SCHEMA.execute(
            OPERATIONS[operation], variable_values=variables, context_value=self.context(who)
        )
        assert answer.errors is None, (operation, answer.errors)
        assert answer.data is not None
        [value] = answer.data.values()
        return value

    async def do(self, who: Account, operation: str, **given: Any) -> Any:
        """Send a mutation of the document; it is not refused."""
        value = await self.ask(who, operation, input=given)
        assert "code" not in value, value
        return value

    async def listen(
        self, who: Account, operation: str, **variables: Any
    ) -> AsyncGenerator[Any, None]:
        """Follow a subscription of the document; yield its one field, item by item."""
        stream = await SCHEMA.subscribe(
            OPERATIONS[operation], variable_values=variables, context_value=self.context(who)
        )
        assert hasattr(stream, "__anext__"), stream
        async for item in stream:
            assert item.errors is None, item.errors
            [value] = item.data.values()
            yield value
