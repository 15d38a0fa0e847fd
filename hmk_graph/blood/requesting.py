"""Somebody needs blood: the request is made, called off, or runs out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.blood import keeping, rules
from hmk_graph.blood.errors import OpenRequestLimit
from hmk_graph.blood.events import BloodRequested
from hmk_graph.blood.machines import RUNNING, Actor, RequestCommand
from hmk_graph.blood.models import BloodGroup, BloodRequest, OfferState, RequestState
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.places.finding import path_of

OPERATION = "requestBlood"
LONGEST_HOSPITAL = 160
LONGEST_NOTE = 500


@dataclass(frozen=True, kw_only=True)
class Need:
    """What is needed, where and by when. `hospital` names the ward and the bed, too."""

    group: BloodGroup
    units: int
    place_id: int
    hospital: str
    needed_by: datetime
    note: str = ""


@whole_command
async def ask_for_blood(
    person_id: int, need: Need, *, idempotency_key: str, clock: Clock
) -> BloodRequest:
    """Ask for blood. The first ring of donors is asked as soon as this is written.

    Raises:
        BadInput: Units, time or texts are out of bounds.
        OpenRequestLimit: The person has too many requests open.
        NotFound: There is no such place.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    hospital = text_of(need.hospital, "hospital", longest=LONGEST_HOSPITAL)
    note = text_of(need.note, "note", longest=LONGEST_NOTE)
    asked = {
        "group": need.group.value,
        "units": need.units,
        "place": need.place_id,
        "hospital": hospital,
        "by": need.needed_by.isoformat(),
        "note": note,
    }
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(person_id, OPERATION, idempotency_key, **asked)
        if earlier is not None:
            return await BloodRequest.get(id=earlier["request_id"])
        # The account's lock keeps the count right when two are asked for at once.
        await access.acting_locked(person_id)
        now = await clock()
        _check(need, hospital, now)
        await path_of(need.place_id)
        running = BloodRequest.filter(requester_id=person_id, state__in=list(RUNNING))
        if await running.count() >= rules.MOST_OPEN:
            raise OpenRequestLimit(rules.MOST_OPEN)
        made = await BloodRequest.create(
            requester_id=person_id,
            group=need.group,
            units=need.units,
            place_id=need.place_id,
            hospital=hospital,
            note=note,
            needed_by=need.needed_by,
            created_at=now,
        )
        await deadlines.arm(keeping.INVITE, made.id, now)
        await deadlines.arm(keeping.EXPIRE, made.id, made.needed_by)
        events.append(BloodRequested(**keeping.facts(made), needed_by=made.needed_by))
        await remember(person_id, OPERATION, idempotency_key, {"request_id": made.id})
    return made


@whole_command
async def cancel(person_id: int, request_id: int, *, clock: Clock) -> BloodRequest:
    """Call a request off; all who were asked are told. Saying it twice is no matter.

    Raises:
        NotFound: There is no such request of the person's.
        StaleState: It is over otherwise.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        request = await keeping.locked_own(person_id, request_id)
        if request.state is RequestState.CANCELLED:
            return request
        now = await clock()
        events += await keeping.close(request, RequestCommand.CANCEL, Actor.REQUESTER, now)
    return request


@whole_command
async def expire(request_id: int, clock: Clock) -> datetime | None:
    """End a request whose time is over; answer when to ask again. Harmless late or repeated."""
    async with transaction() as events:
        request = await keeping.locked(request_id)
        if request.state not in RUNNING:
            return None
        now = await clock()
        if now < request.needed_by:
            return request.needed_by
        events += await keeping.close(request, RequestCommand.EXPIRE, Actor.CLOCK, now)
        await deadlines.arm(keeping.RELEASE, request.id, now + rules.GIVING.phones_after_close)
    return None


@whole_command
async def release_promised(request_id: int, clock: Clock) -> datetime | None:
    """Let the confirmed go a day after their request ran out; answer when to ask again."""
    async with transaction() as events:
        request = await keeping.locked(request_id)
        if request.closed_at is None:
            return None
        due = request.closed_at + rules.GIVING.phones_after_close
        if await clock() < due:
            return due
        events += await keeping.release_rest(request, {OfferState.CONFIRMED}, Actor.CLOCK)
    return None


def _check(need: Need, hospital: str, now: datetime) -> None:
    if not 1 <= need.units <= rules.MOST_UNITS:
        raise BadInput(
            "units",
            why_bn="১ থেকে ২০ ব্যাগ চাওয়া যায়।",
            why_en=f"ask for 1 to {rules.MOST_UNITS} units.",
        )
    if not now + rules.SHORTEST_AHEAD <= need.needed_by <= now + rules.LONGEST_AHEAD:
        raise BadInput(
            "neededBy",
            why_bn="আধা ঘণ্টা থেকে চৌদ্দ দিনের মধ্যে একটি সময় দিন।",
            why_en="give a time between half an hour and fourteen days from now.",
        )
    if not hospital:
        raise BadInput(
            "hospital",
            why_bn="কোন হাসপাতালে, কোন ওয়ার্ডে লিখুন।",
            why_en="name the hospital and the ward.",
        )
