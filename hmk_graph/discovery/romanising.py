"""The bones of a word: what is left of it in both scripts when people spell it as they hear it.

গরু is written goru, garu, gorhu; ডাক্তার is written daktar or doctor. Latin letters have no spelling of
Bengali that people keep to, but they agree about the consonants and about i and u. So the bones of
a word are those, in one small alphabet: গরু, goru and garu are all "gru", গাড়ি and gari are "gri".

What it cannot do: a, o and e at the end are gone, so words that differ by them alone are one
(ঘর, ঘোড়া: "gr"); aspirates and the two rows of t and d are one (কাটা, খাতা: "kt"); English that is
spelled otherwise than it sounds (knife, laugh) has other bones than its Bengali spelling. Bones
therefore only find and rank; a text in its own script always counts for more.
"""

from __future__ import annotations

import re
from functools import lru_cache

HASANT, NUKTA, SIGN_E = "\u09cd", "\u09bc", "\u09c7"
# Clusters that are said otherwise than their letters, and letters written with a dot below. The
# second part of স্ব and দ্ব is silent; after ম, ব and ল it is said.
_CLUSTERS = (
    ("ক" + HASANT + "ষ", "k"),
    ("জ" + HASANT + "ঞ", "g"),
    ("ড" + NUKTA, "r"),
    ("ঢ" + NUKTA, "r"),
    ("য" + NUKTA, ""),
    (HASANT + "য", ""),
)
_SILENT_B = re.compile(f"(?<![মবল]){HASANT}ব")
_LETTERS = str.maketrans(
    {
        letter: bone
        for letters, bone in (
            ("কখ", "k"),
            ("গঘ", "g"),
            ("ঙং", "ng"),
            ("চছ", "c"),
            ("জঝয", "j"),
            ("ঞণন", "n"),
            ("টঠতথৎ", "t"),
            ("ডঢদধ", "d"),
            ("প", "p"),
            ("ফ", "f"),
            ("বভ", "b"),
            ("ম", "m"),
            ("র", "r"),
            ("ল", "l"),
            ("শষস", "s"),
            ("হ", "h"),
            ("ইঈএঐিীেৈ", "i"),
            ("উঊঔুূৌ", "u"),
            ("ঋৃ", "ri"),
        )
        for letter in letters
    }
)
# Longest first; the capital keeps what "ch" says from what a single c says.
_SPELLINGS = (
    ("chh", "C"),
    ("ch", "C"),
    ("ck", "k"),
    ("sh", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("jh", "j"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("bh", "b"),
    ("rh", "r"),
    ("oo", "u"),
    ("ea", "i"),
    ("x", "ks"),
    ("q", "k"),
    ("z", "j"),
    ("v", "b"),
)
_SOFT_C = re.compile("c(?=[eiy])")
_FINAL_Y = re.compile("(?<=[^aeiou])y$")
_NO_BONE = re.compile("[^b-df-np-vxz0-9]")
_VOWELS = str.maketrans({"e": "i", "c": "k", "C": "c", **dict.fromkeys("aowy", "")})
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=16_384)
def bones(word: str) -> str:
    """Return the bones of one word of a search key; empty if it has none."""
    left = _NO_BONE.sub("", _latin(word) if word.isascii() else _bengali(word))
    # A number keeps its digits: 1100 is not 10.
    return left if left.isdigit() else _TWICE.sub(r"\1", left)


def _bengali(word: str) -> str:
    word = word.removesuffix(SIGN_E)
    for cluster, bone in _CLUSTERS:
        word = word.replace(cluster, bone)
    return _SILENT_B.sub("", word).translate(_LETTERS)


def _latin(word: str) -> str:
    # First, while the e at the end of "ambulance" still softens its c.
    word = _SOFT_C.sub("s", word)
    word = word.removesuffix("e") if len(word) > 1 else word
    for spelling, bone in _SPELLINGS:
        word = word.replace(spelling, bone)
    return _FINAL_Y.sub("i", word).translate(_VOWELS)
