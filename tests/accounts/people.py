"""What tests about people share: a clock to turn, a gateway that keeps what it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hmk_graph import event_log
from hmk_graph.accounts import sessions, signing_in
from hmk_graph.accounts.errors import CodeNotSent
from hmk_graph.accounts.models import Account
from hmk_graph.event_log import transaction
from tests.factories import NOON

SECRET = "a secret of tests, longer than thirty-two bytes"
PHONE = "+8801712345678"
ADDRESS = "203.0.113.7"


@dataclass
class Wall:
    """A clock that a test turns."""

    now: datetime = NOON

    async def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Gateway:
    """Takes messages as the real one does, and keeps them; `down` makes it refuse."""

    down: bool = False
    taken: list[tuple[str, str]] = field(default_factory=list)

    async def __call__(self, phone: str, code: str) -> None:
        if self.down:
            raise CodeNotSent
        self.taken.append((phone, code))

    async def words(self, phone: str, text: str) -> None:
        await self(phone, text.split()[0])

    @property
    def code(self) -> str:
        return self.taken[-1][1]


async def ask(wall: Wall, gateway: Gateway, phone: str = PHONE, **given: Any):
    return await signing_in.request_code(
        phone,
        **{
            "address": ADDRESS,
            "clock": wall,
            "send_code": gateway,
            "secret": SECRET,
            **given,
        },
    )


async def confirm(wall: Wall, code: str, phone: str = PHONE, **given: Any):
    return await signing_in.confirm_code(
        phone,
        code,
        **{"device": "Nokia", "address": ADDRESS, "clock": wall, "secret": SECRET, **given},
    )


async def signed_in(account: Account, wall: Wall, device: str = "Nokia") -> sessions.Credentials:
    """Sign a device of an account in, without a code."""
    async with transaction() as events:
        return await sessions.start(
            account.id,
            device=device,
            address=ADDRESS,
            now=wall.now,
            secret=SECRET,
            events=events,
        )


async def refresh(wall: Wall, token: str):
    return await sessions.refresh(token, address=ADDRESS, clock=wall, secret=SECRET)


async def told(account_id: int) -> list[str]:
    """Return the kinds of events on a person's stream."""
    stream = f"accounts.account.{account_id}"
    return [event.kind.removeprefix("accounts.") for event in await event_log.after(stream, 0)]


def other_than(code: str) -> str:
    """Return a code that is not this one."""
    return f"{(int(code) + 1) % 10**6:06d}"
