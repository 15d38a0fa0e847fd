"""The rules of a bid: the clock, the proxy rule, and the refusals in their order."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from hmk_graph.errors import DomainError
from hmk_graph.haat import rules
from hmk_graph.haat.auction import (
    BidAccepted,
    Eligibility,
    Obstacle,
    Phase,
    PlaceBid,
    Withdraw,
)
from hmk_graph.haat.errors import (
    BidTooLow,
    LotNotOpen,
    MaxNotRaised,
    NotEligible,
    NotOnStep,
    OwnLot,
)
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM
from hmk_graph.money import Paisa, taka
from tests.haat.auctions import NOON, Auction, bid, seconds, terms

# --- The clock ---


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (timedelta(microseconds=-1), Phase.SCHEDULED),
        (timedelta(0), Phase.OPEN),
        (timedelta(minutes=10, microseconds=-1), Phase.OPEN),
        (timedelta(minutes=10), Phase.CLOSED),
    ],
)
def test_the_phase_of_a_lot_follows_the_clock_to_the_microsecond(
    at: timedelta, phase: Phase
) -> None:
    assert rules.phase_at(Auction(terms()).state, NOON + at) is phase


def test_the_clock_reads_the_extended_end_and_not_the_planned_one() -> None:
    auction = Auction(terms())
    auction.at(timedelta(minutes=9), bid(1, 40_000))

    assert rules.phase_at(auction.state, NOON + seconds(659)) is Phase.OPEN
    assert rules.phase_at(auction.state, NOON + seconds(660)) is Phase.CLOSED


def test_what_the_log_says_is_stronger_than_the_clock() -> None:
    auction = Auction(terms())
    auction.at(seconds(1), Withdraw())

    assert rules.phase_at(auction.state, NOON + seconds(2)) is Phase.WITHDRAWN


def test_time_does_not_run_backwards_within_a_lot_when_the_clock_was_set_back() -> None:
    auction = Auction(terms()).bids_of((1, 40_000))

    decision = auction.at(timedelta(seconds=-30), bid(2, 45_000))

    assert decision.state.line_at == NOON + seconds(1)


# --- The proxy rule, case by case ---


@pytest.mark.parametrize(
    ("reserve", "bids", "price", "leader"),
    [
        # The first bid pays the start, however high it goes.
        (None, [(1, 40_000)], 40_000, 1),
        (None, [(1, 90_000)], 40_000, 1),
        # A rival under the maximum drives the price to one step above his own.
        (None, [(1, 90_000), (2, 60_000)], 61_000, 1),
        # ... but never above the leader's maximum.
        (None, [(1, 60_500), (2, 60_000)], 60_500, 1),
        # A rival above it pays one step above the beaten maximum, or all he has if that is less.
        (None, [(1, 60_000), (2, 90_000)], 61_000, 2),
        (None, [(1, 60_000), (2, 60_400)], 60_400, 2),
        # Of two equal maxima the earlier holds, at full price.
        (None, [(1, 60_000), (2, 60_000)], 60_000, 1),
        # A leader's raise changes nothing visible.
        (None, [(1, 60_000), (1, 80_000)], 40_000, 1),
        (None, [(1, 60_000), (1, 80_000), (2, 70_000)], 71_000, 1),
        # Under a reserve all that was promised shows; a maximum that reaches it jumps to it.
        (50_000, [(1, 45_000)], 45_000, 1),
        (50_000, [(1, 50_000)], 50_000, 1),
        (50_000, [(1, 80_000)], 50_000, 1),
        (50_000, [(1, 45_000), (1, 47_000)], 47_000, 1),
        (50_000, [(1, 45_000), (1, 70_000)], 50_000, 1),
        (50_000, [(1, 45_000), (2, 48_000)], 48_000, 2),
        (50_000, [(1, 45_000), (2, 70_000)], 50_000, 2),
        (50_000, [(1, 70_000), (2, 55_000)], 56_000, 1),
        (50_000, [(1, 70_000), (1, 75_000)], 50_000, 1),
    ],
)
def test_the_house_bids_by_the_smallest_step_that_keeps_the_lead(
    reserve: int | None, bids: list[tuple[int, int]], price: int, leader: int
) -> None:
    state = Auction(terms(reserve=reserve)).bids_of(*bids).state

    assert (state.price, state.leader) == (taka(price), leader)


def test_the_one_who_lost_the_lead_is_named_and_nobody_else() -> None:
    auction = Auction(terms())

    told = [
        auction.at(seconds(second), each).happened
        for second, each in enumerate([bid(1, 60_000), bid(2, 50_000), bid(2, 70_000)])
    ]

    assert [each.outbid for each in told if isinstance(each, BidAccepted)] == [None, None, 1]


@pytest.mark.parametrize(
    ("bidder", "minimum"), [(None, 41_500 + 500), (2, 41_500 + 500), (1, 60_001)]
)
def test_the_next_minimum_is_a_step_above_the_price_and_for_the_leader_a_taka_above_his_maximum(
    bidder: int | None, minimum: int
) -> None:
    state = Auction(terms()).bids_of((1, 60_000), (2, 41_000)).state

    assert rules.minimum_next(state, bidder) == taka(minimum)


def test_before_any_bid_the_minimum_is_the_start_for_everybody() -> None:
    assert rules.minimum_next(Auction(terms()).state) == taka(40_000)


def test_a_silent_raise_does_not_show_in_the_number_of_bids() -> None:
    auction = Auction(terms()).bids_of((1, 60_000), (1, 70_000), (2, 50_000))

    assert (auction.state.bid_count, auction.state.bidders, auction.state.line) == (2, 2, 4)


def test_an_alias_that_passes_over_the_next_free_one_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="alias"):
        Auction(terms()).at(seconds(1), bid(2, 50_000))


# --- Refusals, in their order ---


OBSTACLES: list[tuple[str, type[DomainError] | None]] = [
    ("late", LotNotOpen),
    ("barred", NotEligible),
    ("own", OwnLot),
    ("crooked", NotOnStep),
    ("low", BidTooLow),
]


@pytest.mark.parametrize("present", list(product([False, True], repeat=len(OBSTACLES))))
def test_the_first_obstacle_in_the_order_of_the_rules_is_the_one_that_answers(
    present: tuple[bool, ...],
) -> None:
    auction = Auction(terms()).bids_of((1, 60_000))
    late, barred, own, crooked, low = present
    command = PlaceBid(
        bidder=2,
        maximum=Paisa((taka(100) if low else taka(70_000)) + (1 if crooked else 0)),
        eligibility=Eligibility(obstacle=Obstacle.BANNED if barred else None, own_lot=own),
    )
    at = NOON + (timedelta(minutes=10) if late else seconds(5))
    expected = next(
        (error for (_, error), here in zip(OBSTACLES, present, strict=True) if here), None
    )

    if expected is None:
        assert rules.decide(auction.state, command, at).state.leader == 2
    else:
        with pytest.raises(expected):
            rules.decide(auction.state, command, at)


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_every_obstacle_is_said_in_both_languages(obstacle: Obstacle) -> None:
    refused = NotEligible(obstacle)

    assert refused.reason is obstacle
    assert len({refused.message_bn, refused.message_en}) == 2


@pytest.mark.parametrize("phase", [Phase.SCHEDULED, Phase.CLOSED, Phase.WITHDRAWN, Phase.VOIDED])
def test_a_lot_that_takes_no_bids_says_where_it_stands(phase: Phase) -> None:
    refused = LotNotOpen(phase)

    assert refused.phase is phase
    assert len({refused.message_bn, refused.message_en}) == 2


@pytest.mark.parametrize(
    "maximum", [0, -1, -100, 1, 99, 101, HIGHEST_MAXIMUM + 100, 2**31, 2**63, -(2**63)]
)
def test_an_amount_that_no_bid_can_have_is_refused(maximum: int) -> None:
    auction = Auction(terms())

    with pytest.raises(NotOnStep):
        auction.at(seconds(1), replace(bid(1, 1), maximum=Paisa(maximum)))

    assert len(auction.lines) == 1


def test_the_highest_amount_that_a_bid_can_have_is_accepted() -> None:
    auction = Auction(terms())

    auction.at(seconds(1), replace(bid(1, 1), maximum=HIGHEST_MAXIMUM))

    assert auction.state.leader_max == HIGHEST_MAXIMUM


@pytest.mark.parametrize(
    ("before", "least"),
    [([], 40_000), ([(1, 60_000)], 40_500), ([(1, 60_000), (2, 59_500)], 61_000)],
)
def test_a_taka_under_the_minimum_is_too_low_and_the_minimum_does(
    before: list[tuple[int, int]], least: int
) -> None:
    auction = Auction(terms()).bids_of(*before)
    newcomer = auction.state.bidders + 1

    with pytest.raises(BidTooLow) as refused:
        auction.at(seconds(9), bid(newcomer, least - 1))

    assert refused.value.minimum == taka(least)
    assert auction.at(seconds(9), bid(newcomer, least)).happened is not None


@pytest.mark.parametrize("maximum", [60_000, 59_999, 1])
def test_a_leader_who_does_not_go_above_his_own_maximum_is_told_what_it_is(maximum: int) -> None:
    auction = Auction(terms()).bids_of((1, 60_000))

    with pytest.raises(MaxNotRaised) as refused:
        auction.at(seconds(9), bid(1, maximum))

    assert refused.value.maximum == taka(60_000)


def test_a_leader_may_raise_by_a_single_taka() -> None:
    auction = Auction(terms()).bids_of((1, 60_000), (1, 60_001))

    assert auction.state.leader_max == taka(60_001)


def test_refusals_write_amounts_as_people_read_them() -> None:
    assert BidTooLow(taka(125_000)).message_bn == "এখন অন্তত ৳১,২৫,০০০ ডাকতে হবে।"
    assert "৳1,25,000" in BidTooLow(taka(125_000)).message_en
    assert "৳১,০০,০০,০০০" in NotOnStep(-1).message_bn
    assert "৳৬০,০০০" in MaxNotRaised(taka(60_000)).message_bn
