"""A visit is paid ahead; somebody else asks to be told should its time fall free."""

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.clock import DHAKA, database_clock
from hmk_graph.services.booking_models import Booking, Waiting
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import tomorrow_noon
from tests.browser.test_rent_walk import pay_all, press
from tests.factories import person
from tests.services import desks

pytestmark = IN_ONE_BROWSER


async def test_a_visit_is_paid_ahead_and_its_time_is_waited_for(haat):
    desk, wanted = await desks.shop()
    citizen, noon = await person("সুমাইয়া আক্তার"), await tomorrow_noon()
    booking = await desks.requested(wanted, citizen, starts_at=noon, now=await database_clock())
    paying = await with_axe(await haat.visitor(citizen))
    await paying.goto(f"{haat.house.lines[0].url}/seba/booking/{booking.id}")

    await press(paying, "মোবাইলে বা কার্ডে ৳৫০০ দিন")
    await paying.css(".pay").appears()
    assert "\n".join(await barriers_on(paying)) == ""
    await pay_all(paying)
    await paying.css("dt:has-text('আগে দেওয়া')").appears()
    assert (await Booking.get(id=booking.id)).paid_paisa == booking.amount_paisa

    waiting = await with_axe(await haat.visitor(await person("জহিরুল ইসলাম")))
    await waiting.goto(f"{haat.house.lines[1].url}/seba/{desk.id}")
    await press(waiting, "সময় নিন")
    # Tomorrow by UTC may be today in Dhaka.
    day = in_bengali_digits(str(noon.astimezone(DHAKA).day))
    await waiting.css(f"fieldset >> nth=0 >> button:text-matches(' {day}$')").click()
    await waiting.css("summary:has-text('যে সময় চাই তা অন্যের নেওয়া')").click()
    await waiting.css("details select").call("selectOption", {"label": "দুপুর ১২:০০"})
    await press(waiting, "খালি হলে জানাবেন")
    await waiting.css("text=সময়টি খালি হলে আপনাকে জানানো হবে।").appears()
    # What is half under the header where one scrolled to is no barrier.
    await waiting.run("() => scrollTo(0, 0)")
    assert "\n".join(await barriers_on(waiting)) == ""
    assert (await Waiting.get(option_id=wanted.id)).starts_at == noon
