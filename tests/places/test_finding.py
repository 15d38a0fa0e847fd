"""Places by id, by slug, by path, and by where one stands."""

from __future__ import annotations

import pytest

from hmk_graph.errors import NotFound
from hmk_graph.geo import Point
from hmk_graph.places import finding, queries
from hmk_graph.places.errors import NotOneHandle
from hmk_graph.places.models import Place, PlaceKind
from tests.places.atlas import statements

pytestmark = pytest.mark.usefixtures("atlas")


async def test_a_place_is_found_by_its_slug_and_by_its_id():
    itna = await finding.by_slug("kishoreganj-itna")

    assert itna is not None
    assert itna.name_bn == "ইটনা"
    assert await finding.get(itna.id) == itna
    assert await finding.one(place_id=itna.id, slug=None) == itna
    assert await finding.one(place_id=None, slug="kishoreganj-itna") == itna


@pytest.mark.parametrize(
    "slug",
    ["nowhere", "", "Kishoreganj", "kishoreganj ", "a\0b", "ইটনা", "x" * 10_000, "-", "\ud800"],
)
async def test_an_unknown_slug_finds_nothing(slug: str):
    assert await finding.by_slug(slug) is None


@pytest.mark.parametrize("place_id", [0, -1, 2**63 - 1])
async def test_an_unknown_id_finds_nothing(place_id: int):
    assert await finding.get(place_id) is None
    with pytest.raises(NotFound):
        await finding.path_of(place_id)


@pytest.mark.parametrize(("place_id", "slug"), [(None, None), (1, "kishoreganj")])
async def test_a_place_is_asked_for_by_one_handle(place_id: int | None, slug: str | None):
    with pytest.raises(NotOneHandle):
        await finding.one(place_id=place_id, slug=slug)


async def test_the_two_kishoreganj_are_two_places():
    district = await Place.get(slug="kishoreganj").select_related("parent")
    upazila = await Place.get(slug="nilphamari-kishorganj").select_related("parent")

    assert district.name_bn == upazila.name_bn == "কিশোরগঞ্জ"
    assert (district.kind, district.parent.name_en) == (PlaceKind.DISTRICT, "Dhaka")
    assert (upazila.kind, upazila.parent.name_en) == (PlaceKind.UPAZILA, "Nilphamari")


async def test_a_path_names_all_that_a_place_lies_in():
    badla = await Place.get(slug="kishoreganj-itna-badla")

    path = await finding.path_of(badla.id)

    above = await queries.by_ids(path)
    assert [place.slug for place in above if place] == [
        "dhaka-division",
        "kishoreganj",
        "kishoreganj-itna",
        "kishoreganj-itna-badla",
    ]


async def test_children_are_what_lies_directly_below():
    district = await Place.get(slug="kishoreganj")
    hossainpur = await Place.get(slug="kishoreganj-hossainpur")

    upazilas = await finding.children(district.id)
    haats = await finding.children(hossainpur.id, kinds=[PlaceKind.HAAT])

    assert len(upazilas) == 13
    assert [haat.slug for haat in haats] == [
        "kishoreganj-hossainpur-gorur-haat",
        "kishoreganj-hossainpur-khasir-haat",
    ]


async def test_each_upazilas_center_lies_in_that_upazila():
    district = await Place.get(slug="kishoreganj")

    for upazila in await finding.children(district.id):
        assert upazila.lat is not None
        assert upazila.lng is not None
        found = await finding.place_at(Point(upazila.lat, upazila.lng))
        assert found == upazila


@pytest.mark.parametrize(
    ("name", "lat", "lng", "slug"),
    [
        ("the town's railway station", 24.4331, 90.7866, "kishoreganj-kishoreganj-sadar"),
        ("the ferry of Bhairab", 24.0524, 90.9864, "kishoreganj-bhairab"),
        ("the haor off Itna", 24.5332, 91.0906, "kishoreganj-itna"),
    ],
)
async def test_a_known_spot_lies_in_its_upazila(name: str, lat: float, lng: float, slug: str):
    found = await finding.place_at(Point(lat, lng))

    assert found is not None, name
    assert found.slug == slug


@pytest.mark.parametrize(
    ("lat", "lng"),
    [(23.81, 90.41), (25.896, 89.033), (24.42, 91.30), (0, 0), (90, 180), (-90, -180)],
)
async def test_outside_the_district_nothing_is_known(lat: float, lng: float):
    assert await finding.place_at(Point(lat, lng)) is None


async def test_a_box_alone_does_not_make_a_place():
    in_two_boxes = 0
    district = await Place.get(slug="kishoreganj")
    upazilas = await finding.children(district.id)
    outlines = await queries.boundaries_of([upazila.id for upazila in upazilas])

    for lat, lng in [(24.0 + i / 20, 90.6 + j / 20) for i in range(16) for j in range(14)]:
        boxes = {
            outline.place_id
            for outline in outlines
            if outline and outline.south <= lat <= outline.north
            if outline.west <= lng <= outline.east
        }
        found = await finding.place_at(Point(lat, lng))
        in_two_boxes += len(boxes) > 1
        assert found is None or found.id in boxes

    assert in_two_boxes > 10


async def test_many_are_read_by_one_statement_each_in_the_order_asked():
    itna = await Place.get(slug="kishoreganj-itna")
    nikli = await Place.get(slug="kishoreganj-nikli")
    asked = [nikli.id, 0, itna.id, nikli.id]

    with statements() as sent:
        places = await queries.by_ids(asked)
        outlines = await queries.boundaries_of(asked)
        haats = await queries.children_of(PlaceKind.HAAT, asked)

    assert len(sent) == 3
    assert places == [nikli, None, itna, nikli]
    assert [outline and outline.place_id for outline in outlines] == [
        nikli.id,
        None,
        itna.id,
        nikli.id,
    ]
    assert [[haat.slug for haat in below] for below in haats] == [
        ["kishoreganj-nikli-haat"],
        [],
        ["kishoreganj-itna-haat"],
        ["kishoreganj-nikli-haat"],
    ]
