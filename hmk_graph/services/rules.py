"""How services are timed, priced, cancelled and rated (rules.md 2.2, 2.3). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hmk_graph.clock import DHAKA
from hmk_graph.errors import BadInput
from hmk_graph.money import TAKA, Paisa, share_of
from hmk_graph.services.models import CategoryKind, Signal

HOLD_LASTS = timedelta(minutes=10)
HOLD_LASTS_ONLINE = timedelta(minutes=15)
MOST_HOLDS = 2
RESPOND_WITHIN = timedelta(hours=24)
RESPOND_BEFORE = timedelta(hours=1)
START_EARLY = timedelta(minutes=30)
NO_SHOW_AFTER = timedelta(minutes=15)
CONTEST_WITHIN = timedelta(hours=24)
CLOSES_AFTER = timedelta(hours=48)
DECIDED_WITHIN = timedelta(days=30)
QUOTE_HOLDS = timedelta(hours=48)
CANCEL_PREVIEW_HOLDS = timedelta(minutes=2)
# A start code has 10 000 values; whoever has guessed this often asks the citizen, or an officer.
MOST_CODE_TRIES = 5
STALE_ASKED = timedelta(days=60)
STALE_HIDDEN = timedelta(days=90)
REVIEW_HIDDEN = timedelta(days=7)
# Search never says FREE from an older signal (rules.md 2.2).
SIGNAL_OF_PEOPLE = timedelta(hours=24)
SIGNAL_OF_VEHICLES = timedelta(minutes=10)
LONGEST_FREE = timedelta(hours=12)
VEHICLES = frozenset({CategoryKind.TRANSPORT, CategoryKind.EMERGENCY, CategoryKind.RENTAL})
MOST_PARTY = 50
MOST_QUANTITY = 31
# What a citizen pays who cancels a confirmed booking, by how long before its start: the first band
# that fits, in basis points of the price.
CANCEL_BANDS: tuple[tuple[timedelta, int], ...] = (
    (timedelta(hours=24), 0),
    (timedelta(hours=2), 1_000),
)
CANCEL_LATE = 2_500
# A provider nobody knows is taken for an ordinary one: so many reviews of so many stars each.
PRIOR_REVIEWS = 5
PRIOR_HUNDREDTHS = 400
LARGEST_PRICE = 10_000_000 * TAKA
DAY_M = 24 * 60
STARTS_ON_M = 5

Span = tuple[datetime, datetime]
"""From and to, half-open, aware."""


@dataclass(frozen=True, kw_only=True)
class Availability:
    """Whether somebody is free, and how good that knowledge is.

    `until` is when it stops being known without a new signal; `next_free_at` None: not known.
    """

    state: str
    observed_at: datetime | None
    until: datetime | None
    next_free_at: datetime | None


UNKNOWN = Availability(state="UNKNOWN", observed_at=None, until=None, next_free_at=None)


def lifetime(kind: CategoryKind) -> timedelta:
    """Return how long a signal of being free is believed."""
    return SIGNAL_OF_VEHICLES if kind in VEHICLES else SIGNAL_OF_PEOPLE


def availability(
    *,
    signal: Signal | None,
    observed_at: datetime | None,
    until: datetime | None,
    busy_until: datetime | None,
    lives: timedelta,
    now: datetime,
) -> Availability:
    """Return what a provider's switch and his work say at a moment.

    Work that is going on (`busy_until`, None: none) says more than the switch. A signal that is
    older than it lives, or whose own end has come, is no longer known; nothing has to happen for
    that.
    """
    if busy_until is not None:
        return Availability(
            state="BUSY", observed_at=now, until=busy_until, next_free_at=busy_until
        )
    if signal is None or observed_at is None:
        return UNKNOWN
    ends = min(observed_at + lives, until) if until else observed_at + lives
    if now >= ends:
        return UNKNOWN
    free_from = {Signal.FREE: now, Signal.BUSY: until, Signal.OFF: until}[signal]
    return Availability(
        state=signal.value, observed_at=observed_at, until=ends, next_free_at=free_from
    )


def day_of(moment: datetime) -> date:
    """Return the date in Dhaka; all rules that speak of days mean those."""
    return moment.astimezone(DHAKA).date()


def at_minute(day: date, minute: int) -> datetime:
    """Return a minute of a day in Dhaka; 1440 is the midnight that ends it."""
    return datetime(day.year, day.month, day.day, tzinfo=DHAKA) + timedelta(minutes=minute)


def spans_of(
    day: date, hours: Sequence[Sequence[Sequence[int]]], special: Sequence[Sequence[int]] | None
) -> list[Span]:
    """Return when a provider works on a date: its own spans if it is special, else the week's."""
    spans = special if special is not None else (hours[day.weekday()] if hours else [])
    return [(at_minute(day, opens), at_minute(day, closes)) for opens, closes in spans]


def checked_spans(spans: Sequence[Sequence[int]], field: str) -> list[list[int]]:
    """Return the spans of one day in order.

    Raises:
        BadInput: One is empty or out of the day, or two overlap.
    """
    ordered = sorted([int(opens), int(closes)] for opens, closes in spans)
    edges = [minute for span in ordered for minute in span]
    rising = all(a < b for a, b in ordered) and edges == sorted(edges)
    if not rising or (edges and not (edges[0] >= 0 and edges[-1] <= DAY_M)):
        raise BadInput(
            field,
            why_bn="সময়গুলো দিনের ভেতরে, শুরু থেকে শেষ, একটির ওপর আরেকটি নয়।",
            why_en="spans lie in the day, from earlier to later, and do not overlap.",
        )
    return ordered


def finish_of(starts_at: datetime, *, minutes: int, quantity: int) -> datetime:
    """Return when work of so many units ends."""
    return starts_at + timedelta(minutes=minutes * quantity)


def price_of(amount: int, *, quantity: int, seats: int) -> Paisa:
    """Return what so many units by so many workers cost."""
    return Paisa(amount * quantity * seats)


def free_starts(
    spans: Iterable[Span],
    busy: Sequence[tuple[int, datetime, datetime]],
    *,
    length: timedelta,
    before: timedelta,
    after: timedelta,
    seats: int,
    earliest: datetime,
    latest: datetime,
) -> list[datetime]:
    """Return the starts at which one seat is free for a length of time, in order.

    `busy` holds (seat, from, until) with buffers inside. Starts follow one another by the length,
    but at most half an hour apart, from each opening on.
    """
    step = min(length, timedelta(minutes=30))
    found = []
    for opens, closes in spans:
        start = opens
        while start + length <= closes:
            if earliest <= start <= latest:
                wanted = (start - before, start + length + after)
                if free_seats(busy, wanted, seats=seats):
                    found.append(start)
            start += step
    return found


def free_seats(
    busy: Iterable[tuple[int, datetime, datetime]], wanted: Span, *, seats: int
) -> list[int]:
    """Return the seats, from 1, that nobody has in any part of a span."""
    taken = {seat for seat, start, end in busy if start < wanted[1] and wanted[0] < end}
    return [seat for seat in range(1, seats + 1) if seat not in taken]


def is_within(spans: Iterable[Span], wanted: Span) -> bool:
    """Say whether all of a span lies in one of the others."""
    return any(opens <= wanted[0] and wanted[1] <= closes for opens, closes in spans)


def respond_by(now: datetime, starts_at: datetime) -> datetime:
    """Return until when a provider may answer: a day, but an hour before the start at the latest.

    Of a time that is nearer than that he has ten minutes, or until it comes.
    """
    soonest = max(starts_at - RESPOND_BEFORE, now + HOLD_LASTS)
    return min(now + RESPOND_WITHIN, starts_at, soonest)


def cancel_fee(price: int, *, starts_at: datetime, now: datetime) -> Paisa:
    """Return what a citizen owes who cancels a confirmed booking at a moment."""
    ahead = starts_at - now
    for least, basis_points in CANCEL_BANDS:
        if ahead >= least:
            return share_of(price, basis_points)
    return share_of(price, CANCEL_LATE)


def no_show_fee(price: int) -> Paisa:
    """Return what a citizen owes who did not come: as much as for a no at the last moment."""
    return share_of(price, CANCEL_LATE)


def bayesian_hundredths(stars: int, count: int) -> int:
    """Return the mean of reviews in hundredths of a star, drawn to the prior where they are few.

    (prior weight x prior mean + sum) / (prior weight + count), as film lists rank; half rounds up.
    """
    total = PRIOR_REVIEWS * PRIOR_HUNDREDTHS + stars * 100
    weight = PRIOR_REVIEWS + count
    return (2 * total + weight) // (2 * weight)


def mean_seconds(*, served_seconds: int, served_count: int, average_m: int) -> int:
    """Return how long one person takes: the running mean; before the first, as announced."""
    return served_seconds // served_count if served_count else average_m * 60


def is_public(finished_at: datetime, *, both_in: bool, now: datetime) -> bool:
    """Say whether a review can be read by everybody."""
    return both_in or now >= finished_at + REVIEW_HIDDEN


def amount_of(amount: int, field: str, *, least: int = TAKA) -> Paisa:
    """Return an amount that a price may have: whole taka.

    Raises:
        BadInput: It is not, or out of bounds.
    """
    if not least <= amount <= LARGEST_PRICE or amount % TAKA:
        raise BadInput(
            field,
            why_bn="পূর্ণ টাকায়, সীমার ভেতরে লিখুন।",
            why_en="write whole taka within bounds.",
        )
    return Paisa(amount)


def count_of(value: int, field: str, *, least: int, most: int) -> int:
    """Return a number within its bounds.

    Raises:
        BadInput: It is not.
    """
    if not least <= value <= most:
        raise BadInput(
            field, why_bn="সংখ্যাটি সীমার বাইরে।", why_en=f"it has to be from {least} to {most}."
        )
    return value
