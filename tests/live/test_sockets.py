"""What a live connection promises: resume, farewell, revocation, and nothing left behind."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import orjson
import pytest
import websockets
from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.accounts import sessions
from hmk_graph.accounts.models import Session
from hmk_graph.clock import database_clock
from hmk_graph.duties import EVENTS_KEPT
from hmk_graph.event_log import EventRow
from hmk_graph.haat.lot_models import Lot
from schema.cursors import Cursors, Place
from tests.auctions import bidder
from tests.live.test_two_processes import bid, running_lot, token_of, until, watching
from tests.processes import LOT_EVENTS, SECRET, Watcher, Web, Worker, connected


@pytest.fixture
def web(database_url, redis):
    with Web(database_url=database_url, redis_url=redis.url) as process:
        yield process


@asynccontextmanager
async def subscribed(web: Web, cow: Lot, after: str | None = None, token: str | None = None):
    """Subscribe to a lot, and give a function that returns the next item."""
    async with connected(web.ws_url, token) as wire:
        request = {"query": LOT_EVENTS, "variables": {"id": f"Lot:{cow.id}", "after": after}}
        await wire.send(orjson.dumps({"id": "1", "type": "subscribe", "payload": request}).decode())

        async def following() -> dict:
            async with asyncio.timeout(60):
                while True:
                    message = orjson.loads(await wire.recv())
                    if message["type"] == "next":
                        item = message["payload"]["data"]["lotEvents"]
                        if item["__typename"] != "Heartbeat":
                            return item
                    else:
                        assert message["type"] in ("ping", "pong"), message

        yield following, wire


async def test_the_first_thing_is_the_state_and_a_cursor_gets_exactly_what_was_missed(
    web, database_url
):
    async with running_lot(database_url) as cow:
        karim, rahim = [await token_of(await bidder()) for _ in range(2)]
        async with subscribed(web, cow) as (following, _):
            first = await following()
            assert (first["__typename"], first["seq"]) == ("LotSnapshot", 1)
        for n, taka in enumerate((60_000, 70_000, 80_000)):
            await bid(web, cow, (karim, rahim)[n % 2], taka, f"k{n}")

        async with subscribed(web, cow, first["cursor"]) as (following, _):
            missed = [await following() for _ in range(3)]
            await bid(web, cow, rahim, 95_000, "k9")
            live = await following()

    assert [item["seq"] for item in missed] == [2, 3, 4]
    assert {item["__typename"] for item in missed} == {"BidPlaced"}
    assert (live["seq"], live["__typename"]) == (5, "BidPlaced")


@pytest.mark.parametrize(
    "away", [timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)], ids=str
)
async def test_whoever_was_away_for_a_while_gets_exactly_what_he_missed(web, database_url, away):
    """The log was pruned meanwhile, as it is each hour; what he missed is not so old."""
    async with running_lot(database_url) as cow:
        karim, rahim = [await token_of(await bidder()) for _ in range(2)]
        for n, taka in enumerate((60_000, 70_000)):
            await bid(web, cow, (karim, rahim)[n], taka, f"k{n}")
        async with subscribed(web, cow) as (following, _):
            seen = await following()
        await put_back(EVENTS_KEPT)
        for n, taka in enumerate((80_000, 90_000, 100_000)):
            await bid(web, cow, (karim, rahim)[n % 2], taka, f"a{n}")
        await put_back(away)
        async with asyncio.timeout(60):
            while await EventRow.filter(relayed=False).exists():
                await asyncio.sleep(0.05)

        pruned = await event_log.prune(await database_clock() - EVENTS_KEPT)
        async with subscribed(web, cow, seen["cursor"]) as (following, _):
            missed = [await following() for _ in range(3)]
            await bid(web, cow, rahim, 120_000, "last")
            live = await following()

    assert pruned >= 3
    assert seen["seq"] == 3
    assert [(item["__typename"], item["seq"]) for item in missed] == [
        ("BidPlaced", 4),
        ("BidPlaced", 5),
        ("BidPlaced", 6),
    ]
    assert (live["__typename"], live["seq"]) == ("BidPlaced", 7)


async def put_back(age: timedelta) -> None:
    """Have it that all events were written down so much earlier."""
    await get_connection("default").execute_query("UPDATE event SET at = at - $1::interval", [age])


@pytest.mark.parametrize("fault", ["FORGED", "BEYOND_HEAD", "OTHER_EPOCH", "TRIMMED"])
async def test_a_cursor_that_cannot_be_continued_resets_and_begins_anew(web, database_url, fault):
    """Failure 3: never a silent jump, never a replay from zero, never silence."""
    async with running_lot(database_url) as cow:
        stream = f"haat.lot.{cow.id}"
        token = await token_of(await bidder())
        await bid(web, cow, token, 60_000, "a")
        cursors = Cursors(SECRET.encode())
        place = {
            "BEYOND_HEAD": Place(epoch=1, seq=99),
            "OTHER_EPOCH": Place(epoch=2, seq=1),
            "TRIMMED": Place(epoch=1, seq=0),
        }.get(fault, Place(epoch=1, seq=1))
        of = "haat.lot.999999" if fault == "FORGED" else stream
        if fault == "TRIMMED":
            await EventRow.filter(stream=stream, seq=1).delete()
        after = cursors.write(place, stream=of, audience="public")

        async with subscribed(web, cow, after) as (following, _):
            reset, snapshot = await following(), await following()

    assert (reset["__typename"], reset["reason"]) == ("Reset", fault)
    assert (snapshot["__typename"], snapshot["seq"]) == ("LotSnapshot", 2)


async def test_with_redis_dead_from_the_start_bids_still_arrive(database_url, redis):
    """R8: delivery needs the database only."""
    redis.kill()
    web = Web(database_url=database_url, redis_url=redis.url)
    with web.running_without_bus():
        async with running_lot(database_url) as cow:
            token = await token_of(await bidder())
            watcher = Watcher([web.ws_url], f"Lot:{cow.id}")
            async with watching([watcher]):
                assert (await bid(web, cow, token, 60_000, "a"))["__typename"] == "BidAccepted"
                await until(lambda: watcher.seqs == [2], 5)
            state = await web.readiness()

    assert state["bus"] == "not listening"


async def test_a_server_that_goes_down_says_when_to_come_back_and_closes_with_1012(
    web, database_url
):
    async with (
        running_lot(database_url) as cow,
        subscribed(web, cow) as (following, wire),
    ):
        await following()
        web.running.terminate()

        farewell = await following()
        with pytest.raises(websockets.ConnectionClosed) as closed:
            async with asyncio.timeout(60):
                while True:
                    await wire.recv()

    assert farewell["__typename"] == "Reconnect" and 0 <= farewell["afterMs"] <= 10_000
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1012
    assert web.running.wait(60) == 0


async def test_revoking_a_session_closes_its_sockets_and_no_others(web, database_url):
    async with running_lot(database_url) as cow:
        person = await bidder()
        phone, stolen = await token_of(person), await token_of(person)
        newest = await Session.filter(account_id=person.id).order_by("-id").first()
        async with (
            subscribed(web, cow, token=phone) as (still_following, _),
            subscribed(web, cow, token=stolen) as (following, wire),
        ):
            await still_following()
            await following()

            await sessions.revoke(person.id, newest.id, clock=database_clock)

            with pytest.raises(websockets.ConnectionClosed) as closed:
                async with asyncio.timeout(60):
                    while True:
                        await wire.recv()
            await bid(web, cow, phone, 60_000, "a")
            assert (await still_following())["__typename"] == "BidPlaced"
        refused = await web.ask("{ me { id } }", token=stolen)

    assert closed.value.rcvd is not None and closed.value.rcvd.code == 4403
    assert refused["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_two_tabs_of_one_person_both_hear_everything(web, database_url):
    """Failure 31: a second tab replaced the first tab's queue, and the first hung."""
    async with running_lot(database_url) as cow:
        token = await token_of(await bidder())
        async with (
            subscribed(web, cow, token=token) as (one, _),
            subscribed(web, cow, token=token) as (two, _),
        ):
            await one(), await two()
            await bid(web, cow, token, 60_000, "a")

            assert (await one())["seq"] == (await two())["seq"] == 2


async def test_a_worker_that_comes_late_still_opens_and_ends_lots_by_the_clock(
    web, database_url, redis
):
    """Failure 31: the scheduler was away at the start and at the end."""
    from tests.live.test_two_processes import _end_now

    async with running_lot(database_url) as cow:
        token = await token_of(await bidder())
        accepted = await bid(web, cow, token, 60_000, "a")
        assert accepted["__typename"] == "BidAccepted"
        assert (await Lot.get(id=cow.id)).state == "SCHEDULED"
        async with subscribed(web, cow) as (following, _):
            await following()
            with Worker(database_url=database_url, redis_url=redis.url) as worker:
                assert (await following())["__typename"] == "LotOpened"
                worker.kill()
            await _end_now(cow)
            late = await bid(web, cow, token, 90_000, "b")
            with Worker(database_url=database_url, redis_url=redis.url):
                closed = await following()

    assert late["code"] == "LOT_NOT_OPEN"
    assert (closed["__typename"], closed["outcome"]) == ("LotClosed", "SOLD")


async def test_a_thousand_abrupt_goodbyes_leave_no_task_behind(web, database_url):
    """Failure 23."""
    async with running_lot(database_url) as cow:

        async def come_and_vanish() -> None:
            async with subscribed(web, cow) as (following, wire):
                await following()
                wire.transport.abort()

        for _ in range(20):
            async with asyncio.TaskGroup() as group:
                for _ in range(50):
                    group.create_task(come_and_vanish())

        async def at_rest() -> None:
            async with asyncio.timeout(30):
                while (await web.metrics())["sockets"] or (await web.metrics())["listeners"] > 1:
                    await asyncio.sleep(0.1)

        await at_rest()
        assert (await web.readiness())["database"] == "ok"


async def test_an_event_that_reaches_no_bus_is_relayed_by_another_process_later(
    database_url, redis
):
    """A process that died between commit and relay leaves its events to the others."""
    async with running_lot(database_url) as cow:
        assert await EventRow.filter(relayed=False).count() > 0
        with Web(database_url=database_url, redis_url=redis.url):
            async with asyncio.timeout(60):
                while await EventRow.filter(relayed=False).count():
                    await asyncio.sleep(0.05)
        assert (await event_log.head(f"haat.lot.{cow.id}")).seq == 1
