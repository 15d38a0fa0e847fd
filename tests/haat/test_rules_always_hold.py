"""What holds whatever people bid."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hmk_graph.errors import DomainError
from hmk_graph.haat import rules
from hmk_graph.haat.auction import (
    AcceptedBid,
)
from hmk_graph.haat.lot_terms import PER_HEAD
from hmk_graph.money import taka
from tests.haat.auctions import NOON, Auction, bid, random_auction, seconds, terms

FIRM = settings(max_examples=100, derandomize=True, deadline=None, database=None)


BIDS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 60), st.sampled_from([0, 1, 100, 499, 500, 999])),
    min_size=1,
    max_size=25,
)


def played(reserve: int | None, bids: list[tuple[int, int, int]]) -> Auction:
    """Play bids so near to one another that ties and steps are met."""
    auction = Auction(terms(reserve=reserve))
    for second, (bidder, thousands, odd) in enumerate(bids):
        alias = min(bidder, auction.state.bidders + 1)
        price, leader = auction.state.price, auction.state.leader
        try:
            auction.at(seconds(second), bid(alias, 38_000 + 1_000 * thousands + odd))
        except DomainError:
            continue
        state = auction.state
        assert state.price is not None
        assert state.leader_max is not None
        assert price is None or price <= state.price
        assert state.price <= state.leader_max
        assert leader in (None, state.leader) or state.price != price
    return auction


@FIRM
@given(st.sampled_from([None, 40_000, 45_000, 70_000, 110_000]), BIDS)
def test_the_price_never_falls_nor_passes_the_leaders_maximum_and_the_highest_and_earliest_wins(
    reserve: int | None, bids: list[tuple[int, int, int]]
) -> None:
    auction = played(reserve, bids)

    if auction.standing:
        highest = max(each.maximum for each in auction.standing)
        earliest = next(each for each in auction.standing if each.maximum == highest)
        assert (auction.state.leader, auction.state.leader_max) == (earliest.bidder, highest)
        assert rules.standings(auction.standing)[0] == earliest


@FIRM
@given(BIDS)
def test_without_a_reserve_the_winner_pays_at_most_a_step_above_the_second(
    bids: list[tuple[int, int, int]],
) -> None:
    auction = played(None, bids)
    ranked = rules.standings(auction.standing)

    if len(ranked) > 1:
        second, price = ranked[1].maximum, auction.state.price
        assert price is not None
        assert second <= price <= second + PER_HEAD.step(second)


@FIRM
@given(st.sampled_from([45_000, 70_000, 110_000]), BIDS)
def test_under_a_reserve_all_is_shown_and_above_it_the_price_is_not_under_it(
    reserve: int, bids: list[tuple[int, int, int]]
) -> None:
    state = played(reserve, bids).state

    if state.price is not None and state.leader_max is not None:
        assert state.reserve_met is (state.leader_max >= taka(reserve))
        if state.reserve_met:
            assert state.price >= taka(reserve)
        else:
            assert state.price == state.leader_max


@FIRM
@given(st.integers(0, 10_000))
def test_after_voided_bids_the_lot_stands_as_if_only_the_others_had_ever_bid(seed: int) -> None:
    auction = random_auction(seed, closed=False)
    if not auction.standing or auction.state.ends_at <= NOON + seconds(1):
        return
    barred = auction.standing[seed % len(auction.standing)].bidder
    others = [each for each in auction.standing if each.bidder != barred]

    auction.void(barred, timedelta(0))

    alone = replace(Auction(auction.state.terms).state, bidders=99)
    for each in others:
        command = replace(bid(each.bidder, 1), maximum=each.maximum)
        alone = rules.decide(alone, command, NOON).state  # none of them is refused now
    assert (auction.state.price, auction.state.leader, auction.state.leader_max) == (
        alone.price,
        alone.leader,
        alone.leader_max,
    )


def naive_end(at: datetime, ends_at: datetime, hard: datetime) -> datetime:
    """Extend BY the window: what other houses did, and what must not pass here."""
    window = timedelta(seconds=120)
    return min(ends_at + window, hard) if ends_at - at <= window else ends_at


def test_a_house_that_extends_by_the_window_is_told_apart() -> None:
    fixed = terms()
    at = NOON + seconds(500)

    ours = rules.extended_end(at, ends_at=fixed.ends_at, terms=fixed)

    assert ours == NOON + seconds(620) != naive_end(at, fixed.ends_at, fixed.hard_ends_at)


def test_a_bidder_is_ranked_by_the_first_bid_of_his_highest_maximum() -> None:
    low, high, again = (
        AcceptedBid(line=line, bidder=1, maximum=taka(maximum))
        for line, maximum in ((2, 50_000), (3, 60_000), (4, 60_000))
    )

    assert rules.standings([low, high, again]) == [high]


def test_a_ranking_that_gives_ties_to_the_later_is_told_apart() -> None:
    early = AcceptedBid(line=2, bidder=1, maximum=taka(60_000))
    late = AcceptedBid(line=3, bidder=2, maximum=taka(60_000))

    assert rules.standings([early, late])[0] == early != max([early, late], key=lambda b: b.line)
