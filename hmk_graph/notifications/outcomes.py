"""How it went with what was sent, whatever the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hmk_graph.notifications.models import DeliveryState

# Longer than all that is waited for outside (ten seconds), so that a slow sender keeps its lease.
LEASE = timedelta(seconds=60)
WAITING = (DeliveryState.QUEUED, DeliveryState.SENDING)
SPENT = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.FAILED)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How it went. `again` means that it is to be tried once more."""

    state: DeliveryState
    why: str = ""
    again: bool = False


def skipped(why: str) -> Outcome:
    """Return that there was a reason not to send."""
    return Outcome(state=DeliveryState.SKIPPED, why=why)
