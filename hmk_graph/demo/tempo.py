"""How fast the demo lives, in one place; a test hands in a quicker one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

Span = tuple[float, float]
"""From and to, in seconds; a wait is drawn between them."""


@dataclass(frozen=True, kw_only=True)
class Tempo:
    """Waits of the simulators and lengths of their auctions. Never faster than a person can read.

    A quick lot is the one that a visitor sees first: planned for six minutes, it lasts about eight,
    because late bids move its end. Steady lots run beside it, one beginning every four minutes.
    """

    quick_for: timedelta = timedelta(minutes=6)
    quick_bid_s: Span = (1.5, 3.0)
    next_quick_in: timedelta = timedelta(seconds=10)
    steady_for: timedelta = timedelta(minutes=20)
    steady_every: timedelta = timedelta(minutes=4)
    steady_bid_s: Span = (8.0, 20.0)
    # Before the planned end people hesitate; after it a simulated one only answers a visitor.
    late_for: timedelta = timedelta(seconds=60)
    late_bid_s: Span = (10.0, 25.0)
    answer_s: Span = (5.0, 12.0)
    fewest_steady: int = 4
    most_fresh: int = 6
    fewest_coming: int = 10
    look_s: float = 3.0
    # Between the steps of one person who brings an animal to the haat.
    step_s: Span = (2.0, 5.0)
    bargain_s: Span = (60.0, 150.0)
    reply_s: Span = (8.0, 20.0)
    fewest_bargains: int = 14
    fewest_fixed: int = 14
    restock_s: Span = (90.0, 180.0)
    # A desk is opened by ten requests; a switch is thrown by one.
    open_desk_s: Span = (0.5, 1.5)
    switch_s: Span = (2.0, 5.0)
    # Ambulances tell where they are as phones do; one call follows the other.
    crew_s: float = 4.0
    call_s: Span = (4.0, 8.0)
    # Baskets come, and somebody at a shop or at a door takes a step.
    order_s: Span = (40.0, 80.0)
    order_step_s: Span = (8.0, 16.0)
    # After a fault of the line or of the server: doubled each time, up to the second.
    retry_s: Span = (0.5, 10.0)
    calm: bool = True
    """Wait when the price runs ahead of the clock, so that a lot stays lively up to its end."""
