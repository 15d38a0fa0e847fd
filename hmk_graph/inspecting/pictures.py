"""Photos: decoded whole, turned upright, and written anew without a word of what came with them."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from hmk_graph.inspecting.findings import Fault, Findings, Made, Refused

# rules.md 2.10. A phone's largest; it is also what the memory limit of the child was measured with.
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000
SHORTEST_SIDE = 64
WIDTHS = (160, 480, 960, 1600)
# A paper has to be read: one size, and a little better.
PAPER_WIDTHS = (2000,)
PLACEHOLDER_WIDTH = 16
FORMS: dict[str, dict[str, Any]] = {
    "WEBP": {"format": "WEBP", "method": 4},
    "AVIF": {"format": "AVIF", "speed": 7, "max_threads": 1},
}
# Tried in turn until a picture is light enough; the last is taken as it comes.
QUALITIES = {"WEBP": (74, 48), "AVIF": (56, 40)}
PAPER_QUALITIES = {"WEBP": (84,)}
# What a picture may weigh on the way to a phone (web.md 5): in lists, and large.
LIGHT_UNTIL = 480
LIGHT_BYTES, LARGE_BYTES = 40_000, 120_000
PILLOWS_NAMES = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/avif": "AVIF",
}
ORIENTATION = 0x0112
HASH_SIDE = 8
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
)
"""What Pillow raises for a file that is not what it began as."""

# Our own limit is told from a broken file; Pillow's would only warn.
Image.MAX_IMAGE_PIXELS = None


def photo(contents: bytes, content_type: str) -> Findings:
    """Make a photo's public sizes.

    Raises:
        Refused: It is no single, whole picture of a bearable size.
    """
    picture, size = decoded(contents, content_type)
    return shown(picture, size)


def shown(picture: Image.Image, size: tuple[int, int]) -> Findings:
    """Make the public sizes of an upright RGB picture; `size` is that of its original."""
    color, placeholder = _color(picture), _placeholder(picture)
    rows, columns = perceptual_hash(picture)
    return Findings(
        files=tuple(_sizes(picture, WIDTHS, QUALITIES)),
        width=size[0],
        height=size[1],
        placeholder=placeholder,
        color=color,
        hash_rows=rows,
        hash_columns=columns,
    )


def paper_photo(contents: bytes, content_type: str) -> Findings:
    """Make the one size of a photographed paper.

    Raises:
        Refused: As `photo` says.
    """
    picture, size = decoded(contents, content_type, widest=PAPER_WIDTHS[-1])
    made = tuple(_sizes(picture, PAPER_WIDTHS, PAPER_QUALITIES))
    return Findings(files=made, width=size[0], height=size[1], pages=1)


def decoded(
    contents: bytes, content_type: str, *, widest: int = WIDTHS[-1]
) -> tuple[Image.Image, tuple[int, int]]:
    """Return an upright RGB picture at most `widest` wide, and the size of its original.

    All of the file is decoded. Of a JPEG the decoder itself makes the picture smaller, so that
    forty megapixels never lie in memory.
    """
    try:
        with Image.open(io.BytesIO(contents), formats=[PILLOWS_NAMES[content_type]]) as opened:
            _need_bearable(opened)
            turned = opened.getexif().get(ORIENTATION, 1)
            size = (opened.height, opened.width) if turned in (5, 6, 7, 8) else opened.size
            # Wide enough either way round.
            opened.draft("RGB", (widest, widest))
            opened.load()
            picture = _smaller(opened, widest, lying=turned in (5, 6, 7, 8))
            picture = _in_srgb(picture, opened.info.get("icc_profile"))
            return _upright(picture, turned), size
    except (UnidentifiedImageError, *BROKEN) as error:
        raise Refused(Fault.UNREADABLE) from error


def _need_bearable(opened: Image.Image) -> None:
    if opened.width * opened.height > MOST_PIXELS or max(opened.size) > LONGEST_SIDE:
        raise Refused(Fault.TOO_MANY_PIXELS)
    if min(opened.size) < SHORTEST_SIDE:
        raise Refused(Fault.TOO_SMALL)
    if getattr(opened, "n_frames", 1) > 1 and opened.format != "MPO":
        raise Refused(Fault.ANIMATED)


def _smaller(opened: Image.Image, widest: int, *, lying: bool) -> Image.Image:
    across = opened.height if lying else opened.width
    picture: Image.Image = opened
    if picture.mode in ("P", "1", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif picture.mode.startswith("I"):
        # Sixteen bits of gray: Pillow's own conversion would clip instead of scale.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if across > widest:
        share = widest / across
        size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
        picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if picture.mode in ("RGBA", "LA"):
        # What is see-through becomes white: a page may be light or dark.
        alpha = picture.convert("RGBA")
        ground = Image.new("RGB", alpha.size, "white")
        ground.paste(alpha, mask=alpha.getchannel("A"))
        return ground
    return picture


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in the colors that every screen assumes; the profile itself is dropped."""
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if turned is not None:
                return turned
        except (ImageCms.PyCMSError, *BROKEN):
            pass  # a broken profile: the colors are then as they come
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _upright(picture: Image.Image, turned: int) -> Image.Image:
    picture.getexif()[ORIENTATION] = turned
    upright = ImageOps.exif_transpose(picture)
    # A fresh picture: nothing of what came with the file hangs on it any more.
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    return clean


def _sizes(
    picture: Image.Image, widths: Sequence[int], qualities: Mapping[str, Sequence[int]]
) -> Iterator[Made]:
    # Nothing is blown up: of a small photo the largest size is its own.
    fit = [width for width in widths if width < picture.width]
    for width in [*fit, min(picture.width, widths[-1])]:
        height = max(1, round(picture.height * width / picture.width))
        sized = picture
        if width < picture.width:
            sized = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        for form, steps in qualities.items():
            name = form.lower()
            yield Made(
                extension=name,
                content_type=f"image/{name}",
                contents=_written(sized, form, steps),
                width=width,
                height=height,
            )


def _written(picture: Image.Image, form: str, steps: Sequence[int]) -> bytes:
    """Write a picture as well as its weight allows."""
    most = LIGHT_BYTES if picture.width <= LIGHT_UNTIL else LARGE_BYTES
    contents = b""
    for quality in steps:
        written = io.BytesIO()
        picture.save(written, quality=quality, **FORMS[form])
        contents = written.getvalue()
        if len(contents) <= most:
            break
    return contents


def _placeholder(picture: Image.Image) -> str:
    height = max(1, round(picture.height * PLACEHOLDER_WIDTH / picture.width))
    tiny = picture.resize((PLACEHOLDER_WIDTH, min(height, 32)), Image.Resampling.BOX)
    written = io.BytesIO()
    tiny.save(written, format="WEBP", quality=30, method=6)
    return "data:image/webp;base64," + base64.b64encode(written.getvalue()).decode()


def _color(picture: Image.Image) -> str:
    """Return the color that covers most of the picture, among eight."""
    few = picture.resize((64, 64), Image.Resampling.BOX).quantize(8)
    counts = few.histogram()[:8]
    start = counts.index(max(counts)) * 3
    red, green, blue = (few.getpalette() or [0] * 24)[start : start + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def perceptual_hash(picture: Image.Image) -> tuple[int, int]:
    """Return two signed numbers of 64 bits that stay alike when a photo is resized or re-encoded.

    The difference hash (Krawetz 2013), once along rows and once along columns: each bit says
    whether a ninth of the picture is brighter than its neighbor.
    """
    gray = picture.convert("L")
    side = HASH_SIDE
    across = gray.resize((side + 1, side), Image.Resampling.BOX).tobytes()
    down = gray.resize((side, side + 1), Image.Resampling.BOX).tobytes()
    rows = [
        across[y * (side + 1) + x] > across[y * (side + 1) + x + 1]
        for y in range(side)
        for x in range(side)
    ]
    columns = [
        down[y * side + x] > down[(y + 1) * side + x] for y in range(side) for x in range(side)
    ]
    return _signed(rows), _signed(columns)


def _signed(bits: Sequence[bool]) -> int:
    number = sum(1 << place for place, bit in enumerate(bits) if bit)
    return number - (1 << 64) if number >= 1 << 63 else number
