"""What a caller may ask in a while, over both transports."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx
import pytest
from graphql import get_operation_ast, parse

from hmk_graph.errors import TooMany
from realtime.budgets import Budgets
from schema.answers import Answers
from schema.metering import PEOPLE_PER_NETWORK, SENSITIVE, Meter, Payer, uses_of
from schema.root import build
from schema.transport import GRAPHQL_JSON
from tests.redis_servers import PrivateRedis
from tests.schema.house import House, identity, serving

POINTS = 20_000
COSTLY = "{ cows(first: 100) { edges { cursor node { name } } } }"  # 1 + 100 * (1 + 2) points
STRANGER = Payer(None, "10.0.0.1")


def meter(points: int = POINTS) -> Meter:
    """A meter whose clock stands still: nothing comes back."""
    return Meter(Budgets(None, seconds=lambda: 0.0), points=points)


async def spent(counted: Meter, payer: Payer, cost: int, uses: Mapping[str, int] | None = None):
    """Spend until it is refused, and return how often it was not."""
    for times in range(10_000):
        try:
            await counted.charge(payer, cost, uses)
        except TooMany:
            return times
    raise AssertionError("it never ends")


@pytest.mark.parametrize("cost", [50, 999, 2_000, 2_001, 20_000])
async def test_a_person_spends_all_his_points_and_no_more(cost: int):
    times = await spent(meter(), Payer(7, "10.0.0.1"), cost)

    # What is left here and what is left there may be too little, each for itself.
    assert times in (POINTS // cost - 1, POINTS // cost)


async def test_a_network_has_the_points_of_ten_and_each_person_his_own():
    counted = meter()

    assert await spent(counted, STRANGER, 20_000) == PEOPLE_PER_NETWORK
    assert await spent(counted, Payer(7, STRANGER.network), 20_000) == 1
    assert await spent(counted, Payer(8, STRANGER.network), 20_000) == 1


async def test_two_processes_together_give_no_more_than_one(redis: PrivateRedis):
    here, there = Budgets(redis.url), Budgets(redis.url)
    payer = Payer(7, "10.0.0.1")

    first = await spent(Meter(here, points=POINTS), payer, 10_000)
    second = await spent(Meter(there, points=POINTS), payer, 10_000)
    await here.close()
    await there.close()

    assert (first, second) == (2, 0)


@pytest.mark.parametrize("group", SENSITIVE)
async def test_a_sensitive_field_has_a_budget_of_uses_for_a_person(group: str):
    times = await spent(meter(10_000_000), Payer(7, "10.0.0.1"), 1, {group: 1})

    assert times == SENSITIVE[group].person.most


async def test_people_of_one_network_share_its_budget_of_codes():
    counted, most = meter(10_000_000), SENSITIVE["code"].network.most

    times = await spent(counted, STRANGER, 1, {"code": 10})

    assert times == most // 10
    with pytest.raises(TooMany):
        await counted.charge(Payer(9, STRANGER.network), 1, {"code": 30})


async def test_every_alias_is_a_use():
    tries = " ".join(f'a{n}: confirmCode(input: {{phone: "1"}}) {{ __typename }}' for n in range(9))
    document = parse(
        f"mutation {{ {tries} ...F ... on Mutation {{ placeBid {{ __typename }} }} }}"
        " fragment F on Mutation { requestCode { __typename } }"
    )
    operation = get_operation_ast(document)
    assert operation is not None

    assert uses_of(document, operation) == {"code": 10, "bid": 1}


def test_every_sensitive_field_is_a_mutation_of_the_schema():
    mutations = build()._schema.mutation_type
    assert mutations is not None

    for group in SENSITIVE.values():
        assert group.fields <= mutations.fields.keys()


@asynccontextmanager
async def house_of(**options: object) -> AsyncIterator[tuple[House, httpx.AsyncClient]]:
    async with (
        serving(meter=meter(), **options) as house,
        httpx.AsyncClient(headers={"Accept": GRAPHQL_JSON}) as client,
    ):
        house.tokens["good"] = identity(7)
        yield house, client


async def ask(house: House, client: httpx.AsyncClient, token: str | None = None) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return await client.post(house.url, json={"query": COSTLY}, headers=headers)


async def test_who_asks_too_much_is_told_when_to_come_back_and_others_are_served():
    async with house_of() as (house, client):
        answers = [await ask(house, client, "good") for _ in range(80)]
        of_a_stranger = await ask(house, client)

    refused = [one for one in answers if one.status_code != 200]
    assert refused
    assert {one.status_code for one in refused} == {429}
    [error] = refused[0].json()["errors"]
    assert error["extensions"]["code"] == "RATE_LIMITED"
    assert error["extensions"]["retryable"] is True
    assert refused[0].headers["retry-after"] == str(error["extensions"]["retryAfter"])
    assert error["extensions"]["messageBn"].startswith("অনেকবার")
    assert "data" not in refused[0].json()
    assert of_a_stranger.status_code == 200


async def test_a_socket_spends_from_the_same_budget():
    async with house_of() as (house, client):
        while (await ask(house, client, "good")).status_code == 200:
            pass
        async with house.greeted("good") as talk:
            await talk.ask("1", COSTLY)
            said = await talk.hear()

    assert said["type"] == "error"
    assert said["payload"][0]["extensions"]["code"] == "RATE_LIMITED"


@pytest.mark.usefixtures("db")
async def test_a_kept_answer_costs_what_it_cost_the_first_time():
    async with house_of(answers=Answers()) as (house, client):
        answers = [await ask(house, client, "good") for _ in range(80)]

    assert {one.status_code for one in answers} == {200, 429}
