"""What officers do with a complaint: take it, ask, and answer in words that both sides read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts.rules import reason_of
from hmk_graph.civic import keeping, rules
from hmk_graph.civic.errors import NotForThisOfficer
from hmk_graph.civic.events import ComplaintGiven
from hmk_graph.civic.machines import Actor, Move
from hmk_graph.civic.models import Complaint
from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind

PROOFS = Subject(name="civic.answer", kinds=frozenset({MediaKind.PHOTO}), most=4)


@whole_command
async def assign(
    officer_id: int,
    complaint_id: int,
    to_id: int,
    *,
    reason: str = "",
    clock: Clock,
) -> Complaint:
    """Take a complaint, or give it to another officer of its desk.

    Taking one from the hands of another needs a reason. Twice to the same is no matter.

    Raises:
        NotForThisOfficer: Who shall have it is no officer of the desk, wrote it, or let its time
            pass before.
        ReasonTooShort, BadInput: Somebody else had it, and there is no reason.
        StaleState: It is answered, or waits for the citizen.
        NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_at_desk`.
    """
    async with transaction(actor_id=officer_id) as events:
        complaint = await keeping.locked_at_desk(officer_id, complaint_id)
        if complaint.assignee_id == to_id:
            return complaint
        if to_id == complaint.passed_over_id or not await keeping.may_handle(to_id, complaint):
            raise NotForThisOfficer
        note = reason_of(reason) if complaint.assignee_id is not None else ""
        now = await clock()
        events += await keeping.move(
            complaint,
            Move.ASSIGN,
            Actor.OFFICER,
            by=officer_id,
            now=now,
            note=note,
            assignee_id=to_id,
        )
        if to_id != officer_id:
            events.append(_given(complaint, to_id, now))
    return complaint


def _given(complaint: Complaint, to_id: int, now: datetime) -> ComplaintGiven:
    return ComplaintGiven(
        account_id=to_id, complaint_id=complaint.id, due_at=complaint.due_at or now
    )


@whole_command
async def begin(officer_id: int, complaint_id: int, *, clock: Clock) -> Complaint:
    """Say that work on it has begun.

    Raises:
        StaleState: It is not assigned.
        NotAssignedToYou, NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_in_hand`.
    """
    async with transaction(actor_id=officer_id) as events:
        complaint = await keeping.locked_in_hand(officer_id, complaint_id)
        now = await clock()
        events += await keeping.move(complaint, Move.BEGIN, Actor.OFFICER, by=officer_id, now=now)
    return complaint


@whole_command
async def ask(officer_id: int, complaint_id: int, text: str, *, clock: Clock) -> Complaint:
    """Ask the citizen something; the officer's time stands still until he answers.

    Raises:
        StaleState: It is not in progress. TextTooShort, BadInput: Of the words.
        NotAssignedToYou, NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_in_hand`.
    """
    note = keeping.words_of(text, "text")
    async with transaction(actor_id=officer_id) as events:
        complaint = await keeping.locked_in_hand(officer_id, complaint_id)
        now = await clock()
        left = rules.work_between(now, complaint.due_at or now)
        events += await keeping.move(
            complaint,
            Move.ASK,
            Actor.OFFICER,
            by=officer_id,
            now=now,
            note=note,
            due_at=None,
            left_s=int(left.total_seconds()),
        )
    return complaint


@whole_command
async def resolve(
    officer_id: int, complaint_id: int, text: str, pictures: Sequence[Picture], *, clock: Clock
) -> Complaint:
    """Say what was done. Whether it is mended, the citizen says.

    Raises:
        StaleState: It is not in the officer's hands. TextTooShort, BadInput: Of the words.
        NotAssignedToYou, NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_in_hand`.
        NotReady, AttachedElsewhere: Of the photos.
    """
    note = keeping.words_of(text, "text")
    async with transaction(actor_id=officer_id) as events:
        complaint = await keeping.locked_in_hand(officer_id, complaint_id)
        now = await clock()
        events += await _answered(complaint, Move.RESOLVE, officer_id, note, now)
        await hang(officer_id, PROOFS, complaint.id, pictures, at=now)
    return complaint


@whole_command
async def reject(officer_id: int, complaint_id: int, text: str, *, clock: Clock) -> Complaint:
    """Say why nothing will be done.

    Raises:
        StaleState: It is not in the officer's hands. TextTooShort, BadInput: Of the words.
        NotAssignedToYou, NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_in_hand`.
    """
    note = keeping.words_of(text, "text")
    async with transaction(actor_id=officer_id) as events:
        complaint = await keeping.locked_in_hand(officer_id, complaint_id)
        events += await _answered(complaint, Move.REJECT, officer_id, note, await clock())
    return complaint


async def _answered(
    complaint: Complaint, what: Move, officer_id: int, note: str, now: datetime
) -> list[Event]:
    happened = await keeping.move(
        complaint,
        what,
        Actor.OFFICER,
        by=officer_id,
        now=now,
        note=note,
        answered_at=now,
        due_at=None,
    )
    await deadlines.hasten(keeping.CLOSE, complaint.id, now + rules.CLOSED_AFTER[complaint.state])
    return happened
