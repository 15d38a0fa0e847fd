"""An officer's day: what waits, in numbers; a seller, a driver, a bidder; and what all may read."""

from datetime import timedelta

from hmk_graph.accounts.models import ApplicationState, SellerApplication
from hmk_graph.clock import database_clock
from hmk_graph.dispatch.models import Driver, Trip, TripKind, TripState
from hmk_graph.haat import barring, flagging
from hmk_graph.haat.animal_models import FlagKind, OfficerFlag
from hmk_graph.haat.models import BiddingBan
from tests import factories
from tests.accounts.applications import application
from tests.browser.driver import Page
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.civic.grievances import lodged
from tests.dispatch import fleet

pytestmark = IN_ONE_BROWSER

WHY = "মদ্যপ অবস্থায় গাড়ি চালিয়েছেন, থানায় মামলা আছে।"


async def desk_of(page: Page, name: str) -> None:
    """Open one of the desks."""
    await page.css(f"nav.tabs button:has-text('{name}')").click()


async def decide(page: Page, whose: str, deed: str, words: str) -> None:
    """Decide something about somebody, with a reason."""
    await page.css(f"li:has-text('{whose}') >> button:text-is('{deed}')").click()
    await page.css("dialog textarea").fill(words)
    await page.css("dialog button[type=submit]").click()
    await page.css("dialog").call("waitFor", {"state": "detached"})


async def asked_ban() -> BiddingBan:
    """Have an officer ask that a bidder be barred."""
    haat = await factories.haat()
    bidder = await factories.person("জালাল উদ্দিন")
    await barring.register_bidder(bidder.id, haat.id, clock=database_clock)
    asking = await factories.officer(name="মাহবুব")
    return await barring.ask_ban(
        asking.id,
        bidder.id,
        haat_id=haat.id,
        until=await database_clock() + timedelta(days=90),
        reason="তিনবার ডাক জিতে টাকা দেননি।",
        idempotency_key="k",
        clock=database_clock,
    )


async def test_an_officer_sees_what_waits_and_what_is_grave_takes_two(haat):
    here = haat.house.lines[0].url
    complaint = await lodged(now=await database_clock())
    applied = await application(ApplicationState.SUBMITTED)
    await SellerApplication.filter(id=applied.id).update(farm_name="পূর্ণিমা খামার")
    crew = await fleet.crew(online=False)
    await Driver.filter(id=crew.driver.id).update(name="নুরু মিয়া")
    ban = await asked_ban()
    page = await with_axe(await haat.visitor(await factories.officer(name="নাসরিন")))
    second = await haat.visitor(await factories.officer(name="কামরুজ্জামান"))

    await page.goto(f"{here}/officer")
    await page.css(".kpis li:has-text('নালিশ অপেক্ষায়') b:not(:text-is('০'))").appears()
    await page.css(".kpis li:has-text('বিক্রেতা যাচাই বাকি') b:not(:text-is('০'))").appears()
    await decide(page, "পূর্ণিমা খামার", "যাচাই হয়েছে", "")
    await page.css(".kpis a:has-text('নালিশ অপেক্ষায়')").click()
    await page.css(f"main li a[href='/nalish/{complaint.id}']").appears()
    assert "\n".join(await barriers_on(page)) == ""

    for each in (page, second):
        await each.goto(f"{here}/officer?desk=drivers")
        await each.css("summary:has-text('যাঁরা চালান')").click()
        await decide(each, "নুরু মিয়া", "চিরতরে বন্ধ করুন", WHY)
        if each is page:
            await page.css("li:has-text('নুরু মিয়া'):has-text('আরেকজনের সম্মতি লাগবে')").appears()
            assert (await Driver.get(id=crew.driver.id)).state == ApplicationState.VERIFIED
    await second.css("li:has-text('নুরু মিয়া')").call("waitFor", {"state": "detached"})
    assert (await Driver.get(id=crew.driver.id)).state == ApplicationState.TERMINATED

    await desk_of(page, "ডাকে নিষেধ")
    barred = "li:has-text('জালাল উদ্দিন')"
    await page.css(f"{barred} >> button:text-is('আমিও একমত')").click()
    await press(page, "হ্যাঁ, করুন")
    await page.css(f"{barred} >> strong:has-text('ডাকতে পারেন না')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await ban.refresh_from_db()
    assert barring.standing(ban, await database_clock()) == "IN_FORCE"
    assert (await SellerApplication.get(id=applied.id)).state == ApplicationState.VERIFIED


async def test_an_officer_reads_in_both_languages_why_an_animal_is_flagged(haat):
    here = f"{haat.house.lines[1].url}/officer?desk=flags"
    animal = await factories.animal(name="ফুলি")
    rival = await factories.person("রহিম বেপারী")
    claim = flagging.Claim(by=rival.id, tag="করিম-৭৭")
    now = await database_clock()
    await flagging.flag(FlagKind.SAME_TAG, animal.id, other_id=None, at=now, claim=claim)
    page = await with_axe(await haat.visitor(await factories.officer()))
    flag = "li:has-text('রহিম বেপারী')"

    await page.goto(here)
    await page.css(f"{flag}:has-text('একই ট্যাগ (করিম-৭৭) দিয়ে আরেকটি পশু')").appears()
    assert "\n".join(await barriers_on(page)) == ""
    await page.goto(f"{here}&lang=en")
    await page.css(f"{flag}:has-text('tried to register another animal')").appears()

    await page.goto(f"{here}&lang=bn")
    await page.css(f"{flag} >> button").first.click()
    await page.css("dialog textarea").fill("দুটিই দেখেছি, ট্যাগ নকল।")
    await page.css("dialog button[type=submit]").click()
    await page.css(flag).call("waitFor", {"state": "detached"})
    assert (await OfficerFlag.get(animal=animal)).note == "দুটিই দেখেছি, ট্যাগ নকল।"


async def test_everybody_reads_the_figures_and_takes_them_along(haat):
    await lodged(now=await database_clock())
    await ambulances_came(5)
    page = await with_axe(await haat.visitor())
    await page.goto(f"{haat.house.lines[0].url}/hishab?span=quarter")

    answers = "section[aria-label='নালিশ ও উত্তর']"
    await page.css(f"{answers} .bars li:has-text('পানি, নলকূপ, নালা')").appears()
    await page.css(f"{answers} summary").click()
    file = await page.css(f"{answers} a[download]").call("getAttribute", "href")
    records = "section[aria-label='সব নালিশ, যতটুকু সবাই জানতে পারে']"
    await page.css(f"{records} > details > summary").click()
    await page.css(f"{records} tr:has-text('নিয়ামতপুর') >> nth=0").appears()

    waits = "section[aria-label='ডেকে গাড়ি পেতে কত সময়']"
    await page.css(f"{waits} .bars li:has-text('করিমগঞ্জ') b:text-is('৯ মিনিট')").appears()
    await page.css(f"{waits} summary").click()
    await page.css(f"{waits} tr:has-text('অ্যাম্বুলেন্স') td:text-is('৪ মিনিট')").appears()

    assert file.startswith("data:text/csv;charset=utf-8,%EF%BB%BF")
    assert "\n".join(await barriers_on(page)) == ""


async def ambulances_came(many: int) -> None:
    """Have so many come 45 days ago, in a month that is over, nine minutes after four."""
    called = await database_clock() - timedelta(days=45)
    rider, place = await factories.person(), await factories.union()
    for _ in range(many):
        await Trip.create(
            kind=TripKind.AMBULANCE,
            state=TripState.CANCELLED,
            requester=rider,
            contact_name=rider.name,
            contact_phone=rider.phone,
            place=place,
            pickup_lat_e6=24_400_000,
            pickup_lng_e6=90_800_000,
            lines=[],
            rates={},
            fare_paisa=0,
            requested_at=called,
            assigned_at=called + timedelta(minutes=4),
            arrived_at=called + timedelta(minutes=13),
            ended_at=called + timedelta(minutes=30),
        )
