"""The rules of services, at every boundary; none needs a server."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.errors import BadInput
from hmk_graph.money import taka
from hmk_graph.services import rules
from hmk_graph.services.models import CategoryKind, Signal
from tests.factories import NOON

HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
THURSDAY = date(2026, 5, 21)
MOMENTS = st.integers(-3_000, 3_000).map(lambda minutes: NOON + minutes * MINUTE)


def known(now, **given):
    signal = {"signal": Signal.FREE, "observed_at": NOON, "until": None, "busy_until": None}
    return rules.availability(**{**signal, "lives": 24 * HOUR, **given}, now=now)


def test_free_for_two_hours_is_free_until_then_and_unknown_after_with_no_event():
    until = NOON + 2 * HOUR

    assert known(until - SECOND, until=until).state == "FREE"
    assert known(until, until=until).state == "UNKNOWN"


@pytest.mark.parametrize(
    ("kind", "lives"),
    [
        (CategoryKind.ON_DEMAND_VISIT, timedelta(hours=24)),
        (CategoryKind.APPOINTMENT, timedelta(hours=24)),
        (CategoryKind.TRANSPORT, timedelta(minutes=10)),
        (CategoryKind.EMERGENCY, timedelta(minutes=10)),
    ],
)
def test_a_signal_is_believed_a_day_of_people_and_ten_minutes_of_vehicles(kind, lives):
    assert rules.lifetime(kind) == lives
    assert known(NOON + lives - SECOND, lives=lives).state == "FREE"
    assert known(NOON + lives, lives=lives).state == "UNKNOWN"


def test_work_says_more_than_the_switch_and_tells_when_it_ends():
    busy = known(NOON + HOUR, busy_until=NOON + 2 * HOUR)

    assert (busy.state, busy.next_free_at) == ("BUSY", NOON + 2 * HOUR)
    assert known(NOON, signal=None, observed_at=None).state == "UNKNOWN"


@given(now=MOMENTS, observed=MOMENTS, until=st.none() | MOMENTS)
def test_nobody_counts_as_free_by_a_signal_older_than_it_lives(now, observed, until):
    state = known(now, observed_at=observed, until=until, lives=10 * MINUTE)

    if state.state == "FREE":
        assert now < observed + 10 * MINUTE
        assert until is None or now < until


@pytest.mark.parametrize(
    ("ahead", "fee"),
    [
        (24 * HOUR, 0),
        (24 * HOUR - SECOND, taka(100)),
        (2 * HOUR, taka(100)),
        (2 * HOUR - SECOND, taka(250)),
        (-HOUR, taka(250)),
    ],
)
def test_cancelling_costs_more_the_later_it_is(ahead, fee):
    assert rules.cancel_fee(taka(1_000), starts_at=NOON + ahead, now=NOON) == fee


@pytest.mark.parametrize(
    ("ahead", "answer_within"),
    [
        (timedelta(days=9), timedelta(hours=24)),
        (5 * HOUR, 4 * HOUR),
        (HOUR, 10 * MINUTE),
        (5 * MINUTE, 5 * MINUTE),
    ],
)
def test_a_provider_has_a_day_to_answer_but_an_hour_before_the_start_at_the_latest(
    ahead, answer_within
):
    assert rules.respond_by(NOON, NOON + ahead) == NOON + answer_within


def test_hours_are_those_of_dhaka_on_the_day_of_the_week():
    week = [[] for _ in range(7)]
    week[THURSDAY.weekday()] = [[540, 1080]]

    [(opens, closes)] = rules.spans_of(THURSDAY, week, None)

    assert opens.isoformat() == "2026-05-21T09:00:00+06:00"
    assert closes - opens == 9 * HOUR
    assert rules.spans_of(THURSDAY, week, []) == []
    assert len(rules.spans_of(date(2026, 5, 22), week, [[0, 1440]])) == 1


def test_late_in_the_evening_of_utc_it_is_tomorrow_in_dhaka():
    assert rules.day_of(NOON + 11 * HOUR + 59 * MINUTE) == date(2026, 5, 20)
    assert rules.day_of(NOON + 12 * HOUR) == date(2026, 5, 21)


@pytest.mark.parametrize(
    "spans", [[[600, 600]], [[700, 600]], [[-1, 60]], [[0, 1441]], [[540, 720], [700, 900]]]
)
def test_spans_that_are_empty_out_of_the_day_or_overlap_are_refused(spans):
    with pytest.raises(BadInput):
        rules.checked_spans(spans, "week")


def test_spans_that_touch_are_fine_and_are_put_in_order():
    assert rules.checked_spans([[720, 900], [540, 720]], "week") == [[540, 720], [720, 900]]


def test_free_times_leave_out_what_is_taken_and_what_its_buffers_touch():
    opens = NOON
    found = rules.free_starts(
        [(opens, opens + 4 * HOUR)],
        [(1, opens + 2 * HOUR, opens + 3 * HOUR)],
        length=HOUR,
        before=timedelta(0),
        after=15 * MINUTE,
        seats=1,
        earliest=opens,
        latest=opens + 9 * HOUR,
    )

    assert found == [opens, opens + 30 * MINUTE, opens + 3 * HOUR]


@given(
    stars=st.lists(st.integers(1, 5), max_size=300),
)
def test_a_rating_lies_between_the_stars_given_and_the_prior(stars):
    mean = rules.bayesian_hundredths(sum(stars), len(stars))

    assert 100 <= mean <= 500
    low, high = min([4, *stars]), max([4, *stars])
    assert low * 100 <= mean <= high * 100


def test_one_review_of_five_stars_moves_a_rating_only_a_little():
    assert rules.bayesian_hundredths(0, 0) == 400
    assert rules.bayesian_hundredths(5, 1) == 417
    assert rules.bayesian_hundredths(500, 100) == 495


def test_the_estimate_is_what_was_announced_until_somebody_was_served():
    announced = {"served_seconds": 0, "served_count": 0, "average_m": 10}

    assert rules.mean_seconds(**announced) == 600
    assert rules.mean_seconds(**{**announced, "served_seconds": 500, "served_count": 2}) == 250


def test_a_review_is_public_when_both_are_in_or_after_seven_days():
    week = timedelta(days=7)

    assert rules.is_public(NOON, both_in=True, now=NOON)
    assert not rules.is_public(NOON, both_in=False, now=NOON + week - SECOND)
    assert rules.is_public(NOON, both_in=False, now=NOON + week)
