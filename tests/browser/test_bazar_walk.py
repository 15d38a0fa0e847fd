"""The bazar: from the tile of the front page to a shop near by, and to those farther off."""

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.shops.models import Shop
from tests.browser.inspecting import barriers_on, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.factories import union
from tests.shops import stalls

pytestmark = IN_ONE_BROWSER

PAGE = 12
WEEKDAYS = 7
NAMES = "() => [...document.querySelectorAll('.stall h2, .stall h3')].map(each => each.innerText)"
SHOWS = "count => document.querySelectorAll('.stall h2').length === count"


def chowk_shop(number: int) -> str:
    return f"চকের দোকান {in_bengali_digits(str(number))}"


async def choose(page, label: str, option: str) -> None:
    await page.css(f".choices label:has-text('{label}') + select").call(
        "selectOption", {"label": option}
    )


async def test_near_shops_come_first_and_are_chosen_by_goods_and_by_being_open(haat):
    here = await union("kishoreganj-bazarpur-chowk")
    beside = await union("kishoreganj-bazarpur-ghat")
    for number in range(PAGE + 1):
        await stalls.shop(place=here, name_bn=chowk_shop(number))
    near = await stalls.shop(place=beside, name_bn="ঘাটের পনির")
    await stalls.product(near, name_bn="ঘাটের সাদা পনির")
    shut = await stalls.shop(place=beside, name_bn="ঘাটের বন্ধ দোকান")
    await Shop.filter(id=shut.id).update(hours=[[] for _ in range(WEEKDAYS)])
    page = await with_axe(await haat.visitor())
    await page.goto(haat.house.lines[1].url)

    await page.css(".tiles a:has-text('দোকান')").click()
    await page.css("h1:has-text('বাজার')").appears()
    await choose(page, "উপজেলা", "Bazarpur")
    await choose(page, "ইউনিয়ন", "Chowk")
    await page.until(SHOWS, PAGE)
    # What is farther off waits until all that is near has been shown.
    assert "ঘাটের পনির" not in await page.run(NAMES)
    await page.role("button", "আরও").first.click()

    await page.css("h2:has-text('উপজেলার অন্য এলাকায়')").appears()
    names = await page.run(NAMES)
    chowk = [chowk_shop(number) for number in reversed(range(PAGE + 1))]
    assert names[: PAGE + 3] == [*chowk, "ঘাটের বন্ধ দোকান", "ঘাটের পনির"]
    assert "\n".join(await barriers_on(page)) == ""

    await choose(page, "ইউনিয়ন", "Ghat")
    await page.until(SHOWS, 2)
    await page.css("label:has-text('এখন খোলা') input").click()
    await page.until(SHOWS, 1)
    await choose(page, "কী ধরনের", "দুধ, পনির ও মিষ্টি")
    await page.css(".stall li:has-text('ঘাটের সাদা পনির')").appears()
    await choose(page, "কী ধরনের", "চারা ও বীজ")
    await page.css("p:has-text('এখানে এমন দোকান এখনো নেই')").appears()
    await page.call("goBack")

    await page.css("h1:has-text('হাতের মুঠোয়')").appears()


async def test_a_bazar_comes_as_its_address_asks_and_goes_on_in_what_the_server_wrote(haat):
    there = await union("kishoreganj-hatkhola-bazar")
    await stalls.product(await stalls.shop(place=there, name_bn="হাটখোলার ঘি"))
    page = await with_axe(await haat.visitor())
    upazila = there.path[-2]

    await page.goto(f"{haat.house.lines[0].url}/bazar?upazila={upazila}&lang=en")
    await page.css("h2:has-text('Cheese of Austagram')").appears()
    await page.css("option:has-text('Hatkhola')").first.call("waitFor", {"state": "attached"})

    assert await page.css(".choices select >> nth=0").call("inputValue") == str(upazila)
    assert "\n".join(await barriers_on(page)) == ""
