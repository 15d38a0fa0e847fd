"""The rows of complaints: who may touch them, and what each step writes down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.civic import rules
from hmk_graph.civic.errors import NotAssignedToYou, TextTooShort
from hmk_graph.civic.events import ComplaintMoved, YourComplaintMoved
from hmk_graph.civic.machines import COMPLAINT, Actor, Move
from hmk_graph.civic.models import Complaint, ComplaintStep
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event
from hmk_graph.places.finding import path_of
from hmk_graph.stepping import step

ESCALATE = "civic.escalate_complaint"
CLOSE = "civic.close_complaint"


async def locked(complaint_id: int) -> Complaint:
    """Lock a complaint until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    found = await Complaint.select_for_update(no_key=True).get_or_none(id=complaint_id)
    if found is None:
        raise NotFound
    return found


async def locked_own(person_id: int, complaint_id: int) -> Complaint:
    """Lock a person's own complaint.

    Raises:
        NotFound: There is none, or it is another's.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(person_id)
    complaint = await locked(complaint_id)
    if complaint.author_id != person_id:
        raise NotFound
    return complaint


async def locked_at_desk(officer_id: int, complaint_id: int) -> Complaint:
    """Lock a complaint for an officer of the desk that it lies on, who did not write it.

    Raises:
        NotFound: There is none, or the officer is none of its desk.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(officer_id)
    complaint = await locked(complaint_id)
    if not await may_handle(officer_id, complaint):
        raise NotFound
    return complaint


async def locked_in_hand(officer_id: int, complaint_id: int) -> Complaint:
    """Lock a complaint that an officer has in his hands.

    Raises:
        NotFound, NotSignedIn, AccountSuspended: As in `locked_at_desk`.
        NotAssignedToYou: Somebody else has it, or nobody.
    """
    complaint = await locked_at_desk(officer_id, complaint_id)
    if complaint.assignee_id != officer_id:
        raise NotAssignedToYou
    return complaint


async def may_handle(officer_id: int, complaint: Complaint) -> bool:
    """Say whether somebody is an officer of a complaint's desk, and it is not his own."""
    if complaint.author_id == officer_id:
        return False
    return await access.is_officer_of(officer_id, await path_of(complaint.desk_id))


async def move(
    complaint: Complaint,
    what: Move,
    actor: Actor,
    *,
    by: int | None,
    now: datetime,
    note: str = "",
    **changes: Any,
) -> list[Event]:
    """Take one step of a locked complaint, write it down, and return what happened.

    `Any`: the changes have the columns' types. `by` is None for the clock.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await step(complaint, COMPLAINT, what, actor, **changes)
    return await written(complaint, what, by=by, now=now, note=note)


async def written(
    complaint: Complaint, what: Move, *, by: int | None, now: datetime, note: str
) -> list[Event]:
    """Write a step down, set the clock of what follows, and return what happened."""
    await ComplaintStep.create(
        complaint_id=complaint.id,
        move=what.value,
        state=complaint.state,
        actor_id=by,
        note=note,
        at=now,
    )
    if complaint.due_at is not None:
        await deadlines.hasten(ESCALATE, complaint.id, complaint.due_at)
    moved = ComplaintMoved(
        complaint_id=complaint.id,
        move=what.value,
        state=complaint.state.value,
        due_at=complaint.due_at,
    )
    if by == complaint.author_id:
        return [moved]
    told = YourComplaintMoved(
        account_id=complaint.author_id, complaint_id=complaint.id, state=complaint.state.value
    )
    return [moved, told]


def words_of(text: str, field: str) -> str:
    """Return what somebody writes about a complaint, tidied.

    Raises:
        TextTooShort: Nobody could act on it.
        BadInput: It is too long, or holds characters that do not show.
    """
    words = text_of(text, field, longest=rules.LONGEST_TEXT)
    if len(words) < rules.SHORTEST_TEXT:
        raise TextTooShort(rules.SHORTEST_TEXT)
    return words
