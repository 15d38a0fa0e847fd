"""The picture of a shared link."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from hmk_graph.pages.cards import SIZE, Card, Fonts, draw, runs
from tests.pages.site import Answers, build, lot_page, visitor

FONTS = Path(__file__).parents[2] / "web/node_modules/@fontsource/noto-sans-bengali/files"
LARGEST = 300_000


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A site with the fonts that the build copies."""
    static = build(tmp_path / "web")
    cards = static / "cards"
    cards.mkdir()
    for script in ("bengali", "latin"):
        for weight in ("400", "700"):
            source = FONTS / f"noto-sans-bengali-{script}-{weight}-normal.woff2"
            shutil.copy(source, cards / f"{script}-{weight}.woff2")
    return static


def test_a_text_is_cut_where_the_script_changes():
    assert list(runs("৳১,২৫,০০০ — Sultan")) == ["৳১", ",", "২৫", ",", "০০০ ", "—", " ", "Sultan"]


def test_a_card_has_the_size_that_chats_want_and_few_bytes(static):
    card = Card(title="কৃষ্ণচূড়া, শ্রেষ্ঠ ষাঁড় " * 20, label="সর্বোচ্চ ডাক", price="৳১,২৫,০০০")

    drawn = draw(card, Fonts(static / "cards"))

    assert Image.open(io.BytesIO(drawn)).size == SIZE
    assert len(drawn) < LARGEST


def test_a_conjunct_is_joined_and_not_spelled_out(static):
    fonts = Fonts(static / "cards")

    # ক্ষ is one shape: narrower than its letters side by side.
    joined = fonts.width("ক্ষ", 60, bold=True)
    assert joined < fonts.width("ক", 60, bold=True) + fonts.width("ষ", 60, bold=True)


async def test_the_picture_of_a_lot_is_drawn_once_for_what_it_says(static):
    answers = Answers(LotPage=lot_page())
    async with visitor(static, answers) as chat:
        first = await chat.get("/og/lot/42.png")
        again = await chat.get("/og/lot/42.png")
        home = await chat.get("/og/home.png")

    assert first.headers["content-type"] == "image/png"
    assert first.headers["cache-control"] == "public, max-age=60"
    assert first.content == again.content
    assert home.status_code == 200


async def test_there_is_no_picture_of_what_nobody_may_see(static):
    async with visitor(static, Answers(LotPage={"lotSnapshot": None})) as chat:
        picture = await chat.get("/og/lot/42.png")

    assert picture.status_code == 404


async def test_without_fonts_there_is_no_picture(tmp_path):
    async with visitor(build(tmp_path / "web"), Answers(LotPage=lot_page())) as chat:
        assert (await chat.get("/og/lot/42.png")).status_code == 404
