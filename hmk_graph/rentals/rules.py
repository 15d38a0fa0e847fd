"""Times, sums and limits of renting. Dates are those of Dhaka."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from hmk_graph.clock import DHAKA
from hmk_graph.money import TAKA, Paisa

# Dead listings are the usual complaint (domain.md C.7): asked after 23 days, hidden after 30.
ASK_AFTER = timedelta(days=23)
STALE_AFTER = timedelta(days=30)
OFFER_HOLDS = timedelta(hours=72)
PAY_WITHIN = timedelta(hours=72)
# What a landlord has to claim, then a tenant to answer, once the keys are back and the time over.
CLAIM_WITHIN = timedelta(days=7)
ANSWER_WITHIN = timedelta(days=7)
# A dispute that no officer decided goes to the tenant, as bookings' disputes go to the citizen.
DECIDE_WITHIN = timedelta(days=30)
VIEWING_AHEAD = timedelta(days=30)
VIEWING_OVER = timedelta(hours=2)
START_AHEAD = timedelta(days=90)
LONGEST_NOTICE_D = 180
MOST_UNITS = 30
MOST_VIEWINGS = 10
MOST_DEDUCTIONS = 20
LONGEST_HIRE_D = 30
HIRE_AHEAD = timedelta(days=90)
HIRE_ANSWER = timedelta(hours=24)
# More than any room of the district costs: a slip of a zero is caught here.
DEAREST = Paisa(10_000_000 * TAKA)
AMENITIES = ("LIFT", "GAS", "WATER", "PARKING", "GUARD", "ELECTRICITY", "GENERATOR", "BALCONY")


def day_of(moment: datetime) -> date:
    """Return the date in Dhaka."""
    return moment.astimezone(DHAKA).date()


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins in Dhaka."""
    return datetime.combine(day, time(), tzinfo=DHAKA)


def month_of(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """Return the first day of the month after one."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def months(starts_on: date, leaves_on: date | None, *, up_to: date) -> Iterator[date]:
    """Yield the months that are owed for on a day: each from its first day, or the tenancy's."""
    month = month_of(starts_on)
    last = min(up_to, leaves_on) if leaves_on else up_to
    while max(month, starts_on) <= last:
        yield month
        month = next_month(month)


def due_for(month: date, monthly: Paisa, *, starts_on: date, leaves_on: date | None) -> Paisa:
    """Return what is owed for a month: all of it, or its share by days, whole taka rounded down."""
    end = next_month(month)
    first = max(month, starts_on)
    after = min(end, leaves_on + timedelta(days=1)) if leaves_on else end
    if (first, after) == (month, end):
        return monthly
    share = monthly * max(0, (after - first).days) // (end - month).days
    return Paisa(share // TAKA * TAKA)


def earliest_leave(today: date, notice_days: int) -> date:
    """Return the first last day that a notice given today may name."""
    return today + timedelta(days=notice_days)


def hire_amount(day_rate: Paisa, first_day: date, until_day: date) -> Paisa:
    """Return what the days of a hire cost."""
    return Paisa(day_rate * (until_day - first_day).days)


def hire_due(now: datetime, first_day: date) -> datetime:
    """Return until when the owner answers: a day, or the begin of the hire if that is sooner."""
    return min(now + HIRE_ANSWER, midnight(first_day))
