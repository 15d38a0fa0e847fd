"""A supervisor sets a target, its officer sees it, and an administrator finds both in the audit."""

import asyncio

from hmk_graph.accounts import suspending
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.civic.models import Target
from hmk_graph.clock import database_clock
from tests import factories
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_officer_day import WHY

pytestmark = IN_ONE_BROWSER


async def test_a_target_is_set_and_seen_and_the_audit_says_by_whom(haat):
    officer = await factories.officer(name="লক্ষ্যের কর্মকর্তা ফিরোজা")
    above = await factories.officer(await factories.district(), name="জেলা প্রশাসক")
    someone = await factories.person("জালাল উদ্দিন")
    reader = await factories.administrator()
    await suspending.suspend(reader.id, someone.id, reason=WHY, clock=database_clock)
    house = haat.house.lines[0].url
    page = await with_axe(await haat.visitor(above))
    await page.goto(f"{house}/officer?desk=aims")

    below = "section[aria-label='আপনার অধীন কর্মকর্তা']"
    # Of all officers that other tests brought, too.
    whom = page.css(f"{below} select").first
    await whom.call("selectOption", {"label": officer.name})
    await page.role("button", "লক্ষ্য ঠিক করুন").click()
    await page.css(f"{below} [role=alert]").appears()
    await page.css(f"{below} input").fill("২০০০০")
    await page.role("button", "লক্ষ্য ঠিক করুন").click()
    await page.css(f"{below} [role=alert]:has-text('১০,০০০')").appears()
    await page.css(f"{below} input").fill("১২")
    await page.role("button", "লক্ষ্য ঠিক করুন").click()
    await page.css(f"{below} li b:text-is('১২-এর মধ্যে ০')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    assert (await Target.get(officer=officer)).target == 12

    own = await haat.visitor(officer)
    await own.goto(f"{house}/officer?desk=aims")
    await own.css("section[aria-label='আপনার লক্ষ্য ও কাজ'] b:text-is('১২-এর মধ্যে ০')").appears()

    reads = await with_axe(await haat.visitor(reader))
    await reads.goto(f"{house}/officer?desk=audit")
    await reads.css("li h2:text-is('কর্মকর্তার মাসের লক্ষ্য')").appears()
    await reads.css("li h2:text-is('অ্যাকাউন্ট স্থগিত')").appears()
    assert "\n".join(await barriers_on(reads)) == ""
    await reads.role("button", "জেলা প্রশাসক").click()
    await reads.css("li h2:text-is('অ্যাকাউন্ট স্থগিত')").goes()
    await reads.role("button", "সবার কাজ দেখুন").click()
    await reads.role("combobox", "কোন কাজ").call("selectOption", {"label": "অ্যাকাউন্ট স্থগিত"})
    await reads.css("li h2:text-is('কর্মকর্তার মাসের লক্ষ্য')").goes()
    name, _ = await asyncio.gather(
        reads.browser.ask(reads.thing, calls=[["waitForEvent", "download"], ["suggestedFilename"]]),
        reads.role("button", "CSV নামান").click(),
    )
    assert name == "audit.csv"
    assert (await AuditEntry.get(kind="civic.audit_exported")).actor_id == reader.id
