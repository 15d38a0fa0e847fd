"""A page of the hall reads by an index, however many lots there have been."""

import json
from datetime import timedelta

import pytest
from tortoise.connection import get_connection
from tortoise.queryset import QuerySet

from hmk_graph.haat import lot_queries
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.lot_queries import Wanted
from hmk_graph.money import taka
from tests import auctions, factories
from tests.factories import NOON

OVER, RUNNING, COMING = 5_000, 100, 100
# Like the lot there is, but of other animals: so many over, so many running, so many to come.
ANIMALS = """
INSERT INTO haat_animal OVERRIDING SYSTEM VALUE
SELECT (jsonb_populate_record(a, jsonb_build_object('id', a.id + n,
        'species', CASE WHEN n % 3 = 0 THEN 'goat' ELSE 'cattle' END))).*
FROM haat_animal a CROSS JOIN generate_series(1, $1) AS n WHERE a.id = $2
"""
WEIGHTS = """
INSERT INTO haat_animal_weight (animal_id, grams, method, device, measured_at, recorded_by_id)
SELECT a.id, 100000 + 100 * (a.id % 4000), 'LoadCell', '', $1, a.seller_id FROM haat_animal a
"""
LISTINGS = """
INSERT INTO haat_listing OVERRIDING SYSTEM VALUE
SELECT (jsonb_populate_record(l, jsonb_build_object(
    'id', l.id + n, 'animal_id', l.animal_id + n))).*
FROM haat_listing l CROSS JOIN generate_series(1, $1) AS n WHERE l.id = $2
"""
LOTS = """
INSERT INTO haat_lot OVERRIDING SYSTEM VALUE
SELECT (jsonb_populate_record(l, jsonb_build_object(
    'id', l.id + n, 'animal_id', l.animal_id + n, 'listing_id', l.listing_id + n,
    'starts_at', $3::timestamptz + shift - interval '1 hour', 'ends_at', $3::timestamptz + shift,
    'planned_ends_at', $3::timestamptz + shift,
    'hard_ends_at', $3::timestamptz + shift + interval '1 hour',
    'state', CASE WHEN n <= $4 THEN 'CLOSED' ELSE 'SCHEDULED' END,
    'result', CASE WHEN n <= $4 THEN 'UNSOLD' END))).*
FROM haat_lot l CROSS JOIN generate_series(1, $1) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n <= $4 THEN -n * interval '10 minutes'
    WHEN n <= $5 THEN interval '30 minutes' + n * interval '1 second'
    ELSE n * interval '5 minutes' END AS shift) AS s
WHERE l.id = $2
"""
CASES = {
    "all": Wanted(),
    "one kind": Wanted(species="goat"),
    "a price": Wanted(cheapest=taka(1), dearest=taka(90_000)),
    "a weight": Wanted(lightest_g=120_000, heaviest_g=400_000),
    "everything": Wanted(
        species="cattle", breed="local", lightest_g=100_000, dearest=taka(90_000), within_id=1
    ),
}
LISTS = {
    "running": (lot_queries.running_lots, ("ends_at", "id")),
    "coming": (lot_queries.coming_lots, ("starts_at", "id")),
    "ended": (lot_queries.ended_lots, ("-ends_at", "-id")),
}


async def many_lots() -> Lot:
    """Make the haat's history, and return one of its lots."""
    cow = await auctions.lot()
    run = get_connection("default").execute_query
    total = OVER + RUNNING + COMING
    await run(ANIMALS, [total, cow.animal_id])
    await run(WEIGHTS, [NOON - timedelta(days=1)])
    await run(LISTINGS, [total, cow.listing_id])
    await run(LOTS, [total, cow.id, NOON, OVER, OVER + RUNNING])
    await run("ANALYZE", [])
    return cow


def scanned(plan: dict) -> list[str]:
    """Return the tables that a plan reads from end to end."""
    below = [name for part in plan.get("Plans", []) for name in scanned(part)]
    whole = plan["Node Type"] == "Seq Scan" and plan["Actual Rows"] + plan.get(
        "Rows Removed by Filter", 0
    ) > (RUNNING + COMING)
    return [plan["Relation Name"], *below] if whole else below


async def plan_of(found: QuerySet[Lot]) -> dict:
    rows = await get_connection("default").execute_query_dict(
        f"EXPLAIN (ANALYZE, FORMAT JSON) {found.sql(params_inline=True)}"
    )
    told = rows[0]["QUERY PLAN"]
    return (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]


@pytest.mark.parametrize("which", LISTS)
async def test_a_page_of_the_hall_reads_no_lot_table_from_end_to_end(db, which):
    cow = await many_lots()
    lots, order = LISTS[which]
    starred = Wanted(followed_by=cow.seller_id)
    here = Wanted(haat_id=cow.haat_id)

    faults = {}
    for name, wanted in {**CASES, "one haat": here, "followed": starred}.items():
        page = lot_queries.only(lots(NOON), wanted).order_by(*order).limit(21)
        read = scanned(await plan_of(page))
        faults |= {name: read} if read else {}

    assert faults == {}
    assert await factories.Animal.all().count() > OVER
