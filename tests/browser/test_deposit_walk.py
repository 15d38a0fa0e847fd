"""A deposit is brought to a haat, paid, and taken back; what it is for is said before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hmk_graph.haat.deposit_models import Deposit, DepositState
from hmk_graph.haat.models import Haat
from hmk_graph.money import taka
from tests.auctions import bidder
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import haat as haat_place

pytestmark = IN_ONE_BROWSER


@asynccontextmanager
async def asking_haat() -> AsyncIterator[Haat]:
    """Have the haat ask for a tenth of the highest bid, 2,000 taka at least, and then no more."""
    found = Haat.filter(id=(await haat_place()).id)
    await found.update(deposit_basis_points=1_000, deposit_floor_paisa=taka(2_000))
    try:
        yield await found.get()
    finally:
        await found.update(deposit_basis_points=0, deposit_floor_paisa=0)


async def test_a_bidder_brings_a_deposit_and_takes_it_back(haat):
    async with asking_haat():
        someone = await bidder()
        page = await with_axe(await haat.visitor(someone))
        await page.goto(f"{haat.house.lines[0].url}/amar")
        await page.css("main a:has-text('হাটের জামানত')").click()

        await page.css("text=সর্বোচ্চ ডাকের ১০ %, কমপক্ষে ৳২,০০০").appears()
        await press(page, "জামানত লিখুন")
        await page.css("[role=alert]").appears()
        assert "\n".join(await barriers_on(page)) == ""
        await page.role("textbox", "কত দেবেন (টাকা)").fill("৫,০০০")
        await press(page, "জামানত লিখুন")
        await page.css(".pay button[type=submit]").click()
        await page.role("button", "টাকা দিন · Pay").click()
        await page.css("strong:has-text('জমা আছে, ডাকতে পারেন')").appears()
        page.noise.clear()  # the service is another host, and has a console of its own
        assert "\n".join(await barriers_on(page)) == ""
        await press(page, "ফেরত নিন", "হ্যাঁ, ফেরত নিন")

        await page.css("strong:has-text('ফেরত যাচ্ছে বা গেছে')").appears()
    deposit = await Deposit.get(account_id=someone.id)
    assert (deposit.state, deposit.amount_paisa) == (DepositState.RETURNED, taka(5_000))
