"""The proxy as it is deployed, before a real store and a real web process: what it lets through."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import httpx
import pytest

from hmk_graph.media.models import MediaKind
from storage import keys
from storage.bucket import Bucket, StoreAddress
from tests.media import files
from tests.media.conftest import Sender
from tests.processes import Web
from tests.redis_servers import PrivateRedis

DEPLOYED = Path(__file__).parents[2] / "deploy" / "nginx.conf"
PHOTO = files.photo((500, 400))
JPEG = {"content-type": "image/jpeg"}

pytestmark = pytest.mark.skipif(
    shutil.which("nginx") is None,
    reason="nginx is not installed (apt-get install nginx-light): its file was read as text only",
)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def here(port: int, web: str, store: StoreAddress, folder: str) -> str:
    """Return the deployed configuration with the addresses of this machine, and nothing else."""
    text = DEPLOYED.read_text(encoding="utf-8")
    for deployed, ours in (
        ("listen 8080 ", f"listen 127.0.0.1:{port} "),
        # Docker's name server is not here; these addresses have no names.
        ("resolver 127.0.0.11 valid=5s ipv6=off;", ""),
        ("server web:8000 resolve ", f"server {web} "),
        ("http://s3:8333", store.endpoint),
        ("/hmk/", f"/{store.bucket}/"),
        (" /tmp/", f" {folder}/"),
    ):
        assert deployed in text, deployed
        text = text.replace(deployed, ours)
    return text


@contextmanager
def proxy(port: int, web: str, store: StoreAddress) -> Iterator[str]:
    """Run nginx; give its address."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "nginx.conf")
        file.write_text(here(port, web, store, folder), encoding="utf-8")
        # Beside its own user nginx could not enter the folder.
        said = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
        words = ["nginx", "-c", str(file), "-e", "/dev/stderr", "-g"]
        subprocess.run([*words, said, "-t", "-q"], check=True)
        running = subprocess.Popen([*words, said])
        try:
            url = f"http://127.0.0.1:{port}"
            with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as asking:
                assert asking.get(f"{url}/proxyz").text == "ok\n"
            yield url
        finally:
            running.terminate()
            running.wait()


@dataclass
class Deployed:
    """All of it: a person's phone that knows the proxy alone, and what stands behind."""

    sender: Sender
    url: str
    web: Web


@pytest.fixture
async def deployed(
    db: str, sender: Sender, store_address: StoreAddress, redis: PrivateRedis
) -> AsyncIterator[Deployed]:
    port = free_port()
    behind = {
        "HMK_S3_ENDPOINT": store_address.endpoint,
        "HMK_S3_BUCKET": store_address.bucket,
        "HMK_S3_ACCESS_KEY": store_address.access_key,
        "HMK_S3_SECRET_KEY": store_address.secret_key,
    }
    with (
        Web(database_url=db, redis_url=redis.url, **behind) as web,
        proxy(port, urlsplit(web.url).netloc, store_address) as url,
    ):
        async with Bucket.opened(replace(store_address, public_url=url)) as bucket:
            sender.store = type(sender.store)(bucket)
            yield Deployed(sender, url, web)


async def test_a_photo_goes_in_and_out_by_the_proxy_and_is_kept_there(deployed: Deployed):
    media = await deployed.sender.sent_and_scanned(PHOTO)
    name = media.files[0]["name"]
    async with httpx.AsyncClient(base_url=deployed.url) as anybody:
        first = await anybody.get(f"/media/{media.id}/{name}")
        deployed.web.kill()
        again = await anybody.get(f"/media/{media.id}/{name}?another")
        part = await anybody.get(f"/media/{media.id}/{name}", headers={"range": "bytes=0-3"})

    assert [answer.status_code for answer in (first, again, part)] == [200, 200, 206]
    assert first.content == again.content
    assert part.content == first.content[:4]
    assert again.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_who_is_nobody_reads_nothing_private_by_any_way_that_is_open_to_the_street(
    deployed: Deployed, store_address: StoreAddress
):
    paper = await deployed.sender.sent_and_scanned(
        files.pdf(), "application/pdf", MediaKind.IDENTITY
    )
    name = paper.files[0]["name"]
    key = keys.private(paper.id, name)
    async with httpx.AsyncClient() as anybody:
        by_proxy = {
            path: (await anybody.get(f"{deployed.url}{path}")).status_code
            for path in (
                f"/{store_address.bucket}/{key}",
                f"/{store_address.bucket}/",
                "/media/papers",
                f"/media/papers?token={paper.id}.1.9999999999.{'A' * 43}",
                f"/media/{paper.id}/{name}",
            )
        }
        # The store is on no street: what it says itself matters to who is inside already.
        inside = await anybody.get(f"{store_address.endpoint}/{store_address.bucket}/{key}")

    # By the public address of photos a paper is as unknown as what never was.
    assert list(by_proxy.values()) == [403, 403, 403, 403, 404], by_proxy
    # S3 says 403; to rclone a request without a signature is malformed.
    assert inside.status_code in (400, 403)


async def test_only_what_was_signed_goes_in_and_nothing_comes_out_of_the_store(
    deployed: Deployed,
):
    ticket = await deployed.sender.begin(PHOTO)
    bare = ticket.url.split("?")[0]
    async with httpx.AsyncClient() as phone:
        refused = [
            await phone.put(ticket.url, content=PHOTO + b"x", headers=JPEG),
            await phone.put(ticket.url, content=PHOTO, headers={"content-type": "text/html"}),
            await phone.put(bare, content=PHOTO, headers=JPEG),
        ]
        assert await deployed.sender.objects() == []
        assert await deployed.sender.put(ticket, PHOTO) == 200
        closed = [await phone.request(how, bare) for how in ("GET", "DELETE", "POST", "HEAD")]
        signed_get = await phone.get(ticket.url)
        private = await phone.get(bare.replace("/incoming/", "/private/"))
        large = await phone.put(ticket.url, content=b"x" * (32 << 20), headers=JPEG)

    assert {answer.status_code for answer in refused} <= {400, 403}
    assert {answer.status_code for answer in (*closed, signed_get)} == {403}
    assert private.status_code == 403
    assert large.status_code == 413
    assert len(await deployed.sender.objects()) == 1
