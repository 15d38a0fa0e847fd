"""Bidding as a person does it: by keyboard, in Bengali digits, against somebody."""

from hmk_graph.haat.lot_models import Bid
from tests.auctions import bidder
from tests.browser.lot_page import LotPage
from tests.browser.marks import IN_ONE_BROWSER

pytestmark = IN_ONE_BROWSER

FOCUSED = """name => {
    const at = document.activeElement
    const called = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent
    return called.trim() === name
}"""


async def tab_to(page, name):
    """Press Tab until what has this name has the focus."""
    for _ in range(40):
        await page.press("Tab")
        if await page.run(FOCUSED, name):
            return
    raise AssertionError(f"Tab never comes to {name}")


async def test_a_bid_with_the_keyboard_alone_in_bengali_digits(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    buyer = await bidder()
    page = await LotPage(await haat.visitor(buyer)).open(line, cow)

    await tab_to(page.page, "আপনার ডাক (টাকা)")
    await page.page.browser.ask(page.page.thing, calls=[["keyboard"], ["insertText", "৳৫২,০০০"]])
    await page.page.press("Enter")
    await page.shows("dialog", "বায়ান্ন হাজার টাকা")
    await page.shows("dialog", "৳৫২,০০০")
    await tab_to(page.page, "হ্যাঁ, ডাক দিন")
    await page.page.press("Enter")

    await page.price_is("৳৫০,০০০")
    await page.shows('ol[aria-label="সব ডাক"] li.own', "আপনি")
    bid = await Bid.get(lot_id=cow.id)
    # Now that it is in the log: an empty one is equal to an empty list.
    await page.shows_the_whole_log_of(cow)
    assert (bid.bidder_id, bid.maximum_paisa) == (buyer.id, 5_200_000)
    assert len(await page.rows()) == 1


async def test_who_is_outbid_is_told_and_raises_with_one_tap_and_a_yes(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    buyer = await bidder()
    page = await LotPage(await haat.visitor(buyer)).open(line, cow)
    rival, _ = await haat.rivals()
    await page.amount.fill("৫১,০০০")
    await page.place_bid.click()
    await page.page.role("button", "হ্যাঁ, ডাক দিন").click()
    await page.shows('ol[aria-label="সব ডাক"]', "আপনি")

    await rival.bids(cow, 52_000)
    await page.shows("[role=alert]", "আপনার উপরে ডাক পড়েছে")
    await page.page.role("button", "এক ধাপ বাড়ান (৳৫৩,০০০)").click()
    await page.page.role("button", "হ্যাঁ, ডাক দিন").click()

    await page.price_is("৳৫৩,০০০")
    await page.page.css(".outbid").goes()
    await page.shows_the_whole_log_of(cow)
    assert [row[1] for row in await page.rows()] == ["৳৫৩,০০০", "৳৫২,০০০", "৳৫০,০০০"]


async def test_who_is_not_signed_in_does_so_over_the_page_and_bids_the_same_amount(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    buyer = await bidder()
    page = await LotPage(await haat.visitor()).open(line, cow)

    await page.amount.fill("৫৫০০০")
    await page.place_bid.click()
    await page.page.role("textbox", "আপনার মোবাইল নম্বর").fill(buyer.phone.removeprefix("+88"))
    await page.page.role("button", "কোড পাঠান").click()
    await page.page.role("textbox", "কোড").fill("১২৩৪৫৬")
    await page.page.role("button", "সাইন ইন করুন").click()
    await page.shows("dialog", "৳৫৫,০০০")
    await page.page.role("button", "হ্যাঁ, ডাক দিন").click()

    await page.shows('ol[aria-label="সব ডাক"] li.own', "৳৫০,০০০")
    assert (await Bid.get(lot_id=cow.id)).maximum_paisa == 5_500_000


async def test_an_amount_too_low_is_refused_before_it_is_sent(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await haat.visitor(await bidder())).open(line, cow)

    await page.amount.fill("৪০০০০")
    await page.place_bid.click()

    await page.shows("[role=alert]", "৳৫০,০০০")
    assert await Bid.filter(lot_id=cow.id).count() == 0
