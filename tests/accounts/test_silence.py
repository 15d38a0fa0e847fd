"""No one-time code and no token is ever in a log line, whatever is logged and however loud."""

from __future__ import annotations

import logging

import pytest

from hmk_graph.accounts.errors import CodeNotRight
from tests.accounts.people import Gateway, Wall, ask, confirm, other_than, refresh


async def test_at_the_loudest_no_code_and_no_token_is_logged(
    db: str, caplog: pytest.LogCaptureFixture
):
    assert db
    names = ["tortoise", "asyncpg", "httpx", "httpcore", "hmk_graph", "asyncio"]
    for name in names:
        caplog.set_level(logging.DEBUG, logger=name)
    caplog.set_level(logging.DEBUG)
    wall, gateway = Wall(), Gateway()

    await ask(wall, gateway)
    wrong = other_than(gateway.code)
    with pytest.raises(CodeNotRight):
        await confirm(wall, wrong)
    first = (await confirm(wall, gateway.code)).credentials
    wall.turn(minutes=1)
    second = await refresh(wall, first.refresh_token)

    lines = "\n".join(f"{record.getMessage()} {record.args}" for record in caplog.records)
    assert "accounts_phone_code" in lines  # the statements are there, with their values
    secrets = [gateway.code, wrong]
    for held in (first, second):
        secrets += [held.access_token, held.refresh_token]
    assert [secret for secret in secrets if secret in lines] == []
    assert not any(held.refresh_token in repr(held) for held in (first, second))
