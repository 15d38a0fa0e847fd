"""How a thing is found by a text: which trigrams it has, and what counts how much in the order.

Of each word of a text two sets of trigrams are looked for: how it sounds in its own script, and its
bones (`romanising.py`), which are the same in both. The better answer of the two counts, and every
word has to be answered. Letters that sound alike are equal here and nowhere else: what is stored
keeps ণ apart from ন, and of two things that sound the same the one spelled as asked comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from hmk_graph import bengali
from hmk_graph.discovery.romanising import bones
from hmk_graph.places.rules import asked_key

# Words past this many are not looked at; nobody names a thing by more.
MOST_WORDS = 8
# Of a thousand: less of a word in a thing, and the thing has nothing to do with it. Half of গরু is
# in গরম, and not more.
LEAST_SHARE = 550
# A word in the other script, or spelled by ear, is a guess.
BONES_COUNT = 900
# What the order is made of, beside up to 1000 for the text. A thing at NEAR_M counts half of
# NEARNESS, one confirmed FRESH_D days ago half of FRESHNESS.
SPELLED_AS_ASKED, BEGINS_AS_ASKED = 200, 100
NEARNESS, NEAR_M = 300, 5_000
FREE_NOW = 150
FRESHNESS, FRESH_D = 100, 14

BONE = "~"
# Case endings, articles and plurals, longest first. A word is found with them and without.
_ENDINGS = (
    *("গুলোকে", "গুলোর", "গুলোতে", "গুলিকে", "গুলির", "গুলো", "গুলি", "দেরকে", "দের", "রাও"),
    *("টির", "টিকে", "টার", "টাকে", "খানা", "খানি", "টি", "টা", "ের", "কে", "তে", "রা", "র", "ে"),
)
_SHORTEST_STEM = 2


@dataclass(frozen=True, kw_only=True)
class Sought:
    """A word as it is looked for: trigrams of how it sounds, and of its bones, after a ~.

    `telling` holds trigrams of which every word that answers it has one.
    """

    heard: list[str]
    bones: list[str]
    telling: list[str]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A text as it is looked for: its key, and each of its words."""

    key: str = ""
    words: list[Sought] = field(default_factory=list)


def asked(text: str) -> Asked:
    """Return what a text looks for; a text without a letter or a digit looks for everything.

    Raises:
        TextTooLong: It has more characters than anybody types into a search.
    """
    words = asked_key(text).split()[:MOST_WORDS]
    return Asked(key=" ".join(words), words=[_sought(stem(word)) for word in words])


def _sought(word: str) -> Sought:
    grams = grams_of(word)
    return Sought(
        heard=[gram for gram in grams if not gram.startswith(BONE)],
        bones=[gram for gram in grams if gram.startswith(BONE)],
        telling=telling(word),
    )


def written(names: Iterable[str]) -> str:
    """Return the names of a thing as they are stored: each key once, a space around it."""
    keys = dict.fromkeys(map(bengali.search_key, names))
    return "".join(f" {key} \n" for key in keys if key)


def vocabulary(words: str) -> list[tuple[str, bool]]:
    """Return what stands in stored names: each word, and (True) each two neighbors as one."""
    names = [line.split() for line in words.splitlines()]
    one = {(word, False) for name in names for word in name}
    two = {(left + right, True) for name in names for left, right in pairwise(name)}
    return sorted(one | two)


def grams_in(word: str) -> list[str]:
    """Return the trigrams by which a word is found, with its ending and without, in an order."""
    return sorted({gram for form in (word, stem(word)) for gram in grams_of(form)})


@lru_cache(maxsize=16_384)
def grams_of(word: str) -> Sequence[str]:
    """Return the trigrams of how a word sounds and, after a ~, of its bones."""
    heard = sorted(bengali.trigrams(bengali.sound_key(word)))
    left = sorted(bengali.trigrams(bones(word)))
    return (*heard, *(BONE + gram for gram in left))


def stem(word: str) -> str:
    """Return a word of a key without its ending; only for finding, never shown."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def telling(word: str) -> list[str]:
    """Return the fewest and rarest trigrams of which every word that answers a word has one.

    If h of n have to be there, one of any n - h + 1 is. Those inside a word are rarer than those at
    its ends, and how it begins every tenth word shares.
    """
    heard = [gram for gram in grams_of(word) if not gram.startswith(BONE)]
    left = [gram for gram in grams_of(word) if gram.startswith(BONE)]
    return [*_rarest(heard, counting=1000), *_rarest(left, counting=BONES_COUNT)]


def _rarest(grams: Sequence[str], *, counting: int) -> list[str]:
    fewest = -(-LEAST_SHARE * len(grams) // counting)
    return sorted(grams, key=lambda gram: (gram.count(" "), gram))[: len(grams) - fewest + 1]
