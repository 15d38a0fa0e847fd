"""The map is filled once, truly, and stays as it is when it is filled again."""

from __future__ import annotations

import asyncio
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import orjson
import pytest
from tortoise.transactions import in_transaction

from hmk_graph import geo
from hmk_graph.places import loading
from hmk_graph.places.loading import Loaded
from hmk_graph.places.models import Boundary, Place, PlaceKind

DATA = Path(loading.__file__).parent / "data"
PLACES, OUTLINES = 771, 13


async def everything() -> list[dict[str, object]]:
    """Return all rows of both tables."""
    places = await Place.all().order_by("id").values()
    return [*places, *await Boundary.all().order_by("id").values()]


@pytest.mark.usefixtures("atlas")
async def test_all_rungs_of_the_tree_are_there():
    kinds = Counter(place.kind for place in await Place.all())

    assert kinds == {
        PlaceKind.DIVISION: 8,
        PlaceKind.DISTRICT: 64,
        PlaceKind.UPAZILA: 494,
        PlaceKind.UNION: 108,
        PlaceKind.MUNICIPALITY: 8,
        PlaceKind.WARD: 75,
        PlaceKind.HAAT: 14,
    }
    assert await Boundary.all().count() == OUTLINES


@pytest.mark.usefixtures("atlas")
async def test_every_path_leads_from_a_division_to_the_place():
    places = {place.id: place for place in await Place.all()}

    for place in places.values():
        above = places[place.parent_id].path if place.parent_id else []
        assert place.path == [*above, place.id]
        assert places[place.path[0]].kind is PlaceKind.DIVISION


@pytest.mark.usefixtures("atlas")
async def test_a_slug_begins_with_its_parents_slug_below_the_district():
    places = {place.id: place for place in await Place.all()}

    for place in places.values():
        if place.kind not in (PlaceKind.DIVISION, PlaceKind.DISTRICT):
            assert place.slug.startswith(f"{places[place.parent_id].slug}-")


@pytest.mark.usefixtures("atlas")
async def test_stored_names_are_canonical():
    for place in await Place.all():
        for text in (place.name_bn, place.name_en, *place.aliases, place.words, *place.grams):
            assert unicodedata.is_normalized("NFC", text), place.slug


@pytest.mark.usefixtures("atlas")
async def test_what_is_known_of_an_upazila_is_kept():
    mithamain = await Place.get(slug="kishoreganj-mithamain").select_related("parent")

    assert mithamain.bbs_code == "304859"
    assert mithamain.haor in ("yes", "partly")
    assert mithamain.parent.name_en == "Kishoreganj"
    assert [one["code"] for one in mithamain.facts["postcodes"]] == ["2370", "2371"]
    assert "CC BY 4.0" in mithamain.source


@pytest.mark.usefixtures("atlas")
async def test_not_stated_is_not_no():
    itna = await Place.get(slug="kishoreganj-itna")

    assert itna.haor is None


@pytest.mark.usefixtures("atlas")
async def test_a_market_of_the_map_is_a_haat_with_its_source():
    market = await Place.get(slug="kishoreganj-hossainpur-gorur-haat")

    assert (market.name_bn, market.name_en) == ("হোসেনপুর গরুর হাট", "Hossainpur Gorur Haat")
    assert (market.lat, market.lng) == (24.414541, 90.65253)
    assert market.facts == {"osm_id": "node/5466260470", "livestock": "cattle"}
    assert "ODbL" in market.source


@pytest.mark.usefixtures("atlas")
async def test_a_haat_without_a_source_says_so_and_invents_no_point():
    haats = await Place.filter(kind=PlaceKind.HAAT).select_related("parent")
    assumed = [haat for haat in haats if "osm_id" not in haat.facts]

    assert len(assumed) == 12
    for haat in assumed:
        assert haat.facts == {"assumed": True}
        assert (haat.lat, haat.lng) == (None, None)
        assert haat.name_bn == f"{haat.parent.name_bn} পশুর হাট"
    assert {haat.parent_id for haat in haats} == {
        outline.place_id for outline in await Boundary.all()
    }


@pytest.mark.usefixtures("atlas")
async def test_outlines_are_right_handed_and_lie_in_their_boxes():
    for outline in await Boundary.all():
        ring = geo.polygon(outline.coordinates)[0]
        doubled_area = sum(
            east * north_too - east_too * north
            for (east, north), (east_too, north_too) in pairwise(ring)
        )

        assert doubled_area > 0
        assert geo.Box.around(ring) == geo.Box(
            west=outline.west, south=outline.south, east=outline.east, north=outline.north
        )
        assert "CC BY 4.0" in outline.attribution


@pytest.mark.usefixtures("db")
async def test_loading_twice_changes_nothing_and_keeps_all_ids():
    first = await loading.load()
    before = await everything()

    second = await loading.load()

    assert first == Loaded(added=PLACES + OUTLINES, changed=0)
    assert second == Loaded(added=0, changed=0)
    assert await everything() == before


@pytest.mark.usefixtures("db")
async def test_what_the_files_say_replaces_what_was_changed_under_the_same_id():
    await loading.load()
    before = await everything()
    itna = await Place.get(slug="kishoreganj-itna")
    await Place.filter(id=itna.id).update(name_en="Etna", words="", grams=[])
    await Place.filter(slug="kishoreganj-itna-badla").update(facts={"x": 1}, lat=1.5, lng=2.5)
    await Boundary.filter(place_id=itna.id).update(west=0)

    again = await loading.load()

    assert again == Loaded(added=0, changed=3)
    assert await everything() == before


@pytest.mark.usefixtures("db")
async def test_what_is_missing_comes_back_and_what_others_added_stays():
    await loading.load()
    itna = await Place.get(slug="kishoreganj-itna")
    await Place.filter(slug="kishoreganj-itna-haat").delete()
    own = await Place.create(
        kind=PlaceKind.HAAT,
        slug="kishoreganj-itna-friday-haat",
        name_bn="শুক্রবারের হাট",
        name_en="Friday Haat",
        parent=itna,
        path=[*itna.path, 0],
    )

    again = await loading.load()

    assert again == Loaded(added=1, changed=0)
    assert await Place.filter(slug="kishoreganj-itna-haat").exists()
    assert (await Place.get(id=own.id)).name_en == "Friday Haat"


@pytest.mark.usefixtures("db")
async def test_of_two_that_load_at_once_one_does_the_work():
    async with asyncio.timeout(60):
        done = await asyncio.gather(loading.load(), loading.load())

    assert sorted(one.added for one in done) == [0, PLACES + OUTLINES]
    assert await Place.all().count() == PLACES


@pytest.mark.usefixtures("db")
async def test_a_load_that_fails_leaves_nothing_behind():
    def full(_what: str, done: int, total: int) -> None:
        if done == total:
            raise OSError("the terminal is gone")

    with pytest.raises(OSError, match="gone"):
        await loading.load(full)

    assert await Place.all().count() == 0


@pytest.mark.usefixtures("db")
async def test_loading_tells_how_far_it_is():
    told: list[tuple[str, int, int]] = []

    await loading.load(lambda *step: told.append(step))

    assert told[-1] == ("places", PLACES, PLACES)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


@pytest.mark.usefixtures("atlas")
async def test_the_trigrams_have_an_index_that_a_search_can_use():
    async with in_transaction() as connection:
        await connection.execute_query("SET LOCAL enable_seqscan = off")
        plan = await connection.execute_query_dict(
            "EXPLAIN SELECT id FROM places_place WHERE grams && ARRAY['itn', 'tna']::text[]"
        )

    assert any("places_place_grams" in row["QUERY PLAN"] for row in plan)


def test_the_data_brings_its_licenses_and_keeps_open_street_map_apart():
    assert "Nuhil Mehdy" in (DATA / "LICENSES.md").read_text(encoding="utf-8")
    assert "geoBoundaries" in (DATA / "SOURCE.md").read_text(encoding="utf-8")
    assert "Open Database" in (DATA / "osm" / "LICENSE.md").read_text(encoding="utf-8")
    for file in DATA.glob("*.*json"):
        assert "OpenStreetMap" not in file.read_text(encoding="utf-8")
    for file in (DATA / "osm").glob("*.json"):
        assert orjson.loads(file.read_bytes())["license"] == "ODbL 1.0"
