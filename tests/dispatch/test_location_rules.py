"""Failure 20: stale, future, shuffled, repeated, impossible points move no vehicle wrongly."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hmk_graph.dispatch import location_rules
from hmk_graph.dispatch.location_rules import Fix, Flag, Freshness, RawPoint, freshness, take
from hmk_graph.geo import Point
from tests.factories import NOON

HERE = Point(24.45, 90.88)
LAST = Fix(point=HERE, at=NOON - timedelta(seconds=10), last_at=NOON - timedelta(seconds=10))


def raw(
    meters: float = 0, *, seconds: float = 0, accuracy_m: float = 8, east: float = 0
) -> RawPoint:
    """Return a point so many meters north of HERE, so many seconds from NOON."""
    return RawPoint(
        at=NOON + timedelta(seconds=seconds),
        lat=HERE.lat + meters / 111_195,
        lng=HERE.lng + east,
        accuracy_m=accuracy_m,
    )


points = st.builds(
    raw,
    st.floats(-500_000, 500_000),
    seconds=st.one_of(st.floats(-100_000, 100_000), st.floats(-20, 20)),
    accuracy_m=st.floats(0, 400),
)


def test_a_good_point_moves_the_vehicle_and_stands_on_the_trail():
    taken = take([raw(100, seconds=-2)], last=LAST, now=NOON)

    assert taken.fix is not None
    assert taken.fix.at == NOON - timedelta(seconds=2)
    assert [p.flags for p in taken.trail] == [()]
    assert taken.dropped == 0


@pytest.mark.parametrize(
    ("lat", "lng"), [(0, 0), (90.1, 90), (24, 180.1), (float("nan"), 90), (24, float("inf"))]
)
def test_a_point_that_is_nowhere_is_not_taken(lat: float, lng: float):
    nowhere = RawPoint(at=NOON, lat=lat, lng=lng, accuracy_m=8)

    assert take([nowhere], last=LAST, now=NOON) == location_rules.Taken(
        trail=(), fix=LAST, dropped=1
    )


def test_a_clock_a_day_ahead_is_set_to_ours_and_flagged():
    taken = take([raw(100, seconds=86_400)], last=LAST, now=NOON)

    assert taken.fix is not None
    assert taken.fix.at == NOON
    assert [p.flags for p in taken.trail] == [(Flag.CLOCK_AHEAD,)]
    five = take([raw(100, seconds=5)], last=LAST, now=NOON)
    assert [p.flags for p in five.trail] == [()]


def test_a_clock_that_was_a_day_ahead_does_not_shut_its_owner_out_when_it_is_mended():
    wrong = take([raw(100, seconds=86_400)], last=LAST, now=NOON).fix
    later = NOON + timedelta(seconds=4)

    taken = take([raw(150, seconds=4)], last=wrong, now=later)

    assert taken.fix is not None
    assert (taken.fix.at, taken.dropped) == (later, 0)


def test_a_clock_a_day_behind_makes_a_vehicle_unknown_and_moves_nothing_that_is_known():
    behind = raw(100, seconds=-86_400)

    assert take([behind], last=LAST, now=NOON).fix == LAST
    fresh = take([behind], last=None, now=NOON).fix
    assert fresh is not None
    assert freshness(fresh.at, NOON) is Freshness.UNKNOWN


def test_a_coarse_point_and_a_jump_stand_on_the_trail_alone():
    coarse, jump = raw(50, seconds=-3, accuracy_m=101), raw(500_000, seconds=-2)
    taken = take([coarse, jump], last=LAST, now=NOON)

    assert taken.fix is not None
    assert (taken.fix.point, taken.fix.at) == (HERE, LAST.at)
    assert [p.flags for p in taken.trail] == [(Flag.COARSE,), (Flag.JUMP,)]


def test_a_hundred_and_fifty_kilometers_an_hour_are_believed_and_more_are_not():
    ten_seconds = 150_000 / 360
    slow = take([raw(ten_seconds - 2, seconds=0)], last=LAST, now=NOON)
    fast = take([raw(ten_seconds + 2, seconds=0)], last=LAST, now=NOON)

    assert [[p.flags for p in taken.trail] for taken in (slow, fast)] == [[()], [(Flag.JUMP,)]]


def test_one_wrong_first_point_does_not_lock_a_driver_out():
    wrong = take([raw(500_000)], last=None, now=NOON).fix
    soon, late = NOON + timedelta(seconds=5), NOON + timedelta(minutes=10, seconds=1)

    assert take([raw(0, seconds=5)], last=wrong, now=soon).fix.point != HERE
    assert take([raw(0, seconds=601)], last=wrong, now=late).fix.point == HERE


def test_less_than_ten_meters_refresh_the_time_alone_and_do_not_drift():
    fix = LAST
    for second in range(5):
        taken = take([raw(9, seconds=second)], last=fix, now=NOON + timedelta(seconds=second))
        assert taken.trail == ()
        fix = taken.fix

    assert (fix.point, fix.at) == (HERE, NOON + timedelta(seconds=4))


@settings(max_examples=200, deadline=None)
@given(st.lists(points, max_size=30), st.randoms())
def test_the_order_in_which_points_come_does_not_matter(batch, shuffle):
    # Of two points of one time the first counts; which one that is, the order decides.
    batch = list({point.at: point for point in batch}.values())
    shuffled = shuffle.sample(batch, len(batch))

    assert take(batch, last=LAST, now=NOON) == take(shuffled, last=LAST, now=NOON)


@settings(max_examples=200, deadline=None)
@given(st.lists(points, max_size=30))
def test_whatever_comes_time_never_runs_back_and_no_point_is_of_the_future(batch):
    taken = take(batch, last=LAST, now=NOON)

    assert taken.fix is not None
    assert LAST.at <= taken.fix.at <= taken.fix.last_at <= NOON + location_rules.MOST_AHEAD
    assert all(LAST.at < point.at <= NOON + location_rules.MOST_AHEAD for point in taken.trail)
    kilometers = taken.fix.point.distance_m(HERE) / 1000
    hours = (NOON + location_rules.MOST_AHEAD - LAST.at) / timedelta(hours=1)
    assert kilometers <= 150 * hours + 0.01 * (len(batch) + 1)


@settings(max_examples=100, deadline=None)
@given(st.lists(points, max_size=20).filter(lambda b: all(p.at <= NOON for p in b)))
def test_a_batch_that_comes_twice_changes_nothing_the_second_time(batch):
    once = take(batch, last=LAST, now=NOON)
    again = take(batch, last=once.fix, now=NOON)

    assert (again.trail, again.fix, again.dropped) == ((), once.fix, len(batch))


def test_freshness_decays_by_itself():
    ages = {0: "LIVE", 15: "LIVE", 16: "RECENT", 60: "RECENT", 61: "STALE", 600: "STALE"}
    for seconds, wanted in {**ages, 601: "UNKNOWN"}.items():
        assert freshness(NOON - timedelta(seconds=seconds), NOON) == wanted
    assert freshness(None, NOON) is Freshness.UNKNOWN
    assert location_rules.next_change(NOON, NOON) == NOON + timedelta(seconds=15)
    assert location_rules.next_change(NOON - timedelta(seconds=601), NOON) is None
