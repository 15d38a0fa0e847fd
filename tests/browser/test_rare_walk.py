"""What is seldom pressed: a review hidden, a death, an old call for blood."""

from datetime import timedelta

from hmk_graph.blood import giving, inviting
from hmk_graph.blood.models import DonationOffer
from hmk_graph.clock import database_clock
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.services import reviewing
from hmk_graph.services.booking_models import Booking, Review
from tests import factories
from tests.blood.givers import donor, need
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.browser.test_files import seller
from tests.browser.test_officer_day import decide
from tests.browser.test_seller_walk import CARE
from tests.factories import at
from tests.services.test_reviews_and_calendars import closed

pytestmark = IN_ONE_BROWSER
WHY = "গালাগালি আছে, কেউ পড়ার মতো নয়।"


async def test_an_officer_hides_a_review_that_nobody_should_read(haat):
    booking, now = await closed(), await database_clock()
    weeks_ago = now - timedelta(days=14)
    await Booking.filter(id=booking.id).update(changed_at=weeks_ago)
    await reviewing.write(
        booking.citizen_id, booking_id=booking.id, stars=1, text="অকথ্য কথা", clock=at(weeks_ago)
    )
    page = await with_axe(await haat.visitor(await factories.officer()))
    await page.goto(f"{haat.house.lines[0].url}/seba/{booking.provider_id}")

    await decide(page, "অকথ্য কথা", "লুকিয়ে রাখুন", WHY)

    await page.css("li:has-text('অকথ্য কথা')").goes()
    assert "\n".join(await barriers_on(page)) == ""
    assert (await Review.get(booking_id=booking.id)).hidden_reason == WHY


async def test_a_seller_tells_that_an_animal_has_died(haat):
    someone = await seller()
    cow = await factories.animal(someone)
    page = await haat.visitor(someone)
    await page.goto(f"{haat.house.lines[0].url}/haat/sell")

    await page.css(CARE).click()
    await press(page, "মারা গেছে")
    await page.css("dialog textarea").fill("রাতে সাপের কামড়ে মারা গেছে")
    await press(page, "হ্যাঁ, জানান")

    await page.css("strong:has-text('মারা গেছে')").appears()
    assert (await Animal.get(id=cow.id)).state is AnimalState.DEAD


async def test_a_donor_is_led_to_the_request_or_told_how_it_ended(haat):
    giver, now = await donor(account=await factories.person("পুরোনো দাতা")), await database_clock()
    request = await need(now=now, needed_by=now + timedelta(days=1))
    # The worker may ask the ring, too; one of the two does.
    await inviting.invite_next(request.id, database_clock)
    offer = await DonationOffer.get(request=request, donor=giver)
    page = await with_axe(await haat.visitor(await giver.account))
    stranger = await haat.visitor(await factories.person())
    called = f"{haat.house.lines[0].url}/rokto/offer/{offer.id}"

    await page.goto(called)
    await page.css("text=২৫০ শয্যা হাসপাতাল, ওয়ার্ড ৩").appears()
    assert (await page.run("() => location.pathname")) == f"/rokto/{request.id}"
    await giving.decline(giver.account_id, offer.id)
    await page.goto(called)
    await page.css("strong:text-is('এখন নয়')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await stranger.goto(called)
    await stranger.css("h1:has-text('এই পাতাটি নেই')").appears()
