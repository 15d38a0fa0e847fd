"""Follows subscriptions of a web process as pages do, through a real socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import orjson

from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Account, Session
from hmk_graph.clock import database_clock
from tests.processes import SECRET, Web, connected


async def token_of(account_id: int) -> str:
    """Sign a person in, without the code."""
    now = await database_clock()
    session = await Session.create(
        account=await Account.get(id=account_id),
        created_at=now,
        last_used_at=now,
        expires_at=now + timedelta(days=1),
    )
    return tokens.access_token(account_id, session.id, now=now, secret=SECRET)[0]


async def followed(
    web: Web, query: str, variables: dict[str, Any], token: str | None = None
) -> AsyncIterator[dict[str, Any]]:
    """Follow a subscription of one field as a page does."""
    async with connected(web.ws_url, token) as wire:
        payload = {"query": query, "variables": variables}
        await wire.send(orjson.dumps({"id": "1", "type": "subscribe", "payload": payload}).decode())
        async for text in wire:
            message = orjson.loads(text)
            if message["type"] == "ping":
                await wire.send('{"type":"pong"}')
                continue
            assert message["type"] == "next", message
            assert "errors" not in message["payload"], message
            [item] = message["payload"]["data"].values()
            if item["__typename"] != "Heartbeat":
                yield item
