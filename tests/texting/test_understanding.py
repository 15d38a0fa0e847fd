"""The language of text messages: whatever is written there is an answer, in both scripts alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.blood.models import BloodGroup
from hmk_graph.texting import understanding, wording
from hmk_graph.texting.understanding import (
    Ambulance,
    Bid,
    Blood,
    Help,
    Price,
    Unclear,
    understood,
)

ABO = {"A": "এ", "B": "বি", "AB": "এবি", "O": "ও"}
RHESUS = {
    "POS": (["+", "+ve", " positive", " pos", "(+)"], ["+", " পজিটিভ"]),
    "NEG": (["-", "-ve", " negative", " neg", "(-)", "−"], ["-", " নেগেটিভ"]),
}


@given(st.text())
def test_whatever_is_written_is_understood_as_something(text: str):
    wish = understood(text)

    assert isinstance(wish, Price | Blood | Ambulance | Bid | Help | Unclear)
    assert isinstance(understanding.is_bengali(text), bool)
    assert len(understanding.plain_of(text)) <= understanding.LONGEST


@given(
    st.sampled_from(sorted(understanding.VERBS)),
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
)
def test_after_each_word_anything_may_follow(verb: str, rest: str):
    wish = understood(f"{verb} {rest}")

    if isinstance(wish, Bid):
        assert 0 <= wish.lot < 10**understanding.MOST_LOT_DIGITS
        assert 0 <= wish.taka < 10**understanding.MOST_TAKA_DIGITS
    if isinstance(wish, Blood):
        assert 0 <= wish.units < 10**understanding.MOST_UNIT_DIGITS
        assert len(wish.where) <= understanding.LONGEST


@given(lot=st.integers(1, 10**12), taka=st.integers(0, 10**9 - 1))
def test_a_bid_is_the_same_in_both_scripts(lot: int, taka: int):
    digits = in_bengali_digits(f"{lot} {taka}")

    assert understood(f"bid {lot} {taka}") == Bid(lot=lot, taka=taka)
    assert understood(f"ডাক {digits}") == Bid(lot=lot, taka=taka)
    assert understood(f"BID  lot #{lot} ৳{taka:,}/-") == Bid(lot=lot, taka=taka)
    assert understood(f"ডাক লট নং {digits} টাকা") == Bid(lot=lot, taka=taka)


@given(
    abo=st.sampled_from(sorted(ABO)),
    rhesus=st.sampled_from(sorted(RHESUS)),
    units=st.integers(1, 99),
    data=st.data(),
)
def test_a_need_of_blood_is_the_same_in_both_scripts(
    abo: str, rhesus: str, units: int, data: st.DataObject
):
    english, bengali = RHESUS[rhesus]
    wanted = Blood(group=BloodGroup(f"{abo}_{rhesus}"), units=units, where="করিমগঞ্জ হাসপাতাল")

    sign = data.draw(st.sampled_from(english))
    assert understood(f"blood {abo.lower()}{sign} {units} bags করিমগঞ্জ হাসপাতাল") == wanted
    sign = data.draw(st.sampled_from(bengali))
    counted = in_bengali_digits(str(units))
    assert understood(f"রক্ত {ABO[abo]}{sign} {counted} ব্যাগ, করিমগঞ্জ হাসপাতাল") == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("bid", "bid 7", "bid 7 850.50", "bid 7 85 000", "bid seven 100", "bid 7 1000000000"),
        *("ডাক ৭", "ডাক ৭ ৮৫০.৫০", "bid 7 100 200", "bid 7 100tk!x"),
    ],
)
def test_a_bid_that_could_mean_two_things_means_none(text: str):
    assert understood(text) == Unclear(verb="bid")


@pytest.mark.parametrize(
    "text", ["blood", "blood 2 karimganj", "blood C+ 2 x", "রক্ত লাগবে", "blood apple pos"]
)
def test_without_a_group_nobody_is_asked_for_blood(text: str):
    assert understood(text) == Unclear(verb="blood")


def test_one_unit_is_meant_where_none_is_counted():
    assert understood("blood O- itna sadar") == Blood(
        group=BloodGroup.O_NEG, units=1, where="itna sadar"
    )


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Ambulance Niamatpur bazar", Ambulance(where="Niamatpur bazar")),
        ("এম্বুলেন্স নিয়ামতপুর", Ambulance(where="নিয়ামতপুর")),
        ("ambulance", Ambulance(where="")),
        ("price Day-labourer Niamatpur", Price(words=("day", "labourer", "niamatpur"))),
        ("সাহায্য", Help()),
        ("hello", Unclear(verb=None)),
        ("", Unclear(verb=None)),
    ],
)
def test_what_else_can_be_written(text: str, wish: understanding.Wish):
    assert understood(text) == wish


@given(st.text(max_size=1_000))
def test_an_answer_has_two_parts_of_a_message_at_most(text: str):
    reply = wording.Reply(bn=text, en=text)

    for said in (reply.said(in_bengali=True), reply.said(in_bengali=False)):
        assert len(said) <= (wording.LONGEST_EN if said.isascii() else wording.LONGEST_BN)


def test_the_fixed_answers_are_whole():
    replies = [wording.register("haat.kishoreganj.gov.bd"), wording.enough(), wording.given_up()]
    replies += [wording.shape(verb) for verb in wording.SHAPES_BN]

    assert set(wording.SHAPES_BN) == set(wording.SHAPES_EN)
    assert [one for one in replies if one.said(in_bengali=True) != one.bn] == []
    assert [one for one in replies if one.said(in_bengali=False) != one.en] == []
