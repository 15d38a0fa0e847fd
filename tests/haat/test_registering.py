"""Registering animals: who may, what is believed, and what a second tag leads to."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import registering, tagging
from hmk_graph.haat.animal_models import (
    Animal,
    AnimalEvent,
    AnimalIdentifier,
    AnimalState,
    AnimalWeight,
    CoOwner,
    FlagKind,
    OfficerFlag,
)
from hmk_graph.haat.registering import NewAnimal
from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.haat.selling_errors import NotVerifiedSeller, NotYourPurchase, TagInUse
from hmk_graph.haat.tagging import Tag
from hmk_graph.haat.weighing import Weighing
from hmk_graph.idempotency import IdempotencyConflict, IdempotencyKey
from tests import factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

CHIP = Tag(scheme="std.iso.11785", value="050 0000 1234 5678")
PLATE = Tag(scheme="farm.tag", value="করিম-১২")


async def described(**other: Any) -> NewAnimal:
    origin = await factories.union()
    ordinary: dict[str, Any] = {
        "species": "cattle",
        "sex": "bull",
        "breed": "local",
        "origin_id": origin.id,
        "teeth": 2,
        "coat_color": "লাল",
        "village": "চরপাড়া",
    }
    return NewAnimal(**{**ordinary, **other})


async def register(seller: Any, new: NewAnimal, key: str = "key-1") -> Animal:
    return await registering.register_animal(seller.id, new, idempotency_key=key, clock=at(NOON))


async def test_a_verified_seller_registers_an_animal_with_its_tags_weight_and_part_owner():
    seller = await factories.verified_seller()
    brother = await factories.person("ছোট ভাই")
    weighed = Weighing(grams=221_500, method="LoadCell", measured_at=NOON - timedelta(days=1))
    new = await described(
        tags=(CHIP, PLATE),
        co_owner_phones=(f"0{(brother.phone or '')[4:]}",),
        weight=weighed,
        defects=("lame",),
    )

    animal = await register(seller, new)

    tags = await AnimalIdentifier.filter(animal=animal).order_by("id")
    assert [(tag.scheme, tag.value) for tag in tags] == [
        ("hmk", tagging.issued(animal.id).value),
        ("std.iso.11785", "050000012345678"),
        ("farm.tag", "করিম-12"),
    ]
    assert animal.state == AnimalState.REGISTERED
    assert animal.defects == ["lame"]
    assert await CoOwner.filter(animal=animal).values_list("account_id", flat=True) == [brother.id]
    assert await AnimalWeight.filter(animal=animal).values_list("grams", flat=True) == [221_500]
    kinds = await AnimalEvent.filter(animal=animal).order_by("id").values_list("kind", flat=True)
    assert kinds == ["icarMovementBirthEventResource", "icarWeightEventResource"]


async def test_who_is_not_verified_registers_nothing():
    stranger = await factories.person()

    with pytest.raises(NotVerifiedSeller):
        await register(stranger, await described())

    assert await Animal.all().count() == 0
    assert await IdempotencyKey.all().count() == 0


async def test_one_key_makes_one_animal_and_serves_no_other_input():
    seller = await factories.verified_seller()

    first, second = [await register(seller, await described()) for _ in range(2)]
    with pytest.raises(IdempotencyConflict):
        await register(seller, await described(teeth=4))

    assert first.id == second.id
    assert await Animal.all().count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"species": "unicorn"}, "species"),
        ({"sex": "doe"}, "sex"),
        ({"breed": "zebra"}, "breed"),
        ({"breed": "other: "}, "breed"),
        ({"teeth": 3}, "teeth"),
        ({"teeth": None}, "birthDate"),
        ({"birth_date": date(2026, 5, 21)}, "birthDate"),
        ({"birth_date": date(1900, 1, 1)}, "birthDate"),
        ({"birth_date": date(2024, 1, 1), "owned_since": date(2023, 1, 1)}, "ownedSince"),
        ({"name": "র" * 81}, "name"),
        ({"name": "রাজা\u202eabc"}, "name"),
        ({"village": "a\x00b"}, "village"),
        ({"defects": ("ugly",)}, "defects"),
        ({"tags": (Tag(scheme="hmk", value="HMK-000001-1"),)}, "tags"),
        ({"tags": (Tag(scheme="std.iso.11785", value="050274877906944"),)}, "identifier"),
        ({"co_owner_phones": ("01700000001",)}, "coOwnerPhones"),
        ({"co_owner_phones": ("999",)}, "coOwnerPhones"),
        ({"origin_id": 999_999}, "originId"),
        ({"weight": Weighing(grams=0, method="LoadCell", measured_at=NOON)}, "grams"),
        ({"weight": Weighing(grams=-5, method="LoadCell", measured_at=NOON)}, "grams"),
        ({"weight": Weighing(grams=2**63, method="LoadCell", measured_at=NOON)}, "grams"),
        ({"weight": Weighing(grams=9**6, method="Guess", measured_at=NOON)}, "method"),
        (
            {
                "weight": Weighing(
                    grams=200_000, method="Girth", measured_at=NOON + timedelta(seconds=1)
                )
            },
            "measuredAt",
        ),
    ],
)
async def test_a_bad_value_is_named_and_leaves_nothing(wrong: dict[str, Any], field: str):
    seller = await factories.verified_seller()

    with pytest.raises(BadInput) as refusal:
        await register(seller, await described(**wrong))

    assert refusal.value.params["name"] == field
    assert await Animal.all().count() == 0
    assert await AnimalEvent.all().count() == 0
    assert await IdempotencyKey.all().count() == 0


async def test_a_breed_of_ones_own_is_kept_in_ones_own_words():
    animal = await register(
        await factories.verified_seller(), await described(breed="other: Kankrej ")
    )

    assert animal.breed == "other:Kankrej"


async def test_an_animal_is_at_home_in_a_union_not_in_a_district():
    district = await factories.district()

    with pytest.raises(BadInput):
        await register(await factories.verified_seller(), await described(origin_id=district.id))


async def test_a_tag_of_a_living_animal_is_refused_and_officers_see_who_tried():
    holder = await register(await factories.verified_seller(), await described(tags=(PLATE,)))
    rival = await factories.verified_seller("আরেকজন")

    with pytest.raises(TagInUse) as refusal:
        await register(rival, await described(tags=(PLATE,)))

    assert refusal.value.value == "করিম-12"
    assert await Animal.all().count() == 1
    flag = await OfficerFlag.get()
    assert (flag.kind, flag.animal_id) == (FlagKind.SAME_TAG, holder.id)
    assert (flag.claimant_id, flag.claimed_tag, flag.note) == (rival.id, "করিম-12", "")


async def test_of_ten_who_claim_one_tag_at_once_exactly_one_gets_it():
    new = await described(tags=(CHIP,))
    sellers = [await factories.verified_seller(f"বিক্রেতা {n}") for n in range(10)]

    outcomes = await asyncio.gather(
        *(register(seller, new) for seller in sellers), return_exceptions=True
    )

    named = sorted(type(outcome).__name__ for outcome in outcomes)
    assert named == ["Animal"] + ["TagInUse"] * 9
    assert await Animal.all().count() == 1


async def test_the_tag_of_a_dead_animal_is_free():
    dead = await factories.animal(tag="A-1", state=AnimalState.DEAD, cleared=False)
    await AnimalIdentifier.filter(animal=dead).update(living=False)

    animal = await register(
        await factories.verified_seller(),
        await described(tags=(Tag(scheme="farm.tag", value="a-1"),)),
    )

    assert animal.id != dead.id


async def test_a_chain_begins_with_an_animal_bought_here_and_received():
    trader = await factories.verified_seller()
    earlier = await factories.animal(state=AnimalState.HANDED_OVER)
    listing = await factories.listing(earlier)
    await Animal.filter(id=earlier.id).update(state=AnimalState.HANDED_OVER)

    with pytest.raises(NotYourPurchase):
        await register(trader, await described(chain_of=earlier.id))
    await Deal.create(
        animal=earlier,
        listing=listing,
        seller_id=earlier.seller_id,
        buyer=trader,
        amount_paisa=100,
        state=DealState.COMPLETED,
        made_at=NOON,
    )
    animal = await register(trader, await described(chain_of=earlier.id))

    assert animal.chain_of_id == earlier.id
    arrival = await AnimalEvent.get(animal=animal)
    assert (arrival.kind, arrival.payload["arrivalReason"]) == (
        "icarMovementArrivalEventResource",
        "Purchase",
    )


async def test_a_new_weight_after_the_clearance_sends_the_animal_back_to_the_check():
    animal = await factories.animal()
    heavier = Weighing(grams=240_000, method="LoadCell", measured_at=NOON)

    changed = await registering.weigh_animal(animal.seller_id, animal.id, heavier, clock=at(NOON))

    assert changed.state == AnimalState.CHECK_PENDING
    assert (await Animal.get(id=animal.id)).cleared_until is None


async def test_while_it_is_for_sale_an_animal_is_not_weighed_anew():
    animal = await factories.animal()
    await factories.listing(animal)
    heavier = Weighing(grams=240_000, method="LoadCell", measured_at=NOON)

    with pytest.raises(StaleState):
        await registering.weigh_animal(animal.seller_id, animal.id, heavier, clock=at(NOON))

    assert await AnimalWeight.filter(animal=animal).count() == 1


async def test_nobody_weighs_a_strangers_animal_but_the_officer_of_its_origin():
    animal = await factories.animal(cleared=False)
    weight = Weighing(grams=240_000, method="Girth", measured_at=NOON)
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))
    near = await factories.officer()

    for person in (await factories.person(), await factories.verified_seller(), elsewhere):
        with pytest.raises(NotFound):
            await registering.weigh_animal(person.id, animal.id, weight, clock=at(NOON))
    await registering.weigh_animal(near.id, animal.id, weight, clock=at(NOON))

    assert await AnimalWeight.filter(animal=animal).count() == 2


async def test_the_history_of_an_animal_can_neither_be_changed_nor_deleted():
    animal = await register(await factories.verified_seller(), await described())

    with pytest.raises(Exception, match="append-only"):
        await AnimalEvent.filter(animal=animal).update(kind="nothing")
    with pytest.raises(Exception, match="append-only"):
        await AnimalEvent.filter(animal=animal).delete()


def test_the_check_digit_finds_every_wrong_digit_and_every_swap():
    for number in (1, 123, 40_817, 999_999):
        good = tagging.issued(number).value
        digits, check = good[4:-2], int(good[-1])
        for place in range(len(digits)):
            for other in "0123456789":
                wrong = digits[:place] + other + digits[place + 1 :]
                assert (tagging.check_digit(wrong) == check) is (wrong == digits)
            swapped = digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]
            assert (tagging.check_digit(swapped) == check) is (swapped == digits)
