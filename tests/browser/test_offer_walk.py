"""A provider offers one thing more, at a price; an officer lets it be shown."""

from hmk_graph.money import taka
from hmk_graph.services.models import Provider, Service, ServiceState
from tests.browser.houses import Haat
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import officer, person, upazila
from tests.services import desks

pytestmark = IN_ONE_BROWSER

WORK = "সোলার প্যানেল বসানো"


async def test_a_provider_offers_one_thing_more_and_an_officer_lets_it_be_shown(haat: Haat):
    desk, _ = await desks.shop(account=await person("রফিকুল ইসলাম"))
    page = await with_axe(await haat.visitor(await desk.account))
    await page.goto(f"{haat.house.lines[0].url}/provider")
    await page.css("main a[href='/provider/work']").click()

    await page.css("summary:has-text('নতুন সেবা')").click()
    await page.css("main select >> nth=0").call("selectOption", {"label": "ইলেকট্রিশিয়ান"})
    await page.role("textbox", "কাজের নাম").fill(WORK)
    await press(page, "লিখে রাখুন")
    card = f"article:has-text('{WORK}')"
    await page.css(f"{card} >> summary:has-text('নতুন দাম')").click()
    await page.role("textbox", "কোন কাজের দাম").fill("একটি প্যানেল")
    await page.role("textbox", "দাম (টাকা)").fill("১২০০")
    await press(page, "দাম যোগ করুন")
    await page.css(f"{card} >> li:has-text('৳১,২০০')").appears()
    await page.css(f"{card} >> summary:has-text('দাম বদলান')").click()
    await page.role("textbox", "এখন থেকে দাম (টাকা)").fill("১১০০")
    await press(page, "এই দাম রাখুন")
    await page.css(f"{card} >> li:has-text('৳১,১০০')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await press(page, "কর্মকর্তাকে দেখান")
    await page.css(f"{card} >> text=কর্মকর্তার অপেক্ষায়").appears()

    await page.css("summary:has-text('কাজ নেওয়ার নিয়ম')").click()
    await page.css("label:has-text('সব অনুরোধ সঙ্গে সঙ্গে নিই') input").click()
    await press(page, "রাখুন")
    await page.css("text=রাখা হয়েছে।").appears()
    assert (await Provider.get(id=desk.id)).instant

    deciding = await with_axe(await haat.visitor(await officer(await upazila())))
    await deciding.goto(f"{haat.house.lines[1].url}/officer?desk=offers")
    await deciding.css(f"li:has-text('{WORK}') >> button:has-text('দেখানো যাবে')").click()
    await press(deciding, "হ্যাঁ, করুন")
    await deciding.css(f"li:has-text('{WORK}')").call("waitFor", {"state": "detached"})
    assert "\n".join(await barriers_on(deciding)) == ""

    made = await Service.get(provider_id=desk.id, title_bn=WORK)
    assert (made.state, made.from_paisa) == (ServiceState.ACTIVE, taka(1_100))
