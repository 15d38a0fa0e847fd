"""When and by what a notification goes out: pure functions of urgency and time of day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from hmk_graph.clock import DHAKA
from hmk_graph.notifications.models import Channel, Urgency

# The last minutes of an auction: who waits for the morning has lost it (rules.md 2.14).
LAST_MINUTES = timedelta(minutes=10)
QUIET_FROM, QUIET_UNTIL = time(22), time(7)
# Whoever looks at the app right now needs no text message beside it.
SMS_WAITS = timedelta(seconds=60)

CHANNELS: Mapping[Urgency, Sequence[Channel]] = {
    Urgency.QUIET: (),
    Urgency.NORMAL: (Channel.PUSH,),
    Urgency.IMPORTANT: (Channel.PUSH, Channel.SMS),
    Urgency.URGENT: (Channel.PUSH, Channel.SMS),
}
# By these something is sent; the others wait for their senders, and nothing is queued for them.
SENDING: frozenset[Channel] = frozenset()


def urgency(planned: Urgency, before: datetime | None, now: datetime) -> Urgency:
    """Return how urgent it is now: what ends within minutes cannot wait for anything."""
    return Urgency.URGENT if before and now < before <= now + LAST_MINUTES else planned


def is_quiet(at: datetime) -> bool:
    """Say whether people sleep."""
    local = at.astimezone(DHAKA).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def after_quiet(at: datetime) -> datetime:
    """Return when people who sleep at a moment may be woken; the moment itself by day."""
    if not is_quiet(at):
        return at
    local = at.astimezone(DHAKA)
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return datetime.combine(day, QUIET_UNTIL, DHAKA)


def due_at(now: datetime, channel: Channel, urgency: Urgency) -> datetime:
    """Return when to send: only what is urgent breaks the quiet of the night."""
    if urgency is Urgency.URGENT:
        return now
    return after_quiet(now + SMS_WAITS if channel is Channel.SMS else now)
