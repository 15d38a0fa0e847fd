"""Bengali as people type it: one canonical spelling to keep, one key to look things up by.

Unicode has several spellings for what looks the same, keyboards know different ones, and people
hear no difference between some letters. What is stored and what is asked go through the same
functions.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Before Unicode 4.1 there was no letter for it: ta, hasant, zero width joiner.
OLD_KHANDA_TA = "\u09a4\u09cd\u200d"
KHANDA_TA = "\u09ce"
LETTER_A, SIGN_AA, LETTER_AA = "\u0985", "\u09be", "\u0986"
ZERO = ord("০")
BENGALI_DIGITS = str.maketrans({str(digit): chr(ZERO + digit) for digit in range(10)})

# Written inside a word, and no part of its sound: Cox's Bazar is found as "coxs bazar".
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`"))
# They choose how the character before them looks, as with emoji.
_VARIATION_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
# A vowel sign typed twice looks like one.
_DOUBLED_SIGN = re.compile("([\u09be-\u09cc])\\1+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")

# Letters that most people of the country do not hear apart (ণ/ন, শ/ষ/স), or often mistype. য় is
# only a glide between two vowels, and a vowel that stands alone is that glide with its sign:
# কুলিয়ারচর, কুলিআরচর. A canonical ড় ঢ় য় is two characters, so those come first.
_BENGALI_SOUNDS = (
    ("\u09a1\u09bc", "র"),
    ("\u09a2\u09bc", "র"),
    ("\u09af\u09bc", LETTER_A),
    ("\u09cd\u09af", ""),
    ("ণ", "ন"),
    ("ঞ", "ন"),
    ("শ", "স"),
    ("ষ", "স"),
    ("য", "জ"),
    ("ঙ", "ং"),
    ("ৎ", "ত"),
    ("\u09c0", "\u09bf"),
    ("\u09c2", "\u09c1"),
    (LETTER_AA, LETTER_A + SIGN_AA),
    ("ই", LETTER_A + "\u09bf"),
    ("ঈ", LETTER_A + "\u09bf"),
    ("উ", LETTER_A + "\u09c1"),
    ("ঊ", LETTER_A + "\u09c1"),
    ("এ", LETTER_A + "\u09c7"),
    ("ও", LETTER_A + "\u09cb"),
    ("\u09cd", ""),
    ("\u0981", ""),
    ("\u0983", ""),
)
# One Bengali name has many spellings in Latin letters: Kishoreganj, Kisorgonj; Tarail, Taraeel.
_LATIN_SOUNDS = (
    ("gonj", "ganj"),
    ("oreg", "org"),
    ("chh", "ch"),
    ("sh", "s"),
    ("ph", "f"),
    ("ee", "i"),
    ("oo", "u"),
    ("z", "j"),
    ("v", "bh"),
)


def canonical(text: str) -> str:
    """Return a text as it is stored and shown: NFC, without spaces around it.

    Joiners inside a word stay: they choose the shape of a conjunct. NFC writes ড় ঢ় য় as two
    characters and joins vowel signs that were typed in halves.
    """
    return unicodedata.normalize("NFC", text.replace(OLD_KHANDA_TA, KHANDA_TA)).strip()


def in_bengali_digits(text: str) -> str:
    """Return a text with its ASCII digits in Bengali."""
    return text.translate(BENGALI_DIGITS)


def search_key(text: str) -> str:
    """Return what a text is looked up by: its words, one space between them.

    All spellings of the same letters give the same key; different letters stay different. What
    holds no letter and no digit (signs, emoji, control characters) gives nothing.
    """
    folded = unicodedata.normalize("NFKC", canonical(text)).casefold()
    folded = folded.translate(_APOSTROPHES).translate(_VARIATION_SELECTORS)
    shown = "".join(map(_key_character, folded)).replace(LETTER_A + SIGN_AA, LETTER_AA)
    key = unicodedata.normalize("NFC", _DOUBLED_SIGN.sub(r"\1", shown))
    return " ".join(word for word in key.split() if any(map(str.isalnum, word)))


def _key_character(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind == "Cf":  # zero width: joiners, marks of direction, the byte order mark
        return ""
    return character if kind[0] in "LMN" else " "


@lru_cache(maxsize=16_384)
def sound_key(key: str) -> str:
    """Return a search key with letters that sound alike made equal.

    Only for ranking and for finding what was mistyped: ণ and ন can make two different words.
    """
    for spelled, heard in (*_BENGALI_SOUNDS, *_LATIN_SOUNDS):
        key = key.replace(spelled, heard)
    return _DOUBLED.sub(r"\1", key)


@lru_cache(maxsize=16_384)
def trigrams(key: str) -> frozenset[str]:
    """Return all runs of three characters in a key's words, as PostgreSQL's pg_trgm cuts them.

    Two spaces stand before a word and one behind it, so that beginnings weigh more than ends.
    """
    padded = [f"  {word} " for word in key.split()]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of trigrams have in common: 1 is all, 0 nothing."""
    return len(one & other) / (len(one | other) or 1)


def is_one_slip_apart(one: str, other: str) -> bool:
    """Say whether one character was added, left out, mistaken or swapped with its neighbor."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]
