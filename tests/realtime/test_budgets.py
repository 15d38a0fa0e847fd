"""Budgets: spent by all processes together, and by each alone while Redis is away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from realtime import budgets
from realtime.budgets import Budget, Budgets, Spending
from tests.redis_servers import PrivateRedis

TEN_AN_HOUR = Budget(most=10, within_s=3_600)


def spend(amount: int = 1, name: str = "bid:7") -> list[Spending]:
    return [Spending(name=name, amount=amount, budget=TEN_AN_HOUR)]


@asynccontextmanager
async def counting(url: str | None) -> AsyncIterator[Budgets]:
    counted = Budgets(url)
    try:
        yield counted
    finally:
        await counted.close()


@pytest.fixture(params=["in Redis", "in the process"])
def url(request: pytest.FixtureRequest, redis: PrivateRedis) -> str | None:
    return redis.url if request.param == "in Redis" else None


async def test_as_much_as_there_is_can_be_spent_and_then_nothing(url: str | None):
    async with counting(url) as counted:
        waits = [await counted.take(spend()) for _ in range(10)]

        assert waits == [0] * 10
        # A tenth of an hour brings one back.
        assert 0 < await counted.take(spend()) <= 360


async def test_what_is_too_much_at_once_is_refused_whole(url: str | None):
    async with counting(url) as counted:
        assert await counted.take(spend(8)) == 0
        assert await counted.take(spend(3)) > 0
        assert await counted.take(spend(2)) == 0


async def test_of_two_budgets_none_is_spent_if_one_is_empty(url: str | None):
    async with counting(url) as counted:
        await counted.take(spend(10, "network"))

        assert await counted.take([*spend(10), *spend(1, "network")]) > 0

        assert await counted.take(spend(10)) == 0


async def test_many_processes_spend_from_one_budget(redis: PrivateRedis):
    async with counting(redis.url) as here, counting(redis.url) as there:
        waits = await asyncio.gather(*(one.take(spend()) for one in [here, there] * 20))

    assert sum(wait == 0 for wait in waits) == 10


async def test_without_redis_a_process_counts_alone_and_lets_nobody_through(redis: PrivateRedis):
    async with counting(redis.url) as counted:
        await counted.take(spend())
        redis.kill()

        waits = [await counted.take(spend()) for _ in range(11)]

    assert sum(wait == 0 for wait in waits) == 10


async def test_a_redis_that_hangs_is_not_asked_by_every_request(
    redis: PrivateRedis, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(budgets, "ANSWER_S", 0.01)
    async with counting(redis.url) as counted:
        redis.freeze()
        await counted.take(spend())
        redis.thaw()

        # It answers again, and is left alone for the pause: this one is counted here, too.
        assert await counted.take(spend(10)) > 0


async def test_after_its_pause_redis_is_asked_again(redis: PrivateRedis):
    clock = [0.0]
    counted = Budgets(redis.url, seconds=lambda: clock[0])
    redis.kill()
    await counted.take(spend(10))
    redis.start()

    clock[0] += budgets.PAUSE_S
    wait = await counted.take(spend(10))  # Redis knows nothing of what was spent meanwhile
    await counted.close()

    assert wait == 0


async def test_what_was_spent_comes_back_evenly():
    clock = [0.0]
    counted = Budgets(None, seconds=lambda: clock[0])
    await counted.take(spend(10))

    clock[0] += 720

    assert await counted.take(spend(2)) == 0
    assert await counted.take(spend(1)) == 360


async def test_a_process_remembers_a_bounded_number_of_askers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(budgets, "MOST_REMEMBERED", 100)
    counted = Budgets(None)

    for n in range(300):
        await counted.take(spend(name=f"bid:{n}"))

    assert len(counted._whole_at) == 100
