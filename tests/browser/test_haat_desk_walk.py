"""An officer runs a haat from a page: its day, its rules, and cash over the table."""

from hmk_graph.clock import database_clock
from hmk_graph.haat import depositing
from hmk_graph.haat.deposit_models import Deposit, DepositState
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.models import HaatSession, SessionState
from hmk_graph.money import taka
from tests.auctions import bidder
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.browser.test_deposit_walk import asking_haat
from tests.factories import officer, upazila

pytestmark = IN_ONE_BROWSER


async def test_an_officer_holds_a_day_of_the_haat_and_sets_its_rules(haat):
    async with asking_haat() as place:
        desk = await with_axe(await haat.visitor(await officer(await upazila())))
        await desk.goto(f"{haat.house.lines[0].url}/officer?desk=haat")

        await desk.css("summary:has-text('নতুন হাটের দিন')").click()
        await desk.role("textbox", "নাম, বাংলায়").fill("হা")
        await press(desk, "দিনটি ঘোষণা করুন")
        await desk.css("form:has-text('নাম, বাংলায়') [role=alert]").appears()
        assert "\n".join(await barriers_on(desk)) == ""
        await desk.role("textbox", "নাম, বাংলায়").fill("শুক্রবারের হাট")
        await press(desk, "দিনটি ঘোষণা করুন")
        day = "li:has-text('শুক্রবারের হাট')"
        for step, state in (
            ("হাট খুলুন", "হাট বসেছে"),
            ("নতুন ডাক নেওয়া বন্ধ করুন", "আর নতুন ডাক নয়"),
        ):
            await press(desk, step, "হ্যাঁ")
            await desk.css(f"{day} strong:has-text('{state}')").appears()
        await press(desk, "হাট শেষ করুন", "হ্যাঁ")
        await desk.css(day).goes()

        await desk.css("summary:has-text('হাসিল বদলান')").click()
        await desk.role("combobox", "কোন পশুর").call("selectOption", "camel")
        await desk.role("textbox", "শতকরা কত").fill("২.৫")
        await desk.role("textbox", "কোন আদেশে (স্মারক ও তারিখ)").fill("স্মারক ১২")
        await press(desk, "হাসিল ঠিক করুন")
        await desk.css("section[aria-label='হাসিল'] li:has-text('উট')").appears()
        await desk.css("summary:has-text('হাসিল বদলান')").click()
        await desk.css("summary:has-text('জামানত বদলান')").click()
        await desk.role("textbox", "শতকরা কত").fill("০")
        await desk.role("textbox", "কমপক্ষে (টাকা)").fill("০")
        await press(desk, "জামানত ঠিক করুন")
        await desk.css("text=এই হাটে ডাকতে জামানত লাগে না।").appears()
        assert "\n".join(await barriers_on(desk)) == ""

    held = await HaatSession.get(haat_id=place.id, title_bn="শুক্রবারের হাট")
    toll = await HasilRule.get(haat_id=place.id, species="camel")
    assert (held.state, toll.value) == (SessionState.CLOSED, 250)


async def test_an_officer_takes_cash_for_a_deposit_and_gives_it_back(haat):
    async with asking_haat() as place:
        someone = await bidder(name="জামানতের কামরুল")
        brought = await depositing.bring(
            someone.id, place.id, taka(5_000), idempotency_key="k", clock=database_clock
        )
    desk = await haat.visitor(await officer(await upazila()))
    await desk.goto(f"{haat.house.lines[0].url}/officer?desk=haat")

    await desk.role("textbox", "জামানত নম্বর (দাতা বলবেন)").fill(str(brought.id))
    await desk.role("textbox", "কত নিলেন (টাকা)").fill("৫,০০০")
    await press(desk, "নগদ লিখুন", "হ্যাঁ, পেয়েছি")
    await desk.css("text=রসিদ লেখা হয়েছে।").appears()
    assert (await Deposit.get(id=brought.id)).state == DepositState.STANDING
    await depositing.take_back(someone.id, brought.id, clock=database_clock)
    await desk.call("reload")
    # Others may have cash to get back here.
    his = "li:has-text('জামানতের কামরুল')"
    await desk.css(f"{his} button:text-is('হাতে দিয়েছি')").click()
    await press(desk, "হ্যাঁ")

    await desk.css(his).goes()
