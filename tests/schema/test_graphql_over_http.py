"""The cases of the graphql-http audit of servers, by their ids (github.com/graphql/graphql-http).

All of its sixty MUSTs, SHOULDs and MAYs hold here. Each case says what is sent and what comes back.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from schema.transport import GRAPHQL_JSON, JSON
from tests.schema.house import House, serving

NAME = "{ __typename }"
NAMED = "query Named { __typename }"
TYPED = "query Typed($name: String!) { __type(name: $name) { name } }"
NOTHING = object()


@dataclass(frozen=True, kw_only=True)
class Case:
    ids: str
    body: object = NOTHING
    params: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    accept: str | None = JSON
    status: int = 200
    media: str | None = None
    has_data: bool | None = None


def of_parameter(ids: str, name: str, values: list[object]) -> list[Case]:
    """A parameter of a wrong type is 400, whatever the answer is written in."""
    return [
        Case(ids=f"{ids}{n}", body={"query": NAME, name: value}, status=400, has_data=False)
        for n, value in enumerate(values)
    ]


def allowed(ids: tuple[str, str], body: dict[str, Any]) -> list[Case]:
    return [
        Case(ids=ids[0], body=body, accept=GRAPHQL_JSON, has_data=True),
        Case(ids=ids[1], body=body, accept=JSON, has_data=True),
    ]


def failing(ids: tuple[str, str], body: dict[str, Any]) -> list[Case]:
    """A request that cannot be executed: 400 without data in the new media type, 200 in JSON."""
    return [
        Case(ids=ids[0], body=body, accept=GRAPHQL_JSON, status=400, has_data=False),
        Case(ids=ids[1], body=body, accept=JSON, status=200, has_data=False),
    ]


CASES = [
    Case(ids="22EB", body={"query": NAME}, accept=GRAPHQL_JSON, media=GRAPHQL_JSON),
    Case(ids="4655", body={"query": NAME}, accept=JSON, media=JSON),
    Case(ids="47DE", body={"query": NAME}, accept="*/*", media=JSON),
    Case(ids="80D8", body={"query": NAME}, accept=None, media=JSON),
    Case(ids="BF61", body={"query": TYPED, "variables": {"name": "Run🏃Swim🏊"}},
         headers={"Content-Type": "application/json; charset=utf-8"}),
    Case(ids="78D5 2C94 03D4", body={"query": NAME}, has_data=True),
    Case(ids="5A70", params={"query": NAME}, has_data=True),
    Case(ids="9C48", params={"query": "mutation { __typename }"}, accept=GRAPHQL_JSON, status=405),
    Case(ids="9ABE", body={"query": NAME}, headers={"Content-Type": ""}, status=415),
    Case(ids="A5BF", body=b"", status=400),
    Case(ids="423L", body={"notquery": "{}"}, status=400),
    *[Case(ids=f"LKJ{n}", body={"query": value}, status=400)
      for n, value in enumerate([{"obj": "ect"}, 0, False, ["array"]])],
    *allowed(("34A2", "13EE"), {"query": NAME}),
    *of_parameter("6C0", "operationName", [{"obj": "ect"}, 0, False, ["array"]]),
    *allowed(("8161", "B8B3"), {"query": NAMED, "operationName": "Named"}),
    *allowed(("94B0", "0220"), {"query": NAME, "variables": None}),
    *allowed(("94B1", "0221"), {"query": NAME, "operationName": None}),
    *allowed(("94B2", "0222"), {"query": NAME, "extensions": None}),
    *of_parameter("476", "variables", ["string", 0, False, ["array"]]),
    *allowed(("2EA1", "28B9"), {"query": TYPED, "variables": {"name": "sometype"}}),
    Case(ids="D6D5", params={"query": TYPED, "variables": '{"name":"sometype"}'},
         accept=GRAPHQL_JSON, has_data=True),
    Case(ids="6A70", params={"query": TYPED, "variables": '{"name":"sometype"}'}, has_data=True),
    *of_parameter("58B", "extensions", ["string", 0, False, ["array"]]),
    *allowed(("428F", "1B7A"), {"query": NAME, "extensions": {"some": "value"}}),
    Case(ids="B6DC BCF8", body=b'{ "not a JSON', status=400),
    Case(ids="8764 3E3A", body={"qeury": NAME}, status=400),
    *failing(("865D 556A D586", "572B"), {"query": "{"}),
    *failing(("51FE 74FF 5E5B", "FDE2"), {"query": "{ 8f31403dfe404bccbb0e835f2629c6a7 }"}),
    *failing(("86EE", "7B9B"), {"query": TYPED, "variables": {"name": None}}),
]  # fmt: skip


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with serving() as house:
        yield house


@pytest.mark.parametrize("case", CASES, ids=[case.ids for case in CASES])
async def test_the_server_answers_as_the_audit_asks(case: Case, house: House):
    async with httpx.AsyncClient() as client:
        if case.accept is None:
            del client.headers["Accept"]
        else:
            client.headers["Accept"] = case.accept

        if case.params:
            answer = await client.get(house.url, params=case.params, headers=case.headers)
        elif isinstance(case.body, bytes):
            headers = {"Content-Type": JSON, **case.headers}
            answer = await client.post(house.url, content=case.body, headers=headers)
        else:
            answer = await client.post(house.url, json=case.body, headers=case.headers)

    assert answer.status_code == case.status
    assert answer.headers["content-type"].endswith("; charset=utf-8")  # 82A3
    if case.media is not None:
        assert answer.headers["content-type"].startswith(case.media + ";")
    if case.has_data is not None:
        assert ("data" in answer.json()) == case.has_data


def test_no_case_of_the_audit_is_forgotten():
    ids = [one for case in CASES for one in case.ids.split()]

    assert len({*ids, "82A3"}) == len(ids) + 1 == 60  # that one is asserted of every answer
