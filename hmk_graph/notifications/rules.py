"""When and by what a notification goes out: pure functions of urgency and time of day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

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
# More would be a nuisance and cost more than it helps; what is told stands in the app all the same.
MOST_TEXTS_A_DAY = 10
MOST_ATTEMPTS = 6
FIRST_WAIT = timedelta(seconds=30)
# A push service keeps no message longer for a device that is off.
PUSH_LASTS = timedelta(hours=24)

# The services of the browsers that there are. Our servers call no address that a stranger names.
PUSH_SERVICES = (
    *("fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com"),
    "notify.windows.com",
)
# Sizes of a browser's keys (RFC 8291, 2), and how a point begins that is not compressed.
POINT_BYTES, AUTH_BYTES, UNCOMPRESSED = 65, 16, 4


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


def wait_after(attempt: int) -> timedelta:
    """Return how long to wait after an attempt that failed: half a minute, then twice as long."""
    return FIRST_WAIT * (1 << (attempt - 1))


def is_push_service(endpoint: str) -> bool:
    """Say whether an address belongs to a known push service."""
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    known = any(host == name or host.endswith(f".{name}") for name in PUSH_SERVICES)
    plain = parts.username is None and port in (None, 443)
    return parts.scheme == "https" and known and plain and len(endpoint) <= 1000
