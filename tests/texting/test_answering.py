"""What people write is done as by the app: same rules, same refusals, in their own language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hmk_graph.accounts.models import AccountState
from hmk_graph.answering_texts import charging
from hmk_graph.blood.models import BloodGroup, BloodRequest
from hmk_graph.discovery import indexing
from hmk_graph.dispatch.models import Trip, TripKind
from hmk_graph.haat.lot_models import Bid
from hmk_graph.money import taka
from hmk_graph.places import rules
from hmk_graph.texting import answering, wording
from realtime.budgets import Budgets
from schema.metering import SENSITIVE
from tests import auctions, factories
from tests.discovery.test_pricing import priced
from tests.dispatch import fleet
from tests.factories import NOON
from tests.texting.writing import DOORS, done, replied, wrote

pytestmark = pytest.mark.usefixtures("db")


async def bidder(language: str = "bn") -> str:
    """Return the phone of somebody who may bid."""
    return (await auctions.bidder(language=language)).phone or ""


async def test_a_bid_by_text_is_a_bid():
    cow = await auctions.lot()
    phone = await bidder()

    said = await replied(phone, f"ডাক {cow.id} ৮৫,০০০")

    bid = await Bid.get(lot_id=cow.id)
    assert (await bid.bidder).phone == phone
    assert bid.maximum_paisa == taka(85_000)
    number = wording.number(cow.id).bn
    assert said == f"লট {number}: আপনি এগিয়ে। দর ৳৫০,০০০, আপনার সর্বোচ্চ ৳৮৫,০০০।"


async def test_who_is_outbid_at_once_hears_what_would_do():
    cow = await auctions.lot()
    await replied(await bidder(), f"bid {cow.id} 90000")

    said = await replied(await bidder("en"), f"bid {cow.id} 60000")

    assert said == (
        f"Lot {cow.id}: somebody else leads. Price Tk 61,000, the next bid is Tk 62,000."
    )


async def test_a_bid_is_refused_as_by_the_app_and_leaves_no_trace():
    cow = await auctions.lot()
    stranger_to_the_haat = await factories.person(language="en")

    too_low = await replied(await bidder("en"), f"bid {cow.id} 100")
    unregistered = await replied(stranger_to_the_haat.phone or "", f"bid {cow.id} 85000")
    nowhere = await replied(await bidder(), "bid 999999 85000")

    assert "50,000" in too_low
    assert unregistered == "Accept the rules of this haat and register before you bid."
    assert nowhere == "এটি পাওয়া যায়নি।"
    assert await Bid.all().count() == 0


async def test_a_phone_that_nobody_registered_is_told_how_in_its_own_language():
    cow = await auctions.lot()

    bengali = await replied(factories.phone(), "ডাক ৭ ৮৫০০০")
    in_english = await replied(factories.phone(), f"bid {cow.id} 85000")

    assert "haat.example.org" in bengali
    assert bengali == wording.register("haat.example.org").bn
    assert in_english == wording.register("haat.example.org").en
    assert await Bid.all().count() == 0


async def test_blood_is_asked_for_at_the_place_that_is_named():
    place, person = await factories.union(), await factories.person()

    said = await replied(person.phone or "", "রক্ত বি+ ২ নিয়ামতপুর করিমগঞ্জ হাসপাতাল, ওয়ার্ড ৩")

    request = await BloodRequest.get(requester_id=person.id)
    assert (request.group, request.units) == (BloodGroup.B_POS, 2)
    assert request.place_id == place.id
    assert request.hospital == "নিয়ামতপুর করিমগঞ্জ হাসপাতাল, ওয়ার্ড 3"
    assert request.needed_by == NOON + answering.BLOOD_WITHIN
    assert said.startswith("নিয়ামতপুর, করিমগঞ্জ: ২ ব্যাগ রক্তের")


async def test_a_place_that_nobody_knows_is_asked_for_instead_of_guessed():
    await factories.union()
    person = await factories.person(language="en")

    said = await replied(person.phone or "", "ambulance quickly please")

    assert said.startswith("The place is not clear.")
    assert await Trip.all().count() == 0


async def test_what_another_district_is_called_is_no_slip_of_the_pen():
    await factories.union("kishoreganj-mithamain-dhaki")
    await factories.district()
    person = await factories.person(language="en")

    slip = await replied(person.phone or "", "blood B+ 2 dhakki hospital")
    elsewhere = await replied(person.phone or "", "blood B+ 2 dhaka medical")

    assert slip.startswith("Dhaki, Mithamain: donors are asked")
    assert elsewhere.startswith("The place is not clear.")


async def test_one_of_two_unions_of_a_name_is_not_guessed():
    for upazila in ("Karimganj", "Itna"):
        place = await factories.union(f"kishoreganj-{upazila.lower()}-joysiddhi")
        place.words = rules.written_words(["Joysiddhi"], kind=place.kind, parents=[upazila])
        await place.save(update_fields=["words"])
    person = await factories.person(language="en")

    either = await replied(person.phone or "", "blood B+ 2 joysiddhi")
    one = await replied(person.phone or "", "blood B+ 2 joysiddhi itna")

    assert either.startswith("The place is not clear.")
    assert one.startswith("Joysiddhi, Itna: donors are asked for 2 units")


async def test_an_ambulance_is_called_to_where_the_sender_lives_if_he_names_no_place():
    home = await fleet.area()
    person = await factories.person(home=home)

    said = await replied(person.phone or "", "অ্যাম্বুলেন্স")

    trip = await Trip.get(requester_id=person.id)
    assert (trip.kind, trip.urgent, trip.contact_phone) == (
        TripKind.AMBULANCE,
        True,
        person.phone,
    )
    assert said.startswith("নিয়ামতপুর, করিমগঞ্জ: অ্যাম্বুলেন্স ডাকা হচ্ছে")
    assert "৯৯৯" in said


async def test_an_ambulance_comes_to_the_place_that_is_named_with_the_words_for_its_driver():
    await fleet.area()
    person = await factories.person(language="en")

    said = await replied(person.phone or "", "ambulence niamatpur bazar, house of Karim")

    trip = await Trip.get(requester_id=person.id)
    assert trip.pickup_note == "niamatpur bazar, house of Karim"
    assert said.startswith("Niamatpur, Karimganj: an ambulance is being called")


async def test_prices_are_told_to_everybody():
    await factories.union()
    for amount in range(1, 21):
        await priced(taka(100 * amount))
    await indexing.rebuild()

    bengali = await replied(factories.phone(), "দাম ইলেকট্রিশিয়ান নিয়ামতপুর")
    in_english = await replied(factories.phone(), "price electrican niamatpur")

    assert bengali == "নিয়ামতপুর: ইলেকট্রিশিয়ান ৳১,০০০ (প্রতিবার), সাধারণত ৳২০০ থেকে ৳১,৮০০।"
    assert in_english == "Niamatpur: Electrician Tk 1,000 a visit, mostly Tk 200 to Tk 1,800."


async def test_of_few_prices_none_is_told():
    await factories.union()
    await priced(taka(500))
    await indexing.rebuild()

    said = await replied(factories.phone(), "price electrician niamatpur")

    assert said.startswith("Niamatpur: too few prices")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("price elephant niamatpur", "No such service or animal is known."),
        ("hello", "Write: price SERVICE"),
        ("bid 7", "Write: bid LOT TAKA"),
    ],
)
async def test_what_is_not_understood_is_answered_by_how_to_write_it(text: str, answer: str):
    assert (await replied(factories.phone(), text)).startswith(answer)


async def test_who_is_suspended_is_refused_by_text_as_well():
    await fleet.area()
    person = await factories.person(language="en", state=AccountState.SUSPENDED)

    said = await replied(person.phone or "", "ambulance niamatpur")

    assert "suspended" in said
    assert await Trip.all().count() == 0


async def test_bids_by_text_and_by_the_app_spend_one_budget():
    cow = await auctions.lot()
    person = await auctions.bidder(language="en")
    budgets = Budgets(None)
    doors = replace(DOORS, charge=charging(budgets, points=60_000))
    most = SENSITIVE["bid"].person.most
    await doors.charge(person.id, "elsewhere", {"bid": most})

    said = await replied(person.phone or "", f"bid {cow.id} 85000", doors=doors)

    assert said.startswith("Too many tries.")
    assert await Bid.all().count() == 0


async def test_what_was_done_before_a_crash_is_answered_the_same_and_done_once():
    cow = await auctions.lot()
    message = await wrote(await bidder(), f"bid {cow.id} 85000")
    await done()
    await message.refresh_from_db()
    first = message.reply

    again = await answering.answer(message, DOORS, clock=factories.at(NOON))

    assert again == first
    assert await Bid.all().count() == 1
