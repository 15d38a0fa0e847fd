"""Hasil in whole taka, half up, and said in words."""

import pytest

from hmk_graph.haat import hasil
from hmk_graph.haat.hasil_models import HasilKind, HasilRule
from hmk_graph.money import Paisa, taka


def rule(value: int, kind: HasilKind = HasilKind.PERCENT, cap: int | None = None) -> HasilRule:
    return HasilRule(kind=kind, value=value, cap_paisa=None if cap is None else taka(cap))


@pytest.mark.parametrize(
    ("price", "basis_points", "amount"),
    [
        (taka(100_000), 500, taka(5_000)),
        (taka(50), 100, taka(1)),  # fifty paisa are a taka
        (taka(49), 100, taka(0)),
        (Paisa(4_999), 100, taka(0)),
        (taka(150), 100, taka(2)),
        (taka(155_000), 250, taka(3_875)),
        (taka(155_000), 0, taka(0)),
    ],
)
def test_a_share_is_whole_taka_half_up(price, basis_points, amount):
    assert hasil.amount_of(rule(basis_points), price) == amount


def test_a_cap_is_the_most_and_a_flat_sum_knows_no_price():
    assert hasil.amount_of(rule(500, cap=5_000), taka(100_000)) == taka(5_000)
    assert hasil.amount_of(rule(500, cap=5_000), taka(100_020)) == taka(5_000)
    assert hasil.amount_of(rule(taka(230), HasilKind.FLAT), taka(1)) == taka(230)


@pytest.mark.parametrize(
    ("said", "bn", "en"),
    [
        (rule(500), "দামের ৫%", "5% of the price"),
        (rule(250, cap=5_000), "দামের ২.৫%, সর্বোচ্চ ৳৫,০০০", "2.5% of the price, ৳5,000 at most"),
        (rule(taka(230), HasilKind.FLAT), "পশুপ্রতি ৳২৩০", "৳230 a head"),
        (rule(0), "হাসিল লাগে না", "No hasil"),
    ],
)
def test_a_rule_is_said_in_words(said, bn, en):
    assert (hasil.in_words_bn(said), hasil.in_words_en(said)) == (bn, en)
