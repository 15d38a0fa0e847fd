"""The search and the price bands as clients see them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

import pytest

from hmk_graph.discovery import indexing
from hmk_graph.discovery.models import Document, Kind
from hmk_graph.money import taka
from hmk_graph.services.models import ProviderState, ServiceState
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests import auctions, factories
from tests.discovery.corpus import offered
from tests.factories import NOON, at
from tests.services import desks

SCHEMA = root.build()
FOUND = "edges { cursor distanceM freeNow node { __typename ...on Service { id titleBn }"
FOUND += " ...on Listing { id price } ...on Lot { id phase } } } pageInfo { hasNextPage endCursor }"


async def asked(query: str, *, now: Any = NOON, **variables: Any) -> Any:
    """Return what answers a query of somebody who is not signed in, errors by their code."""
    context = Context(
        clock=at(now),
        hub=cast(Hub, None),
        cursors=Cursors(b"tests"),
        address="203.0.113.7",
        request_id="r",
    )
    answer = await SCHEMA.execute(query, variable_values=variables, context_value=context)
    if answer.errors:
        return [(error.extensions or {})["code"] for error in answer.errors]
    return answer.data


async def test_one_list_holds_what_is_found_of_each_kind_and_how_many_there_are(db: str):
    bull = await factories.listing(price=taka(90_000))
    lot = await auctions.lot()
    butcher = await offered("গরু জবাই", slug="butcher", signal="FREE", signal_at=NOON)
    await indexing.rebuild()

    answer = await asked(
        '{ search(text: "goru", near: {lat: 24.4, lng: 90.9}, kinds: [SERVICE, ANIMAL, LOT]) {'
        f" {FOUND} counts {{ kind count }} }} }}"
    )

    nodes = [edge["node"] for edge in answer["search"]["edges"]]
    assert sorted(nodes, key=lambda node: node["__typename"]) == [
        {"__typename": "Listing", "id": f"Listing:{bull.id}", "price": taka(90_000)},
        {"__typename": "Lot", "id": f"Lot:{lot.id}", "phase": "OPEN"},
        {"__typename": "Service", "id": f"Service:{butcher.id}", "titleBn": "গরু জবাই"},
    ]
    assert answer["search"]["counts"] == [
        {"kind": kind, "count": count}
        for kind, count in (
            *(("SERVICE", 1), ("ANIMAL", 1), ("LOT", 1)),
            *((kind, 0) for kind in ("RENTAL", "CATEGORY", "PRODUCT", "SHOP")),
        )
    ]
    assert {edge["freeNow"] for edge in answer["search"]["edges"]} == {True}


async def test_turning_pages_shows_each_thing_once(db: str):
    made = [await offered("ফ্যান") for _ in range(5)]
    query = (
        f'query ($after: Cursor) {{ search(text: "ফ্যান", first: 2, after: $after) {{ {FOUND} }} }}'
    )
    seen, after = [], None

    for page in range(3):
        answer = (await asked(query, after=after, now=NOON + timedelta(minutes=page)))["search"]
        seen += [edge["node"]["id"] for edge in answer["edges"]]
        after = answer["pageInfo"]["endCursor"]
        assert answer["pageInfo"]["hasNextPage"] is (page < 2)

    assert seen == [f"Service:{service.id}" for service in made]


async def test_a_cursor_serves_its_own_search_alone_and_not_for_ever(db: str):
    await offered("ফ্যান")
    query = (
        "query ($text: String!, $after: Cursor) { search(text: $text, after: $after) {"
        " pageInfo { endCursor } } }"
    )
    cursor = (await asked(query, text="ফ্যান"))["search"]["pageInfo"]["endCursor"]

    assert (await asked(query, text="ফ্যান", after=cursor))["search"]
    assert await asked(query, text="মোটর", after=cursor) == ["BAD_USER_INPUT"]
    assert await asked(query, text="ফ্যান", after=cursor[:-3]) == ["BAD_USER_INPUT"]
    assert await asked(query, text="ফ্যান", after="W10") == ["BAD_USER_INPUT"]
    late = NOON + timedelta(minutes=16)
    assert await asked(query, text="ফ্যান", after=cursor, now=late) == ["BAD_USER_INPUT"]


@pytest.mark.parametrize(
    "arguments",
    ['text: "' + "ক" * 101 + '"', "near: {lat: 91, lng: 90}", "first: 0", "first: 101"],
)
async def test_what_cannot_be_searched_for_is_refused(db: str, arguments: str):
    query = f"{{ search({arguments}) {{ pageInfo {{ hasNextPage }} }} }}"

    assert await asked(query) == ["BAD_USER_INPUT"]


async def test_nobody_finds_what_is_not_public_whatever_the_documents_say(db: str):
    """Failure 22: an index that is behind, or wrong, shows nothing of anybody's."""
    waiting = await desks.provider(state=ProviderState.SUBMITTED)
    drafted = await desks.service(waiting, state=ServiceState.DRAFT, verified_at=None)
    unscheduled = await auctions.submitted_lot()
    hidden = {
        Kind.SERVICE: drafted.id,
        Kind.ANIMAL: unscheduled.listing_id,
        Kind.LOT: unscheduled.id,
    }
    for kind, subject_id in hidden.items():
        await Document.create(kind=kind, subject_id=subject_id, words=" x ", fresh_at=NOON)

    answer = await asked(f"{{ search {{ {FOUND} counts {{ count }} }} }}")

    assert answer["search"]["edges"] == []
    assert {one["count"] for one in answer["search"]["counts"]} == {0}


async def test_a_band_of_prices_is_told_or_kept_back(db: str):
    place = (await factories.union()).id
    query = (
        "query ($category: String!, $place: ID!) { priceBand(category: $category, place: $place) {"
        " unit basis count p10Price medianPrice p90Price } }"
    )
    for price in (400, 500, 600, 700, 800):
        await desks.option(await desks.service(), price=taka(price))
    await indexing.rebuild()

    assert await asked(query, category="electrician", place=f"Place:{place}") == {
        "priceBand": {
            "unit": "visit",
            "basis": "ASKED",
            "count": 5,
            "p10Price": taka(400),
            "medianPrice": taka(600),
            "p90Price": taka(800),
        }
    }
    assert await asked(query, category="barber", place=f"Place:{place}") == {"priceBand": None}
    assert await asked(query, category="electrician", place="nowhere") == {"priceBand": None}
