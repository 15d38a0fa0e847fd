"""News: heard live, counted in the header, read, chosen by topic, and pushed to the phone."""

from datetime import timedelta

from hmk_graph.clock import database_clock
from hmk_graph.notifications.models import Notification, Preference, PushDevice
from tests import auctions
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.browser.test_offline import IN_CHARGE
from tests.notifications.people import outbid, tell

pytestmark = IN_ONE_BROWSER


async def test_news_comes_live_is_read_and_topics_are_chosen(haat):
    bidder, cow = await auctions.bidder(), await haat.lot()
    page = await with_axe(await haat.visitor(bidder))
    await page.goto(f"{haat.house.lines[0].url}/khobor")
    await page.css("text=কোনো খবর নেই").appears()
    await page.css("[role=status]:has-text('সরাসরি')").appears()

    now = await database_clock()
    await tell(outbid(bidder, cow.id, ends_at=now + timedelta(days=1)), now=now)

    await page.css("main li:has-text('নতুন')").appears()
    await page.css("header a[href='/khobor']:has-text('১')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await press(page, "সব পড়েছি")
    await page.css("main li strong").call("waitFor", {"state": "detached"})
    assert (await Notification.get(account=bidder)).read_at is not None

    await page.css("summary:text-is('কী কী জানতে চান')").click()
    bids = "fieldset:has(legend:text-is('ডাক'))"
    await page.css(f"{bids} >> label:has-text('এসএমএস') >> input").click()
    await page.css(f"{bids} >> input:not(:checked)").appears()
    choice = await Preference.get(account=bidder)
    assert (choice.topic.value, choice.channel.value, choice.wanted) == ("BIDS", "SMS", False)
    assert "\n".join(await barriers_on(page)) == ""

    await page.css(f"main a[href='/haat/{cow.id}']").click()
    await page.css("main h1:has-text('ষাঁড়')").appears()


async def test_a_browser_without_a_push_service_says_so(haat):
    haat.may_be_noisy = True  # Chromium itself tells that its private windows have none
    page = await with_axe(
        await haat.visitor(await auctions.bidder(), permissions=["notifications"])
    )
    await page.goto(f"{haat.house.lines[0].url}/khobor")
    await page.until(IN_CHARGE)

    await page.css("summary:text-is('এই ফোনে জানান')").click()
    await press(page, "এই ফোনে চালু করুন")

    await page.css("[role=alert]:has-text('ব্রাউজারের সেবা সাড়া দিল না')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    assert await PushDevice.all().count() == 0
