"""An officer decides between two: about work that was done, and about an advance."""

from datetime import timedelta

from hmk_graph.clock import database_clock
from hmk_graph.money import taka
from hmk_graph.rentals.models import Deduction, DeductionState
from hmk_graph.services import working
from hmk_graph.services.booking_models import Booking, BookingState
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import tomorrow_noon
from tests.browser.test_ambulance_walk import press
from tests.factories import officer, person, upazila
from tests.rentals import lodgings
from tests.services import desks

pytestmark = IN_ONE_BROWSER

HOUR = timedelta(hours=1)


async def contested(citizen) -> Booking:
    """Have a citizen disagree with work that is said to be done."""
    now = await database_clock()
    _, wanted = await desks.shop()
    booking = await desks.requested(wanted, citizen, starts_at=await tomorrow_noon(), now=now)
    await Booking.filter(id=booking.id).update(
        state=BookingState.DONE,
        starts_at=now - HOUR,
        finishes_at=now,
        due_at=now + timedelta(days=2),
    )
    return await working.dispute(
        citizen.id, booking.id, reason="কাজ শেষ হয়নি মোটেও", clock=database_clock
    )


async def test_two_officers_decide_about_work_and_about_an_advance(haat):
    booking = await contested(await person("সুমাইয়া আক্তার"))
    flat = await lodgings.unit()
    tenant = await person("রোকসানা পারভীন")
    over = await lodgings.tenancy(flat, tenant, state="ENDED", leaves_on=lodgings.TODAY)
    # Something else stays open, so that the advance is not settled yet.
    await Deduction.create(agreement=over, label="রং", claimed_paisa=100, amount_paisa=100)
    door = await Deduction.create(
        agreement=over,
        label="ভাঙা দরজা",
        claimed_paisa=taka(1_500),
        amount_paisa=taka(1_500),
        state=DeductionState.DISPUTED,
        note="আগে থেকেই ভাঙা ছিল",
    )
    page = await with_axe(await haat.visitor(await officer(await upazila(), name="নাসরিন")))
    second = await with_axe(await haat.visitor(await officer(await upazila())))
    await page.goto(f"{haat.house.lines[0].url}/officer")
    await page.css("nav button:has-text('আপত্তি')").click()

    work = "li:has-text('সুমাইয়া আক্তার'):has-text('কাজ শেষ হয়নি মোটেও')"
    await page.css(f"{work} >> button:has-text('নাগরিকের পক্ষে')").click()
    await page.role("textbox", "কারণ").fill("ছবিতে দেখা যায়, কাজ বাকি")
    await press(page, "হ্যাঁ, করুন")
    await page.css(f"{work}:has-text('আরেকজন কর্মকর্তার সম্মতির অপেক্ষা')").appears()
    claim = "li:has-text('ভাঙা দরজা')"
    await page.css(f"{claim} >> input").fill("৫০০")
    assert "\n".join(await barriers_on(page)) == ""
    await page.css(f"{claim} >> button:has-text('ঠিক করুন')").click()

    await page.css(f"{claim} >> button:has-text('রাখার সিদ্ধান্ত দিন')").click()
    await page.role("textbox", "কারণ").fill("পুরনো ছবিতে দরজা ভাঙা")
    await press(page, "হ্যাঁ, করুন")
    await page.css(f"{claim}:has-text('আরেকজন কর্মকর্তার সম্মতির অপেক্ষা')").appears()
    await booking.refresh_from_db()
    assert booking.state is BookingState.DISPUTED

    await second.goto(f"{haat.house.lines[0].url}/officer?desk=seconds")
    for what in ("ছবিতে দেখা যায়, কাজ বাকি", "পুরনো ছবিতে দরজা ভাঙা"):
        asked = f"li:has-text('নাসরিন'):has-text('{what}')"
        await second.css(f"{asked} >> button:has-text('আমিও একমত')").click()
        await second.role("textbox", "কারণ").fill("আমিও মিলিয়ে দেখেছি")
        await press(second, "হ্যাঁ, করুন")
        await second.css(asked).call("waitFor", {"state": "detached"})
    assert "\n".join(await barriers_on(second)) == ""
    await door.refresh_from_db()
    await booking.refresh_from_db()
    assert (door.state, door.amount_paisa) == (DeductionState.DECIDED, taka(500))
    assert booking.state is BookingState.REFUNDED
