"""Two web processes, one database, one Redis: one auction."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from datetime import timedelta

import pytest

from hmk_graph import database, event_log
from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Account, Session
from hmk_graph.clock import database_clock
from hmk_graph.haat import lot_keeping, lot_replay
from hmk_graph.haat.lot_models import Bid, Lot, LotLine
from hmk_graph.haat.sale_models import Deal
from tests.auctions import bidder, lot
from tests.processes import SECRET, Watcher, Web, Worker
from tests.redis_servers import PrivateRedis

PLACE_BID = """
mutation ($input: PlaceBidInput!) {
  placeBid(input: $input) {
    __typename
    ... on BidAccepted { line hash leading price minimumNext }
    ... on UserError { code messageBn messageEn field }
    ... on BidTooLow { minimum }
  }
}
"""


@pytest.fixture
def houses(database_url, redis):
    with ExitStack() as stack:
        at = {"database_url": database_url, "redis_url": redis.url}
        first, second = Web(**at), Web(**at)
        first.start()
        second.start()
        for web in (first, second):
            stack.push(web)
            web.wait()
        yield first, second


@asynccontextmanager
async def running_lot(database_url: str, **columns) -> AsyncIterator[Lot]:
    async with database.connected(database_url, pool_size=4):
        now = await database_clock()
        yield await lot(
            starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=1), **columns
        )


async def token_of(person: Account) -> str:
    """Sign a person in, without the code."""
    now = await database_clock()
    session = await Session.create(
        account=person, created_at=now, last_used_at=now, expires_at=now + timedelta(days=1)
    )
    return tokens.access_token(person.id, session.id, now=now, secret=SECRET)[0]


async def bid(web: Web, cow: Lot, token: str, taka: int, key: str) -> dict:
    variables = {"input": {"lotId": f"Lot:{cow.id}", "maximum": taka * 100, "idempotencyKey": key}}
    answer = await web.ask(PLACE_BID, variables, token=token)
    return answer["data"]["placeBid"]


async def until(condition, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def watching(watchers: list[Watcher]) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(watcher.watch()) for watcher in watchers]
        try:
            for watcher in watchers:
                async with asyncio.timeout(60):
                    await watcher.began.wait()
            yield
        finally:
            for task in tasks:
                task.cancel()


async def test_a_bid_through_one_process_reaches_a_watcher_on_the_other(houses, database_url):
    first, second = houses
    async with running_lot(database_url) as cow:
        token = await token_of(await bidder())
        watcher = Watcher([second.ws_url], f"Lot:{cow.id}")
        async with watching([watcher]):
            receipt = await bid(first, cow, token, 60_000, "tap")

            assert (receipt["__typename"], receipt["price"]) == ("BidAccepted", 5_000_000)
            await until(lambda: watcher.seqs == [2], 5)

    assert watcher.said[-1]["price"] == 5_000_000 and not watcher.faults


async def test_fifty_bidders_on_two_processes_leave_one_dense_log_and_one_deal(
    houses, database_url, redis
):
    """Issue, "must show" 3: each acknowledged bid stands in the log once, and one person wins."""
    async with running_lot(database_url) as cow:
        people = [await bidder() for _ in range(50)]
        signed = [await token_of(person) for person in people]
        rng = random.Random(11)
        acknowledged: list[int] = []

        async def keep_bidding(n: int, token: str) -> None:
            for i in range(20):
                web = houses[(n + i) % 2]
                price = (await Lot.get(id=cow.id)).price_paisa or 5_000_000
                amount = price // 100 + rng.choice((1_000, 2_000, 5_000, 10_000))
                answer = await bid(web, cow, token, amount, f"{n}-{i}")
                if answer["__typename"] == "BidAccepted":
                    acknowledged.append(answer["line"])
                else:
                    assert answer["code"] in ("BID_TOO_LOW", "MAX_NOT_RAISED", "NOT_ON_STEP")

        watchers = [Watcher([web.ws_url], f"Lot:{cow.id}") for web in houses for _ in range(3)]
        async with watching(watchers):
            await asyncio.gather(*(keep_bidding(n, token) for n, token in enumerate(signed)))
            head = (await event_log.head(f"haat.lot.{cow.id}")).seq
            await until(lambda: all(w.seen == head for w in watchers), 10)
            for watcher in watchers:
                assert not watcher.faults
                assert watcher.seqs == list(range(watcher.seqs[0], head + 1))

        rows = await LotLine.filter(lot_id=cow.id).order_by("line")
        assert [row.line for row in rows] == list(range(1, len(rows) + 1))
        assert sorted(acknowledged) == [row.line for row in rows[1:]]
        stored = await Lot.get(id=cow.id)
        folded = lot_replay.fold(
            [lot_keeping.stored_line(row.body) for row in rows],
            await lot_keeping.all_secrets(stored),
        )
        assert folded == lot_keeping.state_of(stored)
        best = await Bid.filter(lot_id=cow.id).order_by("-maximum_paisa", "line").first()
        assert best is not None and stored.leader_id == best.bidder_id

        await _end_now(cow)
        with Worker(database_url=database_url, redis_url=redis.url):
            async with asyncio.timeout(30):
                while not await Deal.exists(lot_id=cow.id):
                    await asyncio.sleep(0.05)
        deal = await Deal.get(lot_id=cow.id)
        assert (deal.buyer_id, deal.amount_paisa) == (best.bidder_id, stored.price_paisa)


async def _end_now(cow: Lot) -> None:
    """Move the times of a lot so that it is over, and have the worker asked."""
    from hmk_graph import deadlines

    now = await database_clock()
    past = now - timedelta(seconds=1)
    await Lot.filter(id=cow.id).update(ends_at=past, planned_ends_at=past)
    await deadlines.arm("haat.close_lot", cow.id, past)


async def test_two_hundred_watchers_miss_nothing_whatever_dies(
    houses, database_url, redis: PrivateRedis
):
    """Issue, "must show" 4: an unplugged Redis, a killed listener, a killed server process."""
    first, second = houses
    async with running_lot(database_url) as cow:
        bidders = [await token_of(await bidder()) for _ in range(2)]
        urls = [first.ws_url, second.ws_url]
        watchers = [Watcher(urls[n % 2 :] + urls[: n % 2], f"Lot:{cow.id}") for n in range(200)]
        taka = 50_000

        async def bids(count: int) -> int:
            nonlocal taka
            for i in range(count):
                taka += 5_000
                answer = await bid(first, cow, bidders[i % 2], taka, f"bid-{taka}")
                assert answer["__typename"] == "BidAccepted", answer
            return (await event_log.head(f"haat.lot.{cow.id}")).seq

        def all_at(head: int):
            return lambda: all(w.seen == head for w in watchers)

        async with watching(watchers):
            await until(all_at(await bids(3)), 20)

            redis.kill()
            await until(all_at(await bids(3)), 20)
            redis.start()
            await until(all_at(await bids(3)), 5)

            redis.freeze()
            head = await bids(2)
            redis.thaw()
            await until(all_at(head), 5)

            second.kill()
            head = await bids(3)
            second.start()
            second.wait()
            await until(all_at(head), 15)

        assert [w.faults for w in watchers if w.faults] == []
        for watcher in watchers:
            assert watcher.seqs == list(range(watcher.seqs[0], head + 1))
