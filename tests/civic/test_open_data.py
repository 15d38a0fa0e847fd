"""Open data: what everybody may see anyway, in the words of the standards."""

from __future__ import annotations

import csv
import io
import json
import uuid
from datetime import date

import httpx
import pytest
from starlette.applications import Starlette

from hmk_graph.errors import TooMany
from hmk_graph.haat.sale_models import SaleKind
from hmk_graph.pages import open_data
from hmk_graph.services.models import ProviderState, ServiceState
from tests import factories
from tests.services import desks

pytestmark = pytest.mark.usefixtures("db")


async def free(address: str, cost: int) -> None:
    """Take nothing."""


async def opened(path: str, charge: open_data.Charge = free) -> httpx.Response:
    transport = httpx.ASGITransport(app=Starlette(routes=open_data.routes(charge)))
    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as visitor:
        return await visitor.get(path)


async def test_a_service_is_told_by_hsds_with_its_price_hours_and_place():
    _, option = await desks.shop()

    page = (await opened("/open/services.json")).json()

    (service,) = page["contents"]
    # HSDS 3.0, schema/service.json: required id (a UUID), name, status.
    assert uuid.UUID(service["id"]).version == 5
    assert (service["name"], service["status"]) == ("ঘরের ওয়্যারিং", "active")
    assert service["organization"]["name"] == "রফিক ইলেকট্রিক"
    assert service["assured_date"] == "2026-05-20"
    (cost,) = service["cost_options"]
    assert (cost["amount"], cost["currency"], cost["option"]) == (500, "bdt", option.label_bn)
    assert cost["service_id"] == service["id"]
    (at,) = service["service_at_locations"]
    assert (at["location"]["location_type"], at["location"]["name"]) == ("physical", "নিয়ামতপুর")
    assert len(service["schedules"]) == 7
    assert service["schedules"][0] | {"id": ""} == {
        "id": "",
        "freq": "WEEKLY",
        "byday": "MO",
        "timezone": 6,
        "opens_at": "09:00+06:00",
        "closes_at": "18:00+06:00",
    }
    assert (page["total_items"], page["total_pages"], page["last_page"]) == (1, 1, True)


async def test_neither_people_nor_what_is_not_open_are_in_it():
    desk, _ = await desks.shop()
    await desks.service(desk, state=ServiceState.DRAFT, title_bn="গোপন খসড়া")
    hidden = await desks.provider(state=ProviderState.SUSPENDED, name="গোপন দোকান")
    await desks.service(hidden)

    answer = await opened("/open/services.json")

    assert answer.json()["total_items"] == 1
    for secret in ("গোপন", desk.contact_phone, desk.contact_phone[4:], "রফিকুল ইসলাম"):
        assert secret not in answer.text


async def test_the_same_thing_has_the_same_id_each_time():
    await desks.shop()

    first, second = [(await opened("/open/services.json")).json() for _ in range(2)]

    assert first == second


async def test_an_animal_for_sale_is_told_by_icars_words_and_no_other_is():
    await factories.listing(
        await factories.animal(species="cattle", sex="ox", birth_date=date(2023, 4, 1))
    )
    await factories.animal(tag="T-9")
    await factories.listing(await factories.animal(tag="T-10"), kind=SaleKind.AUCTION)

    page = (await opened("/open/animals.json")).json()

    (animal,) = page["member"]
    # icarAnimalCoreResource: required identifier, specie, gender, each of an enumeration.
    assert (animal["specie"], animal["gender"]) == ("Cattle", "MaleNeuter")
    assert animal["birthDate"] == "2023-04-01T00:00:00+06:00"
    assert animal["identifier"]["scheme"] == "bd.hmk"
    assert page["total_items"] == 1  # neither one at home, nor an auction that has no time yet
    assert "T-" not in str(page)


async def test_places_are_points_of_geojson_with_longitude_first():
    place = await factories.union()
    place.lat, place.lng = 24.4321987, 90.8765432
    await place.save(update_fields=["lat", "lng"])

    answer = await opened("/open/places.geojson")

    assert answer.headers["content-type"] == "application/geo+json"
    (feature,) = [one for one in answer.json()["features"] if one["id"] == place.slug]
    assert feature["geometry"] == {"type": "Point", "coordinates": [90.876543, 24.432199]}
    assert feature["properties"]["parent"] == "kishoreganj-karimganj"


async def test_services_by_place_open_in_a_spreadsheet():
    await desks.shop()

    answer = await opened("/open/kishoreganj/services.csv")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [(row["nameBn"], row["services"]) for row in rows] == [("নিয়ামতপুর", "1")]


async def test_all_of_it_costs_the_askers_network_and_who_has_spent_all_is_told_to_wait():
    charged = []

    async def spent(address: str, cost: int) -> None:
        charged.append((address, cost))
        raise TooMany(retry_after_s=7)

    for route in open_data.routes(free):
        path = route.path.replace("{slug:str}", "kishoreganj")  # type: ignore[attr-defined]
        answer = await opened(path, spent)

        assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.json()["code"] == "RATE_LIMITED"
        assert "৭" in answer.json()["bn"]
    assert charged == [("127.0.0.1", open_data.COST)] * 5


async def test_what_hsds_wants_is_there_in_its_type_and_nothing_is_null():
    # A service of which nobody has said more than its name.
    desk = await desks.provider(about="")
    await desks.service(desk)

    (service,) = (await opened("/open/services.json")).json()["contents"]

    # HSDS 3.0, schema/service.json and organization.json: none may be null, these are required.
    assert service.keys() & {"alternate_name", "description"} == set()
    assert service.keys() >= {"id", "name", "status"}
    assert service["organization"].keys() >= {"id", "name", "description"}
    assert "null" not in json.dumps(service)


@pytest.mark.parametrize(
    "path",
    [
        *("/open/services.json?page=0", "/open/services.json?page=2", "/open/animals.json?page=x"),
        *("/open/services.json?page=99999999999999999999", "/open/nowhere/services.csv"),
        "/open/services.json?page=১",
    ],
)
async def test_what_is_not_there_is_not_found(path: str):
    assert (await opened(path)).status_code == 404
