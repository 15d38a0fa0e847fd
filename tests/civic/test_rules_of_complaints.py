"""Working time: nine to five, Sunday to Thursday, in Dhaka."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.civic import rules
from hmk_graph.clock import DHAKA

# A Wednesday.
DAY = datetime(2026, 5, 20, tzinfo=DHAKA)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("began", "hours", "due"),
    [
        (DAY + 12 * HOUR, 5, DAY + 17 * HOUR),  # to the minute of closing
        (DAY + 12 * HOUR, 6, DAY + 34 * HOUR),  # an hour of the next morning
        (DAY + 2 * HOUR, 1, DAY + 10 * HOUR),  # at night nobody works
        (DAY + 23 * HOUR, 1, DAY + 34 * HOUR),
        (DAY + 40 * HOUR, 2, DAY + timedelta(days=4) + 10 * HOUR),  # Thursday 16:00 to Sunday
        (DAY + timedelta(days=2), 8, DAY + timedelta(days=4) + 17 * HOUR),  # Friday to Sunday
    ],
)
def test_a_time_is_counted_in_the_hours_of_offices(began: datetime, hours: int, due: datetime):
    assert rules.due_after(began, hours * HOUR) == due


moments = st.integers(0, 366 * 86_400).map(lambda seconds: DAY + timedelta(seconds=seconds))


@given(moments, st.integers(1, 100 * 3600))
def test_what_is_due_is_so_much_working_time_away(began: datetime, seconds: int):
    work = timedelta(seconds=seconds)

    assert rules.work_between(began, rules.due_after(began, work)) == work


@given(moments, st.integers(1, 3600 * 40), st.integers(1, 3600 * 40))
def test_a_pause_costs_nobody_time(began: datetime, done: int, left: int):
    asked = rules.due_after(began, timedelta(seconds=done))

    rest = rules.work_between(asked, rules.due_after(began, timedelta(seconds=done + left)))

    assert rest == timedelta(seconds=left)


@given(moments, moments)
def test_time_never_runs_backward(one: datetime, other: datetime):
    assert rules.work_between(one, other) >= timedelta()
    assert rules.work_between(max(one, other), min(one, other)) == timedelta()
