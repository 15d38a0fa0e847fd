"""The GraphQL address over HTTP, through a real server."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from schema.limits import Limits
from schema.requests import LARGEST_BODY
from schema.transport import GRAPHQL_JSON, JSON, negotiated
from tests.schema.house import House, serving
from tests.schema.toy import toy_schema

JSON_BODY = {"Content-Type": JSON}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with serving(toy_schema()) as house:
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


async def test_a_query_is_answered_in_json_with_bengali_letters_as_they_are(
    client: httpx.AsyncClient,
):
    response = await client.post("/graphql", json={"query": "{ hello }"})

    assert response.status_code == 200
    assert response.text == '{"data":{"hello":"নমস্কার"}}'
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["cache-control"] == "no-store"


async def test_a_query_may_come_by_get_with_variables(client: httpx.AsyncClient):
    query = "query Say($text: String!) { echo(text: $text) }"
    given = {"query": query, "variables": '{"text":"গরু"}', "operationName": "Say"}

    response = await client.get("/graphql", params=given)

    assert response.json() == {"data": {"echo": "গরু"}}


async def test_a_mutation_by_get_is_refused_and_says_what_to_use(client: httpx.AsyncClient):
    response = await client.get(
        "/graphql", params={"query": "mutation { bid(amount: 600) { __typename } }"}
    )

    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert code_of(response) == "BAD_REQUEST"


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_JSON, "*/*"])
async def test_a_subscription_over_plain_http_is_refused_clearly(
    client: httpx.AsyncClient, accept: str
):
    response = await client.post(
        "/graphql", json={"query": "subscription { ticks(count: 1) }"}, headers={"Accept": accept}
    )

    assert response.status_code == 400
    assert "WebSocket" in response.json()["errors"][0]["message"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_other_methods_are_refused_in_json(client: httpx.AsyncClient, method: str):
    response = await client.request(method, "/graphql", json={"query": "{ hello }"})

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, POST"
    assert code_of(response) == "BAD_REQUEST"


# It can be read and not be written again, as an answer that is kept for others has to be.
DEEP = "[" * 900 + "]" * 900
NOT_REQUESTS: list[tuple[str, bytes]] = [
    ("null", b"null"),
    ("a text", b'"{ hello }"'),
    ("true", b"true"),
    ("a number", b"12"),
    ("a list", b'[{"query":"{ hello }"}]'),
    ("bad UTF-8", b'{"query":"{ hello }\xff"}'),
    ("deep lists", b"[" * 50_000),
    ("deep variables", b'{"query":"{hello}","variables":' + b'{"a":' * 15_000),
    ("half a surrogate pair", b'{"query":"{ hello }","operationName":"\\ud800"}'),
    ("NaN", b'{"query":"{ hello }","variables":{"a":NaN}}'),
    ("infinity", b'{"query":"{ hello }","variables":{"a":Infinity}}'),
    ("deep variables", b'{"query":"{ hello }","variables":{"a":' + DEEP.encode() + b"}}"),
    ("NUL", b'{"query":"query($t:String!){echo(text:$t)}","variables":{"t":"a\\u0000"}}'),
    ("nothing", b""),
    ("no query", b"{}"),
    ("an empty query", b'{"query":" "}'),
    ("a query that is a number", b'{"query":1}'),
    ("a query that is an object", b'{"query":{}}'),
    ("variables that are a list", b'{"query":"{hello}","variables":[]}'),
    ("variables that are a text", b'{"query":"{hello}","variables":"{}"}'),
    ("extensions that are a number", b'{"query":"{hello}","extensions":0}'),
    ("a name that is a list", b'{"query":"{hello}","operationName":[]}'),
]


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_JSON])
@pytest.mark.parametrize(
    "body", [body for _, body in NOT_REQUESTS], ids=[n for n, _ in NOT_REQUESTS]
)
async def test_a_body_that_is_no_request_gets_400_in_json(
    client: httpx.AsyncClient, body: bytes, accept: str
):
    response = await client.post("/graphql", content=body, headers={**JSON_BODY, "Accept": accept})

    assert response.status_code == 400
    assert code_of(response) == "BAD_REQUEST"


@pytest.mark.parametrize(
    "variables", ["[" * 20_000, f'{{"a":{DEEP}}}', "NaN", "null,", '{"a":"\\ud800"}', '"x"']
)
async def test_variables_in_an_address_that_cannot_be_read_get_400(
    client: httpx.AsyncClient, variables: str
):
    response = await client.get("/graphql", params={"query": "{ hello }", "variables": variables})

    assert response.status_code == 400
    assert code_of(response) == "BAD_REQUEST"


async def test_a_compressed_body_is_refused(client: httpx.AsyncClient):
    body = gzip.compress(b'{"query":"{ hello }"}')

    response = await client.post(
        "/graphql", content=body, headers={**JSON_BODY, "Content-Encoding": "gzip"}
    )

    assert response.status_code == 415
    assert code_of(response) == "BAD_REQUEST"


@pytest.mark.parametrize(
    "media",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
     "application/json; charset=utf-16"],
)  # fmt: skip
async def test_a_body_of_another_kind_is_refused_so_that_no_form_of_another_page_can_post(
    client: httpx.AsyncClient, media: str
):
    response = await client.post(
        "/graphql", content=b'{"query":"{ hello }"}', headers={"Content-Type": media}
    )

    assert response.status_code == 415
    assert code_of(response) == "BAD_REQUEST"


async def test_a_body_over_the_limit_is_refused_before_it_is_parsed(client: httpx.AsyncClient):
    filler = "#" * LARGEST_BODY

    said = await client.post("/graphql", json={"query": "{ hello }" + filler})

    assert said.status_code == 413
    assert code_of(said) == "BAD_REQUEST"


async def test_a_body_just_under_the_limit_is_answered(client: httpx.AsyncClient):
    comment = "x" * (LARGEST_BODY - len(json.dumps({"query": "{ hello }#"})))
    body = json.dumps({"query": "{ hello }#" + comment})

    response = await client.post("/graphql", content=body, headers=JSON_BODY)

    assert response.json() == {"data": {"hello": "নমস্কার"}}


REQUEST_ERRORS: list[tuple[str, dict[str, Any], str]] = [
    ("a syntax error", {"query": "{ hello"}, "GRAPHQL_PARSE_FAILED"),
    ("an unknown field", {"query": "{ nothing }"}, "GRAPHQL_VALIDATION_FAILED"),
    (
        "a variable of another type",
        {"query": "query($t:String!){echo(text:$t)}", "variables": {"t": 1}},
        "BAD_USER_INPUT",
    ),
    (
        "a variable that is missing",
        {"query": "query($t:String!){echo(text:$t)}"},
        "BAD_USER_INPUT",
    ),
    ("a NUL in the query", {"query": '{ echo(text: "\\u0000") }'}, "BAD_USER_INPUT"),
    ("an unknown operation", {"query": "{ hello }", "operationName": "Other"}, "BAD_REQUEST"),
]


@pytest.mark.parametrize(
    ("body", "code"),
    [case[1:] for case in REQUEST_ERRORS],
    ids=[case[0] for case in REQUEST_ERRORS],
)
async def test_what_cannot_be_executed_is_400_in_the_new_media_type_and_200_in_plain_json(
    client: httpx.AsyncClient, body: dict[str, Any], code: str
):
    new = await client.post("/graphql", json=body, headers={"Accept": GRAPHQL_JSON})
    plain = await client.post("/graphql", json=body, headers={"Accept": JSON})

    assert (new.status_code, code_of(new)) == (400, code)
    assert new.headers["content-type"] == "application/graphql-response+json; charset=utf-8"
    assert (plain.status_code, code_of(plain)) == (200, code)


async def test_an_error_of_a_field_leaves_the_rest_of_the_answer(client: httpx.AsyncClient):
    response = await client.post(
        "/graphql",
        json={"query": '{ hello fails(how: "forbidden") }'},
        headers={"Accept": GRAPHQL_JSON},
    )

    assert response.status_code == 200
    body = response.json()
    assert body["data"] == {"hello": "নমস্কার", "fails": None}
    assert body["errors"][0]["path"] == ["fails"]
    assert body["errors"][0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        (JSON, JSON),
        ("text/html", JSON),
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}, {JSON}", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}, {JSON};q=0.9", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0.8, {JSON}", JSON),
        (f"{GRAPHQL_JSON};q=0, */*", JSON),
        (f"{GRAPHQL_JSON}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL_JSON),
        ("application/json;q=wrong", JSON),
    ],
)
def test_the_new_media_type_is_for_those_who_ask_for_it(accept: str, media: str):
    assert negotiated(accept) == media


async def test_a_client_that_tries_a_hash_first_is_told_to_send_the_text(client: httpx.AsyncClient):
    body = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "ab"}}}

    response = await client.post("/graphql", json=body)

    assert response.status_code == 200
    assert response.json()["errors"][0]["message"] == "PersistedQueryNotSupported"


async def test_an_answer_that_takes_too_long_is_given_up_with_a_typed_error():
    async with (
        serving(toy_schema(Limits(seconds=0.2))) as house,
        httpx.AsyncClient(timeout=60) as client,
    ):
        response = await client.post(
            house.url, json={"query": "{ slow }"}, headers={"Accept": GRAPHQL_JSON}
        )

    assert response.status_code == 503
    assert code_of(response) == "TIMEOUT"
    assert response.headers["retry-after"] == "2"
    assert response.json()["errors"][0]["extensions"]["retryable"] is True
