"""Rendered once for all, and yet each hears everything once and in order, and nothing of others."""

from __future__ import annotations

import asyncio
import random

import pytest

from hmk_graph import event_log
from schema import cohorts, following, rings
from tests.schema import bells
from tests.schema.bells import LISTEN, Phone, Tower, cursor, head, rendered, tower


@pytest.mark.parametrize("seed", range(25))
async def test_whatever_the_lines_and_the_bus_do_each_hears_every_event_once_in_order(
    db, seed, monkeypatch
):
    """Joins with any cursor, lost and reordered frames, lines that stall, a ring that is small."""
    rng = random.Random(seed)
    monkeypatch.setattr(cohorts, "RING", rng.choice([2, 6, 30]))
    monkeypatch.setattr(cohorts, "AT_ONCE", rng.choice([1, 3, 32]))
    monkeypatch.setattr(cohorts, "CHUNK", rng.choice([1, 2, 200]))
    async with tower() as town:
        everybody: list[Phone] = []
        for _ in range(40):
            await _anything(town, everybody, rng)
            for _ in range(rng.randint(0, 30)):
                await asyncio.sleep(0)
        everybody.append(town.pick_up())
        for phone in everybody:
            phone.outlet.drain()
        await town.ring()
        town.hub.hint_all(reason="behind")
        last = await head()
        for phone in everybody:
            await phone.until(last)

    for phone in everybody:
        assert phone.faults == []
        assert phone.seqs == list(range(last + 1))[last + 1 - len(phone.seqs) :] or phone.too_slow


async def _anything(town: Tower, everybody: list[Phone], rng: random.Random) -> None:
    what = rng.randrange(5)
    if what == 0:
        known = cursor(rng.randint(0, await head()))
        everybody.append(town.pick_up(after=rng.choice([None, known])))
    elif what == 1:
        for phone in everybody:
            if rng.random() < 0.3:
                phone.outlet.stall()
    elif what == 2:
        for phone in everybody:
            phone.outlet.drain()
    elif what == 3 and everybody:
        everybody.pop(rng.randrange(len(everybody))).hang_up()
    else:
        await town.ring(rng.randint(1, 9), rng=rng)


async def test_an_event_is_rendered_once_for_a_hundred_listeners(db):
    async with tower() as town:
        phones = [town.pick_up() for _ in range(100)]
        for phone in phones:
            await phone.began.wait()

        await town.ring(3)

        for phone in phones:
            await phone.until(3)
    assert rendered["stroke"] == 3
    assert rendered["snapshot"] <= 2
    assert {tuple(phone.seqs) for phone in phones} == {(1, 2, 3)}


async def test_who_differs_only_in_his_cursor_or_in_the_order_of_variables_shares_a_rendering(db):
    query = LISTEN.replace("$after: Cursor)", "$after: Cursor, $hidden: Boolean!)").replace(
        "after: $after)", "after: $after, hidden: $hidden)"
    )
    async with tower() as town:
        await town.ring(2)
        first = town.pick_up(query=query, variables={"hidden": False, "unused": 1})
        second = town.pick_up(
            query=query, after=cursor(2), variables={"unused": 2, "hidden": False}
        )
        await first.began.wait()
        await town.ring()
        await first.until(3)
        await second.until(3)

        assert len(town.cohorts) == 1
        assert town.cohorts.members == 2


async def test_those_who_left_off_before_the_ring_are_brought_up_by_one_rendering(db):
    """Failure 32: everybody comes back at once, each with the cursor he had."""
    async with tower() as town:
        await town.ring(30)
        phones = [town.pick_up(after=cursor(20)) for _ in range(200)]

        for phone in phones:
            await phone.until(30)
            assert phone.seqs == list(range(21, 31))
    assert rendered["stroke"] == 10


async def test_a_herd_without_cursors_reads_the_state_a_few_times_only(db):
    async with tower() as town:
        phones = [town.pick_up() for _ in range(500)]
        for phone in phones:
            await phone.began.wait()

    assert rendered["snapshot"] <= 3
    assert rendered["read"] <= 3
    # Asked for each, answered for those together who asked at the same time.
    assert 1 <= rendered["permission"] < 20


@pytest.mark.parametrize("after", [cursor(99), cursor(1, epoch=2), bells.Cursor("forged")])
async def test_a_cursor_that_cannot_be_continued_resets_and_then_joins(db, after):
    async with tower() as town:
        await town.ring(2)
        with town.phone() as other, town.phone(after=after) as phone:
            await other.began.wait()
            while "BellSnapshot" not in phone.kinds():
                await asyncio.sleep(0)
            await town.ring()
            await phone.until(3)

            assert phone.kinds() == ["Reset", "BellSnapshot", "Stroke"]
            assert town.cohorts.members == 2


async def test_a_field_of_the_viewer_is_never_shared(db):
    query = LISTEN.replace("colour }", "colour mine }")
    async with tower() as town:
        phones = [town.pick_up(query=query, viewer_id=n) for n in (7, 8, None)]
        for phone in phones:
            await phone.began.wait()
        await town.ring()
        for phone in phones:
            await phone.until(1)

        assert [phone.heard[0]["mine"] for phone in phones] == [7, 8, None]
        assert len(town.cohorts) <= 1
        # It is known from now on: the next one is not even tried.
        late = town.pick_up(query=query, viewer_id=9)
        await late.task
        assert late.alone


async def test_a_field_of_the_viewer_that_comes_late_parts_all_and_nobody_misses_anything(db):
    query = LISTEN.replace("sound }", "sound heardBy }")
    async with tower() as town:
        phones = [town.pick_up(query=query, viewer_id=n) for n in (7, 8, 9)]
        for phone in phones:
            await phone.began.wait()
        while town.cohorts.members < 3:
            await asyncio.sleep(0)

        await town.ring(3)

        for phone in phones:
            await phone.until(3)
            assert phone.seqs == [1, 2, 3]
            assert {item["heardBy"] for item in phone.heard[1:]} == {phone.viewer_id}
            assert phone.faults == []


async def test_a_listener_whose_line_stalled_is_told_and_reads_the_log(db, monkeypatch):
    monkeypatch.setattr(cohorts, "RING", 10)
    async with tower() as town:
        with town.phone() as slow, town.phone() as quick:
            await slow.began.wait()
            await quick.began.wait()
            slow.outlet.stall()
            await town.ring(30)
            await quick.until(30)
            assert slow.seqs == []

            slow.outlet.drain()

            await slow.until(30)
            assert slow.seqs == quick.seqs == list(range(1, 31))
            assert slow.kinds().count("Lagged") == 1
            assert "Lagged" not in quick.kinds()


async def test_a_listener_who_stalls_within_the_ring_is_told_nothing_and_misses_nothing(db):
    async with tower() as town:
        with town.phone() as slow, town.phone() as quick:
            await slow.began.wait()
            slow.outlet.stall()
            await town.ring(100)
            await quick.until(100)

            slow.outlet.drain()

            await slow.until(100)
            assert slow.kinds() == ["BellSnapshot", *["Stroke"] * 100]


async def test_who_falls_behind_for_the_third_time_within_a_minute_is_closed(db, monkeypatch):
    monkeypatch.setattr(cohorts, "RING", 2)
    async with tower() as town:
        with town.phone() as slow, town.phone() as quick:
            await slow.began.wait()
            for round_ in range(following.MOST_LAGS):
                while town.cohorts.members < 2:
                    await asyncio.sleep(0)
                slow.outlet.stall()
                await town.ring(5)
                await quick.until(5 * (round_ + 1))
                slow.outlet.drain()
                if round_ < following.MOST_LAGS - 1:
                    await slow.until(5 * (round_ + 1))
            await slow.task

    assert slow.too_slow
    assert slow.seqs == list(range(1, 11))


async def test_a_heartbeat_reaches_those_who_are_level_and_nobody_who_has_more_to_hear(
    db, monkeypatch
):
    """Its cursor would take him past what he has not heard."""
    monkeypatch.setattr(following, "HEARTBEAT_S", 0.05)
    monkeypatch.setattr(cohorts, "RING", 2)
    async with tower() as town:
        with town.phone() as slow, town.phone() as quick:
            await slow.began.wait()
            while town.cohorts.members < 2:
                await asyncio.sleep(0)
            slow.outlet.stall()
            heard = len(slow.heard)
            await town.ring(5)
            await quick.until(5)
            beats = quick.kinds().count("Heartbeat")
            while quick.kinds().count("Heartbeat") < beats + 2:
                await asyncio.sleep(0.01)
            assert len(slow.heard) == heard

            slow.outlet.drain()

            await slow.until(5)
            after = [kind for kind in slow.kinds()[heard:] if kind != "Heartbeat"]
            assert after == ["Lagged", *["Stroke"] * 5]
            assert slow.kinds()[heard] == "Lagged"


async def test_who_ends_his_operation_hears_nothing_of_it_from_that_moment(db):
    async with tower() as town:
        with town.phone() as gone, town.phone() as other:
            await gone.began.wait()
            await other.began.wait()
            while town.cohorts.members < 2:
                await asyncio.sleep(0)
            await bells.ring()
            await town.bus.publish(await bells.frame(1))
            gone.leave()
            await other.until(1)

            assert gone.seqs == []


async def test_when_the_last_has_left_nothing_is_rendered_any_more(db):
    async with tower() as town:
        with town.phone() as phone:
            await phone.began.wait()
        while town.hub.listeners:
            await asyncio.sleep(0)

        assert len(town.cohorts) == 0


async def test_members_of_a_process_that_goes_down_are_told_waits_that_spread_them(db):
    """Failure 32."""
    async with tower() as town:
        phones = [town.pick_up() for _ in range(300)]
        while town.cohorts.members < 300:
            await asyncio.sleep(0)

        town.hub.hint_all(reason=following.DRAINING)

        for phone in phones:
            await phone.task
    waits = [phone.heard[-1]["afterMs"] for phone in phones]
    assert max(waits) - min(waits) >= 8_000
    assert all(0 <= wait <= 10_000 for wait in waits)
    assert len(set(waits)) > 10


async def test_members_hear_of_a_repaired_history_and_go_on_in_it(db):
    async with tower() as town:
        await town.ring(3)
        with town.phone() as phone:
            await phone.began.wait()
            while town.cohorts.members < 1:
                await asyncio.sleep(0)
            await event_log.Stream.filter(name=bells.STREAM).update(epoch=2, head=1)
            town.hub.hint_all(reason="behind")
            while phone.kinds() != ["BellSnapshot", "Reset", "BellSnapshot"]:
                await asyncio.sleep(0)
            await bells.ring()
            town.hub.hint_all(reason="behind")
            await phone.until(2)

            assert phone.seqs == [2]


async def test_what_is_not_for_all_is_served_alone(db):
    query = LISTEN.replace("(after: $after)", "(after: $after, hidden: true)")
    async with tower() as town:
        phone = town.pick_up(query=query)
        await phone.task

        assert phone.alone
        assert len(town.cohorts) == 0


NOT_SHARED = {
    "another root field": "{ hello }",
    "no GraphQL": "subscription {",
    "a cursor in the text": 'subscription { bellEvents(after: "x") { __typename } }',
    "a cursor that must be given": (
        "subscription ($after: Cursor!) { bellEvents(after: $after) { __typename } }"
    ),
    "a cursor with a default": (
        'subscription ($after: Cursor = "x") { bellEvents(after: $after) { __typename } }'
    ),
    "a directive": "subscription { bellEvents @skip(if: false) { __typename } }",
    "a fragment at the root": (
        "subscription { ...F } fragment F on Subscription { bellEvents { __typename } }"
    ),
    "two operations": (
        "subscription A { bellEvents { __typename } } subscription B { bellEvents { __typename } }"
    ),
}


@pytest.mark.parametrize("query", NOT_SHARED.values(), ids=NOT_SHARED.keys())
async def test_a_request_that_is_not_plainly_the_same_for_all_takes_the_ordinary_way(db, query):
    async with tower() as town:
        phone = town.pick_up(query=query)
        await phone.task

        assert phone.alone


async def test_a_ring_keeps_the_latest_of_each_state_only():
    ring = rings.Ring(bells.Place(epoch=1, seq=0), bound=10)
    for n in range(5):
        ring.put_state("a", b"a%d" % n)
        ring.put_state("b", b"b%d" % n)

    assert ring.states_since(0) == [b"a4", b"b4"]
    assert ring.states_since(ring.version - 1) == [b"b4"]
    assert ring.states_since(ring.version) == []


async def test_a_state_from_before_a_snapshot_is_not_told_after_it():
    ring = rings.Ring(bells.Place(epoch=1, seq=0), bound=10)
    ring.put_state("a", b"an older price")
    anew = bells.Place(epoch=2, seq=7)

    ring.restart(b"reset", rings.Numbered(place=anew, payload=b"the prices now"))
    ring.put_state("b", b"a newer price")

    assert ring.since(0, at_most=10) == [b"reset", b"the prices now"]
    assert ring.states_since(0) == [b"a newer price"]
