"""What media need from outside, given by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from hmk_graph.inspecting.findings import Findings, Made


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What has arrived: its length in bytes, and its media type by its own first bytes."""

    size: int
    content_type: str


class ObjectStore(Protocol):
    """Keeps files by the number of their row.

    All but `sign_upload` raise StoreUnavailable when the store cannot be asked; none is called
    while a transaction is open.
    """

    async def sign_upload(
        self, number: int, word: str, *, size: int, content_type: str, within: timedelta
    ) -> str:
        """Return the address to which a phone PUTs exactly this many bytes of exactly this type."""

    async def sent(self, number: int, word: str) -> Sent | None:
        """Say what has arrived; None: nothing."""

    async def fetch(self, number: int, word: str, *, most: int) -> bytes | None:
        """Return what has arrived, at most so many bytes; None: nothing."""

    async def keep(self, number: int, made: Made, *, private: bool) -> str:
        """Write a checked file, and return the name that its contents give it."""

    async def forget_upload(self, number: int) -> None:
        """Remove all that a phone has sent under this number."""

    async def forget(self, number: int) -> None:
        """Remove all that was kept under this number."""


class Inspect(Protocol):
    """Looks into a file, apart from us and with limits."""

    async def __call__(self, contents: bytes, content_type: str, *, private: bool) -> Findings:
        """Return what it is and what was made of it.

        Raises:
            Refused: It is not taken.
        """
