"""Calendars at a secret address: what a provider has to do, what a citizen has booked (RFC 5545).

The address is a secret that can be taken back; only its hash is kept. A booking keeps its UID for
ever, counts each change in SEQUENCE, and stays in the feed when it is called off.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from hmk_graph.accounts import access
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.clock import DHAKA, Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.services import desk_keeping
from hmk_graph.services.booking_models import Booking, BookingState, CalendarFeed
from hmk_graph.services.models import Provider, Service

# Calendar programs ask again and again for all of it; what is long past is of no use there.
PAST_SHOWN = timedelta(days=90)
MOST_SHOWN = 1_000
SECRET_BYTES = 24
LINE_OCTETS = 75

_B = BookingState
STATUS = {
    _B.REQUESTED: "TENTATIVE",
    _B.CONFIRMED: "CONFIRMED",
    _B.IN_PROGRESS: "CONFIRMED",
    _B.DONE: "CONFIRMED",
    _B.CLOSED: "CONFIRMED",
    _B.DISPUTED: "CONFIRMED",
    _B.NO_SHOW: "CONFIRMED",
    _B.REFUNDED: "CANCELLED",
    _B.CANCELLED: "CANCELLED",
    _B.DECLINED: "CANCELLED",
    _B.EXPIRED: "CANCELLED",
}
TIMEZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Dhaka",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0600",
    "TZOFFSETTO:+0600",
    "TZNAME:+06",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@whole_command
async def open_feed(account_id: int, *, of_desk: bool, clock: Clock) -> tuple[CalendarFeed, str]:
    """Make a new address for one's bookings, or (`of_desk`) for one's work; the old one ends.

    Returns the feed and its secret, which is told this once.

    Raises:
        NotFound: The person is no provider.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    secret = secrets.token_urlsafe(SECRET_BYTES)
    async with transaction(actor_id=account_id):
        await access.acting_locked(account_id)
        provider = await desk_keeping.mine_locked(account_id) if of_desk else None
        now = await clock()
        mine = CalendarFeed.filter(account_id=account_id, revoked_at=None)
        await mine.filter(provider_id=provider.id if provider else None).update(revoked_at=now)
        feed = await CalendarFeed.create(
            account_id=account_id,
            provider_id=provider.id if provider else None,
            secret_hash=_hash(secret),
            created_at=now,
        )
    return feed, secret


@whole_command
async def revoke(account_id: int, feed_id: int, *, clock: Clock) -> CalendarFeed:
    """Take an address back. Twice is no matter.

    Raises:
        NotFound: There is no such feed of the person's.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        feed = await CalendarFeed.select_for_update(no_key=True).get_or_none(
            id=feed_id, account_id=account_id
        )
        if feed is None:
            raise NotFound
        if feed.revoked_at is None:
            feed.revoked_at = await clock()
            await feed.save(update_fields=["revoked_at"])
    return feed


async def mine(account_id: int) -> list[CalendarFeed]:
    """Return a person's living feeds: at most one of each kind."""
    return await CalendarFeed.filter(account_id=account_id, revoked_at=None).order_by("id")


async def read(secret: str, now: datetime) -> str:
    """Return the calendar at an address.

    Raises:
        NotFound: There is none, it was taken back, or its owner may no longer act.
    """
    feed = await CalendarFeed.get_or_none(secret_hash=_hash(secret), revoked_at=None)
    if feed is None:
        raise NotFound
    if not await Account.exists(id=feed.account_id, state=AccountState.ACTIVE):
        raise NotFound
    shown = Booking.filter(finishes_at__gte=now - PAST_SHOWN).exclude(state=BookingState.HELD)
    if feed.provider_id is None:
        shown = shown.filter(citizen_id=feed.account_id)
    else:
        shown = shown.filter(provider_id=feed.provider_id)
    bookings = await shown.order_by("starts_at", "id").limit(MOST_SHOWN)
    services = await Service.in_bulk([one.service_id for one in bookings], "id")
    providers = await Provider.in_bulk([one.provider_id for one in bookings], "id")
    entries = [
        (one, f"{services[one.service_id].title_bn} · {providers[one.provider_id].name}")
        for one in bookings
    ]
    return written(entries)


def written(entries: Sequence[tuple[Booking, str]]) -> str:
    """Write a calendar of bookings, each with its title."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//hmk-graph//services//BN",
        "METHOD:PUBLISH",
        "X-WR-TIMEZONE:Asia/Dhaka",
        *TIMEZONE,
    ]
    for booking, title in entries:
        lines += _event(booking, title)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def folded(line: str) -> Iterator[str]:
    """Fold a line at 75 octets (RFC 5545, 3.1), never within a character."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > LINE_OCTETS:
            yield part
            part = " "
        part += sign
    yield part


def _event(booking: Booking, title: str) -> list[str]:
    where = [f"LOCATION:{_text(booking.address)}"] if booking.address else []
    return [
        "BEGIN:VEVENT",
        f"UID:{booking.uid}",
        f"SEQUENCE:{booking.sequence}",
        f"DTSTAMP:{booking.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Asia/Dhaka:{_local(booking.starts_at)}",
        f"DTEND;TZID=Asia/Dhaka:{_local(booking.finishes_at)}",
        f"STATUS:{STATUS[booking.state]}",
        f"SUMMARY:{_text(title)}",
        *where,
        "END:VEVENT",
    ]


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(DHAKA):%Y%m%dT%H%M%S}"


def _text(text: str) -> str:
    """Escape a text (RFC 5545, 3.3.11)."""
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return text


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
