"""Every page is silent and open to everybody: any language, light, text size, keyboard, reader."""

import pytest

from tests.auctions import bidder
from tests.browser.inspecting import barriers_on, settled, with_axe
from tests.browser.lot_page import LotPage
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import PAGES, scenery

pytestmark = IN_ONE_BROWSER


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_is_silent_and_open_to_everybody(haat, name):
    shown = await scenery(haat)
    page = await with_axe(await haat.visitor(shown.viewer(name)))

    for language in ("bn", "en"):
        await settled(page, f"{haat.house.lines[0].url}{shown.path(name)}?lang={language}")
        assert "\n".join(await barriers_on(page)) == ""

    if name == "missing":
        # Chromium itself tells of a document with 404.
        assert [said for said in page.noise if "404" not in said] == []
        page.noise.clear()


async def test_a_refused_amount_is_shown_so_that_everybody_notices(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await with_axe(await haat.visitor(await bidder()))).open(line, cow)

    await page.amount.fill("৪০০০০")
    await page.place_bid.click()
    await page.shows("[role=alert]", "৳৫০,০০০")

    assert "\n".join(await barriers_on(page.page)) == ""


async def test_the_question_before_a_bid_is_open_to_everybody(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await with_axe(await haat.visitor(await bidder()))).open(line, cow)

    await page.amount.fill("৫২০০০")
    await page.place_bid.click()
    await page.page.role("button", "হ্যাঁ, ডাক দিন").appears()

    assert "\n".join(await barriers_on(page.page)) == ""


async def test_a_sign_in_that_went_wrong_is_open_to_everybody(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await with_axe(await haat.visitor())).open(line, cow)

    await page.amount.fill("৫২০০০")
    await page.place_bid.click()
    await page.page.role("textbox", "আপনার মোবাইল নম্বর").fill("12")
    await page.page.role("button", "কোড পাঠান").click()
    await page.page.css("dialog [role=alert]").appears()

    assert "\n".join(await barriers_on(page.page)) == ""
