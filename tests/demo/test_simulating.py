"""The simulators against a real web process and a real worker."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from hmk_graph import database
from hmk_graph.accounts.models import Account, PhoneCode
from hmk_graph.clock import database_clock
from hmk_graph.demo import people, seeding, simulating, stocking
from hmk_graph.demo.program import slot_between
from hmk_graph.demo.tempo import Tempo
from hmk_graph.haat import bidding, lot_keeping, lot_queries, rules
from hmk_graph.haat.errors import BidTooLow, LotNotOpen
from hmk_graph.haat.lot_models import Bid, Lot
from hmk_graph.haat.models import Haat
from hmk_graph.places.models import Place
from tests.demo.conftest import Demo
from tests.processes import Watcher, Web, Worker

# How long something may take that is on its way, on a machine that has other things to do.
PATIENCE_S = 120.0
RUN = timedelta(seconds=8)
BRISK = Tempo(
    quick_bid_s=(0.05, 0.15),
    steady_bid_s=(0.2, 0.5),
    late_bid_s=(0.3, 0.6),
    answer_s=(0.1, 0.2),
    late_for=timedelta(seconds=1),
    look_s=0.2,
    step_s=(0.0, 0.1),
    bargain_s=(0.2, 0.4),
    reply_s=(0.1, 0.3),
    restock_s=(30.0, 60.0),
    open_desk_s=(30.0, 60.0),
    switch_s=(30.0, 60.0),
    retry_s=(0.05, 0.5),
    calm=False,
)


@pytest.fixture
def web(own_demo, redis):
    at = {"database_url": own_demo.settings.database_url, "redis_url": redis.url}
    demo = {"HMK_ENV": "demo", "HMK_DEMO_CODE": own_demo.settings.demo_code}
    with Web(**at, **demo) as process, Worker(**at):
        yield process


@asynccontextmanager
async def simulated(demo: Demo, web: Web, tempo: Tempo = BRISK) -> AsyncIterator[None]:
    """Have the simulators act meanwhile, and Tortoise connected for the test's own looks."""
    settings = replace(demo.settings, port=web.port)
    async with (
        database.connected(settings.database_url, pool_size=4),
        asyncio.TaskGroup() as tasks,
    ):
        running = tasks.create_task(simulating.run(settings, tempo=tempo, folder=demo.folder))
        yield
        assert not running.done()
        running.cancel()


@asynccontextmanager
async def watched(web: Web, lot_id: int) -> AsyncIterator[Watcher]:
    watcher = Watcher([web.ws_url], f"Lot:{lot_id}")
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(watcher.watch())
        async with asyncio.timeout(PATIENCE_S):
            await watcher.began.wait()
        yield watcher
        task.cancel()


async def told(watcher: Watcher, wanted: Callable[[dict], bool], within_s: float) -> dict:
    """Wait until the watcher has been told something, and return it."""
    async with asyncio.timeout(within_s):
        while True:
            for item in watcher.said:
                if wanted(item):
                    return item
            await asyncio.sleep(0.02)


async def short_lot() -> Lot:
    """Put an animal up whose auction began two minutes ago and is planned to end in seconds.

    Not before people bid at all: how long they take to sign in is the machine's matter. So is how
    soon they reach what it is worth, so every bid is a late one: the window is longer than the run.
    """
    await bidding_has_begun()
    seller = people.SELLERS[0]
    haat = await Haat.get(place__slug=seller.haat)
    await Haat.filter(id=haat.id).update(soft_close_s=int(2 * RUN.total_seconds()))
    now = await database_clock()
    accounts = {}
    for person in (seller, people.VETS[seller.upazila]):
        accounts[person.phone] = await _account_id(person.phone)
    register = seeding.Register(
        places={seller.home: (await Place.get(slug=seller.home)).id},
        haats={seller.haat: haat.id},
        accounts=accounts,
    )
    slot = slot_between(now - timedelta(minutes=2), now + RUN, BRISK)
    return await stocking.put_on_block(register, seller, slot, Random(1), key="short")


async def bidding_has_begun() -> None:
    """Wait until somebody has bid since this was asked."""
    before = await Bid.all().count()
    async with asyncio.timeout(PATIENCE_S):
        while await Bid.all().count() <= before:
            await asyncio.sleep(0.05)


async def _account_id(phone: str) -> int:
    return (await Account.get(phone=phone)).id


async def test_bids_arrive_on_a_lots_stream_and_a_late_one_extends_it_before_it_closes(
    own_demo, web
):
    async with simulated(own_demo, web):
        lot = await short_lot()
        async with watched(web, lot.id) as watcher:
            await told(watcher, lambda item: item["__typename"] == "BidPlaced", PATIENCE_S)
            await told(watcher, lambda item: item.get("extended"), PATIENCE_S)
            closed = await told(watcher, lambda item: item["__typename"] == "LotClosed", PATIENCE_S)

    assert closed["outcome"] in ("SOLD", "UNSOLD")
    assert watcher.faults == []


async def test_a_visitor_who_bids_by_single_steps_wins_after_a_few(own_demo, web):
    async with simulated(own_demo, web):
        lot = await short_lot()
        visitor_id = await _account_id(people.BUYER.phone)
        async with watched(web, lot.id) as watcher:
            await told(watcher, lambda item: item["__typename"] == "BidPlaced", PATIENCE_S)
            bids = await bid_until_closed(visitor_id, lot.id)
            await told(watcher, lambda item: item["__typename"] == "LotClosed", PATIENCE_S)

        assert (await Lot.get(id=lot.id)).leader_id == visitor_id
        # Two make the simulated bidders stop; one of theirs may be under way, or a maximum stand.
        assert 2 <= bids <= 16


async def bid_until_closed(visitor_id: int, lot_id: int) -> int:
    """Bid the minimum whenever somebody else leads; return how many bids it took."""
    bids = 0
    async with asyncio.timeout(PATIENCE_S):
        while True:
            lot = await Lot.get(id=lot_id)
            if lot.leader_id != visitor_id:
                minimum = rules.minimum_next(lot_keeping.state_of(lot))
                try:
                    await bidding.place_bid(
                        visitor_id,
                        lot_id,
                        minimum,
                        idempotency_key=f"tap {bids} {minimum}",
                        clock=database_clock,
                    )
                    bids += 1
                except BidTooLow:
                    pass  # somebody was quicker
                except LotNotOpen:
                    return bids
            elif lot.result is not None:
                return bids
            await asyncio.sleep(0.05)


async def test_a_restart_needs_no_new_codes(own_demo, web):
    """Tradesmen and crews join while it runs; nobody who was there before asks for another."""
    async with database.connected(own_demo.settings.database_url, pool_size=2):
        known = set(await PhoneCode.all().values_list("phone", flat=True))
        before = await PhoneCode.all().count()

    for _ in range(2):
        async with simulated(own_demo, web):
            lot = await lot_queries.running_lots(await database_clock()).first()
            bids = lot.bid_count
            async with asyncio.timeout(PATIENCE_S):
                while (await Lot.get(id=lot.id)).bid_count <= bids:
                    await asyncio.sleep(0.05)

            assert await PhoneCode.filter(phone__in=known).count() == before


async def test_what_has_ended_is_followed_by_new_animals_through_all_steps(own_demo, web):
    more = replace(BRISK, fewest_coming=12)
    async with simulated(own_demo, web, more):
        now = await database_clock()
        async with asyncio.timeout(PATIENCE_S):
            while await lot_queries.coming_lots(now).count() < 12:
                await asyncio.sleep(0.05)


async def test_a_killed_web_does_not_end_the_simulators(own_demo, web):
    async with simulated(own_demo, web):
        lot = await lot_queries.running_lots(await database_clock()).order_by("-ends_at").first()
        web.kill()
        web.start()
        web.wait()
        bids = (await Lot.get(id=lot.id)).bid_count
        async with asyncio.timeout(PATIENCE_S):
            while (await Lot.get(id=lot.id)).bid_count <= bids:
                await asyncio.sleep(0.05)
