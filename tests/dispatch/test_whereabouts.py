"""Both keepers of positions keep the same promises: Redis, and the table of a house without it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from realtime.whereabouts import RedisWhereabouts
from tests.dispatch.fleet import CENTER, north


async def put(
    keeper: Any, member: int, meters: float, *, cohort: str = "AUTO", value: str = "v"
) -> bool:
    [held] = await keeper.read([member])
    point = north(meters)
    return bool(
        await keeper.swap(
            member, cohort=cohort, lat=point.lat, lng=point.lng, value=value, expected=held
        )
    )


async def near(keeper: Any, *cohorts: str, radius_m: int = 1_500, limit: int = 10) -> list[int]:
    found = await keeper.near(
        cohorts, lat=CENTER.lat, lng=CENTER.lng, radius_m=radius_m, limit=limit
    )
    return [member for member, _, _ in found]


async def test_the_nearest_come_first_and_those_outside_the_circle_not_at_all(keeper):
    for member, meters in ((1, 900), (2, 100), (3, 1_600), (4, -1_400)):
        await put(keeper, member, meters)

    assert await near(keeper, "AUTO") == [2, 1, 4]
    assert await near(keeper, "AUTO", limit=2) == [2, 1]
    assert await near(keeper, "AUTO", radius_m=2_000) == [2, 1, 4, 3]


async def test_a_distance_is_told_in_meters(keeper):
    await put(keeper, 1, 1_000, value="what was kept")

    [(member, meters, value)] = await keeper.near(
        ["AUTO"], lat=CENTER.lat, lng=CENTER.lng, radius_m=5_000, limit=5
    )

    assert (member, value) == (1, "what was kept")
    assert abs(meters - 1_000) < 5


async def test_a_member_is_in_one_cohort_at_a_time(keeper):
    await put(keeper, 1, 100, cohort="CAR")
    await put(keeper, 2, 200, cohort="AUTO")
    await put(keeper, 1, 300, cohort="AUTO")

    assert await near(keeper, "CAR") == []
    assert await near(keeper, "AUTO") == [2, 1]
    assert await near(keeper, "CAR", "AUTO") == [2, 1]


async def test_what_was_overtaken_is_not_put(keeper):
    point = north(50)
    given = {"cohort": "AUTO", "lat": point.lat, "lng": point.lng}
    await keeper.swap(1, **given, value="first", expected=None)

    assert not await keeper.swap(1, **given, value="again", expected=None)
    assert not await keeper.swap(1, **given, value="late", expected="other")
    assert await keeper.swap(1, **given, value="second", expected="first")
    assert await keeper.read([1, 2]) == ["second", None]


async def test_of_twenty_who_judge_at_once_one_puts(keeper):
    await put(keeper, 1, 10, value="before")
    given = {"cohort": "AUTO", "lat": CENTER.lat, "lng": CENTER.lng, "expected": "before"}

    won = await asyncio.gather(*(keeper.swap(1, **given, value=f"{n}") for n in range(20)))

    assert sum(won) == 1
    assert await keeper.read([1]) == [str(won.index(True))]


async def test_who_is_forgotten_is_nowhere(keeper):
    await put(keeper, 1, 10)
    await put(keeper, 2, 10, value="of the other")
    await keeper.drop(1)
    await keeper.drop(1)

    assert (await keeper.read([1]), await near(keeper, "AUTO")) == ([None], [2])
    assert await keeper.everyone() == [(2, "of the other")]
    assert await put(keeper, 1, 20)


async def test_a_redis_that_is_away_says_so_and_is_good_again_when_it_is_back(redis):
    kept = RedisWhereabouts(redis.url)
    redis.kill()
    with pytest.raises(ConnectionError):
        await kept.read([1])
    redis.start()

    assert await kept.read([1]) == [None]
    await kept.close()
