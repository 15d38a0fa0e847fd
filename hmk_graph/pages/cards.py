"""The picture that a chat shows for a shared link: 1200 x 630, drawn by Pillow with our own fonts.

Pillow shapes Bengali with RAQM. The Bengali font file holds no comma, dash or Latin letter, so a
text is drawn in runs, each in the file that has its signs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
MARGIN = 64
TITLE_LINES = 2

PAPER, INK, SOFT, ACCENT, WHITE = "#f6f8f5", "#17221c", "#4d5c53", "#0b6b45", "#ffffff"

# Bengali letters, signs and digits, the taka sign, the dandas and the joiners.
_BENGALI_RUN = re.compile("[\u0964\u0965\u0980-\u09fe\u200c\u200d ]+")


@dataclass(frozen=True)
class Card:
    """What a card says: the title, a label over the price, the price, and when; what is drawn."""

    title: str
    label: str = ""
    price: str = ""
    moment: str = ""
    brand: str = "হাতের মুঠোয় কিশোরগঞ্জ"
    scene: Literal["bull", "stall"] = "bull"


class Fonts:
    """The fonts that the build put beside the pages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __bool__(self) -> bool:
        return (self._folder / "bengali-700.woff2").is_file()

    def of(self, text: str, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        """Return the font for a run of one script."""
        script = "bengali" if _BENGALI_RUN.fullmatch(text) else "latin"
        return _font(self._folder / f"{script}-{'700' if bold else '400'}.woff2", size)

    def width(self, text: str, size: int, *, bold: bool) -> float:
        """Return how many pixels a text takes."""
        return sum(self.of(run, size, bold=bold).getlength(run) for run in runs(text))


@lru_cache(maxsize=32)
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.RAQM)


def runs(text: str) -> Iterator[str]:
    """Cut a text where the script changes."""
    at = 0
    for found in _BENGALI_RUN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        yield found.group()
        at = found.end()
    if at < len(text):
        yield text[at:]


def draw(card: Card, fonts: Fonts) -> bytes:
    """Return the card as PNG. Takes about a tenth of a second: call it in a thread."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 96), fill=ACCENT)
    _write(pen, fonts, (MARGIN, 68), card.brand, size=42, color=WHITE, bold=True)
    SCENES[card.scene](pen)
    top = 190
    for line in _lines(card.title, fonts, size=54, width=SIZE[0] - 2 * MARGIN):
        _write(pen, fonts, (MARGIN, top), line, size=54, color=INK, bold=True)
        top += 82
    _write(pen, fonts, (MARGIN, 408), card.label, size=36, color=SOFT, bold=False)
    _write(pen, fonts, (MARGIN, 500), card.price, size=88, color=ACCENT, bold=True)
    _write(pen, fonts, (MARGIN, 582), card.moment, size=36, color=SOFT, bold=False)
    packed = io.BytesIO()
    # Few colors: a palette keeps it far below what chats refuse.
    image.quantize(64).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _write(
    pen: ImageDraw.ImageDraw,
    fonts: Fonts,
    at: tuple[float, float],
    text: str,
    *,
    size: int,
    color: str,
    bold: bool,
) -> None:
    x, baseline = at
    for run in runs(text):
        font = fonts.of(run, size, bold=bold)
        pen.text((x, baseline), run, font=font, fill=color, anchor="ls")
        x += font.getlength(run)


def _lines(text: str, fonts: Fonts, *, size: int, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        wider = f"{lines[-1]} {word}" if lines else word
        if lines and fonts.width(wider, size, bold=True) <= width:
            lines[-1] = wider
        else:
            lines.append(word)
    if len(lines) > TITLE_LINES:
        lines = [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1]} …"]
    return lines


def _animal(pen: ImageDraw.ImageDraw) -> None:
    """Draw a bull in the lower right: no photo is there to be shown yet."""
    pen.rectangle((0, 606, *SIZE), fill="#9cc26f")
    coat, dark = "#a4552f", "#1d1712"
    x, y = 800, 360

    def part(*points: tuple[int, int], fill: str = coat) -> None:
        pen.polygon([(x + a, y + b) for a, b in points], fill=fill, outline=dark, width=3)

    for left in (40, 84, 196, 240):
        part((left, 150), (left + 26, 150), (left + 22, 248), (left + 4, 248))
    part((18, 70), (4, 120), (-2, 168), (10, 168), (14, 120), (30, 90))
    part(
        *((20, 80), (60, 62), (150, 60), (186, 34), (214, 56), (262, 70)),
        *((282, 110), (262, 160), (60, 164), (22, 140)),
    )
    part((250, 60), (310, 46), (352, 66), (346, 98), (300, 104), (262, 98))
    part((276, 50), (262, 14), (282, 26), (290, 48), fill="#efe6d2")
    part((306, 46), (322, 12), (330, 22), (320, 48), fill="#efe6d2")
    pen.ellipse((x + 316, y + 64, x + 324, y + 72), fill=dark)


def _stall(pen: ImageDraw.ImageDraw) -> None:
    """Draw a stall with an awning and a table in the lower right."""
    pen.rectangle((0, 606, *SIZE), fill="#9cc26f")
    left, right, top = 800, 1120, 376
    for post in (left + 14, right - 14):
        pen.rectangle((post - 6, top, post + 6, 610), fill="#6b4a2f")
    stripe = (right - left) // 8
    for at in range(8):
        x = left + at * stripe
        fill = ACCENT if at % 2 else "#efe6d2"
        pen.rectangle((x, top - 40, x + stripe, top + 36), fill=fill)
        pen.pieslice((x, top + 18, x + stripe, top + 54), 0, 180, fill=fill)
    pen.rectangle((left - 8, 530, right + 8, 556), fill="#a4552f")
    for x, color in ((left + 50, "#c9a35b"), (left + 130, "#8a3b12"), (left + 214, "#7a1f3d")):
        pen.ellipse((x, 470, x + 64, 534), fill=color, outline=INK, width=2)


SCENES = {"bull": _animal, "stall": _stall}
