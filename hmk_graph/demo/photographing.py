"""Sends the demo's painted pictures by the way that phones take, and waits for their check."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import httpx

from hmk_graph.clock import database_clock
from hmk_graph.inspecting.confining import inspect
from hmk_graph.media import scanning, uploading
from hmk_graph.media.models import Media, MediaKind, MediaState
from hmk_graph.media.ports import ObjectStore
from hmk_graph.media.uploading import Announced

JPEG = "image/jpeg"
# How long to wait before a picture is sent again to a store that stumbles.
PAUSES_S = (0.2, 1.0, 3.0)


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
            NotTaken: It is refused, which means that the demo's own pictures are at fault, or the
                store did not take it for some seconds.
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
        said = await self._put(ticket.url, picture)
        if said is not None:
            raise NotTaken(f"{key}: the store said {said}")
        return await uploading.confirm(
            owner_id, ticket.media.id, clock=database_clock, store=self.store
        )

    async def _put(self, url: str, picture: bytes) -> str | None:
        """Put a picture where it belongs; return what was said by a store that would not take it.

        A signed PUT again does no harm. httpx tries only connecting again, and botocore, which
        would try this too, does not send what a phone sends.
        """
        said = None
        for pause in (*PAUSES_S, None):
            try:
                sent = await self.phone.put(url, content=picture, headers={"content-type": JPEG})
            except httpx.TransportError as fault:
                said = type(fault).__name__
            else:
                if sent.is_success:
                    return None
                said = str(sent.status_code)
                if not sent.is_server_error:
                    break
            if pause is not None:
                await asyncio.sleep(pause)
        return said
