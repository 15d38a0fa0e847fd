"""The demo's pictures are painted by the project itself, and go the way that phones take."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

import httpx
import pytest
from PIL import Image

from hmk_graph.clients.object_store import S3Store
from hmk_graph.demo import animal_paintings, photographing, portraits, shopkeeping, stalls
from hmk_graph.demo.photographing import Camera, NotTaken
from hmk_graph.inspecting.pictures import perceptual_hash
from hmk_graph.media import rules
from hmk_graph.media.models import Media, MediaState
from storage.bucket import Bucket
from tests import factories


def test_no_two_paintings_look_alike_to_the_watch_for_copies():
    coats = list(animal_paintings.COATS)
    kinds = ["cattle", "cattle", "cattle", "buffalo", "goat", "sheep"]
    hashes = []
    for number in range(24):
        painted = animal_paintings.painted(
            kinds[number % 6], coats[number % 9], "bull", Random(f"picture {number}")
        )
        hashes.append(perceptual_hash(Image.open(io.BytesIO(painted))))

    nearest = min(rules.differing_bits(one, other) for one, other in combinations(hashes, 2))
    assert nearest > rules.LIKE_BITS


def test_the_same_chance_paints_the_same_people():
    faces = {portraits.painted(Random(n), woman=woman) for n in range(3) for woman in (True, False)}

    assert len(faces) == 6
    for face in faces:
        assert Image.open(io.BytesIO(face)).size == portraits.SIZE


def test_every_product_of_the_shops_is_painted_like_no_other():
    painted = [
        shopkeeping.painted(stall, number)
        for stall in stalls.ALL
        for number in range(len(stall.goods))
    ]

    hashes = [perceptual_hash(Image.open(io.BytesIO(one))) for one in painted]
    nearest = min(rules.differing_bits(one, other) for one, other in combinations(hashes, 2))
    assert nearest > rules.LIKE_BITS


async def test_a_painting_is_sent_scanned_and_ready(db: str, bucket: Bucket):
    seller = await factories.verified_seller()
    painted = animal_paintings.painted("cattle", "লাল", "bull", Random(1))

    async with httpx.AsyncClient() as phone:
        camera = Camera(store=S3Store(bucket), phone=phone)
        first = await camera.send(seller.id, painted, key="one")
        media = await Media.get(id=first)

    assert media.state is MediaState.READY
    assert {file["width"] for file in media.files} == {160, 480, 720}


@dataclass
class Stumbling(httpx.AsyncBaseTransport):
    """A way to the store on which it answers 500 to the first requests."""

    faults: int
    asked: int = 0
    way: httpx.AsyncHTTPTransport = field(default_factory=httpx.AsyncHTTPTransport)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        if self.asked <= self.faults:
            return httpx.Response(500)
        return await self.way.handle_async_request(request)

    async def aclose(self) -> None:
        await self.way.aclose()


async def test_a_painting_is_sent_again_to_a_store_that_stumbles(db: str, bucket: Bucket):
    seller = await factories.verified_seller()
    painted = portraits.painted(Random(1), woman=False)
    way = Stumbling(faults=1)

    async with httpx.AsyncClient(transport=way) as phone:
        camera = Camera(store=S3Store(bucket), phone=phone)
        sent = await camera.send(seller.id, painted, key="one")

    assert (await Media.get(id=sent)).state is MediaState.READY
    assert way.asked == 2


async def test_a_store_that_never_takes_a_painting_is_not_asked_for_ever(
    db: str, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(photographing, "PAUSES_S", (0.0, 0.0))
    seller = await factories.verified_seller()
    way = Stumbling(faults=100)

    async with httpx.AsyncClient(transport=way) as phone:
        camera = Camera(store=S3Store(bucket), phone=phone)
        with pytest.raises(NotTaken, match="500"):
            await camera.send(seller.id, b"picture", key="one")

    assert way.asked == 3
