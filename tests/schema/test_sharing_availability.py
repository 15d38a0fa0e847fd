"""Who is free, told once to all who watch a category and a place: the newest, and nothing old."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import orjson
import pytest

from hmk_graph import event_log, feeds
from hmk_graph.relay import body_of
from hmk_graph.services.models import Provider, Signal
from hmk_graph.services.switching import switch
from realtime.frames import Frame
from schema import rings, root
from schema.services import availability
from tests import factories
from tests.factories import NOON, at
from tests.schema.bells import Phone, Tower, tower
from tests.services import desks

SCHEMA = root.build()
FREE = """subscription ($category: ID!, $place: ID!) {
    availabilityEvents(categoryId: $category, within: $place) { __typename
    ... on AvailabilitySnapshot { free { id OWN } }
    ... on AvailabilityMoved { providerId state }
    ... on Reconnect { afterMs } } }"""
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(availability, "CONFLATE_S", 0)


class Watcher(Phone):
    """A phone that knows of no cursors: there are none here."""

    def take(self, payload: bytes) -> None:
        answer = orjson.loads(payload)
        if answer.get("errors"):
            self.faults.append(answer["errors"][0]["message"])
            return
        self.heard.append(answer["data"]["availabilityEvents"])
        self.began.set()

    def states(self) -> list[Any]:
        """Say what it heard: the providers that a snapshot shows free, or the state of one."""
        return [item["state"] if "state" in item else item["free"] for item in self.heard]


async def watching(town: Tower, place_id: int, **more: Any) -> Watcher:
    category = await desks.category()
    variables = {"category": f"ServiceCategory:{category.id}", "place": f"Place:{place_id}"}
    query = FREE.replace("OWN", more.pop("own", ""))
    watcher = Watcher(town, query=query, variables=variables, **more)
    assert town.tasks is not None
    watcher.task = town.tasks.create_task(watcher.listen())
    return watcher


async def said(desk: Provider, signal: Signal, *, minute: int = 0) -> None:
    now = NOON + timedelta(minutes=minute)
    await switch(desk.account_id, signal, HOUR, clock=at(now))


async def published(town: Tower, desk: Provider, *, backwards: bool = False) -> None:
    """Bring all that was said of a provider, in one order or the other, without a pause."""
    category = await desks.category()
    events = await event_log.after(f"services.provider.{desk.id}", 0)
    for event in reversed(events) if backwards else events:
        feed = feeds.availability(category.id)
        await town.bus.publish(Frame(stream=feed, epoch=0, seq=0, body=body_of(event)))


async def heard(watcher: Watcher, state: Any) -> None:
    async with asyncio.timeout(60):
        while state not in watcher.states():
            await asyncio.sleep(0)


async def joined(town: Tower, members: int) -> None:
    async with asyncio.timeout(60):
        while town.cohorts.members < members:
            await asyncio.sleep(0)


async def test_a_switch_is_rendered_once_and_seen_by_all_who_watch_its_place(db):
    desk, _ = await desks.shop()
    upazila, person = await factories.upazila(), await factories.person()
    async with tower(SCHEMA, relaying=True) as town:
        many = [
            await watching(town, upazila.id, viewer_id=(None, person.id)[n % 2]) for n in range(100)
        ]
        await joined(town, 100)
        payloads: list[bytes] = []
        for watcher in many:
            write = watcher.outlet.write
            watcher.outlet.write = lambda prefix, batch, write=write: (
                payloads.extend(batch.payloads),
                write(prefix, batch),
            )[1]
        await said(desk, Signal.FREE)
        for watcher in many:
            await heard(watcher, "FREE")

    assert all(watcher.states() == [[], "FREE"] for watcher in many)
    assert all(watcher.faults == [] for watcher in many)
    assert len(payloads) == 100
    assert len({id(payload) for payload in payloads}) == 1


async def test_whoever_comes_later_begins_with_who_is_free_and_hears_the_next(db):
    desk, _ = await desks.shop()
    upazila = await factories.upazila()
    async with tower(SCHEMA, relaying=True) as town:
        early = await watching(town, upazila.id)
        await joined(town, 1)
        await said(desk, Signal.FREE)
        await heard(early, "FREE")
        for cohort in town.cohorts._cohorts.values():
            cohort._opening_until = 0.0  # the second for which a state is kept is over
        late = await watching(town, upazila.id)
        await joined(town, 2)
        await said(desk, Signal.OFF, minute=1)
        await heard(late, "OFF")

        assert [s["id"] for s in late.states()[0]] and late.states()[1:] == ["OFF"]
        assert len(town.cohorts) == 1


async def test_there_is_nothing_to_watch_where_there_is_no_such_place_or_category(db):
    await desks.category()
    async with tower(SCHEMA) as town:
        nowhere = await watching(town, 999_999)
        await nowhere.task

        assert nowhere.faults == ["NOT_FOUND"]
        assert nowhere.heard == []
        assert len(town.cohorts) == 0


async def test_of_changes_that_come_in_the_wrong_order_the_newest_stands(db):
    desk, _ = await desks.shop()
    upazila = await factories.upazila()
    async with tower(SCHEMA) as town:
        watcher = await watching(town, upazila.id)
        await joined(town, 1)
        for minute, signal in enumerate((Signal.FREE, Signal.BUSY, Signal.OFF)):
            await said(desk, signal, minute=minute)

        await published(town, desk, backwards=True)
        await heard(watcher, "OFF")
        await published(town, desk)
        town.hub.hint_all(reason="behind")
        async with asyncio.timeout(60):
            while len(watcher.heard) < 3 or watcher.states()[-1] != []:
                await asyncio.sleep(0)

        assert set(map(str, watcher.states()[1:])) == {"OFF", "[]"}


async def test_a_line_that_had_no_room_hears_only_how_it_stands_in_the_end(db):
    desk, _ = await desks.shop()
    upazila = await factories.upazila()
    async with tower(SCHEMA, relaying=True) as town:
        thin, wide = [await watching(town, upazila.id) for _ in range(2)]
        await joined(town, 2)
        thin.outlet.stall()
        signals = [Signal.FREE, Signal.BUSY, Signal.FREE, Signal.BUSY, Signal.OFF]
        for minute, signal in enumerate(signals):
            await said(desk, signal, minute=minute)
            async with asyncio.timeout(60):
                while len(wide.heard) < minute + 2:
                    await asyncio.sleep(0)

        thin.outlet.drain()
        await heard(thin, "OFF")

        assert thin.states() == [[], "OFF"]
        assert wide.states() == [[], "FREE", "BUSY", "FREE", "BUSY", "OFF"]


async def test_a_line_that_missed_more_states_than_are_kept_is_told_all_anew(db, monkeypatch):
    monkeypatch.setattr(rings, "MOST_STATES", 2)
    shops = [(await desks.shop())[0] for _ in range(4)]
    upazila = await factories.upazila()
    async with tower(SCHEMA, relaying=True) as town:
        thin, wide = [await watching(town, upazila.id) for _ in range(2)]
        await joined(town, 2)
        thin.outlet.stall()
        for desk in shops:
            await said(desk, Signal.FREE)
        async with asyncio.timeout(60):
            while len(wide.heard) < 5:
                await asyncio.sleep(0)

        thin.outlet.drain()
        async with asyncio.timeout(60):
            while len(thin.heard) < 2:
                await asyncio.sleep(0)
        await joined(town, 2)
        await said(shops[0], Signal.OFF, minute=1)
        await heard(thin, "OFF")

        assert len(thin.states()[1]) == 4
        assert thin.states()[2:] == ["OFF"]


async def test_what_was_lost_on_the_way_is_told_to_all_by_one_new_state(db):
    desk, _ = await desks.shop()
    upazila = await factories.upazila()
    async with tower(SCHEMA) as town:
        both = [await watching(town, upazila.id) for _ in range(2)]
        await joined(town, 2)
        await said(desk, Signal.FREE)

        town.hub.hint_all(reason="behind")
        async with asyncio.timeout(60):
            while any(len(watcher.heard) < 2 for watcher in both):
                await asyncio.sleep(0)

        assert both[0].heard == both[1].heard
        assert [len(free) for free in both[0].states()] == [0, 1]


async def test_who_goes_down_tells_all_to_come_back(db):
    upazila = await factories.upazila()
    async with tower(SCHEMA) as town:
        watchers = [await watching(town, upazila.id) for _ in range(3)]
        await joined(town, 3)

        town.hub.hint_all(reason="draining")
        for watcher in watchers:
            await watcher.task

        assert all(w.heard[-1]["__typename"] == "Reconnect" for w in watchers)
        assert all(0 <= w.heard[-1]["afterMs"] <= 10_000 for w in watchers)
