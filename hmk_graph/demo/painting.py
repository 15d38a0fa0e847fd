"""Brushes: smooth outlines, light that falls from above, grain, and fields behind it all.

All of the demo's pictures are painted here by the project itself; no file of anybody's is used.
Lengths are shares of the picture's height, so that a painting fits any size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Color = tuple[int, int, int]
Point = tuple[float, float]

STEPS = 8
SKIES: tuple[tuple[Color, Color], ...] = (
    ((150, 196, 228), (228, 236, 232)),
    ((120, 164, 206), (246, 226, 190)),
    ((182, 202, 214), (224, 224, 214)),
    ((104, 150, 200), (214, 232, 240)),
)
GROUNDS: tuple[tuple[Color, Color], ...] = (
    ((126, 150, 70), (88, 112, 44)),
    ((168, 146, 96), (124, 100, 60)),
    ((146, 160, 92), (104, 122, 58)),
    ((150, 124, 86), (108, 84, 54)),
)


def smooth(points: Sequence[Point]) -> list[Point]:
    """Return a closed curve through the points (Catmull-Rom)."""
    curve = []
    count = len(points)
    for at in range(count):
        before, start, end, after = (points[(at + shift) % count] for shift in (-1, 0, 1, 2))
        for step in range(STEPS):
            t = step / STEPS
            curve.append(tuple(_between(before[i], start[i], end[i], after[i], t) for i in (0, 1)))
    return [(x, y) for x, y in curve]


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )


def mixed(one: Color, other: Color, share: float) -> Color:
    """Return a color between two."""
    red, green, blue = (
        max(0, min(255, round(a + (b - a) * share))) for a, b in zip(one, other, strict=True)
    )
    return (red, green, blue)


def gradient(size: tuple[int, int], top: Color, bottom: Color) -> Image.Image:
    """Return a surface whose color changes from top to bottom."""
    share = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), share)


def grain(picture: Image.Image, strength: float, *, coarse: int = 1) -> Image.Image:
    """Return the picture with the unevenness that fur, grass and cameras have."""
    width, height = picture.size
    noise = Image.effect_noise((max(1, width // coarse), max(1, height // coarse)), 48)
    noise = noise.resize(picture.size, Image.Resampling.BICUBIC).convert("RGB")
    return Image.blend(picture, ImageChops.overlay(picture, noise), strength)


def scene(size: tuple[int, int], rng: Random) -> Image.Image:
    """Paint a field: sky, a row of trees, perhaps a hut or a fence, and the ground in front."""
    width, height = size
    horizon = round(height * rng.uniform(0.34, 0.56))
    top, low = rng.choice(SKIES)
    picture = Image.new("RGB", size)
    picture.paste(gradient((width, horizon), top, low), (0, 0))
    far, near = rng.choice(GROUNDS)
    picture.paste(gradient((width, height - horizon), far, near), (0, horizon))
    draw = ImageDraw.Draw(picture)
    _trees(draw, size, horizon, rng)
    if rng.random() < 0.5:
        _hut(draw, size, horizon, rng)
    if rng.random() < 0.6:
        _fence(draw, size, horizon, rng)
    picture = picture.filter(ImageFilter.GaussianBlur(height / 160))
    light = Image.radial_gradient("L").resize((width * 2, height * 2))
    corner = (-rng.randint(0, width), -rng.randint(0, height // 2))
    shade = Image.new("L", size)
    shade.paste(ImageChops.invert(light), corner)
    glow = Image.blend(picture, Image.new("RGB", size, (255, 244, 214)), 0.35)
    return _grass(grain(Image.composite(glow, picture, shade), 0.25, coarse=2), horizon, near, rng)


def _trees(draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: int, rng: Random) -> None:
    width, height = size
    green = mixed((52, 84, 44), (110, 134, 96), rng.random())
    for _ in range(rng.randint(10, 34)):
        x, radius = rng.uniform(0, width), rng.uniform(0.02, 0.14) * height
        y = horizon - radius * rng.uniform(0.1, 0.9)
        tint = mixed(green, (170, 184, 150), rng.uniform(0, 0.35))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius * 0.8), fill=tint)


def _hut(draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: int, rng: Random) -> None:
    width, height = size
    x, wide, high = rng.uniform(0, 0.8) * width, rng.uniform(0.16, 0.36), rng.uniform(0.1, 0.2)
    left, right, top = x, x + wide * width, horizon - high * height
    wall = rng.choice(((176, 150, 110), (150, 164, 170), (188, 120, 90)))
    roof = rng.choice(((120, 96, 62), (146, 152, 158), (150, 74, 56)))
    draw.rectangle((left, top, right, horizon + height * 0.03), fill=wall)
    middle = (left + right) / 2
    eaves = height * 0.03
    draw.polygon(
        [(left - eaves, top), (middle, top - high * height * 0.7), (right + eaves, top)], fill=roof
    )
    door = (right - left) * 0.12
    draw.rectangle((middle - door, top + eaves, middle + door, horizon + eaves), fill=(64, 50, 40))


def _fence(draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: int, rng: Random) -> None:
    width, height = size
    top, bamboo = horizon - height * 0.07, rng.choice(((176, 150, 92), (134, 112, 76)))
    thick, step = round(height * 0.012), rng.uniform(0.06, 0.13) * height
    for rail in (0.03, 0.07):
        y = top + rail * height
        draw.line((0, y, width, y + rng.uniform(-3, 3)), fill=bamboo, width=thick)
    for post in range(round(width / step) + 1):
        x = post * step
        draw.line((x, top, x, horizon + height * 0.05), fill=bamboo, width=thick)


def _grass(picture: Image.Image, horizon: int, color: Color, rng: Random) -> Image.Image:
    width, height = picture.size
    draw = ImageDraw.Draw(picture)
    for _ in range(width):
        y = horizon + (height - horizon) * rng.random() ** 0.6
        x, near = rng.uniform(0, width), (y - horizon) / (height - horizon)
        blade = mixed(color, rng.choice(((190, 196, 110), (50, 66, 26))), rng.uniform(0, 0.6))
        lean = rng.uniform(-4, 4) * near
        draw.line((x, y, x + lean, y - 3 - 9 * near), fill=blade, width=1 + round(near))
    return picture


def shaded(mask: Image.Image, color: Color, *, furry: float = 0.4) -> Image.Image:
    """Return a surface as large as the mask that looks round within it, lit from above."""
    light, dark = mixed(color, (255, 250, 236), 0.3), mixed(color, (20, 14, 10), 0.5)
    surface = gradient(mask.size, light, dark)
    # Toward its outline a round thing turns away from the light.
    depth = mask.filter(ImageFilter.BoxBlur(max(2, min(mask.size) // 7)))
    rim = Image.blend(surface, Image.new("RGB", mask.size, (18, 12, 8)), 0.45)
    return grain(Image.composite(surface, rim, depth.point(_steeper)), furry)


def _steeper(value: int) -> int:
    return int(255 * math.sin(min(255, max(0, value)) / 255 * math.pi / 2) ** 1.5)


def shadow(picture: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    """Lay a soft shadow on the ground."""
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).ellipse(box, fill=150)
    mask = mask.filter(ImageFilter.GaussianBlur(picture.height * 0.02))
    return Image.composite(Image.new("RGB", picture.size, (26, 22, 14)), picture, mask)
