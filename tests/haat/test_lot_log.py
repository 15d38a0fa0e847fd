"""The public log: what a line says, how it is chained, and that its fold is the state."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hmk_graph.errors import DomainError
from hmk_graph.haat import rules
from hmk_graph.haat.auction import Decision, LotState, Reschedule, VoidLot, Withdraw
from hmk_graph.haat.log_parsing import LARGEST_NUMBER, line_from_json
from hmk_graph.haat.lot_log import (
    BEGINNING,
    Kind,
    Opening,
    Secrets,
    canonical,
    hash_of,
    opened,
    public_lines,
    stamp,
    write_line,
)
from hmk_graph.haat.lot_replay import Fault, Misfit, fold
from hmk_graph.money import taka
from tests.haat.auctions import NOON, Auction, bid, random_auction, seconds, terms

NONCE = "ab" * 32


def test_a_commitment_is_the_hash_of_the_amount_and_the_nonce_as_anybody_can_compute() -> None:
    opening = Opening(amount=taka(60_000), nonce=NONCE)

    assert opening.commitment == hashlib.sha256(f"6000000.{NONCE}".encode()).hexdigest()


def test_canonical_json_has_sorted_keys_no_spaces_and_plain_bengali() -> None:
    assert canonical({"b": 1, "a": ["ডাক", None, True]}) == '{"a":["ডাক",null,true],"b":1}'.encode()


SAID = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_NUMBER, LARGEST_NUMBER) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(value=SAID)
def test_canonical_json_is_what_the_standard_library_of_python_would_write(value: object) -> None:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert canonical(value) == text.encode()


def test_a_line_can_be_hashed_with_nothing_but_json_and_sha256() -> None:
    line = Auction(terms()).bids_of((1, 50_000)).lines[1].as_json()
    stored = json.loads(json.dumps(line))

    said = stored.pop("hash")
    text = json.dumps(stored, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert said == hashlib.sha256((stored["previous"] + text).encode()).hexdigest()


def test_a_time_is_written_in_utc_with_microseconds_whatever_zone_it_came_in() -> None:
    dhaka = timezone(timedelta(hours=6))

    assert stamp(datetime(2026, 5, 20, 12, 0, tzinfo=dhaka)) == "2026-05-20T06:00:00.000000Z"


def test_lines_are_dense_from_one_and_each_is_chained_to_the_one_before() -> None:
    lines = random_auction(3).lines

    assert [line.line for line in lines] == list(range(1, len(lines) + 1))
    assert [line.previous for line in lines] == [BEGINNING, *(line.hash for line in lines[:-1])]
    assert all(line.hash == hash_of(line) for line in lines)


def test_a_bid_line_says_what_everybody_may_know_and_hides_the_maximum() -> None:
    auction = Auction(terms(reserve=70_000)).bids_of((1, 90_000))

    line = auction.lines[1]

    assert line.kind is Kind.BID
    assert dict(line.body) == {
        "bidder": 1,
        "silent": False,
        "commitment": auction.bids[2].commitment,
        "price": taka(70_000),
        "leader": 1,
        "ends_at": "2026-05-20T06:10:00.000000Z",
        "reserve_met": True,
    }


def test_the_first_line_hides_the_reserve_behind_a_commitment() -> None:
    auction = Auction(terms(reserve=70_000))

    assert auction.reserve is not None
    assert auction.lines[0].body["reserve_commitment"] == auction.reserve.commitment
    assert str(taka(70_000)) not in canonical(auction.lines[0].as_json()).decode()


def test_no_secret_is_in_a_running_log_and_all_of_them_are_in_a_closed_one() -> None:
    auction = Auction(terms()).bids_of((1, 71_300), (2, 64_100), (2, 83_700), (2, 91_900))

    running = canonical([line.as_json() for line in auction.lines]).decode()
    closed = auction.close().lines

    assert not any(str(taka(secret)) in running for secret in (71_300, 83_700, 91_900))
    assert not any(opening.nonce in running for opening in auction.bids.values())
    assert opened(closed) == auction.secrets


def test_voided_bids_are_opened_at_the_close_too() -> None:
    auction = Auction(terms()).bids_of((1, 50_000), (2, 60_000))
    auction.void(1, seconds(9))
    auction.close()

    assert [each["line"] for each in auction.lines[-1].body["openings"]] == [2, 3]


@pytest.mark.parametrize(
    ("then", "shown"),
    [
        (None, 2),  # two fresh raises stay hidden
        ("bid", 5),  # a visible bid brings them to light
        ("void", 5),
        ("close", 5),
    ],
)
def test_a_leaders_raise_is_public_only_once_something_visible_follows_it(
    then: str | None, shown: int
) -> None:
    auction = Auction(terms()).bids_of((1, 50_000), (1, 60_000), (1, 70_000))
    match then:
        case "bid":
            auction.at(seconds(9), bid(2, 55_000))
        case "void":
            auction.at(seconds(9), VoidLot(reason="the animal fell ill in the haat"))
        case "close":
            auction.close()

    assert [line.line for line in public_lines(auction.lines)] == list(range(1, shown + 1))


def test_only_what_happened_becomes_a_line() -> None:
    auction = Auction(terms())

    with pytest.raises(ValueError, match="happened"):
        write_line(
            1,
            Decision(state=auction.state, happened=None),
            previous=BEGINNING,
            secrets=auction.secrets,
        )


@pytest.mark.parametrize("seed", range(30))
def test_the_fold_of_a_log_is_the_state_whatever_happened(seed: int) -> None:
    auction = random_auction(seed, closed=bool(seed % 2))

    assert fold(auction.lines, auction.secrets) == auction.state


def test_a_log_survives_its_way_through_json() -> None:
    auction = random_auction(7)

    stored = json.loads(json.dumps([line.as_json() for line in auction.lines]))
    lines = [line_from_json(each, position) for position, each in enumerate(stored, start=1)]

    assert lines == auction.lines
    assert fold(lines, auction.secrets) == auction.state


def test_terms_that_were_replaced_never_open_their_reserve() -> None:
    auction = Auction(terms(reserve=60_000))
    auction.at(seconds(1), Reschedule(terms=terms(reserve=80_000, minutes=20)))
    auction.at(seconds(2), bid(1, 90_000))
    auction.close()

    assert auction.lines[-1].body["reserve"]["amount"] == taka(80_000)
    assert fold(auction.lines, auction.secrets) == auction.state


def test_a_log_that_is_empty_or_lacks_a_secret_does_not_fold() -> None:
    auction = Auction(terms()).bids_of((1, 50_000))

    with pytest.raises(Misfit) as empty:
        fold([], auction.secrets)
    with pytest.raises(Misfit) as sealed:
        fold(auction.lines, Secrets(bids={}, reserve=None))

    assert empty.value.fault is Fault.EMPTY
    assert (sealed.value.line, sealed.value.fault) == (2, Fault.NOT_OPENED)


class AuctionByHand(RuleBasedStateMachine):
    """Any commands in any order: the log folds to the state, the price falls by voids only."""

    @initialize(reserve=st.sampled_from([None, 45_000, 80_000]))
    def begin(self, reserve: int | None) -> None:
        self.auction = Auction(terms(reserve=reserve))
        self.now = seconds(-30)
        self.before: LotState = self.auction.state

    def attempt(self, command: object) -> None:
        self.before = self.auction.state
        lines = list(self.auction.lines)
        try:
            self.auction.at(self.now, command)  # type: ignore[arg-type]
        except DomainError:
            assert (self.auction.state, self.auction.lines) == (self.before, lines)

    @rule(wait=st.sampled_from([0, 1, 60, 120, 121, 500]))
    def wait(self, wait: int) -> None:
        self.now += seconds(wait)

    @rule(bidder=st.integers(1, 4), maximum=st.integers(39, 90), odd=st.sampled_from([0, 1, 500]))
    def somebody_bids(self, bidder: int, maximum: int, odd: int) -> None:
        alias = min(bidder, self.auction.state.bidders + 1)
        self.attempt(bid(alias, maximum * 1_000 + odd))

    @precondition(lambda self: self.auction.state.bid_count == 0)
    @rule(minutes=st.integers(5, 30))
    def terms_change(self, minutes: int) -> None:
        self.attempt(Reschedule(terms=terms(start=41_000, minutes=minutes)))

    @precondition(lambda self: self.auction.standing)
    @rule(which=st.integers(0, 50))
    def somebody_is_barred(self, which: int) -> None:
        standing = self.auction.standing
        self.before = self.auction.state
        try:
            self.auction.void(standing[which % len(standing)].bidder, self.now)
        except DomainError:
            return
        # The one thing after which the price may be lower.
        self.before = self.auction.state

    @precondition(lambda self: self.auction.state.bid_count == 0)
    @rule()
    def the_seller_withdraws(self) -> None:
        self.attempt(Withdraw())

    @rule()
    def the_closing_job_comes(self) -> None:
        if NOON + self.now >= self.auction.state.ends_at:
            self.auction.close()
            self.before = self.auction.state

    @invariant()
    def the_price_does_not_fall_nor_pass_the_maximum(self) -> None:
        state = self.auction.state
        if state.price is not None and state.leader_max is not None:
            assert (self.before.price or 0) <= state.price <= state.leader_max

    @invariant()
    def the_end_never_comes_nearer_nor_passes_the_hard_end(self) -> None:
        state = self.auction.state
        if state.terms == self.before.terms:
            assert self.before.ends_at <= state.ends_at <= state.terms.hard_ends_at

    @invariant()
    def the_leader_is_the_highest_and_earliest_who_stands(self) -> None:
        ranked = rules.standings(self.auction.standing)
        leader = ranked[0].bidder if ranked else None
        assert self.auction.state.leader == leader

    @invariant()
    def the_log_folds_to_the_state(self) -> None:
        assert fold(self.auction.lines, self.auction.secrets) == self.auction.state


TestAuctionByHand = AuctionByHand.TestCase
TestAuctionByHand.settings = settings(
    max_examples=40, stateful_step_count=25, derandomize=True, deadline=None, database=None
)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(st.integers(0, 10**6))
def test_a_state_with_another_secret_folds_to_another_state_or_not_at_all(seed: int) -> None:
    auction = random_auction(seed, closed=False)
    if not auction.bids:
        return
    line = sorted(auction.bids)[seed % len(auction.bids)]
    forged = replace(auction.bids[line], amount=taka(9_000_000))

    with pytest.raises(Misfit) as refused:
        fold(auction.lines, Secrets(bids={**auction.bids, line: forged}, reserve=auction.reserve))

    assert (refused.value.line, refused.value.fault) == (line, Fault.COMMITMENT)
