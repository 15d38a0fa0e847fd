"""What a file truly is, by its own bytes; never by its name, and never by what was claimed."""

from __future__ import annotations

import re
from enum import StrEnum

# Enough for every mark below, and for the white space that may come before markup.
HEAD_BYTES = 1024
# The end of a ZIP's directory lies at most a comment (65 535 bytes) before the end of the file.
ZIP_TAIL_BYTES = 65_535 + 22


class Form(StrEnum):
    """What was recognized; the values are media types where there is one that we take."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    AVIF = "image/avif"
    HEIC = "image/heic"
    GIF = "image/gif"
    MP4 = "video/mp4"
    WEBM = "video/webm"
    PDF = "application/pdf"
    MARKUP = "markup"
    """HTML, SVG, XML: whatever begins with a tag."""
    ARCHIVE = "archive"
    PROGRAM = "program"
    UNKNOWN = "unknown"


_MARKS: tuple[tuple[bytes, Form], ...] = (
    (b"\xff\xd8\xff", Form.JPEG),
    (b"\x89PNG\r\n\x1a\n", Form.PNG),
    (b"GIF87a", Form.GIF),
    (b"GIF89a", Form.GIF),
    (b"%PDF-", Form.PDF),
    # Matroska too begins so; which of the two it is, the decoder says.
    (b"\x1a\x45\xdf\xa3", Form.WEBM),
    (b"PK\x03\x04", Form.ARCHIVE),
    (b"\x1f\x8b", Form.ARCHIVE),
    (b"Rar!", Form.ARCHIVE),
    (b"7z\xbc\xaf", Form.ARCHIVE),
    (b"MZ", Form.PROGRAM),
    (b"\x7fELF", Form.PROGRAM),
    (b"#!", Form.PROGRAM),
)
# ISO base media (ISO/IEC 14496-12): the brand stands after the box's length and `ftyp`.
_BRANDS = {
    **dict.fromkeys((b"avif", b"avis"), Form.AVIF),
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"mif1", b"msf1"), Form.HEIC),
}
# What a browser, an interpreter or a reader would find in a file that is something else as well.
# A tag's name ends with a space, `/` or `>`. Without asking for that, `<svg` in either case stands
# by chance in one of a hundred photos of five megabytes.
_MARKUP = re.compile(
    rb"<(?:script|html|svg|!doctype|iframe)[\s/>]|<\?php|javascript:", re.IGNORECASE
)


def form_of(head: bytes) -> Form:
    """Return what a file is, given its first HEAD_BYTES."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Form.WEBP
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], Form.MP4)
    for mark, form in _MARKS:
        if head.startswith(mark):
            return form
    if head.lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"<"):
        return Form.MARKUP
    return Form.UNKNOWN


def second_form(contents: bytes) -> Form | None:
    """Return what a whole file is beside what it begins as, or None if it is one thing only.

    Trailing bytes alone are no fault: phones hang a short film behind a photo. Markup anywhere, a
    PDF's mark among the first kilobyte (where readers look for it) or a ZIP's directory at the end
    are.
    """
    if _MARKUP.search(contents):
        return Form.MARKUP
    if b"%PDF-" in contents[1:HEAD_BYTES]:
        return Form.PDF
    if b"PK\x05\x06" in contents[-ZIP_TAIL_BYTES:]:
        return Form.ARCHIVE
    return None
