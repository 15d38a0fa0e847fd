"""What people read when something is refused: each kind in both languages, with its fields."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import strawberry
from graphql import GraphQLObjectType, get_named_type

from hmk_graph.errors import DomainError
from hmk_graph.money import in_bengali, in_english
from schema import errors, root, scalars
from schema.errors import UserError, answer_to
from tests.schema.refusal_rows import ROWS, Row

HOUSE = root.build()
# Other tests register toys of their own in the same table.
ANSWERED = {kind for kind in errors._answers if kind.__module__.startswith("hmk_graph.")}
OF_ALL = ("code", "messageBn", "messageEn", "field", "params", "retryable")


@strawberry.type
class Query:
    @strawberry.field
    def refused(self, row: int) -> UserError:
        refusal = ROWS[row].refusal
        kind = answer_to(type(refusal))
        assert kind is not None
        return kind.of(refusal)


SCHEMA = errors.Schema(
    query=Query, types=[errors._answers[kind] for kind in ANSWERED], config=scalars.config()
)


async def told(row: Row) -> dict[str, Any]:
    """Return all that a client can read of a refusal."""
    name = answer_to(type(row.refusal)).__strawberry_definition__.name
    query = f"{{ refused(row: {ROWS.index(row)}) {{ __typename {_all_of(name)} }} }}"
    result = await SCHEMA.execute(query)
    assert result.errors is None, result.errors
    answer: dict[str, Any] = result.data["refused"]
    assert answer.pop("__typename") == name
    return answer


def _all_of(kind: str) -> str:
    """Return a selection of every field of a type, and of the objects in it."""
    text = f"... on {kind} {{ "
    found = HOUSE._schema.type_map[kind]
    assert isinstance(found, GraphQLObjectType)
    for name, each in found.fields.items():
        within = get_named_type(each.type)
        deeper = isinstance(within, GraphQLObjectType)
        text += f"{name} {{ {_all_of(within.name)} }} " if deeper else f"{name} "
    return text + "}"


def named(row: Row) -> str:
    return type(row.refusal).__name__


def test_each_kind_of_refusal_with_an_answer_is_looked_at():
    assert {type(row.refusal) for row in ROWS} == ANSWERED


@pytest.mark.parametrize("row", ROWS, ids=named)
async def test_a_refusal_gives_its_code_and_the_fields_of_its_own_kind(row: Row):
    answer = await told(row)

    assert answer["code"] == row.refusal.code
    assert answer["field"] == row.refusal.field
    assert answer["retryable"] is row.refusal.retryable
    assert {name: value for name, value in answer.items() if name not in OF_ALL} == row.own


@pytest.mark.parametrize("row", ROWS, ids=named)
async def test_what_the_messages_speak_of_is_json_that_any_client_can_read(row: Row):
    params = (await told(row))["params"]

    assert json.loads(json.dumps(params)) == params


@pytest.mark.parametrize("row", ROWS, ids=named)
async def test_a_refusal_is_told_in_bengali_to_who_reads_bengali(row: Row):
    message = (await told(row))["messageBn"].replace(row.quoted or "\0", "“”")

    assert re.fullmatch(r"[\u0980-\u09FF“”‘’৳।,.:;()/–\- ]+", message), message
    assert message[-1] in "।?!", message
    assert_finished(message)


@pytest.mark.parametrize("row", ROWS, ids=named)
async def test_a_refusal_is_told_in_english_to_who_reads_english(row: Row):
    message = (await told(row))["messageEn"].replace(row.quoted or "\0", "“”")

    assert re.fullmatch(r"[A-Za-z0-9“”‘’'৳,.:;()/–\- ]+", message), message
    assert re.match(r"[A-Z0-9“]", message), message
    assert message[-1] == ".", message
    assert_finished(message)


def assert_finished(message: str) -> None:
    """Check that no template, code word, empty place or thing of Python's shows through."""
    for unfinished in (r"[{}\[\]<>_]", r"\bNone\b", r"\bTrue\b|\bFalse\b", r"\b[A-Z]{3,}\b"):
        assert not re.search(unfinished, message), message
    assert not re.search(r"  | [,.।:;)]|\( | -[ .,)]", message), message


@pytest.mark.parametrize("row", ROWS, ids=named)
async def test_amounts_in_a_refusal_are_written_as_people_group_them(row: Row):
    answer = await told(row)
    for name, amount in _amounts(row, answer):
        if f"{{{name}}}" in row.refusal.en:
            assert in_english(amount) in answer["messageEn"]
            assert in_bengali(amount) in answer["messageBn"]

    assert ("৳" in answer["messageEn"]) == ("৳" in answer["messageBn"])
    assert not re.search(r"(?<![\d০-৯])[1-9১-৯][\d০-৯]{4,}", answer["messageEn"])
    assert not re.search(r"(?<![\d০-৯])[1-9১-৯][\d০-৯]{4,}", answer["messageBn"])


def _amounts(row: Row, answer: dict[str, Any]) -> list[tuple[str, int]]:
    kind = HOUSE._schema.type_map[answer_to(type(row.refusal)).__strawberry_definition__.name]
    return [
        (name, answer[name])
        for name, each in kind.fields.items()
        if get_named_type(each.type).name == "Paisa"
    ]


def test_a_kind_of_refusal_is_looked_for_among_all_that_there_are():
    """A test of the test: the table of answers must be full when the rows are compared."""
    assert len(ANSWERED) > 150
    assert all(issubclass(kind, DomainError) for kind in ANSWERED)
