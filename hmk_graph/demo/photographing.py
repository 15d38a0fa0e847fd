"""Sends the demo's painted pictures by the way that phones take, and waits for their check."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from hmk_graph.clock import database_clock
from hmk_graph.inspecting.confining import inspect
from hmk_graph.media import scanning, uploading
from hmk_graph.media.models import Media, MediaKind, MediaState
from hmk_graph.media.ports import ObjectStore
from hmk_graph.media.uploading import Announced

JPEG = "image/jpeg"


class NotTaken(Exception):
    """The store or the check did not take a picture of ours."""


@dataclass(frozen=True, kw_only=True)
class Camera:
    """Takes pictures into the store; scans what waits itself, for no worker runs at the seeding."""

    store: ObjectStore
    phone: httpx.AsyncClient

    async def send(self, owner_id: int, picture: bytes, *, key: str) -> int:
        """Send a picture and return its id once it is READY; the same key sends it once.

        Raises:
            NotTaken: It is refused, which means that the demo's own pictures are at fault.
        """
        media = await self._begun(owner_id, picture, key)
        while media.state in (MediaState.UPLOADED, MediaState.SCANNING):
            await scanning.scan_next(store=self.store, inspect=inspect, clock=database_clock)
            media = await Media.get(id=media.id)
        if media.state is not MediaState.READY:
            raise NotTaken(f"{key}: {media.state} {media.fault}")
        return int(media.id)

    async def _begun(self, owner_id: int, picture: bytes, key: str) -> Media:
        ticket = await uploading.begin(
            owner_id,
            Announced(kind=MediaKind.PHOTO, content_type=JPEG, size=len(picture)),
            idempotency_key=key,
            clock=database_clock,
            store=self.store,
        )
        sent = await self.phone.put(ticket.url, content=picture, headers={"content-type": JPEG})
        if not sent.is_success:
            raise NotTaken(f"{key}: the store said {sent.status_code}")
        return await uploading.confirm(
            owner_id, ticket.media.id, clock=database_clock, store=self.store
        )
