"""A shop is let: seen, agreed, the advance paid, the keys given, a month's rent taken."""

from hmk_graph.clock import database_clock
from hmk_graph.rentals.models import Agreement, Unit
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import person, union
from tests.rentals import lodgings

pytestmark = IN_ONE_BROWSER

LABELS = {
    "title": "এক লাইনে কী (যেমন: স্টেশন রোডে দোকান)",
    "place": "কোন ইউনিয়ন বা পৌরসভায়",
    "rent": "মাসের ভাড়া (টাকা)",
    "advance": "অগ্রিম (টাকা)",
    "address": "বাড়ি ও রাস্তা",
    "day": "দিনের ভাড়া, চালকসহ (টাকা)",
    "seats": "আসন",
}


async def put_up(page, *, kind="দোকান", **said):
    """Fill in what is to let, and put it up; the form is open."""
    await page.css("details select >> nth=0").call("selectOption", {"label": kind})
    for name, text in said.items():
        await page.role("textbox", LABELS[name]).fill(text)
        if name == "place":
            await page.css(".found button").first.click()
    await press(page, "ভাড়ায় তুলুন")


async def pay_all(page):
    """Pay what is due at the simulator's page, and come back."""
    await page.css(".pay button[type=submit]").click()
    await page.role("button", "টাকা দিন · Pay").click()
    await page.css("h1").appears()
    page.noise.clear()  # the service is another host, and has a console of its own


async def test_a_shop_is_rented_from_the_first_look_to_the_first_rent(haat):
    await union()
    landlord, tenant = await person("আবদুল হাকিম"), await person("রোকসানা পারভীন")
    letting = await with_axe(await haat.visitor(landlord))
    await letting.goto(f"{haat.house.lines[1].url}/bhara/mine")
    await letting.css("summary:has-text('কিছু ভাড়া দিন')").click()
    await press(letting, "ভাড়ায় তুলুন")
    await letting.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(letting)) == ""
    await put_up(
        letting,
        title="স্টেশন রোডে দোকান",
        place="নিয়ামত",
        rent="৯,০০০",
        advance="১৮,০০০",
        address="স্টেশন রোড ৭",
    )
    await letting.css("h2:has-text('আপনার দেওয়া ভাড়া')").appears()
    unit = await Unit.get(owner=landlord)

    renting = await with_axe(await haat.visitor(tenant))
    # A payment service comes back to the first line, where the browser's marks are.
    await renting.goto(f"{haat.house.lines[0].url}/bhara?kind=SHOP")
    assert "\n".join(await barriers_on(renting)) == ""
    await renting.css(f"a[href='/bhara/{unit.id}']").click()
    await renting.css("dd:has-text('মালিক দেখার সময়ে রাজি হলে জানা যাবে')").appears()
    await press(renting, "মালিককে জানান")
    await renting.css("[role=status]:has-text('মালিককে জানানো হয়েছে')").appears()
    await renting.css("main a[href='/bhara/mine']").click()
    await letting.css("main a[href='/bhara/mine']").click()
    await letting.css("li:has-text('রোকসানা পারভীন দেখতে চান')").appears()
    await press(letting, "আসতে বলুন")
    await renting.css("li:has-text('স্টেশন রোড ৭') a[href^='tel:']").appears()

    await letting.css("summary:has-text('এঁকে ভাড়া দিতে চাই')").click()
    assert "\n".join(await barriers_on(letting)) == ""
    await press(letting, "চুক্তি পাঠান")
    await letting.css("strong:has-text('ভাড়াটিয়ার উত্তরের অপেক্ষা')").appears()
    await renting.css("a[href^='/bhara/tenancy/']").click()
    await press(renting, "রাজি, নেব", "হ্যাঁ")
    await renting.css(".pay").appears()
    assert "\n".join(await barriers_on(renting)) == ""
    await pay_all(renting)
    await renting.css("strong:has-text('চুক্তি চলছে')").appears()

    await letting.css("strong:has-text('চুক্তি চলছে')").appears()
    await press(letting, "চাবি দিলাম")
    await renting.css("p:has-text('চাবি ভাড়াটিয়া পেয়েছেন')").appears()
    await press(letting, "নগদে পেয়েছি", "হ্যাঁ")
    await renting.css("li:has-text('নগদে দেওয়া হয়েছে')").appears()
    for page in (letting, renting):
        assert "\n".join(await barriers_on(page)) == ""
    await renting.css("summary:has-text('ছাড়ার দিন জানান')").click()
    await press(renting, "জানান")
    await letting.css("strong:has-text('ছাড়ার দিন ঠিক হয়েছে')").appears()
    assert (await Agreement.get(unit=unit)).handed_over_at is not None


async def test_what_is_kept_of_an_advance_is_disputed(haat):
    landlord, tenant = await person("আবদুল হাকিম"), await person("রোকসানা পারভীন")
    flat = await lodgings.unit(landlord)
    now = await database_clock()
    over = await lodgings.tenancy(
        flat, tenant, state="ENDED", handed_over_at=now, returned_at=now, leaves_on=now.date()
    )
    letting = await with_axe(await haat.visitor(landlord))
    renting = await with_axe(await haat.visitor(tenant))
    for n, page in enumerate((letting, renting)):
        await page.goto(f"{haat.house.lines[n].url}/bhara/tenancy/{over.id}")

    await letting.role("textbox", "কিসের জন্য").fill("ভাঙা দরজা")
    await letting.role("textbox", "কত (টাকা)").fill("১,৫০০")
    assert "\n".join(await barriers_on(letting)) == ""
    await press(letting, "হিসাব পাঠান")
    await renting.css("li:has-text('ভাঙা দরজা'):has-text('মালিক চান')").appears()
    await press(renting, "আপত্তি")
    await renting.role("textbox", "কী ঠিক নেই").fill("আগে থেকেই ভাঙা ছিল")
    await press(renting, "পাঠান")

    await letting.css("li:has-text('আগে থেকেই ভাঙা ছিল'):has-text('কর্মকর্তা দেখছেন')").appears()
    assert "\n".join(await barriers_on(renting)) == ""


async def test_a_vehicle_is_hired_for_a_day_with_its_driver(haat):
    await union()
    driver, family = await person("হারুন মিয়া"), await person("শিরিন আক্তার")
    driving = await haat.visitor(driver)
    await driving.goto(f"{haat.house.lines[0].url}/bhara/mine")
    await driving.css("summary:has-text('কিছু ভাড়া দিন')").click()
    await put_up(
        driving,
        kind="গাড়ি",
        title="এগারো আসনের মাইক্রোবাস",
        place="নিয়ামত",
        day="৬,০০০",
        seats="১১",
    )
    await driving.css("h2:has-text('আপনার দেওয়া ভাড়া')").appears()
    car = await Unit.get(owner=driver)
    hiring = await with_axe(await haat.visitor(family))
    await hiring.goto(f"{haat.house.lines[1].url}/bhara/{car.id}")

    await hiring.role("textbox", "কোথা থেকে উঠবেন").fill("কিশোরগঞ্জ রেলস্টেশন")
    await hiring.css("p:has-text('১ দিন, মোট ৳৬,০০০')").appears()
    assert "\n".join(await barriers_on(hiring)) == ""
    await press(hiring, "দিনগুলো চান")
    await hiring.css("[role=status]:has-text('মালিককে জানানো হয়েছে')").appears()
    await hiring.css("main a[href='/bhara/mine']").click()
    await driving.css("main a[href='/bhara/mine']").click()
    await press(driving, "হ্যাঁ, যাব")

    await hiring.css("strong:has-text('ঠিক হয়েছে')").appears()
    await hiring.css("main a[href^='tel:']").appears()
    assert "\n".join(await barriers_on(hiring)) == ""
