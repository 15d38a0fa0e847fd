"""Subscriptions as server-sent events: the same rights, limits and farewells as over a socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest

from schema import event_source
from schema.sockets import SOCKETS_PER_ACCOUNT, Sockets
from tests.schema import toy
from tests.schema.house import House, identity, serving

EVENTS = "text/event-stream"
# What urql sends with every request.
URQL = (
    "application/graphql-response+json, application/graphql+json, application/json,"
    " text/event-stream, multipart/mixed"
)
WAITS = "subscription { waits }"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    toy.closed.clear()
    async with serving() as house:
        yield house


@asynccontextmanager
async def stream(
    house: House, query: str, *, accept: str = EVENTS, token: str | None = None, **variables: Any
) -> AsyncIterator[httpx.Response]:
    headers = {"Accept": accept} | ({"Authorization": f"Bearer {token}"} if token else {})
    body = {"query": query, "variables": variables}
    async with (
        asyncio.timeout(60),
        httpx.AsyncClient(timeout=20, verify=False) as client,
        client.stream("POST", house.url, json=body, headers=headers) as response,
    ):
        yield response


async def events(response: httpx.Response) -> AsyncIterator[tuple[str, Any]]:
    """Yield what is said: (event, data)."""
    kind = ""
    async for line in response.aiter_lines():
        if line.startswith("event: "):
            kind = line.removeprefix("event: ")
        elif line.startswith("data: "):
            data = line.removeprefix("data: ")
            yield kind, json.loads(data) if data else None


async def all_of(response: httpx.Response) -> list[tuple[str, Any]]:
    return [each async for each in events(response)]


async def test_a_stream_is_next_events_and_then_complete(house: House):
    async with stream(house, "subscription($n: Int!) { ticks(count: $n) }", n=2) as response:
        told = await response.aread()

    assert response.status_code == 200
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["x-accel-buffering"] == "no"
    assert told == (
        b'event: next\ndata: {"data":{"ticks":0}}\n\n'
        b'event: next\ndata: {"data":{"ticks":1}}\n\n'
        b"event: complete\ndata: \n\n"
    )


async def test_a_browsers_event_source_asks_by_get(house: House):
    async with httpx.AsyncClient(verify=False) as client:
        response = await client.get(
            house.url,
            params={"query": "subscription { ticks(count: 1) }"},
            headers={"Accept": EVENTS},
        )
        mutation = await client.get(
            house.url,
            params={"query": "mutation { bid(amount: 1) { __typename } }"},
            headers={"Accept": EVENTS},
        )

    assert response.text.endswith("event: complete\ndata: \n\n")
    assert mutation.status_code == 405


async def test_a_client_that_merely_lists_events_gets_json_but_for_its_subscriptions(house: House):
    """Trap 11: events took every query of such clients away from them."""
    async with stream(house, "{ hello }", accept=URQL) as response:
        assert json.loads(await response.aread()) == {"data": {"hello": "নমস্কার"}}
    async with stream(house, "subscription { ticks(count: 1) }", accept=URQL) as response:
        assert [kind for kind, _ in await all_of(response)] == ["next", "complete"]


@pytest.mark.parametrize(
    ("accept", "wants"),
    [
        (EVENTS, True),
        (f"{EVENTS}, application/json", True),
        (f"application/json, {EVENTS}", False),
        (f"application/json;q=0.5, {EVENTS}", True),
        (f"{EVENTS};q=0.5, application/graphql-response+json", False),
        (f"{EVENTS};q=0", False),
        (URQL, False),
        ("*/*", False),
        ("", False),
    ],
)
def test_events_are_sent_to_those_who_put_them_first(accept: str, wants: bool):
    assert event_source.preferred(accept) is wants


async def test_a_query_of_a_client_that_takes_events_only_is_one_event(house: House):
    async with stream(house, "{ hello }") as response:
        assert await all_of(response) == [
            ("next", {"data": {"hello": "নমস্কার"}}),
            ("complete", None),
        ]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { unseen }", "UNAUTHENTICATED"),
        ("subscription {", "GRAPHQL_PARSE_FAILED"),
    ],
)
async def test_what_is_wrong_is_told_as_an_event(house: House, query: str, code: str):
    async with stream(house, query) as response:
        [(_, told), end] = await all_of(response)

    assert told["errors"][0]["extensions"]["code"] == code
    assert end == ("complete", None)


async def test_a_client_that_leaves_leaves_nothing_behind(house: House):
    async with stream(house, WAITS) as response:
        assert await anext(events(response)) == ("next", {"data": {"waits": None}})

    async with asyncio.timeout(60):
        await house.sockets._empty.wait()
    assert toy.closed == [""]


async def test_a_stream_takes_a_place_of_its_person_and_of_its_address():
    async with serving(sockets=Sockets(per_address=SOCKETS_PER_ACCOUNT + 1)) as house:
        house.tokens["good"] = identity(7)
        async with asyncio.timeout(60):
            held = [stream(house, WAITS, token="good") for _ in range(SOCKETS_PER_ACCOUNT)]
            for each in held:
                await each.__aenter__()

            async with stream(house, WAITS, token="good") as of_the_person:
                pass
            async with (
                stream(house, WAITS) as other,
                stream(house, WAITS) as of_the_address,
            ):
                pass
            for each in held:
                await each.__aexit__(None, None, None)

    assert [r.status_code for r in (of_the_person, other, of_the_address)] == [429, 200, 429]


async def test_a_stream_does_not_outlive_its_token(house: House):
    house.tokens["short"] = identity(7, lasts=timedelta(seconds=1.5))
    async with stream(house, WAITS, token="short") as response:
        [_, (_, told), end] = await all_of(response)

    assert told["errors"][0]["extensions"]["reason"] == "TOKEN_EXPIRED"
    assert end == ("complete", None)
    assert len(house.sockets) == 0


async def test_a_revoked_session_loses_its_streams_and_no_others(house: House):
    house.tokens["lost"] = identity(7, session_id=1)
    house.tokens["kept"] = identity(7, session_id=2)
    async with (
        stream(house, WAITS, token="lost") as lost,
        stream(house, WAITS, token="kept") as kept,
    ):
        told, other = events(lost), events(kept)
        await anext(told), await anext(other)

        assert house.sockets.close_session(1) == 1

        code = (await anext(told))[1]["errors"][0]["extensions"]["code"]
        assert code == "UNAUTHENTICATED"
        assert len(house.sockets) >= 1


async def test_a_server_that_goes_down_ends_streams_and_lets_nobody_in(house: House):
    async with stream(house, WAITS) as response:
        told = events(response)
        await anext(told)

        await house.sockets.drain()

        # Not complete: the client is to come back with its cursor.
        assert [each async for each in told] == []
    async with stream(house, WAITS) as late:
        assert late.status_code == 503


async def test_a_quiet_stream_is_kept_open_by_comments(house: House, monkeypatch):
    monkeypatch.setattr(event_source, "COMMENT_S", 0.01)
    async with stream(house, WAITS) as response:
        told = b""
        async for part in response.aiter_raw():
            told += part
            if told.endswith(b":\n\n:\n\n"):
                break

    assert told.startswith(b"event: next\n")
