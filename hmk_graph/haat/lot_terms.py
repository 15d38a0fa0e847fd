"""The terms of a lot: prices, steps and times, fixed before the first bid."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from hmk_graph.errors import BadInput
from hmk_graph.money import TAKA, Paisa, taka

# The smallest difference between two amounts in a bid: nobody bids in paisa.
SMALLEST_UNIT = TAKA
# Ten times the dearest bull ever heard of here; above it is a slip of the finger (rules.md 2.8).
HIGHEST_MAXIMUM = taka(10_000_000)
# A rival always has this long to answer a bid (the soft close).
WINDOW = timedelta(seconds=120)
# However eagerly people bid, a lot ends this long after its planned end.
LONGEST_EXTENSION = timedelta(minutes=60)


@dataclass(frozen=True)
class StepTable:
    """How much a bid must be above the price: data, not code (domain.md B.3).

    `rows` are (bound, step), bounds rising: the first row whose bound is above the price gives the
    step. The last row has no bound. Steps never shrink, so a lower price never asks for more.
    """

    rows: tuple[tuple[Paisa | None, Paisa], ...]

    def __post_init__(self) -> None:
        bounds = [bound for bound, _ in self.rows]
        rising = all(
            low is not None and (high is None or low < high) for low, high in pairwise(bounds)
        )
        steps = [step for _, step in self.rows]
        fit = all(step > 0 and step % SMALLEST_UNIT == 0 for step in steps)
        if (
            not self.rows
            or bounds[-1] is not None
            or not rising
            or not fit
            or steps != sorted(steps)
        ):
            raise BadInput(
                "stepTable",
                why_bn="ধাপের তালিকা ছোট থেকে বড় হতে হবে, ধাপ হবে পূর্ণ টাকায়।",
                why_en="the table of steps must rise, in whole taka, and end with an open row.",
            )

    def step(self, price: int) -> Paisa:
        """Return the step at a price."""
        return next(step for bound, step in self.rows if bound is None or price < bound)

    def as_json(self) -> list[list[int | None]]:
        """Write the table as [[bound in paisa or null, step in paisa], ...]."""
        return [[bound, step] for bound, step in self.rows]

    @classmethod
    def from_json(cls, rows: list[list[Any]]) -> "StepTable":
        """Read what `as_json` wrote. `Any`: it is JSON."""
        return _checked(tuple((bound, step) for bound, step in rows))


@lru_cache(256)
def _checked(rows: tuple[tuple[Paisa | None, Paisa], ...]) -> StepTable:
    """Return a table, looked through once: nearly all lots of a haat have the same one."""
    return StepTable(rows)


def _table(*rows: tuple[int | None, int]) -> StepTable:
    return StepTable(
        tuple((None if bound is None else taka(bound), taka(step)) for bound, step in rows)
    )


PER_HEAD = _table(
    (1_000, 20),
    (5_000, 50),
    (20_000, 200),
    (50_000, 500),
    (100_000, 1_000),
    (300_000, 2_000),
    (1_000_000, 5_000),
    (None, 10_000),
)
"""Steps for a price per animal."""

PER_KG = _table((300, 1), (600, 2), (None, 5))
"""Steps for a price per kilogram of live weight."""


@dataclass(frozen=True, kw_only=True)
class LotTerms:
    """What is fixed before the first bid. `reserve` None: the animal goes at any price.

    Times are aware. `hard_ends_at` is the end that no bid can move.

    Raises:
        BadInput: The terms contradict each other.
    """

    start: Paisa
    reserve: Paisa | None
    steps: StepTable
    starts_at: datetime
    ends_at: datetime
    hard_ends_at: datetime
    window: timedelta = WINDOW

    def __post_init__(self) -> None:
        if not _is_amount(self.start):
            raise BadInput(
                "start",
                why_bn="শুরুর দাম হবে পূর্ণ টাকায়, ১ টাকা থেকে ১ কোটি টাকার মধ্যে।",
                why_en="the starting price is whole taka, from 1 to 10 million.",
            )
        if self.reserve is not None and not (
            _is_amount(self.reserve) and self.reserve >= self.start
        ):
            raise BadInput(
                "reserve",
                why_bn="সর্বনিম্ন দাম শুরুর দামের চেয়ে কম হতে পারে না, আর পূর্ণ টাকায় হবে।",
                why_en="the reserve is whole taka and not under the starting price.",
            )
        if not self.starts_at < self.ends_at <= self.hard_ends_at:
            raise BadInput(
                "endsAt",
                why_bn="আগে শুরু, তারপর শেষ, তারপর চূড়ান্ত শেষ সময় হবে।",
                why_en="the start comes before the end, and the end not after the hard end.",
            )
        # Whole seconds, because the log holds the window as an integer of seconds.
        if self.window <= timedelta(0) or self.window % timedelta(seconds=1):
            raise BadInput(
                "window",
                why_bn="বাড়তি সময় পূর্ণ সেকেন্ডে হবে।",
                why_en="the window of the soft close is a whole number of seconds.",
            )


def _is_amount(amount: int) -> bool:
    return 0 < amount <= HIGHEST_MAXIMUM and amount % SMALLEST_UNIT == 0
