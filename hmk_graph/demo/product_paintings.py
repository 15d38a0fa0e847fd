"""Paints what shops sell, as it would stand on a table: sacks, jars, fish, pots and the like."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from hmk_graph.demo import painting
from hmk_graph.demo.painting import Color, Point

SIZE = (480, 360)
QUALITY = 86
WALLS: tuple[Color, ...] = (
    *((206, 214, 200), (226, 208, 178), (190, 204, 216), (222, 190, 176), (204, 198, 216)),
)
TABLES: tuple[Color, ...] = ((142, 98, 62), (176, 132, 88), (104, 76, 58), (186, 174, 156))
CLAY: Color = (172, 98, 62)
STRAW: Color = (196, 160, 104)

Brush = Callable[[Image.Image, Color, Random], None]
"""Paints a thing of a color onto the table."""


def painted(what: str, color: Color, rng: Random) -> bytes:
    """Return a JPEG of a thing named in `BRUSHES`; the same `rng` paints the same."""
    picture = _table(rng)
    BRUSHES[what](picture, color, rng)
    if rng.random() < 0.5:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    written = io.BytesIO()
    painting.grain(picture, 0.1).save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _table(rng: Random) -> Image.Image:
    width, height = SIZE
    edge = round(height * rng.uniform(0.46, 0.66))
    wall, wood = rng.choice(WALLS), rng.choice(TABLES)
    picture = painting.gradient(SIZE, painting.mixed(wall, (255, 255, 255), 0.4), wall)
    draw = ImageDraw.Draw(picture)
    for _ in range(rng.randint(2, 5)):
        x, wide = rng.uniform(-0.1, 0.9) * width, rng.uniform(0.08, 0.3) * width
        shade = painting.mixed(wall, (60, 70, 60), rng.uniform(0.1, 0.5))
        draw.rectangle((x, rng.uniform(0, 0.4) * height, x + wide, edge), fill=shade)
    picture = picture.filter(ImageFilter.GaussianBlur(10))
    top = painting.gradient(
        (width, height - edge), painting.mixed(wood, (255, 240, 210), 0.25), wood
    )
    picture.paste(top, (0, edge))
    draw = ImageDraw.Draw(picture)
    for _ in range(9):
        y = rng.uniform(edge, height)
        line = painting.mixed(wood, (40, 24, 14), rng.uniform(0.1, 0.4))
        draw.line((0, y, width, y + rng.uniform(-12, 12)), fill=line, width=rng.randint(1, 3))
    return picture


def _sack(picture: Image.Image, color: Color, rng: Random) -> None:
    """An open sack with what is in it heaped up."""
    x, wide = rng.uniform(0.36, 0.6), rng.uniform(0.2, 0.28)
    _shadow(picture, x, 0.9, wide)
    side = [(-1, -0.5), (-1.1, 0.1), (-0.9, 0.5), (0, 0.56), (0.9, 0.5), (1.1, 0.1), (1, -0.5)]
    _lay(picture, [(x + dx * wide, 0.62 + dy * 0.52) for dx, dy in side], STRAW, furry=0.6)
    heap = [(-0.95, 0), (-0.5, -0.7), (0, -1), (0.5, -0.7), (0.95, 0), (0.5, 0.3), (-0.5, 0.3)]
    _lay(picture, [(x + dx * wide, 0.38 + dy * 0.14) for dx, dy in heap], color, furry=0.8)
    _speckle(picture, (x, 0.35, wide * 0.7, 0.1), color, rng)


def _jar(picture: Image.Image, color: Color, rng: Random) -> None:
    """One, two or three jars with lids."""
    many = rng.randint(1, 3)
    for at in range(many):
        x = 0.5 + (at - (many - 1) / 2) * rng.uniform(0.22, 0.26)
        wide, top = rng.uniform(0.075, 0.11), rng.uniform(0.34, 0.46)
        _shadow(picture, x, 0.86, wide)
        glass = [(-1, 0.12), (-1, 0.9), (-0.6, 1), (0.6, 1), (1, 0.9), (1, 0.12), (0, 0.04)]
        high = 0.86 - top
        shape = [(x + dx * wide, top + dy * high) for dx, dy in glass]
        _lay(picture, shape, painting.mixed(color, (255, 250, 230), 0.1 * at), furry=0.1)
        lid = [(-0.9, -0.02), (0, -0.07), (0.9, -0.02), (0.9, 0.1), (0, 0.14), (-0.9, 0.1)]
        cap = rng.choice(((196, 60, 48), (60, 110, 80), (210, 180, 70)))
        _lay(picture, [(x + dx * wide, top + dy) for dx, dy in lid], cap, furry=0.1)
        label = [(-0.8, 0.4), (0.8, 0.4), (0.8, 0.72), (-0.8, 0.72)]
        paper = [(x + dx * wide, top + dy * high) for dx, dy in label]
        _lay(picture, paper, (238, 230, 206), furry=0.2)


def _fish(picture: Image.Image, color: Color, rng: Random) -> None:
    """Some fish side by side on a leaf."""
    leaf = [(0.08, 0.62), (0.3, 0.4), (0.7, 0.38), (0.94, 0.6), (0.7, 0.86), (0.3, 0.88)]
    _lay(picture, leaf, (66, 112, 56), furry=0.3)
    body = [(0, 0), (0.14, -0.5), (0.45, -0.6), (0.75, -0.2), (0.9, -0.42), (1, -0.5)]
    body += [(0.96, 0), (1, 0.5), (0.9, 0.42), (0.75, 0.2), (0.45, 0.6), (0.14, 0.5)]
    many = rng.randint(2, 5)
    for at in range(many):
        x, y = rng.uniform(0.14, 0.24), 0.48 + at * 0.34 / many
        long, high = rng.uniform(0.5, 0.64), rng.uniform(0.07, 0.1)
        shade = painting.mixed(color, (30, 30, 34), rng.uniform(0, 0.25))
        _lay(picture, [(x + dx * long, y + dy * high) for dx, dy in body], shade, furry=0.4)
        eye = ((x + 0.07 * long) * SIZE[0], (y - 0.1 * high) * SIZE[1])
        ImageDraw.Draw(picture).ellipse(
            (eye[0] - 3, eye[1] - 3, eye[0] + 3, eye[1] + 3), fill=(20, 18, 18)
        )


def _wheel(picture: Image.Image, color: Color, rng: Random) -> None:
    """A round of cheese or sweets upon a plate, with a smaller one beside it."""
    x, wide = rng.uniform(0.34, 0.46), rng.uniform(0.22, 0.28)
    _shadow(picture, x + 0.05, 0.84, wide * 1.3)
    for dx, share in ((0.0, 1.0), (rng.uniform(0.28, 0.36), rng.uniform(0.45, 0.65))):
        part = wide * share
        side = [(-1, -0.4), (-1, 0.5), (0, 0.85), (1, 0.5), (1, -0.4), (0, -0.7)]
        shape = [(x + dx + px * part, 0.72 + py * part * 0.7) for px, py in side]
        _lay(picture, shape, painting.mixed(color, (120, 90, 50), 0.15), furry=0.4)
        top = [(-1, 0), (-0.7, -0.6), (0, -0.85), (0.7, -0.6), (1, 0), (0.7, 0.6), (0, 0.85)]
        top.append((-0.7, 0.6))
        lid = [(x + dx + px * part, 0.72 - part * 0.28 + py * part * 0.42) for px, py in top]
        _lay(picture, lid, painting.mixed(color, (255, 255, 250), 0.35), furry=0.3)


def _cloth(picture: Image.Image, color: Color, rng: Random) -> None:
    """Folded cloth in a pile, with a border and rows of stitches."""
    many = rng.randint(2, 4)
    left, wide = rng.uniform(0.14, 0.24), rng.uniform(0.5, 0.6)
    _shadow(picture, left + wide / 2, 0.9, wide / 2)
    for at in range(many):
        y, shift = 0.78 - at * 0.12, rng.uniform(-0.03, 0.03)
        tint = painting.mixed(color, rng.choice(((250, 240, 220), (40, 30, 60))), 0.3 * (at % 2))
        fold = [(0, 0.1), (0.02, 0), (0.5, -0.02), (0.98, 0), (1, 0.1), (0.98, 0.13), (0.02, 0.13)]
        shape = [(left + shift + dx * wide, y + dy) for dx, dy in fold]
        _lay(picture, shape, tint, furry=0.5)
        thread = painting.mixed(tint, rng.choice(((255, 255, 255), (150, 30, 40))), 0.7)
        draw = ImageDraw.Draw(picture)
        for stitch in range(22):
            start = (left + shift + (0.06 + stitch * 0.04) * wide) * SIZE[0]
            line = (y + 0.05 + 0.02 * (stitch % 2)) * SIZE[1]
            draw.line((start, line, start + 5, line), fill=thread, width=2)


def _pot(picture: Image.Image, color: Color, rng: Random) -> None:
    """One or two earthen pots with a neck and a painted band."""
    many = rng.randint(1, 2)
    for at in range(many):
        x, wide = 0.5 + (at - (many - 1) / 2) * 0.4, rng.uniform(0.14, 0.2)
        _shadow(picture, x, 0.88, wide)
        belly = [(-0.45, -1), (-0.6, -0.75), (-1, -0.1), (-0.7, 0.7), (0, 0.9), (0.7, 0.7)]
        belly += [(1, -0.1), (0.6, -0.75), (0.45, -1), (0.7, -1.15), (0, -1.1), (-0.7, -1.15)]
        _lay(picture, [(x + dx * wide, 0.66 + dy * 0.25) for dx, dy in belly], color, furry=0.5)
        band = painting.mixed(color, (250, 236, 210), 0.6)
        draw = ImageDraw.Draw(picture)
        for dot in range(-4, 5):
            center = ((x + dot * wide * 0.2) * SIZE[0], (0.6 + 0.003 * dot * dot) * SIZE[1])
            draw.ellipse((center[0] - 3, center[1] - 3, center[0] + 3, center[1] + 3), fill=band)


def _basket(picture: Image.Image, color: Color, rng: Random) -> None:
    """A woven basket with round things in it."""
    x, wide = rng.uniform(0.42, 0.58), rng.uniform(0.24, 0.31)
    _shadow(picture, x, 0.9, wide)
    for _ in range(rng.randint(9, 16)):
        dx, size = rng.uniform(-0.75, 0.75), rng.uniform(0.045, 0.075)
        dy = rng.uniform(-0.1, 0.1) * (1 - abs(dx))
        around = [(-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0, 1)]
        around.append((-0.7, 0.7))
        shape = [(x + dx * wide + px * size, 0.5 + dy + py * size * 1.3) for px, py in around]
        shade = painting.mixed(color, (255, 255, 240), rng.uniform(0, 0.25))
        _lay(picture, shape, shade, furry=0.3)
    bowl = [(-1, -0.1), (-0.85, 0.6), (-0.5, 1), (0.5, 1), (0.85, 0.6), (1, -0.1), (0, 0.06)]
    _lay(picture, [(x + dx * wide, 0.58 + dy * 0.3) for dx, dy in bowl], STRAW, furry=0.5)
    draw = ImageDraw.Draw(picture)
    dark = painting.mixed(STRAW, (60, 40, 20), 0.5)
    for row in range(5):
        y = (0.62 + row * 0.05) * SIZE[1]
        for cell in range(14):
            start = (x - wide * 0.86 + wide * 1.72 * (cell + 0.5 * (row % 2)) / 14) * SIZE[0]
            draw.line((start, y, start + 9, y), fill=dark, width=2)


BRUSHES: Mapping[str, Brush] = {
    "sack": _sack,
    "jar": _jar,
    "fish": _fish,
    "wheel": _wheel,
    "cloth": _cloth,
    "pot": _pot,
    "basket": _basket,
}


def _speckle(
    picture: Image.Image, area: tuple[float, float, float, float], color: Color, rng: Random
) -> None:
    """Strew grains over an area (middle, and half its width and height)."""
    draw = ImageDraw.Draw(picture)
    x, y, wide, high = area
    for _ in range(160):
        px, py = (x + rng.gauss(0, 0.4) * wide) * SIZE[0], (y + rng.gauss(0, 0.4) * high) * SIZE[1]
        tint = painting.mixed(color, rng.choice(((255, 255, 250), (70, 50, 30))), 0.35)
        draw.ellipse((px - 2, py - 1, px + 2, py + 1), fill=tint)


def _shadow(picture: Image.Image, x: float, y: float, half: float) -> None:
    width, height = SIZE
    left, right = (x - half * 1.15) * width, (x + half * 1.3) * width
    box = (left, (y - 0.05) * height, right, (y + 0.05) * height)
    picture.paste(painting.shadow(picture, box))


def _lay(picture: Image.Image, points: list[Point], color: Color, *, furry: float) -> None:
    width, height = SIZE
    mask = Image.new("L", SIZE)
    outline = [(x * width, y * height) for x, y in painting.smooth(points)]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(1))
    box = mask.getbbox()
    if box is not None:
        part = mask.crop(box)
        picture.paste(painting.shaded(part, color, furry=furry), box[:2], part)
