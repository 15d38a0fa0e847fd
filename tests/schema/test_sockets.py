"""Who may hold a WebSocket open, for how long, and how many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from schema.sockets import SOCKETS_PER_ACCOUNT, Sockets
from tests.schema import toy
from tests.schema.house import House, identity, serving

WAITS = "subscription { waits }"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    toy.closed.clear()
    async with serving() as house:
        yield house


@pytest.mark.parametrize("by_header", [False, True])
async def test_the_token_may_come_in_the_greeting_or_at_the_upgrade(house: House, by_header: bool):
    house.tokens["good"] = identity(7)
    headers = {"Authorization": "Bearer good"} if by_header else None

    async with house.socket(additional_headers=headers) as talk:
        await talk.greet(None if by_header else "good")
        await talk.ask("a", "{ viewer }")

        assert (await talk.hear())["payload"] == {"data": {"viewer": 7}}


@pytest.mark.parametrize(
    ("authorization", "reason"),
    [
        ("Bearer old", "TOKEN_EXPIRED"),
        ("Bearer unknown", "TOKEN_INVALID"),
        ("Basic x", "TOKEN_INVALID"),
        (5, "TOKEN_INVALID"),
    ],
)
async def test_a_token_that_is_no_good_closes_with_4403_and_the_reason(
    house: House, authorization: Any, reason: str
):
    house.tokens["old"] = identity(7, lasts=timedelta(seconds=-1))

    async with house.socket() as talk:
        await talk.say({"type": "connection_init", "payload": {"authorization": authorization}})

        assert await talk.closed_with() == (4403, f"Forbidden: {reason}")


async def test_a_database_that_is_away_at_the_greeting_closes_with_try_again_later(house: House):
    house.tokens["any"] = ConnectionRefusedError(111, "10.0.0.5")

    async with house.socket() as talk:
        await talk.say({"type": "connection_init", "payload": {"authorization": "Bearer any"}})

        code, reason = await talk.closed_with()
    assert code == 1013
    assert "10.0.0.5" not in reason


async def test_a_socket_does_not_outlive_its_token(house: House):
    house.tokens["short"] = identity(7, lasts=timedelta(seconds=1.5))

    async with house.greeted("short") as talk:
        await talk.ask("a", WAITS)

        assert await talk.closed_with() == (4403, "Forbidden: TOKEN_EXPIRED")
    async with asyncio.timeout(60):
        await house.sockets._empty.wait()
    assert toy.closed == [""]


async def test_a_revoked_session_loses_its_sockets_and_no_others(house: House):
    house.tokens["lost"] = identity(7, session_id=1)
    house.tokens["kept"] = identity(7, session_id=2)

    async with house.greeted("lost") as lost, house.greeted("kept") as kept:
        await lost.ask("a", WAITS)
        await lost.hear()

        assert house.sockets.close_session(1) == 1

        assert await lost.closed_with() == (4403, "Forbidden: SESSION_REVOKED")
        await kept.ask("a", "{ viewer }")
        assert (await kept.hear())["payload"] == {"data": {"viewer": 7}}


async def test_a_session_that_is_revoked_while_it_connects_is_closed_all_the_same(house: House):
    house.tokens["lost"] = identity(7, session_id=1)
    house.sockets.close_session(1)

    async with house.socket() as talk:
        await talk.say({"type": "connection_init", "payload": {"authorization": "Bearer lost"}})

        assert (await talk.closed_with())[0] == 4403


async def test_an_account_whose_rights_change_loses_all_its_sockets(house: House):
    house.tokens["mine"] = identity(7)
    house.tokens["theirs"] = identity(8, session_id=2)

    async with (
        house.greeted("mine") as first,
        house.greeted("mine") as second,
        house.greeted("theirs") as other,
    ):
        assert house.sockets.close_account(7) == 2

        assert [(await talk.closed_with())[0] for talk in (first, second)] == [4403, 4403]
        await other.ask("a", "{ viewer }")
        assert (await other.hear())["payload"] == {"data": {"viewer": 8}}


async def test_the_sixth_socket_of_a_person_is_refused_until_one_is_closed(house: House):
    house.tokens["good"] = identity(7)
    async with asyncio.timeout(60):
        talks = [house.greeted("good") for _ in range(SOCKETS_PER_ACCOUNT)]
        for talk in talks:
            await talk.__aenter__()

        async with house.socket() as sixth:
            await sixth.say(
                {"type": "connection_init", "payload": {"authorization": "Bearer good"}}
            )
            refusal = await sixth.closed_with()
        await talks.pop().__aexit__(None, None, None)
        while len(house.sockets) >= SOCKETS_PER_ACCOUNT:
            await asyncio.sleep(0)

        async with house.greeted("good"):
            pass
        for talk in talks:
            await talk.__aexit__(None, None, None)
    assert refusal == (4429, "Too many connections")


async def test_one_address_may_not_take_all_places():
    async with serving(sockets=Sockets(per_address=2)) as house:
        async with house.greeted(), house.greeted():
            with pytest.raises(InvalidStatus) as refusal:
                async with house.socket():
                    pass

        assert refusal.value.response.status_code == 429


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
async def test_a_page_of_another_origin_is_refused(house: House, origin: str):
    with pytest.raises(InvalidStatus) as refusal:
        async with house.socket(origin=origin):
            pass

    assert refusal.value.response.status_code == 403
    assert len(house.sockets) == 0


async def test_a_page_of_a_listed_origin_is_let_in():
    async with (
        serving(allowed_origins=["https://haat.example"]) as house,
        house.socket(origin="https://haat.example") as talk,
    ):
        await talk.greet()


async def test_a_server_that_goes_down_closes_all_with_1012_and_lets_nobody_in(house: House):
    async with house.greeted() as talk, house.greeted() as other:
        await talk.ask("a", WAITS)
        await talk.hear()

        await house.sockets.drain()

        assert len(house.sockets) == 0
        assert [(await t.closed_with())[0] for t in (talk, other)] == [1012, 1012]
    with pytest.raises(InvalidStatus) as refusal:
        async with house.socket():
            pass
    assert refusal.value.response.status_code == 503


async def test_two_hundred_sockets_cut_off_leave_no_task(house: House):
    before = len(asyncio.all_tasks())
    for _ in range(20):
        async with asyncio.TaskGroup() as group:
            for _ in range(10):
                group.create_task(_cut_off(house))

    async with asyncio.timeout(60):
        await house.sockets._empty.wait()
        while len(asyncio.all_tasks()) > before:
            await asyncio.sleep(0)
    assert len(toy.closed) == 200


async def _cut_off(house: House) -> None:
    async with house.greeted() as talk:
        await talk.ask("a", WAITS)
        await talk.hear()
        talk.peer.transport.abort()
