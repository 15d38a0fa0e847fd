"""A citizen complains of a provider; officers ask, are late, answer, and are told it is not so."""

from datetime import timedelta

from tortoise.connection import get_connection

from hmk_graph.civic.models import Complaint, ComplaintState
from hmk_graph.clock import database_clock
from tests.browser.driver import Page
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import tomorrow_noon
from tests.browser.test_ambulance_walk import press
from tests.factories import district, officer, person, union, upazila
from tests.services import desks

pytestmark = IN_ONE_BROWSER

WORDS = "আপনার কথা (দুই পক্ষই পড়বেন)"


async def complain(page: Page) -> None:
    """Complain of the booking that the page shows."""
    await page.css("a:has-text('নালিশ করুন')").click()
    assert "রফিক" in await page.role("textbox", "কী হয়েছে").call("inputValue")
    await press(page, "নালিশ পাঠান")
    await page.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await page.role("textbox", "কোন ইউনিয়ন বা পৌরসভায়").fill("নিয়ামত")
    await page.css(".found button").first.click()
    await press(page, "নালিশ পাঠান")
    await page.css("strong:has-text('কেউ এখনো হাতে নেননি')").appears()


async def say(page: Page, deed: str, words: str) -> None:
    """Do something that asks for words."""
    await press(page, deed)
    await page.css("dialog textarea").fill(words)
    await page.css("dialog button[type=submit]").click()


async def resolve(page: Page, words: str) -> None:
    """Take a complaint in hand and say what was done."""
    await press(page, "হাতে নিন")
    await page.role("textbox", WORDS).fill(words)
    await press(page, "কাজ হয়ে গেছে")


async def is_late(complaint: Complaint) -> None:
    """Let the time pass in which it had to be answered."""
    long_ago = await database_clock() - timedelta(minutes=1)
    await Complaint.filter(id=complaint.id).update(due_at=long_ago)
    await get_connection("default").execute_query(
        "UPDATE deadline SET due_at = $1 WHERE subject_id = $2 AND kind LIKE 'civic%'",
        [long_ago, complaint.id],
    )


async def test_a_complaint_is_asked_about_passed_on_answered_and_opened_again(haat):
    await union()
    _, wanted = await desks.shop(account=await person("রফিকুল ইসলাম"))
    citizen = await person("সুমাইয়া আক্তার")
    booking = await desks.requested(
        wanted, citizen, starts_at=await tomorrow_noon(), now=await database_clock()
    )
    here = haat.house.lines[0].url
    author = await with_axe(await haat.visitor(citizen))
    near = await with_axe(await haat.visitor(await officer(await upazila(), "নাসরিন")))
    await officer(await upazila(), "শাহানা বেগম")
    above = await haat.visitor(await officer(await district(), "মোশাররফ"))
    await author.goto(f"{here}/seba/booking/{booking.id}")
    await complain(author)
    complaint = await Complaint.get(author_id=citizen.id)

    await near.goto(f"{here}/officer?desk=complaints")
    await near.css(f"main li a[href='/nalish/{complaint.id}']").click()
    await press(near, "হাতে নিন")
    await near.css("main a[href^='tel:']").appears()
    await press(near, "কাজ শুরু হয়েছে")
    await say(near, "নালিশকারীকে কিছু জিজ্ঞেস করুন", "কাজটি কোন দিন করার কথা ছিল?")
    assert "\n".join(await barriers_on(near)) == ""
    await author.css("li:has-text('কোন দিন করার কথা ছিল')").appears()
    await say(author, "উত্তর দিন", "গত সোমবার সকালে করার কথা ছিল।")
    await near.css("li:has-text('গত সোমবার সকালে')").appears()

    await near.css("summary:text-is('অন্য কর্মকর্তাকে দিন')").click()
    await near.role("combobox", "কাকে").call("selectOption", {"label": "শাহানা বেগম"})
    await press(near, "দিন")
    await near.css("form [role=alert]").appears()
    await near.role("textbox", "কেন দিচ্ছেন").fill("আমি কাল থেকে ছুটিতে যাচ্ছি।")
    assert "\n".join(await barriers_on(near)) == ""
    await press(near, "দিন")
    await author.css("li:has-text('কাল থেকে ছুটিতে')").appears()

    await is_late(complaint)
    await author.css("strong:has-text('ওপরের কর্মকর্তাদের কাছে')").appears()
    await above.goto(f"{here}/nalish/{complaint.id}")
    await resolve(above, "সেবাদাতাকে সতর্ক করা হয়েছে।")
    await author.css("strong:has-text('কর্মকর্তা বলছেন, হয়ে গেছে')").appears()
    await say(author, "ঠিক হয়নি, আবার খুলুন", "এখনো কেউ আসেননি, কাজ বাকি।")
    await above.css("li:has-text('এখনো কেউ আসেননি')").appears()
    await resolve(above, "আজ কাজটি শেষ করানো হয়েছে।")
    await press(author, "ঠিক হয়েছে", "হ্যাঁ")

    await author.css("text=নালিশকারী বলেছেন, ঠিক হয়েছে।").appears()
    assert "\n".join(await barriers_on(author)) == ""
    await complaint.refresh_from_db()
    assert (complaint.state, complaint.fixed) == (ComplaintState.CLOSED, True)
    assert (complaint.escalated, complaint.reopened) == (1, 1)
