"""Simulated people show made-up papers, sent by the way that phones take."""

from __future__ import annotations

import asyncio
import io
import secrets
from collections.abc import Sequence
from typing import Protocol

from PIL import Image, ImageDraw

from hmk_graph.demo import paper_documents
from hmk_graph.demo.devices import Answer, Device, Devices, Refused
from hmk_graph.demo.people import Person

JPEG = "image/jpeg"
SIZE = (480, 640)
PAPER, INK = (246, 242, 228), (60, 60, 70)
SHOWS = "ডেমোর কাগজ, আসল নয়"
# A worker looks into one file after another, between other duties.
LOOK_S, LOOKS = 1.0, 120


class Papers(Protocol):
    """Shows papers for somebody."""

    async def show(self, person: Person, kinds: Sequence[str]) -> None:
        """Have a person show papers of these kinds, and no others."""


class Paperwork:
    """Sends papers through the API and the store."""

    def __init__(self, devices: Devices) -> None:
        self.devices = devices

    async def show(self, person: Person, kinds: Sequence[str]) -> None:
        """Have a person show papers of these kinds, and no others.

        Raises:
            Away, Refused: As for `Device.do`; also what the store or the check does not take.
        """
        device = self.devices.of(person)
        shown = [{"mediaId": await self._sent(device, kind), "alt": SHOWS} for kind in kinds]
        await device.do(paper_documents.SET_PAPERS, input={"media": shown})

    async def _sent(self, device: Device, kind: str) -> str:
        paper = await asyncio.to_thread(painted, f"{kind} {device.person.phone}")
        announced = {
            "kind": kind,
            "contentType": JPEG,
            "bytes": len(paper),
            "idempotencyKey": secrets.token_hex(8),
        }
        ticket = await device.do(paper_documents.BEGIN_UPLOAD, input=announced)
        await device.send(ticket["url"], paper, content_type=JPEG)
        media_id = str(ticket["media"]["id"])
        media = await device.do(paper_documents.CONFIRM_UPLOAD, input={"mediaId": media_id})
        return await self._checked(device, media)

    async def _checked(self, device: Device, media: Answer) -> str:
        for _ in range(LOOKS):
            if media["state"] not in ("UPLOADED", "SCANNING"):
                break
            await asyncio.sleep(LOOK_S)
            media = (await device.ask(paper_documents.MEDIA, id=media["id"]))["media"]
        if media["state"] != "READY":
            raise Refused("PAPER_NOT_TAKEN", str(media["state"]))
        return str(media["id"])


def painted(words: str) -> bytes:
    """Return a JPEG of a sheet that says what it stands for, and that it is none."""
    sheet = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((24, 24, SIZE[0] - 24, SIZE[1] - 24), outline=INK, width=3)
    for line, text in enumerate(("DEMO", words, "not a real paper")):
        draw.text((60, 80 + 60 * line), text, fill=INK)
    written = io.BytesIO()
    sheet.save(written, "JPEG", quality=80)
    return written.getvalue()
