"""Whoever looks for an ambulance, an auto or blood finds the way to it, and whether it is there."""

from __future__ import annotations

import pytest

from hmk_graph.blood.models import BloodGroup
from hmk_graph.discovery import indexing, searching
from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.searching import Wanted
from hmk_graph.dispatch.models import VehicleKind
from hmk_graph.services.models import Category
from tests import factories
from tests.blood import givers
from tests.dispatch import fleet
from tests.factories import NOON
from tests.services import desks

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture(autouse=True)
async def indexed(db: str) -> None:
    await factories.union()
    await desks.category()
    await indexing.rebuild()


async def found(text: str = "", **wanted: object) -> dict[str, bool]:
    """Return which categories are found, the best first, and whether somebody is free."""
    asked = Wanted(text=text, kinds=[Kind.CATEGORY], **wanted)  # type: ignore[arg-type]  # as given
    hits = await searching.search(asked, first=20, after=None, now=NOON)
    slugs = dict(await Category.all().values_list("id", "slug"))
    return {slugs[hit.subject_id]: hit.free_now for hit in hits}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("অ্যাম্বুলেন্স", "ambulance"),
        ("ambulance", "ambulance"),
        ("এম্বুলেন্স", "ambulance"),
        ("রোগীর গাড়ি", "ambulance"),
        ("999", "ambulance"),
        ("৯৯৯", "ambulance"),
        ("রক্ত", "blood-donor"),
        ("rokto", "blood-donor"),
        ("blood", "blood-donor"),
        ("টমটম", "rickshaw-auto"),
        ("চালক", "driver"),
    ],
)
async def test_what_people_say_leads_to_what_they_need(text: str, first: str):
    assert first in await found(text)


async def test_rickshaw_and_auto_are_found_each_and_both():
    assert set(await found("rickshaw")) == {"rickshaw", "auto-rickshaw", "rickshaw-auto"}
    assert set(await found(category="rickshaw-auto")) == {
        *("rickshaw-auto", "rickshaw", "auto-rickshaw")
    }


async def test_what_is_chosen_from_a_list_is_no_such_hit():
    assert await found("electrician") == {}
    assert set(await found()) == {
        *("blood-donor", "driver", "rickshaw-auto", "rickshaw", "auto-rickshaw", "ambulance")
    }


async def test_a_call_is_free_while_somebody_is_at_work_without_a_trip():
    assert not any((await found()).values())

    await fleet.crew(VehicleKind.AMBULANCE_BOAT)
    await fleet.crew(VehicleKind.RICKSHAW)
    await fleet.crew(VehicleKind.AUTO, online=False)
    await fleet.crew(VehicleKind.ON_FOOT, skill="electrician")
    await givers.donor(BloodGroup.O_NEG)

    free = {slug for slug, is_free in (await found()).items() if is_free}
    assert free == {"ambulance", "rickshaw", "rickshaw-auto", "blood-donor"}
    assert set(await found(free_now=True)) == free


async def test_it_is_found_in_every_place():
    itna = await factories.union("kishoreganj-itna-dhanpur")

    assert "ambulance" in await found("ambulance", place_id=itna.id)
