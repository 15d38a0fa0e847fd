"""Paints animals as a phone would show them: from the side, in a field, each in its own way."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from hmk_graph.demo import painting
from hmk_graph.demo.painting import Color, Point

SIZE = (720, 540)
QUALITY = 88


@dataclass(frozen=True)
class Build:
    """How a kind of animal is built, in shares of the picture's height, nose to the right."""

    body: tuple[Point, ...]
    head: tuple[Point, ...]
    ear: tuple[Point, ...]
    legs: tuple[float, ...]
    leg: tuple[float, float]
    belly: float
    eye: Point
    horns: tuple[tuple[Point, ...], ...] = ()
    tail: tuple[Point, ...] = ((-0.38, -0.12), (-0.42, 0.0), (-0.41, 0.16))


CATTLE = Build(
    body=(
        *((-0.36, -0.13), (-0.2, -0.155), (0.0, -0.14), (0.12, -0.17), (0.18, -0.235)),
        *((0.25, -0.2), (0.33, -0.2), (0.37, -0.13), (0.3, -0.02), (0.24, 0.09), (0.1, 0.12)),
        *((-0.12, 0.13), (-0.26, 0.09), (-0.34, 0.06), (-0.385, -0.04)),
    ),
    head=(
        *((0.3, -0.24), (0.38, -0.27), (0.46, -0.2), (0.535, -0.115), (0.54, -0.07)),
        *((0.49, -0.055), (0.41, -0.09), (0.33, -0.12), (0.28, -0.17)),
    ),
    ear=((0.33, -0.24), (0.25, -0.245), (0.21, -0.205), (0.26, -0.195), (0.32, -0.21)),
    legs=(-0.3, -0.23, 0.15, 0.235),
    leg=(0.034, 0.33),
    belly=0.06,
    eye=(0.41, -0.195),
    horns=(
        ((0.345, -0.25), (0.33, -0.32), (0.36, -0.37), (0.365, -0.32), (0.375, -0.265)),
        ((0.375, -0.262), (0.4, -0.325), (0.44, -0.35), (0.42, -0.305), (0.4, -0.25)),
    ),
)
BUFFALO = Build(
    body=(
        *((-0.37, -0.1), (-0.2, -0.15), (0.0, -0.15), (0.16, -0.165), (0.28, -0.15)),
        *((0.35, -0.09), (0.3, 0.02), (0.24, 0.12), (0.1, 0.15), (-0.12, 0.165)),
        *((-0.28, 0.12), (-0.36, 0.07), (-0.4, -0.02)),
    ),
    head=(
        *((0.29, -0.18), (0.37, -0.2), (0.45, -0.13), (0.525, -0.04), (0.525, 0.01)),
        *((0.47, 0.015), (0.39, -0.03), (0.32, -0.06), (0.27, -0.11)),
    ),
    ear=((0.33, -0.16), (0.25, -0.14), (0.22, -0.1), (0.27, -0.1), (0.33, -0.13)),
    legs=(-0.3, -0.22, 0.15, 0.235),
    leg=(0.042, 0.29),
    belly=0.09,
    eye=(0.4, -0.13),
    horns=(
        ((0.36, -0.19), (0.27, -0.23), (0.17, -0.24), (0.12, -0.2), (0.18, -0.205), (0.3, -0.17)),
    ),
)
GOAT = Build(
    body=(
        *((-0.26, -0.06), (-0.12, -0.085), (0.06, -0.08), (0.17, -0.12), (0.22, -0.22)),
        *((0.29, -0.2), (0.27, -0.08), (0.21, 0.05), (0.08, 0.1), (-0.1, 0.11), (-0.24, 0.06)),
        (-0.285, -0.01),
    ),
    head=(
        *((0.215, -0.28), (0.29, -0.31), (0.36, -0.25), (0.405, -0.19), (0.395, -0.165)),
        *((0.33, -0.17), (0.26, -0.19), (0.21, -0.23)),
    ),
    ear=((0.25, -0.28), (0.2, -0.25), (0.185, -0.19), (0.22, -0.2), (0.265, -0.25)),
    legs=(-0.22, -0.165, 0.11, 0.17),
    leg=(0.021, 0.27),
    belly=0.05,
    eye=(0.305, -0.25),
    horns=(
        ((0.255, -0.3), (0.225, -0.37), (0.165, -0.4), (0.2, -0.37), (0.23, -0.3)),
        ((0.275, -0.305), (0.26, -0.38), (0.21, -0.42), (0.24, -0.38), (0.255, -0.305)),
    ),
    tail=((-0.27, -0.06), (-0.3, -0.12), (-0.285, -0.15)),
)
SHEEP = Build(
    body=(
        *((-0.27, -0.09), (-0.2, -0.14), (-0.1, -0.13), (0.0, -0.15), (0.1, -0.14), (0.18, -0.16)),
        *((0.25, -0.11), (0.24, 0.0), (0.18, 0.09), (0.06, 0.12), (-0.08, 0.12), (-0.2, 0.1)),
        *((-0.28, 0.04), (-0.3, -0.03)),
    ),
    head=(
        *((0.2, -0.18), (0.27, -0.2), (0.335, -0.14), (0.36, -0.09), (0.335, -0.07)),
        *((0.27, -0.08), (0.21, -0.11), (0.18, -0.15)),
    ),
    ear=((0.22, -0.17), (0.16, -0.15), (0.14, -0.115), (0.18, -0.115), (0.23, -0.14)),
    legs=(-0.2, -0.15, 0.1, 0.15),
    leg=(0.02, 0.2),
    belly=0.08,
    eye=(0.28, -0.15),
    tail=((-0.28, -0.05), (-0.31, 0.02), (-0.29, 0.07)),
)
BUILDS = {"cattle": CATTLE, "buffalo": BUFFALO, "goat": GOAT, "sheep": SHEEP}
COATS: dict[str, tuple[Color, Color | None]] = {
    "লাল": ((150, 66, 36), None),
    "লালচে বাদামি": ((138, 78, 44), None),
    "বাদামি": ((120, 82, 52), None),
    "কালো": ((46, 40, 38), None),
    "সাদা": ((226, 220, 206), None),
    "ধূসর": ((156, 152, 146), None),
    "কালচে ধূসর": ((84, 82, 82), None),
    "সাদা-কালো": ((224, 220, 212), (38, 34, 34)),
    "সাদা-বাদামি": ((226, 216, 198), (128, 78, 46)),
}
HORN: Color = (196, 184, 158)


def painted(species: str, coat: str, sex: str, rng: Random) -> bytes:
    """Return a JPEG of an animal; the same `rng` paints the same."""
    width, height = SIZE
    picture = painting.scene(SIZE, rng)
    figure = _figure(BUILDS.get(species, CATTLE), coat, sex, rng)
    if rng.random() < 0.5:
        figure = figure.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    share = rng.uniform(0.8, 1.02)
    figure = figure.resize((round(width * share), round(height * share)), Image.Resampling.LANCZOS)
    x = round((width - figure.width) / 2 + rng.uniform(-0.07, 0.07) * width)
    y = round((height - figure.height) / 2 + rng.uniform(-0.02, 0.08) * height)
    left, _, right, bottom = figure.getbbox() or (0, 0, width, height)
    deep = 0.035 * height
    picture = painting.shadow(picture, (x + left, y + bottom - deep, x + right, y + bottom + deep))
    picture.paste(figure, (x, y), figure)
    written = io.BytesIO()
    painting.grain(picture, 0.08).save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _figure(build: Build, coat: str, sex: str, rng: Random) -> Image.Image:
    base, patch = COATS.get(coat, ((120, 82, 52), None))
    base = painting.mixed(base, (rng.randint(0, 255),) * 3, 0.06)
    figure = Image.new("RGBA", SIZE)
    dark = painting.mixed(base, (10, 8, 6), 0.45)
    for at, leg in enumerate(build.legs):
        # The legs of the far side come first, and lie in the shade.
        if at % 2 == 0:
            _lay(figure, _leg(build, leg + 0.03), dark)
    _lay(figure, _stroke(build.tail, 0.016), dark)
    for at, leg in enumerate(build.legs):
        if at % 2 == 1:
            _lay(figure, _leg(build, leg), painting.mixed(base, (10, 8, 6), 0.18))
    body = _mask(build.body)
    _lay(figure, body, base)
    if patch:
        _lay(figure, _patches(body, rng), patch)
    _lay(figure, _mask(build.head), painting.mixed(patch or base, base, rng.choice((0.0, 1.0))))
    _lay(figure, _mask(build.ear), dark)
    if sex not in ("heifer", "ewe", "doe"):
        for horn in build.horns:
            _lay(figure, _mask(horn), HORN)
    _face(figure, build)
    return figure


def _at(point: Point) -> Point:
    width, height = SIZE
    return (width / 2 - 0.05 * height + point[0] * height, height * 0.52 + point[1] * height)


def _mask(points: tuple[Point, ...]) -> Image.Image:
    mask = Image.new("L", SIZE)
    ImageDraw.Draw(mask).polygon([_at(point) for point in painting.smooth(points)], fill=255)
    return mask.filter(ImageFilter.GaussianBlur(1.2))


def _stroke(points: tuple[Point, ...], thick: float) -> Image.Image:
    mask = Image.new("L", SIZE)
    wide = round(thick * SIZE[1])
    draw = ImageDraw.Draw(mask)
    draw.line([_at(point) for point in points], fill=255, width=wide, joint="curve")
    x, y = _at(points[-1])
    draw.ellipse((x - wide, y - wide, x + wide, y + wide * 2.2), fill=255)
    return mask.filter(ImageFilter.GaussianBlur(1.2))


def _leg(build: Build, x: float) -> Image.Image:
    half, length = build.leg
    top, foot = build.belly - 0.06, build.belly + length
    knee = build.belly + length * 0.55
    return _mask(
        (
            *((x - half * 1.5, top), (x + half * 1.5, top), (x + half * 0.8, knee)),
            *((x + half * 0.75, foot - 0.02), (x + half, foot), (x - half, foot)),
            *((x - half * 0.7, foot - 0.02), (x - half * 0.85, knee)),
        )
    )


def _patches(body: Image.Image, rng: Random) -> Image.Image:
    spots = Image.new("L", SIZE)
    draw = ImageDraw.Draw(spots)
    for _ in range(rng.randint(3, 6)):
        x, y = _at((rng.uniform(-0.34, 0.3), rng.uniform(-0.16, 0.08)))
        for _ in range(5):
            wide, high = rng.uniform(0.03, 0.09) * SIZE[1], rng.uniform(0.03, 0.08) * SIZE[1]
            dx, dy = rng.uniform(-0.05, 0.05) * SIZE[1], rng.uniform(-0.04, 0.04) * SIZE[1]
            draw.ellipse((x + dx - wide, y + dy - high, x + dx + wide, y + dy + high), fill=255)
    clipped = Image.new("L", SIZE)
    clipped.paste(spots.filter(ImageFilter.GaussianBlur(2)), mask=body)
    return clipped


def _lay(figure: Image.Image, mask: Image.Image, color: Color) -> None:
    box = mask.getbbox()
    if box is None:
        return
    part = mask.crop(box)
    surface = painting.shaded(part, color).convert("RGBA")
    surface.putalpha(part)
    figure.alpha_composite(surface, box[:2])


def _face(figure: Image.Image, build: Build) -> None:
    draw = ImageDraw.Draw(figure)
    x, y = _at(build.eye)
    size = 0.011 * SIZE[1]
    draw.ellipse((x - size, y - size, x + size, y + size), fill=(22, 16, 14))
    draw.ellipse((x, y - size * 0.6, x + size * 0.5, y - size * 0.1), fill=(236, 236, 230))
    nose_x, nose_y = _at(max(build.head))
    wide = 0.02 * SIZE[1]
    draw.ellipse(
        (nose_x - wide * 1.4, nose_y - wide, nose_x + wide * 0.3, nose_y + wide), fill=(58, 46, 44)
    )
