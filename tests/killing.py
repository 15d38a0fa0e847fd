"""Kills a process at any await of a command, as a power cut does, and says at which one it was.

A scene is an async function of a test module, found by its name, whose arguments are JSON. The
process that dies is a fork of one that has imported everything, so that hundreds of deaths are
cheap. What a dead process leaves behind is the test's to judge, in its own process.

    async with Killer(url, "tests.orders.scenes") as killer:
        while point := await killer.kill(nth, "check_out", cart.id): ...
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Generator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import database
from hmk_graph.clock import database_clock

ROOT = Path(__file__).parents[1]
PATIENCE_S = 60.0
Scene = Callable[..., Coroutine[Any, Any, Any]]


class Killer:
    """A process that dies on command, as often as one likes.

    Of a dead process the server knows nothing yet: what it had sent is still carried out, and its
    locks are held until then. So a death is over only when the server has seen the end of it.
    """

    def __init__(self, url: str, module: str) -> None:
        self._words = (sys.executable, "-m", "tests.killing", url, module)
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Killer:
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *self._words, cwd=ROOT, stdin=pipe, stdout=pipe
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def kill(self, nth: int, scene: str, *given: Any) -> str | None:
        """Have a scene played in a process that dies at its n-th await (from 1).

        Returns:
            Where it died, as "module.function:line"; None if it came to its end before.
        """
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        born = await database_clock()
        self._process.stdin.write(json.dumps([nth, scene, list(given)]).encode() + b"\n")
        async with asyncio.timeout(PATIENCE_S):
            answer = json.loads(await self._process.stdout.readline())
        assert answer["fault"] is None, answer
        point: str | None = answer["point"]
        async with asyncio.timeout(PATIENCE_S):
            while await _somebody_came_after(born):
                await asyncio.sleep(0.005)
        return point


async def _somebody_came_after(moment: datetime) -> bool:
    found = await get_connection("default").execute_query_dict(
        "SELECT FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND backend_start > $1 AND pid <> pg_backend_pid()",
        [moment],
    )
    return bool(found)


class KilledAt:
    """Awaits a coroutine, and ends the process while it waits for the n-th time."""

    def __init__(self, nth: int, coroutine: Coroutine[Any, Any, Any], told: int) -> None:
        self.nth, self.coroutine, self.told = nth, coroutine, told

    def __await__(self) -> Generator[Any, Any, Any]:
        steps = self.coroutine.__await__()
        waits, answer, error = 0, None, None
        while True:
            try:
                waited_for = steps.throw(error) if error else steps.send(answer)
            except StopIteration as done:
                return done.value
            waits += 1
            if waits == self.nth:
                os.write(self.told, point_of(self.coroutine).encode())
                os.kill(os.getpid(), signal.SIGKILL)
            answer, error = None, None
            try:
                answer = yield waited_for
            except BaseException as raised:
                error = raised


def point_of(coroutine: Any) -> str:
    """Name the innermost line of a context that waits: "orders.checking_out.check_out:124"."""
    found, at = "", coroutine
    while at is not None:
        frame = getattr(at, "cr_frame", None) or getattr(at, "gi_frame", None)
        if frame is not None and f"{os.sep}hmk_graph{os.sep}" in frame.f_code.co_filename:
            module = frame.f_globals["__name__"].removeprefix("hmk_graph.")
            if "." in module:  # what all contexts share says less than who uses it
                found = f"{module}.{frame.f_code.co_name}:{frame.f_lineno}"
        at = getattr(at, "cr_await", None) or getattr(at, "gi_yieldfrom", None)
    return found or "outside"


def main(url: str, module: str) -> None:
    """Play scenes as they are asked for, each in a fork."""
    scenes = importlib.import_module(module)
    for line in sys.stdin:
        nth, name, given = json.loads(line)
        print(json.dumps(_forked(url, getattr(scenes, name), nth, given)), flush=True)  # noqa: T201


def _forked(url: str, scene: Scene, nth: int, given: list[Any]) -> dict[str, str | None]:
    told, telling = os.pipe()
    pid = os.fork()
    if pid == 0:
        asyncio.run(_played(url, scene, nth, given, telling))
        os._exit(0)
    os.close(telling)
    with os.fdopen(told) as answer:
        point = answer.read()
    _, status = os.waitpid(pid, 0)
    ended_well = os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
    died = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    return {
        "point": point if died else None,
        "fault": None if died or ended_well else f"{scene.__name__} ended with {status}",
    }


async def _played(url: str, scene: Scene, nth: int, given: list[Any], telling: int) -> None:
    async with database.connected(url, pool_size=2):
        await KilledAt(nth, scene(*given), telling)


if __name__ == "__main__":
    main(*sys.argv[1:])
