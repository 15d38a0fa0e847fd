"""Paints made-up people from the front: nobody is meant, and nobody's photo is used."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from hmk_graph.demo import painting
from hmk_graph.demo.painting import Color, Point

SIZE = (480, 480)
QUALITY = 88
SKINS: tuple[Color, ...] = ((168, 118, 82), (146, 98, 66), (188, 138, 100), (122, 80, 54))
CLOTHES: tuple[Color, ...] = (
    *((222, 218, 206), (70, 108, 92), (96, 116, 150), (150, 72, 66), (176, 150, 96)),
    *((110, 84, 116), (64, 70, 82)),
)
HAIRS: tuple[Color, ...] = ((30, 26, 26), (58, 48, 44), (120, 114, 110))
WALLS: tuple[Color, ...] = ((168, 180, 168), (196, 178, 148), (150, 164, 182), (186, 160, 150))


def painted(rng: Random, *, woman: bool) -> bytes:
    """Return a JPEG of a person; the same `rng` paints the same."""
    width, height = SIZE
    wall = rng.choice(WALLS)
    picture = painting.gradient(SIZE, painting.mixed(wall, (255, 255, 255), 0.3), wall)
    draw = ImageDraw.Draw(picture)
    for _ in range(rng.randint(2, 6)):
        x, wide = rng.uniform(0, width), rng.uniform(20, 120)
        tint = painting.mixed(wall, (60, 80, 60), rng.uniform(0.1, 0.5))
        draw.rectangle((x, rng.uniform(0, height), x + wide, height), fill=tint)
    picture = picture.filter(ImageFilter.GaussianBlur(14))
    skin, cloth, hair = rng.choice(SKINS), rng.choice(CLOTHES), rng.choice(HAIRS)
    middle, top = rng.uniform(0.45, 0.55), rng.uniform(0.2, 0.26)
    _lay(picture, _shoulders(middle), cloth)
    if woman:
        _lay(picture, _oval(middle, top + 0.2, 0.235, 0.3), painting.mixed(cloth, hair, 0.25))
    _lay(picture, _oval(middle, top + 0.42, 0.075, 0.14), painting.mixed(skin, (0, 0, 0), 0.2))
    if not woman:
        _lay(picture, _oval(middle, top + 0.13, 0.175, 0.17), hair)
    _lay(picture, _oval(middle, top + 0.22, 0.155, 0.21), skin)
    if not woman and rng.random() < 0.5:
        _lay(picture, _beard(middle, top), painting.mixed(hair, skin, 0.15))
    if not woman and rng.random() < 0.4:
        _lay(picture, _cap(middle, top), (232, 230, 222))
    _features(picture, middle, top, skin, hair)
    written = io.BytesIO()
    painting.grain(picture, 0.1).save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _lay(picture: Image.Image, mask: Image.Image, color: Color) -> None:
    box = mask.getbbox()
    if box is not None:
        part = mask.crop(box)
        picture.paste(painting.shaded(part, color, furry=0.12), box[:2], part)


def _curve(points: list[Point]) -> Image.Image:
    width, height = SIZE
    mask = Image.new("L", SIZE)
    outline = [(x * width, y * height) for x, y in painting.smooth(points)]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return mask.filter(ImageFilter.GaussianBlur(1.2))


def _oval(x: float, y: float, half_width: float, half_height: float) -> Image.Image:
    width, height = SIZE
    mask = Image.new("L", SIZE)
    box = (x - half_width, y - half_height, x + half_width, y + half_height)
    scaled = tuple(value * (width if at % 2 == 0 else height) for at, value in enumerate(box))
    ImageDraw.Draw(mask).ellipse((scaled[0], scaled[1], scaled[2], scaled[3]), fill=255)
    return mask.filter(ImageFilter.GaussianBlur(1.2))


def _shoulders(x: float) -> Image.Image:
    return _curve(
        [
            *((x - 0.1, 0.68), (x + 0.1, 0.68), (x + 0.3, 0.76), (x + 0.38, 0.9)),
            *((x + 0.4, 1.1), (x - 0.4, 1.1), (x - 0.38, 0.9), (x - 0.3, 0.76)),
        ]
    )


def _beard(x: float, top: float) -> Image.Image:
    upper = [(-0.15, 0.25), (-0.09, 0.31), (0.0, 0.315), (0.09, 0.31), (0.15, 0.25)]
    lower = [(0.13, 0.4), (0.0, 0.48), (-0.13, 0.4)]
    return _curve([(x + dx, top + dy) for dx, dy in upper + lower])


def _cap(x: float, top: float) -> Image.Image:
    rim = [(-0.16, 0.09), (-0.13, -0.03), (0.0, -0.07), (0.13, -0.03), (0.16, 0.09), (0.0, 0.06)]
    return _curve([(x + dx, top + dy) for dx, dy in rim])


def _features(picture: Image.Image, x: float, top: float, skin: Color, hair: Color) -> None:
    width, height = SIZE
    draw = ImageDraw.Draw(picture)
    dark = painting.mixed(skin, (20, 10, 8), 0.55)
    for side in (-1, 1):
        eye_x, eye_y = (x + side * 0.06) * width, (top + 0.2) * height
        draw.ellipse((eye_x - 12, eye_y - 6, eye_x + 12, eye_y + 6), fill=(238, 232, 224))
        draw.ellipse((eye_x - 5, eye_y - 6, eye_x + 5, eye_y + 5), fill=(34, 22, 18))
        draw.arc((eye_x - 14, eye_y - 8, eye_x + 14, eye_y + 10), 190, 350, fill=dark, width=3)
        brow = (eye_x - 17, eye_y - 24, eye_x + 17, eye_y + 2)
        draw.arc(brow, 210, 330, fill=painting.mixed(hair, skin, 0.2), width=6)
    nose = ((x - 0.026) * width, (top + 0.215) * height, (x + 0.026) * width, (top + 0.29) * height)
    draw.arc(nose, 20, 160, fill=dark, width=3)
    mouth = ((x - 0.06) * width, (top + 0.29) * height, (x + 0.06) * width, (top + 0.345) * height)
    draw.chord(mouth, 15, 165, fill=painting.mixed((150, 70, 66), skin, 0.35))
