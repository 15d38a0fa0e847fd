"""Which of two places answers a name better; which points there are; what is owed to whom."""

from __future__ import annotations

import pytest

from hmk_graph.places import queries, rules
from hmk_graph.places.errors import NotOnEarth
from hmk_graph.places.models import PlaceKind
from hmk_graph.places.rules import Candidate


def candidate(slug: str, *names: str, at_home: bool = True, number: int = 1) -> Candidate:
    """Return an upazila with these names."""
    words = rules.written_words(names, kind=PlaceKind.UPAZILA, parents=["Kishoreganj"])
    return Candidate(id=number, kind=PlaceKind.UPAZILA, slug=slug, words=words, at_home=at_home)


def test_exact_comes_before_beginning_before_part_before_alike():
    alike = candidate("alike", "Badlo Para", number=4)
    part = candidate("part", "Char Badla", number=3)
    beginning = candidate("beginning", "Badlapur", number=2)
    exact = candidate("exact", "Badla", number=1)

    assert rules.ranked("badla", [alike, part, beginning, exact]) == [1, 2, 3, 4]


def test_a_namesake_elsewhere_stands_one_step_lower():
    away = candidate("away", "Badla", at_home=False, number=1)
    at_home = candidate("home", "Badlapur", number=2)
    part_at_home = candidate("part", "Char Badla", number=3)

    assert rules.ranked("badla", [away, part_at_home, at_home]) == [2, 1, 3]


def test_of_two_that_sound_alike_the_one_spelled_as_asked_comes_first():
    with_n, with_other_n = candidate("b", "বানপুর", number=1), candidate("a", "বাণপুর", number=2)

    assert rules.ranked(rules.asked_key("বানপুর"), [with_n, with_other_n]) == [1, 2]
    assert rules.ranked(rules.asked_key("বাণপুর"), [with_n, with_other_n]) == [2, 1]


def test_a_name_that_has_nothing_in_common_is_no_answer():
    assert rules.ranked("badla", [candidate("x", "Nikli")]) == []


def test_a_parents_name_does_not_find_its_children():
    assert rules.ranked("kishoreganj", [candidate("x", "Nikli")]) == []
    assert rules.ranked("nikli kishoreganj", [candidate("x", "Nikli")]) == [1]


@pytest.mark.parametrize(
    ("lat", "lng", "name"),
    [(90.5, 0, "lat"), (-91, 0, "lat"), (0, 181, "lng"), (float("nan"), 0, "lat")],
)
def test_a_point_off_the_earth_is_refused_in_both_languages(lat: float, lng: float, name: str):
    with pytest.raises(NotOnEarth) as refusal:
        rules.point_at(lat, lng)

    assert refusal.value.params["name"] == name
    assert "degrees" in refusal.value.message_en
    assert "ডিগ্রি" in refusal.value.message_bn


def test_what_has_to_be_shown_is_named():
    owed = {one.license: one.notice for one in queries.attributions()}

    assert owed["ODbL 1.0"] == "© OpenStreetMap contributors"
    assert "geoBoundaries" in owed["CC BY 4.0"]
    assert "Nuhil Mehdy" in owed["MIT"]
