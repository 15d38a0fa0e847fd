"""The hall as a page asks for it: filters, counts, the hottest lot, the star, the hasil."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.following_lots import follow_lot
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import HaatSession
from hmk_graph.haat.setting_hasil import Toll, set_rule
from hmk_graph.money import taka
from tests import auctions, factories
from tests.factories import NOON, at
from tests.schema.selling_desk import asked

HALL = """query ($are: LotsAre! = RUNNING, $filter: LotFilter, $haat: ID, $n: Int!,
    $after: Cursor) {
    lots(are: $are, filter: $filter, haatId: $haat, first: $n, after: $after) {
        edges { node { number } } pageInfo { hasNextPage endCursor } } }"""
HOUR = timedelta(hours=1)


async def numbers(viewer_id: int | None = None, *, page: int = 2, **asked_for: Any) -> list[int]:
    """Leaf through the hall to its end, and return the lots in the order they came."""
    found: list[int] = []
    after = None
    while True:
        data = await asked(HALL, viewer_id, n=page, after=after, **asked_for)
        lots = data["lots"]
        found += [edge["node"]["number"] for edge in lots["edges"]]
        if not lots["pageInfo"]["hasNextPage"]:
            return found
        after = lots["pageInfo"]["endCursor"]


async def running(**animal: Any) -> Lot:
    """Make a running lot of an animal; all of them end at the same moment."""
    seller = await factories.verified_seller()
    waiting = await auctions.submitted_lot(seller=seller)
    row = await factories.Animal.get(id=waiting.animal_id)
    weight_kg = animal.pop("weight_kg", None)
    if animal:
        await factories.Animal.filter(id=row.id).update(**animal)
    if weight_kg is not None:
        await factories.weight(row, weight_kg, measured_at=NOON - timedelta(days=1))
    officer = await factories.officer()
    return await auctions.scheduling.schedule_lot(
        officer.id, waiting.id, starts_at=NOON, ends_at=NOON + HOUR, clock=at(NOON - HOUR)
    )


async def test_each_filter_keeps_its_own_and_leafs_through_ties_without_loss(db):
    itna = await factories.union("kishoreganj-itna-badla")
    light = [await running(weight_kg=100) for _ in range(3)]
    heavy = [await running(weight_kg=500, origin_id=itna.id) for _ in range(3)]
    goats = [await running(species="goat", breed="black-bengal", weight_kg=20) for _ in range(3)]
    everything = [cow.id for cow in (*light, *heavy, *goats)]
    upazila = await factories.upazila("kishoreganj-itna")

    def of(lots: list[Lot]) -> list[int]:
        return [cow.id for cow in lots]

    assert await numbers() == everything
    assert await numbers(filter={}) == everything
    assert await numbers(filter={"species": "goat"}) == of(goats)
    assert await numbers(filter={"breed": "local"}) == of([*light, *heavy])
    assert await numbers(filter={"within": f"Place:{upazila.id}"}) == of(heavy)
    assert await numbers(filter={"minGrams": 400_000}) == of(heavy)
    assert await numbers(filter={"minGrams": 50_000, "maxGrams": 400_000}) == of(light)
    assert await numbers(filter={"maxGrams": 20_000}) == of(goats)
    assert await numbers(filter={"species": "goat", "minGrams": 50_000}) == []
    assert await numbers(haat=f"Haat:{light[0].haat_id}") == everything
    assert await numbers(haat="Haat:999") == []


async def test_the_price_is_the_one_now_or_the_one_at_which_bidding_starts(db):
    quiet, loud = await running(), await running()
    first, second = await auctions.bidder(), await auctions.bidder()
    for someone, promised in ((first, 90_000), (second, 70_000)):
        key = f"k{someone.id}"
        await place_bid(someone.id, loud.id, taka(promised), idempotency_key=key, clock=at(NOON))

    assert await numbers(filter={"maxPrice": taka(50_000)}) == [quiet.id]
    assert await numbers(filter={"minPrice": taka(50_001)}) == [loud.id]


async def test_coming_and_ended_lots_are_filtered_too(db):
    officer = await factories.officer()
    moved = []
    for hours in (2, 2, 3):
        waiting = await auctions.submitted_lot()
        moved.append(
            await auctions.scheduling.schedule_lot(
                officer.id,
                waiting.id,
                starts_at=NOON + hours * HOUR,
                ends_at=NOON + (hours + 1) * HOUR,
                clock=at(NOON - HOUR),
            )
        )
    over = [await running() for _ in range(3)]
    past = {"starts_at": NOON - 2 * HOUR, "ends_at": NOON - HOUR, "planned_ends_at": NOON - HOUR}
    await Lot.filter(id__in=[cow.id for cow in over]).update(**past)

    cattle = {"species": "cattle", "minPrice": taka(1), "minGrams": 1}
    assert await numbers(are="COMING", filter=cattle) == [cow.id for cow in moved]
    assert await numbers(are="ENDED", filter=cattle) == [cow.id for cow in reversed(over)]
    counted = await asked("{ haatCounts { running coming endedToday } }")
    assert counted["haatCounts"] == {"running": 0, "coming": 3, "endedToday": 3}
    elsewhere = await asked('{ haatCounts(haatId: "Haat:999") { running coming endedToday } }')
    assert elsewhere["haatCounts"] == {"running": 0, "coming": 0, "endedToday": 0}


async def test_the_star_is_the_viewers_own(db):
    starred, plain = await running(), await running()
    someone, other = await factories.person(), await factories.person()
    await follow_lot(someone.id, starred.id, clock=at(NOON))

    only = {"filter": {"followed": True}}
    assert await numbers(someone.id, **only) == [starred.id]
    assert await numbers(other.id, **only) == await numbers(None, **only) == []
    show = "query ($id: ID!) { lot(id: $id) { followed followers } }"
    seen = [
        (await asked(show, viewer, id=f"Lot:{cow.id}"))["lot"]
        for viewer, cow in ((someone.id, starred), (other.id, starred), (None, plain))
    ]
    assert [(lot["followed"], lot["followers"]) for lot in seen] == [
        (True, 1),
        (False, 1),
        (False, 0),
    ]


async def test_the_hottest_lot_has_the_most_bids_that_all_could_see(db):
    featured = "{ featuredLot { number } }"
    assert (await asked(featured))["featuredLot"] is None
    first, second, third = [await running() for _ in range(3)]
    assert (await asked(featured))["featuredLot"]["number"] == first.id

    fan = await factories.person()
    await follow_lot(fan.id, second.id, clock=at(NOON))
    assert (await asked(featured))["featuredLot"]["number"] == second.id

    raiser = await auctions.bidder()
    for n in range(4):  # one that all see, three silent raises
        await place_bid(
            raiser.id, second.id, taka(60_000 + n), idempotency_key=f"s{n}", clock=at(NOON)
        )
    for n, someone in enumerate([raiser, await auctions.bidder()]):
        await place_bid(
            someone.id, third.id, taka(60_000 + 5_000 * n), idempotency_key=f"t{n}", clock=at(NOON)
        )
    assert (await asked(featured))["featuredLot"]["number"] == third.id


async def test_a_page_knows_who_may_bid_before_anybody_tries(db):
    seller = await factories.verified_seller()
    cow = await auctions.lot(seller=seller)
    officer, stranger = await factories.officer(), await factories.person()
    suspended = await auctions.bidder()
    await factories.Account.filter(id=suspended.id).update(state="SUSPENDED")
    may = await auctions.bidder()

    answers = {}
    for name, viewer in {
        "nobody": None,
        "seller": seller.id,
        "officer": officer.id,
        "stranger": stranger.id,
        "suspended": suspended.id,
        "bidder": may.id,
    }.items():
        data = await asked(
            "query ($id: ID!) { lot(id: $id) { mayBid } }", viewer, id=f"Lot:{cow.id}"
        )
        answers[name] = data["lot"]["mayBid"]

    assert answers == {
        "nobody": "SIGN_IN",
        "seller": "OWN_LOT",
        "officer": "OWN_LOT",
        "stranger": "NOT_REGISTERED",
        "suspended": "SUSPENDED",
        "bidder": "OK",
    }


async def test_the_hasil_follows_the_price_and_is_none_without_a_rule(db):
    cow = await auctions.lot()
    quote = """query ($id: ID!) { lot(id: $id) { hasil {
        amount price payer rule { kind wordsBn basisPoints cap legalRef } } } }"""
    assert (await asked(quote, id=f"Lot:{cow.id}"))["lot"]["hasil"] is None

    officer = await factories.officer()
    toll = Toll(basis_points=500, cap=taka(3_000), legal_ref="স্মারক ৭")
    await set_rule(officer.id, cow.haat_id, toll, clock=at(NOON))

    assert (await asked(quote, id=f"Lot:{cow.id}"))["lot"]["hasil"] == {
        "amount": taka(2_500),
        "price": taka(50_000),
        "payer": "BUYER",
        "rule": {
            "kind": "PERCENT",
            "wordsBn": "দামের ৫%, সর্বোচ্চ ৳৩,০০০",
            "basisPoints": 500,
            "cap": taka(3_000),
            "legalRef": "স্মারক ৭",
        },
    }
    fixed = await factories.listing(price=taka(120_000))
    sale = "query ($id: ID!) { listing(id: $id) { hasil { amount price } } }"
    quoted = (await asked(sale, id=f"Listing:{fixed.id}"))["listing"]["hasil"]
    assert quoted == {"amount": taka(3_000), "price": taka(120_000)}


@pytest.mark.parametrize(("coming", "shown"), [("false", ["now", "later"]), ("true", ["later"])])
async def test_the_next_day_of_a_haat_can_be_asked_for(db, coming, shown):
    days = {"later": NOON + HOUR, "now": NOON - HOUR, "over": NOON - 9 * HOUR}
    for title, starts_at in days.items():
        await HaatSession.create(
            haat=await factories.haat(),
            title_bn=title,
            title_en=title,
            officer=await factories.officer(),
            starts_at=starts_at,
            ends_at=starts_at + 3 * HOUR,
        )

    data = await asked(f"{{ haatSessions(coming: {coming}) {{ edges {{ node {{ titleEn }} }} }} }}")

    assert [edge["node"]["titleEn"] for edge in data["haatSessions"]["edges"]] == shown


async def test_an_officer_finds_his_haats(db):
    own = await factories.haat()
    await factories.haat("kishoreganj-itna-haat")
    officer, boss = await factories.officer(), await factories.administrator()

    async def haats_of(viewer_id: int) -> list[str]:
        return [haat["id"] for haat in (await asked("{ myHaats { id } }", viewer_id))["myHaats"]]

    assert await haats_of(officer.id) == [f"Haat:{own.id}"]
    assert len(await haats_of(boss.id)) == 2
    assert await haats_of((await factories.person()).id) == []
