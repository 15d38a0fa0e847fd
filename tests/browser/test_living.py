"""A living lot: what one process takes the other shows, and no break of the line loses a bid."""

import asyncio

from tests.browser.lot_page import LIVE, OFFLINE, RECONNECTING, LotPage
from tests.browser.marks import IN_ONE_BROWSER

pytestmark = IN_ONE_BROWSER

FIRST = (60_000, 70_000, 80_000)


async def test_two_browsers_on_two_processes_see_the_same_bid(haat):
    cow = await haat.lot()
    here, there = [await LotPage(await haat.visitor()).open(line, cow) for line in haat.house.lines]

    await haat.bids(cow, *FIRST)

    for page in (here, there):
        await page.price_is("৳৭১,০০০")
        await page.shows_the_whole_log_of(cow)
    assert len(await here.rows()) == 3


async def test_a_line_that_is_reset_ends_with_the_whole_list(haat):
    haat.may_be_noisy = True
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await haat.visitor()).open(line, cow)
    await haat.bids(cow, *FIRST)
    await page.shows_the_whole_log_of(cow)

    line.cut()
    await page.badge_says(RECONNECTING)
    assert await page.place_bid.is_off()
    await haat.bids(cow, 95_000, 99_000, 120_000)
    line.mend()

    await page.badge_says(LIVE)
    await page.shows_the_whole_log_of(cow)
    assert not await page.place_bid.is_off()


async def test_a_dead_line_is_noticed_and_ends_with_the_whole_list(haat):
    haat.may_be_noisy = True
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await haat.visitor()).open(line, cow)

    line.go_dead()
    await haat.bids(cow, *FIRST)
    await page.badge_says(RECONNECTING)
    assert await page.place_bid.is_off()
    assert await page.rows() == []
    await page.shows('section[aria-label="সর্বোচ্চ ডাক"]', "শেষ জানা")
    line.mend()

    await page.badge_says(LIVE)
    await page.shows_the_whole_log_of(cow)


async def test_a_browser_without_internet_says_so_and_catches_up(haat):
    haat.may_be_noisy = True
    cow = await haat.lot()
    page = await LotPage(await haat.visitor()).open(haat.house.lines[0], cow)

    await page.page.context.call("setOffline", True)
    await page.badge_says(OFFLINE)
    assert await page.place_bid.is_off()
    await haat.bids(cow, *FIRST)
    await page.page.context.call("setOffline", False)

    await page.badge_says(LIVE)
    await page.shows_the_whole_log_of(cow)


async def test_a_killed_process_is_replaced_by_the_other_without_a_gap(haat):
    haat.may_be_noisy = True
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await LotPage(await haat.visitor()).open(line, cow)
    await haat.bids(cow, *FIRST)
    await page.shows_the_whole_log_of(cow)

    haat.house.webs[0].kill()
    await page.badge_says(RECONNECTING)
    assert await page.place_bid.is_off()
    await haat.bids(cow, 95_000, 99_000)
    line.leads_to = haat.house.webs[1].port

    await page.badge_says(LIVE)
    await haat.bids(cow, 120_000)
    await page.shows_the_whole_log_of(cow)


async def test_a_restarted_redis_loses_nothing(haat):
    cow = await haat.lot()
    page = await LotPage(await haat.visitor()).open(haat.house.lines[0], cow)
    await haat.bids(cow, *FIRST)
    await page.shows_the_whole_log_of(cow)

    haat.house.redis.kill()
    await haat.bids(cow, 95_000, 99_000)
    await page.shows_the_whole_log_of(cow)
    await asyncio.to_thread(haat.house.redis.start)
    await haat.bids(cow, 120_000)

    await page.shows_the_whole_log_of(cow)
    await page.badge_says(LIVE)
