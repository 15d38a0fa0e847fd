"""What notifications need from outside, given by the caller; never called in a transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from hmk_graph.notifications.models import Urgency
from hmk_graph.orders.guest_links import GuestLinks


class NotTaken(Exception):
    """It was surely not taken, and may be tried again."""


class NobodyKnows(Exception):
    """It may have been taken or not: the answer did not come."""


class DeviceGone(Exception):
    """The device does not want to be pushed to any more; it never will again."""


class SendText(Protocol):
    """Sends a text message."""

    async def __call__(self, phone: str, text: str) -> None:
        """Hand a message over to the gateway, within ten seconds.

        Args:
            phone: Canonical, +8801XXXXXXXXX.
            text: At most two parts of a message (tests/house/test_who_is_told.py).

        Raises:
            NotTaken: The gateway refused it, or is not there.
            NobodyKnows: No answer came.
        """


@dataclass(frozen=True, kw_only=True)
class PushAddress:
    """Where a browser wants to be pushed to (W3C Push API), and its keys (RFC 8291).

    `p256dh` is an uncompressed point of P-256 (65 bytes), `auth` a secret of 16 bytes.
    """

    endpoint: str
    p256dh: bytes
    auth: bytes


class SendPush(Protocol):
    """Pushes to one device."""

    async def __call__(
        self, to: PushAddress, message: bytes, *, urgency: Urgency, lasts: timedelta, topic: str
    ) -> None:
        """Hand a message over to the device's push service, within ten seconds.

        Args:
            to: The device.
            message: At most 3 900 bytes, which only the device can read.
            urgency: Whether the device may be woken for it.
            lasts: How long the service keeps it for a device that is off.
            topic: What replaces an earlier one that has not arrived; at most 32 letters.

        Raises:
            DeviceGone: The device has left, or its keys are none.
            NotTaken: The service refused it for now, or did not answer; twice is no matter.
        """


@dataclass(frozen=True, kw_only=True)
class Ways:
    """By what notifications leave the house; `links` lead guests to their orders."""

    text: SendText
    push: SendPush
    links: GuestLinks
