"""The pages stay on the phone: without a line they show what they know, and say so."""

from pathlib import Path

from tests.browser.lot_page import LIVE, OFFLINE, LotPage
from tests.browser.marks import IN_ONE_BROWSER

pytestmark = IN_ONE_BROWSER

WORKER = Path(__file__).parent.parent.parent / "hmk_graph/static/web/sw.js"
IN_CHARGE = "() => navigator.serviceWorker.controller !== null"
TOLD = "() => document.querySelector('.bar[role=status]')?.textContent.trim()"


async def visit_and_keep(haat, cow):
    """Open a lot twice: the first visit installs the worker, the second goes through it."""
    page = await LotPage(await haat.visitor()).open(haat.house.lines[0], cow)
    await page.page.until(IN_CHARGE)
    return await page.open(haat.house.lines[0], cow)


async def test_a_reload_without_a_network_shows_the_page_and_says_so(haat):
    haat.may_be_noisy = True
    cow = await haat.lot()
    await haat.bids(cow, 60_000, 70_000)
    page = await visit_and_keep(haat, cow)

    await page.page.context.call("setOffline", True)
    await page.page.call("reload")

    await page.badge_says(OFFLINE)
    await page.price_is("৳৬১,০০০")
    await page.shows_the_whole_log_of(cow)
    assert await page.place_bid.is_off()

    await page.page.context.call("setOffline", False)
    await haat.bids(cow, 90_000)
    await page.badge_says(LIVE)
    await page.shows_the_whole_log_of(cow)


async def test_a_page_that_was_never_seen_says_that_there_is_no_line(haat):
    haat.may_be_noisy = True
    page = await visit_and_keep(haat, await haat.lot())
    line = haat.house.lines[0]

    line.cut()
    await page.page.goto(f"{line.url}/haat/987654")

    await page.shows("main", "ইন্টারনেট")


async def test_a_new_version_is_offered_and_taken_only_when_asked(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await visit_and_keep(haat, cow)
    newer = WORKER.read_text().replace("const VERSION = '", "const VERSION = 'newer")
    line.answer_instead("/sw.js", newer, "text/javascript")

    await page.page.run("async () => { (await navigator.serviceWorker.ready).update() }")
    said = await page.page.until(TOLD)
    assert "নতুন সংস্করণ" in said
    await page.page.run("() => { globalThis.sameDocument = true }")
    await haat.bids(cow, 60_000)
    await page.shows_the_whole_log_of(cow)
    assert await page.page.run("() => globalThis.sameDocument") is True

    await page.page.role("button", "এখন নিন").click()

    await page.page.until("() => globalThis.sameDocument !== true")
    await page.page.until(
        "async () => (await caches.keys()).some(name => name.startsWith('pages-newer'))"
    )
    await page.badge_says(LIVE)
