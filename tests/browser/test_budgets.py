"""What a visit may cost: the weight table of web.md 5. Times are measured by `make bench`."""

import pytest

from hmk_graph.accounts.models import Account
from tests.browser.houses import logged_bids
from tests.browser.inspecting import settled
from tests.browser.lot_page import SHOWS, LotPage
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import PAGES, scenery
from tests.browser.weighing import KB, SHIFTS, Weight, frames_with, scales, weighed

pytestmark = IN_ONE_BROWSER

BUDGET_KB = {"Script": 45, "Stylesheet": 10, "Document": 14, "Font": 100}
ALL_KB = 170
REQUESTS = 14
OWN_SCRIPT_KB = 12
LIVE_BID_BYTES = 500
SHIFT = 0.1
FIRST_LOAD = ("home", "lot")
# What the server wrote, noted before any module runs.
SERVED = """document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return
    globalThis.served = [...document.querySelectorAll('main h1, main p, main section, main li')]
}, { once: true })"""
REPLACED = """() => served.length === 0 ? ['nothing was served'] : served
    .filter(element => !element.isConnected).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", [*FIRST_LOAD, "hall"])
async def test_a_first_visit_stays_within_its_budget(haat, name):
    shown = await scenery(haat)
    page = await haat.visitor()
    scale = await scales(page)

    await settled(page, f"{haat.house.lines[0].url}{shown.path(name)}")

    weight = await weighed(scale)
    over = {kind: weight.of(kind) for kind, most in BUDGET_KB.items() if weight.of(kind) > most}
    assert over == {}
    assert weight.all <= ALL_KB
    assert len(weight.requests) <= REQUESTS, weight.requests


async def test_each_further_page_brings_little_script_of_its_own(haat):
    shown = await scenery(haat)

    async def fetched(name: str, viewer: Account | None) -> dict[str, int]:
        page = await haat.visitor(viewer)
        scale = await scales(page)
        await settled(page, f"{haat.house.lines[0].url}{shown.path(name)}")
        found = (await weighed(scale)).scripts
        page.noise.clear()  # test_for_everybody.py hears it
        return found

    scripts = {name: await fetched(name, shown.viewer(name)) for name in PAGES}
    # Who is signed in has what the frame shows him before he comes to any further page.
    signed = await fetched("home", shown.viewer("mine"))
    first = {url for name in FIRST_LOAD for url in scripts[name]} | signed.keys()
    own = {
        name: sum(size for url, size in found.items() if url not in first) / KB
        for name, found in scripts.items()
    }
    assert {name: size for name, size in own.items() if size > OWN_SCRIPT_KB} == {}


async def test_a_live_bid_is_small_on_the_line(haat):
    cow = await haat.lot()
    page = await haat.visitor()
    scale = await scales(page)
    lot_page = await LotPage(page).open(haat.house.lines[0], cow)

    await haat.bids(cow, 60_000, 70_000, 2_000_000)
    await lot_page.shows_the_whole_log_of(cow)

    sizes = frames_with(scale, "BidPlaced")
    assert len(sizes) == 3
    assert max(sizes) <= LIVE_BID_BYTES


@pytest.mark.parametrize("name", ["lot", "home", "hall"])
async def test_nothing_jumps_while_a_page_comes_and_bids_arrive(haat, name):
    shown = await scenery(haat)
    page = await haat.visitor()
    await settled(page, f"{haat.house.lines[0].url}{shown.path(name)}")

    await haat.bids(shown.lot, 150_000, 170_000)
    newest = (await logged_bids(shown.lot))[0][1]
    await page.until(SHOWS, ["main", newest])

    assert await page.run(SHIFTS) <= SHIFT


@pytest.mark.parametrize("name", FIRST_LOAD)
async def test_the_script_goes_on_in_the_elements_that_the_server_wrote(haat, name):
    shown = await scenery(haat)
    page = await haat.visitor()
    await page.context.call("addInitScript", {"content": SERVED})

    await settled(page, f"{haat.house.lines[0].url}{shown.path(name)}")

    # An element that is put in the place of another counts as a new, late largest content.
    assert await page.run(REPLACED) == []


async def test_what_the_hall_can_be_filtered_by_comes_when_somebody_opens_the_filters(haat):
    await haat.lot()
    page = await haat.visitor()
    scale = await scales(page)
    await settled(page, f"{haat.house.lines[0].url}/haat")
    before = asked(await weighed(scale))

    await page.css("details.filters summary").click()
    await page.css("details.filters option:has-text('গরু')").call("waitFor", {"state": "attached"})

    assert asked(await weighed(scale)) == before + 1


def asked(weight: Weight) -> int:
    """Return how many questions went to the API."""
    return sum(url.endswith("/graphql") for url in weight.requests)
