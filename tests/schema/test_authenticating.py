"""Requests that come together have their sessions looked up together, and never from memory."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest

from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Account, Session
from schema.accounts.people_context import authenticator
from schema.context import Identity, TokenRefused
from tests.accounts.people import SECRET
from tests.factories import NOON, at, person


async def signed_in(account: Account) -> tuple[Session, str]:
    session = await Session.create(
        account=account, created_at=NOON, last_used_at=NOON, expires_at=NOON + timedelta(days=1)
    )
    return session, tokens.access_token(account.id, session.id, now=NOON, secret=SECRET)[0]


async def test_requests_at_once_are_each_told_apart_by_few_statements(db, caplog):
    authenticate = authenticator(secret=SECRET, clock=at(NOON))
    people = [await person() for _ in range(20)]
    held = [await signed_in(who) for who in people]
    await Session.filter(id=held[3][0].id).update(revoked_at=NOON)

    with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
        answers = await asyncio.gather(
            *(authenticate(token, "x") for _, token in held),
            authenticate("forged", "x"),
            authenticate(None, "x"),
            return_exceptions=True,
        )

    assert answers.pop() is None
    assert isinstance(answers.pop(), TokenRefused)
    assert isinstance(answers.pop(3), TokenRefused)
    told = [who.account_id for who in answers if isinstance(who, Identity)]
    assert told == [who.id for n, who in enumerate(people) if n != 3]
    looked_up = [r for r in caplog.records if "accounts_session" in r.message]
    assert len(looked_up) == 2, "one for the first, at once; one for all who came meanwhile"


async def test_a_session_that_was_revoked_is_refused_also_while_others_are_looked_up(db):
    reading, read_on = asyncio.Event(), asyncio.Event()

    async def clock():
        reading.set()
        await read_on.wait()
        return NOON

    authenticate = authenticator(secret=SECRET, clock=clock)
    session, token = await signed_in(await person())
    async with asyncio.timeout(60):
        early = asyncio.create_task(authenticate(token, "x"))
        await reading.wait()
        await Session.filter(id=session.id).update(revoked_at=NOON)
        late = asyncio.create_task(authenticate(token, "x"))
        await asyncio.sleep(0)
        read_on.set()

        for request in (early, late):
            with pytest.raises(TokenRefused):
                await request


async def test_a_request_that_goes_away_takes_nothing_from_those_who_wait_for_its_reading(db):
    reading, read_on = asyncio.Event(), asyncio.Event()

    async def clock():
        reading.set()
        await read_on.wait()
        return NOON

    authenticate = authenticator(secret=SECRET, clock=clock)
    requests = [
        asyncio.create_task(authenticate((await signed_in(await person()))[1], "x"))
        for _ in range(4)
    ]
    async with asyncio.timeout(60):
        await reading.wait()
        for gone in requests[:2]:
            gone.cancel()
        await asyncio.wait(requests[:2])
        read_on.set()
        stayed = await asyncio.gather(*requests[2:])

    assert len({who.account_id for who in stayed if who}) == 2


async def test_the_time_of_a_token_is_looked_at_each_time(db):
    _, token = await signed_in(await person())

    assert await authenticator(secret=SECRET, clock=at(NOON))(token, "x")
    with pytest.raises(TokenRefused) as refused:
        await authenticator(secret=SECRET, clock=at(NOON + timedelta(minutes=15)))(token, "x")

    assert refused.value.reason == "TOKEN_EXPIRED"
