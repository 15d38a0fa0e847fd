"""Late bids, voided bids, and how a lot ends."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hmk_graph.errors import BadInput
from hmk_graph.haat import rules
from hmk_graph.haat.auction import (
    AcceptedBid,
    BidAccepted,
    BidsVoided,
    Close,
    Phase,
    Reschedule,
    Sold,
    Unsold,
    VoidBids,
    VoidLot,
    WhyUnsold,
    Withdraw,
)
from hmk_graph.haat.errors import (
    LotHasBids,
    LotNotOpen,
    LotStillOpen,
)
from hmk_graph.money import taka
from tests.haat.auctions import NOON, REASON, Auction, bid, seconds, terms

FIRM = settings(max_examples=100, derandomize=True, deadline=None, database=None)


# --- The soft close ---


@pytest.mark.parametrize(
    ("at", "end"),
    [
        (479, 600),  # 121 s are left: nothing moves
        (480, 600),  # exactly the window is left
        (481, 601),
        (599, 719),  # TO 719, where BY would say 720
    ],
)
def test_a_late_bid_moves_the_end_to_the_window_after_it_and_never_by_the_window(
    at: int, end: int
) -> None:
    auction = Auction(terms())

    decision = auction.at(seconds(at), bid(1, 40_000))

    assert auction.state.ends_at == NOON + seconds(end)
    assert isinstance(decision.happened, BidAccepted)
    assert decision.happened.extended is (end != 600)


def test_a_leaders_silent_raise_leaves_the_end_alone() -> None:
    auction = Auction(terms()).bids_of((1, 60_000))

    decision = auction.at(seconds(599), bid(1, 70_000))

    assert auction.state.ends_at == NOON + seconds(600)
    assert isinstance(decision.happened, BidAccepted)
    assert decision.happened.silent


def test_a_leaders_raise_that_shows_under_the_reserve_extends_like_any_other() -> None:
    auction = Auction(terms(reserve=90_000)).bids_of((1, 60_000))

    auction.at(seconds(599), bid(1, 70_000))

    assert auction.state.ends_at == NOON + seconds(719)


def test_a_bid_that_loses_at_once_extends_too_because_the_price_rose() -> None:
    auction = Auction(terms()).bids_of((1, 60_000))

    auction.at(seconds(599), bid(2, 50_000))

    assert (auction.state.leader, auction.state.ends_at) == (1, NOON + seconds(719))


@FIRM
@given(
    st.lists(st.tuples(st.integers(0, 5_000), st.booleans()), min_size=1, max_size=40).map(sorted)
)
def test_over_any_times_of_bids_the_end_is_the_greater_of_both_and_never_past_the_hard_end(
    times: list[tuple[int, bool]],
) -> None:
    auction = Auction(terms())
    hard = auction.state.terms.hard_ends_at
    for second, raises in times:
        at, before = NOON + seconds(second), auction.state
        bidder = before.leader if raises and before.leader else 2 if before.leader == 1 else 1
        command = replace(bid(bidder, 1), maximum=rules.minimum_next(before, bidder))
        if at >= before.ends_at:
            with pytest.raises(LotNotOpen):
                rules.decide(before, command, at)
            continue
        auction.at(seconds(second), command)
        window = timedelta(seconds=120)
        silent = bidder == before.leader
        expected = before.ends_at if silent else min(max(before.ends_at, at + window), hard)
        assert auction.state.ends_at == expected <= hard


# --- Voided bids ---


def test_voiding_the_leaders_bids_gives_the_lead_and_the_price_that_would_have_been() -> None:
    auction = Auction(terms()).bids_of((1, 50_000), (2, 90_000), (3, 60_000), (1, 70_000))
    without = Auction(terms()).bids_of((1, 50_000), (2, 60_000), (1, 70_000)).state

    decision = auction.void(2, seconds(590))

    assert (auction.state.price, auction.state.leader_max) == (without.price, without.leader_max)
    assert auction.state.leader == 1
    assert auction.state.ends_at == NOON + seconds(710)
    assert decision.happened == BidsVoided(bidder=2, reason=REASON, lines=(3,))


def test_voiding_the_only_bidder_leaves_a_lot_that_begins_at_the_start_again() -> None:
    auction = Auction(terms()).bids_of((1, 50_000), (1, 60_000))

    auction.void(1, seconds(9))

    assert (auction.state.price, auction.state.leader, auction.state.leader_max) == (None,) * 3
    assert rules.minimum_next(auction.state) == taka(40_000)


def test_voiding_extends_no_further_than_the_hard_end() -> None:
    fixed = replace(terms(), hard_ends_at=NOON + seconds(630))
    auction = Auction(fixed).bids_of((1, 50_000), (2, 60_000))

    auction.void(2, seconds(599))

    assert auction.state.ends_at == NOON + seconds(630)


def test_voiding_bids_that_are_not_there_writes_nothing() -> None:
    auction = Auction(terms()).bids_of((1, 50_000))

    decision = auction.void(7, seconds(9))

    assert (decision.happened, decision.state) == (None, auction.state)


def test_bids_cannot_be_voided_without_a_reason_or_outside_of_bidding() -> None:
    auction = Auction(terms()).bids_of((1, 50_000))
    bids = tuple(auction.standing)

    with pytest.raises(BadInput):
        auction.at(seconds(9), VoidBids(bidder=1, reason="  banned  ", bids=bids))
    with pytest.raises(LotNotOpen):
        auction.at(seconds(600), VoidBids(bidder=1, reason=REASON, bids=bids))


# --- The end ---


def test_the_winner_pays_the_price_and_the_runner_up_is_known_by_his_own_maximum() -> None:
    auction = Auction(terms()).bids_of(
        (1, 50_000), (2, 90_000), (3, 60_000), (1, 70_000), (2, 95_000)
    )

    result = auction.close().state.result

    assert result == Sold(
        winner=2,
        price=taka(71_000),
        deciding_line=6,
        runner_up=AcceptedBid(line=5, bidder=1, maximum=taka(70_000)),
    )


@pytest.mark.parametrize(
    ("reserve", "bids", "why"),
    [
        (None, [], WhyUnsold.NO_BIDS),
        (50_000, [], WhyUnsold.NO_BIDS),
        (50_000, [(1, 49_999)], WhyUnsold.UNDER_RESERVE),
    ],
)
def test_a_lot_without_a_good_bid_is_not_sold(
    reserve: int | None, bids: list[tuple[int, int]], why: WhyUnsold
) -> None:
    auction = Auction(terms(reserve=reserve)).bids_of(*bids).close()

    assert auction.state.result == Unsold(why=why)


def test_a_maximum_that_just_reaches_the_reserve_buys_at_the_reserve() -> None:
    result = Auction(terms(reserve=50_000)).bids_of((1, 50_000)).close().state.result

    assert result == Sold(winner=1, price=taka(50_000), deciding_line=2, runner_up=None)


def test_a_close_that_comes_early_is_told_to_come_again_and_one_that_comes_twice_does_nothing() -> (
    None
):
    auction = Auction(terms()).bids_of((1, 50_000))

    with pytest.raises(LotStillOpen):
        auction.at(timedelta(minutes=10, microseconds=-1), Close(bids=tuple(auction.standing)))
    auction.close()
    again = auction.at(timedelta(hours=1), Close(bids=tuple(auction.standing)))

    assert (again.happened, again.state) == (None, auction.state)
    assert len(auction.lines) == 3


def test_a_close_with_other_bids_than_those_that_stand_is_a_mistake_of_the_caller() -> None:
    auction = Auction(terms()).bids_of((1, 50_000), (2, 60_000))

    with pytest.raises(ValueError, match="bids"):
        auction.at(timedelta(minutes=10), Close(bids=tuple(auction.standing[:1])))


def test_an_animal_may_be_withdrawn_and_its_terms_changed_until_somebody_bids() -> None:
    later = replace(terms(), ends_at=NOON + timedelta(minutes=20))
    untouched, bid_for = Auction(terms()), Auction(terms()).bids_of((1, 50_000))

    untouched.at(seconds(5), Reschedule(terms=later))
    assert untouched.state.ends_at == NOON + timedelta(minutes=20)
    untouched.at(seconds(6), Withdraw())
    assert untouched.state.ended is Phase.WITHDRAWN

    for command in (Reschedule(terms=later), Withdraw()):
        with pytest.raises(LotHasBids):
            bid_for.at(seconds(5), command)


def test_bids_that_were_voided_are_bids_still_when_the_seller_wants_to_withdraw() -> None:
    auction = Auction(terms()).bids_of((1, 50_000))
    auction.void(1, seconds(3))

    with pytest.raises(LotHasBids):
        auction.at(seconds(5), Withdraw())


def test_new_terms_cannot_end_in_the_past() -> None:
    with pytest.raises(BadInput):
        Auction(terms(minutes=30)).at(seconds(660), Reschedule(terms=terms()))


def test_officers_void_a_lot_with_bids_for_a_reason_that_says_something() -> None:
    auction = Auction(terms()).bids_of((1, 50_000))

    with pytest.raises(BadInput):
        auction.at(seconds(5), VoidLot(reason="too short"))
    auction.at(seconds(5), VoidLot(reason="the animal fell ill in the haat"))

    assert (auction.state.ended, auction.state.result) == (Phase.VOIDED, None)


@pytest.mark.parametrize(
    "command", [Withdraw(), VoidLot(reason=REASON), Reschedule(terms=terms(minutes=99))]
)
def test_nothing_is_done_to_a_lot_that_is_over(
    command: Withdraw | VoidLot | Reschedule,
) -> None:
    over = Auction(terms()).close()

    with pytest.raises(LotNotOpen):
        over.at(timedelta(minutes=11), command)
    with pytest.raises(LotNotOpen):
        Auction(terms()).at(timedelta(minutes=10), command)
