"""Money that a seller earned: told where to, checked, sent, proved, and printed with its way."""

from hmk_graph.money import taka
from hmk_graph.payments import paying_out
from hmk_graph.payments.payout_models import Payout, PayoutAccount, PayoutState
from tests import factories
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.browser.test_officer_day import decide
from tests.factories import at
from tests.payments.test_paying_out import RESTED, earn

pytestmark = IN_ONE_BROWSER


async def test_a_seller_is_paid_what_he_earned_and_prints_the_statement(haat):
    seller, administrator = await factories.verified_seller(), await factories.administrator()
    await earn(seller, taka(80_000))
    page = await with_axe(await haat.visitor(seller))
    desk = await with_axe(await haat.visitor(administrator))

    await page.goto(f"{haat.house.lines[0].url}/taka")
    await page.css(".kpis li:has-text('জমা আছে') b:text-is('৳৮০,০০০')").appears()
    await page.css("summary:text-is('নতুন জায়গা জানান')").click()
    await press(page, "জানিয়ে দিন")
    await page.css("form [role=alert]").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await page.role("textbox", "মোবাইল বা ব্যাংক হিসাবের নম্বর").fill("০১৭১২-৩৪৫৬৭৮")
    await page.role("textbox", "কার নামে").fill("রহিমা খাতুন")
    await press(page, "জানিয়ে দিন")
    await page.css("li:has-text('৬৭৮') strong:text-is('যাচাই হচ্ছে')").appears()

    await desk.goto(f"{haat.house.lines[1].url}/officer?desk=payouts")
    await decide(desk, "রহিমা খাতুন", "ঠিক আছে", "")
    account = await PayoutAccount.get(owner=seller)
    await paying_out.cut_when_due(account.id, at(RESTED))
    await desk.goto(f"{haat.house.lines[1].url}/officer?desk=payouts")
    await press(desk, "আমি পাঠাচ্ছি")
    await press(desk, "হ্যাঁ, করুন")
    await decide(desk, "৳৮০,০০০", "পাঠিয়েছি", "BKA 77")
    await desk.css("main li:has-text('৳৮০,০০০')").call("waitFor", {"state": "detached"})
    assert "\n".join(await barriers_on(desk)) == ""
    assert (await Payout.get(account=account)).state is PayoutState.PAID

    await page.goto(f"{haat.house.lines[0].url}/taka")
    await page.css("li:has-text('পাঠানো হয়েছে') span:text-is('BKA 77')").appears()
    await page.css(".statement tr:has-text('পশুর দাম')").appears()
    await page.css(".statement tr:has-text('পরিশোধ') td:text-is('৳৮০,০০০')").appears()
    file = await page.css(".statement a[download]").call("getAttribute", "href")
    await page.call("emulateMedia", {"media": "print"})
    assert file.startswith("data:text/csv;charset=utf-8,%EF%BB%BF")
    assert await page.css(".top").call("isVisible") is False
    assert await page.css(".statement .paper").call("isVisible") is True
    await page.call("emulateMedia", {"media": "screen"})
    assert "\n".join(await barriers_on(page)) == ""
