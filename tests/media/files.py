"""Files as rows and as bytes: what phones send, and what they should not."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import timedelta
from itertools import count
from typing import Any

import av
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from hmk_graph.accounts.models import Account
from hmk_graph.media import portraying
from hmk_graph.media.attaching import Picture
from hmk_graph.media.models import Media, MediaKind, MediaState
from tests.factories import NOON, at

NUMBERS = count(1)
GPS = (24.0, 26.0, 12.0)
PNG_MARK = b"\x89PNG\r\n\x1a\n"


async def media(owner: Account, kind: MediaKind = MediaKind.PHOTO, **columns: Any) -> Media:
    """Write down a file that was announced at NOON."""
    usual: dict[str, Any] = {
        "content_type": "video/mp4" if kind is MediaKind.VIDEO else "image/jpeg",
        "size": 1_000,
        "word": f"{next(NUMBERS):032x}",
        "requested_at": NOON,
        "upload_ends_at": NOON + timedelta(minutes=10),
    }
    return await Media.create(owner=owner, kind=kind, **{**usual, **columns})


async def ready(owner: Account, kind: MediaKind = MediaKind.PHOTO, **columns: Any) -> Media:
    """Write down a file that was checked at NOON; there is nothing in the store."""
    usual: dict[str, Any] = {
        "state": MediaState.READY,
        "files": [
            {"name": f"{width:032x}-{width}.{form}", "type": f"image/{form}", "bytes": width}
            | {"width": width, "height": width * 3 // 4}
            for width in (160, 480)
            for form in ("webp", "avif")
        ],
        "checked_at": NOON,
        "loose_since": NOON,
        "width": 480,
        "height": 360,
    }
    return await media(owner, kind, **{**usual, **columns})


async def show(person: Account, *kinds: MediaKind) -> None:
    """Have a person show papers of these kinds, and no others."""
    papers = [await ready(person, kind) for kind in kinds]
    pictures = [Picture(media_id=paper.id) for paper in papers]
    await portraying.set_papers(person.id, pictures, clock=at(NOON))


def picture(
    size: tuple[int, int] = (640, 480), *, spot: tuple[int, int, int] = (150, 60, 30)
) -> Image.Image:
    """Draw a picture with a light and a dark half, and a spot."""
    drawn = Image.linear_gradient("L").rotate(90).resize(size).convert("RGB")
    width, height = size
    ImageDraw.Draw(drawn).ellipse((width * 0.2, height * 0.3, width * 0.6, height * 0.8), fill=spot)
    return drawn


def written(drawn: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """Write a picture in a form."""
    into = io.BytesIO()
    drawn.save(into, form, **options)
    return into.getvalue()


def photo(size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    """Return a JPEG."""
    return written(picture(size), quality=88, **options)


def located(size: tuple[int, int] = (640, 480), *, turned: int = 6) -> bytes:
    """Return a JPEG that says where it was taken and who took it, and lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x013B] = "Secret Photographer"
    exif[0x010F] = "Secret Phone"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", GPS, "E", (90.0, 57.0, 3.0)
    return photo(size, exif=exif, comment=b"Secret comment")


def telling(form: str) -> bytes:
    """Return a picture of any form that says in EXIF and in XMP where it was taken."""
    exif = Image.Exif()
    exif[0x013B] = "Secret Photographer"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", GPS, "E", (90.0, 57.0, 3.0)
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>Secret</x:xmpmeta>'
    if form != "PNG":
        return written(picture(), form, exif=exif, xmp=xmp)
    words = PngInfo()
    words.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=True)
    words.add_text("Comment", "Secret comment", zip=True)
    return written(picture(), form, exif=exif, pnginfo=words)


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


def wordy() -> bytes:
    """Return a PNG with a comment that is small to send and two hundred megabytes to read."""
    plain = written(picture(), "PNG")
    words = b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)
    head = len(PNG_MARK) + 25
    return plain[:head] + chunk(b"zTXt", words) + plain[head:]


def jpeg_claiming(width: int, height: int) -> bytes:
    """Return a JPEG whose frame header (SOF0, ITU T.81 B.2.2) promises any number of pixels."""
    honest = photo()
    size_at = honest.index(b"\xff\xc0") + 5
    return honest[:size_at] + struct.pack(">HH", height, width) + honest[size_at + 4 :]


def claiming(width: int, height: int) -> bytes:
    """Return a PNG of some hundred bytes whose head promises any number of pixels."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 10_000, 9)
    return PNG_MARK + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def moving(form: str = "WEBP", frames: int = 500) -> bytes:
    """Return a picture of many frames: small to send, large to show."""
    first, *rest = [Image.new("RGB", (400, 400), (n % 256, 0, 90)) for n in range(frames)]
    return written(first, form, save_all=True, append_images=rest)


def gif_that_is_a_script() -> bytes:
    """Return what is a GIF to a browser and a script to an interpreter."""
    return b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(document.cookie)//"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"


def film(
    seconds: float = 2.0,
    *,
    codec: str = "libx264",
    form: str = "mp4",
    size: tuple[int, int] = (320, 240),
) -> bytes:
    """Return a video that says where it was taken."""
    into = io.BytesIO()
    with av.open(into, "w", format=form) as container:
        container.metadata["location"] = "+24.4367+090.9508/"
        container.metadata["title"] = "Secret title"
        stream = container.add_stream(codec, rate=5)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        for number in range(round(seconds * 5)):
            drawn = picture(size, spot=(number * 7 % 256, 80, 40))
            for packet in stream.encode(av.VideoFrame.from_image(drawn)):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return into.getvalue()


def pdf(
    pages: int = 1,
    *,
    script: bool = False,
    locked: bool = False,
    parcel: bool = False,
    link: str = "",
) -> bytes:
    """Return a paper; one that does more than lie there, if asked.

    `link` is an action of the kind that hangs on a place of its first page.
    """
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 300)
    if script:
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject(
            {
                NameObject("/S"): NameObject("/JavaScript"),
                NameObject("/JS"): TextStringObject("app.alert(1)"),
            }
        )
    if link:
        action = DictionaryObject(
            {
                NameObject("/S"): NameObject(link),
                NameObject("/F"): TextStringObject("program.exe"),
                NameObject("/URI"): TextStringObject("https://example.org/"),
            }
        )
        place = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 200, 300)]),
                NameObject("/A"): action,
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([place])
    if parcel:
        writer.add_attachment("program.exe", b"MZ")
    if locked:
        writer.encrypt("word")
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()
