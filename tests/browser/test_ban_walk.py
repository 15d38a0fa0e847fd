"""Two officers bar a bidder from their pages: by number, by name, and only together."""

from hmk_graph.accounts import access
from hmk_graph.accounts.models import Role
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.clock import database_clock
from hmk_graph.haat import barring
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.models import BiddingBan
from hmk_graph.money import taka
from tests.auctions import bidder
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import officer, upazila

pytestmark = IN_ONE_BROWSER
WHY = "দুই নম্বর দিয়ে নিজের পশুর দর বাড়িয়েছেন।"


async def test_a_bidder_known_by_his_number_is_barred_by_two_officers(haat):
    someone = await bidder(name="ভুয়া ডাকের জব্বার")
    cow = await haat.lot()
    await place_bid(someone.id, cow.id, taka(60_000), idempotency_key="k", clock=database_clock)
    asking = await with_axe(await haat.visitor(await officer(name="নাসরিন")))
    agrees = await officer(name="কামরুজ্জামান")
    agreeing = await haat.visitor(agrees)

    await asking.goto(f"{haat.house.lines[0].url}/officer?desk=bans")
    await asking.css("summary:has-text('একজনকে ডাকতে নিষেধ করতে চাই')").click()
    await asking.role("combobox", "কোন ডাকে").call("selectOption", f"Lot:{cow.id}")
    await asking.role("textbox", "ক্রেতার নম্বর").fill("১")
    await press(asking, "কে তিনি, দেখুন")
    await asking.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(asking)) == ""
    await asking.role("textbox", "কারণ").fill(WHY)
    await press(asking, "কে তিনি, দেখুন")
    await asking.css("text=ক্রেতা-১ হলেন ভুয়া ডাকের জব্বার").appears()
    assert "\n".join(await barriers_on(asking)) == ""
    await press(asking, "নিষেধ চান")
    his = "li:has-text('ভুয়া ডাকের জব্বার')"
    await asking.css(f"{his} strong:has-text('একজন কর্মকর্তা চেয়েছেন')").appears()
    await agreeing.goto(f"{haat.house.lines[1].url}/officer?desk=bans")
    await agreeing.css(f"{his} >> button:text-is('আমিও একমত')").click()
    await press(agreeing, "হ্যাঁ, করুন")
    await agreeing.css(f"{his} strong:has-text('ডাকতে পারেন না')").appears()

    await access.revoke_role(
        None, agrees.id, Role.OFFICER, (await upazila()).id, clock=database_clock
    )
    await agreeing.css("text=এই পাতা হাটের কর্মকর্তাদের").appears()

    ban = await BiddingBan.get(account_id=someone.id)
    assert barring.standing(ban, await database_clock()) == "IN_FORCE"
    assert await AuditEntry.filter(kind="haat.bidder_revealed", payload__filter={"reason": WHY})
