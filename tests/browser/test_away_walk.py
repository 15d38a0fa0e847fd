"""A provider is away and back, gives up a service, and changes a price on two pages at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from hmk_graph.clock import DHAKA, database_clock
from hmk_graph.money import taka
from hmk_graph.services import pricing
from hmk_graph.services.models import Provider, Service, ServiceState
from tests.browser.driver import Page
from tests.browser.houses import Haat
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import person
from tests.services import desks

pytestmark = IN_ONE_BROWSER

DAY = timedelta(days=1)
AWAY = "details:has(> summary:has-text('ছুটিতে যাই'))"


def typed(moment: datetime) -> str:
    """Return a moment as a field for a day and an hour takes it."""
    return moment.astimezone(DHAKA).strftime("%Y-%m-%dT%H:%M")


async def go_away(page: Page, start: datetime, end: datetime) -> None:
    """Say from when and until when, and keep it."""
    await page.css(f"{AWAY} >> input >> nth=0").fill(typed(start))
    await page.css(f"{AWAY} >> input >> nth=1").fill(typed(end))
    await page.css(f"{AWAY} >> button[type=submit]").click()


async def test_a_provider_goes_away_not_for_too_long_and_is_back(haat: Haat):
    desk, _ = await desks.shop(account=await person("হারুন মিস্ত্রি"))
    now = (await database_clock()).replace(second=0, microsecond=0)
    work = f"{haat.house.lines[0].url}/provider/work"
    page = await with_axe(await haat.visitor(await desk.account))
    await page.goto(f"{work}?lang=en")
    await page.css("summary:has-text('I am away')").click()
    await page.css("input[type=datetime-local] >> nth=0").fill(typed(now))
    await page.css("input[type=datetime-local] >> nth=1").fill(typed(now + 200 * DAY))
    await page.css("form:has(input[type=datetime-local]) >> button[type=submit]").click()
    await page.css("[role=alert]:has-text('180 days')").appears()

    await page.goto(f"{work}?lang=bn")
    await page.css(f"{AWAY} > summary").click()
    await go_away(page, now, now + 181 * DAY)
    await page.css(f"{AWAY} >> [role=alert]:has-text('১৮০ দিন')").appears()
    assert (await Provider.get(id=desk.id)).closed_to is None
    assert "\n".join(await barriers_on(page)) == ""

    await go_away(page, now, now + 3 * DAY)
    await page.css(f"{AWAY} >> [role=status]:has-text('রাখা হয়েছে')").appears()
    gone = await Provider.get(id=desk.id)
    assert (gone.closed_from, gone.closed_to) == (now, now + 3 * DAY)
    citizen = await with_axe(await haat.visitor())
    await citizen.goto(f"{haat.house.lines[1].url}/seba/{desk.id}")
    await citizen.css(".notice:has-text('পর্যন্ত ছুটিতে')").appears()
    assert "\n".join(await barriers_on(citizen)) == ""

    await press(page, "ফিরে এসেছি")
    await page.role("button", "ফিরে এসেছি").call("waitFor", {"state": "detached"})
    back = await Provider.get(id=desk.id)
    assert (back.closed_from, back.closed_to) == (None, None)
    await citizen.goto(f"{haat.house.lines[1].url}/seba/{desk.id}")
    await citizen.css("h1:has-text('রফিক ইলেকট্রিক')").appears()
    await citizen.css(".notice:has-text('পর্যন্ত ছুটিতে')").goes()


async def test_a_service_is_given_up_and_nobody_finds_it_any_more(haat: Haat):
    desk, option = await desks.shop(account=await person("সোহরাব মিস্ত্রি"))
    await Service.filter(id=option.service_id).update(title_bn="পুরোনো মোটর বাঁধাই")
    card = "article:has-text('পুরোনো মোটর বাঁধাই')"
    page = await with_axe(await haat.visitor(await desk.account))
    await page.goto(f"{haat.house.lines[0].url}/provider/work")

    await page.css(f"{card} >> button:text-is('আর দিই না')").click()
    await page.css("dialog:has-text('নতুন কেউ এটি নিতে পারবেন না')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await page.css("dialog button[type=submit]").click()

    await page.css(f"{card} >> button:text-is('আর দিই না')").call("waitFor", {"state": "detached"})
    assert (await Service.get(id=option.service_id)).state is ServiceState.RETIRED
    assert "\n".join(await barriers_on(page)) == ""
    citizen = await haat.visitor()
    await citizen.goto(f"{haat.house.lines[1].url}/seba/{desk.id}")
    await citizen.css("h1:has-text('রফিক ইলেকট্রিক')").appears()
    await citizen.css("text=পুরোনো মোটর বাঁধাই").first.goes()


async def test_who_changes_a_price_that_another_page_changed_before_is_told_the_new_one(haat: Haat):
    desk, option = await desks.shop(account=await person("আফজাল মিস্ত্রি"))
    early, late = [await with_axe(await haat.visitor(await desk.account)) for _ in range(2)]
    for page in (early, late):
        await page.goto(f"{haat.house.lines[0].url}/provider/work")
        await page.css("li:has-text('৳৫০০') >> summary:has-text('দাম বদলান')").click()
        await page.role("textbox", "এখন থেকে দাম (টাকা)").appears()

    await early.role("textbox", "এখন থেকে দাম (টাকা)").fill("৬০০")
    await press(early, "এই দাম রাখুন")
    await early.css("li:has-text('৳৬০০')").appears()
    await early.role("textbox", "এখন থেকে দাম (টাকা)").goes()
    await late.role("textbox", "এখন থেকে দাম (টাকা)").fill("৫৫০")
    await press(late, "এই দাম রাখুন")

    await late.css("[role=alert]:has-text('দাম বদলে এখন ৳৬০০ হয়েছে')").appears()
    await late.css("li > span:has-text('৳৬০০')").appears()
    assert "\n".join(await barriers_on(late)) == ""
    assert await pricing.current([option.id]) == [taka(600)]
    # He has seen it now, and still wants his own.
    await press(late, "এই দাম রাখুন")
    await late.css("li > span:has-text('৳৫৫০')").appears()
    assert await pricing.current([option.id]) == [taka(550)]
