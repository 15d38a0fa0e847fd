"""What accounts need from outside, given by the caller."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol


class SendCode(Protocol):
    """Sends a one-time code by text message; called after the commit, never in a transaction."""

    async def __call__(self, phone: str, code: str) -> None:
        """Hand the message over to the gateway.

        Args:
            phone: Canonical, +8801XXXXXXXXX.
            code: Six digits. No log line may hold it.

        Raises:
            CodeNotSent: The gateway did not take it.
        """


class SendWords(Protocol):
    """Sends a text message with a code in it, in words of ours; called after the commit."""

    async def __call__(self, phone: str, text: str) -> None:
        """Hand the message over to the gateway.

        Raises:
            CodeNotSent: The gateway did not take it.
        """


OpenObligations = Callable[[int], Awaitable[list[str]]]
"""Names what is still open between a person and the rest ("lots", "deals"); contexts above know.

It is asked inside the transaction that ends the account, with the account's row locked.
"""
