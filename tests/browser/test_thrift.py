"""A lot where data are saved: the price as it moves, and everything else when it is asked for."""

import pytest

from hmk_graph.clock import database_clock
from hmk_graph.haat import closing
from hmk_graph.haat.lot_models import Lot
from tests.auctions import bidder
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.lot_page import LotPage
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.weighing import frames_with, scales

pytestmark = IN_ONE_BROWSER

# What Chromium says on a phone whose owner wants data to be saved.
SAVES_DATA = """Object.defineProperty(navigator, 'connection', {
    value: Object.assign(new EventTarget(), { saveData: true, effectiveType: '4g' })
})"""
PRICE_BYTES = 300


async def thrifty(haat, person=None):
    page = await haat.visitor(person)
    await page.context.call("addInitScript", {"content": SAVES_DATA})
    return page


async def test_only_the_price_comes_until_the_bids_are_asked_for(haat):
    cow = await haat.lot()
    # Some stand already: a lot that nobody bid on is read once more when its price first comes.
    await haat.bids(cow, 60_000, 62_000)
    page = await with_axe(await thrifty(haat))
    scale = await scales(page)
    lot_page = await LotPage(page).open(haat.house.lines[0], cow)
    known = await lot_page.rows()

    await haat.bids(cow, 65_000, 70_000, 80_000)
    await lot_page.price_is("৳৭১,০০০")
    assert await lot_page.rows() == known
    assert frames_with(scale, "BidPlaced") == []
    assert 0 < max(frames_with(scale, "LotPrice")) <= PRICE_BYTES
    assert "\n".join(await barriers_on(page)) == ""

    await page.role("button", "নতুন ডাক দেখুন (৩)").click()

    await lot_page.shows_the_whole_log_of(cow)
    assert await page.role("button", "নতুন ডাক দেখুন (০)").is_off()


async def test_the_own_bid_stands_in_the_list_and_a_rivals_is_told(haat):
    cow = await haat.lot()
    page = await LotPage(await thrifty(haat, await bidder())).open(haat.house.lines[0], cow)
    rival, _ = await haat.rivals()
    await rival.bids(cow, 51_000)
    await page.price_is("৳৫০,০০০")

    await page.amount.fill("৫৫,০০০")
    await page.place_bid.click()
    await page.page.role("button", "হ্যাঁ, ডাক দিন").click()
    await page.shows('ol[aria-label="সব ডাক"] li.own', "আপনি")
    await page.shows_the_whole_log_of(cow)
    await rival.bids(cow, 60_000)

    await page.shows("[role=alert]", "আপনার উপরে ডাক পড়েছে")
    await page.price_is("৳৫৬,০০০")


async def test_a_line_that_was_cut_comes_back_with_the_price_of_now(haat):
    haat.may_be_noisy = True
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await thrifty(haat)).open(line, cow)
    await haat.bids(cow, 60_000, 70_000)
    await page.price_is("৳৬১,০০০")

    line.cut()
    await haat.bids(cow, 80_000, 90_000)
    line.mend()

    await page.price_is("৳৮১,০০০")


@pytest.mark.parametrize("has_bids", [True, False])
async def test_the_end_is_told_with_its_result(haat, has_bids):
    cow = await haat.lot()
    page = await LotPage(await thrifty(haat)).open(haat.house.lines[0], cow)
    if has_bids:
        await haat.bids(cow, 60_000, 70_000)
        await page.price_is("৳৬১,০০০")

    end = await database_clock()
    await Lot.filter(id=cow.id).update(ends_at=end, planned_ends_at=end)
    await closing.close_lot(cow.id, database_clock)

    await page.shows(".result", "বিক্রি" if has_bids else "কেউ ডাকেননি")
    await page.shows_the_whole_log_of(cow)
