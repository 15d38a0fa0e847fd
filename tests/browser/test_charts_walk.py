"""An officer reads his areas in charts, and an administrator finds a person and gives a role."""

from hmk_graph.accounts.models import Account, AccountState, Role, RoleGrant
from hmk_graph.clock import database_clock
from tests import factories
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_officer_day import WHY
from tests.civic.grievances import lodged

pytestmark = IN_ONE_BROWSER


async def test_an_officer_reads_charts_of_a_place_and_a_time_and_takes_them_along(haat):
    await haat.bids(await haat.lot(), 60_000, 70_000)
    await lodged(now=await database_clock())
    page = await with_axe(await haat.visitor(await factories.officer(name="নাসরিন")))
    await page.goto(f"{haat.house.lines[0].url}/officer?desk=charts&span=week")

    bids = "section[aria-label='দিনের কোন ঘণ্টায় কত ডাক']"
    await page.css(f"{bids} polyline").call("waitFor", {"state": "attached"})
    await page.css(f"{bids} summary").click()
    file = await page.css(f"{bids} a[download]").call("getAttribute", "href")
    await page.css("section[aria-label*='বয়স ধরে'] li:has-text('এক দিনের কম')").appears()
    await page.role("combobox", "কোথায়").call("selectOption", {"label": "করিমগঞ্জ"})
    await page.until("() => location.search.includes('place=kishoreganj-karimganj')")

    assert file.startswith("data:text/csv;charset=utf-8,%EF%BB%BF")
    assert "\n".join(await barriers_on(page)) == ""


async def test_an_administrator_finds_a_person_gives_a_role_and_suspends(haat):
    someone = await factories.person("জালাল উদ্দিন")
    page = await with_axe(await haat.visitor(await factories.administrator()))
    await page.goto(f"{haat.house.lines[0].url}/officer?desk=people")

    await page.role("textbox", "মোবাইল নম্বর").fill("12")
    await page.role("button", "খুঁজুন").click()
    await page.css("form [role=alert]").appears()
    await page.role("textbox", "মোবাইল নম্বর").fill(str(someone.phone))
    await page.role("button", "খুঁজুন").click()
    await page.css("article h2:has-text('জালাল উদ্দিন')").appears()
    await page.css("summary:text-is('দায়িত্ব দিন')").click()
    await page.role("button", "দিন").click()
    await page.css("article li:has-text('কর্মকর্তা · সব জায়গায়')").appears()
    assert "\n".join(await barriers_on(page)) == ""

    await page.role("button", "স্থগিত করুন").click()
    await page.css("dialog textarea").fill(WHY)
    await page.css("dialog button[type=submit]").click()
    await page.css("article strong:text-is('স্থগিত')").appears()
    assert (await Account.get(id=someone.id)).state is AccountState.SUSPENDED
    assert (await RoleGrant.get(account=someone)).role is Role.OFFICER
