"""An electrician is booked: citizen and provider, each with a phone, from search to review."""

from datetime import timedelta

from hmk_graph.clock import database_clock
from hmk_graph.services import switching
from hmk_graph.services.booking_models import Booking
from hmk_graph.services.models import Signal, Venue
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.factories import person
from tests.services import desks

pytestmark = IN_ONE_BROWSER

ALL_DAY = [[[0, 24 * 60]]] * 7
HOUR = timedelta(hours=1)


async def press(page, *names):
    for name in names:
        await page.role("button", name).click()


async def electrician(**columns):
    """Make an electrician who comes to the house and prices the work after a look at it."""
    now = await database_clock()
    owner = await person("রফিকুল ইসলাম")
    desk = await desks.provider(owner, hours=ALL_DAY, **columns)
    service = await desks.service(desk, venue=Venue.CUSTOMER, verified_at=now)
    await desks.option(service, needs_quote=True)
    return owner, desk


async def book(page, desk):
    """From the kinds of services to a time that is held."""
    await page.css(".kinds a:has-text('ইলেকট্রিশিয়ান')").click()
    # Of all electricians that other tests brought, too, those who are free now.
    await page.css(".tick input").click()
    await page.css(f"a[href='/seba/{desk.id}']").click()
    await press(page, "সময় নিন")
    await page.css("fieldset >> nth=0 >> button >> nth=1").click()
    await page.css("fieldset >> nth=1 >> button >> nth=0").click()
    await page.role("textbox", "কোন ইউনিয়নে আসবেন").fill("নিয়ামত")
    await page.css(".found button").first.click()
    await page.role("textbox", "বাড়ি ও রাস্তা").fill("চরপাড়া, মসজিদের পাশে")
    await page.role("textbox", "কী হয়েছে, দু-এক কথায়").fill("ফ্যান ঘোরে না")
    await press(page, "এই সময় রাখুন")
    await page.css("strong:has-text('সময়টি আপনার জন্য রাখা আছে')").appears()


async def let_it_be_time(desk):
    """Let the time pass until the visit begins."""
    now = await database_clock()
    booking = await Booking.get(provider_id=desk.id)
    await Booking.filter(id=booking.id).update(starts_at=now, finishes_at=now + HOUR)


async def test_an_electrician_is_booked_priced_and_reviewed_on_two_phones(haat):
    owner, desk = await electrician()
    citizen = await with_axe(await haat.visitor(await person("সুমাইয়া আক্তার")))
    provider = await with_axe(await haat.visitor(owner))
    await citizen.goto(f"{haat.house.lines[0].url}/seba")
    await provider.goto(f"{haat.house.lines[1].url}/provider")

    await provider.role("switch", "এখন সেবা দিতে পারব").click()
    await provider.css("[role=switch][aria-checked=true]").appears()
    await book(citizen, desk)
    assert "\n".join(await barriers_on(citizen)) == ""
    await press(citizen, "হ্যাঁ, জানিয়ে দিন")

    await provider.css("a:has-text('সুমাইয়া আক্তার')").click()
    await press(provider, "কাজটি নিন")
    await citizen.css("strong:has-text('পাকা হয়েছে')").appears()
    digits = await citizen.css(".code").text()

    await let_it_be_time(desk)
    await provider.role("textbox", "নাগরিকের চার অঙ্কের কোড").fill(digits)
    await press(provider, "কাজ শুরু")
    await citizen.css("strong:has-text('কাজ চলছে')").appears()

    await provider.role("textbox", "কী বাবদ").fill("নতুন ক্যাপাসিটর")
    await provider.role("textbox", "টাকা").fill("৭৫০")
    await press(provider, "দাম জানান")
    await press(citizen, "এই দাম মানি")
    await provider.css("article:has-text('মানা হয়েছে')").appears()

    await provider.role("textbox", "মোট কত হলো (টাকা)").fill("৭৫০")
    await press(provider, "কাজ শেষ")
    await press(citizen, "হ্যাঁ, কাজ ঠিকমতো হয়েছে")
    await citizen.css("label:has-text('★★★★★')").click()
    await citizen.role("textbox", "দু-এক কথায়").fill("সময়মতো এসেছেন")
    await press(citizen, "মতামত দিন")

    await citizen.css("text=আপনার মতামত রাখা হয়েছে").appears()
    assert "\n".join(await barriers_on(citizen)) == ""
    assert "\n".join(await barriers_on(provider)) == ""


async def test_what_is_typed_on_the_front_page_is_looked_for_everywhere(haat):
    visitor = await with_axe(await haat.visitor())
    await visitor.goto(haat.house.lines[0].url)
    box = visitor.role("searchbox", "কী খুঁজছেন?")
    await box.fill("নিয়ামত")
    await visitor.css(".found a:has-text('করিমগঞ্জ: হাটের পশু')").appears()
    assert "\n".join(await barriers_on(visitor)) == ""

    await box.fill("ফ্যান মেরামত")
    await visitor.press("Enter")

    await visitor.until("() => new URLSearchParams(location.search).get('q') === 'ফ্যান মেরামত'")
    await visitor.css(".tabs a[aria-current=page]").appears()


async def test_who_becomes_free_is_seen_at_once(haat):
    owner, desk = await electrician()
    visitor, provider = await haat.visitor(), await haat.visitor(owner)
    await visitor.goto(f"{haat.house.lines[0].url}/seba/{desk.id}")
    await visitor.css("header .badge.live").appears()
    await provider.goto(f"{haat.house.lines[1].url}/provider")

    await provider.role("switch", "এখন সেবা দিতে পারব").click()

    await visitor.css(".free.FREE").appears()


async def test_calling_off_tells_what_it_costs_first(haat):
    owner, desk = await electrician()
    await switching.switch(owner.id, Signal.FREE, None, clock=database_clock)
    citizen = await haat.visitor(await person("সুমাইয়া আক্তার"))
    await citizen.goto(f"{haat.house.lines[0].url}/seba")
    await book(citizen, desk)

    await press(citizen, "বাতিল করুন")
    await citizen.css("dialog:has-text('কোনো টাকা লাগবে না')").appears()
    await press(citizen, "হ্যাঁ, বাতিল")

    await citizen.css("strong:has-text('বাতিল হয়েছে')").appears()
