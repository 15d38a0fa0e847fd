"""What a visitor's browser, a search engine and a chat find at the addresses of the pages."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.pages.site import PAGE, STYLE, Answers, build, lot_page, visitor


@pytest.fixture
def static(tmp_path: Path) -> Path:
    return build(tmp_path / "web")


async def get(static: Path, path: str, answers: Answers | None = None, **options: Any) -> Any:
    async with visitor(static, answers or Answers(LotPage=lot_page())) as browser:
        return await browser.get(path, **options)


def boot_of(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', text)
    return json.loads(found.group(1)) if found else None


async def test_a_lot_comes_with_its_price_its_bids_and_what_the_script_goes_on_from(static):
    answers = Answers(LotPage=lot_page())

    page = await get(static, "/haat/42", answers)

    assert page.status_code == 200
    assert answers.asked == [("LotPage", {"lotId": "Lot:42"})]
    assert "<h1>লাল ষাঁড় ‘সুলতান’</h1>" in page.text
    assert "শাহীওয়াল · ৪১২.৫ কেজি (স্কেলে, ৩ দিন আগে) · ৪ দাঁত" in page.text
    assert '<p class="price money">৳১,২৫,৫০০</p>' in page.text
    assert '<p class="timer">০১:২৯:৩৫</p>' in page.text
    assert '<span class="who">ক্রেতা-৭</span>' in page.text
    assert "<time>রাত ১০:৪৮</time>" in page.text
    assert page.text.count("<li>") + page.text.count("<li class") == 20
    assert boot_of(page.text) == {
        "operation": "LotPage",
        "variables": {"lotId": "Lot:42"},
        "data": lot_page(),
    }


async def test_in_english_the_same_page_speaks_english(static):
    page = await get(static, "/haat/42?lang=en")

    assert '<html lang="en">' in page.text
    assert "<h1>Red bull “Sultan”</h1>" in page.text
    assert "Sahiwal · 412.5 kg (on a scale, 3 days ago) · 4 teeth" in page.text
    assert "<title>Red bull “Sultan” — Kishoreganj in your hand</title>" in page.text
    assert '<meta property="og:locale" content="en_US">' in page.text
    assert '<link rel="canonical" href="https://hmk.test/haat/42?lang=en">' in page.text


async def test_a_shared_link_shows_title_price_and_picture(static):
    text = (await get(static, "/haat/42")).text

    for line in (
        '<meta property="og:title" content="লাল ষাঁড় ‘সুলতান’ — হাতের মুঠোয় কিশোরগঞ্জ">',
        '<meta property="og:url" content="https://hmk.test/haat/42">',
        '<meta property="og:image" content="https://hmk.test/og/lot/42.png">',
        '<meta property="og:locale" content="bn_BD">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<link rel="canonical" href="https://hmk.test/haat/42">',
    ):
        assert line in text
    assert "দাম ৳১,২৫,৫০০" in text
    thing = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert thing is not None
    assert json.loads(thing.group(1))["offers"]["price"] == "125500.00"


async def test_what_a_seller_wrote_cannot_become_part_of_the_page(static):
    evil = '"><script>alert(1)</script>\u2028'
    answers = Answers(LotPage=lot_page(titleBn=evil, titleEn=evil))

    text = (await get(static, "/haat/42", answers)).text

    assert "<script>alert" not in text
    assert "\u2028" not in text.split('id="boot"')[1]
    assert boot_of(text)["data"]["lotSnapshot"]["lot"]["titleBn"] == evil


@pytest.mark.parametrize("path", ["/haat/43", "/haat/0", "/haat/99999999999999999999999", "/no"])
async def test_what_is_not_there_is_the_same_shell_with_404(static, path):
    page = await get(static, path, Answers(LotPage={"lotSnapshot": None}))

    assert page.status_code == 404
    assert "<h1>এই পাতাটি নেই</h1>" in page.text
    assert '<meta name="robots" content="noindex">' in page.text
    assert boot_of(page.text) is None


@pytest.mark.parametrize(
    "path", ["/", "/haat", "/haat/sell", "/amar", "/officer", "/about", "/offline", "/haat/42/log"]
)
async def test_every_page_answers_even_when_nothing_can_be_read(static, path):
    page = await get(static, path, Answers(LogPage=OSError("away"), HomePage=OSError("away")))

    assert page.status_code == 200
    assert page.text.count("<h1>") == 1
    assert boot_of(page.text) is None


async def test_the_one_style_is_in_the_page_and_the_policy_lets_no_other_in(static):
    page = await get(static, "/haat")

    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    assert f"<style>{STYLE}</style>" in page.text
    assert 'rel="stylesheet"' not in page.text
    policy = page.headers["content-security-policy"]
    assert f"style-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "no-cache"
    assert " style=" not in page.text
    assert not re.search(r"<[^>]+ on\w+=", page.text)


async def test_a_new_build_is_seen_without_a_restart(static):
    async with visitor(static, Answers()) as browser:
        before = await browser.get("/about")
        build(static, PAGE.replace("index-A.js", "index-B.js"))
        after = await browser.get("/about")

    assert "index-A.js" in before.text
    assert "index-B.js" in after.text


async def test_a_page_is_sent_packed_to_who_can_unpack_it(static):
    async with visitor(static, Answers()) as browser:
        request = browser.build_request("GET", "/about", headers={"accept-encoding": "gzip, br"})
        answer = await browser.send(request, stream=True)
        raw = b"".join([part async for part in answer.aiter_raw()])

    assert answer.headers["content-encoding"] == "gzip"
    assert "<h1>" in gzip.decompress(raw).decode()


async def test_a_page_can_be_asked_for_its_head_and_not_be_posted_to(static):
    async with visitor(static, Answers()) as browser:
        head = await browser.head("/haat")
        posted = await browser.post("/haat")
        slash = await browser.get("/haat/?kind=goat")

    assert (head.status_code, head.content) == (200, b"")
    assert posted.status_code == 405
    assert (slash.status_code, slash.headers["location"]) == (308, "/haat?kind=goat")


async def test_before_the_pages_are_built_a_page_says_how(tmp_path):
    page = await get(tmp_path, "/haat")

    assert "make web" in page.text
