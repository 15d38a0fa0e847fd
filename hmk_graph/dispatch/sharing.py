"""A link by which a family watches one trip; it dies with the trip, or with its driver."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties, rules, trip_keeping
from hmk_graph.dispatch.machines import Party
from hmk_graph.dispatch.models import ShareLink, Trip
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command

# As long as nobody guesses one.
TOKEN_BYTES = 18
LONGEST_TOKEN = 40


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A fresh link. The token is shown this once; the house keeps its hash alone."""

    link_id: int
    trip_id: int
    token: str


@whole_command
async def share_trip(account_id: int, trip_id: int, *, clock: Clock) -> Shared:
    """Make a link to watch the present attempt of a trip. Each call makes another.

    Raises:
        NotFound: There is no such trip, or it is not the person's.
        StaleState: It has no driver, or is over.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        trip = await trip_keeping.locked(trip_id)
        await parties.need(account_id, trip, Party.RIDER)
        if trip.state not in rules.CARRYING:
            raise StaleState(current=trip.state.value, allowed=sorted(rules.CARRYING))
        link = await ShareLink.create(
            trip_id=trip.id,
            attempt=trip.attempt,
            token_hash=_hash(token),
            made_by_id=account_id,
            made_at=await clock(),
        )
    return Shared(link_id=link.id, trip_id=trip.id, token=token)


@whole_command
async def unshare_trip(account_id: int, trip_id: int, *, clock: Clock) -> Trip:
    """End all links to a trip.

    Raises:
        NotFound: There is no such trip, or it is not the person's.
    """
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        trip = await trip_keeping.locked(trip_id)
        await parties.need(account_id, trip, Party.RIDER)
        await ShareLink.filter(trip_id=trip.id, revoked_at=None).update(revoked_at=await clock())
    return trip


async def shared(token: str) -> Trip:
    """Return the trip that a link shows.

    Raises:
        NotFound: There is no such link, it was ended, or its trip is over or has another driver.
    """
    if not 0 < len(token) <= LONGEST_TOKEN:
        raise NotFound
    link = await ShareLink.filter(token_hash=_hash(token), revoked_at=None).first()
    if link is None:
        raise NotFound
    trip = await Trip.filter(
        id=link.trip_id, attempt=link.attempt, state__in=list(rules.CARRYING)
    ).first()
    if trip is None:
        raise NotFound
    return trip


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
