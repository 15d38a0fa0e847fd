"""Anybody can prove a log true; no change to it passes, and the first wrong line is named."""

import json
from copy import deepcopy

import pytest

from hmk_graph.haat.auction import Sold, VoidLot, Withdraw
from hmk_graph.haat.lot_log import Kind, Line, hash_of, public_lines
from hmk_graph.haat.lot_replay import Fault
from hmk_graph.haat.lot_verdict import in_words_bn, in_words_en
from hmk_graph.haat.lot_verification import verify, verify_text
from hmk_graph.money import taka
from tests.haat.auctions import Auction, bid, random_auction, seconds, terms
from tests.haat.spoiling import (
    Lines,
    Spoil,
    at,
    body,
    first_fault,
    opening,
    rechained,
    sample,
    written,
)

# --- True logs ---


@pytest.mark.parametrize("seed", range(60))
def test_a_true_log_fits_with_its_winner_price_and_runner_up(seed: int) -> None:
    auction = random_auction(seed)

    verdict = verify(written(auction))

    assert (verdict.fits, verdict.sealed, verdict.unseen) == (True, False, ())
    assert verdict.state is not None
    assert verdict.state.result == auction.state.result
    assert verdict.head == auction.lines[-1].hash


@pytest.mark.parametrize("seed", range(25))
def test_a_true_log_of_a_running_lot_fits_at_each_line_and_says_that_it_is_sealed(
    seed: int,
) -> None:
    auction = random_auction(seed, closed=False)

    for end in range(1, len(auction.lines) + 1):
        verdict = verify(public_lines(auction.lines[:end]))
        assert (verdict.fits, verdict.sealed, verdict.why_en) == (True, True, "")


@pytest.mark.parametrize("command", [Withdraw(), VoidLot(reason="the animal fell ill in the haat")])
def test_a_lot_that_ended_without_a_result_fits(command: Withdraw | VoidLot) -> None:
    auction = Auction(terms(reserve=50_000))
    auction.at(seconds(5), command)

    verdict = verify(written(auction))

    assert (verdict.fits, verdict.sealed) == (True, True)


def test_a_voided_lot_with_bids_fits_and_stays_sealed() -> None:
    auction = Auction(terms()).bids_of((1, 50_000), (2, 60_000))
    auction.at(seconds(9), VoidLot(reason="the animal fell ill in the haat"))

    assert verify(written(auction)).sealed
    assert "called the auction off" in in_words_en(verify(written(auction)))


def test_the_verdict_says_in_both_languages_who_won_and_by_which_head_to_compare() -> None:
    auction = sample()
    assert isinstance(auction.state.result, Sold)

    verdict = verify_text(json.dumps({"lot": 42, "lines": written(auction)}))

    english, bengali = in_words_en(verdict), in_words_bn(verdict)
    assert english.startswith("FITS. All 11 lines")
    assert "Bidder 3 won at ৳1,22,000" in english
    assert "৳১,২২,০০০" in bengali
    assert verdict.head in english
    assert verdict.head in bengali


# --- Changed logs, hashes left as they were ---


def test_a_changed_line_is_named_though_nobody_computed_a_hash_anew() -> None:
    for position in range(11):
        lines = written(sample())
        lines[position]["at"] = lines[position]["at"].replace("2026", "2027")

        assert first_fault(verify(lines)) == (position + 1, Fault.HASH)


def test_a_change_hidden_by_one_new_hash_is_named_where_it_is_and_not_where_the_chain_breaks() -> (
    None
):
    lines = written(sample())
    lines[3]["body"]["price"] += taka(100)
    rechained_line = Line(**{**lines[3], "kind": Kind(lines[3]["kind"])})
    lines[3]["hash"] = hash_of(rechained_line)

    assert first_fault(verify(lines)) == (4, Fault.FIELD)


def test_a_change_that_the_rules_cannot_see_breaks_the_chain_at_the_line_after_it() -> None:
    lines = written(sample())
    lines[8]["body"]["reason"] = "no reason that anybody wrote"
    lines[8]["hash"] = hash_of(Line(**{**lines[8], "kind": Kind(lines[8]["kind"])}))

    assert first_fault(verify(lines)) == (10, Fault.PREVIOUS)


@pytest.mark.parametrize("position", range(10))
def test_a_removed_line_leaves_a_gap_that_is_named(position: int) -> None:
    lines = written(sample())
    del lines[position]

    assert first_fault(verify(lines)) == (position + 1, Fault.NUMBER)


@pytest.mark.parametrize("position", range(10))
def test_two_swapped_lines_are_named(position: int) -> None:
    lines = written(sample())
    lines[position : position + 2] = [lines[position + 1], lines[position]]

    assert first_fault(verify(lines)) == (position + 1, Fault.NUMBER)


@pytest.mark.parametrize("position", range(11))
def test_a_line_that_stands_twice_is_named(position: int) -> None:
    lines = written(sample())
    lines.insert(position, deepcopy(lines[position]))

    assert first_fault(verify(lines)) == (position + 2, Fault.NUMBER)


def test_a_line_of_another_lot_is_named() -> None:
    lines = written(sample())
    lines[4]["lot"] = 43

    assert first_fault(verify(lines)) == (5, Fault.LOT)
    assert first_fault(verify(written(sample()), lot=43)) == (1, Fault.LOT)


# --- Changed logs, all hashes computed anew ---

SPOILT: list[tuple[str, Spoil, int, Fault]] = [
    ("a higher start", body(1, start=taka(45_000)), 2, Fault.FIELD),
    ("a start that a bid was under", body(1, start=taka(55_000)), 2, Fault.REFUSED),
    ("another step", body(1, steps=[[None, taka(1)]]), 3, Fault.FIELD),
    ("steps that fall", body(1, steps=[[5, taka(9)], [None, taka(1)]]), 1, Fault.REFUSED),
    ("a shorter window", body(1, window_s=60), 10, Fault.FIELD),
    ("an earlier hard end", body(1, hard_ends_at="2026-05-20T06:11:00.000000Z"), 10, Fault.FIELD),
    ("a hidden reserve that never was", body(1, reserve_commitment="0" * 64), 1, Fault.NOT_OPENED),
    ("a late start", body(1, starts_at="2026-05-20T06:00:01.500000Z"), 2, Fault.REFUSED),
    ("a higher price", body(3, price=taka(52_000)), 3, Fault.FIELD),
    ("a lower price", body(3, price=taka(50_999)), 3, Fault.FIELD),
    ("another leader", body(4, leader=3), 4, Fault.FIELD),
    ("another bidder", body(5, bidder=3), 5, Fault.FIELD),
    ("a bidder out of turn", body(4, bidder=5), 4, Fault.ALIAS),
    ("a hidden bid", body(5, silent=True), 5, Fault.FIELD),
    ("a raise that shows", body(6, silent=False), 6, Fault.FIELD),
    ("a later end", body(10, ends_at="2026-05-20T06:20:00.000000Z"), 10, Fault.FIELD),
    ("a reserve that is met", body(2, reserve_met=True), 2, Fault.FIELD),
    ("a bid before the one before it", at(5, "2026-05-20T06:00:02.500000Z"), 5, Fault.TIME),
    ("a bid after the end", at(10, "2026-05-20T06:10:00.000000Z"), 10, Fault.REFUSED),
    ("a close before the end", at(11, "2026-05-20T06:11:49.999999Z"), 11, Fault.REFUSED),
    ("a forged commitment", body(5, commitment="1" * 64), 5, Fault.COMMITMENT),
    ("a forged maximum", opening(8, maximum=taka(125_000)), 8, Fault.COMMITMENT),
    ("a forged silent maximum", opening(6, maximum=taka(200_000)), 6, Fault.COMMITMENT),
    ("a forged nonce", opening(2, nonce="2" * 64), 2, Fault.COMMITMENT),
    ("an opening for another line", opening(4, line=12), 4, Fault.NOT_OPENED),
    ("fewer voided lines", body(9, voided=[]), 9, Fault.FIELD),
    ("another's bids voided", body(9, bidder=2), 9, Fault.FIELD),
    ("voided bids of nobody", body(9, bidder=9), 9, Fault.NOTHING),
    ("a void without a reason", body(9, reason=""), 9, Fault.REFUSED),
    ("a higher price after the void", body(9, price=taka(99_000)), 9, Fault.FIELD),
    ("another winner", body(11, winner=2), 11, Fault.FIELD),
    ("another hammer price", body(11, price=taka(130_000)), 11, Fault.FIELD),
    ("another deciding line", body(11, deciding_line=8), 11, Fault.FIELD),
    ("another runner-up", body(11, runner_up=1), 11, Fault.FIELD),
    ("a runner-up who bid less", body(11, runner_up_maximum=taka(85_000)), 11, Fault.FIELD),
    ("no sale", body(11, outcome="UNSOLD", why="NO_BIDS"), 11, Fault.FIELD),
    ("a reserve opened that never was", body(11, reserve={"amount": 1, "nonce": "0" * 64}), 1,
     Fault.NOT_OPENED),
]  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "line", "fault"), [s[1:] for s in SPOILT], ids=[s[0] for s in SPOILT]
)
def test_a_change_is_named_even_with_all_hashes_computed_anew(
    spoil: Spoil, line: int, fault: Fault
) -> None:
    lines = written(sample())
    spoil(lines)

    verdict = verify(rechained(lines))

    assert first_fault(verdict) == (line, fault)
    assert verdict.why_en
    assert verdict.why_bn


@pytest.mark.parametrize("position", range(1, 10))
def test_a_removed_line_is_found_though_numbers_and_hashes_were_made_anew(position: int) -> None:
    lines = written(sample())
    del lines[position]

    assert not verify(rechained(lines, renumbered=True)).fits


@pytest.mark.parametrize("position", range(1, 9))
def test_swapped_lines_are_found_though_numbers_and_hashes_were_made_anew(position: int) -> None:
    lines = written(sample())
    lines[position : position + 2] = [lines[position + 1], lines[position]]

    verdict = verify(rechained(lines, renumbered=True))

    assert first_fault(verdict)[0] in (position + 1, position + 2)


@pytest.mark.parametrize("position", range(1, 11))
def test_an_added_bid_is_found_though_numbers_and_hashes_were_made_anew(position: int) -> None:
    lines = written(sample())
    lines.insert(position, deepcopy(lines[3]))

    assert not verify(rechained(lines, renumbered=True)).fits


def test_an_opening_of_a_bid_that_never_was_is_found_at_the_close() -> None:
    lines = written(sample())
    lines[-1]["body"]["openings"].append({"line": 12, "maximum": taka(1), "nonce": "0" * 64})

    assert first_fault(verify(rechained(lines))) == (11, Fault.FIELD)


def test_nothing_follows_the_end() -> None:
    lines = written(sample())
    late = deepcopy(lines[3])
    late["at"] = "2026-05-20T07:00:00.000000Z"

    assert first_fault(verify(rechained([*lines, late], renumbered=True))) == (12, Fault.AFTER_END)


def test_a_log_without_its_beginning_is_found() -> None:
    lines = written(sample())[1:]

    assert first_fault(verify(rechained(lines, renumbered=True))) == (1, Fault.BEGINNING)


def test_a_forged_reserve_is_found() -> None:
    lines = written(Auction(terms(reserve=110_000)).bids_of((1, 120_000)).close())
    lines[-1]["body"]["reserve"]["amount"] = taka(105_000)

    assert first_fault(verify(rechained(lines))) == (1, Fault.COMMITMENT)


def test_a_forged_maximum_whose_close_was_not_hashed_anew_is_named_at_the_close() -> None:
    lines = written(sample())
    opening(8, maximum=taka(125_000))(lines)

    assert first_fault(verify(lines)) == (11, Fault.HASH)


# --- What only a receipt can find ---


def history_without_bidder_three() -> Lines:
    """A log rewritten as a whole, with other commitments, right in itself."""
    auction = Auction(terms()).bids_of((1, 50_000), (2, 60_000))
    return written(auction.close())


def test_a_history_rewritten_as_a_whole_passes_alone_and_not_against_a_bidders_receipt() -> None:
    seen = Auction(terms()).bids_of((1, 50_000), (2, 60_000), (3, 70_000)).lines
    rewritten = history_without_bidder_three()

    assert verify(rewritten).fits
    assert first_fault(verify(rewritten, known={4: seen[3].hash})) == (4, Fault.RECEIPT)


def test_a_receipt_of_a_line_that_is_there_fits() -> None:
    auction = sample()

    assert verify(written(auction), known={line.line: line.hash for line in auction.lines}).fits


def test_a_receipt_beyond_a_closed_log_does_not_fit_and_beyond_a_running_one_it_is_told() -> None:
    running = Auction(terms()).bids_of((1, 50_000), (1, 60_000))
    shown = public_lines(running.lines)

    verdict = verify(shown, known={3: running.lines[2].hash})

    assert (verdict.fits, verdict.unseen) == (True, (3,))
    assert "lines 3" in in_words_en(verdict)
    assert "৩" in in_words_bn(verdict)
    assert first_fault(verify(written(sample()), known={12: "0" * 64})) == (12, Fault.RECEIPT)


def test_an_empty_log_proves_nothing() -> None:
    assert first_fault(verify([])) == (1, Fault.EMPTY)


def test_every_fault_is_said_in_both_languages_without_a_gap() -> None:
    for _, spoil, _, _ in SPOILT:
        lines = written(sample())
        spoil(lines)
        verdict = verify(rechained(lines))
        assert "{" not in verdict.why_en + verdict.why_bn
        assert verdict.why_bn in in_words_bn(verdict)
        assert verdict.why_en in in_words_en(verdict)


def test_a_log_of_five_hundred_bids_is_judged_in_a_moment() -> None:
    auction = Auction(terms(start=1_000))
    for number in range(500):
        auction.at(seconds(number / 1_000), bid(number % 2 + 1, 1_000 + 12_000 * (number + 1)))

    verdict = verify(auction.close().lines)

    assert verdict.fits
    assert verdict.lines == 502
