"""How a place is told by a name: which keys it has, and which match is the better one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from hmk_graph import bengali
from hmk_graph.geo import Point
from hmk_graph.places.errors import NotOnEarth, SizeOutOfRange, TextTooLong
from hmk_graph.places.models import PlaceKind

HOME_DISTRICT = "kishoreganj"
# The longest name of a place has 40 characters; with its parents somebody may write twice that.
LONGEST_TEXT = 100
MOST_FOUND = 50
# With fewer common trigrams a name has nothing to do with the text (the default of pg_trgm).
LEAST_LIKENESS = 0.3
# A single slip leaves few trigrams of a short name, and is likelier than another name. In words of
# three letters it is not: there every second word is one slip from the next.
SLIP_LIKENESS = 0.6
SHORTEST_SLIPPED = 4
FARTHEST_NORTH, FARTHEST_EAST = 90, 180

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_SLUG = 120

KIND_WORDS: dict[PlaceKind, tuple[str, ...]] = {
    PlaceKind.DIVISION: ("বিভাগ", "division"),
    PlaceKind.DISTRICT: ("জেলা", "district", "zila"),
    PlaceKind.UPAZILA: ("উপজেলা", "থানা", "upazila", "upazilla", "thana"),
    PlaceKind.UNION: ("ইউনিয়ন", "union"),
    PlaceKind.MUNICIPALITY: ("পৌরসভা", "municipality", "pourashava"),
    PlaceKind.WARD: ("ওয়ার্ড", "ward"),
    PlaceKind.HAAT: ("হাট", "haat"),
}
_TOP_DOWN = list(PlaceKind)


class Match(IntEnum):
    """How a name answers a text, the best first."""

    EXACT = 0
    PREFIX = 1
    WITHIN = 2
    ALIKE = 3


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A place that shares a trigram with the text. `words` are as `written_words` wrote them."""

    id: int
    kind: PlaceKind
    slug: str
    words: str
    at_home: bool


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A key in the three forms that are compared."""

    key: str
    sound: str
    solid: str
    grams: frozenset[str]


@dataclass(frozen=True, kw_only=True, order=True)
class Likeness:
    """How well one name answers. The smallest is the best."""

    match: Match
    respelled: bool
    unlike: float


def point_at(lat: float, lng: float) -> Point:
    """Return the point of two degrees.

    Raises:
        NotOnEarth: One of them is out of range, or no number.
    """
    for name, degrees, farthest in (("lat", lat, FARTHEST_NORTH), ("lng", lng, FARTHEST_EAST)):
        if not -farthest <= degrees <= farthest:
            raise NotOnEarth(name, farthest=farthest)
    return Point(lat, lng)


def is_slug(text: str) -> bool:
    """Say whether a text is spelled like a slug; nothing else needs to be looked up."""
    return len(text) <= _LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def asked_key(text: str) -> str:
    """Return the key of a text that somebody searches by. Empty: it holds no word.

    Raises:
        TextTooLong: It has more than LONGEST_TEXT characters.
    """
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(longest=LONGEST_TEXT)
    return bengali.search_key(text)


def page_size(first: int, *, largest: int) -> int:
    """Return how many places to answer with.

    Raises:
        SizeOutOfRange: It is not between 1 and `largest`.
    """
    if not 1 <= first <= largest:
        raise SizeOutOfRange(largest=largest)
    return first


def written_words(names: Sequence[str], *, kind: PlaceKind, parents: Sequence[str]) -> str:
    """Return a place's keys as they are stored: its names, an empty line, its names at length.

    At length means with the word for its kind or with its parent: "Itna upazila", "Itna
    Kishoreganj".
    """
    short = _unique(map(bengali.search_key, names))
    tails = [bengali.search_key(tail) for tail in (*KIND_WORDS[kind], *parents)]
    at_length = [f"{name} {tail}" for name in short for tail in tails if _same_script(name, tail)]
    return "\n".join(short) + "\n\n" + "\n".join(_unique(at_length))


def grams_of(names: Iterable[str]) -> list[str]:
    """Return the trigrams by which a place or a text is looked up, in a fixed order."""
    shapes = [shape(bengali.search_key(name)) for name in names]
    return sorted({gram for one in shapes for gram in one.grams})


def ranked(asked: str, candidates: Iterable[Candidate]) -> list[int]:
    """Return the ids of the candidates that answer a key, the best first.

    Exact comes before beginning, beginning before part, part before merely alike. A place outside
    the home district stands one step lower: who types "Kishoreganj" here means the district and its
    town, and only then the upazila of that name in Nilphamari. Letters that sound alike count as
    equal; of two such names the one that is spelled as asked comes first.
    """
    wanted = shape(asked)
    order = []
    for candidate in candidates:
        best = _likeness(wanted, candidate.words)
        if best is not None:
            away = not candidate.at_home
            depth = _TOP_DOWN.index(candidate.kind)
            place = (best.match + away, away, best, depth, candidate.slug)
            order.append((place, candidate.id))
    return [place_id for _, place_id in sorted(order)]


def _likeness(wanted: Shape, words: str) -> Likeness | None:
    """Return how well a place's best name answers, or None if none does."""
    short, _, at_length = words.partition("\n\n")
    names = [shape(name) for name in short.split("\n")]
    found = [_compare(wanted, name) for name in names]
    # A parent's name is no name of the place: at length a name answers only if it was written so.
    if any(wanted.solid.startswith(name.solid) for name in names):
        written = (shape(name) for name in at_length.split("\n"))
        found += [_compare(wanted, name) for name in written if name.solid.startswith(wanted.solid)]
    best = min(found)
    too_far = best.match is Match.ALIKE and best.unlike > 1 - LEAST_LIKENESS
    return None if too_far else best


def _compare(wanted: Shape, name: Shape) -> Likeness:
    match = _match(wanted, name)
    alike = bengali.likeness(wanted.grams, name.grams)
    if match is Match.ALIKE and alike < SLIP_LIKENESS and _is_slip(wanted.solid, name.solid):
        alike = SLIP_LIKENESS
    return Likeness(match=match, respelled=wanted.key not in name.key, unlike=1 - alike)


def _is_slip(asked: str, name: str) -> bool:
    long_enough = min(len(asked), len(name)) >= SHORTEST_SLIPPED
    return long_enough and bengali.is_one_slip_apart(asked, name)


def _match(wanted: Shape, name: Shape) -> Match:
    if name.solid == wanted.solid:
        return Match.EXACT
    if name.solid.startswith(wanted.solid):
        return Match.PREFIX
    words = name.sound.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.sound.split()):
        return Match.WITHIN
    return Match.WITHIN if wanted.solid in name.solid else Match.ALIKE


@lru_cache(maxsize=16_384)
def shape(key: str) -> Shape:
    """Return the forms of a key; kept, because the same names are compared with every text."""
    sound = bengali.sound_key(key)
    return Shape(key=key, sound=sound, solid=sound.replace(" ", ""), grams=bengali.trigrams(sound))


def _unique(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))


def _same_script(one: str, other: str) -> bool:
    return one.isascii() == other.isascii()
