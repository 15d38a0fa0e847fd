"""Unnumbered feeds: many things told at once, or a warning to all processes.

A feed has no numbers and no memory. Who listens to one shows the newest, and reads the state anew
when it may have missed something.
"""

from __future__ import annotations

from collections.abc import Iterator

from hmk_graph.event_log import LoggedEvent
from hmk_graph.services.events import AvailabilityChanged

# Every process listens here, and closes the sockets of people and sessions that lost their right.
REVOCATIONS = "accounts.revocations"
REVOKING = frozenset({"accounts.session_revoked", "accounts.account_suspended"})


def board(haat_id: int) -> str:
    """Name the feed of what is on the block of a haat."""
    return f"haat.board.{haat_id}"


def availability(category_id: int) -> str:
    """Name the feed of who becomes free or busy in a category of services."""
    return f"services.free.{category_id}"


def feeds_of(event: LoggedEvent) -> Iterator[str]:
    """Return the feeds that an event belongs on."""
    if event.kind in REVOKING:
        yield REVOCATIONS
    if event.stream.startswith("haat.lot.") and "haat_id" in event.payload:
        yield board(event.payload["haat_id"])
    if event.kind == AvailabilityChanged.kind:
        yield from map(availability, event.payload["category_ids"])
