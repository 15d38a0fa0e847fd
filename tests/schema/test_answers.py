"""An answer that is kept for others says what a new one would say, and nobody's own things."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

import orjson
import pytest
from strawberry.types import ExecutionResult

from hmk_graph import reading
from hmk_graph.clock import database_clock
from hmk_graph.haat.follow_models import LotFollow
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import taka
from hmk_graph.reading import WATCHED
from schema.answers import Answers
from schema.requests import Asked
from tests import auctions
from tests.factories import at
from tests.schema.kept_answers import (
    DAY,
    HOUR,
    PUBLIC,
    Site,
    World,
    anew,
    execute,
    make_context,
    needed,
)
from tests.schema.test_statement_counts import counted


@pytest.fixture
async def world(db: str) -> World:
    return await World().furnish()


@pytest.mark.parametrize("name", PUBLIC)
async def test_who_asks_the_same_gets_the_same_without_reading_it_again(world: World, name: str):
    site, asked = Site(), needed(PUBLIC[name], world)
    first = await site.ask(PUBLIC[name], **asked)

    with counted() as statements:
        second = await site.ask(PUBLIC[name], world.people[0].id, **asked)

    assert second == first == await anew(PUBLIC[name], **asked)
    assert (site.executed, site.answers.given, len(statements.sent)) == (1, 1, 1)


@pytest.mark.parametrize("table", WATCHED)
async def test_what_is_kept_says_after_each_change_what_a_new_answer_says(world: World, table: str):
    site = Site()
    for change in world.changes()[table]:
        before = {
            name: await site.ask(query, **needed(query, world)) for name, query in PUBLIC.items()
        }
        await change()

        after = {
            name: await site.ask(query, **needed(query, world)) for name, query in PUBLIC.items()
        }

        fresh = {name: await anew(query, **needed(query, world)) for name, query in PUBLIC.items()}
        assert after == fresh
        seen_by_all = table != "haat_animal_event"  # the history of an animal is not kept
        assert (before != after) == seen_by_all


async def test_a_change_of_one_lot_leaves_the_pages_of_others_kept(world: World):
    site, query = Site(), PUBLIC["lot"].replace("sale { price }", "")
    await site.ask(query, lot=f"Lot:{world.later.id}")
    await site.ask(query, lot=f"Lot:{world.cow.id}")

    await world.bid(world.people[0], taka(80_000))
    await site.ask(query, lot=f"Lot:{world.later.id}")
    await site.ask(query, lot=f"Lot:{world.cow.id}")

    assert (site.executed, site.answers.given) == (3, 1)


async def test_a_change_that_is_rolled_back_moves_nothing(world: World):
    site = Site()
    before = await site.ask(PUBLIC["lots"])

    with pytest.raises(ZeroDivisionError):
        async with auctions.scheduling.transaction():
            await Lot.filter(id=world.cow.id).update(ends_at=world.cow.hard_ends_at)
            raise ZeroDivisionError

    assert await site.ask(PUBLIC["lots"]) == before
    assert site.answers.given == 1


OWN = {
    "mine": "query ($lot: ID!) { lot(id: $lot) { price mine { maximum leading } } }",
    "mayBid": "query ($lot: ID!) { lot(id: $lot) { price mayBid } }",
    "followed": "query ($lot: ID!) { lot(id: $lot) { price followed } }",
    "stars": "{ lots(filter: {followed: true}) { edges { node { id } } } }",
    "offers": "query ($listing: ID!) { listing(id: $listing) { offers { amount } mine } }",
    "me": "{ lots { edges { node { id animal { mine } haat { registered } } } } }",
}


@pytest.mark.parametrize("name", OWN)
async def test_what_is_a_viewers_own_is_never_given_to_another(world: World, name: str):
    site, query = Site(), OWN[name]
    await LotFollow.create(lot=world.cow, account=world.people[0], followed_at=world.cow.starts_at)
    viewers = [person.id for person in world.people] + [world.cow.seller_id, world.sale.seller_id]

    answers = [
        await site.ask(query, viewer, **needed(query, world)) for viewer in (*viewers, None) * 2
    ]

    for viewer, answer in zip((*viewers, None), answers[:5], strict=True):
        result = await execute(query, make_context(viewer), needed(query, world))
        assert answer == orjson.loads(orjson.dumps(result.data))
    assert answers[:5] == answers[5:]
    assert len({orjson.dumps(answer) for answer in answers}) > 1
    assert (site.executed, len(site.answers)) == (10, 0)


async def test_what_hangs_on_the_clock_is_told_until_it_turns(world: World):
    query = "query ($lot: ID!) { lot(id: $lot) { phase } }"
    past, ahead = at(world.cow.starts_at - DAY), at(world.cow.ends_at - HOUR / 2)
    early, running = Site(), Site()

    for _ in range(2):
        await early.ask(query, clock=past, lot=f"Lot:{world.cow.id}")
        await running.ask(query, clock=ahead, lot=f"Lot:{world.cow.id}")

    # By the database's clock the lot has begun: what was true before is not given any more.
    assert (early.executed, early.answers.given) == (2, 0)
    assert (running.executed, running.answers.given) == (1, 1)


async def test_the_servers_clock_is_put_in_anew_under_whatever_name_it_is_asked(world: World):
    query = """query ($lot: ID!) { serverNow now: serverNow
        lotSnapshot(lotId: $lot) { t: serverNow lot { serverNow watching } }
        lots { edges { node { serverNow } } } none: lot(id: "Lot:1000000") { serverNow } }"""
    site = Site()

    # Nobody's lot is asked by everybody's rights: it is not kept. Without it the answer is.
    await site.ask(query, lot=f"Lot:{world.cow.id}")
    assert len(site.answers) == 0
    query = query.replace('none: lot(id: "Lot:1000000") { serverNow }', "")
    first = await site.ask(query, lot=f"Lot:{world.cow.id}")
    between = (await database_clock()).isoformat()
    second = await site.ask(query, lot=f"Lot:{world.cow.id}")

    def times(data: dict[str, Any]) -> list[str]:
        return [
            data["serverNow"],
            data["now"],
            data["lotSnapshot"]["t"],
            data["lotSnapshot"]["lot"]["serverNow"],
            data["lots"]["edges"][0]["node"]["serverNow"],
        ]

    assert site.answers.given == 1
    assert all(time < between for time in times(first))
    assert all(time > between for time in times(second)) and len(set(times(second))) == 1
    assert second["lotSnapshot"]["lot"]["watching"] is None


async def test_a_herd_executes_once(world: World):
    site = Site()

    answers = await asyncio.gather(*(site.ask(PUBLIC["lots"]) for _ in range(50)))

    assert all(answer == answers[0] for answer in answers)
    assert site.executed == 1


async def test_those_who_ask_for_their_own_do_not_wait_for_each_other(world: World):
    site, query = Site(), OWN["me"]
    await site.ask(query, world.people[0].id)
    waiting, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> ExecutionResult:
        waiting.set()
        await go_on.wait()
        return ExecutionResult(data={}, errors=None)

    asked = Asked(query=query, variables={})
    first = asyncio.create_task(site.answers.ask(asked, make_context(7), slow))
    await waiting.wait()
    await site.ask(query, world.people[1].id)
    go_on.set()
    await first


async def test_a_change_while_an_answer_is_read_keeps_it_from_being_kept(world: World):
    site = Site()
    asked = Asked(query=PUBLIC["lots"], variables={})

    async def changed_meanwhile() -> ExecutionResult:
        result = await execute(PUBLIC["lots"], make_context(), {})
        await Lot.filter(id=world.cow.id).update(soft_close_s=60)
        await site.ask(PUBLIC["species"])
        await site.ask(PUBLIC["species"])  # this one looks
        return result

    await site.answers.ask(asked, make_context(), changed_meanwhile)

    assert site.answers.given == 1
    assert await site.ask(PUBLIC["lots"]) == await anew(PUBLIC["lots"])
    assert site.executed == 2  # the species, and the lots again


async def test_memory_is_bounded_and_the_least_lately_asked_goes_first(world: World):
    site = Site(Answers(most_bytes=40_000))
    names = "{ species { slug nameBn nameEn maxShares breeds { slug nameBn nameEn } } }"
    others = [names.replace("{ species", f"{{ a{n}: species") for n in range(40)]

    for query in others:
        await site.ask(names)
        await site.ask(query)

    assert 2 < len(site.answers) < 20
    assert site.answers.given == 39
    assert site.answers._bytes == sum(kept.size for kept in site.answers._kept.values()) <= 40_000


async def test_who_was_refused_for_the_cost_is_not_given_what_another_could_pay(world: World):
    costly = "{ " + " ".join(f"a{n}: lots(first: 100) {{ {HEAVY} }}" for n in range(5)) + " }"
    site = Site()
    await site.ask(costly, world.people[0].id)

    asked = Asked(query=costly, variables={})
    run = partial(execute, costly, make_context(), {})
    refused = await site.answers.ask(asked, make_context(), run)

    assert len(site.answers) == 1
    assert isinstance(refused, ExecutionResult)
    assert [error.extensions["code"] for error in refused.errors] == ["QUERY_TOO_COMPLEX"]


HEAVY = """edges { node { id number state startPrice price minimumNext leader bidCount bidderCount
    steps { step below } } }"""


async def test_errors_are_not_kept(db: str):
    site = Site()
    for _ in range(2):
        asked = Asked(query="{ lots(first: 1000) { edges { cursor } } }", variables={})
        run = partial(execute, asked.query, make_context(), {})
        assert isinstance(await site.answers.ask(asked, make_context(), run), ExecutionResult)

    assert len(site.answers) == 0


@pytest.mark.parametrize("name", ["viewer_id", "address", "presence", "whereabouts"])
def test_what_no_table_tells_of_makes_an_answer_that_is_not_kept(name: str):
    context = make_context()

    with reading.opened() as read:
        getattr(context, name)

    assert read.why_not == f"it is asked of the context: {name}"
