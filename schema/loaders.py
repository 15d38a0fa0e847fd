"""Loaders that live as long as one answer: batches within it, nothing stale after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from contextvars import ContextVar
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader
from strawberry.extensions import SchemaExtension

from hmk_graph import reading
from hmk_graph.clock import Clock
from schema.context import Info

# Where a kept answer shows the time: the database's clock when it is sent.
NOW = "now"

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# Keyed by the batch function and what it is bound to; the types differ per key, hence Any.
_loaders: ContextVar[dict[Hashable, DataLoader[Any, Any]]] = ContextVar("loaders")


def loader(
    load: Callable[..., Awaitable[Sequence[V | BaseException]]], *bound: Hashable
) -> DataLoader[Any, V]:
    """Return this execution's loader for a batch function.

    The function is called as `load(*bound, keys)` and answers in the order of the keys. Bind what
    the answer depends on besides the keys (the viewer, above all); it tells loaders apart.
    """
    loaders = _loaders.get()
    key = (load, *bound)
    if key not in loaders:
        loaders[key] = DataLoader(partial(load, *bound) if bound else load)
    return loaders[key]


async def moment(clock: Clock) -> datetime:
    """Return what time it is, asked once for the whole answer.

    For what is shown. What is decided asks the clock itself, after the lock. The real clock is a
    statement to the database, and a page of lots shows the time on each of them. What follows from
    it holds for nobody knows how long, so the answer is not kept; `moment_until` says how long.
    """
    reading.refuse("it depends on the time")
    return await _moment(clock)


async def moment_until(clock: Clock, *turns: datetime | None) -> datetime:
    """Return what time it is, as `moment` does, for what changes at certain moments alone."""
    now = await _moment(clock)
    reading.holds_until(now, turns)
    return now


async def shown_moment(info: Info) -> datetime:
    """Return what time it is for a field that shows it; in a kept answer it is put in anew."""
    return shown_time(info, await _moment(info.context.clock))


def shown_time(info: Info, now: datetime) -> datetime:
    """Return the time that a field shows as the server's; in a kept answer it is put in anew."""
    reading.splice(info.path.as_list(), NOW)
    return now


async def _moment(clock: Clock) -> datetime:
    loaders = _loaders.get()
    if _moment not in loaders:
        loaders[_moment] = DataLoader(partial(_read, clock))
    now: datetime = await loaders[_moment].load("now")
    return now


async def _read(clock: Clock, keys: list[str]) -> list[datetime]:
    with reading.timed():
        now = await clock()
    return [now for _ in keys]


class FreshLoaders(SchemaExtension):
    """Give every operation its own loaders, and every event of a subscription new ones.

    The context lives as long as a socket. A loader kept there would answer a later event with the
    rows of the first one. Each operation runs in its own task, so a context variable is its own.
    """

    def on_operation(self) -> Iterator[None]:
        token = _loaders.set({})
        yield
        # A stream may be closed by another task than opened it; then there is nothing to restore.
        with suppress(ValueError):
            _loaders.reset(token)

    def on_stream_result(self, result: object) -> Iterator[None]:  # noqa: ARG002 - Strawberry's signature
        yield
        _loaders.get().clear()
