"""State machines that play commands on a database of their own, in one process, one by one.

A machine makes its people and things in `begin`, its rules `attempt` commands, and `end` says what
must be true when all is over. Each example has a fresh copy of the template.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress
from itertools import count
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, run_state_machine_as_test

from hmk_graph import database
from hmk_graph.errors import DomainError
from tests.conftest import at_database, execute

NUMBERS = count(1)


class ByHand(RuleBasedStateMachine):
    """A machine with a database and an event loop."""

    server = template = ""

    async def begin(self) -> None:
        """Make what the rules need."""

    async def end(self) -> None:
        """Look at what is left, and find it right."""

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.name = f"{self.template}_hand_{next(NUMBERS)}"
        self.run(self._open())

    def teardown(self) -> None:
        if hasattr(self, "runner"):
            self.run(self._close())
            self.runner.close()

    def run(self, work: Any) -> Any:
        return self.runner.run(work)

    def attempt(self, work: Any) -> None:
        """Try something; a refusal is an answer, anything else a fault."""
        with suppress(DomainError):
            self.run(work)

    async def _open(self) -> None:
        await execute(self.server, f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        url = at_database(self.server, self.name)
        await self.stack.enter_async_context(database.connected(url, pool_size=4))
        await self.begin()

    async def _close(self) -> None:
        try:
            await self.end()
        finally:
            await self.stack.aclose()
            await execute(self.server, f'DROP DATABASE "{self.name}" WITH (FORCE)')


def play(
    machine: type[ByHand], *, server: str, template: str, examples: int, steps: int, **more: Any
) -> None:
    """Play a machine some times, so many steps each; `more` are settings of hypothesis."""
    here = type("Here", (machine,), {"server": server, "template": template})
    run_state_machine_as_test(
        here,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            **more,
        ),
    )


async def picked(table: Any, which: int) -> Any:
    """Return one of the rows that are there, the newest first; None while there are none."""
    rows = await table.all().order_by("-id")
    return rows[which % len(rows)] if rows else None
