"""The GraphQL address over WebSocket, through a real server and a real client."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from schema.connection import LARGEST_MESSAGE, MOST_SUBSCRIPTIONS
from tests.schema import toy
from tests.schema.house import House, serving

WAITS = "subscription { waits }"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    toy.closed.clear()
    async with serving() as house:
        yield house


async def test_a_subscription_gives_its_events_and_then_says_that_it_is_complete(house: House):
    async with house.greeted() as talk:
        await talk.ask("a", "subscription($n: Int!) { ticks(count: $n) }", n=2)

        assert [await talk.hear() for _ in range(3)] == [
            {"id": "a", "type": "next", "payload": {"data": {"ticks": 0}}},
            {"id": "a", "type": "next", "payload": {"data": {"ticks": 1}}},
            {"id": "a", "type": "complete"},
        ]


async def test_frames_carry_bengali_letters_as_they_are(house: House):
    async with house.greeted() as talk:
        await talk.ask("a", "subscription { cows(count: 1) { name } }")

        assert '"name":"ধলী"' in str(await talk.peer.recv())


async def test_a_query_may_use_the_socket_too(house: House):
    async with house.greeted() as talk:
        await talk.ask("a", "{ hello }")

        assert (await talk.hear())["payload"] == {"data": {"hello": "নমস্কার"}}
        assert await talk.hear() == {"id": "a", "type": "complete"}


async def test_a_ping_is_answered(house: House):
    async with house.socket() as talk:
        await talk.say({"type": "ping", "payload": None})

        assert await talk.hear() == {"type": "pong"}


async def test_a_completed_subscription_ends_on_the_server_and_is_heard_no_more(house: House):
    async with house.greeted() as talk:
        await talk.ask("a", 'subscription { waits(name: "a") }')
        await talk.hear()

        await talk.say({"id": "a", "type": "complete"})
        await talk.ask("a", "{ hello }")  # the id is free again

        assert (await talk.hear())["payload"] == {"data": {"hello": "নমস্কার"}}
        assert toy.closed == ["a"]


async def test_a_client_that_goes_away_leaves_nothing_behind(house: House):
    async with house.greeted() as talk:
        for i in range(3):
            await talk.ask(str(i), WAITS)
            await talk.hear()
        talk.peer.transport.abort()

    async with asyncio.timeout(60):
        await house.sockets._empty.wait()
    assert toy.closed == ["", "", ""]


MALFORMED: list[tuple[str, str | bytes]] = [
    ("no JSON", "hello"),
    ("nothing", ""),
    ("a number", "1"),
    ("a text", '"connection_init"'),
    ("null", "null"),
    ("true", "true"),
    ("a list", "[]"),
    ("deep lists", "[" * 50_000),
    ("an empty object", "{}"),
    ("a type that is a number", '{"type":1}'),
    ("a type that is a list", '{"type":["ping"]}'),
    ("an unknown type", '{"type":"start","id":"1"}'),
    ("a long unknown type", json.dumps({"type": "কখগ" * 300})),
    ("a type of the server", '{"type":"next","id":"1","payload":{}}'),
    ("an init with a text", '{"type":"connection_init","payload":"Bearer x"}'),
    ("a ping with a list", '{"type":"ping","payload":[]}'),
    ("a binary frame", b'{"type":"ping"}'),
    ("a deep payload", '{"type":"ping","payload":{"a":' + "[" * 900 + "]" * 900 + "}}"),
    ("NUL", '{"type":"ping","payload":{"a":"\\u0000"}}'),
    ("half a surrogate pair", '{"type":"ping","payload":{"a":"\\ud800"}}'),
    ("NaN", '{"type":"ping","payload":{"a":NaN}}'),
]
HELLO = '"payload":{"query":"{ hello }"}}'
MALFORMED_LATER: list[tuple[str, str]] = [
    ("an id that is an object", '{"type":"subscribe","id":{},' + HELLO),
    ("an id that is a number", '{"type":"subscribe","id":1,' + HELLO),
    ("an empty id", '{"type":"subscribe","id":"",' + HELLO),
    ("a long id", json.dumps({"type": "complete", "id": "x" * 129})),
    ("no id", '{"type":"subscribe",' + HELLO),
    ("no payload", '{"type":"subscribe","id":"1"}'),
    ("a null payload", '{"type":"subscribe","id":"1","payload":null}'),
    ("a list for a payload", '{"type":"subscribe","id":"1","payload":[]}'),
    ("no query", '{"type":"subscribe","id":"1","payload":{}}'),
    ("a null query", '{"type":"subscribe","id":"1","payload":{"query":null}}'),
    ("a query that is a number", '{"type":"subscribe","id":"1","payload":{"query":1}}'),
    (
        "variables that are a list",
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","variables":[]}}',
    ),
    (
        "a name that is a number",
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","operationName":1}}',
    ),
    (
        "extensions that are a text",
        '{"type":"subscribe","id":"1","payload":{"query":"{hello}","extensions":""}}',
    ),
    ("a complete without id", '{"type":"complete"}'),
    ("a complete with an object for an id", '{"type":"complete","id":{}}'),
]


@pytest.mark.parametrize("greeted", [False, True])
@pytest.mark.parametrize("text", [t for _, t in MALFORMED], ids=[n for n, _ in MALFORMED])
async def test_a_message_that_is_none_closes_with_4400(
    house: House, text: str | bytes, greeted: bool, caplog: pytest.LogCaptureFixture
):
    async with house.greeted() if greeted else house.socket() as talk:
        await talk.say(text)

        code, _ = await talk.closed_with()

    assert code == 4400
    assert not [r for r in caplog.records if r.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    "text", [t for _, t in MALFORMED_LATER], ids=[n for n, _ in MALFORMED_LATER]
)
async def test_a_request_of_the_wrong_shape_closes_with_4400(
    house: House, text: str, caplog: pytest.LogCaptureFixture
):
    async with house.greeted() as talk:
        await talk.say(text)

        code, _ = await talk.closed_with()

    assert code == 4400
    assert not [r for r in caplog.records if r.levelno >= logging.ERROR]


async def test_a_message_over_64_kilobytes_closes_with_1009(house: House):
    async with house.greeted() as talk:
        await talk.say({"type": "ping", "payload": {"filler": "x" * LARGEST_MESSAGE}})

        assert (await talk.closed_with())[0] == 1009


async def test_a_subscription_before_the_greeting_closes_with_4401(house: House):
    async with house.socket() as talk:
        await talk.ask("a", WAITS)

        assert await talk.closed_with() == (4401, "Unauthorized")


async def test_silence_after_connecting_closes_with_4408():
    async with serving(init_wait=timedelta(seconds=0.1)) as house, house.socket() as talk:
        assert (await talk.closed_with())[0] == 4408


async def test_an_id_that_is_in_use_closes_with_4409_however_long_it_is(house: House):
    async with house.greeted() as talk:
        await talk.ask("দ" * 128, WAITS)
        await talk.hear()
        await talk.ask("দ" * 128, WAITS)

        assert (await talk.closed_with())[0] == 4409


async def test_a_second_greeting_closes_with_4429(house: House):
    async with house.greeted() as talk:
        await talk.say({"type": "connection_init"})

        assert (await talk.closed_with())[0] == 4429


@pytest.mark.parametrize("protocols", [["graphql-ws"], ["other"], None])
async def test_another_subprotocol_closes_with_4406(house: House, protocols: list[str] | None):
    async with house.socket(subprotocols=protocols) as talk:
        assert (await talk.closed_with())[0] == 4406


BROKEN_REQUESTS = [
    ("subscription {", "GRAPHQL_PARSE_FAILED"),
    ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
    ("subscription { ticks(count: 1) waits }", "GRAPHQL_VALIDATION_FAILED"),
    ("subscription($n: Int!) { ticks(count: $n) }", "BAD_USER_INPUT"),
    ("fragment F on Query { hello }", "BAD_REQUEST"),
    ("", "BAD_REQUEST"),
    ("{" + "cow{mother" * 600 + "}" * 600 + "}", "GRAPHQL_PARSE_FAILED"),
    ("{ a" * 300 + "}" * 300, None),
]


@pytest.mark.parametrize(("query", "code"), BROKEN_REQUESTS)
async def test_a_request_that_cannot_be_run_gets_an_error_and_the_socket_lives_on(
    house: House, query: str, code: str | None
):
    async with house.greeted() as talk:
        await talk.ask("a", query)
        message = await talk.hear()
        await talk.ask("a", "{ hello }")

        assert (message["type"], message["id"]) == ("error", "a")
        extensions = message["payload"][0]["extensions"]
        assert extensions["messageBn"]
        assert extensions["code"] == code or code is None
        assert (await talk.hear())["payload"] == {"data": {"hello": "নমস্কার"}}


async def test_an_unexpected_fault_of_a_stream_is_logged_and_told_without_its_insides(
    house: House, caplog: pytest.LogCaptureFixture
):
    async with house.greeted() as talk:
        await talk.ask("a", 'subscription { breaks(how: "bug") }')
        await talk.hear()
        [error] = (await talk.hear())["payload"]["errors"]

        assert await talk.hear() == {"id": "a", "type": "complete"}
    assert error["message"] == "Something went wrong"
    [record] = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert error["extensions"]["reference"] in record.getMessage()
    assert isinstance((record.exc_info or (None, None))[1], ZeroDivisionError)


async def test_a_subscription_that_needs_a_viewer_says_so(house: House):
    async with house.greeted() as talk:
        await talk.ask("a", "subscription { unseen }")

        [error] = (await talk.hear())["payload"]["errors"]
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        assert await talk.hear() == {"id": "a", "type": "complete"}


async def test_a_refusal_in_the_middle_of_a_stream_is_told_by_its_code(house: House):
    async with house.greeted() as talk:
        await talk.ask("a", 'subscription { breaks(how: "forbidden") }')
        await talk.hear()

        [error] = (await talk.hear())["payload"]["errors"]
        assert error["extensions"]["code"] == "FORBIDDEN"


async def test_the_twenty_first_subscription_of_a_socket_is_refused_and_the_others_live_on(
    house: House,
):
    async with house.greeted() as talk:
        for i in range(MOST_SUBSCRIPTIONS):
            await talk.ask(str(i), WAITS)
            await talk.hear()

        await talk.ask("one more", WAITS)

        message = await talk.hear()
        assert message["type"] == "error"
        assert message["payload"][0]["extensions"]["code"] == "TOO_MANY_SUBSCRIPTIONS"
        assert toy.closed == []
