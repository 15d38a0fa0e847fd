"""Spellings, digits and sounds of Bengali."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph import bengali

COMPOSED = {"য়": "\u09df", "ড়": "\u09dc", "ঢ়": "\u09dd"}
BENGALI_TEXTS = st.text(st.characters(min_codepoint=0x0980, max_codepoint=0x09FF), max_size=30)


def in_one(text: str) -> str:
    """Write ড় ঢ় য় as one character each, as newer keyboards do."""
    for letter, composed in COMPOSED.items():
        text = text.replace(unicodedata.normalize("NFD", letter), composed)
    return text


@pytest.mark.parametrize("name", ["পাকুন্দিয়া", "তাড়াইল", "আষাঢ়", "কুলিয়ারচর"])
def test_a_letter_in_one_character_or_in_two_is_stored_and_looked_up_alike(name: str):
    other = in_one(unicodedata.normalize("NFC", name))

    assert other != unicodedata.normalize("NFC", name)
    assert bengali.canonical(other) == bengali.canonical(name)
    assert bengali.search_key(other) == bengali.search_key(name)


def test_vowel_signs_typed_in_halves_are_joined():
    assert bengali.canonical("\u0995\u09c7\u09be") == "\u0995\u09cb"
    assert bengali.search_key("\u0995\u09c7\u09d7") == "\u0995\u09cc"


def test_the_old_spelling_of_khanda_ta_is_the_new_letter():
    assert bengali.canonical("হঠা\u09a4\u09cd\u200d") == "হঠাৎ"
    assert bengali.search_key("হঠা\u09a4\u09cd\u200d") == bengali.search_key("হঠাৎ")


def test_joiners_are_shown_and_not_looked_up():
    assert bengali.canonical("র\u200d্যাব") == "র\u200d্যাব"
    assert bengali.search_key("র\u200d্যাব") == bengali.search_key("র্যাব")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("  Kishoreganj   SADAR ", "kishoreganj sadar"),
        ("Khyerpur-Abdullahpur", "khyerpur abdullahpur"),
        ("Cox's Bazar", "coxs bazar"),
        ("ওয়ার্ড ১২", bengali.search_key("ওয়ার্ড 12")),
        ("ＩＴＮＡ", "itna"),
        ("অাদমপুর", "আদমপুর"),
        ("ইটনাা", "ইটনা"),
        ("ইটনা।", "ইটনা"),
    ],
)
def test_a_key_holds_the_words_and_nothing_else(typed: str, key: str):
    assert bengali.search_key(typed) == key


@pytest.mark.parametrize(
    "junk", ["", " \t\n", "\0", "🐄🐂", "🐄\ufe0f", "...", "\u09bc", "\u200d", "\ud800", "৳"]
)
def test_what_holds_no_letter_and_no_digit_has_no_key(junk: str):
    assert bengali.search_key(junk) == ""


def test_letters_that_sound_alike_stay_apart_in_the_text_and_in_the_key():
    for one, other in (("বান", "বাণ"), ("শাপ", "সাপ"), ("ষাট", "সাট")):
        assert bengali.canonical(one) != bengali.canonical(other)
        assert bengali.search_key(one) != bengali.search_key(other)


def test_letters_that_sound_alike_are_equal_in_the_ranking_key():
    for one, other in (
        ("বান", "বাণ"),
        ("শাপ", "সাপ"),
        ("ষাট", "সাট"),
        ("কিশোরগঞ্জ", "কিসোরগনজ"),
        ("কুলিয়ারচর", "কুলিআরচর"),
        ("তাড়াইল", "তারাইল"),
        ("নিকলী", "নিকলি"),
        ("kishoreganj", "kisorgonj"),
        ("bhairab", "vairab"),
    ):
        keys = {bengali.sound_key(bengali.search_key(name)) for name in (one, other)}
        assert len(keys) == 1, (one, other, keys)


def test_digits_of_a_bengali_text_are_bengali():
    assert bengali.in_bengali_digits("01712-345") == "০১৭১২-৩৪৫"


@given(BENGALI_TEXTS)
def test_stored_text_is_canonical_and_a_key_has_itself_for_key(text: str):
    stored = bengali.canonical(text)

    assert unicodedata.is_normalized("NFC", stored)
    assert bengali.canonical(stored) == stored
    assert bengali.search_key(bengali.search_key(text)) == bengali.search_key(text)


@given(BENGALI_TEXTS)
def test_canonically_equal_texts_have_one_key(text: str):
    spellings = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")} | {text}

    assert len({bengali.search_key(spelling) for spelling in spellings}) == 1


@given(st.text(max_size=60))
def test_any_text_at_all_has_a_key_of_clean_words(text: str):
    key = bengali.search_key(text)

    assert key == " ".join(key.split())
    assert "\0" not in key
    key.encode()


def test_trigrams_are_cut_as_postgresql_cuts_them():
    assert bengali.trigrams("cat") == {"  c", " ca", "cat", "at "}
    assert bengali.trigrams("") == frozenset()


def test_likeness_is_the_share_of_common_trigrams():
    word, words = bengali.trigrams("word"), bengali.trigrams("two words")

    assert bengali.likeness(word, words) == pytest.approx(4 / 11)
    assert bengali.likeness(word, word) == 1
    assert bengali.likeness(frozenset(), frozenset()) == 0


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("itna", "etna", True),
        ("itna", "itan", True),
        ("itna", "tina", True),
        ("itna", "itn", True),
        ("itna", "itnaa", True),
        ("itna", "xitna", True),
        ("itna", "itna", True),
        ("itna", "tian", False),
        ("itna", "it", False),
        ("itna", "etnx", False),
        ("itna", "tinax", False),
    ],
)
def test_one_slip_is_one_letter_more_or_less_mistaken_or_swapped(one: str, other: str, apart: bool):
    assert bengali.is_one_slip_apart(one, other) is apart
    assert bengali.is_one_slip_apart(other, one) is apart
