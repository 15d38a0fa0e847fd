"""How long officers have, counted in working time. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from hmk_graph.accounts.approval import WEEKEND
from hmk_graph.civic.models import ComplaintKind, ComplaintState
from hmk_graph.clock import DHAKA

# Government offices: nine to five, Sunday to Thursday. Public holidays follow the moon and are not
# counted off: that errs to the citizen's side.
OPENS, CLOSES = time(9), time(17)
WORKING_TIME: Mapping[ComplaintKind, timedelta] = {
    ComplaintKind.ELECTRICITY: timedelta(hours=8),
    ComplaintKind.WATER: timedelta(hours=16),
    ComplaintKind.WASTE: timedelta(hours=24),
    ComplaintKind.PROVIDER: timedelta(hours=24),
    ComplaintKind.HAAT: timedelta(hours=24),
    ComplaintKind.ROAD: timedelta(hours=56),
    ComplaintKind.OFFICE: timedelta(hours=56),
    ComplaintKind.OTHER: timedelta(hours=40),
}
# A supervisor, and whoever gets a complaint a second time, has half of it.
SECOND_TIME = 2
# After an answer: how long it waits for the citizen's word until it is closed without it.
CLOSED_AFTER: Mapping[ComplaintState, timedelta] = {
    ComplaintState.RESOLVED: timedelta(days=7),
    ComplaintState.REJECTED: timedelta(days=15),
}
REOPEN_WITHIN = timedelta(days=15)
MOST_REOPENED = 2
MOST_OPEN = 10
SHORTEST_TEXT = 10
LONGEST_TEXT = 2_000
LONGEST_ADDRESS = 160


def time_for(kind: ComplaintKind, *, again: bool) -> timedelta:
    """Return the working time for a complaint of a kind."""
    return WORKING_TIME[kind] / SECOND_TIME if again else WORKING_TIME[kind]


def due_after(began: datetime, work: timedelta) -> datetime:
    """Return when so much working time (more than none) will have passed; `began` is aware."""
    at = began.astimezone(DHAKA)
    left = work
    while True:
        opens, closes = _office_day(at)
        if at.weekday() not in WEEKEND and at < closes:
            at = max(at, opens)
            if left <= closes - at:
                return (at + left).astimezone(began.tzinfo)
            left -= closes - at
        at = opens + timedelta(days=1)


def work_between(began: datetime, ended: datetime) -> timedelta:
    """Return the working time between two aware moments; none if the second is not later."""
    at, end = began.astimezone(DHAKA), ended.astimezone(DHAKA)
    worked = timedelta()
    while at < end:
        opens, closes = _office_day(at)
        if at.weekday() not in WEEKEND:
            worked += max(timedelta(), min(end, closes) - max(at, opens))
        at = opens + timedelta(days=1)
    return worked


def _office_day(at: datetime) -> tuple[datetime, datetime]:
    """Return when offices open and close on the day of a moment in Dhaka."""
    day = at.date()
    return datetime.combine(day, OPENS, DHAKA), datetime.combine(day, CLOSES, DHAKA)


def time_left(left_s: int | None) -> timedelta:
    """Return the working time that was left when the citizen was asked; an hour at least."""
    return max(timedelta(hours=1), timedelta(seconds=left_s or 0))
