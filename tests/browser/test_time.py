"""Time on a lot is the server's: counted down, moved by a late bid, and ended by it alone."""

from datetime import timedelta

import pytest

from hmk_graph import deadlines
from hmk_graph.clock import database_clock
from hmk_graph.haat.lot_models import Lot
from tests.browser.lot_page import LotPage
from tests.browser.marks import IN_ONE_BROWSER

pytestmark = IN_ONE_BROWSER

LATIN = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
# A phone whose clock goes wrong: every way of asking it gives the wrong time.
WRONG_CLOCK = """
const Right = Date
globalThis.Date = class extends Right {
    constructor(...given) { given.length ? super(...given) : super(Right.now() + SHIFT) }
    static now() { return Right.now() + SHIFT }
}
"""


def seconds_in(shown):
    """Return what a countdown says, in seconds."""
    total = 0
    for part in shown.translate(LATIN).split(":"):
        total = total * 60 + int(part)
    return total


async def end_in(cow, after):
    """Move a lot's end, and have the worker come then."""
    end = await database_clock() + after
    await Lot.filter(id=cow.id).update(ends_at=end, planned_ends_at=end)
    await deadlines.arm("haat.close_lot", cow.id, end)


@pytest.mark.parametrize("minutes", [-7, 11])
async def test_the_countdown_is_right_although_the_phones_clock_is_not(haat, minutes):
    cow = await haat.lot(ends_in=timedelta(minutes=40))
    visitor = await haat.visitor()
    shift = WRONG_CLOCK.replace("SHIFT", str(minutes * 60_000))
    await visitor.context.call("addInitScript", {"content": shift})
    await LotPage(visitor).open(haat.house.lines[0], cow)

    before = (cow.ends_at - await database_clock()).total_seconds()
    shown = seconds_in(await visitor.role("timer").text())
    after = (cow.ends_at - await database_clock()).total_seconds()

    # Seconds for the way there and the tick; the clock is wrong by minutes.
    assert after - 20 < shown < before + 20


async def test_a_late_bid_moves_the_end_and_the_page_says_so(haat):
    cow = await haat.lot(ends_in=timedelta(seconds=110))
    page = await LotPage(await haat.visitor()).open(haat.house.lines[0], cow)

    await haat.bids(cow, 60_000)

    await page.shows(".rule", "সময় বাড়ল")
    moved = await Lot.get(id=cow.id)
    assert moved.ends_at > cow.ends_at
    await page.shows_the_whole_log_of(cow)


async def test_a_lot_ends_before_the_visitors_eyes(haat):
    cow = await haat.lot()
    page = await LotPage(await haat.visitor()).open(haat.house.lines[0], cow)
    await haat.bids(cow, 60_000, 70_000)
    await page.shows_the_whole_log_of(cow)

    await end_in(cow, timedelta(seconds=1))

    await page.shows("main", "৳৬১,০০০ দামে বিক্রি হয়েছে")
    assert await page.place_bid.count() == 0
    await page.shows_the_whole_log_of(cow)


async def test_a_lot_without_a_bid_ends_unsold(haat):
    cow = await haat.lot()
    page = await LotPage(await haat.visitor()).open(haat.house.lines[0], cow)

    await end_in(cow, timedelta(seconds=1))

    await page.shows("main", "বিক্রি হয়নি")
    await page.shows("main", "কেউ ডাকেননি")
