"""What a search engine and a chat find at the addresses of a shop and of what it sells."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.pages.site import Answers, build, visitor

PLACE = {
    "nameBn": "দেওঘর",
    "nameEn": "Dewghar",
    "parent": {"nameBn": "অষ্টগ্রাম", "nameEn": "Austagram"},
}
PHOTO = {"alt": "পনির", "color": "#ffffff", "webpLarge": "/media/9/large.webp"}
SHOP = {
    "slug": "ponir",
    "host": None,
    "nameBn": "পনির ঘর",
    "nameEn": "Cheese House",
    "about": "তিন পুরুষের <b>কাজ</b>",
    "phone": "+8801712345678",
    "address": "দেওঘর ঘাট",
    "place": PLACE,
    "logo": None,
    "cover": PHOTO,
    "hours": [{"weekday": 5, "spans": [{"opens": 540, "closes": 1440}]}],
}
CHEESE = {
    "id": "Product:7",
    "nameBn": "সাদা পনির",
    "nameEn": "White cheese",
    "description": "লবণ দেওয়া",
    "fromPrice": 45_000,
    "media": [PHOTO],
    "category": {"slug": "dairy", "nameBn": "দুধ", "nameEn": "Milk"},
    "variants": [
        {"id": "Variant:1", "choices": ["৫০০ গ্রাম"], "price": 45_000, "available": 0},
        {"id": "Variant:2", "choices": ["১ কেজি"], "price": 90_050, "available": 3},
    ],
    "shop": SHOP,
}


def shop_page(**changed: Any) -> dict[str, Any]:
    goods = {"edges": [{"node": CHEESE}]}
    return {"shop": {**SHOP, "products": goods, **changed}}


STALL = {
    **SHOP,
    "openNow": True,
    "delivers": True,
    "newestProducts": [CHEESE, {**CHEESE, "nameBn": "<b>ঘি</b>", "fromPrice": 120_000}],
}


def bazar_page(*shops: Any) -> dict[str, Any]:
    return {"shops": {"edges": [{"node": each} for each in shops]}}


@pytest.fixture
def static(tmp_path: Path) -> Path:
    return build(tmp_path / "web")


async def get(static: Path, url: str, **answers: Any) -> httpx.Response:
    async with visitor(static, Answers(**answers)) as browser:
        return await browser.get(url)


def thing_of(text: str) -> Any:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found is not None
    return json.loads(found.group(1))


async def test_a_shop_is_told_as_a_store_with_its_place_hours_and_picture(static):
    text = (await get(static, "/shop/ponir", ShopPage=shop_page())).text

    thing = thing_of(text)
    assert (thing["@type"], thing["name"], thing["telephone"]) == (
        "Store",
        "পনির ঘর",
        "+8801712345678",
    )
    assert thing["address"]["addressLocality"] == "দেওঘর"
    assert thing["address"]["addressRegion"] == "অষ্টগ্রাম"
    [saturday] = thing["openingHoursSpecification"]
    assert saturday["dayOfWeek"] == "https://schema.org/Saturday"
    assert (saturday["opens"], saturday["closes"]) == ("09:00", "23:59")
    assert thing["image"] == ["https://hmk.test/media/9/large.webp"]
    assert '<meta property="og:image" content="https://hmk.test/og/shop/ponir.png">' in text
    assert '<link rel="canonical" href="https://hmk.test/shop/ponir">' in text
    assert '<a href="/shop/ponir/7">সাদা পনির</a>' in text


async def test_what_a_shopkeeper_wrote_cannot_become_part_of_the_page(static):
    text = (await get(static, "/shop/ponir", ShopPage=shop_page())).text

    assert "<b>কাজ</b>" not in text
    assert "তিন পুরুষের &lt;b&gt;কাজ" in text


async def test_a_product_is_told_with_an_offer_for_each_variant(static):
    text = (await get(static, "/shop/ponir/7?lang=en", ProductPage={"product": CHEESE})).text

    thing = thing_of(text)
    assert (thing["@type"], thing["name"], thing["category"]) == ("Product", "White cheese", "Milk")
    offers = [(one["price"], one["availability"].rpartition("/")[2]) for one in thing["offers"]]
    assert offers == [("450.00", "OutOfStock"), ("900.50", "InStock")]
    assert {one["priceCurrency"] for one in thing["offers"]} == {"BDT"}
    assert thing["offers"][0]["url"] == "https://hmk.test/shop/ponir/7"
    assert thing["offers"][0]["seller"]["name"] == "Cheese House"
    assert '<meta property="og:type" content="product">' in text
    assert "<title>White cheese — Cheese House</title>" in text
    assert '"operation":"ProductPage"' in text


async def test_a_shop_with_its_own_host_name_is_there_and_says_that_it_is(static):
    page = shop_page(host="ponir.example")
    answers = Answers(ShopPage=page)

    async with visitor(static, answers) as browser:
        there = await browser.get("https://ponir.example/")
        here = await browser.get("https://hmk.test/shop/ponir")

    assert answers.asked == [
        ("ShopPage", {"host": "ponir.example"}),
        ("ShopPage", {"slug": "ponir"}),
    ]
    for text in (there.text, here.text):
        assert '<link rel="canonical" href="https://ponir.example/">' in text
        assert thing_of(text)["url"] == "https://ponir.example/"


@pytest.mark.parametrize(
    "url", ["https://hmk.test/", "https://127.0.0.1/", "http://localhost:8000/"]
)
async def test_any_other_host_shows_the_front_page(static, url):
    text = (await get(static, url, ShopPage={"shop": None}, HomePage={})).text

    assert '<div class="home">' in text


@pytest.mark.parametrize(
    "path", ["/shop/nobody", "/shop/another/7", "/shop/ponir/0", "/shop/ponir/99999999999999999999"]
)
async def test_what_is_not_there_or_anothers_is_a_page_with_404(static, path):
    answer = await get(static, path, ShopPage={"shop": None}, ProductPage={"product": CHEESE})

    assert answer.status_code == 404


async def test_the_bazar_shows_shops_with_their_place_and_the_prices_of_what_is_new(static):
    shut = {**STALL, "slug": "ghi", "openNow": False, "newestProducts": [], "delivers": False}

    text = (await get(static, "/bazar", BazarPage=bazar_page(STALL, shut))).text

    assert "<title>বাজার: জেলার দোকান — হাতের মুঠোয় কিশোরগঞ্জ</title>" in text
    assert '<link rel="canonical" href="https://hmk.test/bazar">' in text
    assert '<a href="/shop/ponir">পনির ঘর</a>' in text
    assert '<span>সাদা পনির</span> <span class="money">৳৪৫০</span>' in text
    assert "<span>&lt;b&gt;ঘি&lt;/b&gt;</span>" in text
    assert '<span class="free FREE">এখন খোলা</span> · বাড়ি পৌঁছে দেয়' in text
    assert '<span class="free OFF">এখন বন্ধ</span></p><p>শিগগির পণ্য আসছে।</p>' in text
    assert [each["url"] for each in thing_of(text)["itemListElement"]] == [
        "https://hmk.test/shop/ponir",
        "https://hmk.test/shop/ghi",
    ]


@pytest.mark.parametrize(
    ("address", "within", "kind", "open_now"),
    [
        ("/bazar", None, None, False),
        ("/bazar?upazila=3&open=1", "Place:3", None, True),
        ("/bazar?upazila=3&union=44&kind=5", "Place:44", "ProductCategory:5", False),
        ("/bazar?union=44&kind=five&upazila=%00", None, None, False),
    ],
)
async def test_the_bazar_comes_with_the_list_that_its_address_asks_for(
    static, address: str, within: str | None, kind: str | None, open_now: bool
):
    text = (await get(static, address, BazarPage=bazar_page())).text

    assert boot_of(text)["variables"] == {
        "within": within,
        "outside": None,
        "categoryId": kind,
        "openNow": open_now,
    }
    assert "<p>এমন দোকান এখনো নেই।</p>" in text


async def test_a_bazar_without_its_first_data_is_still_a_page(static):
    answer = await get(static, "/bazar")

    assert answer.status_code == 200
    assert "<h1>বাজার: জেলার দোকান</h1>" in answer.text


def boot_of(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', text)
    assert found is not None
    return json.loads(found.group(1))
