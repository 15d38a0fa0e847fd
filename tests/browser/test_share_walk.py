"""Two families buy a cow in two shares: offered, taken, paid, weighed, and called off."""

from hmk_graph.haat.share_models import PoolState, SharePool
from tests.browser.driver import Page
from tests.browser.houses import Haat
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.browser.test_files import seller
from tests.factories import animal, officer, person, upazila
from tests.factories import haat as haat_place

pytestmark = IN_ONE_BROWSER


async def offered(selling: Page, haat: Haat) -> int:
    """Have a seller offer a cow in two shares of twenty thousand taka; return the pool."""
    await selling.goto(f"{haat.house.lines[1].url}/haat/sell")
    await press(selling, "ভাগে দিন")
    await selling.role("combobox", "কয় ভাগে").call("selectOption", "2")
    await press(selling, "ভাগে তুলুন")
    await selling.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(selling)) == ""
    await selling.role("textbox", "এক ভাগের দাম (টাকা)").fill("২০,০০০")
    await press(selling, "ভাগে তুলুন")
    await selling.css("strong:has-text('ভাগ নেওয়া চলছে')").appears()
    address = await selling.run("() => location.pathname")
    return int(address.rsplit("/")[-1])


async def take_and_pay(page: Page) -> None:
    """Take a share and pay it at the simulator's page."""
    await press(page, "এক ভাগ নিন")
    await page.css(".pay button[type=submit]").click()
    await page.role("button", "টাকা দিন · Pay").click()
    await page.css("li:has-text('টাকা দেওয়া হয়েছে')").appears()
    page.noise.clear()  # the service is another host, and has a console of its own


async def called_off(haat, address: str) -> Page:
    """Have one more officer say that a pool shall be called off; it takes two."""
    desk = await with_axe(await haat.visitor(await officer(await upazila())))
    await desk.goto(f"{haat.house.lines[1].url}{address}")
    await press(desk, "ভাগ বাতিল করুন")
    await desk.css("dialog textarea").fill("মাংস ঠিকমতো ভাগ হয়নি, সবাই আপত্তি করেছেন")
    await press(desk, "হ্যাঁ, বাতিল করুন")
    await desk.css("dialog").call("waitFor", {"state": "detached"})
    return desk


async def test_a_cow_is_bought_in_two_shares_divided_and_called_off(haat):
    someone = await seller()
    await animal(someone, tag="HMK-SHARE-1", weight_kg=400)
    await haat_place()
    selling = await with_axe(await haat.visitor(someone))
    pool = await offered(selling, haat)
    address = f"/haat/shares/{pool}"
    pages = []
    for name in ("সুমাইয়া আক্তার", "রোকসানা পারভীন"):
        page = await with_axe(await haat.visitor(await person(name)))
        # A payment service comes back to the first line, where the browser's marks are.
        await page.goto(f"{haat.house.lines[0].url}/haat/shares")
        await page.css(f"a[href='{address}']").click()
        await page.css("p:has-text('২ ভাগের ২টি বাকি')").appears()
        pages.append(page)
    first, second = pages
    assert "\n".join(await barriers_on(first)) == ""

    await take_and_pay(first)
    await second.css("p:has-text('২ ভাগের ১টি বাকি')").appears()
    await take_and_pay(second)
    await first.css("strong:has-text('সব ভাগ নেওয়া হয়েছে')").appears()
    assert "\n".join(await barriers_on(first)) == ""

    await selling.role("textbox", "ভাগ ১, কেজি").fill("৬০.৫")
    await press(selling, "মাপ পাঠান")
    await selling.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(selling)) == ""
    await selling.role("textbox", "ভাগ ২, কেজি").fill("৬০")
    await press(selling, "মাপ পাঠান")

    await first.css("strong:has-text('মাংস মাপা হয়েছে')").appears()
    await first.call("reload")
    await first.css("p:has-text('মাংস ৬০.৫ কেজি')").appears()
    assert (await SharePool.get(id=pool)).state is PoolState.DIVIDED
    await called_off(haat, address)
    desk = await called_off(haat, address)
    await desk.css("strong:has-text('বাতিল')").appears()
    assert "\n".join(await barriers_on(desk)) == ""
    assert (await SharePool.get(id=pool)).state is PoolState.CANCELED
