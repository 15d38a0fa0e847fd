"""What a file is called, and what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import keys
from storage.sniff import Form, form_of, second_form

JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 60


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (JPEG, Form.JPEG),
        (b"\x89PNG\r\n\x1a\n\x00", Form.PNG),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", Form.WEBP),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", Form.UNKNOWN),
        (b"\x00\x00\x00\x1cftypavif", Form.AVIF),
        (b"\x00\x00\x00\x1cftypheic", Form.HEIC),
        (b"\x00\x00\x00\x1cftypisom", Form.MP4),
        (b"\x1a\x45\xdf\xa3\x01", Form.WEBM),
        (b"GIF89a=1/*", Form.GIF),
        (b"%PDF-1.7\n", Form.PDF),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", Form.MARKUP),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE html>", Form.MARKUP),
        (b"PK\x03\x04", Form.ARCHIVE),
        (b"MZ\x90", Form.PROGRAM),
        (b"", Form.UNKNOWN),
        (b"hello", Form.UNKNOWN),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head: bytes, form: Form):
    assert form_of(head) is form


@pytest.mark.parametrize(
    ("contents", "form"),
    [
        (JPEG, None),
        (JPEG + b"ftypmp42 a short film behind a photo", None),
        (JPEG + b"<ScRipt>alert(1)</sCript>", Form.MARKUP),
        (JPEG + b"<SVG/onload=alert(1)>", Form.MARKUP),
        (JPEG + b"\x81<sVg\xf3 as chance has it in a photo", None),
        (JPEG + b"<?php system($_GET[0]); ?>", Form.MARKUP),
        (JPEG[:20] + b"%PDF-1.4" + JPEG, Form.PDF),
        (JPEG + b"PK\x05\x06" + b"\x00" * 18, Form.ARCHIVE),
        (b"%PDF-1.7\n%%EOF", None),
    ],
)
def test_a_file_that_is_two_things_is_seen(contents: bytes, form: Form | None):
    assert second_form(contents) is form


@given(st.binary(max_size=2_000))
def test_any_bytes_are_something(contents: bytes):
    assert form_of(contents[:1024]) in Form
    assert second_form(contents) in (*Form, None)


def test_a_name_says_what_is_in_it_and_only_such_names_are_taken():
    name = keys.name_of(b"cow", "avif", width=480)

    assert name == "beb134754910a4b4790c69ab17d3975221f4c534b70c8d6e82b30c165e8c0c09"[:32] + (
        "-480.avif"
    )
    assert keys.is_name(name) and keys.is_name(keys.name_of(b"paper", "pdf"))
    for bad in ("", "../x", f"{name}/", f"{name}\n", "A" * 32 + ".webp", "cow.webp", f"../{name}"):
        assert not keys.is_name(bad)
    assert keys.name_of(b"cow", "avif", width=480) != keys.name_of(b"ox", "avif", width=480)


def test_the_folders_of_two_numbers_do_not_begin_alike():
    assert not keys.public_folder(12).startswith(keys.public_folder(1))
    assert keys.incoming(1, "word").startswith(keys.incoming_folder(1))
    assert keys.private(1, "x").startswith(keys.private_folder(1))
    assert keys.public(1, "x").startswith(keys.public_folder(1))
