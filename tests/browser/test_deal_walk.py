"""An animal is bought, paid in parts, weighed, handed over and brought home, with its receipt."""

from datetime import timedelta
from itertools import count

from hmk_graph.dispatch.models import VehicleKind
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.sale_models import Deal, Listing
from tests.auctions import bidder
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.scenery import bought
from tests.browser.test_ambulance_walk import driver_of, press
from tests.dispatch import fleet
from tests.factories import NOON, animal, listing, officer, upazila
from tests.factories import haat as haat_place
from tests.haat.deals import PRICE
from tests.media import files

pytestmark = IN_ONE_BROWSER

TAGS = count(71)
# What stands on the paper: all else is hidden for print.
PRINTED = """() => [...document.querySelectorAll('header, footer, main > .deal > *')]
    .filter(part => getComputedStyle(part).display !== 'none')
    .map(part => part.className || part.tagName)"""


async def for_sale() -> tuple[Listing, str]:
    """Offer an animal at a haat that takes five in a hundred; return it with its tag."""
    place = await haat_place()
    if not await HasilRule.exists(haat=place, species=None):
        await HasilRule.create(
            haat=place,
            kind="PERCENT",
            value=500,
            valid_from=NOON - timedelta(days=1),
            legal_ref="x",
            set_by=await officer(),
        )
    tag = f"HMK-T-{next(TAGS)}"
    return await listing(await animal(tag=tag), price=PRICE), tag


async def pay_part(page, amount, says):
    """Pay a part at the simulator's page, and come back to the deal."""
    await page.role("textbox", "এখন কত দেবেন (টাকা)").fill(amount)
    await page.css(f".pay button[type=submit]:has-text('{says}')").click()
    await page.role("button", "টাকা দিন · Pay").click()
    await page.css(f".tries li:has-text('{says}'):has-text('পাওয়া গেছে')").appears()
    page.noise.clear()  # the service is another host, and has a console of its own


async def test_an_animal_is_paid_in_parts_handed_over_and_its_receipt_printed(haat):
    sale, tag = await for_sale()
    seller, someone = await sale.seller, await bidder()
    buying = await with_axe(await haat.visitor(someone))
    selling = await with_axe(await haat.visitor(seller))
    await buying.goto(f"{haat.house.lines[0].url}/haat/sale/{sale.id}")
    await press(buying, "কিনে নিন", "হ্যাঁ, কিনব")
    await buying.css("strong:has-text('টাকার অপেক্ষা')").appears()
    deal = await Deal.get(listing_id=sale.id)
    await selling.goto(f"{haat.house.lines[1].url}/haat/deal/{deal.id}")
    await selling.css("text=তার আগে পশু দেবেন না").appears()
    assert "\n".join(await barriers_on(buying)) == ""

    await pay_part(buying, "৫০,০০০", "৳৫০,০০০")
    assert (await Deal.get(id=deal.id)).state == "AWAITING_PAYMENT"
    await pay_part(buying, "৩৪,০০০", "৳৩৪,০০০")
    await buying.css("strong:has-text('সব টাকা জমা আছে')").appears()

    await selling.role("textbox", "এখনকার ওজন (কেজি)").fill("৪১২.৫")
    await selling.role("textbox", "কানের ট্যাগ নম্বর").fill(tag)
    await selling.role("textbox", "ক্রেতার ছয় অঙ্কের কোড").fill("০০০")
    await press(selling, "বুঝিয়ে দিলাম")
    await selling.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(selling)) == ""
    digits = await buying.css(".code").text()
    await selling.role("textbox", "ক্রেতার ছয় অঙ্কের কোড").fill(digits)
    await press(selling, "বুঝিয়ে দিলাম")

    await buying.css("strong:has-text('পশু বুঝে নেওয়া হয়েছে')").appears()
    await buying.css(".way li:has-text('৪১২.৫ কেজি')").appears()
    await buying.css(".receipt img").appears()
    assert "\n".join(await barriers_on(buying)) == ""
    await buying.call("emulateMedia", {"media": "print"})
    assert await buying.run(PRINTED) == ["card stack receipt"]
    await buying.call("emulateMedia", {"media": "screen"})
    proof = await haat.visitor()
    path = await buying.css(".receipt a").call("getAttribute", "href")
    await proof.goto(f"{haat.house.lines[1].url}{path}")
    await proof.css("h1.good").appears()

    await press(buying, "সব ঠিক আছে", "হ্যাঁ, সব ঠিক আছে")
    await selling.css("strong:has-text('বিক্রেতা টাকা পেয়েছেন')").appears()


async def test_the_bought_animal_is_followed_home(haat):
    someone = await bidder()
    deal = await bought(someone)
    await fleet.area()
    driver = await driver_of(haat, VehicleKind.PICKUP, "পিকআপ নিয়ে কাজে নামুন")
    buying = await with_axe(await haat.visitor(someone))
    await buying.goto(f"{haat.house.lines[0].url}/haat/deal/{deal.id}")

    await buying.css("a:has-text('বাড়ি আনার গাড়ি ডাকুন')").click()
    await buying.css("select >> nth=0").call("selectOption", {"label": "করিমগঞ্জ"})
    assert "\n".join(await barriers_on(buying)) == ""
    await press(buying, "ভাড়া দেখুন", "হ্যাঁ, ডাকুন")
    await press(driver, "নিলাম")
    digits = await buying.css(".code").text()
    await press(driver, "রওনা দিলাম", "পৌঁছে গেছি")
    await driver.role("textbox", "যাত্রীর চার অঙ্কের কোড").fill(digits)
    await press(driver, "যাত্রা শুরু")
    await buying.css("strong:has-text('পথে')").appears()

    await buying.goto(f"{haat.house.lines[0].url}/haat/deal/{deal.id}")
    await buying.css("a:has-text('গাড়ি কোথায় দেখুন')").appears()
    await press(driver, "পৌঁছে দিয়েছি")
    await buying.css(".way li:has-text('বাড়ি পৌঁছেছে')").appears()


async def overcharged(buying, desk, officers_page, photo):
    """Have the buyer say that the haat took too much, with a photo, and the officer agree."""
    await buying.css("summary:has-text('বেশি হাসিল')").click()
    await buying.css("details select").call("selectOption", {"label": "করিমগঞ্জ হাট"})
    await buying.role("textbox", "কত নিয়েছে (টাকা)").fill("৬,০০০")
    await buying.role("textbox", "কী হয়েছিল, দু-এক কথায়").fill("রসিদ ছাড়া দুই হাজার বেশি নিয়েছে")
    await buying.css("details form input[type=file]").call("setInputFiles", str(photo))
    await buying.css("form span:text-is('১টি ছবি সঙ্গে যাবে।')").appears()
    await press(buying, "কর্মকর্তাকে জানান")
    await buying.css("strong:has-text('কর্মকর্তাকে জানানো হয়েছে')").appears()
    assert "\n".join(await barriers_on(buying)) == ""
    await desk.goto(officers_page)
    await press(desk, "টাকার কাজ")
    await desk.css("p:has-text('নিয়মে ৳৪,০০০, নেওয়া হয়েছে ৳৬,০০০')").appears()
    await desk.css("li .photos img").appears()
    assert "\n".join(await barriers_on(desk)) == ""
    await press(desk, "বেশি নেওয়া হয়েছে")
    await desk.css("dialog textarea").fill("রসিদ বই মিলিয়ে দেখা হয়েছে")
    await desk.css("dialog button[type=submit]").click()
    await desk.css("p:has-text('নিয়মে ৳৪,০০০')").goes()


async def test_an_officer_writes_cash_down_and_decides_an_objection(haat, tmp_path):
    sale, _ = await for_sale()
    someone = await bidder()
    buying = await with_axe(await haat.visitor(someone))
    desk = await with_axe(await haat.visitor(await officer(await upazila())))
    await buying.goto(f"{haat.house.lines[0].url}/haat/sale/{sale.id}")
    await press(buying, "কিনে নিন", "হ্যাঁ, কিনব")
    await buying.css("strong:has-text('টাকার অপেক্ষা')").appears()
    deal = await Deal.get(listing_id=sale.id)
    await desk.goto(f"{haat.house.lines[1].url}/haat/deal/{deal.id}")

    await desk.role("textbox", "নগদ নিয়েছি (টাকা)").fill("৮৪,০০০")
    await press(desk, "নগদ লিখুন", "হ্যাঁ, পেয়েছি")
    await buying.css("strong:has-text('সব টাকা জমা আছে')").appears()
    photo = tmp_path / "receipt.jpg"
    photo.write_bytes(files.located())
    await overcharged(buying, desk, f"{haat.house.lines[1].url}/officer", photo)
    await press(buying, "আপত্তি জানান")
    await buying.role("textbox", "কী ঠিক নেই").fill("পশুটি খোঁড়া, হাঁটতে পারে না")
    await press(buying, "পাঠান")
    await buying.css("strong:has-text('আপত্তি উঠেছে')").appears()
    await desk.goto(f"{haat.house.lines[1].url}/haat/deal/{deal.id}")
    await press(desk, "টাকা ফেরত দিন")
    await desk.role("textbox", "কেন (অন্তত ১০ অক্ষর)").fill("হাটে পশুটি দেখা হয়েছে")
    await press(desk, "হ্যাঁ")
    second = await haat.visitor(await officer(await upazila()))
    await second.goto(f"{haat.house.lines[0].url}/officer?desk=seconds")
    await press(second, "আমিও একমত")
    await second.role("textbox", "কারণ").fill("আমিও পশুটি দেখেছি")
    await press(second, "হ্যাঁ, করুন")

    await buying.css("strong:has-text('ক্রেতা টাকা ফেরত পেয়েছেন')").appears()
