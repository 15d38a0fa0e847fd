"""Wards of towns in text messages: by town and number, in any order, and never another one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.places.models import Place, PlaceKind
from hmk_graph.texting import naming, wards
from hmk_graph.texting.errors import NoSuchWard, PlaceUnclear, WardUnclear
from hmk_graph.texting.understanding import plain_of
from tests.places import atlas as maps

FORMS = (
    "{en} ward {n}",
    "{bn} ওয়ার্ড {n}",
    "ward {n} {en}",
    "ওয়ার্ড {n} {bn}",
    "{n} নং ওয়ার্ড, {bn}",
    "{en} municipality, ward no. {n}",
    "{bn} পৌরসভা {n} নম্বর ওয়ার্ড",
)


@pytest.fixture(scope="module")
def map_url(postgres: str, template: str) -> Iterator[str]:
    """A database with all places, which tests only read."""
    with maps.loaded(postgres, template) as url:
        yield url


@pytest.fixture
async def country(map_url: str) -> AsyncIterator[None]:
    """The whole map."""
    async with maps.connected(map_url):
        yield


async def named(text: str) -> Place:
    return await naming.place_of(naming.words_of(plain_of(text)), None)


@given(st.sampled_from(FORMS), st.integers(0, 999), st.lists(st.sampled_from(["road", "bari"])))
def test_the_number_is_that_which_is_written(form: str, number: int, more: list[str]):
    words = naming.words_of(form.format(en="kishoreganj", bn="কিশোরগঞ্জ", n=number))

    wish = wards.asked([*words, *more])

    assert wish is not None
    assert wish.number == number


@given(st.lists(st.sampled_from(["ward", "no", "3", "4", "kishoreganj", "road"]), max_size=8))
def test_a_number_that_stands_elsewhere_or_beside_another_is_never_taken(words: list[str]):
    wish = wards.asked(words)

    if wish is None or wish.number is None:
        return
    taken = words[len(wish.before) : len(words) - len(wish.after)]
    assert [word for word in taken if word.isdecimal()] == [str(wish.number)]


async def test_every_ward_is_found_by_its_town_and_number_and_no_other(country: None):
    towns = await Place.filter(kind=PlaceKind.MUNICIPALITY).order_by("id")
    at = 0
    for town in towns:
        bn, en = town.name_bn.removesuffix(" পৌরসভা"), town.name_en.removesuffix(" Municipality")
        many = await Place.filter(parent_id=town.id, kind=PlaceKind.WARD).count()
        for number in range(1, many + 1):
            form, at = FORMS[at % len(FORMS)], at + 1
            ward = await named(form.format(en=en, bn=bn, n=number))
            assert (ward.parent_id, ward.facts["number"]) == (town.id, number), form
        with pytest.raises(NoSuchWard):
            await named(f"{en} ward {many + 1}")
    assert at > 0


@pytest.mark.parametrize("text", ["kishoreganj ward 0", "ward 99 kishoreganj", "ভৈরব ওয়ার্ড ১৩"])
async def test_a_ward_that_the_town_does_not_have_is_refused_by_its_name(country: None, text: str):
    with pytest.raises(NoSuchWard) as refused:
        await named(text)

    assert "Municipality has no ward" in refused.value.en
    assert "পৌরসভা" in refused.value.bn


@pytest.mark.parametrize(
    "text",
    ["kishoreganj ward", "ward kishoreganj", "ward 3", "ওয়ার্ড", "kishoreganj 3 ward 5", "ward"],
)
async def test_without_one_number_and_a_town_nothing_is_guessed(country: None, text: str):
    with pytest.raises(WardUnclear):
        await named(text)


async def test_a_ward_of_a_hospital_or_of_a_union_is_no_place(country: None):
    hospital = await named("karimganj hospital ward 3")
    with pytest.raises(PlaceUnclear):
        await named("ward 3 kishoreganj general hospital")
    union = await named("niamatpur karimganj ward 3")

    assert hospital.kind is not PlaceKind.WARD
    assert union.kind is PlaceKind.UNION
    with pytest.raises(PlaceUnclear):
        await named("ward 3 nowhere")
