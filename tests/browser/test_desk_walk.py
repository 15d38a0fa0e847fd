"""A provider changes what he offers, shows his place, answers a review; others see each step."""

from pathlib import Path

from hmk_graph.clock import database_clock
from hmk_graph.money import taka
from hmk_graph.services import reviewing
from hmk_graph.services.booking_models import Booking, BookingState, CalendarFeed
from hmk_graph.services.models import Price, PriceOption, Service
from tests.browser.houses import Haat
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import person
from tests.media import files
from tests.services import desks

pytestmark = IN_ONE_BROWSER

WORK = "ঘরের ওয়্যারিং"


async def open_part(page, title):
    await page.css(f"summary:has-text('{title}')").first.click()


async def test_a_provider_changes_what_he_offers_and_others_see_it(haat: Haat, tmp_path: Path):
    desk, option = await desks.shop(account=await person("রফিকুল ইসলাম"))
    await desks.option(await Service.get(id=option.service_id), price=taka(900))
    photo = tmp_path / "shop.jpg"
    photo.write_bytes(files.photo((800, 600)))
    page = await with_axe(await haat.visitor(await desk.account))
    await page.goto(f"{haat.house.lines[0].url}/provider/work")

    await open_part(page, "দাম বদলান")
    await page.role("textbox", "এখন থেকে দাম (টাকা)").fill("৬৫০")
    assert "\n".join(await barriers_on(page)) == ""
    await press(page, "এই দাম রাখুন")
    await page.css("li:has-text('৳৬৫০')").appears()
    assert await Price.filter(option_id=option.id, valid_to=None, amount_paisa=taka(650)).exists()

    await page.css("li:has-text('৳৯০০') >> button:has-text('দামটি সরান')").click()
    await press(page, "হ্যাঁ")
    await page.css("li:has-text('৳৯০০')").goes()
    assert await PriceOption.filter(service_id=option.service_id, retired_at=None).count() == 1

    await open_part(page, "কথা বদলান")
    await page.role("textbox", "কাজের নাম").fill("ঘরের তার ও সুইচ")
    await page.css("article:has-text('ঘর') >> button:has-text('রাখুন')").first.click()
    await page.css("h3:has-text('ঘরের তার ও সুইচ')").appears()

    await open_part(page, "কাজের জায়গার ছবি")
    await page.css("input[type=file]").first.call("setInputFiles", str(photo))
    await page.css(".photos img").appears()

    citizen = await haat.visitor()
    await citizen.goto(f"{haat.house.lines[1].url}/seba/{desk.id}")
    await citizen.css("text=ঘরের তার ও সুইচ").first.appears()
    await citizen.css("text=৳৬৫০").first.appears()
    assert await citizen.css("text=৳৯০০").count() == 0


async def test_a_provider_answers_a_review_and_closes_his_calendar(haat: Haat):
    desk, option = await desks.shop(account=await person("রফিকুল ইসলাম"))
    booking = await desks.requested(option)
    now = await database_clock()
    await Booking.filter(id=booking.id).update(state=BookingState.CLOSED, changed_at=now)
    for who in (booking.citizen_id, desk.account_id):
        await reviewing.write(
            who, booking_id=booking.id, stars=4, text="সময়মতো এসেছেন", clock=database_clock
        )
    page = await with_axe(await haat.visitor(await desk.account))
    await page.goto(f"{haat.house.lines[0].url}/provider/work")

    await open_part(page, "মতামত")
    await page.role("textbox", "উত্তর লিখুন").fill("আবার ডাকবেন")
    await press(page, "উত্তর দিন")
    await page.css("text=উত্তর: আবার ডাকবেন").appears()

    await open_part(page, "ফোনের ক্যালেন্ডারে দেখুন")
    await press(page, "ঠিকানা নিন")
    address = await page.css("code").text()
    assert await status_of(page, address) == 200
    await press(page, "ঠিকানা বন্ধ করুন")
    await page.css("button:has-text('ঠিকানা বন্ধ করুন')").goes()
    assert await CalendarFeed.filter(provider_id=desk.id, revoked_at=None).count() == 0
    haat.may_be_noisy = True  # of the address that is there no more
    assert await status_of(page, address) == 404


async def status_of(page, address):
    return await page.run("async address => (await fetch(address)).status", address)
