"""From a farm to a buyer: a seller, an officer and a bidder, each on pages alone."""

import asyncio
from datetime import timedelta

from hmk_graph import deadlines
from hmk_graph.clock import database_clock
from hmk_graph.haat.lot_models import Lot, LotState
from tests.auctions import bidder
from tests.browser.lot_page import LotPage
from tests.browser.marks import IN_ONE_BROWSER
from tests.factories import haat as haat_place
from tests.factories import officer, person, union, upazila

pytestmark = IN_ONE_BROWSER


async def press(page, *names):
    for name in names:
        await page.role("button", name).click()


async def decide(page, desk, *names):
    """Open the officer's page anew, one of its desks, and press what decides."""
    await page.call("reload")
    await page.css(f"nav.tabs button:has-text('{desk}')").click()
    await press(page, *names)


async def leaf_to(page, row):
    """Turn the pages of a desk until a row is there: others brought theirs before."""
    more = "button:text-is('আরও')"
    await page.css(f"{row}, {more}").first.appears()
    while await page.css(row).count() == 0:
        rows = await page.css("li.card").count()
        await page.css(more).click()
        await page.until("rows => document.querySelectorAll('li.card').length > rows", rows)


async def apply(page):
    await page.role("textbox", "খামার বা বাড়ির নাম").fill("চরপাড়া খামার")
    await page.role("textbox", "গ্রাম").fill("চরপাড়া")
    await page.role("textbox", "কী বেচতে চান, দু-এক কথায়").fill("নিজের পালা দুটি ষাঁড়")
    await press(page, "আবেদন পাঠান")
    await page.css("[role=status]:has-text('আবেদন কর্মকর্তার কাছে')").appears()


async def write_animal_down(page):
    await press(page, "নতুন পশু লিখুন")
    await page.css("label:has(input[value=bull])").click()
    await press(page, "পরের ধাপ")
    await page.role("textbox", "নাম (থাকলে)").fill("সুলতান")
    await page.role("textbox", "রং").fill("লাল")
    await page.css("label:has(input[value='2'])").click()
    await page.role("textbox", "গ্রাম").fill("চরপাড়া")
    await press(page, "পরের ধাপ")
    await page.role("textbox", "ওজন (কেজি)").fill("৩১২")
    await press(page, "পরের ধাপ", "পশু লিখে রাখুন", "পরীক্ষা চান")
    await page.css("strong:has-text('পশু চিকিৎসকের অপেক্ষায়')").appears()


async def clear(page):
    await decide(page, "পশু পরীক্ষা")
    card = "li:has(h2:text-is('সুলতান'))"
    await page.css(f"{card} >> label:has-text('পশু চিকিৎসকের নাম')").appears()
    await page.css(f"{card} >> .field:has-text('পশু চিকিৎসকের নাম') >> input").fill("ডা. হাসান")
    await page.css(f"{card} >> .field:has-text('নিবন্ধন নম্বর') >> input").fill("৪৪১২")
    await page.css(f"{card} >> button:text-is('বেচার উপযুক্ত')").click()
    await page.css(card).goes()


async def offer(page):
    await page.call("reload")
    await press(page, "বিক্রিতে তুলুন")
    await page.role("textbox", "ডাক শুরু কত থেকে (টাকা)").fill("১,২০,০০০")
    await press(page, "হাটে তুলুন")
    await page.css("strong:has-text('বিক্রিতে আছে')").appears()


async def begin_now(cow):
    """Let the time pass until the lot begins."""
    now = await database_clock()
    await Lot.filter(id=cow.id).update(starts_at=now - timedelta(seconds=1))
    await deadlines.arm("haat.open_lot", cow.id, now)
    async with asyncio.timeout(60):
        while (await Lot.get(id=cow.id)).state != LotState.OPEN:
            await asyncio.sleep(0.05)


async def test_a_seller_an_officer_and_a_buyer_bring_an_animal_to_the_haat(haat):
    await haat_place()
    home = await union()
    seller = await person("মর্জিনা আক্তার", home=home)
    desk = await haat.visitor(await officer(await upazila()))
    farm = await haat.visitor(seller)
    for page, path in ((farm, "/haat/sell"), (desk, "/officer")):
        await page.goto(f"{haat.house.lines[0].url}{path}")

    await apply(farm)
    await decide(desk, "বিক্রেতার আবেদন", "যাচাই হয়েছে", "হ্যাঁ, করুন")
    await farm.role("button", "নতুন পশু লিখুন").appears()
    await write_animal_down(farm)
    await clear(desk)
    await offer(farm)
    cow = await Lot.get(seller_id=seller.id)
    await decide(desk, "ডাকে তোলার আবেদন")
    await leaf_to(desk, "li:has-text('মর্জিনা আক্তার')")
    waiting = desk.css("li:has-text('মর্জিনা আক্তার'):has-text('সময় ঠিক করুন')")
    await desk.css("li:has-text('মর্জিনা আক্তার') >> button:text-is('সময় ঠিক করুন')").click()
    await waiting.goes()
    await begin_now(cow)

    buyer = await LotPage(await haat.visitor(await bidder())).open(haat.house.lines[1], cow)
    await buyer.amount.fill("১,২০,০০০")
    await buyer.place_bid.click()
    await press(buyer.page, "হ্যাঁ, ডাক দিন")

    await buyer.shows('ol[aria-label="সব ডাক"] li.own', "৳১,২০,০০০")
    await buyer.shows_the_whole_log_of(cow)
