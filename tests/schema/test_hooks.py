"""Hooks of extensions run in order, end in reverse, and see what goes wrong: as Strawberry's do."""

from __future__ import annotations

import asyncio

import pytest
import strawberry
from strawberry.extensions import SchemaExtension

from schema.errors import Schema
from schema.hooks import hooks_of

said: list[str] = []


@strawberry.type
class Query:
    @strawberry.field
    async def hello(self, slow: bool = False) -> str:
        if slow:
            await asyncio.Event().wait()
        said.append("resolved")
        return "hello"


class Telling(SchemaExtension):
    name = "a"

    def on_operation(self):
        said.append(f"{self.name} begins")
        yield
        said.append(f"{self.name} ends")

    async def on_execute(self):
        said.append(f"{self.name} executes")
        yield
        said.append(f"{self.name} executed")


class Second(Telling):
    name = "b"

    def get_results(self):
        return {"told": self.execution_context.operation_name}


class Timed(SchemaExtension):
    async def on_execute(self):
        async with asyncio.timeout(0.01):
            yield


class Failing(SchemaExtension):
    def on_validate(self):
        yield
        raise RuntimeError("a fault of the house")


@pytest.fixture(autouse=True)
def _nothing_said():
    said.clear()


async def test_hooks_begin_in_order_and_end_in_reverse():
    answer = await Schema(Query, extensions=[Telling, Second]).execute("query Q { hello }")

    assert answer.data == {"hello": "hello"}
    assert said == [
        *("a begins", "b begins", "a executes", "b executes", "resolved"),
        *("b executed", "a executed", "b ends", "a ends"),
    ]
    assert answer.extensions == {"told": "Q"}


async def test_a_hook_that_times_its_stage_ends_it_and_the_outer_hooks_end_as_well():
    answer = await Schema(Query, extensions=[Telling, Timed]).execute("{ hello(slow: true) }")

    assert answer.data is None
    assert answer.errors and answer.errors[0].extensions["code"] == "TIMEOUT"
    assert said == ["a begins", "a executes"]


async def test_a_fault_in_a_hook_is_told_as_a_fault_and_nothing_is_resolved():
    answer = await Schema(Query, extensions=[Failing]).execute("{ hello }")

    assert answer.data is None
    assert answer.errors and answer.errors[0].extensions["code"] == "INTERNAL_SERVER_ERROR"
    assert said == []


def test_a_hook_that_is_no_generator_is_refused():
    class Wrong(SchemaExtension):
        async def on_execute(self):
            pass

    with pytest.raises(TypeError, match="Wrong"):
        hooks_of((Wrong,), "on_execute")
