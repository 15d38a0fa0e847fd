"""A real store, and a person with a phone."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

import httpx
import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.clients.object_store import S3Store
from hmk_graph.clock import Clock
from hmk_graph.inspecting.confining import inspect
from hmk_graph.media import scanning, uploading
from hmk_graph.media.models import Media, MediaKind
from hmk_graph.media.uploading import Announced, Ticket
from storage.bucket import Bucket
from tests import factories
from tests.factories import NOON, at

KEYS = count(1)


@pytest.fixture
def store(bucket: Bucket) -> S3Store:
    """A store of the test's own."""
    return S3Store(bucket)


@dataclass
class Sender:
    """A person who sends files, the time at which he does, and the bucket as it is."""

    person: Account
    store: S3Store
    bucket: Bucket
    clock: Clock = field(default_factory=lambda: at(NOON))

    async def begin(
        self,
        contents: bytes,
        content_type: str = "image/jpeg",
        kind: MediaKind = MediaKind.PHOTO,
        *,
        key: str = "",
    ) -> Ticket:
        return await uploading.begin(
            self.person.id,
            Announced(kind=kind, content_type=content_type, size=len(contents)),
            idempotency_key=key or f"key {next(KEYS)}",
            clock=self.clock,
            store=self.store,
        )

    async def put(self, ticket: Ticket, contents: bytes) -> int:
        headers = {"content-type": ticket.media.content_type}
        async with httpx.AsyncClient() as phone:
            return (await phone.put(ticket.url, content=contents, headers=headers)).status_code

    async def confirm(self, media: Media) -> Media:
        return await uploading.confirm(self.person.id, media.id, clock=self.clock, store=self.store)

    async def send(
        self,
        contents: bytes,
        content_type: str = "image/jpeg",
        kind: MediaKind = MediaKind.PHOTO,
    ) -> Media:
        """Send a file as far as a phone can."""
        ticket = await self.begin(contents, content_type, kind)
        assert await self.put(ticket, contents) == 200
        return await self.confirm(ticket.media)

    async def sent_and_scanned(
        self,
        contents: bytes,
        content_type: str = "image/jpeg",
        kind: MediaKind = MediaKind.PHOTO,
    ) -> Media:
        media = await self.send(contents, content_type, kind)
        await scanning.scan_next(store=self.store, inspect=inspect, clock=self.clock)
        return await Media.get(id=media.id)

    async def objects(self) -> list[str]:
        """Return the keys of all that lies in the store."""
        return sorted(await self.bucket._list(""))


@pytest.fixture
async def sender(db: str, store: S3Store, bucket: Bucket) -> Sender:
    """A verified seller with a phone."""
    return Sender(await factories.verified_seller(), store, bucket)
