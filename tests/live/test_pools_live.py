"""Whoever looks at a pool of shares hears of each that is taken, paid or left, without a gap."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, aclosing
from datetime import timedelta

import pytest

from hmk_graph import database
from hmk_graph.clock import database_clock
from hmk_graph.haat import sharing
from hmk_graph.haat.share_models import SharePool
from tests import factories
from tests.haat import pools
from tests.live.followers import followed, token_of

POOL_EVENTS = """
subscription ($poolId: ID!, $after: Cursor) { poolEvents(poolId: $poolId, after: $after) {
    __typename
    ... on PoolSnapshot { cursor seq pool { state left } }
    ... on PoolChanged { cursor seq state left reason }
} }"""
HOLD = """
mutation ($input: HoldShareInput!) { holdShare(input: $input) { ... on Share { id } } }"""
LET_GO = """
mutation ($input: ShareInput!) { letShareGo(input: $input) { __typename } }"""
WHY = "পশুটি হাটে অসুস্থ হয়ে পড়েছে"


async def running() -> SharePool:
    """Open a pool that ends tomorrow by the server's own clock."""
    cow = await pools.pool(parts=2)
    ends = await database_clock() + timedelta(days=1)
    await SharePool.filter(id=cow.id).update(due_at=ends)
    return cow


async def test_strangers_at_both_processes_hear_each_share_once(houses, database_url):
    first, second = houses
    async with database.connected(database_url, pool_size=4), asyncio.timeout(100):
        cow, buyer = await running(), await factories.person()
        token, which = await token_of(buyer.id), {"poolId": f"SharePool:{cow.id}"}
        async with AsyncExitStack() as lines:
            heard = [
                await lines.enter_async_context(aclosing(followed(web, POOL_EVENTS, which)))
                for web in houses
            ]
            snapshots = [await anext(one) for one in heard]
            wish = {"input": {**which, "idempotencyKey": "k"}}
            held = await first.ask(HOLD, wish, token=token)
            taken = [await anext(one) for one in heard]
            share = {"input": {"shareId": held["data"]["holdShare"]["id"]}}
            await second.ask(LET_GO, share, token=token)
            left = [await anext(one) for one in heard]

        for officer in (await factories.officer(), await factories.officer()):
            await sharing.call_off(officer.id, cow.id, reason=WHY, clock=database_clock)
        later = {**which, "after": left[0]["cursor"]}
        async with aclosing(followed(second, POOL_EVENTS, later)) as again:
            missed = await anext(again)

    assert [one["pool"] for one in snapshots] == [{"state": "OPEN", "left": 2}] * 2
    assert [(one["seq"], one["state"], one["left"]) for one in taken] == [(1, "OPEN", 1)] * 2
    assert [(one["seq"], one["state"], one["left"]) for one in left] == [(2, "OPEN", 2)] * 2
    assert (missed["seq"], missed["state"], missed["reason"]) == (3, "CANCELED", WHY)


async def test_a_pool_that_is_not_there_is_not_followed(houses):
    for unknown in ("SharePool:999", "Lot:1", "x"):
        with pytest.raises(AssertionError, match="NOT_FOUND"):
            await anext(followed(houses[0], POOL_EVENTS, {"poolId": unknown}))
