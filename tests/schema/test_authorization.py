"""Who asks over HTTP: nobody, somebody, or one whose token is no good."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from hmk_graph.errors import Unavailable
from schema.transport import GRAPHQL_JSON, JSON
from tests.schema.house import House, identity, serving


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with serving() as house:
        yield house


@pytest.fixture
async def client(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=house.url.removesuffix("/graphql"), timeout=60) as client:
        yield client


def code_of(response: httpx.Response) -> str:
    assert response.headers["content-type"].split(";")[0] in (JSON, GRAPHQL_JSON)
    body = response.json()
    assert "data" not in body
    extensions = body["errors"][0]["extensions"]
    assert extensions["messageBn"]
    assert extensions["messageEn"] == body["errors"][0]["message"]
    code: str = extensions["code"]
    return code


async def test_a_good_token_names_the_viewer_and_no_token_nobody(
    house: House, client: httpx.AsyncClient
):
    house.tokens["good"] = identity(7)

    signed_in = await client.post(
        "/graphql", json={"query": "{ viewer }"}, headers={"Authorization": "Bearer good"}
    )
    anonymous = await client.post("/graphql", json={"query": "{ viewer }"})

    assert signed_in.json() == {"data": {"viewer": 7}}
    assert anonymous.json() == {"data": {"viewer": None}}


@pytest.mark.parametrize(
    ("authorization", "reason"),
    [
        ("Bearer old", "TOKEN_EXPIRED"),
        ("Bearer just-now", "TOKEN_EXPIRED"),
        ("Bearer unknown", "TOKEN_INVALID"),
        ("Bearer", "TOKEN_INVALID"),
        ("Basic Zm9vOmJhcg==", "TOKEN_INVALID"),
    ],
)
async def test_a_token_that_is_no_good_is_refused_with_the_reason_and_nothing_runs(
    house: House, client: httpx.AsyncClient, authorization: str, reason: str
):
    house.tokens["old"] = identity(7, lasts=timedelta(seconds=-1))
    house.tokens["just-now"] = identity(7, lasts=timedelta(0))
    asked = {"query": "{ hello }"}
    headers = {"Authorization": authorization}

    plain = await client.post("/graphql", json=asked, headers=headers)
    new = await client.post("/graphql", json=asked, headers={**headers, "Accept": GRAPHQL_JSON})

    assert (plain.status_code, new.status_code) == (200, 401)
    for response in (plain, new):
        assert code_of(response) == "UNAUTHENTICATED"
        assert response.json()["errors"][0]["extensions"]["reason"] == reason


@pytest.mark.parametrize(
    "fault", [Unavailable(), ConnectionRefusedError(111, "no"), TimeoutError()]
)
async def test_a_database_that_is_away_while_the_token_is_read_is_told_as_such(
    house: House, client: httpx.AsyncClient, fault: Exception
):
    house.tokens["any"] = fault
    headers = {"Authorization": "Bearer any", "Accept": GRAPHQL_JSON}

    response = await client.post("/graphql", json={"query": "{ hello }"}, headers=headers)

    assert response.status_code == 503
    assert code_of(response) in ("UNAVAILABLE", "TIMEOUT")
    assert response.headers["retry-after"] == "2"


async def test_a_fault_of_ours_while_the_token_is_read_does_not_speak(
    house: House, client: httpx.AsyncClient
):
    house.tokens["any"] = ZeroDivisionError("a secret")

    response = await client.post("/graphql", json={"query": "{ hello }"},
        headers={"Authorization": "Bearer any", "Accept": GRAPHQL_JSON},
    )  # fmt: skip

    assert response.status_code == 500
    assert code_of(response) == "INTERNAL_SERVER_ERROR"
    assert "secret" not in response.text
