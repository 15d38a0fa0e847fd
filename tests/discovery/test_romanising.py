"""What is left of a word in both scripts."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph import bengali
from hmk_graph.discovery import rules
from hmk_graph.discovery.romanising import bones


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("গরু", "goru garu gorhu"),
        ("গাড়ি", "gari gary garee"),
        ("ছাগল", "chagol chhagol chagal"),
        ("মহিষ", "mohish mohis"),
        ("ডাক্তার", "daktar doctor"),
        ("ইলেকট্রিশিয়ান", "electrician ilektrishian"),
        ("রাজমিস্ত্রি", "rajmistri rajmistree"),
        ("রিকশা", "riksha rickshaw rikshaw"),
        ("নাপিত", "napit"),
        ("মেয়ে", "meye"),
        ("ভাড়া", "bhara vara"),
        ("হাট", "hat haat"),
        ("ক্ষেত", "khet"),
        ("স্বামী", "shami"),
        ("জ্ঞান", "gan gyan"),
        ("রঙ্গ", "rongo"),
        ("কুলিয়ারচর", "kuliarchar kuliyarchor"),
        ("১১০০", "1100 ১১০০"),
    ],
)
def test_a_word_has_the_same_bones_however_it_is_typed(written: str, typed: str):
    kept = bones(bengali.search_key(written))

    assert kept
    assert {word: bones(bengali.search_key(word)) for word in typed.split()} == dict.fromkeys(
        typed.split(), kept
    )


@pytest.mark.parametrize(("one", "other"), [("গরু", "গুরু"), ("গরু", "গাড়ি"), ("মা", "মামি")])
def test_words_that_sound_differently_keep_different_bones(one: str, other: str):
    assert bones(bengali.search_key(one)) != bones(bengali.search_key(other))


@given(st.text(max_size=30))
def test_bones_are_plain_letters_and_digits(text: str):
    for word in bengali.search_key(text).split():
        assert set(bones(word)) <= set("abcdefghijklmnopqrstuvwxyz0123456789") - set("aeowy")


def test_a_word_is_stored_as_it_is_spelled():
    """Failure 30: ণ and ন make two words."""
    words = rules.written(["বাণ", "বান"])

    assert words.split() == ["বাণ", "বান"]
    assert rules.grams_in("বাণ") == rules.grams_in("বান")


@pytest.mark.parametrize(
    ("word", "stem"), [("গরুর", "গরু"), ("গরুগুলো", "গরু"), ("ঘরের", "ঘর"), ("গরু", "গরু"), ("তার", "তা")]
)
def test_an_ending_is_taken_off_while_a_word_is_left(word: str, stem: str):
    assert rules.stem(word) == stem


def test_a_text_of_many_words_is_looked_for_by_its_first_ones():
    asked = rules.asked(" ".join("কখগঘচছজঝটঠ"))

    assert asked.key == "ক খ গ ঘ চ ছ জ ঝ"
    assert len(asked.words) == rules.MOST_WORDS


@given(st.text(alphabet="কগরমলনড়ািুেোgoruanimkhl", min_size=1, max_size=8), st.randoms())
def test_whatever_answers_a_word_has_one_of_its_telling_trigrams(word: str, chance: Random):
    key = bengali.search_key(word)
    grams = rules.grams_of(key)
    held = set(chance.sample(grams, chance.randint(0, len(grams))))

    shares = [
        counts * len(of & held) // len(of)
        for counts, of in (
            (1000, {gram for gram in grams if not gram.startswith(rules.BONE)}),
            (rules.BONES_COUNT, {gram for gram in grams if gram.startswith(rules.BONE)}),
        )
        if of
    ]

    if max(shares, default=0) >= rules.LEAST_SHARE:
        assert held & set(rules.telling(key))
