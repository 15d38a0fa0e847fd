"""Blood is asked for, a donor agrees, the two see each other's number, and it is given."""

from hmk_graph.blood.models import BloodRequest
from tests.blood.givers import donor
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import person

pytestmark = IN_ONE_BROWSER


async def ask(page):
    """Ask for one bag of B+ at the hospital of the union."""
    await page.css("select >> nth=0").call("selectOption", {"label": "B+"})
    place = page.role("textbox", "কোন ইউনিয়ন বা পৌরসভায়")
    await place.fill("নিয়ামত")
    await page.css(".found button").first.click()
    await page.role("textbox", "হাসপাতাল ও ওয়ার্ড").fill("২৫০ শয্যা হাসপাতাল, ওয়ার্ড ৩")
    await press(page, "দাতাদের জানান")
    await page.css("strong:has-text('দাতা খোঁজা হচ্ছে')").appears()


async def test_blood_is_asked_for_agreed_to_and_given_on_two_phones(haat):
    giver = await donor(account=await person("রুবেল হোসেন"))
    asking = await with_axe(await haat.visitor(await person("সালমা আক্তার")))
    giving = await with_axe(await haat.visitor(await giver.account))
    await asking.goto(f"{haat.house.lines[0].url}/rokto")
    await giving.goto(f"{haat.house.lines[1].url}/rokto")
    await giving.css("[role=switch][aria-checked=true]").appears()

    await press(asking, "দাতাদের জানান")
    await asking.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(asking)) == ""
    await ask(asking)
    await giving.css("a:has-text('B+ রক্ত')").click()
    await press(giving, "দিতে পারব")
    await asking.css("li:has-text('দিতে রাজি')").appears()
    assert await giving.run("() => document.querySelectorAll('main a[href^=tel]').length") == 0
    await press(asking, "এঁকে নিন")

    await giving.css("main a[href^='tel:']").appears()
    await asking.css("li:has-text('রুবেল হোসেন') a[href^='tel:']").appears()
    assert "\n".join(await barriers_on(asking)) == ""
    assert "\n".join(await barriers_on(giving)) == ""
    await press(asking, "রক্ত দিয়েছেন", "হ্যাঁ")

    await asking.css("strong:has-text('সব রক্ত পাওয়া গেছে')").appears()
    await giving.css("strong:has-text('দেওয়া হয়েছে। ধন্যবাদ!')").appears()
    assert (await BloodRequest.all().order_by("-id").first()).given == 1


async def test_a_donor_is_enlisted_and_may_say_not_now(haat):
    page = await haat.visitor(await person("নাসিমা বেগম"))
    await page.goto(f"{haat.house.lines[0].url}/rokto")

    await page.css("details select").call("selectOption", {"label": "O−"})
    await page.role("textbox", "আপনার ইউনিয়ন বা পৌরসভা").fill("নিয়ামত")
    await page.css("details .found button").first.click()
    await page.css("details input[type=date] >> nth=0").fill("1996-01-01")
    await page.role("textbox", "ওজন (কেজি)").fill("৫৮")
    await press(page, "রাখুন")
    await page.css("[role=switch][aria-checked=true]").click()

    await page.css("[role=switch][aria-checked=false]").appears()
