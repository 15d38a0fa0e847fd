"""A barber sits by numbers: "now 1, yours 2", live on the phones of who waits and who serves."""

from hmk_graph.clock import database_clock
from hmk_graph.services.booking_models import Sitting
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import person
from tests.services import desks

pytestmark = IN_ONE_BROWSER


async def test_numbers_are_taken_called_and_passed_over_on_three_phones(haat):
    owner = await person("সুধীর শীল")
    barber = await desks.provider(owner)
    service = await desks.service(barber, slug="barber", verified_at=await database_clock())
    await desks.option(service)
    desk = await with_axe(await haat.visitor(owner))
    await desk.goto(f"{haat.house.lines[1].url}/seba/{barber.id}")
    await desk.css("summary:has-text('নতুন দিন ঠিক করুন')").click()
    await press(desk, "জানিয়ে দিন")
    await desk.css("a[href^='/seba/sitting/']").click()
    await desk.css("h2:has-text('যাঁরা অপেক্ষায়')").appears()
    sitting = await Sitting.get(provider_id=barber.id)

    waiting = []
    for n, name in enumerate(("করিম মিয়া", "রহিম মিয়া")):
        page = await with_axe(await haat.visitor(await person(name)))
        await page.goto(f"{haat.house.lines[n].url}/seba/sitting/{sitting.id}")
        await press(page, "সিরিয়াল নিন")
        await page.css(f"strong.code:has-text('{'১২'[n]}')").appears()
        waiting.append(page)
    first, second = waiting
    await desk.css("li:has-text('রহিম মিয়া')").appears()
    await press(desk, "শুরু করুন", "পরের জন")

    await second.css("[role=status]:has-text('১')").appears()
    await second.css("text=অপেক্ষায়").first.appears()
    await first.css("strong:has-text('এখন আপনার পালা')").appears()
    for page in (desk, second):
        assert "\n".join(await barriers_on(page)) == ""
    await press(desk, "আসেননি")
    await first.css("strong:has-text('ছিলেন না')").appears()
    await press(desk, "পরের জন")
    await second.css("strong:has-text('এখন আপনার পালা')").appears()
