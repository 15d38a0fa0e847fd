"""The small language of text messages, in Bengali and English: pure functions of the text.

price electrician niamatpur      দাম ইলেকট্রিশিয়ান নিয়ামতপুর
blood B+ 2 karimganj hospital    রক্ত বি+ ২ করিমগঞ্জ হাসপাতাল
ambulance niamatpur bazar        অ্যাম্বুলেন্স নিয়ামতপুর বাজার
ambulance kishoreganj ward 3     অ্যাম্বুলেন্স কিশোরগঞ্জ ওয়ার্ড ৩
bid 1024 85000                   ডাক ১০২৪ ৮৫০০০
help                             সাহায্য
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hmk_graph import bengali
from hmk_graph.blood.models import BloodGroup

LONGEST = 500
# More digits than any lot's number, any price, or any need of blood will ever have.
MOST_LOT_DIGITS, MOST_TAKA_DIGITS, MOST_UNIT_DIGITS = 15, 9, 3

Verb = Literal["price", "blood", "ambulance", "bid", "help"]


@dataclass(frozen=True, kw_only=True)
class Price:
    """What does a service cost? `words`: the service, then the place, as search keys."""

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Blood:
    """Somebody needs `units` of a group. `where`: the place, then the hospital and the ward."""

    group: BloodGroup
    units: int
    where: str


@dataclass(frozen=True, kw_only=True)
class Ambulance:
    """Somebody needs an ambulance. `where`: the place, then how to find it."""

    where: str


@dataclass(frozen=True, kw_only=True)
class Bid:
    """An offer of whole taka on a lot, by its number."""

    lot: int
    taka: int


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """It was not understood; `verb` is what it began with, None if that is unknown, too."""

    verb: Verb | None


@dataclass(frozen=True, kw_only=True)
class Help:
    """What can be written?"""


Wish = Price | Blood | Ambulance | Bid | Help | Unclear

_SPELLED: Mapping[Verb, tuple[str, ...]] = {
    "price": ("price", "rate", "dam", "dor", "দাম", "দর", "মূল্য", "রেট", "ভাড়া"),
    "blood": ("blood", "rokto", "rakta", "রক্ত", "ব্লাড"),
    "ambulance": (
        *("ambulance", "ambulanc", "ambulence", "amb"),
        *("অ্যাম্বুলেন্স", "এ্যাম্বুলেন্স", "এম্বুলেন্স", "আম্বুলেন্স", "অ্যাম্বুলেন্", "এম্বুলেন্"),
    ),
    "bid": ("bid", "dak", "ডাক", "বিড"),
    "help": ("help", "info", "sahajjo", "সাহায্য", "হেল্প", "নিয়ম"),
}
VERBS: Mapping[str, Verb] = {
    bengali.search_key(spelling): verb
    for verb, spellings in _SPELLED.items()
    for spelling in spellings
}
# What people write around the two numbers of a bid.
_AROUND = frozenset(
    map(bengali.search_key, ("lot", "no", "nr", "tk", "taka", "লট", "নং", "নম্বর", "টাকা", "টাকায়"))
)
_GROUP = re.compile(
    r"(?P<abo>ab|a|b|o|0|এবি|এ|বি|ও)\s*\(?\s*"
    r"(?P<rh>\+\s*ve|-\s*ve|\+|-|positive|negative|pos|neg|পজিটিভ|নেগেটিভ|পজেটিভ|নেগেটিব)\s*\)?"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_ABO = {"এবি": "AB", "এ": "A", "বি": "B", "ও": "O", "0": "O"}
_UNITS = re.compile(
    rf"\s*,?\s*(?P<units>[0-9]{{1,{MOST_UNIT_DIGITS}}})(?![0-9])\s*(?:bags?|units?|ব্যাগ|ইউনিট)?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9])")
_SPACES = re.compile(r"\s+")
# Typed for a minus by phones that know better.
_MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-", "＋": "+"})


def understood(text: str) -> Wish:
    """Return what a message wants; whatever is written, there is an answer."""
    plain = plain_of(text)
    verb_text, _, rest = plain.partition(" ")
    verb = VERBS.get(bengali.search_key(verb_text))
    rest = rest.strip()
    if verb == "help":
        return Help()
    if verb == "ambulance":
        return Ambulance(where=rest)
    if verb == "price":
        words = tuple(bengali.search_key(rest).split())
        return Price(words=words) if words else Unclear(verb=verb)
    if verb == "blood":
        return _blood(rest)
    if verb == "bid":
        return _bid(rest)
    return Unclear(verb=None)


def plain_of(text: str) -> str:
    """Return a text in one line, in canonical letters, its digits in ASCII."""
    shown = "".join(map(_plain_character, bengali.canonical(text[:LONGEST])))
    return _SPACES.sub(" ", shown).strip()


def is_bengali(text: str) -> bool:
    """Say whether somebody writes Bengali: one letter of it is enough, and so is none of Latin."""
    if any("\u0980" <= character <= "\u09ff" for character in text):
        return True
    return not any(character.isascii() and character.isalpha() for character in text)


def _plain_character(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind[0] in "CZ":  # a phone's line breaks, marks of direction, what has no shape at all
        return character if character in "\u200c\u200d" else " "
    return character.translate(_MINUS)


def _blood(rest: str) -> Blood | Unclear:
    found = _GROUP.match(rest)
    if found is None:
        return Unclear(verb="blood")
    abo = found["abo"].upper()
    rh = "POS" if found["rh"][0] in "+pPপ" else "NEG"
    where, units = rest[found.end() :], 1
    counted = _UNITS.match(where)
    if counted is not None:
        where, units = where[counted.end() :], int(counted["units"])
    group = BloodGroup(f"{_ABO.get(abo, abo)}_{rh}")
    return Blood(group=group, units=units, where=where.strip(" ,.;।"))


def _bid(rest: str) -> Bid | Unclear:
    words = bengali.search_key(_GROUPED.sub("", rest)).split()
    numbers = [word for word in words if word not in _AROUND]
    if len(numbers) != 2 or not all(number.isascii() and number.isdigit() for number in numbers):
        return Unclear(verb="bid")
    lot, taka = numbers
    if len(lot) > MOST_LOT_DIGITS or len(taka) > MOST_TAKA_DIGITS:
        return Unclear(verb="bid")
    return Bid(lot=int(lot), taka=int(taka))
