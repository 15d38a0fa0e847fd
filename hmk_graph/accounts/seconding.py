"""What no officer forces alone: the first one's word waits until a second one says the same (C10).

An activity that moves money by force, or ends somebody's business, locks its thing, checks who
asks, and comes here; it goes on when the word that comes back is agreed. All of it is one
transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access, queries, residence, rules
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.events import ActAsked, ActDeclined, ActSeconded
from hmk_graph.accounts.forced_models import ForcedAct, ForcedActKind, ForcedAnswer
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command


@dataclass(frozen=True, kw_only=True)
class Forced:
    """What an officer wants done with a thing, in one of several ways (`choice`) or the only one.

    `place_id` None: administrators alone decide. `concerns`: whose own thing it is.
    """

    kind: ForcedActKind
    subject_id: int
    choice: str = ""
    place_id: int | None
    concerns: Collection[int] = ()


@dataclass(frozen=True, kw_only=True)
class Word:
    """What an officer's word came to. `second_id` None: it is the first, and waits."""

    first_id: int
    second_id: int | None
    reason: str
    events: Sequence[Event]

    @property
    def is_agreed(self) -> bool:
        """Say whether two officers want it, so that it is done now."""
        return self.second_id is not None


async def speak(officer_id: int, forced: Forced, *, reason: str, now: datetime) -> Word:
    """Take an officer's word, in the caller's transaction, the thing being locked.

    The first word is kept, and takes the place of an earlier one that said another thing. One whose
    officer has lost his role, or is suspended, counts no more: it lapses, and this is the first.

    Raises:
        SecondOfficerNeeded: The same officer said so before.
    """
    waiting = await _waiting_for(forced.kind, forced.subject_id)
    if waiting is not None and not await _may_answer(waiting.asked_by_id, waiting):
        await lapse(forced.kind, forced.subject_id, now)
        waiting = None
    if waiting is not None and waiting.choice == forced.choice:
        if waiting.asked_by_id == officer_id:
            raise SecondOfficerNeeded
        await _answer(waiting, ForcedAnswer.AGREED, officer_id, reason, now)
        told = ActSeconded(**_facts(waiting), second_officer_id=officer_id, answer=reason)
        return Word(
            first_id=waiting.asked_by_id,
            second_id=officer_id,
            reason=waiting.reason,
            events=[told],
        )
    if waiting is not None:
        await _answer(waiting, ForcedAnswer.REPLACED, officer_id, reason, now)
    asked = await ForcedAct.create(
        kind=forced.kind,
        subject_id=forced.subject_id,
        choice=forced.choice,
        reason=reason,
        place_id=forced.place_id,
        concerns=sorted(forced.concerns),
        asked_by_id=officer_id,
        asked_at=now,
    )
    return Word(
        first_id=officer_id, second_id=None, reason=reason, events=[ActAsked(**_facts(asked))]
    )


async def lapse(kind: ForcedActKind, subject_id: int, now: datetime) -> None:
    """Drop what waits about a locked thing: it went on in another way, or its officer is none now.

    Often there is nothing.
    """
    waiting = ForcedAct.filter(kind=kind, subject_id=subject_id, answer=None)
    await waiting.update(answer=ForcedAnswer.LAPSED, answered_at=now)


@whole_command
async def decline(officer_id: int, act_id: int, *, reason: str, clock: Clock) -> ForcedAct:
    """Say that it shall not be done; whoever asked may also take his own word back so.

    Raises:
        NotFound: There is no such act, or it is none that this officer may answer.
        StaleState: It was answered.
        ReasonTooShort, BadInput: The reason is at fault.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    why = rules.reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        act = await ForcedAct.select_for_update(no_key=True).get_or_none(id=act_id)
        if act is None or not await _may_answer(officer_id, act):
            raise NotFound
        if act.answer is not None:
            raise StaleState(current=act.answer, allowed=["WAITING"])
        await _answer(act, ForcedAnswer.DECLINED, officer_id, why, await clock())
        events.append(ActDeclined(**_facts(act), second_officer_id=officer_id, answer=why))
    return act


async def waiting(officer_id: int) -> QuerySet[ForcedAct]:
    """Return what waits for a second officer where this one is one, but what concerns himself."""
    found = ForcedAct.filter(answer=None).exclude(concerns__contains=[officer_id])
    areas = await queries.areas_of(officer_id)
    if areas is not None:
        return found.filter(place__path__overlap=areas)
    return found if await access.is_administrator(officer_id) else found.filter(~Q(place_id=None))


async def asked_for(
    viewer_id: int | None, kind: ForcedActKind, subject_ids: Sequence[int]
) -> list[ForcedAct | None]:
    """Return what waits about each thing for who may answer it; None for nothing, or others."""
    if viewer_id is None:
        return [None for _ in subject_ids]
    found = (await waiting(viewer_id)).filter(kind=kind, subject_id__in=list(set(subject_ids)))
    by_subject = {act.subject_id: act async for act in found}
    return [by_subject.get(subject_id) for subject_id in subject_ids]


async def counts(officer_id: int | None, place_id: int | None) -> bool:
    """Say whether a first officer's word still counts: he is one of the place now, and may act.

    Without a place it takes an administrator; without an officer nothing was said.
    """
    if officer_id is None:
        return False
    if place_id is None:
        return await access.is_administrator(officer_id)
    return await access.is_officer_of(officer_id, await residence.path_of(place_id))


async def _may_answer(officer_id: int, act: ForcedAct) -> bool:
    return officer_id not in act.concerns and await counts(officer_id, act.place_id)


async def _waiting_for(kind: ForcedActKind, subject_id: int) -> ForcedAct | None:
    # Locked: the first officer may be taking his word back in this moment.
    found = ForcedAct.select_for_update(no_key=True).filter(kind=kind, subject_id=subject_id)
    return await found.get_or_none(answer=None)


async def _answer(
    act: ForcedAct, answer: ForcedAnswer, officer_id: int, reason: str, now: datetime
) -> None:
    written = {
        "answer": answer,
        "answer_reason": reason,
        "answered_by_id": officer_id,
        "answered_at": now,
    }
    await ForcedAct.filter(id=act.id, answer=None).update(**written)
    act.update_from_dict(written)


def _facts(act: ForcedAct) -> dict[str, Any]:  # Any: the fields of an event
    return {
        "account_id": act.asked_by_id,
        "act_id": act.id,
        "act": act.kind,
        "subject_id": act.subject_id,
        "choice": act.choice,
        "reason": act.reason,
        "officer_id": act.asked_by_id,
    }
