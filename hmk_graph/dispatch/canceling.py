"""The rider or the desk calls a trip off before it began; what it costs is seen before."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from hmk_graph.accounts import access
from hmk_graph.accounts import rules as lines
from hmk_graph.clock import Clock
from hmk_graph.dispatch import doubting, parties, rules, trip_keeping
from hmk_graph.dispatch.errors import FeeNotSeen
from hmk_graph.dispatch.events import TripCanceled, TripLeft
from hmk_graph.dispatch.machines import TRIP, Move, Party, Reason
from hmk_graph.dispatch.models import OfferState, Trip, TripState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.state_machines import next_state

LONGEST_NOTE = 300
CANCELERS = (Party.RIDER, Party.DISPATCHER)


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What canceling costs now; the token holds for two minutes and binds the house to it."""

    fee: Paisa
    token: str
    holds_until: datetime


@whole_command
async def preview_cancel(account_id: int, trip_id: int, *, clock: Clock) -> Preview:
    """Say what it costs to call a trip off now.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: It has begun, or is over.
    """
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        trip = await trip_keeping.locked(trip_id)
        party = await parties.need(account_id, trip, *CANCELERS)
        next_state(TRIP, trip.state, Move.CANCEL, actor=party)
        now = await clock()
        trip.preview_token = secrets.token_hex(16)
        trip.preview_fee_paisa, trip.preview_at = _fee(trip, party, now), now
        await trip.save(update_fields=["preview_token", "preview_fee_paisa", "preview_at"])
    return Preview(
        fee=Paisa(trip.preview_fee_paisa),
        token=trip.preview_token,
        holds_until=now + rules.PREVIEW_HOLDS,
    )


@whole_command
async def cancel_trip(
    account_id: int,
    trip_id: int,
    *,
    reason: Reason | None = None,
    note: str = "",
    preview_token: str = "",
    clock: Clock,
) -> Trip:
    """Call a trip off. No offer of it can be accepted after, and its driver hears of it at once.

    Raises:
        NotFound: There is no such trip, or the person has no part in it.
        StaleState: It has begun, or is over.
        FeeNotSeen: It costs something, and the token of a preview is missing or too old.
        BadInput: The note is at fault.
    """
    said = lines.line_of(note, "note", longest=LONGEST_NOTE, shortest=0)
    async with transaction(actor_id=account_id) as events:
        await access.acting(account_id)
        trip = await trip_keeping.locked(trip_id)
        party = await parties.need(account_id, trip, *CANCELERS)
        next_state(TRIP, trip.state, Move.CANCEL, actor=party)
        now = await clock()
        fee = _agreed(trip, party, preview_token, now)
        events += await trip_keeping.end_offers(trip, OfferState.WITHDRAWN, now)
        if trip.state is TripState.AT_DESK:
            events.append(await doubting.settled(trip, TripState.CANCELLED))
        await trip_keeping.step(
            trip,
            Move.CANCEL,
            party,
            ended_at=now,
            ended_by=party.value,
            end_reason=reason.value if reason else "",
            end_note=said,
            cancel_fee_paisa=fee,
            start_code="",
        )
        why = reason.value if reason else ""
        events += [
            trip_keeping.told(TripCanceled, trip, now, by=party.value, reason=why, fee=fee),
            *trip_keeping.to_people(trip),
            *await trip_keeping.cleared(trip),
        ]
        if trip.driver_id is not None:
            events.append(
                TripLeft(
                    driver_id=trip.driver_id, trip_id=trip.id, state=trip.state.value, reason=why
                )
            )
    return trip


def _fee(trip: Trip, party: Party, now: datetime) -> Paisa:
    """Return the fee now; the desk takes none from anybody."""
    if party is Party.DISPATCHER:
        return Paisa(0)
    return rules.cancel_fee(
        trip.kind,
        trip.state,
        full_fee=trip.rates["cancel"],
        assigned_at=trip.assigned_at,
        now=now,
    )


def _agreed(trip: Trip, party: Party, token: str, now: datetime) -> Paisa:
    """Return the fee that was seen; one that fell since is the lower one."""
    fee = _fee(trip, party, now)
    seen = trip.preview_at is not None and now <= trip.preview_at + rules.PREVIEW_HOLDS
    if seen and token and secrets.compare_digest(token, trip.preview_token):
        return Paisa(min(fee, trip.preview_fee_paisa))
    if fee:
        raise FeeNotSeen(fee=fee)
    return fee
