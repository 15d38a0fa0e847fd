"""A child with limits looks into each file: what is taken is made anew, the rest is refused."""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from hmk_graph.inspecting import child, confining, findings, pictures
from hmk_graph.inspecting.confining import inspect
from hmk_graph.inspecting.findings import Fault, Findings, Made, Refused
from hmk_graph.media import rules
from tests.media import files


async def fault(contents: bytes, content_type: str, *, private: bool = False) -> Fault | None:
    try:
        await inspect(contents, content_type, private=private)
    except Refused as refused:
        return refused.fault
    return None


def opened(made: Made) -> Image.Image:
    return Image.open(io.BytesIO(made.contents))


async def test_a_photo_is_made_anew_in_all_sizes_upright_and_without_a_word_of_its_origin():
    found = await inspect(files.located((2400, 1800)), "image/jpeg", private=False)

    # It lay on its side: it is 1800 wide as it is looked at.
    assert (found.width, found.height) == (1800, 2400)
    assert [(made.content_type, made.width, made.height) for made in found.files] == [
        (f"image/{form}", *size)
        for size in ((160, 213), (480, 640), (960, 1280), (1600, 2133))
        for form in ("webp", "avif")
    ]
    for made in found.files:
        picture = opened(made)
        assert picture.size == (made.width, made.height)
        assert dict(picture.getexif()) == {}
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(picture.info)
        assert b"Secret" not in made.contents
    assert found.placeholder.startswith("data:image/webp;base64,")
    assert len(found.placeholder) < 400
    assert len(found.color) == 7


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF", "JPEG"])
async def test_each_form_of_photo_is_taken(form: str):
    found = await inspect(
        files.written(files.picture(), form), f"image/{form.lower()}", private=False
    )

    assert {made.width for made in found.files} == {160, 480, 640}
    assert found.hash_rows is not None


@pytest.mark.parametrize("mode", ["CMYK", "L", "LA", "RGBA", "P", "I;16", "1"])
async def test_a_photo_may_have_its_colors_in_any_way(mode: str):
    form = "JPEG" if mode == "CMYK" else "PNG"
    drawn = Image.new(mode, (200, 100)) if mode == "I;16" else files.picture().convert(mode)

    found = await inspect(files.written(drawn, form), f"image/{form.lower()}", private=False)

    assert opened(found.files[0]).mode == "RGB"


@pytest.mark.parametrize("form", ["WEBP", "PNG", "AVIF", "JPEG"])
async def test_no_form_of_photo_keeps_where_it_was_taken(form: str):
    contents = files.telling(form)
    assert Image.open(io.BytesIO(contents)).getexif().get_ifd(0x8825)

    found = await inspect(contents, f"image/{form.lower()}", private=False)

    for made in found.files:
        picture = opened(made)
        assert dict(picture.getexif()) == {}
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(picture.info)
        assert b"Secret" not in made.contents


HOSTILE: list[tuple[str, bytes, str, Fault]] = [
    ("SVG as a photo", files.SVG, "image/jpeg", Fault.NOT_WHAT_IT_SAYS),
    ("HTML as a photo", files.HTML, "image/jpeg", Fault.NOT_WHAT_IT_SAYS),
    ("a PNG renamed", files.written(files.picture(), "PNG"), "image/jpeg", Fault.NOT_WHAT_IT_SAYS),
    ("a GIF and script", files.gif_that_is_a_script(), "image/png", Fault.NOT_WHAT_IT_SAYS),
    ("a photo cut off", files.photo()[:-4_000], "image/jpeg", Fault.UNREADABLE),
    ("a PNG cut off", files.written(files.picture(), "PNG")[:-200], "image/png", Fault.UNREADABLE),
    ("only a photo's head", b"\xff\xd8\xff\xe0" + b"\0" * 500, "image/jpeg", Fault.UNREADABLE),
    ("50 000 x 50 000 pixels", files.claiming(50_000, 50_000), "image/png", Fault.TOO_MANY_PIXELS),
    (
        "a JPEG of 50 000 x 50 000 pixels",
        files.jpeg_claiming(50_000, 50_000),
        "image/jpeg",
        Fault.TOO_MANY_PIXELS,
    ),
    ("a bomb of words", files.wordy(), "image/png", Fault.UNREADABLE),
    (
        "an AVIF cut off",
        files.written(files.picture(), "AVIF")[:-400],
        "image/avif",
        Fault.UNREADABLE,
    ),
    (
        "a WebP cut off",
        files.written(files.picture(), "WEBP")[:-400],
        "image/webp",
        Fault.UNREADABLE,
    ),
    ("a HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 500, "image/avif", Fault.NOT_WHAT_IT_SAYS),
    (
        "a HEIC that says it is AVIF",
        b"\0\0\0\x18ftypavif" + b"\0" * 500,
        "image/avif",
        Fault.UNREADABLE,
    ),
    ("a ribbon", files.claiming(40_000, 900), "image/png", Fault.TOO_MANY_PIXELS),
    ("just over 40 MP", files.claiming(8_001, 5_000), "image/png", Fault.TOO_MANY_PIXELS),
    ("promised pixels", files.claiming(8_000, 5_000), "image/png", Fault.UNREADABLE),
    ("an animated bomb", files.moving(), "image/webp", Fault.ANIMATED),
    ("an animated AVIF", files.moving("AVIF", 20), "image/avif", Fault.ANIMATED),
    ("an animated PNG", files.moving("PNG", 30), "image/png", Fault.ANIMATED),
    ("a dot", files.photo((40, 40)), "image/jpeg", Fault.TOO_SMALL),
    ("a photo and script", files.photo() + files.HTML, "image/jpeg", Fault.TWO_FORMS),
    ("a script in a comment", files.photo(comment=b"<script>"), "image/jpeg", Fault.TWO_FORMS),
    ("a photo and paper", files.photo(comment=b"%PDF-1.4"), "image/jpeg", Fault.TWO_FORMS),
    ("a photo and archive", files.photo() + b"PK\5\6" + b"\0" * 18, "image/jpeg", Fault.TWO_FORMS),
    ("a long film", files.film(61), "video/mp4", Fault.TOO_LONG),
    ("an old codec", files.film(codec="mpeg4"), "video/mp4", Fault.CODEC),
    ("a codec of another box", files.film(codec="libvpx-vp9"), "video/mp4", Fault.CODEC),
    ("a film cut off", files.film()[:3_000], "video/mp4", Fault.UNREADABLE),
    ("a film renamed", files.film(), "video/webm", Fault.NOT_WHAT_IT_SAYS),
    ("a small film", files.film(size=(48, 48)), "video/mp4", Fault.TOO_SMALL),
    ("a paper with a script", files.pdf(script=True), "application/pdf", Fault.ACTIVE),
    ("a paper that starts a program", files.pdf(link="/Launch"), "application/pdf", Fault.ACTIVE),
    ("a paper that sends a form", files.pdf(link="/SubmitForm"), "application/pdf", Fault.ACTIVE),
    ("a paper with a parcel", files.pdf(parcel=True), "application/pdf", Fault.ACTIVE),
    ("a locked paper", files.pdf(locked=True), "application/pdf", Fault.ENCRYPTED),
    ("a long paper", files.pdf(51), "application/pdf", Fault.TOO_MANY_PAGES),
    ("a paper cut off", files.pdf()[:-60], "application/pdf", Fault.UNREADABLE),
    ("a paper's head", b"%PDF-1.7\n%%EOF", "application/pdf", Fault.UNREADABLE),
]


@pytest.mark.parametrize(
    ("contents", "content_type", "expected"),
    [pytest.param(*each[1:], id=each[0]) for each in HOSTILE],
)
async def test_a_hostile_file_is_refused_by_name(
    contents: bytes, content_type: str, expected: Fault
):
    assert await fault(contents, content_type) == expected
    if content_type not in rules.FILMS:
        assert await fault(contents, content_type, private=True) == expected


@pytest.mark.parametrize("form", ["mp4", "webm"])
async def test_a_film_is_packed_anew_and_has_a_poster(form: str):
    codec = "libx264" if form == "mp4" else "libvpx-vp9"

    found = await inspect(files.film(codec=codec, form=form), f"video/{form}", private=False)

    film, *poster = found.files
    assert (found.width, found.height, film.content_type) == (320, 240, f"video/{form}")
    assert abs((found.duration_ms or 0) - 2_000) <= 200
    assert b"Secret" not in film.contents
    assert b"24.4367" not in film.contents
    assert {(made.content_type, made.width) for made in poster} == {
        (f"image/{kind}", width) for kind in ("webp", "avif") for width in (160, 320)
    }
    # What was made is itself taken.
    assert await fault(film.contents, f"video/{form}") is None


async def test_a_film_of_a_telephone_comes_by_another_name():
    assert await fault(files.film(), "video/quicktime") is None


async def test_a_paper_is_kept_as_it_came_and_a_photographed_one_is_made_anew():
    paper = files.pdf(3, link="/URI")

    kept = await inspect(paper, "application/pdf", private=True)
    photographed = await inspect(files.located(), "image/jpeg", private=True)

    assert [(made.extension, made.contents == paper) for made in kept.files] == [("pdf", True)]
    assert kept.pages == 3
    [made] = photographed.files
    assert (made.extension, made.width, photographed.hash_rows) == ("webp", 480, None)
    assert b"Secret" not in made.contents


async def test_a_child_that_takes_too_long_is_ended():
    before = children()

    with pytest.raises(Refused) as refused:
        await inspect(files.photo(), "image/jpeg", private=False, patience_s=0.001)

    assert refused.value.fault is Fault.TOO_HEAVY
    assert children() == before


async def test_a_child_ends_when_we_stop_waiting():
    before = children()
    task = asyncio.create_task(inspect(files.photo((6000, 4000)), "image/jpeg", private=False))
    while not children() - before:
        await asyncio.sleep(0.01)

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert children() == before


def children() -> set[int]:
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            told = (entry / "cmdline").read_bytes().split(b"\0")
            parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
            if b"hmk_graph.inspecting.child" in told and int(parent) == os.getpid():
                found.add(int(entry.name))
    return found


def test_a_child_can_neither_take_more_memory_than_its_limit_nor_write_files(tmp_path: Path):
    program = (
        "from hmk_graph.inspecting import child\n"
        "import signal, sys\n"
        "child.confine('image/png')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try: bytearray(child.ADDRESS_SPACE['image'])\n"
        "except MemoryError: print('no memory')\n"
        "try: open(sys.argv[1], 'w').write('x')\n"
        "except OSError: print('no files')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "written"],
        cwd=confining.SOURCES,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stdout.splitlines()[0] == "no memory"
    assert (tmp_path / "written").stat().st_size == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_spoiled_file_is_refused_and_breaks_nothing(data: st.DataObject):
    contents, content_type = data.draw(st.sampled_from(SPOILABLE))
    spoiled = bytearray(contents)
    for place in data.draw(st.lists(st.integers(0, len(spoiled) - 1), min_size=1, max_size=20)):
        spoiled[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(spoiled)))

    with suppress(Refused):
        child.look(bytes(spoiled[:end]), content_type, private=False)


SPOILABLE = [
    (files.photo((120, 90)), "image/jpeg"),
    (files.written(files.picture((120, 90)), "PNG"), "image/png"),
    (files.written(files.picture((120, 90)), "WEBP"), "image/webp"),
    (files.film(0.4, size=(96, 64)), "video/mp4"),
    (files.pdf(2), "application/pdf"),
]


def test_an_outcome_survives_the_wire():
    made = Made(extension="webp", content_type="image/webp", contents=b"\n\0\n", width=1, height=2)
    paper = Made(extension="pdf", content_type="application/pdf", contents=b"%PDF")
    found = Findings(files=(made, paper), width=1, height=2, hash_rows=-5, hash_columns=7)

    assert findings.read(findings.told(found)) == found
    with pytest.raises(Refused) as refused:
        findings.read(findings.told(Refused(Fault.CODEC)))
    assert refused.value.fault is Fault.CODEC
    with pytest.raises(ValueError, match="nothing"):
        findings.read(b"")


def test_a_photo_is_known_again_however_it_was_saved_and_another_is_not():
    cow, other = (
        files.picture((1600, 1200)),
        files.picture((1600, 1200)).transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    )
    own = pictures.perceptual_hash(cow)
    saved = [
        files.written(cow.resize((400, 300)), quality=40),
        files.written(cow.resize((1000, 750)), "WEBP", quality=50),
        files.written(cow.convert("L"), quality=70),
    ]

    for again in saved:
        theirs = pictures.perceptual_hash(Image.open(io.BytesIO(again)))
        assert rules.differing_bits(own, theirs) <= rules.LIKE_BITS
    assert rules.differing_bits(own, pictures.perceptual_hash(other)) > 3 * rules.LIKE_BITS
