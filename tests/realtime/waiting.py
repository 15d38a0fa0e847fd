"""What the tests of this room share: a hasty pace, numbered frames, and patience."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from realtime.bus import Bus, Pace
from realtime.frames import Frame, Missed
from realtime.mailbox import Mailbox

HASTY = Pace(silence_s=0.2, answer_s=1.0, pause_s=0.2, restart_s=0.2)
# The promise: rules.md, section 4, row 1.
RECOVERY_S = 5.0


def frame(seq: int, stream: str = "haat.lot.1") -> Frame:
    return Frame(stream=stream, epoch=1, seq=seq, body=f'{{"seq":{seq}}}')


def bus_at(url: str | None) -> Bus:
    return Bus(url, pace=HASTY)


async def until(condition: Callable[[], object], seconds: float = RECOVERY_S) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


async def taken(mailbox: Mailbox, count: int = 1) -> list[Frame | Missed]:
    async with asyncio.timeout(RECOVERY_S):
        return [await mailbox.take() for _ in range(count)]


async def taken_frames(mailbox: Mailbox, count: int) -> list[int]:
    """Take so many frames, passing over warnings; return their numbers."""
    numbers: list[int] = []
    async with asyncio.timeout(RECOVERY_S):
        while len(numbers) < count:
            item = await mailbox.take()
            if isinstance(item, Frame):
                numbers.append(item.seq)
    return numbers
