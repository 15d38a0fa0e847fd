"""Somebody becomes a driver: papers written, a vehicle added, and handed in."""

from hmk_graph.accounts.models import ApplicationState
from hmk_graph.dispatch.models import Driver, Vehicle, VehicleKind, VehicleState
from tests import factories
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.dispatch import fleet

pytestmark = IN_ONE_BROWSER


async def test_a_driver_enlists_with_a_vehicle_and_hands_it_in(haat):
    await fleet.area()
    someone = await factories.person("মো. হানিফ")
    page = await with_axe(await haat.visitor(someone))
    await page.goto(f"{haat.house.lines[0].url}/driver")

    await press(page, "রেখে দিন")
    await page.css("form [role=alert]").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await page.role("textbox", "কোন ইউনিয়ন বা পৌরসভায় থাকেন").fill("নিয়ামত")
    await page.css(".found button").first.click()
    await page.role("textbox", "কী চালান বা কী পারেন, দু-এক কথায়").fill("দশ বছর অটো চালাই।")
    await page.role("textbox", "ড্রাইভিং লাইসেন্সের নম্বর (লাগলে)").fill("DK0012345")
    await page.css("input[type=date]").fill("2030-01-31")
    await press(page, "রেখে দিন")
    await page.css("[role=status]:has-text('এখনো জমা দেননি')").appears()

    await page.css("summary:text-is('গাড়ি যোগ করুন')").click()
    await page.role("textbox", "গাড়ির নম্বর").fill("কিশোরগঞ্জ-থ ১১-১২৩৪")
    await page.role("textbox", "কয়জন বসেন").fill("৪")
    await press(page, "যোগ করুন")
    await page.css("li:has-text('অটো') strong:text-is('কর্মকর্তা দেখবেন')").appears()
    await press(page, "কর্মকর্তার কাছে জমা দিন")
    await page.css("[role=status]:has-text('কর্মকর্তা দেখছেন')").appears()

    assert "\n".join(await barriers_on(page)) == ""
    assert (await Driver.get(account=someone)).state == ApplicationState.SUBMITTED
    auto = await Vehicle.get(driver__account_id=someone.id)
    assert (auto.kind, auto.seats, auto.state) == (VehicleKind.AUTO, 4, VehicleState.PENDING)


async def test_a_driver_reads_what_he_drove_and_puts_a_vehicle_away(haat):
    crew = await fleet.crew(online=False)
    page = await with_axe(await haat.visitor(crew.account))
    await page.goto(f"{haat.house.lines[0].url}/driver")

    await page.css("summary:text-is('আমার যাত্রার খাতা')").click()
    await page.css("text=এখনো কোনো যাত্রা নেই").appears()
    await page.css("summary:text-is('গাড়ি বা কাজ')").click()
    await press(page, "আর চালাই না", "হ্যাঁ, সরিয়ে দিন")
    await page.css("text=এখনো কোনো গাড়ি লেখেননি").appears()

    assert "\n".join(await barriers_on(page)) == ""
    assert (await Vehicle.get(id=crew.vehicle.id)).state == VehicleState.RETIRED
