"""What the tests of this room share: a hasty pace, numbered frames, and patience."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from realtime.bus import Bus, BusDown, Pace
from realtime.frames import Frame, Missed
from realtime.mailbox import Mailbox

# Waits so long for what will come that a machine that stands still for seconds changes nothing.
PATIENT = Pace(silence_s=30.0, answer_s=60.0, pause_s=0.2, restart_s=0.2)
# For tests whose Redis hangs: what does not answer is given up soon.
HASTY = Pace(silence_s=0.2, answer_s=1.0, pause_s=0.2, restart_s=0.2)
# How long a test waits for what must come; what the pace promises, `test_bus` reckons.
PATIENCE_S = 60.0


def frame(seq: int, stream: str = "haat.lot.1") -> Frame:
    return Frame(stream=stream, epoch=1, seq=seq, body=f'{{"seq":{seq}}}')


def bus_at(url: str | None, pace: Pace = PATIENT) -> Bus:
    return Bus(url, pace=pace)


async def publish_at_last(bus: Bus, published: Frame) -> None:
    """Publish by a hasty bus, which may give up although Redis is there."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with suppress(BusDown):
                return await bus.publish(published)


async def until(condition: Callable[[], object], seconds: float = PATIENCE_S) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


async def taken(mailbox: Mailbox, count: int = 1) -> list[Frame | Missed]:
    async with asyncio.timeout(PATIENCE_S):
        return [await mailbox.take() for _ in range(count)]


async def taken_frames(mailbox: Mailbox, count: int) -> list[int]:
    """Take so many frames, passing over warnings; return their numbers."""
    numbers: list[int] = []
    async with asyncio.timeout(PATIENCE_S):
        while len(numbers) < count:
            item = await mailbox.take()
            if isinstance(item, Frame):
                numbers.append(item.seq)
    return numbers
