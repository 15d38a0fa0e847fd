"""What the clock does with complaints: passes on what is late, and closes what nobody takes up."""

from __future__ import annotations

from datetime import datetime

from hmk_graph.civic import keeping, rules
from hmk_graph.civic.machines import ANSWERED, COMPLAINT, Actor, Move
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.places.models import Place, PlaceKind

# Above a district there is nobody who answers complaints here.
DESKS = (PlaceKind.UPAZILA, PlaceKind.DISTRICT)


@whole_command
async def escalate(complaint_id: int, clock: Clock) -> datetime | None:
    """Pass a complaint on whose time is over; answer when to ask again. Harmless late or repeated.

    It goes one desk higher, and never back to the officer from whom it was taken.
    """
    async with transaction() as events:
        complaint = await keeping.locked(complaint_id)
        due = complaint.due_at
        if due is None or (complaint.state, Move.ESCALATE) not in COMPLAINT:
            return None
        now = await clock()
        if now < due:
            return due
        events += await keeping.move(
            complaint,
            Move.ESCALATE,
            Actor.CLOCK,
            by=None,
            now=now,
            desk_id=await _desk_above(complaint.desk_id),
            passed_over_id=complaint.assignee_id,
            assignee_id=None,
            escalated=complaint.escalated + 1,
            due_at=rules.due_after(now, rules.time_for(complaint.kind, again=True)),
        )
    return None


@whole_command
async def close(complaint_id: int, clock: Clock) -> datetime | None:
    """Close an answered complaint whose author says nothing; answer when to ask again."""
    async with transaction() as events:
        complaint = await keeping.locked(complaint_id)
        if complaint.state not in ANSWERED or complaint.answered_at is None:
            return None
        due = complaint.answered_at + rules.CLOSED_AFTER[complaint.state]
        now = await clock()
        if now < due:
            return due
        events += await keeping.move(
            complaint, Move.EXPIRE, Actor.CLOCK, by=None, now=now, closed_at=now
        )
    return None


async def _desk_above(desk_id: int) -> int:
    desk = await Place.get(id=desk_id)
    above = await Place.get_or_none(id=desk.parent_id) if desk.parent_id else None
    return above.id if above is not None and above.kind in DESKS else desk_id
