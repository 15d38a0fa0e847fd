"""Animals of the haat as clients see them: the card, and to whom it is shown."""

from __future__ import annotations

import pytest

from hmk_graph.haat import flagging
from hmk_graph.haat.animal_models import AnimalState, FlagKind
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.sale_models import SaleKind
from hmk_graph.money import taka
from schema import ids
from tests import factories
from tests.auctions import submitted_lot
from tests.factories import NOON
from tests.places.atlas import statements
from tests.schema.selling_desk import asked, done

pytestmark = pytest.mark.usefixtures("db")


CARD = """query ($id: ID!) { animal(id: $id) {
    number tags { scheme value } species { slug nameBn } sex { nameBn } breed { nameEn }
    sellerName village origin { slug nameInFull } state clearedUntil mine
    latestWeight { grams kilograms method ageDays } qurbani { fitness reasons }
    clearance { passed } chain { sellerName } history { kind } sale { kind price }
} }"""


async def test_a_buyer_sees_whose_animal_it_is_where_from_how_heavy_and_how_that_is_known():
    listing = await factories.listing(await factories.animal(tag="A-1", defects=[]))

    card = (await asked(CARD, id=f"Animal:{listing.animal_id}"))["animal"]

    assert card["sellerName"] == "রহিমা খাতুন"
    assert card["origin"]["nameInFull"].startswith("নিয়ামতপুর, করিমগঞ্জ, কিশোরগঞ্জ")
    assert card["latestWeight"] == {
        "grams": 220_000,
        "kilograms": 220.0,
        "method": "LoadCell",
        "ageDays": 3,
    }
    assert card["qurbani"] == {"fitness": "FIT", "reasons": []}
    assert card["sale"] == {"kind": "FIXED", "price": 12_000_000}
    assert card["sex"] == {"nameBn": "ষাঁড়"}


async def test_an_animal_that_never_was_for_sale_exists_for_its_owners_and_officers_only():
    partner = await factories.person()
    hidden = await factories.animal(co_owner=partner)
    outsider = await factories.officer(await factories.upazila("kishoreganj-itna"))
    seeing = {
        None: False,
        (await factories.person()).id: False,
        outsider.id: False,
        hidden.seller_id: True,
        partner.id: True,
        (await factories.officer()).id: True,
        (await factories.administrator()).id: True,
    }

    for viewer_id, sees in seeing.items():
        data = await asked(CARD, viewer_id, id=f"Animal:{hidden.id}")
        assert (data["animal"] is not None) is sees, viewer_id
    for wrong in ("Animal:0", "Animal:99999", f"Lot:{hidden.id}", f"Animal:{2**63}", "x"):
        assert (await asked(CARD, hidden.seller_id, id=wrong))["animal"] is None


async def test_a_lot_that_waits_for_its_officer_hides_its_animal_and_listing():
    listing = await factories.listing(kind=SaleKind.AUCTION)
    await Lot.create(
        listing=listing,
        animal_id=listing.animal_id,
        seller_id=listing.seller_id,
        haat_id=listing.haat_id,
        state=LotState.SUBMITTED,
        start_paisa=taka(1_000),
        step_table=[[None, 100]],
        soft_close_s=120,
    )
    officer = await factories.officer()
    query = "query ($a: ID!, $l: ID!) { animal(id: $a) { id } listing(id: $l) { id } }"
    variables = {"a": f"Animal:{listing.animal_id}", "l": f"Listing:{listing.id}"}

    for viewer_id, sees in ((None, False), (listing.seller_id, True), (officer.id, True)):
        data = await asked(query, viewer_id, **variables)
        assert [data[name] is not None for name in ("animal", "listing")] == [sees, sees]
    assert (await asked("{ listings { edges { node { id } } } }"))["listings"]["edges"] == []


async def test_the_history_shows_remarks_to_owner_and_officer_only():
    seller = await factories.verified_seller()
    animal = await factories.animal(seller)
    haat = await factories.haat()
    await done(
        "listForBargaining",
        seller.id,
        animalId=f"Animal:{animal.id}",
        haatId=f"Haat:{haat.id}",
        price=100_00,
        idempotencyKey="k",
    )
    query = "query ($id: ID!) { animal(id: $id) { history { kind } } }"

    public = await asked(query, id=f"Animal:{animal.id}")
    own = await asked(query, seller.id, id=f"Animal:{animal.id}")

    assert public["animal"]["history"] == []
    assert own["animal"]["history"] == [{"kind": "icarRemarkEventResource"}]


async def test_officers_have_their_queues_and_nobody_elses():
    near = await factories.animal(cleared=False, state=AnimalState.CHECK_PENDING)
    await factories.animal(
        cleared=False,
        state=AnimalState.CHECK_PENDING,
        origin=await factories.union("kishoreganj-itna-badla"),
    )
    query = "{ checksWaiting { edges { node { id } } } flags { edges { node { id } } } }"

    seen = {}
    for name, viewer in (
        ("officer", await factories.officer()),
        ("administrator", await factories.administrator()),
        ("citizen", await factories.person()),
    ):
        data = await asked(query, viewer.id)
        seen[name] = [edge["node"]["id"] for edge in data["checksWaiting"]["edges"]]

    assert seen["officer"] == [ids.encode("Animal", near.id)]
    assert len(seen["administrator"]) == 2
    assert seen["citizen"] == []


async def test_the_lists_to_choose_from_are_there_in_both_languages():
    data = await asked(
        "{ species { slug nameBn maxShares sexes { slug } breeds { nameEn } }"
        " qurbaniDefects { slug nameBn } }"
    )

    assert [kind["slug"] for kind in data["species"]] == [
        "cattle",
        "buffalo",
        "goat",
        "sheep",
        "dumba",
        "camel",
    ]
    assert len(data["qurbaniDefects"]) == 13


async def queues(query: str, viewer_id: int) -> tuple[int, int]:
    """Return how long the answer is, and how many statements it took."""
    with statements() as sent:
        data = await asked(query, viewer_id)
    (page,) = data.values()
    return len(page["edges"]), len(sent)


@pytest.mark.parametrize(
    "query",
    [
        "{ checksWaiting { edges { node { number origin { nameBn } latestWeight { grams } } } } }",
        "{ flags { edges { node { reason { bn } animal { sellerName } other { number } } } } }",
        "{ myAnimals { edges { node { number history { kind } sale { listingId } } } } }",
    ],
)
async def test_a_long_queue_takes_as_many_statements_as_a_short_one(query: str):
    viewer = await factories.officer()
    counts = []

    for size in (1, 9):
        for _ in range(size):
            waiting = await factories.animal(cleared=False, state=AnimalState.CHECK_PENDING)
            other = await factories.animal(viewer)
            claim = flagging.Claim(by=viewer.id, tag="T-1")
            await flagging.flag(
                FlagKind.SAME_TAG, waiting.id, other_id=other.id, at=NOON, claim=claim
            )
        counts.append(await queues(query, viewer.id))

    (short, few), (long, many) = counts
    assert (short, long) == (1, 10)
    assert few == many


async def test_a_tape_gives_an_estimate_of_the_weight(db):
    found = await asked("{ tapeWeight(lengthInch: 60, girthInch: 66) }")

    assert found == {"tapeWeight": 396_000}


async def test_a_lot_that_waits_is_shown_among_its_sellers_animals_alone():
    waiting = await submitted_lot()

    own = await asked("{ myAnimals { edges { node { sale { kind } } } } }", waiting.seller_id)
    card = await asked(
        f'{{ animal(id: "Animal:{waiting.animal_id}") {{ sale {{ kind }} }} }}', waiting.seller_id
    )

    assert own["myAnimals"]["edges"] == [{"node": {"sale": {"kind": "AUCTION"}}}]
    assert card == {"animal": {"sale": None}}
