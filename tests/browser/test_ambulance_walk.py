"""An ambulance is called and comes: the caller's and the driver's phones side by side."""

from hmk_graph.dispatch.models import Driver, VehicleKind
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.dispatch import fleet
from tests.factories import person

pytestmark = IN_ONE_BROWSER

NEAR = {"latitude": fleet.north(140).lat, "longitude": fleet.CENTER.lng}
THERE = {"latitude": fleet.north(60).lat, "longitude": fleet.CENTER.lng}
SENT = "() => document.querySelector('.marker') !== null"
WHERE = "() => document.querySelector('.marker').style.transform"
MOVED = "before => document.querySelector('.marker').style.transform !== before"


async def press(page, *names):
    for name in names:
        await page.role("button", name).click()


async def driver_of(haat, kind=VehicleKind.AMBULANCE_AC, go="অ্যাম্বুলেন্স (এসি) নিয়ে কাজে নামুন"):
    """Open the page of a driver who stands around the corner, and go to work."""
    crew = await fleet.crew(kind, online=False)
    page = await haat.visitor(crew.account, geolocation=NEAR, permissions=["geolocation"])
    await page.goto(f"{haat.house.lines[1].url}/driver")
    await press(page, go)
    await page.css("text=আপনার জায়গা পাঠানো হচ্ছে").appears()
    return page


async def call(haat, name="সালমা আক্তার"):
    """Call an ambulance from the middle of the upazila."""
    page = await with_axe(await haat.visitor(await person(name)))
    await page.goto(f"{haat.house.lines[0].url}/ambulance")
    await page.css("a[href='tel:999']").appears()
    await page.css("select >> nth=0").call("selectOption", {"label": "করিমগঞ্জ"})
    return page


async def test_an_ambulance_is_called_and_seen_coming_on_two_phones(haat):
    await fleet.area()
    driver = await driver_of(haat)
    caller = await call(haat)
    await caller.css("[role=status]:has-text('কাছে')").first.appears()
    assert "\n".join(await barriers_on(caller)) == ""
    await press(caller, "অ্যাম্বুলেন্স ডাকুন", "হ্যাঁ, এখনই ডাকুন")

    await press(driver, "নিলাম")
    await caller.css("text=মো. হানিফ").first.appears()
    await press(driver, "রওনা দিলাম")
    await caller.css("strong:has-text('চালক আসছেন')").appears()
    await caller.until(SENT)
    await caller.css(".fresh").appears()

    before = await caller.run(WHERE)
    await driver.context.call("setGeolocation", THERE)
    await caller.until(MOVED, before)
    await press(driver, "পৌঁছে গেছি")
    await caller.css("strong:has-text('চালক এসে গেছেন')").appears()
    await press(driver, "যাত্রা শুরু")
    await caller.css("strong:has-text('পথে')").appears()

    await press(caller, "বাড়ির লোককে দেখান")
    link = await caller.css("a[href*='/trip/shared']").call("getAttribute", "href")
    family = await haat.visitor()
    await family.goto(link)
    await family.css("text=মো. হানিফ").first.appears()
    assert "\n".join(await barriers_on(caller)) == ""

    await press(driver, "পৌঁছে দিয়েছি")
    await caller.css("strong:has-text('পৌঁছে গেছেন')").appears()


async def test_calling_an_ambulance_off_costs_nothing(haat):
    await fleet.area()
    caller = await call(haat)
    await press(caller, "অ্যাম্বুলেন্স ডাকুন", "হ্যাঁ, এখনই ডাকুন")

    await press(caller, "বাতিল করুন")
    await caller.css("dialog:has-text('কোনো টাকা লাগবে না')").appears()
    await press(caller, "হ্যাঁ, বাতিল")

    await caller.css("strong:has-text('বাতিল হয়েছে')").appears()


async def test_a_call_that_nobody_answers_is_taken_by_the_desk_and_watched_by_consent(haat):
    await fleet.area()
    await Driver.all().update(vehicle_id=None, online_since=None)  # nobody is at work
    desk = await with_axe(await haat.visitor(await fleet.dispatcher()))
    await desk.goto(f"{haat.house.lines[1].url}/officer")
    await desk.css("[role=status]:has-text('সরাসরি')").appears()
    caller = await call(haat, "জোহরা খাতুন")
    await press(caller, "অ্যাম্বুলেন্স ডাকুন", "হ্যাঁ, এখনই ডাকুন")

    await caller.css("li[aria-current=step]:has-text('মানুষ ফোনে খুঁজছেন')").appears()
    await caller.css("a[href='tel:999']").appears()
    assert "\n".join(await barriers_on(caller)) == ""
    here = "article:has-text('জোহরা খাতুন')"
    await desk.css(f"{here} >> [role=alert]:has-text('ডাক পড়েছে')").appears()
    await desk.css(f"{here} >> summary:text-is('চালক ঠিক করুন')").click()
    await press(desk, "এই যাত্রা দিন")
    await desk.css("form [role=alert]").appears()
    assert "\n".join(await barriers_on(desk)) == ""
    await desk.role("textbox", "চালকের নাম").fill("আব্দুল মালেক")
    await desk.role("textbox", "চালকের মোবাইল").fill("০১৮১২-৩৪৫৬৭৮")
    await press(desk, "এই যাত্রা দিন")
    await desk.css(f"{here} >> button:text-is('রওনা দিলাম')").click()
    await caller.css("strong:has-text('চালক আসছেন')").appears()
    await caller.css("text=আব্দুল মালেক").first.appears()

    await press(caller, "বাড়ির লোককে দেখান")
    link = await caller.css("a[href*='/trip/shared']").call("getAttribute", "href")
    await press(caller, "আর দেখতে দেবেন না", "হ্যাঁ, বন্ধ করুন")
    await caller.css("a[href*='/trip/shared']").call("waitFor", {"state": "detached"})
    family = await haat.visitor()
    await family.goto(link)
    await family.css("text=এই যাত্রা শেষ, বা ঠিকানাটি আর চলে না").appears()
