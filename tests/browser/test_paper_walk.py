"""A doctor shows the paper that lacks; an officer opens it, and lets him work."""

from __future__ import annotations

import asyncio
from pathlib import Path

from hmk_graph.clock import database_clock
from hmk_graph.media.models import MediaKind
from hmk_graph.services import providing
from hmk_graph.services.models import Provider, ProviderState, ServiceState
from tests.browser.houses import Haat
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import officer, person, upazila
from tests.media import files
from tests.services import desks

pytestmark = IN_ONE_BROWSER

MISSING = "text=এখনো দেখানো হয়নি: পেশার নিবন্ধন"


async def handed_in() -> Provider:
    """Have a doctor apply who showed who he is and what he may do, but not his registration."""
    doctor = await person("ডা. নাজমুল হাসান")
    desk = await desks.provider(doctor, name="ডা. নাজমুল হাসান", state=ProviderState.DRAFT)
    service = await desks.service(
        desk, slug="doctor", state=ServiceState.DRAFT, verified_at=None, licence_no="ক-১২"
    )
    await desks.option(service)
    await files.show(doctor, MediaKind.IDENTITY, MediaKind.LICENCE)
    await providing.submit(doctor.id, clock=database_clock)
    return desk


async def test_a_doctor_shows_what_lacks_and_is_let_work(haat: Haat, tmp_path: Path):
    desk = await handed_in()
    registration = tmp_path / "registration.pdf"
    registration.write_bytes(files.pdf(1))
    deciding = await with_axe(await haat.visitor(await officer(await upazila())))
    await deciding.goto(f"{haat.house.lines[1].url}/officer")
    await deciding.css("nav button:has-text('সেবাদাতা')").click()
    card = f"li:has-text('{desk.name}')"
    await deciding.css(f"{card} >> {MISSING}").appears()
    assert "\n".join(await barriers_on(deciding)) == ""

    page = await with_axe(await haat.visitor(await desk.account))
    await page.goto(f"{haat.house.lines[0].url}/provider")
    await page.css(MISSING).appears()
    await page.css("summary:has-text('পেশার নিবন্ধন')").click()
    assert "\n".join(await barriers_on(page)) == ""
    await page.css("main input[type=file]").call("setInputFiles", str(registration))
    await page.css("summary:text-is('কাগজপত্র')").appears()

    await deciding.call("reload")
    await deciding.css("nav button:has-text('সেবাদাতা')").click()
    opened, _ = await asyncio.gather(
        deciding.browser.ask(
            deciding.thing, calls=[["waitForEvent", "download"], ["suggestedFilename"]]
        ),
        deciding.css(f"{card} >> button:text-is('খুলুন') >> nth=-1").click(),
    )
    assert opened.endswith(".pdf")
    await deciding.css(f"{card} >> button:has-text('যাচাই হয়েছে')").click()
    await press(deciding, "হ্যাঁ, করুন")

    await deciding.css(card).call("waitFor", {"state": "detached"})
    assert (await Provider.get(id=desk.id)).state is ProviderState.VERIFIED
