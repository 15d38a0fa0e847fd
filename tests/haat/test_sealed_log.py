"""A running log: what everybody can see is checked, and the verdict says that it is no proof."""

import pytest

from hmk_graph.haat.lot_replay import Fault
from hmk_graph.haat.lot_verdict import in_words_bn, in_words_en
from hmk_graph.haat.lot_verification import verify
from hmk_graph.money import taka
from tests.haat.spoiling import Spoil, at, body, first_fault, rechained, sample, written

SEEN: list[tuple[str, Spoil, int, Fault]] = [
    ("a first price that is not the start", body(2, price=taka(40_100)), 2, Fault.FIELD),
    ("a first bid that does not lead", body(2, leader=2), 2, Fault.FIELD),
    ("less than a step", body(3, price=taka(40_400)), 3, Fault.FIELD),
    ("paisa in the price", body(3, price=taka(51_000) + 1), 3, Fault.FIELD),
    ("a leader who did not bid", body(4, leader=1), 4, Fault.FIELD),
    ("a price that falls", body(7, price=taka(50_000)), 7, Fault.FIELD),
    ("an end that is not moved", body(10, ends_at="2026-05-20T06:10:00.000000Z"), 10, Fault.FIELD),
    ("a raise by somebody else", body(6, bidder=2), 6, Fault.FIELD),
    ("a raise that changes the price", body(6, price=taka(70_000)), 6, Fault.FIELD),
    ("a raise that should be silent", body(6, silent=False), 6, Fault.FIELD),
    ("a word about a reserve that is not there", body(3, reserve_met=False), 3, Fault.FIELD),
    ("a bid without a price", body(3, price=None), 3, Fault.FIELD),
    ("voided lines of others", body(9, voided=[2]), 9, Fault.FIELD),
    ("a barred leader", body(9, leader=4), 9, Fault.FIELD),
    ("a price that rises by a void", body(9, price=taka(150_000)), 9, Fault.FIELD),
    ("a bidder out of turn", body(4, bidder=9), 4, Fault.ALIAS),
    ("a bid out of time", at(10, "2026-05-20T06:10:00.000000Z"), 10, Fault.REFUSED),
    ("a bid back in time", at(5, "2026-05-20T06:00:02.500000Z"), 5, Fault.TIME),
]


@pytest.mark.parametrize(
    ("spoil", "line", "fault"), [s[1:] for s in SEEN], ids=[s[0] for s in SEEN]
)
def test_what_no_maxima_could_explain_is_found_while_the_lot_runs(
    spoil: Spoil, line: int, fault: Fault
) -> None:
    lines = written(sample())[:-1]
    spoil(lines)

    assert first_fault(verify(rechained(lines))) == (line, fault)


def test_the_verdict_on_a_running_lot_says_that_it_is_no_proof_yet() -> None:
    verdict = verify(written(sample())[:-1])

    assert "sealed" in in_words_en(verdict)
    assert "lot ends at 2026-05-20T06:11:50" in in_words_en(verdict)
    assert "প্রমাণিত নয়" in in_words_bn(verdict)
