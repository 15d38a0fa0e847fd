"""A shop is ended for good: one officer wants it, a second one agrees, its keeper reads it."""

from hmk_graph.shops.models import Shop, ShopState
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_ambulance_walk import press
from tests.factories import officer, person, upazila
from tests.shops import stalls

pytestmark = IN_ONE_BROWSER

WHY = "নকল পণ্য বেচার প্রমাণ মিলেছে"


async def test_two_officers_end_a_shop_and_its_keeper_reads_it(haat):
    shop = await stalls.shop(await person("মজিবর রহমান"), name_bn="মজিবরের ঘড়িঘর")
    await shop.fetch_related("owner")
    keeper = await haat.visitor(shop.owner)
    first = await with_axe(await haat.visitor(await officer(await upazila(), name="নাসরিন জাহান")))
    second = await with_axe(await haat.visitor(await officer(await upazila())))
    at = haat.house.lines[0].url
    await keeper.goto(f"{at}/dokan")
    await keeper.css("[role=status]:has-text('খোলা')").first.appears()

    await first.goto(f"{at}/officer?desk=shops")
    card = "li:has-text('মজিবরের ঘড়িঘর')"
    await first.css(f"{card} >> button:has-text('চিরতরে বন্ধ করুন')").click()
    await first.role("textbox", "কারণ").fill(WHY)
    assert "\n".join(await barriers_on(first)) == ""
    await press(first, "হ্যাঁ, করুন")
    await first.css(f"{card}:has-text('আরেকজন কর্মকর্তার সম্মতির অপেক্ষা')").appears()
    assert (await Shop.get(id=shop.id)).state is ShopState.VERIFIED

    await second.goto(f"{at}/officer?desk=seconds")
    asked = f"li:has-text('নাসরিন জাহান'):has-text('{WHY}')"
    await second.css(f"{asked} >> button:has-text('আমিও একমত')").click()
    await second.role("textbox", "কারণ").fill("আমিও দোকানে গিয়ে দেখেছি")
    await press(second, "হ্যাঁ, করুন")
    await second.css(asked).call("waitFor", {"state": "detached"})
    assert "\n".join(await barriers_on(second)) == ""

    await keeper.call("reload")
    await keeper.css(f"[role=status]:has-text('{WHY}')").appears()
    assert (await Shop.get(id=shop.id)).state is ShopState.TERMINATED
