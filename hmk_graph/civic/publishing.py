"""Open data by the standards that others read: services (HSDS 3.0), animals (ICAR ADE), places.

Only what everybody may see anyway: open services of verified providers, animals that are for sale,
the tree of places. No person, phone, village or tag is in them.

Sources: Open Referral HSDS 3.0 (docs.openreferral.org, schema/*.json; `required` there), ICAR ADE
(github.com/adewg/ICAR, icarAnimalCoreResource), RFC 7946.
"""

from __future__ import annotations

import math
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from tortoise.connection import get_connection

from hmk_graph.errors import NotFound

PAGE = 100
# HSDS wants UUIDs, the same each time: made of our own ids (RFC 9562, version 5).
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "hmk-graph.services")
# RFC 7946, 11.2: more digits than six are less than the width of a hand.
DIGITS = 6
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SCHEME = "bd.hmk"
# Our slugs to the words of ICAR's enumerations (enums/icarAnimalSpecieType.json, ...GenderType).
SPECIES = {
    "cattle": "Cattle",
    "buffalo": "Buffalo",
    "goat": "Goat",
    "sheep": "Sheep",
    "dumba": "Sheep",  # fat-tailed; ICAR has no camels, so those are left out
}
GENDERS = {
    **dict.fromkeys(("bull", "buck", "ram"), "Male"),
    **dict.fromkeys(("cow", "heifer", "doe", "ewe"), "Female"),
    **dict.fromkeys(("ox", "wether"), "MaleNeuter"),
}


async def services(page: int) -> dict[str, Any]:
    """Return a page (from 1) of open services, as HSDS's API does.

    `Any`: JSON.

    Raises:
        NotFound: There is no such page.
    """
    total, rows = await _page(_SERVICES, page)
    prices: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for price in await _rows(_PRICES, [row["id"] for row in rows]):
        prices[price["service_id"]].append(price)
    return {
        **_numbers(total, page),
        "contents": [_service(row, prices[row["id"]]) for row in rows],
    }


async def animals(page: int) -> dict[str, Any]:
    """Return a page (from 1) of the animals that are for sale, as ICAR's core resources.

    `Any`: JSON.

    Raises:
        NotFound: There is no such page.
    """
    total, rows = await _page(_ANIMALS, page)
    return {**_numbers(total, page), "member": [_animal(row) for row in rows]}


async def places() -> dict[str, Any]:
    """Return all places that are on the map, as GeoJSON. `Any`: JSON."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(row) for row in await _rows(_PLACES)],
    }


def _service(row: Mapping[str, Any], prices: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    own = _uuid("Service", row["id"])
    told = {"alternate_name": row["title_en"], "description": row["description"]}
    return {
        "id": own,
        "name": row["title_bn"],
        **{name: value for name, value in told.items() if value},
        "status": "temporarily closed" if row["is_closed"] else "active",
        "assured_date": row["assured_on"],
        "organization": {
            "id": _uuid("Provider", row["provider_id"]),
            "name": row["name"],
            "description": row["about"],
        },
        "service_at_locations": [
            {
                "id": _uuid("ServiceAt", row["id"]),
                "service_id": own,
                "location": {
                    "id": _uuid("Place", row["place_id"]),
                    "location_type": "physical",
                    "name": row["place_bn"],
                    "alternate_name": row["place_en"],
                    **_point(row),
                },
            }
        ],
        "schedules": _schedules(row),
        "cost_options": [_cost(price, own) for price in prices],
        "languages": [{"id": _uuid("Language", row["id"]), "name": "Bengali", "code": "bn"}],
        "attributes": [
            {
                "id": _uuid("Category", row["id"]),
                "link_entity": "service",
                "link_id": own,
                "value": row["category"],
            }
        ],
    }


def _cost(price: Mapping[str, Any], service: str) -> dict[str, Any]:
    return {
        "id": _uuid("Price", price["id"]),
        "service_id": service,
        "valid_from": price["valid_from"],
        "option": price["label_bn"],
        "currency": "bdt",
        # JSON's numbers are no money; HSDS wants one. Taka have two digits of paisa at most.
        "amount": price["amount_paisa"] / 100,
        "amount_description": price["unit"],
    }


def _schedules(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    hours = orjson.loads(row["hours"]) if isinstance(row["hours"], str) else row["hours"]
    return [
        {
            "id": _uuid("Schedule", row["id"], day, number),
            "freq": "WEEKLY",
            "byday": WEEKDAYS[day],
            "timezone": 6,
            "opens_at": _clock(opens),
            "closes_at": _clock(closes),
        }
        for day, spans in enumerate(hours)
        for number, (opens, closes) in enumerate(spans)
    ]


def _animal(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {
        "resourceType": "icarAnimalCoreResource",
        "identifier": {"id": str(row["id"]), "scheme": SCHEME},
        "specie": SPECIES[row["species"]],
        "gender": GENDERS.get(row["sex"], "Unknown"),
        "birthDate": row["born_on"],
        "primaryBreed": {"id": row["breed"], "scheme": f"{SCHEME}.breed"},
        "coatColor": row["coat_color"] or None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _feature(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": row["slug"],
        "geometry": {
            "type": "Point",
            "coordinates": [round(row["lng"], DIGITS), round(row["lat"], DIGITS)],
        },
        "properties": {
            "kind": row["kind"],
            "nameBn": row["name_bn"],
            "nameEn": row["name_en"],
            "bbsCode": row["bbs_code"],
            "parent": row["parent"],
        },
    }


def _point(row: Mapping[str, Any]) -> dict[str, float]:
    if row["lat"] is None:
        return {}
    return {"latitude": round(row["lat"], DIGITS), "longitude": round(row["lng"], DIGITS)}


def _clock(minutes: int) -> str:
    # A day ends at 24:00, which is no time of it.
    return f"{minutes // 60:02d}:{minutes % 60:02d}+06:00" if minutes < 1_440 else "23:59+06:00"


def _uuid(*of: object) -> str:
    return str(uuid.uuid5(NAMESPACE, ":".join(map(str, of))))


def _numbers(total: int, page: int) -> dict[str, Any]:
    pages = max(1, math.ceil(total / PAGE))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": PAGE,
        "first_page": page == 1,
        "last_page": page == pages,
        "empty": total == 0,
    }


async def _page(statement: str, page: int) -> tuple[int, list[dict[str, Any]]]:
    (counted,) = await _rows(f"SELECT count(*) AS total FROM ({statement}) AS counted")
    total: int = counted["total"]
    if not 1 <= page <= max(1, math.ceil(total / PAGE)):
        raise NotFound
    return total, await _rows(f"{statement} ORDER BY id LIMIT {PAGE} OFFSET $1", (page - 1) * PAGE)


async def _rows(statement: str, *values: object) -> list[dict[str, Any]]:
    return list(await get_connection("default").execute_query_dict(statement, list(values)))


_SERVICES = """
SELECT s.id, s.title_bn, s.title_en, s.description, s.verified_at::date::text AS assured_on,
       p.id AS provider_id, p.name, p.about, p.hours::text AS hours, c.slug AS category,
       at.id AS place_id, at.name_bn AS place_bn, at.name_en AS place_en, at.lat, at.lng,
       coalesce(clock_timestamp() BETWEEN p.closed_from AND p.closed_to, false) AS is_closed
FROM services_service s JOIN services_provider p ON p.id = s.provider_id
JOIN services_category c ON c.id = s.category_id JOIN places_place at ON at.id = p.place_id
WHERE s.state = 'ACTIVE' AND p.state = 'VERIFIED'
"""
_PRICES = """
SELECT r.id, o.service_id, o.label_bn, o.unit, r.amount_paisa,
       r.valid_from::date::text AS valid_from
FROM services_price r JOIN services_price_option o ON o.id = r.option_id
WHERE o.service_id = ANY($1) AND o.retired_at IS NULL AND r.valid_to IS NULL ORDER BY r.id
"""
_ANIMALS = """
SELECT id, species, sex, breed, coat_color, birth_date || 'T00:00:00+06:00' AS born_on
FROM haat_animal a WHERE a.state = 'LISTED'
AND a.species IN ('cattle', 'buffalo', 'goat', 'sheep', 'dumba')
AND EXISTS (
    SELECT 1 FROM haat_listing l LEFT JOIN haat_lot lot ON lot.listing_id = l.id
    WHERE l.animal_id = a.id AND (l.kind <> 'AUCTION' OR lot.starts_at IS NOT NULL)
)
"""
_PLACES = """
SELECT at.slug, at.kind, at.name_bn, at.name_en, at.bbs_code, at.lat, at.lng, above.slug AS parent
FROM places_place at LEFT JOIN places_place above ON above.id = at.parent_id
WHERE at.lat IS NOT NULL AND at.lng IS NOT NULL ORDER BY at.slug
"""
