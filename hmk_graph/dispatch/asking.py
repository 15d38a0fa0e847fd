"""Offers a trip to some drivers at once: who is free, who was asked, and one offer to each.

All of it in the transaction of a caller who holds the trip's lock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph import metrics
from hmk_graph.dispatch import trip_keeping
from hmk_graph.dispatch.events import DriversAsked, OfferMade
from hmk_graph.dispatch.models import Offer, OfferState, Trip, VehicleKind
from hmk_graph.dispatch.positions import Near
from hmk_graph.dispatch.rules import Candidate
from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A batch of offers: to whom, how long, and what they are told of it."""

    candidates: Sequence[Candidate]
    batch: int
    radius_m: int | None
    lasts: timedelta


async def make_offers(trip: Trip, asked: Asked, now: datetime, events: list[Event]) -> int:
    """Offer a locked trip to these drivers, and return how many of them it reached.

    A driver who got a trip or another offer at the same moment is passed over: the database keeps
    one open offer to a driver. An urgent trip takes its drivers out of plain offers first.
    """
    if trip.urgent:
        events += await _pre_empt([one.driver_id for one in asked.candidates], now)
    chosen = sorted(asked.candidates, key=lambda one: one.driver_id)
    rows = await get_connection("default").execute_query_dict(
        _OFFER,
        [
            trip.id,
            trip.attempt,
            asked.batch,
            trip.urgent,
            now,
            now + asked.lasts,
            [one.driver_id for one in chosen],
            [one.vehicle_id for one in chosen],
            [one.distance_m if asked.radius_m is not None else None for one in chosen],
            [one.eta_s if asked.radius_m is not None else None for one in chosen],
        ],
    )
    trip.batch = asked.batch
    await Trip.filter(id=trip.id).update(batch=asked.batch)
    if rows:
        waited = now - (trip.search_began_at or trip.requested_at)
        metrics.offer_seconds.labels(trip.kind.value).observe(waited.total_seconds())
        events.append(
            trip_keeping.told(
                DriversAsked,
                trip,
                now,
                batch=asked.batch,
                radius_m=asked.radius_m,
                drivers=len(rows),
            )
        )
    events += [_made(trip, row) for row in rows]
    return len(rows)


def _made(trip: Trip, row: dict[str, object]) -> OfferMade:
    told = {name: row[name] for name in ("driver_id", "distance_m", "eta_s", "expires_at")}
    return OfferMade(
        **told,  # type: ignore[arg-type]  # a row's columns, typed by the table
        trip_offer_id=row["id"],  # type: ignore[arg-type]  # likewise
        trip_id=trip.id,
        trip_kind=trip.kind.value,
        urgent=trip.urgent,
        fare=trip.fare_paisa,
    )


async def _pre_empt(driver_ids: Sequence[int], now: datetime) -> list[Event]:
    rows = await get_connection("default").execute_query_dict(
        "UPDATE dispatch_offer SET state = 'WITHDRAWN', answered_at = $2"
        " WHERE driver_id = ANY($1) AND state = 'SENT' AND NOT urgent"
        " RETURNING id, driver_id, trip_id",
        [list(driver_ids), now],
    )
    happened: list[Event] = []
    for row in rows:
        happened += trip_keeping.ended_offers([row], row["trip_id"], OfferState.WITHDRAWN)
    return happened


async def answers(trip: Trip) -> dict[int, OfferState]:
    """Return how each driver answered last in this attempt."""
    offers = await Offer.filter(trip_id=trip.id, attempt=trip.attempt).order_by("id")
    return {offer.driver_id: offer.state for offer in offers}


async def candidates(trip: Trip, near: Sequence[Near]) -> list[Candidate]:
    """Return those near who are free: verified, at work with a fit vehicle, without a trip."""
    distances = {one.seen.driver_id: one.distance_m for one in near}
    rows = await get_connection("default").execute_query_dict(
        _FREE, [list(distances), trip.vehicle_kinds, trip.skill, trip.excluded]
    )
    return [
        Candidate(
            driver_id=row["driver_id"],
            vehicle_id=row["vehicle_id"],
            vehicle_kind=VehicleKind(row["kind"]),
            distance_m=distances[row["driver_id"]],
            busy_with_offer=row["plain"],
            served_at=row["served_at"],
        )
        for row in rows
    ]


# `plain`: an open offer that an urgent trip may take the driver out of; an urgent one stays his.
_FREE = """
SELECT d.id AS driver_id, v.id AS vehicle_id, v.kind,
       EXISTS (SELECT 1 FROM dispatch_offer o
               WHERE o.driver_id = d.id AND o.state = 'SENT' AND NOT o.urgent) AS plain,
       (SELECT t.assigned_at FROM dispatch_trip t
        WHERE t.driver_id = d.id ORDER BY t.id DESC LIMIT 1) AS served_at
FROM dispatch_driver d JOIN dispatch_vehicle v ON v.id = d.vehicle_id
JOIN accounts_account a ON a.id = d.account_id AND a.state = 'ACTIVE'
WHERE d.id = ANY($1) AND d.state = 'VERIFIED' AND v.state = 'VERIFIED'
  AND v.kind = ANY($2) AND v.skill = $3 AND d.id <> ALL($4)
  AND NOT EXISTS (SELECT 1 FROM dispatch_offer o
                  WHERE o.driver_id = d.id AND o.state = 'SENT' AND o.urgent)
  AND NOT EXISTS (SELECT 1 FROM dispatch_trip t WHERE t.driver_id = d.id
                  AND t.state IN ('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP'))
"""
_OFFER = """
INSERT INTO dispatch_offer (trip_id, attempt, batch, urgent, sent_at, expires_at, driver_id,
                            vehicle_id, distance_m, eta_s, state, reason)
SELECT $1, $2, $3, $4, $5, $6, c.driver_id, c.vehicle_id, c.distance_m, c.eta_s, 'SENT', ''
FROM unnest($7::bigint[], $8::bigint[], $9::int[], $10::int[])
     AS c(driver_id, vehicle_id, distance_m, eta_s)
WHERE NOT EXISTS (SELECT 1 FROM dispatch_trip t WHERE t.driver_id = c.driver_id
                  AND t.state IN ('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP'))
ON CONFLICT (driver_id) WHERE state = 'SENT' DO NOTHING
RETURNING id, driver_id, distance_m, eta_s, expires_at
"""
