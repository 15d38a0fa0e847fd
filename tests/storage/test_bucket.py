"""The store itself holds what is signed: who, what, how much, how long (a real S3 server)."""

from __future__ import annotations

import asyncio
import socket
from contextlib import aclosing
from dataclasses import replace
from urllib.parse import urlsplit

import httpx
import pytest

from storage.bucket import Bucket, StoreAddress, StoreDown

PHOTO = b"\xff\xd8\xff" + b"x" * 997
KEY = "incoming/1/word"
JPEG = {"content-type": "image/jpeg"}


async def signed(bucket: Bucket, *, expires_s: int = 60) -> str:
    return await bucket.sign_put(
        KEY, size=len(PHOTO), content_type="image/jpeg", expires_s=expires_s
    )


async def put(url: str, contents: bytes, headers: dict[str, str]) -> int:
    async with httpx.AsyncClient() as phone:
        return (await phone.put(url, content=contents, headers=headers)).status_code


async def test_what_is_signed_can_be_sent_and_sent_again(bucket: Bucket):
    url = await signed(bucket)

    assert [await put(url, PHOTO, JPEG) for _ in range(2)] == [200, 200]
    assert await bucket.size_of(KEY) == len(PHOTO)
    assert await bucket.read(KEY, most=3) == b"\xff\xd8\xff"


@pytest.mark.parametrize(
    ("what", "contents", "headers", "change"),
    [
        ("longer", PHOTO + b"x", JPEG, ("", "")),
        ("shorter", PHOTO[:-1], JPEG, ("", "")),
        ("another type", PHOTO, {"content-type": "text/html"}, ("", "")),
        ("no type", PHOTO, {}, ("", "")),
        ("another's key", PHOTO, JPEG, ("incoming/1/", "incoming/2/")),
        ("a public key", PHOTO, JPEG, ("incoming/1/", "public/1/")),
        ("a longer life", PHOTO, JPEG, ("X-Amz-Expires=60", "X-Amz-Expires=6000")),
        ("a wrong signature", PHOTO, JPEG, ("X-Amz-Signature=", "X-Amz-Signature=0")),
    ],
)
async def test_the_store_refuses_what_was_not_signed(
    bucket: Bucket, what: str, contents: bytes, headers: dict[str, str], change: tuple[str, str]
):
    url = (await signed(bucket)).replace(*change) if change[0] else await signed(bucket)

    assert await put(url, contents, headers) in (400, 403), what
    for key in (KEY, "incoming/2/word", "public/1/word"):
        assert await bucket.size_of(key) is None


async def test_the_store_refuses_what_came_too_late(bucket: Bucket):
    url = await signed(bucket, expires_s=1)
    # The store's clock is not ours to set: its whole seconds have to pass.
    await asyncio.sleep(2.1)

    assert await put(url, PHOTO, JPEG) in (400, 403)
    assert await bucket.size_of(KEY) is None


async def test_a_file_that_was_cut_off_is_not_there(bucket: Bucket):
    parts = urlsplit(await signed(bucket))
    head = (
        f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        f"Content-Type: image/jpeg\r\nContent-Length: {len(PHOTO)}\r\n\r\n"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as wire:
        wire.sendall(head.encode() + PHOTO[:500])
        wire.shutdown(socket.SHUT_WR)
        while wire.recv(1000):
            pass

    assert await bucket.size_of(KEY) is None


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE", "PUT"])
async def test_without_a_signature_nothing_is_read_written_or_removed(
    bucket: Bucket, store_address: StoreAddress, method: str
):
    await bucket.write("private/1/paper", b"secret", content_type="application/pdf", cache="no")
    url = f"{store_address.endpoint}/{store_address.bucket}/private/1/paper"
    async with httpx.AsyncClient() as anybody:
        answer = await anybody.request(method, url)

    # S3 says 403; rclone says 400, for a request without a signature is malformed to it.
    assert answer.status_code in (400, 403)
    assert b"secret" not in answer.content
    assert await bucket.read("private/1/paper", most=100) == b"secret"


async def test_a_wrong_secret_opens_nothing(bucket: Bucket, store_address: StoreAddress):
    await bucket.write("private/1/paper", b"secret", content_type="application/pdf", cache="no")

    async with Bucket.opened(replace(store_address, secret_key="guessed" * 6)) as other:
        with pytest.raises(StoreDown):
            await other.read("private/1/paper", most=100)


async def test_a_part_of_an_object_can_be_read(bucket: Bucket):
    await bucket.write("public/1/film", bytes(range(100)), content_type="video/mp4", cache="x")

    part = await bucket.open("public/1/film", span="bytes=10-19")

    assert part is not None
    assert (part.size, part.range) == (10, "bytes 10-19/100")
    async with aclosing(part.chunks) as chunks:
        assert b"".join([chunk async for chunk in chunks]) == bytes(range(10, 20))
    assert await bucket.open("public/1/none") is None


async def test_all_below_a_prefix_is_removed_and_nothing_beside_it(bucket: Bucket):
    for key in ("public/1/a", "public/1/b", "public/12/a", "private/1/a"):
        await bucket.write(key, b"x", content_type="image/webp", cache="x")

    assert await bucket.remove_below("public/1/") == 2
    assert await bucket.remove_below("public/1/") == 0
    assert [await bucket.size_of(key) for key in ("public/12/a", "private/1/a")] == [1, 1]


async def test_a_store_that_is_away_is_told_from_one_that_has_nothing(store_address: StoreAddress):
    async with Bucket.opened(replace(store_address, endpoint="http://127.0.0.1:9")) as away:
        # Signing asks nobody.
        assert await signed(away)
        with pytest.raises(StoreDown):
            await away.size_of(KEY)
        with pytest.raises(StoreDown):
            await away.write(KEY, b"x", content_type="image/webp", cache="x")


async def test_phones_are_given_the_public_address(store_address: StoreAddress):
    async with Bucket.opened(
        replace(store_address, public_url="https://haat.example.org")
    ) as bucket:
        url = await signed(bucket)

    assert url.startswith(f"https://haat.example.org/{store_address.bucket}/incoming/1/word?")
