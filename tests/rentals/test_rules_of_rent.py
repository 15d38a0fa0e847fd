"""Months and sums of a tenancy."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.money import taka
from hmk_graph.rentals import rules
from tests.factories import NOON

MONTHLY = taka(9_300)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))


def due(month: date, starts_on: date, leaves_on: date | None = None) -> int:
    return rules.due_for(month, MONTHLY, starts_on=starts_on, leaves_on=leaves_on)


def test_a_whole_month_is_all_and_a_part_of_one_its_days():
    may = date(2026, 5, 1)

    assert due(may, may) == MONTHLY
    assert due(may, date(2026, 5, 20)) == taka(300 * 12)
    assert due(may, may, date(2026, 5, 10)) == taka(300 * 10)
    assert due(may, date(2026, 5, 31), date(2026, 5, 31)) == taka(300)


def test_months_are_owed_from_the_first_to_the_last_day():
    months = list(rules.months(date(2026, 5, 20), None, up_to=date(2026, 8, 1)))
    ended = list(rules.months(date(2026, 5, 20), date(2026, 6, 30), up_to=date(2026, 8, 1)))

    assert months == [date(2026, month, 1) for month in (5, 6, 7, 8)]
    assert ended == months[:2]
    assert list(rules.months(date(2026, 5, 20), None, up_to=date(2026, 5, 19))) == []


@given(DAYS, st.integers(0, 800))
def test_all_months_together_are_never_more_than_full_ones(starts_on: date, days: int):
    leaves_on = starts_on + timedelta(days=days)
    months = list(rules.months(starts_on, leaves_on, up_to=leaves_on))

    assert months == sorted(set(months))
    assert all(0 <= due(month, starts_on, leaves_on) <= MONTHLY for month in months)
    assert all(due(month, starts_on, leaves_on) % 100 == 0 for month in months)


@given(DAYS)
def test_the_next_month_begins_the_day_after_the_last(day: date):
    following = rules.next_month(rules.month_of(day))

    assert following.day == 1
    assert (following - timedelta(days=1)).month == day.month


def test_a_day_begins_at_midnight_in_dhaka():
    dhaka = timezone(timedelta(hours=6))

    assert rules.midnight(date(2026, 5, 20)) == datetime(2026, 5, 20, tzinfo=dhaka)
    assert rules.day_of(NOON) == date(2026, 5, 20)


def test_a_hire_costs_its_days_and_is_answered_within_one_or_before_it_begins():
    first, until = date(2026, 5, 21), date(2026, 5, 24)

    assert rules.hire_amount(taka(5_000), first, until) == taka(15_000)
    assert rules.hire_due(NOON, first) == rules.midnight(first)
    assert rules.hire_due(NOON, until) == NOON + timedelta(hours=24)
