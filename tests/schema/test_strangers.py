"""What a hostile page, a stranger and a hostile document get at the edge: nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from graphql import get_introspection_query

from schema.limits import Limits
from schema.requests import LARGEST_BODY
from schema.transport import GRAPHQL_JSON
from tests.schema.house import House, identity, serving
from tests.schema.toy import context, toy_schema

OURS = "https://haat.example.org"
PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type",
}
MUTATION = '{"query":"mutation { bid(amount: 600) { __typename } }"}'


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with serving(allowed_origins=[OURS]) as house:
        yield house


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(headers={"Accept": GRAPHQL_JSON}, timeout=60) as client:
        yield client


async def test_a_page_of_an_allowed_origin_may_ask_and_read(
    house: House, client: httpx.AsyncClient
):
    allowed = await client.options(house.url, headers={"Origin": OURS, **PREFLIGHT})
    answer = await client.post(house.url, json={"query": "{ hello }"}, headers={"Origin": OURS})

    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == OURS
    assert "Content-Type" in allowed.headers["access-control-allow-headers"]
    assert answer.json() == {"data": {"hello": "নমস্কার"}}
    assert answer.headers["access-control-allow-origin"] == OURS
    assert "Origin" in answer.headers["vary"]
    # Cookies are for our own pages alone.
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "https://haat.example.org.evil.example"]
)
async def test_a_page_of_another_origin_may_neither_ask_nor_read(
    house: House, client: httpx.AsyncClient, origin: str
):
    refused = await client.options(house.url, headers={"Origin": origin, **PREFLIGHT})
    answer = await client.post(house.url, json={"query": "{ hello }"}, headers={"Origin": origin})

    assert refused.status_code == 400
    assert "access-control-allow-origin" not in refused.headers
    assert "access-control-allow-origin" not in answer.headers


# What a page of any origin can send without asking first (Fetch standard, "simple" requests).
@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
async def test_no_simple_request_of_another_page_does_anything(
    house: House, client: httpx.AsyncClient, media: str
):
    posted = await client.post(
        house.url,
        content=MUTATION,
        headers={"Content-Type": media, "Origin": "https://evil.example"},
    )
    gotten = await client.get(
        house.url, params={"query": "mutation { bid(amount: 600) { __typename } }"}
    )

    assert posted.status_code == 415
    assert gotten.status_code == 405


TEN_MEGABYTES = 10_485_760
PIECE = b"%x\r\n" % 10_000 + b" " * 10_000 + b"\r\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"Content-Length: {TEN_MEGABYTES}", b""),
        ("Transfer-Encoding: chunked", b"%x\r\n" % TEN_MEGABYTES + b" " * (LARGEST_BODY + 1)),
        ("Transfer-Encoding: chunked", PIECE * (LARGEST_BODY // 10_000 + 1)),
    ],
    ids=["declared", "undeclared", "in pieces"],
)
async def test_ten_megabytes_are_refused_before_they_have_come(
    house: House, head: str, body: bytes
):
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    lines = ["POST /graphql HTTP/1.1", "Host: h", "Content-Type: application/json", head, "", ""]
    writer.write("\r\n".join(lines).encode() + body)

    async with asyncio.timeout(60):
        said = await reader.read()  # to the end: the rest is not waited for

    assert said.startswith(b"HTTP/1.1 413")
    assert b"\r\nconnection: close" in said.lower()
    writer.close()


CLOSED = Limits(schema_for_all=False)
SCHEMA_QUERIES = [
    "{ __schema { types { name } } }",
    '{ __type(name: "Cow") { name } }',
    "{ ...F } fragment F on Query { __schema { types { name } } }",
    "{ ... { ... on Query { s: __schema { types { name } } } } }",
    get_introspection_query(),
]


@pytest.mark.parametrize("query", SCHEMA_QUERIES)
async def test_in_production_the_schema_is_told_to_those_who_are_signed_in_alone(query: str):
    schema = toy_schema(CLOSED)

    stranger = await schema.execute(query, context_value=context())
    person = await schema.execute(query, context_value=context(7))

    assert stranger.data is None
    [error] = stranger.errors or []
    assert error.extensions["code"] == "INTROSPECTION_DISABLED"
    assert person.errors is None


async def test_a_stranger_may_still_ask_for_the_name_of_a_type(client: httpx.AsyncClient):
    async with serving(toy_schema(CLOSED)) as house:
        house.tokens["good"] = identity(7)

        named = await client.post(house.url, json={"query": "{ cow { __typename } }"})
        refused = await client.post(house.url, json={"query": SCHEMA_QUERIES[0]})

    assert named.json() == {"data": {"cow": {"__typename": "Cow"}}}
    assert refused.status_code == 403


HOSTILE = {
    "a thousand aliases": "{" + " ".join(f"a{n}: hello" for n in range(1_000)) + "}",
    "deep": "{ cow" + " { mother" * 500 + " { name }" + " }" * 500 + " }",
    "wide": "{ cow {" + "name " * 1_900 + "} }",
    "costly": "{ cows(first: 100) { edges { node { calves(first: 100) { edges { cursor } } } } } }",
    "doubling": "{ ...F0 }"
    + " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60))
    + " fragment F60 on Query { hello }",
    "a cycle": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A hello }",
    "directives": "{ hello " + "@skip(if: false) " * 400 + "}",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
async def test_no_hostile_document_is_executed_by_the_real_schema_or_by_toys(query: str):
    ran = 0

    class Counting(dict[str, object]):
        def __getattr__(self, name: str) -> object:
            nonlocal ran
            ran += 1
            return super().__getattribute__(name)

    toys = await toy_schema().execute(query, context_value=context(), root_value=Counting())

    assert toys.data is None
    assert ran == 0
    assert {error.extensions["code"] for error in toys.errors or []} <= {
        "QUERY_TOO_COMPLEX",
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
    }
