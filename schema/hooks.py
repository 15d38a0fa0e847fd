"""The hooks of the schema's extensions, looked up once for each kind instead of at each request.

Strawberry looks at every extension at each of an operation's four stages, wraps each hook into a
context manager and each stage into an exit stack: some 200 microseconds of a request. What a hook
may do is the same here: it is a generator that yields once, and sees what went wrong meanwhile.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, Generator, Sequence
from functools import lru_cache
from types import TracebackType
from typing import Any, TypeAlias

from strawberry.extensions import SchemaExtension
from strawberry.extensions.runner import SchemaExtensionsRunner
from strawberry.types import ExecutionContext, StreamExecutionResult

# What a hook returns: it has run to its yield once it was asked for the first time.
Running: TypeAlias = Generator[None, None, None] | AsyncGenerator[None, None]
# `Any`: functions of different extensions; `on_stream_result` is given the result, too.
Hooks: TypeAlias = tuple[tuple[int, Any], ...]


@lru_cache(maxsize=1_024)
def hooks_of(kinds: tuple[type[SchemaExtension], ...], stage: str) -> Hooks:
    """Return which extensions have a hook for a stage, by their places, and the hooks.

    Raises:
        TypeError: A hook is no generator.
    """
    found = []
    for place, kind in enumerate(kinds):
        hook = getattr(kind, stage)
        if hook is getattr(SchemaExtension, stage):
            continue
        if not inspect.isgeneratorfunction(hook) and not inspect.isasyncgenfunction(hook):
            raise TypeError(f"{kind.__name__}.{stage} has to be a generator")
        found.append((place, hook))
    return tuple(found)


class Stage:
    """One stage of an operation: entering it runs the hooks to their yields, in order."""

    __slots__ = ("_given", "_hooks", "_owners", "_running")

    def __init__(
        self, owners: Sequence[SchemaExtension], hooks: Hooks, given: tuple[object, ...]
    ) -> None:
        self._owners = owners
        self._hooks = hooks
        self._given = given
        self._running: list[Running] = []

    async def __aenter__(self) -> None:
        try:
            for place, hook in self._hooks:
                running: Running = hook(self._owners[place], *self._given)
                if isinstance(running, Generator):
                    next(running)
                else:
                    await anext(running)
                self._running.append(running)
        except BaseException as error:
            if not await self.__aexit__(type(error), error, error.__traceback__):
                raise

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Run the hooks to their ends, the last first; each may replace or swallow an error."""
        now = error
        while self._running:
            running = self._running.pop()
            try:
                if isinstance(running, Generator):
                    next(running, None) if now is None else running.throw(now)
                elif now is None:
                    await anext(running, None)
                else:
                    await running.athrow(now)
            except (StopIteration, StopAsyncIteration) as end:
                now = now if end is now else None
            except BaseException as raised:
                now = raised
        if now is not None and now is not error:
            raise now
        return error is not None and now is None


class Runner(SchemaExtensionsRunner):
    """Runs the hooks of an operation's extensions."""

    def __init__(
        self,
        execution_context: ExecutionContext,
        extensions: list[SchemaExtension] | None = None,
    ) -> None:
        super().__init__(execution_context, extensions)
        self._kinds = tuple(map(type, self.extensions))

    # `Any`: Strawberry names the classes that it makes of the same stages.

    def operation(self) -> Any:
        """Return the stage of the whole operation."""
        return self._stage("on_operation")

    def parsing(self) -> Any:
        """Return the stage in which the document is parsed."""
        return self._stage("on_parse")

    def validation(self) -> Any:
        """Return the stage in which the document is validated."""
        return self._stage("on_validate")

    def executing(self) -> Any:
        """Return the stage in which the fields are resolved."""
        return self._stage("on_execute")

    def on_stream_result(self, result: StreamExecutionResult) -> Any:
        """Return the stage of one result of a stream."""
        return self._stage("on_stream_result", result)

    async def get_extensions_results(self, ctx: ExecutionContext) -> dict[str, Any]:
        """Return what the extensions add to the result."""
        if not _tell(self._kinds):
            return dict(ctx.extensions_results)
        return await super().get_extensions_results(ctx)

    def _stage(self, name: str, *given: object) -> Stage:
        return Stage(self.extensions, hooks_of(self._kinds, name), given)


@lru_cache(maxsize=256)
def look_at_fields(kinds: tuple[type[SchemaExtension], ...]) -> bool:
    """Say whether any of the extensions looks at each field that is resolved."""
    return any(kind.resolve is not SchemaExtension.resolve for kind in kinds)


@lru_cache(maxsize=256)
def _tell(kinds: tuple[type[SchemaExtension], ...]) -> bool:
    """Say whether any of the extensions adds something to the result."""
    return any(kind.get_results is not SchemaExtension.get_results for kind in kinds)
