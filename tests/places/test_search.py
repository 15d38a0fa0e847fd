"""Places by what people call them, in either script, with their slips."""

from __future__ import annotations

import random
import unicodedata

import pytest

from hmk_graph.places import finding, rules
from hmk_graph.places.errors import SizeOutOfRange, TextTooLong
from hmk_graph.places.models import Place, PlaceKind
from tests.places.atlas import statements

pytestmark = pytest.mark.usefixtures("atlas")

DISTRICT, NAMESAKE = "kishoreganj", "nilphamari-kishorganj"

# ASCII, Latin with accents, all up to Bengali, all of Unicode.
ENDS = (0x80, 0x250, 0xA00, 0x110000)


async def found(text: str, **limits: object) -> list[str]:
    """Return the slugs that a text finds."""
    return [place.slug for place in await finding.search(text, **limits)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Itna", "kishoreganj-itna"),
        ("ইটনা", "kishoreganj-itna"),
        ("iTNA ", "kishoreganj-itna"),
        ("ইটনা উপজেলা", "kishoreganj-itna"),
        ("Itna, Kishoreganj", "kishoreganj-itna"),
        ("Mithamoin", "kishoreganj-mithamain"),
        ("Kuliar Char", "kishoreganj-kuliarchar"),
        ("চৌগাঙ্গা", "kishoreganj-itna-chawganga"),
        ("হোসেনপুর পৌরসভা", "kishoreganj-hossainpur-municipality"),
        ("গরুর হাট", "kishoreganj-hossainpur-gorur-haat"),
        ("ঢাকা", "dhaka-division"),
        ("Comilla", "cumilla"),
        ("coxs bazar", "coxs-bazar"),
    ],
)
async def test_a_place_is_found_by_each_of_its_names(typed: str, slug: str):
    assert (await found(typed))[0] == slug


@pytest.mark.parametrize(
    "typed",
    ["Kishoreganj", "কিশোরগঞ্জ", "KISHOREGANJ", "Kisorganj", "কিশরগঞ্জ", "Kishorganj", "কিসোরগনজ"],
)
async def test_the_districts_own_places_come_before_their_namesake_in_nilphamari(typed: str):
    slugs = await found(typed, first=50)

    assert slugs[0] == DISTRICT
    assert slugs[1] == "kishoreganj-kishoreganj-sadar"
    assert slugs.index("kishoreganj-kishoreganj-sadar-municipality") < slugs.index(NAMESAKE)


async def test_with_its_district_the_namesake_comes_first():
    assert (await found("Kishorganj Nilphamari"))[0] == NAMESAKE
    assert (await found("কিশোরগঞ্জ, নীলফামারী"))[0] == NAMESAKE


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Etna", "kishoreganj-itna"),
        ("Itan", "kishoreganj-itna"),
        ("Karimgong", "kishoreganj-karimganj"),
        ("করিমগঞ্জের", "kishoreganj-karimganj"),
        ("কুলিআরচর", "kishoreganj-kuliarchar"),
        ("Vairab", "kishoreganj-bhairab"),
        ("পাকুন্দিআ", "kishoreganj-pakundia"),
        ("তারাইল", "kishoreganj-tarail"),
        ("নিকলি", "kishoreganj-nikli"),
        ("Hosainpur", "kishoreganj-hossainpur"),
    ],
)
async def test_slips_of_typing_are_forgiven(typed: str, slug: str):
    assert slug in (await found(typed))[:3]


async def test_nearly_every_name_of_the_district_is_found_with_one_slip():
    slips = random.Random(2026)
    places = await Place.filter(slug__startswith="kishoreganj-").order_by("slug")
    names = [
        (place.slug, name)
        for place in places[::2]
        for name in (place.name_bn, place.name_en)
        if len(name) > 4
    ]
    missed = []

    for slug, name in names:
        at = slips.randrange(1, len(name))
        typed = slips.choice([name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]])
        if slug not in await found(typed, first=10):
            missed.append((name, typed))

    assert len(missed) <= len(names) // 50, missed


async def test_every_name_of_the_map_finds_its_place_however_it_is_spelled():
    composed = {"\u09af\u09bc": "\u09df", "\u09a1\u09bc": "\u09dc", "\u09a2\u09bc": "\u09dd"}
    places = await Place.all().order_by("id")
    corpus = [place for place in places if any(two in place.name_bn for two in composed)]

    for place in corpus[::5]:
        typed = place.name_bn
        for two, one in composed.items():
            typed = typed.replace(two, one)
        in_parts = unicodedata.normalize("NFD", place.name_bn)
        answers = [await found(text, first=50) for text in (place.name_bn, typed, in_parts)]
        assert place.slug in answers[0]
        assert answers[0] == answers[1] == answers[2]
    assert len(corpus) > 100


async def test_what_is_stored_and_what_is_asked_pass_through_the_same_normalizer():
    for place in await Place.filter(kind=PlaceKind.UPAZILA).limit(100):
        asked = rules.asked_key(place.name_bn)

        assert asked in place.words.split("\n")
        assert set(rules.grams_of([asked])) <= set(place.grams)


@pytest.mark.parametrize(
    "typed", ["", " ", "\t\n", "\0", "🐄🐂", "...", "\u09bc", "%", "_", "\ud800"]
)
async def test_a_text_without_a_letter_finds_nothing(typed: str):
    assert await found(typed) == []


@pytest.mark.parametrize(
    "typed",
    ["a\0b", "'; DROP TABLE places_place; --", "{}", "\\", "%%", "1" * 100, "ক" * 100, "্য",
     "\u202eitna", "qwxz", "北京", "{itna}", '"itna"'],
)  # fmt: skip
async def test_odd_texts_are_texts_like_others(typed: str):
    assert isinstance(await found(typed), list)


async def test_any_text_at_all_is_answered():
    letters = random.Random(7)

    for _ in range(200):
        length = letters.randrange(30)
        typed = "".join(chr(letters.randrange(letters.choice(ENDS))) for _ in range(length))
        assert len(await found(typed, first=5)) <= 5


async def test_a_text_of_ten_kilobytes_is_refused():
    with statements() as sent, pytest.raises(TextTooLong) as refusal:
        await finding.search("ক" * 10_000)

    assert sent == []
    assert refusal.value.message_bn == "“text” ঘরের তথ্যটি ঠিক নেই: সর্বোচ্চ ১০০টি অক্ষর হতে পারে।"


@pytest.mark.parametrize("first", [0, -1, 51, 2**63])
async def test_a_list_of_none_or_too_many_is_refused(first: int):
    with pytest.raises(SizeOutOfRange):
        await finding.search("Itna", first=first)


async def test_only_the_kinds_asked_for_are_found():
    places = await finding.search("Itna", kinds=[PlaceKind.UNION, PlaceKind.HAAT])

    assert [place.kind for place in places] == [PlaceKind.UNION, PlaceKind.HAAT]
    assert await finding.search("Itna", kinds=[]) == []


@pytest.mark.parametrize(
    "typed",
    ["Ward 3 Bhairab", "bhairab ward 3", "৩ নং ওয়ার্ড, ভৈরব", "ভৈরব ৩ নং ওয়ার্ড", "ভৈরব ওয়ার্ড ৩"],
)
async def test_a_ward_is_found_by_its_number_and_town(typed: str):
    assert (await found(typed))[0] == "kishoreganj-bhairab-municipality-ward-3"


async def test_who_types_a_town_finds_it_before_its_wards():
    homes = [PlaceKind.UNION, PlaceKind.MUNICIPALITY, PlaceKind.WARD]

    for town in ("ভৈরব", "Kishoreganj"):
        kinds = [place.kind for place in await finding.search(town, kinds=homes, first=8)]
        assert kinds.index(PlaceKind.MUNICIPALITY) < kinds.index(PlaceKind.WARD)


async def test_only_what_lies_within_is_found():
    nilphamari = await Place.get(slug="nilphamari")

    assert await found("কিশোরগঞ্জ", within=nilphamari.id) == [NAMESAKE]
    assert await found("কিশোরগঞ্জ", within=0) == []


async def test_as_many_are_found_as_were_asked_for():
    two, twenty = await found("ক", first=2), await found("ক", first=20)

    assert two == twenty[:2]
    assert len(twenty) == 20


async def test_a_search_takes_two_statements():
    with statements() as one:
        await finding.search("ক", first=1)
    with statements() as fifty:
        await finding.search("ক", first=50)

    assert len(one) == len(fifty) == 2
