"""Bids that wait for one lot are judged together, and each as if it had been judged alone."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.errors import DomainError, Unavailable
from hmk_graph.event_log import transaction
from hmk_graph.haat import gathering, lot_keeping
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.errors import BidTooLow, NotEligible, NotOnStep
from hmk_graph.haat.judging import BidReceipt
from hmk_graph.haat.lot_models import Bid, BidAttempt, Lot, LotLine
from hmk_graph.haat.lot_replay import fold
from hmk_graph.idempotency import IdempotencyConflict, IdempotencyKey
from hmk_graph.money import taka
from tests.auctions import bidder, lot
from tests.conftest import execute
from tests.factories import NOON, at, person

# Bids that are judged by one clock gather in one place; by another they are another process's.
HERE, ELSEWHERE = at(NOON), at(NOON)


async def bid(who, cow, amount, *, key=None, clock=HERE):
    key = key or f"{who.id} {amount}"
    return await place_bid(who.id, cow.id, taka(amount), idempotency_key=key, clock=clock)


async def together(*bids: Any) -> list[Any]:
    return await asyncio.gather(*bids, return_exceptions=True)


@asynccontextmanager
async def held(cow: Lot) -> AsyncIterator[None]:
    """Hold a lot's lock, as another process does while it judges."""
    holding, let_go = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        async with transaction():
            await lot_keeping.locked(cow.id)
            holding.set()
            await let_go.wait()

    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        tasks.create_task(hold())
        await holding.wait()
        try:
            yield
        finally:
            let_go.set()


async def wait_for_the_lock() -> None:
    while not (await get_connection("default").execute_query_dict(WAITING))[0]["waiting"]:
        pass


WAITING = """
SELECT count(*) AS waiting FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


async def transactions_of(cow: Lot) -> int:
    """Return how many transactions a lot's bids came by."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT count(DISTINCT xmin::text) AS n FROM haat_bid WHERE lot_id = $1", [cow.id]
    )
    return int(rows[0]["n"])


async def test_bids_that_wait_are_judged_in_one_transaction_in_the_order_in_which_they_came(db):
    cow, people = await lot(), [await bidder() for _ in range(12)]

    receipts = await together(*(bid(who, cow, 60_000 + 5_000 * n) for n, who in enumerate(people)))

    assert [r.line for r in receipts] == list(range(2, 14))
    assert [r.alias for r in receipts] == list(range(1, 13))
    assert await transactions_of(cow) == 1


async def test_a_lone_bid_waits_for_nobody_and_who_comes_meanwhile_goes_next(db):
    cow, people = await lot(), [await bidder() for _ in range(4)]
    async with asyncio.TaskGroup() as tasks, held(cow):
        tasks.create_task(bid(people[0], cow, 60_000))
        await wait_for_the_lock()
        for n, who in enumerate(people[1:], start=1):
            tasks.create_task(bid(who, cow, 60_000 + 5_000 * n))
        await asyncio.sleep(0)

    bids = await Bid.filter(lot_id=cow.id).order_by("line").values_list("bidder_id", flat=True)
    assert list(bids) == [who.id for who in people]
    assert await transactions_of(cow) == 2


async def test_twenty_bids_take_as_many_statements_as_one(db, caplog):
    cow, people = await lot(), [await bidder() for _ in range(20)]
    counts = []
    for taken in (people[:1], people[1:]):
        caplog.clear()
        with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
            await together(*(bid(who, cow, 50_000 + 5_000 * (who.id + 1)) for who in taken))
        counts.append(len(caplog.records))

    assert await Bid.filter(lot_id=cow.id).count() == 20
    assert counts[0] == counts[1]


def seen(outcome: Any) -> Any:
    """What a bidder is told, without what is random or of one lot."""
    if isinstance(outcome, BidReceipt):
        own = {"lot_id", "hash", "nonce"}
        return {name: value for name, value in vars(outcome).items() if name not in own}
    return type(outcome), outcome.params


async def told(stream: str) -> list[Any]:
    own = {"lot_id", "haat_id", "hash"}
    return [
        (e.kind, {name: value for name, value in e.payload.items() if name not in own})
        for e in await event_log.after(stream, 0)
    ]


@pytest.mark.parametrize("seed", range(4))
async def test_together_each_is_answered_as_he_would_be_one_after_the_other(db, seed):
    """Raises, silent raises, low bids, strangers, impossible amounts, and keys used again."""
    dice = random.Random(seed)
    alone, crowded = [await lot(reserve=taka(75_000)) for _ in range(2)]
    people = [*[await bidder() for _ in range(5)], await person()]
    asked: list[tuple[Any, float, str]] = []
    for n in range(40):
        amount = dice.choice([50_000 + 700 * n, dice.randrange(50_000, 110_000), 0, 60_000.5])
        asked.append((dice.choice(people), amount, f"k{n}"))
        if dice.random() < 0.2:
            who, amount, key = dice.choice(asked)
            asked.append((who, amount + dice.choice([0, 0, 5_000]), key))

    def ask(cow: Lot, who: Any, amount: float, key: str) -> Any:
        maximum = int(amount * 100)
        return place_bid(who.id, cow.id, maximum, idempotency_key=f"{cow.id} {key}", clock=HERE)

    each = [(await together(ask(alone, *one)))[0] for one in asked]
    attempts = await attempts_at(alone)
    heard = [await told(f"accounts.account.{who.id}") for who in people]
    all_at_once = await together(*(ask(crowded, *one) for one in asked))

    assert [seen(one) for one in all_at_once] == [seen(one) for one in each]
    assert {type(one) for one in each} >= {BidReceipt, BidTooLow, NotEligible, NotOnStep}
    assert await attempts_at(crowded) == attempts
    assert await told(f"haat.lot.{crowded.id}") == await told(f"haat.lot.{alone.id}")
    for who, before in zip(people, heard, strict=True):
        assert (await told(f"accounts.account.{who.id}"))[len(before) :] == before
    stored, twin = await Lot.get(id=crowded.id), await Lot.get(id=alone.id)
    assert lot_keeping.state_of(stored) == lot_keeping.state_of(twin)
    assert (stored.version, stored.leader_id) == (twin.version, twin.leader_id)
    rows = await LotLine.filter(lot_id=crowded.id).order_by("line")
    lines = [lot_keeping.stored_line(row.body) for row in rows]
    assert fold(lines, await lot_keeping.all_secrets(stored)) == lot_keeping.state_of(stored)
    assert stored.log_head == lines[-1].hash


async def attempts_at(cow: Lot) -> list[Any]:
    found = BidAttempt.filter(lot_id=cow.id).order_by("id")
    return list(await found.values_list("account_id", "amount_text", "code"))


async def test_each_event_of_a_round_names_its_own_bidder_and_command(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()

    await together(bid(karim, cow, 60_000, key="k"), bid(rahim, cow, 90_000, key="r"))

    rows = await event_log.EventRow.filter(kind__startswith="haat.bid").order_by("seq")
    assert [(r.actor_id, r.command_id) for r in rows] == [(karim.id, "k"), (rahim.id, "r")]
    [outbid] = await event_log.EventRow.filter(kind="haat.outbid")
    assert (outbid.actor_id, outbid.stream) == (rahim.id, f"accounts.account.{karim.id}")


async def test_a_bid_that_breaks_the_database_fails_alone(db):
    cow, people = await lot(), [await bidder() for _ in range(5)]
    await execute(
        db,
        "CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'broken'; END $$",
        "CREATE TRIGGER broken BEFORE INSERT ON haat_bid FOR EACH ROW"
        f" WHEN (new.bidder_id = {people[2].id}) EXECUTE FUNCTION break_it()",
    )

    outcomes = await together(*(bid(who, cow, 60_000 + 5_000 * n) for n, who in enumerate(people)))

    assert isinstance(outcomes.pop(2), asyncpg.RaiseError)
    assert [outcome.line for outcome in outcomes] == [2, 3, 4, 5]
    assert await IdempotencyKey.filter(actor_id=people[2].id).count() == 0


async def test_a_client_that_goes_away_takes_nothing_from_the_others(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()
    async with held(cow):
        gone = asyncio.create_task(bid(karim, cow, 60_000))
        stays = asyncio.create_task(bid(rahim, cow, 90_000))
        await wait_for_the_lock()
        gone.cancel()
        await asyncio.wait([gone])

    assert gone.cancelled()
    assert (await stays).line == 3
    # His bid had been taken to the database. Whoever comes back with the key learns of it.
    assert (await bid(karim, cow, 60_000)).line == 2


async def test_a_client_that_goes_away_before_his_turn_bids_no_more(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()
    async with held(cow):
        stays = asyncio.create_task(bid(rahim, cow, 60_000))
        await wait_for_the_lock()
        gone = asyncio.create_task(bid(karim, cow, 90_000))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.wait([gone])

    assert (await stays).leading
    assert await Bid.filter(lot_id=cow.id).count() == 1


async def test_twins_in_one_round_and_in_another_process_are_one_bid(db):
    cow, karim, rahim = await lot(), await bidder(), await bidder()

    receipts = await together(
        *(
            bid(karim, cow, 60_000, key="tap", clock=clock)
            for clock in (HERE, ELSEWHERE, HERE, ELSEWHERE)
        ),
        bid(rahim, cow, 90_000),
    )

    assert len({r.line for r in receipts[:4]}) == 1
    assert await Bid.filter(lot_id=cow.id).count() == 2


async def test_a_key_used_on_two_lots_at_once_is_one_bid_and_harms_no_neighbor(db):
    for _ in range(5):
        here, there, karim, rahim = await lot(), await lot(), await bidder(), await bidder()

        one, other, *neighbors = await together(
            bid(karim, here, 60_000, key="same"),
            bid(karim, there, 60_000, key="same"),
            bid(rahim, here, 70_000, key="a"),
            bid(rahim, there, 70_000, key="b"),
        )

        assert {type(one), type(other)} == {BidReceipt, IdempotencyConflict}
        assert [type(n) for n in neighbors] == [BidReceipt, BidReceipt]
        assert await Bid.filter(bidder_id=karim.id).count() == 1


async def test_where_too_many_wait_the_next_is_told_to_come_back(db, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_WAITING", 3)
    cow, people = await lot(), [await bidder() for _ in range(5)]
    async with held(cow):
        first = asyncio.create_task(bid(people[0], cow, 60_000))
        await wait_for_the_lock()
        wait = [asyncio.create_task(bid(who, cow, 90_000)) for who in people[1:4]]
        await asyncio.sleep(0)

        with pytest.raises(Unavailable) as refused:
            await bid(people[4], cow, 99_000)

    assert refused.value.retryable
    assert (await first).line == 2
    assert [type(o) for o in await together(*wait)] == [BidReceipt, BidReceipt, BidTooLow]


async def test_a_bid_never_joins_the_transaction_of_another_command(db):
    cow, karim = await lot(), await bidder()

    with pytest.raises(RuntimeError):
        async with transaction():
            await bid(karim, cow, 60_000)

    assert await Bid.all().count() == 0


async def test_no_desk_stays_open_when_all_is_judged(db):
    cow, karim = await lot(), await bidder()

    await together(*(bid(karim, cow, 60_000 + n, key=str(n)) for n in range(9)))
    with pytest.raises(DomainError):
        await bid(karim, cow, 1)

    assert gathering._desks == {}
