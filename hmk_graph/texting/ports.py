"""What text messages need from outside, given by the caller; never called in a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from hmk_graph.dispatch.ports import Whereabouts


class Forged(Exception):
    """It is not from the gateway, or it is an old message that somebody sends again."""


class NotAMessage(Exception):
    """The gateway sent something that is no message of a mobile phone of the country."""


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A message as the gateway tells it. `phone` is canonical; the gateway vouches for it."""

    gateway_ref: str
    phone: str
    text: str


class ReadText(Protocol):
    """Reads what a gateway posts."""

    def signed(self, body: bytes, headers: Mapping[str, str]) -> datetime:
        """Return when the gateway signed a body.

        Raises:
            Forged: The gateway did not sign it.
        """

    def read(self, body: bytes) -> Incoming:
        """Return the message in a signed body.

        Raises:
            NotAMessage: There is none.
        """


class Charge(Protocol):
    """Counts what somebody spends, in the same budgets as the API."""

    async def __call__(self, account_id: int | None, phone: str, uses: Mapping[str, int]) -> None:
        """Take the uses of sensitive groups, and what a message costs.

        Raises:
            TooMany: There is not so much left.
        """


@dataclass(frozen=True, kw_only=True)
class Doors:
    """By what messages act. `site` is where people register, without its scheme."""

    charge: Charge
    whereabouts: Whereabouts
    site: str
