"""What a citizen does: complain, answer what he is asked, say whether it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.civic import keeping, rules
from hmk_graph.civic.errors import OpenComplaintLimit, ReopenOver
from hmk_graph.civic.machines import OPEN, Actor, Move
from hmk_graph.civic.models import Complaint, ComplaintKind
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind
from hmk_graph.places.finding import path_of
from hmk_graph.places.models import Place, PlaceKind

OPERATION = "lodgeComplaint"
PHOTOS = Subject(name="civic.complaint", kinds=frozenset({MediaKind.PHOTO}), most=4)


@dataclass(frozen=True, kw_only=True)
class Grievance:
    """What is wrong, and where; `address` is read by officers alone."""

    kind: ComplaintKind
    place_id: int
    text: str
    address: str = ""
    pictures: Sequence[Picture] = field(default=())


@whole_command
async def lodge(
    person_id: int, grievance: Grievance, *, idempotency_key: str, clock: Clock
) -> Complaint:
    """Complain. The time of its kind begins to run at once.

    Raises:
        TextTooShort, BadInput: The words are too few or too many.
        OpenComplaintLimit: The person has too many complaints open.
        NotFound: There is no such place, or a photo is not the person's.
        NotReady, AttachedElsewhere: Of the photos.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    text = keeping.words_of(grievance.text, "text")
    address = text_of(grievance.address, "address", longest=rules.LONGEST_ADDRESS)
    asked = {
        "kind": grievance.kind.value,
        "place": grievance.place_id,
        "text": text,
        "address": address,
        "media": [[one.media_id, one.alt] for one in grievance.pictures],
    }
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(person_id, OPERATION, idempotency_key, **asked)
        if earlier is not None:
            return await Complaint.get(id=earlier["complaint_id"])
        # The account's lock keeps the count right when two are lodged at once.
        await access.acting_locked(person_id)
        now = await clock()
        if await Complaint.filter(author_id=person_id, state__in=list(OPEN)).count() >= (
            rules.MOST_OPEN
        ):
            raise OpenComplaintLimit(rules.MOST_OPEN)
        made = await Complaint.create(
            author_id=person_id,
            kind=grievance.kind,
            place_id=grievance.place_id,
            desk_id=await desk_for(grievance.kind, await path_of(grievance.place_id)),
            text=text,
            address=address,
            created_at=now,
            due_at=rules.due_after(now, rules.time_for(grievance.kind, again=False)),
        )
        await hang(person_id, PHOTOS, made.id, grievance.pictures, at=now)
        events += await keeping.written(made, Move.LODGE, by=person_id, now=now, note="")
        await remember(person_id, OPERATION, idempotency_key, {"complaint_id": made.id})
    return made


async def desk_for(kind: ComplaintKind, path: Sequence[int]) -> int:
    """Return the place whose officers see to a complaint: the upazila of where it is.

    About an office it goes one higher, so that nobody judges what his own office decided.
    """
    desk = PlaceKind.DISTRICT if kind is ComplaintKind.OFFICE else PlaceKind.UPAZILA
    found = await Place.get_or_none(id__in=list(path), kind=desk)
    return found.id if found is not None else path[-1]


@whole_command
async def answer(person_id: int, complaint_id: int, text: str, *, clock: Clock) -> Complaint:
    """Answer what an officer asked; his time runs on.

    Raises:
        StaleState: Nothing is asked. TextTooShort, BadInput: Of the words.
        NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_own`.
    """
    note = keeping.words_of(text, "text")
    async with transaction(actor_id=person_id) as events:
        complaint = await keeping.locked_own(person_id, complaint_id)
        now = await clock()
        events += await keeping.move(
            complaint,
            Move.ANSWER,
            Actor.CITIZEN,
            by=person_id,
            now=now,
            note=note,
            due_at=rules.due_after(now, rules.time_left(complaint.left_s)),
            left_s=None,
        )
    return complaint


@whole_command
async def confirm(person_id: int, complaint_id: int, *, clock: Clock) -> Complaint:
    """Say that what was complained of is mended; that closes it. Twice is no matter.

    Raises:
        StaleState: It is not said to be resolved.
        NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_own`.
    """
    async with transaction(actor_id=person_id) as events:
        complaint = await keeping.locked_own(person_id, complaint_id)
        if complaint.fixed:
            return complaint
        now = await clock()
        events += await keeping.move(
            complaint,
            Move.CONFIRM,
            Actor.CITIZEN,
            by=person_id,
            now=now,
            closed_at=now,
            fixed=True,
        )
    return complaint


@whole_command
async def reopen(person_id: int, complaint_id: int, text: str, *, clock: Clock) -> Complaint:
    """Say that it is not mended, or was wrongly rejected; another look is due, in half the time.

    Raises:
        ReopenOver: The answer is too old, or it was reopened often enough.
        StaleState: It is not answered. TextTooShort, BadInput: Of the words.
        NotFound, NotSignedIn, AccountSuspended: As in `keeping.locked_own`.
    """
    note = keeping.words_of(text, "text")
    async with transaction(actor_id=person_id) as events:
        complaint = await keeping.locked_own(person_id, complaint_id)
        now = await clock()
        answered = complaint.answered_at
        late = answered is not None and now >= answered + rules.REOPEN_WITHIN
        if late or complaint.reopened >= rules.MOST_REOPENED:
            raise ReopenOver(days=rules.REOPEN_WITHIN.days, most=rules.MOST_REOPENED)
        events += await keeping.move(
            complaint,
            Move.REOPEN,
            Actor.CITIZEN,
            by=person_id,
            now=now,
            note=note,
            answered_at=None,
            assignee_id=None,
            reopened=complaint.reopened + 1,
            due_at=rules.due_after(now, rules.time_for(complaint.kind, again=True)),
        )
    return complaint
