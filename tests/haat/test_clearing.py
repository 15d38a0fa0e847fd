"""The vet's check: who asks, who may write the paper, how long it holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.errors import BadInput, DomainError, NotAllowed, NotFound, StaleState
from hmk_graph.haat import clearing, registering
from hmk_graph.haat.animal_models import (
    Animal,
    AnimalEvent,
    AnimalIdentifier,
    AnimalState,
    VetClearance,
)
from hmk_graph.haat.clearing import Examination
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState, SaleKind
from hmk_graph.haat.selling_errors import (
    AnimalPromised,
    Bond,
    CheckNotReady,
    LotNotWithdrawn,
    OwnAnimal,
)
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

FOUND_WELL = Examination(vet_name="ডা. সালমা আক্তার", registration_no="BVC-4711")
FOUND_ILL = Examination(
    vet_name="ডা. সালমা আক্তার", registration_no="BVC-4711", findings="জ্বর ১০৫, মুখে ঘা।"
)


async def waiting(**other: object) -> Animal:
    return await factories.animal(
        cleared=False, state=AnimalState.CHECK_PENDING, defects=[], **other
    )


async def test_an_officer_clears_an_animal_for_seven_days_and_its_seller_hears_it():
    animal = await waiting()
    officer = await factories.officer()

    paper = await clearing.clear(officer.id, animal.id, FOUND_WELL, clock=at(NOON))

    cleared = await Animal.get(id=animal.id)
    assert cleared.state == AnimalState.CLEARED
    assert cleared.cleared_until == paper.valid_until == NOON + timedelta(days=7)
    [event] = await event_log.after(f"accounts.account.{animal.seller_id}", 0)
    assert (event.kind, event.payload["state"]) == ("haat.animal_checked", "CLEARED")
    observed = await AnimalEvent.get(animal=animal)
    assert (observed.kind, observed.payload["healthStatus"]) == (
        "icarHealthStatusObservedEventResource",
        "Healthy",
    )


async def test_a_failed_check_says_why_and_may_be_asked_for_again():
    animal = await waiting()
    officer = await factories.officer()

    paper = await clearing.fail(officer.id, animal.id, FOUND_ILL, clock=at(NOON))
    with pytest.raises(BadInput):
        await clearing.fail(officer.id, animal.id, FOUND_WELL, clock=at(NOON))
    again = await clearing.request_check(animal.seller_id, animal.id, clock=at(NOON))

    assert (paper.passed, paper.valid_until) == (False, None)
    assert again.state == AnimalState.CHECK_PENDING


@pytest.mark.parametrize("who", ["citizen", "seller", "elsewhere", "nobody"])
async def test_only_an_officer_of_the_area_clears_and_others_learn_nothing(who: str):
    animal = await waiting()
    people = {
        "citizen": (await factories.person()).id,
        "seller": (await factories.verified_seller()).id,
        "elsewhere": (await factories.officer(await factories.upazila("kishoreganj-itna"))).id,
    }

    with pytest.raises(DomainError) as refusal:
        await clearing.clear(people.get(who, 999_999), animal.id, FOUND_WELL, clock=at(NOON))

    assert refusal.type.__name__ == ("NotSignedIn" if who == "nobody" else "NotFound")
    assert await VetClearance.all().count() == 0
    assert (await Animal.get(id=animal.id)).state == AnimalState.CHECK_PENDING


async def test_no_officer_clears_an_animal_of_his_own_or_one_he_has_a_part_of():
    officer = await factories.officer()
    own = await waiting(seller=officer)
    shared = await waiting(co_owner=officer)

    for animal, bond in ((own, Bond.SELLER), (shared, Bond.CO_OWNER)):
        with pytest.raises(OwnAnimal) as refusal:
            await clearing.clear(officer.id, animal.id, FOUND_WELL, clock=at(NOON))
        assert refusal.value.bond is bond

    assert await VetClearance.all().count() == 0


async def test_the_officer_of_the_haat_clears_an_animal_that_comes_from_elsewhere():
    animal = await waiting(origin=await factories.union("kishoreganj-itna-badla"))
    haat = await factories.haat()
    officer = await factories.officer()
    at_haat = Examination(vet_name="ডা. কামাল", registration_no="BVC-1", haat_place_id=haat.place_id)

    with pytest.raises(NotFound):
        await clearing.clear(officer.id, animal.id, FOUND_WELL, clock=at(NOON))
    await clearing.clear(officer.id, animal.id, at_haat, clock=at(NOON))

    assert (await Animal.get(id=animal.id)).state == AnimalState.CLEARED


async def test_before_the_check_weight_and_checklist_are_there():
    animal = await factories.animal(cleared=False, weight_kg=None)

    with pytest.raises(CheckNotReady) as refusal:
        await clearing.request_check(animal.seller_id, animal.id, clock=at(NOON))

    assert refusal.value.missing == ["defects", "weight"]
    await factories.weight(animal, 200)
    await registering.answer_checklist(animal.seller_id, animal.id, (), clock=at(NOON))
    asked = await clearing.request_check(animal.seller_id, animal.id, clock=at(NOON))
    assert asked.state == AnimalState.CHECK_PENDING


async def test_a_clearance_can_be_renewed_before_it_runs_out():
    animal = await factories.animal(defects=[])

    asked = await clearing.request_check(animal.seller_id, animal.id, clock=at(NOON))

    assert (asked.state, asked.cleared_until) == (AnimalState.CHECK_PENDING, None)


async def test_withdrawing_ends_the_listing_and_frees_the_tags():
    animal = await factories.animal(tag="A-1")
    listing = await factories.listing(animal)

    await clearing.withdraw(
        animal.seller_id, animal.id, reason="পশুটি রেখে দেব, তাই।", clock=at(NOON)
    )

    assert (await Animal.get(id=animal.id)).state == AnimalState.WITHDRAWN
    assert (await Listing.get(id=listing.id)).state == ListingState.WITHDRAWN
    assert not await AnimalIdentifier.exists(animal=animal, living=True)
    [event] = await event_log.after(f"haat.haat.{listing.haat_id}", 0)
    assert event.kind == "haat.listing_ended"


async def test_an_animal_in_an_auction_or_bought_by_somebody_is_not_withdrawn():
    on_the_block = await factories.animal()
    await factories.listing(on_the_block, kind=SaleKind.AUCTION)
    bought = await factories.animal(state=AnimalState.RESERVED)

    with pytest.raises(LotNotWithdrawn):
        await clearing.withdraw(
            on_the_block.seller_id, on_the_block.id, reason="রেখে দেব, তাই তুলছি", clock=at(NOON)
        )
    with pytest.raises(AnimalPromised):
        await clearing.withdraw(
            bought.seller_id, bought.id, reason="রেখে দেব, তাই তুলছি", clock=at(NOON)
        )

    assert (await Animal.get(id=on_the_block.id)).state == AnimalState.LISTED
    assert (await Animal.get(id=bought.id)).state == AnimalState.RESERVED


async def test_a_death_cancels_the_unpaid_deal_and_only_an_officer_reports_it_then():
    listing = await factories.listing()
    buyer = await factories.person()
    await Animal.filter(id=listing.animal_id).update(state=AnimalState.RESERVED)
    await Listing.filter(id=listing.id).update(state=ListingState.RESERVED)
    deal = await Deal.create(
        animal_id=listing.animal_id,
        listing=listing,
        seller_id=listing.seller_id,
        buyer=buyer,
        amount_paisa=taka(1_000),
        made_at=NOON,
    )
    officer = await factories.officer()
    reason = "রাতে মারা গেছে, পশু হাসপাতাল জানে।"

    with pytest.raises(NotAllowed):
        await clearing.report_death(
            listing.seller_id, listing.animal_id, reason=reason, clock=at(NOON)
        )
    await clearing.report_death(officer.id, listing.animal_id, reason=reason, clock=at(NOON))

    assert (await Animal.get(id=listing.animal_id)).state == AnimalState.DEAD
    assert (await Deal.get(id=deal.id)).state == DealState.CANCELLED
    assert (await Listing.get(id=listing.id)).state == ListingState.ENDED
    told = [event.kind for event in await event_log.after(f"accounts.account.{buyer.id}", 0)]
    assert told == ["haat.deal_canceled"]


async def test_the_dead_stay_dead():
    animal = await factories.animal(state=AnimalState.DEAD)
    officer = await factories.officer()

    with pytest.raises(StaleState):
        await clearing.request_check(animal.seller_id, animal.id, clock=at(NOON)) if (
            animal.defects is not None
        ) else await clearing.report_death(
            officer.id, animal.id, reason="আবার মৃত্যুর খবর এল", clock=at(NOON)
        )
