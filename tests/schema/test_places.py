"""The map as clients see it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from schema import limits, scalars
from schema.errors import Schema
from schema.loaders import FreshLoaders
from schema.places import PlaceQuery
from tests.places import atlas as maps
from tests.schema.toy import context

SCHEMA = Schema(
    PlaceQuery, config=scalars.config(), extensions=[*limits.extensions(), FreshLoaders]
)


@pytest.fixture(scope="module")
def atlas_url(postgres: str, template: str) -> Iterator[str]:
    """The address of a database with all places; nobody writes to it."""
    with maps.loaded(postgres, template) as url:
        yield url


@pytest.fixture(autouse=True)
async def atlas(atlas_url: str) -> AsyncIterator[str]:
    """The map, with Tortoise connected to it."""
    async with maps.connected(atlas_url) as url:
        yield url


async def asked(query: str, **variables: Any) -> dict[str, Any]:
    """Return the data that answer a query."""
    result = await SCHEMA.execute(query, variable_values=variables, context_value=context())
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


async def refusal(query: str, **variables: Any) -> dict[str, Any]:
    """Return the extensions of the one error that answers a query."""
    result = await SCHEMA.execute(query, variable_values=variables, context_value=context())
    assert result.errors is not None
    (error,) = result.errors
    assert error.extensions is not None
    return dict(error.extensions)


async def test_a_place_tells_all_that_is_known_of_it():
    answer = await asked(
        """{ place(slug: "kishoreganj-mithamain") {
            kind slug nameBn nameEn bn: name en: name(language: EN) nameInFull aliases
            parent { nameEn } ancestors { slug } children(kind: HAAT) { slug assumed source }
            haor postcodes { code office } bbsCode assumed source
        } }"""
    )

    assert answer["place"] == {
        "kind": "UPAZILA",
        "slug": "kishoreganj-mithamain",
        "nameBn": "মিঠামইন",
        "nameEn": "Mithamain",
        "bn": "মিঠামইন",
        "en": "Mithamain",
        "nameInFull": "মিঠামইন, কিশোরগঞ্জ, ঢাকা",
        "aliases": ["Mithamoin"],
        "parent": {"nameEn": "Kishoreganj"},
        "ancestors": [{"slug": "dhaka-division"}, {"slug": "kishoreganj"}],
        "children": [
            {
                "slug": "kishoreganj-mithamain-haat",
                "assumed": True,
                "source": "assumed from the upazila's name",
            }
        ],
        "haor": "YES",
        "postcodes": [
            {"code": "2370", "office": "Mithamain"},
            {"code": "2371", "office": "Abdullahpur"},
        ],
        "bbsCode": "304859",
        "assumed": False,
        "source": "bangladesh-geocode (MIT); geoBoundaries gbOpen BGD ADM3 (CC BY 4.0)",
    }


async def test_what_no_source_says_is_null():
    answer = await asked(
        """{ place(slug: "kishoreganj-itna-haat") {
            point { lat } boundary { attribution } haor postcodes { code } bbsCode } }"""
    )

    assert answer["place"] == {
        "point": None, "boundary": None, "haor": None, "postcodes": [], "bbsCode": None,
    }  # fmt: skip


async def test_a_division_has_no_parent():
    answer = await asked(
        '{ place(slug: "dhaka-division") { parent { slug } ancestors { slug } nameInFull } }'
    )

    assert answer["place"] == {"parent": None, "ancestors": [], "nameInFull": "ঢাকা"}


async def test_a_place_is_found_by_its_id_too():
    by_slug = await asked('{ place(slug: "kishoreganj") { id } }')
    place_id = by_slug["place"]["id"]

    by_id = await asked("query($id: ID) { place(id: $id) { slug } }", id=place_id)

    assert place_id.startswith("Place:")
    assert by_id["place"] == {"slug": "kishoreganj"}


@pytest.mark.parametrize(
    "place_id", ["Place:999999999", "Place:0", "Lot:1", "1", "", f"Place:{2**63}", "Place:১"]
)
async def test_an_unknown_id_and_what_is_no_id_are_both_nothing(place_id: str):
    answer = await asked(
        """query($id: ID!) {
            place(id: $id) { slug }
            places(within: $id) { edges { node { slug } } }
            placeSearch(text: "ইটনা", within: $id) { slug }
        }""",
        id=place_id,
    )

    assert answer == {"place": None, "places": {"edges": []}, "placeSearch": []}


@pytest.mark.parametrize("handles", ["", '(id: "Place:1", slug: "kishoreganj")'])
async def test_a_place_is_asked_for_by_id_or_by_slug(handles: str):
    told = await refusal(f"{{ place{handles} {{ slug }} }}")

    assert told["code"] == "BAD_USER_INPUT"
    assert told["messageEn"].endswith("give either id or slug.")
    assert "দুটির একটি" in told["messageBn"]


async def test_an_outline_is_geojson_with_its_attribution():
    answer = await asked(
        """{ place(slug: "kishoreganj-itna") {
            point { lat lng } boundary { geometry bbox attribution } } }"""
    )

    outline, point = answer["place"]["boundary"], answer["place"]["point"]
    west, south, east, north = outline["bbox"]
    ring = outline["geometry"]["coordinates"][0]
    assert outline["geometry"]["type"] == "Polygon"
    assert ring[0] == ring[-1]
    assert all(west <= lng <= east and south <= lat <= north for lng, lat in ring)
    assert west < point["lng"] < east
    assert south < point["lat"] < north
    assert "CC BY 4.0" in outline["attribution"]


async def test_the_places_of_the_district_come_in_pages_each_once():
    district = (await asked('{ place(slug: "kishoreganj") { id } }'))["place"]["id"]
    query = """query($within: ID, $after: Cursor) {
        places(within: $within, first: 50, after: $after) {
            edges { node { slug } } pageInfo { hasNextPage endCursor } } }"""
    slugs: list[str] = []
    after, more = None, True

    while more:
        page = (await asked(query, within=district, after=after))["places"]
        slugs += [edge["node"]["slug"] for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    # The district, 13 upazilas, 108 unions, 8 municipalities and their 75 wards, 14 haats.
    assert len(slugs) == len(set(slugs)) == 1 + 13 + 108 + 8 + 75 + 14
    assert slugs == sorted(slugs)


async def test_places_of_one_kind_are_listed():
    answer = await asked("{ places(kind: DIVISION) { edges { node { slug kind } } } }")

    nodes = [edge["node"] for edge in answer["places"]["edges"]]
    assert len(nodes) == 8
    assert {node["kind"] for node in nodes} == {"DIVISION"}


async def test_both_kishoreganj_are_found_and_told_apart_by_their_parents():
    answer = await asked('{ placeSearch(text: "কিশোরগঞ্জ", first: 50) { nameBn nameInFull kind } }')

    namesakes = [
        (place["kind"], place["nameInFull"])
        for place in answer["placeSearch"]
        if place["nameBn"] == "কিশোরগঞ্জ"
    ]
    assert namesakes == [("DISTRICT", "কিশোরগঞ্জ, ঢাকা"), ("UPAZILA", "কিশোরগঞ্জ, নীলফামারী, রংপুর")]


async def test_a_search_keeps_to_kinds_and_to_what_lies_within():
    hossainpur = (await asked('{ place(slug: "kishoreganj-hossainpur") { id } }'))["place"]["id"]

    answer = await asked(
        """query($within: ID) {
            placeSearch(text: "haat", kinds: [HAAT], within: $within) { slug } }""",
        within=hossainpur,
    )

    assert [place["slug"] for place in answer["placeSearch"]] == [
        "kishoreganj-hossainpur-gorur-haat",
        "kishoreganj-hossainpur-khasir-haat",
    ]


@pytest.mark.parametrize("text", ["", "   ", "🐄", "%", "\u200b"])
async def test_a_search_for_nothing_finds_nothing(text: str):
    answer = await asked("query($text: String!) { placeSearch(text: $text) { slug } }", text=text)

    assert answer == {"placeSearch": []}


@pytest.mark.parametrize(
    ("text", "first", "field"),
    [("ক" * 101, 20, "text"), ("x" * 10_000, 20, "text"), ("a", 0, "first"), ("a", 51, "first")],
)
async def test_too_long_a_text_and_too_many_places_are_refused(text: str, first: int, field: str):
    told = await refusal(
        "query($text: String!, $first: Int!) { placeSearch(text: $text, first: $first) { slug } }",
        text=text,
        first=first,
    )

    assert (told["code"], told["field"]) == ("BAD_USER_INPUT", field)
    assert told["messageBn"]


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
async def test_a_text_that_is_no_text_is_refused(text: str):
    told = await refusal("query($text: String!) { placeSearch(text: $text) { slug } }", text=text)

    assert told["code"] == "BAD_USER_INPUT"


async def test_a_point_tells_its_upazila():
    answer = await asked("{ placeAt(lat: 24.4331, lng: 90.7866) { slug ancestors { nameEn } } }")

    assert answer["placeAt"] == {
        "slug": "kishoreganj-kishoreganj-sadar",
        "ancestors": [{"nameEn": "Dhaka"}, {"nameEn": "Kishoreganj"}],
    }


async def test_a_point_outside_the_district_tells_nothing():
    assert await asked("{ placeAt(lat: 23.81, lng: 90.41) { slug } }") == {"placeAt": None}


@pytest.mark.parametrize(
    ("lat", "lng", "field"), [(91, 0, "lat"), (0, -181, "lng"), (1e308, 0, "lat")]
)
async def test_a_point_off_the_earth_is_refused(lat: float, lng: float, field: str):
    told = await refusal(
        "query($lat: Float!, $lng: Float!) { placeAt(lat: $lat, lng: $lng) { slug } }",
        lat=lat,
        lng=lng,
    )

    assert (told["code"], told["field"]) == ("BAD_USER_INPUT", field)


@pytest.mark.parametrize("first", [0, 101])
async def test_a_place_has_between_one_and_a_hundred_children_in_an_answer(first: int):
    told = await refusal(
        'query($first: Int!) { place(slug: "kishoreganj") { children(first: $first) { slug } } }',
        first=first,
    )

    assert (told["code"], told["field"]) == ("BAD_USER_INPUT", "first")


async def test_the_district_shows_all_its_upazilas_unasked():
    answer = await asked('{ place(slug: "cumilla") { children { slug } } }')

    assert len(answer["place"]["children"]) == 17


async def test_whose_data_it_is_is_told():
    answer = await asked("{ attributions { notice license licenseUrl coversBn coversEn } }")

    assert [owed["license"] for owed in answer["attributions"]] == ["ODbL 1.0", "CC BY 4.0", "MIT"]
    assert answer["attributions"][0]["notice"] == "© OpenStreetMap contributors"


WITH_RELATIONS = """query($kind: PlaceKind, $first: Int!) { places(kind: $kind, first: $first) {
    edges { node { slug nameInFull parent { slug parent { slug } } ancestors { slug }
                   children(first: 1) { slug } boundary { attribution } } } } }"""


@pytest.mark.parametrize("kind", ["UNION", "UPAZILA"])
async def test_fifty_places_take_as_many_statements_as_one(kind: str):
    with maps.statements() as for_one:
        await asked(WITH_RELATIONS, kind=kind, first=1)
    with maps.statements() as for_fifty:
        answer = await asked(WITH_RELATIONS, kind=kind, first=50)

    assert len(answer["places"]["edges"]) == 50
    # The page, all that lies above, the children, the outlines.
    assert len(for_one) == len(for_fifty) == 4


async def test_fifty_found_places_take_as_many_statements_as_one():
    query = """query($first: Int!) {
        placeSearch(text: "ক", first: $first) { slug parent { slug } nameInFull } }"""

    with maps.statements() as for_one:
        await asked(query, first=1)
    with maps.statements() as for_fifty:
        answer = await asked(query, first=50)

    assert len(answer["placeSearch"]) == 50
    assert len(for_one) == len(for_fifty) == 3
