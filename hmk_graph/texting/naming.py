"""Which place and which service the words of a message name, slips and sounds forgiven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from hmk_graph import bengali
from hmk_graph.geo import Point
from hmk_graph.haat import species
from hmk_graph.places import finding, rules
from hmk_graph.places.models import Place, PlaceKind
from hmk_graph.services import categories
from hmk_graph.texting import slips, wards
from hmk_graph.texting.errors import PlaceUnclear, ServiceUnclear

PLACES = (PlaceKind.UNION, PlaceKind.MUNICIPALITY, PlaceKind.UPAZILA, PlaceKind.DISTRICT)
# A union with its upazila, each of two words.
MOST_PLACE_WORDS = 4
T = TypeVar("T")


async def place_of(words: Sequence[str], home_id: int | None) -> Place:
    """Return the place that the first of some words name, or without words where somebody lives.

    Help goes to that place, so nothing is guessed: the words are its name, or a slip away from it.

    Raises:
        PlaceUnclear: No place is called so, several are, or nobody knows where the sender lives.
    """
    ward = await wards.ward_of(words)
    if ward is not None:
        return ward
    for many in range(min(len(words), MOST_PLACE_WORDS), 0, -1):
        found = await _called(" ".join(words[:many]))
        if found and (len(found) == 1 or found[0].kind != found[1].kind):
            return found[0]
        if found:
            raise PlaceUnclear
    home = None if words or home_id is None else await finding.get(home_id)
    if home is None:
        raise PlaceUnclear
    return home


async def category_of(words: Sequence[str]) -> tuple[str, str, str, Sequence[str]]:
    """Return the service or animal that the first of some words name: slug, Bengali and English.

    The words after its name come last.

    Raises:
        ServiceUnclear: Nothing is called so.
    """
    kinds = [(one.slug, one.name_bn, one.name_en) for one in await categories.known()]
    kinds += [(one.slug, one.name_bn, one.name_en) for one in species.all_species().values()]
    names = [(spelling, kind) for kind in kinds for spelling in kind]
    for many in range(len(words), 0, -1):
        found = _spelled(" ".join(words[:many]), names)
        if found is not None:
            return (*found, words[many:])
    raise ServiceUnclear


def words_of(text: str) -> list[str]:
    """Return the words of a text, as names are looked up by."""
    return bengali.search_key(text).split()


async def point_of(place: Place) -> Point | None:
    """Return where a place is on the map, or else the smallest one around it that is."""
    around = {one.id: one for one in await Place.filter(id__in=list(place.path))}
    for place_id in reversed(place.path):
        one = around.get(place_id)
        if one is not None and one.lat is not None and one.lng is not None:
            return Point(one.lat, one.lng)
    return None


def full_name(place: Place, parent: Place | None) -> tuple[str, str]:
    """Return how a place is called so that nobody mistakes it, in Bengali and in English."""
    if parent is None or place.kind not in (PlaceKind.UNION, PlaceKind.MUNICIPALITY):
        return place.name_bn, place.name_en
    return f"{place.name_bn}, {parent.name_bn}", f"{place.name_en}, {parent.name_en}"


async def _called(text: str) -> list[Place]:
    """Return the places of the home district that are called so, the best first.

    What another place of the country is called is no slip: Dhaka is not the union of Dhaki.
    """
    district = await finding.by_slug(rules.HOME_DISTRICT)
    if district is None or len(text) > rules.LONGEST_TEXT:
        return []
    asked = rules.shape(bengali.search_key(text)).solid
    like = await finding.search(text, kinds=PLACES, within=district.id, first=slips.MOST_LIKE_IT)
    exactly = [place for place in like if asked in slips.solid_names(place)]
    if exactly:
        return exactly
    if await slips.is_called(text):
        return []
    return [
        place
        for place in like
        if any(slips.is_slip(asked, name) for name in slips.solid_names(place))
    ]


def _spelled(key: str, names: Iterable[tuple[str, T]]) -> T | None:
    asked = rules.shape(key).solid
    solid = [(rules.shape(bengali.search_key(spelling)).solid, one) for spelling, one in names]
    exact = next((one for spelling, one in solid if spelling == asked), None)
    if exact is not None:
        return exact
    return next((one for spelling, one in solid if slips.is_slip(asked, spelling)), None)
