"""A shop is opened, sells over the counter of the net, ships, and takes one thing back."""

from hmk_graph.accounts.models import Account
from hmk_graph.clock import database_clock
from hmk_graph.dispatch.models import VehicleKind
from hmk_graph.money import taka
from hmk_graph.orders.models import Order
from hmk_graph.payments import chart
from hmk_graph.payments.paying_models import Refund, RefundState
from hmk_graph.shops import categories
from hmk_graph.shops.models import Shop, ShopState
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import driver_of, press
from tests.browser.test_deal_walk import pay_part
from tests.dispatch import fleet
from tests.factories import person, union
from tests.shops import stalls

pytestmark = IN_ONE_BROWSER


async def open_shop(page, slug):
    """Walk the three steps: name and place, one thing with a price, open."""
    await page.role("textbox", "দোকানের নাম").fill("করিমগঞ্জ নকশিঘর")
    await page.role("textbox", "ঠিকানা (ইংরেজি ছোট হাতের অক্ষরে)").fill(slug)
    await page.role("textbox", "মোবাইল নম্বর").fill("০১৭১২৩৪৫৬৭৮")
    await page.role("textbox", "কোন ইউনিয়ন বা পৌরসভায়").fill("নিয়ামত")
    await page.css(".found button").first.click()
    await page.role("textbox", "কী বেচেন, দু-এক কথায়").fill("হাতে সেলাই করা কাঁথা")
    await press(page, "পরের ধাপ")
    await page.role("textbox", "পণ্যের নাম").fill("নকশিকাঁথা")
    await page.role("textbox", "দাম (টাকা)").fill("২,৪০০")
    await page.role("textbox", "কতটি আছে").fill("১০")
    await page.role("textbox", "কীসে আলাদা (থাকলে)").fill("মাপ")
    await page.role("textbox", "মাপ: এটির").fill("বড়")
    assert "\n".join(await barriers_on(page)) == ""
    await press(page, "পণ্য যোগ করুন", "বিক্রিতে দিন")
    await page.css("li:has-text('· বিক্রিতে')").first.appears()
    await press(page, "দোকান খুলে দিন")
    await page.css("[role=status]:has-text('কর্মকর্তা দেখছেন')").appears()


async def set_up_shop(page):
    """Add a smaller kind, say when the shop is open, and give it a color."""
    await page.css("summary:has-text('আরও একটি ধরন')").click()
    await page.role("textbox", "মাপ").fill("ছোট")
    await page.css("details:has-text('আরও একটি ধরন') input >> nth=1").fill("১,৮০০")
    await page.css("details:has-text('আরও একটি ধরন') input >> nth=2").fill("৫")
    await press(page, "ধরন যোগ করুন")
    await page.css("text=৳১,৮০০").first.appears()
    await page.css("summary:has-text('নাম, রং, সময় ও শর্ত')").click()
    await page.css("summary:has-text('নাম, ফোন ও রং')").click()
    await page.css("input[type=color]").first.fill("#7a1f3d")
    await press(page, "রাখুন")
    await page.css("[role=status]:has-text('রাখা হয়েছে')").appears()
    await page.css("summary:has-text('নাম, ফোন ও রং')").click()
    await page.css("summary:has-text('খোলার সময় ও শর্ত')").click()
    await page.role("textbox", "পৌঁছানোর খরচ (টাকা)").fill("৪০")
    assert "\n".join(await barriers_on(page)) == ""
    await press(page, "রাখুন")
    await page.css("[role=status]:has-text('রাখা হয়েছে')").appears()


async def check_out(page, method):
    """Say where to, and order."""
    await page.role("textbox", "নাম").fill("করিম মিয়া")
    await page.role("textbox", "মোবাইল নম্বর").fill("01712345678")
    await page.role("textbox", "ইউনিয়ন বা পৌরসভা").fill("নিয়ামত")
    await page.css(".found button").first.click()
    await page.role("textbox", "বাড়ি ও রাস্তা").fill("চরপাড়া, মসজিদের পাশে")
    await page.css(f"label:has-text('{method}')").click()
    await press(page, "অর্ডার করুন")


async def test_a_shop_is_opened_sells_to_a_guest_ships_and_takes_one_back(haat):
    await categories.load()
    await union()
    owner = await person("শাহনাজ পারভীন")
    keeper = await with_axe(await haat.visitor(owner))
    await keeper.goto(f"{haat.house.lines[1].url}/dokan")
    await open_shop(keeper, "karimganj-nakshi")
    await Shop.filter(owner=owner).update(state=ShopState.VERIFIED)
    await keeper.call("reload")
    await set_up_shop(keeper)
    shop = await Shop.get(owner=owner)
    assert (shop.primary_color, shop.delivery_paisa, len(shop.hours)) == ("#7a1f3d", taka(40), 7)

    guest = await with_axe(await haat.visitor())
    await guest.goto(f"{haat.house.lines[0].url}/shop/karimganj-nakshi")
    await guest.css("a:has-text('নকশিকাঁথা')").click()
    await guest.role("textbox", "কতটি").fill("২")
    await press(guest, "ঝুড়িতে রাখুন")
    await guest.css("a:has-text('ঝুড়িতে ২টি')").click()
    await press(guest, "অর্ডার করুন")
    await guest.css("[role=alert]").appears()
    assert "\n".join(await barriers_on(guest)) == ""
    await check_out(guest, "হাতে পেয়ে নগদ")
    await guest.css("strong:has-text('দোকানকে জানানো হয়েছে')").appears()

    await press(keeper, "অর্ডার নিন", "প্যাক হয়েছে", "পাঠিয়ে দিলাম")
    await guest.css("strong:has-text('পথে')").appears()
    assert "\n".join(await barriers_on(guest)) == ""
    assert "\n".join(await barriers_on(keeper)) == ""
    await keeper.role("textbox", "ক্রেতার ছয় অঙ্কের কোড").fill("000000")
    await press(keeper, "হাতে দিলাম")
    await keeper.css("[role=alert]").appears()
    await keeper.role("textbox", "ক্রেতার ছয় অঙ্কের কোড").fill(await guest.css(".code").text())
    await press(keeper, "হাতে দিলাম")
    await guest.css("strong:has-text('পৌঁছেছে')").appears()

    await guest.css("summary:has-text('কিছু ফেরত দিতে চাই')").click()
    await guest.css("details select").call("selectOption", {"value": "1"})
    await guest.role("textbox", "কেন, দু-এক কথায়").fill("সেলাই খুলে গেছে")
    await press(guest, "দোকানকে জানান")
    await press(keeper, "ফেরত নেব", "হ্যাঁ")
    await press(guest, "পাঠিয়ে দিয়েছি")
    await press(keeper, "ভাঙা পেয়েছি", "হ্যাঁ")
    await guest.css("small:has-text('১টি ফেরত')").appears()

    # The cash was paid at the door, so it goes back from hand to hand, and that once.
    handed = "ক্রেতার হাতে নগদ ফেরত দিয়েছি"
    await press(keeper, handed, "হ্যাঁ")
    await keeper.css(f"button:has-text('{handed}')").call("waitFor", {"state": "detached"})
    refund = await Refund.get(attempt__gateway=chart.courier_cash(shop.id))
    assert refund.state is RefundState.SUCCEEDED


async def test_a_basket_over_two_shops_is_paid_online_in_parts(haat):
    buyer = await person("সুমাইয়া আক্তার")
    goods = [await stalls.variant(), await stalls.variant()]
    page = await haat.visitor(buyer)
    for one in goods:
        await one.fetch_related("product__shop")
        path = f"/shop/{one.product.shop.slug}/{one.product_id}"
        await page.goto(f"{haat.house.lines[0].url}{path}")
        await press(page, "ঝুড়িতে রাখুন")
        await page.css("a:has-text('অর্ডার করুন')").appears()
    await page.css("a:has-text('ঝুড়িতে ২টি')").click()

    await check_out(page, "অনলাইনে আগে")
    await page.css("strong:has-text('টাকার অপেক্ষা')").first.appears()
    await pay_part(page, "২০০", "৳২০০")
    await pay_part(page, "৪২০", "৳৪২০")

    await page.css("strong:has-text('দোকানকে জানানো হয়েছে') >> nth=1").appears()
    assert await Order.filter(state="PLACED").count() >= len(goods)


async def test_a_parcel_goes_by_a_trip_and_both_sides_see_it_come(haat):
    await fleet.area()
    buyer, now = await person("করিম মিয়া"), await database_clock()
    order, group = await stalls.ordered(buyer=buyer, now=now)
    keeper = await with_axe(await haat.visitor(await Account.get(id=await stalls.owner_of(order))))
    driver = await with_axe(await driver_of(haat, VehicleKind.PICKUP, "পিকআপ নিয়ে কাজে নামুন"))
    await driver.call("reload")
    waiting = await with_axe(await haat.visitor(buyer))
    await waiting.goto(f"{haat.house.lines[0].url}/o/{group.id}")
    await keeper.goto(f"{haat.house.lines[1].url}/dokan")

    await press(keeper, "অর্ডার নিন")
    await keeper.css("summary:has-text('অল্প করে প্যাক করুন')").click()
    await keeper.css("details select").call("selectOption", {"value": "2"})
    await press(keeper, "এগুলো প্যাক হয়েছে")
    await keeper.css("a:has-text('গাড়ি ডেকে পাঠান')").click()
    await keeper.css("text=চরপাড়া").first.appears()
    assert "\n".join(await barriers_on(keeper)) == ""
    await press(keeper, "ভাড়া দেখুন", "হ্যাঁ, ডাকুন")
    await driver.css("[role=alert]:has-text('নতুন ডাক')").appears()
    await press(driver, "নিলাম")
    digits = await keeper.css(".code").text()
    await press(driver, "রওনা দিলাম", "পৌঁছে গেছি")
    await driver.role("textbox", "যাত্রীর চার অঙ্কের কোড").fill(digits)
    await press(driver, "যাত্রা শুরু")

    await waiting.css("strong:has-text('পথে')").appears()
    await waiting.css(".ground .marker").appears()
    assert "\n".join(await barriers_on(waiting)) == ""
    await keeper.goto(f"{haat.house.lines[1].url}/dokan")
    await keeper.css(".ground .marker").appears()
    assert "\n".join(await barriers_on(keeper)) == ""
    await driver.css("text=চরপাড়া").first.appears()
    assert "\n".join(await barriers_on(driver)) == ""
    await driver.role("textbox", "ক্রেতার ছয় অঙ্কের কোড").fill(await waiting.css(".code").text())
    await press(driver, "হাতে দিলাম")
    await waiting.css("strong:has-text('পৌঁছেছে')").appears()
    await press(driver, "পৌঁছে দিয়েছি")
    await driver.css("text=ডাকের অপেক্ষা").appears()
