"""Donors are asked in rings: the nearest ten, and after ten minutes the next, not everybody.

Exact group before compatible, O- for last; of a tier the nearest by the tree of places, then by the
distance between the centers that are known.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.blood import keeping, rules
from hmk_graph.blood.events import DonorsInvited, InvitedToGive, NoDonorLeft
from hmk_graph.blood.machines import RUNNING
from hmk_graph.blood.models import BloodRequest
from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command


@whole_command
async def invite_next(request_id: int, clock: Clock) -> datetime | None:
    """Ask the next ring, unless enough are confirmed; answer when to ask again.

    None once the request is over. Late or repeated it does no harm: a donor is asked once for one
    request (unique), whatever this does. It is a reaction to a donor's dropping out, too.
    """
    async with transaction() as events:
        request = await keeping.locked(request_id)
        now = await clock()
        if request.state not in RUNNING or now >= request.needed_by:
            return None
        if keeping.full(request):
            return keeping.later(now)
        asked = await _ask(request, now)
        request.rings += 1 if asked else 0
        exhausted, request.exhausted = request.exhausted, not asked
        await request.save(update_fields=["rings", "exhausted"])
        facts = keeping.facts(request)
        if asked:
            events.append(DonorsInvited(**facts, ring=request.rings, invited=len(asked)))
            events += [_invitation(request, row) for row in asked]
        elif not exhausted:
            events.append(NoDonorLeft(**facts))
            events.append(keeping.for_requester(request, "NO_DONOR_LEFT"))
    return keeping.later(now)


async def _ask(request: BloodRequest, now: datetime) -> list[dict[str, Any]]:
    """Write the invitations of the next ring; return their donors. `Any`: columns of any kind."""
    today = rules.day_of(now)
    earliest, latest = rules.birthdays(today)
    tiers = rules.asking_order(request.group)
    groups = [group.value for tier in tiers for group in tier]
    return await get_connection("default").execute_query_dict(
        _NEXT_RING,
        [
            request.id,
            groups,
            [place for place, tier in enumerate(tiers) for _ in tier],
            request.place_id,
            today,
            earliest,
            latest,
            rules.GIVING.lightest_kg,
            rules.GIVING.ring_size,
            request.rings + 1,
            now,
            request.group.value,
            request.requester_id,
        ],
    )


def _invitation(request: BloodRequest, row: dict[str, Any]) -> Event:
    return InvitedToGive(
        account_id=row["account_id"],
        request_id=request.id,
        donation_offer_id=row["id"],
        group=request.group.value,
        place_id=request.place_id,
        needed_by=request.needed_by,
    )


# $2 and $3: each group that may give, with its tier. A union's center is not known: its upazila's
# stands for it. Haversine on a sphere of 6371 km; only the order of the distances counts.
_NEXT_RING = """
WITH hospital AS (
    SELECT p.path, coalesce(p.lat, u.lat) AS lat, coalesce(p.lng, u.lng) AS lng
    FROM places_place p LEFT JOIN places_place u ON u.id = p.path[3]
    WHERE p.id = $4
), fit AS (
    SELECT d.id, d.account_id, d."group", tier.place AS tier, d.last_invited_at,
           (SELECT count(*) FROM unnest(p.path) AS rung WHERE rung = ANY(h.path)) AS shared,
           2 * 6371000 * asin(least(1, sqrt(
               power(sin(radians(coalesce(p.lat, u.lat) - h.lat) / 2), 2)
               + cos(radians(h.lat)) * cos(radians(coalesce(p.lat, u.lat)))
               * power(sin(radians(coalesce(p.lng, u.lng) - h.lng) / 2), 2)))) AS meters
    FROM blood_donor d
    JOIN unnest($2::text[], $3::int[]) AS tier(blood, place) ON tier.blood = d."group"
    JOIN accounts_account a ON a.id = d.account_id AND a.state = 'ACTIVE'
    JOIN places_place p ON p.id = d.place_id
    LEFT JOIN places_place u ON u.id = p.path[3]
    CROSS JOIN hospital h
    WHERE d.available AND (d.eligible_on IS NULL OR d.eligible_on <= $5)
      AND d.born_on BETWEEN $6 AND $7 AND d.weight_kg >= $8 AND d.account_id <> $13
      AND NOT EXISTS (SELECT FROM blood_offer o WHERE o.donor_id = d.id
                      AND (o.request_id = $1 OR o.state = 'CONFIRMED'))
), ring AS (
    SELECT * FROM fit
    ORDER BY tier, shared DESC, meters NULLS LAST, last_invited_at NULLS FIRST, id
    LIMIT $9
), written AS (
    INSERT INTO blood_offer (request_id, donor_id, state, version, ring, exact, reason, invited_at)
    SELECT $1, id, 'INVITED', 1, $10, "group" = $12, '', $11 FROM ring
    ON CONFLICT (request_id, donor_id) DO NOTHING
    RETURNING id, donor_id
), marked AS (
    UPDATE blood_donor d SET last_invited_at = $11 FROM written w WHERE d.id = w.donor_id
)
SELECT w.id, r.account_id FROM written w JOIN ring r ON r.id = w.donor_id ORDER BY w.id
"""
