"""Which ward of a municipality the words of a message name: its number and its town, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hmk_graph import bengali
from hmk_graph.places import finding, rules
from hmk_graph.places.models import Place, PlaceKind
from hmk_graph.texting import slips
from hmk_graph.texting.errors import NoSuchWard, PlaceUnclear, WardUnclear

WARD = frozenset(map(bengali.search_key, ("ward", "ওয়ার্ড", "ওয়ার্ডে", "ওয়ার্ডের")))
NUMBER = frozenset(map(bengali.search_key, ("no", "number", "nong", "নং", "নম্বর", "নাম্বার")))
# Their wards are none of a town's.
HOSPITAL = frozenset(
    map(bengali.search_key, ("hospital", "clinic", "medical", "হাসপাতাল", "ক্লিনিক", "মেডিকেল"))
)
MOST_TOWN_WORDS = 3


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A ward as it is written. `number` is None unless exactly one stands beside the word.

    `before` are the words before all that, `after` those after it: the town is one of the two.
    """

    number: int | None
    before: tuple[str, ...]
    after: tuple[str, ...]


def asked(words: Sequence[str]) -> Asked | None:
    """Return the ward that some search keys name, or None where none is spoken of."""
    spoken = next((at for at, word in enumerate(words) if word in WARD), None)
    if spoken is None:
        return None
    begin, end = spoken, spoken + 1
    earlier = later = None
    while begin and words[begin - 1] in NUMBER:
        begin -= 1
    if begin and words[begin - 1].isdecimal():
        begin -= 1
        earlier = words[begin]
    while end < len(words) and words[end] in NUMBER:
        end += 1
    if end < len(words) and words[end].isdecimal():
        later = words[end]
        end += 1
    numbers = [number for number in (earlier, later) if number is not None]
    return Asked(
        number=int(numbers[0]) if len(numbers) == 1 else None,
        before=tuple(words[:begin]),
        after=tuple(words[end:]),
    )


async def ward_of(words: Sequence[str]) -> Place | None:
    """Return the ward that some search keys name, or None if they name none of a municipality's.

    Nothing is guessed: a ward of a hospital or of a union is no place of ours.

    Raises:
        WardUnclear: A town's ward is meant, but not by one number, or of no town.
        PlaceUnclear: Several towns are called so.
        NoSuchWard: The town has no ward of that number.
    """
    wish = asked(words)
    if wish is None:
        return None
    town = await _town(wish)
    if town is None:
        if wish.before or wish.after:
            return None
        raise WardUnclear
    if wish.number is None:
        raise WardUnclear
    wards = await finding.children(town.id, kinds=[PlaceKind.WARD])
    for ward in wards:
        if ward.facts["number"] == wish.number:
            return ward
    raise NoSuchWard(town, wish.number, most=len(wards))


async def _town(wish: Asked) -> Place | None:
    """Return the town that stands right before the ward, or begins what follows it."""
    if wish.before:
        return await _called(" ".join(wish.before))
    for many in range(min(len(wish.after), MOST_TOWN_WORDS), 0, -1):
        town = await _called(" ".join(wish.after[:many]))
        if town is not None:
            return None if HOSPITAL.intersection(wish.after[many : many + 2]) else town
    return None


async def _called(text: str) -> Place | None:
    district = await finding.by_slug(rules.HOME_DISTRICT)
    if district is None or len(text) > rules.LONGEST_TEXT:
        return None
    towns = await Place.filter(kind=PlaceKind.MUNICIPALITY, path__contains=[district.id])
    solid = rules.shape(text).solid
    found = [town for town in towns if solid in _names(town)]
    if not found and not await slips.is_called(text):
        found = [town for town in towns if any(slips.is_slip(solid, n) for n in _names(town))]
    if len(found) > 1:
        raise PlaceUnclear
    return found[0] if found else None


def _names(town: Place) -> set[str]:
    """Return how a town may be called: the word municipality is mostly left out."""
    kind = set(map(bengali.search_key, rules.KIND_WORDS[PlaceKind.MUNICIPALITY]))
    names = [bengali.search_key(name) for name in (town.name_bn, town.name_en, *town.aliases)]
    short = [" ".join(word for word in name.split() if word not in kind) for name in names]
    return {rules.shape(name).solid for name in (*names, *short)}
