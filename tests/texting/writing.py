"""People who write text messages, and the gateway that carries them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from hmk_graph.dispatch.sightings import TableWhereabouts
from hmk_graph.texting import receiving, working
from hmk_graph.texting.models import Message
from hmk_graph.texting.ports import Doors, Incoming
from tests.factories import NOON, at

_numbers = count(1)


@dataclass
class Gateway:
    """Takes answers; `faults` are raised first, one for each."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)

    async def __call__(self, phone: str, text: str) -> None:
        await asyncio.sleep(0)
        if self.faults:
            raise self.faults.pop(0)
        self.sent.append((phone, text))


async def free(_account_id: int | None, _phone: str, _uses: Mapping[str, int]) -> None:
    """Charge nobody."""


DOORS = Doors(charge=free, whereabouts=TableWhereabouts(), site="haat.example.org")


async def wrote(phone: str, text: str, *, now: datetime = NOON, ref: str = "") -> Message:
    """Have a message come in."""
    ref = ref or f"ref {next(_numbers)}"
    await receiving.receive(Incoming(gateway_ref=ref, phone=phone, text=text), clock=at(now))
    return await Message.get(gateway_ref=ref)


async def done(*, now: datetime = NOON, doors: Doors = DOORS) -> None:
    """Do all that messages want."""
    while await working.act_next(doors, clock=at(now)):
        pass


async def replied(phone: str, text: str, *, now: datetime = NOON, doors: Doors = DOORS) -> str:
    """Have a message come in and be done; return what goes back."""
    message = await wrote(phone, text, now=now)
    await done(now=now, doors=doors)
    await message.refresh_from_db()
    return message.reply
