"""An operator of a digital center complains for a citizen, who sees it himself and ends it."""

from hmk_graph.accounts import tokens
from hmk_graph.accounts.models import Account, Assistance, PhoneCode
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.blood.models import BloodRequest
from hmk_graph.civic.models import Complaint
from hmk_graph.orders.models import Cart, CartLine
from tests.browser.driver import Page
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import scenery
from tests.browser.test_ambulance_walk import press
from tests.factories import operator, person, union
from tests.processes import SECRET

pytestmark = IN_ONE_BROWSER

CODE, CODE_TOLD = "482915", "৪৮২৯১৫"


async def code_comes(citizen: Account) -> None:
    """Put a code that the test knows in place of the one that was sent to the citizen's phone."""
    sent = await PhoneCode.filter(phone=citizen.phone).order_by("-id").first()
    assert sent is not None
    kept = tokens.code_hash(
        CODE,
        phone=citizen.phone,
        challenge_id=sent.id,
        secret=SECRET,
        asked_by_id=sent.asked_by_id,
    )
    await PhoneCode.filter(id=sent.id).update(code_hash=kept)


async def begin(page: Page, citizen: Account) -> None:
    """From the citizen's number to the bar that names him."""
    await page.role("textbox", "নাগরিকের মোবাইল নম্বর").fill(citizen.phone)
    await press(page, "নাগরিকের ফোনে কোড পাঠান")
    await page.css("text=কোড পাঠানো হয়েছে").appears()
    await code_comes(citizen)
    await page.role("textbox", "নাগরিক যে কোড বললেন").fill(CODE_TOLD)
    await press(page, "কাজ শুরু")
    await page.css(f".acting-bar:has-text('{citizen.name}')").appears()


async def test_an_operator_complains_for_a_citizen_who_sees_it_and_ends_it(haat):
    await union()
    helper, citizen = await operator("নাজমা বেগম"), await person("ময়না বিবি")
    desk = await with_axe(await haat.visitor(helper))
    await desk.goto(f"{haat.house.lines[0].url}/sahayok")
    await desk.css("text=এখনো কারও হয়ে কাজ করেননি").appears()
    await begin(desk, citizen)
    assert "\n".join(await barriers_on(desk)) == ""

    await desk.css("main a[href='/nalish']").click()
    await desk.role("textbox", "কোন ইউনিয়ন বা পৌরসভায়").fill("নিয়ামত")
    await desk.css(".found button").first.click()
    await desk.role("textbox", "কী হয়েছে").fill("নলকূপের পানি লাল, খাওয়া যায় না।")
    await press(desk, "নালিশ পাঠান")
    await desk.css("strong:has-text('কেউ এখনো হাতে নেননি')").appears()
    complaint = await Complaint.get(author=citizen)
    named = AuditEntry.filter(stream=f"civic.complaint.{complaint.id}")
    assert await named.values_list("actor_id", "on_behalf_of_id") == [(helper.id, citizen.id)]

    phone = await with_axe(await haat.visitor(citizen))
    await phone.goto(f"{haat.house.lines[1].url}/amar")
    await phone.css("summary:has-text('যাঁরা আমার হয়ে কাজ করেছেন')").click()
    await phone.css("li:has-text('নাজমা বেগম') >> text=অভিযোগ").first.appears()
    assert "\n".join(await barriers_on(phone)) == ""
    await press(phone, "এখনই থামান")
    await phone.role("button", "এখনই থামান").call("waitFor", {"state": "detached"})
    assert (await Assistance.get(citizen=citizen)).ended_because == "REVOKED"

    # The next thing that the operator asks for tells him so, and he is himself again.
    await desk.css(".acting-bar a").click()
    await desk.css("h2:has-text('আগে যাঁদের হয়ে কাজ করেছেন')").appears()
    await desk.css("li:has-text('ময়না বিবি') >> text=অভিযোগ").first.appears()
    assert await desk.run("() => sessionStorage.length") == 0


async def test_blood_and_goods_are_asked_for_and_nothing_of_the_citizen_stays(haat):
    shown = await scenery(haat)
    helper, citizen = await operator("নাজমা বেগম"), await person("ময়না বিবি")
    desk = await haat.visitor(helper)
    home = haat.house.lines[0].url
    await desk.goto(f"{home}/sahayok")
    await begin(desk, citizen)

    await desk.goto(f"{home}/rokto")
    await desk.role("textbox", "কোন ইউনিয়ন বা পৌরসভায়").fill("নিয়ামত")
    await desk.css(".found button").first.click()
    await desk.role("textbox", "হাসপাতাল ও ওয়ার্ড").fill("সদর হাসপাতাল, ৩ নম্বর ওয়ার্ড")
    await press(desk, "দাতাদের জানান")
    await desk.css("strong:has-text('দাতা খোঁজা হচ্ছে')").appears()

    await desk.goto(f"{home}{shown.path('product')}")
    await press(desk, "ঝুড়িতে রাখুন")
    await desk.css("a[href='/cart']").first.appears()
    cart = await Cart.get(account=citizen)
    assert await CartLine.filter(cart_id=cart.id).count() == 1
    assert await desk.run("() => localStorage.getItem('hmk.cart')") is None
    await press(desk, "শেষ করুন")

    await desk.css("li:has-text('ময়না বিবি') >> text=রক্তের অনুরোধ").first.appears()
    assert await BloodRequest.filter(requester=citizen).count() == 1
    await desk.goto(f"{home}/cart")
    await desk.css("text=ঝুড়িতে এখনো কিছু নেই").appears()


async def test_what_is_not_for_operators_is_refused_in_words_and_the_end_is_pressed(haat):
    helper, citizen = await operator("নাজমা বেগম"), await person("ময়না বিবি")
    desk = await haat.visitor(helper)
    await desk.goto(f"{haat.house.lines[0].url}/sahayok")
    await begin(desk, citizen)

    await desk.goto(f"{haat.house.lines[0].url}/taka")
    await desk.css("text=এটি নাগরিক নিজের ফোনে করবেন বা দেখবেন").first.appears()
    await press(desk, "শেষ করুন")

    await desk.css("h2:has-text('আগে যাঁদের হয়ে কাজ করেছেন')").appears()
    assert (await Assistance.get(citizen=citizen)).ended_because == "OPERATOR"
