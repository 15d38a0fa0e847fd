"""A seller's errands: weights, defects, another price, by the kilogram, and taking it back."""

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.clock import database_clock
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.sale_models import Deal, DealState, Listing
from hmk_graph.haat.selling_errors import WeightNotAgreed
from hmk_graph.money import taka
from tests.auctions import submitted_lot
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.browser.test_files import seller
from tests.factories import animal, listing, weight
from tests.factories import haat as haat_place
from tests.haat.test_selling_by_weight import paid, weigh

pytestmark = IN_ONE_BROWSER

CARE = "summary:has-text('ওজন, ত্রুটি')"


async def test_a_seller_weighs_an_animal_tells_its_defects_and_takes_it_off(haat):
    someone = await seller()
    cow = await animal(someone, cleared=False)
    selling = await with_axe(await haat.visitor(someone))
    await selling.goto(f"{haat.house.lines[0].url}/haat/sell")

    await selling.css(CARE).click()
    await press(selling, "ওজন লিখুন")
    await selling.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(selling)) == ""
    await selling.role("textbox", "ওজন (কেজি)").fill("৩১০.৫")
    await press(selling, "ওজন লিখুন")
    await selling.css("p:has-text('৩১০.৫ কেজি')").appears()
    await selling.css("label:has-text('লেজের বেশির ভাগ') input").click()
    await press(selling, "ত্রুটি জানান")
    await selling.css("text=লেখা হয়েছে।").appears()
    await press(selling, "পশুটি সরিয়ে নিন")
    await selling.css("dialog textarea").fill("বাড়িতে রেখে দেব, বেচব না")
    await press(selling, "হ্যাঁ, জানান")

    await selling.css("strong:has-text('তুলে নেওয়া')").appears()
    cow = await Animal.get(id=cow.id)
    assert (cow.state, len(cow.defects or [])) == (AnimalState.WITHDRAWN, 1)


async def test_an_animal_is_offered_by_the_kilogram_and_another_at_another_price(haat):
    someone = await seller()
    cow = await animal(someone, weight_kg=None)
    await weight(cow, 400, measured_at=await database_clock())
    goat = await listing(await animal(someone), price=taka(95_000))
    await haat_place()
    selling = await with_axe(await haat.visitor(someone))
    await selling.goto(f"{haat.house.lines[0].url}/haat/sell")

    await press(selling, "বিক্রিতে তুলুন")
    await selling.css("label:has-text('ওজনে') input").click()
    await selling.role("textbox", "কেজিপ্রতি দর (টাকা)").fill("৫০০")
    await press(selling, "হাটে তুলুন")
    offered = f"a[href='/haat/sale/{goat.id + 1}']"
    await selling.css(offered).click()
    await selling.css("text=কেজিপ্রতি ৳৫০০; লেখা ওজন ৪০০ কেজি").appears()
    assert "\n".join(await barriers_on(selling)) == ""
    await selling.goto(f"{haat.house.lines[0].url}/haat/sale/{goat.id}")
    await selling.role("textbox", "নতুন দাম (টাকা)").fill("৯০,০০০")
    await press(selling, "দাম বদলান")

    await selling.css(".price:has-text('৳৯০,০০০')").appears()
    assert (await Listing.get(id=goat.id)).price_paisa == taka(90_000)
    assert (await Listing.get(animal_id=cow.id)).per_kg_paisa == taka(500)


async def test_a_lot_is_taken_back_before_anybody_bids(haat):
    someone = await seller()
    cow = await submitted_lot(seller=someone)
    selling = await haat.visitor(someone)
    await selling.goto(f"{haat.house.lines[0].url}/haat/sell")

    await selling.css(f"a[href='/haat/sale/{cow.listing_id}']").click()
    await press(selling, "ডাক থেকে তুলে নিন", "হ্যাঁ, তুলে নিন")

    await selling.role("button", "ডাক থেকে তুলে নিন").goes()
    assert (await Lot.get(id=cow.id)).state == LotState.WITHDRAWN


async def test_a_buyer_refuses_a_weight_that_was_not_agreed(haat):
    deal = await paid()
    with pytest.raises(WeightNotAgreed):
        await weigh(deal, 350_000)
    buying = await with_axe(await haat.visitor(await Account.get(id=deal.buyer_id)))
    await buying.goto(f"{haat.house.lines[0].url}/haat/deal/{deal.id}")

    await buying.css("text=লেখা ছিল ৪০০ কেজি, স্কেলে এসেছে ৩৫০ কেজি").appears()
    assert "\n".join(await barriers_on(buying)) == ""
    await press(buying, "নেব না, টাকা ফেরত চাই", "হ্যাঁ")

    await buying.css("strong:has-text('ক্রেতা টাকা ফেরত পেয়েছেন')").appears()
    assert (await Deal.get(id=deal.id)).state == DealState.REFUNDED
