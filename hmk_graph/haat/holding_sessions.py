"""Days of a haat: an officer plans, opens and closes them, and reports what was sold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.machines import SESSION, Actor, SessionCommand
from hmk_graph.haat.models import Haat, HaatSession, SessionState
from hmk_graph.haat.selling_errors import LotsStillRunning
from hmk_graph.haat.selling_events import SessionMoved
from hmk_graph.haat.wording import LONGEST_TITLE, line
from hmk_graph.idempotency import recall, remember
from hmk_graph.places.finding import path_of
from hmk_graph.state_machines import next_state

OPERATION = "planSession"
LONGEST_DAY = timedelta(days=3)
RUNNING = (LotState.SCHEDULED, LotState.OPEN)


@dataclass(frozen=True, kw_only=True)
class SessionPlan:
    """A day of a haat as its officer plans it; times are aware."""

    title_bn: str
    title_en: str
    starts_at: datetime
    ends_at: datetime


@whole_command
async def plan_session(
    officer_id: int, haat_id: int, plan: SessionPlan, *, idempotency_key: str, clock: Clock
) -> HaatSession:
    """Announce a day of the haat; the officer who plans it is in charge of it.

    Raises:
        NotFound: No such haat, or the person is no officer of it.
        BadInput: A title is missing, or the times are past, turned round, or days apart.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=officer_id, command_id=idempotency_key) as events:
        earlier = await recall(
            officer_id, OPERATION, idempotency_key, haat=haat_id, plan=vars(plan)
        )
        if earlier is not None:
            return await HaatSession.get(id=earlier["session_id"])
        await need_officer(officer_id, haat_id)
        _need_times(plan, await clock())
        session = await HaatSession.create(
            haat_id=haat_id,
            title_bn=line("titleBn", plan.title_bn, longest=LONGEST_TITLE, shortest=3),
            title_en=line("titleEn", plan.title_en, longest=LONGEST_TITLE, shortest=3),
            starts_at=plan.starts_at,
            ends_at=plan.ends_at,
            officer_id=officer_id,
        )
        events.append(_moved(session))
        await remember(officer_id, OPERATION, idempotency_key, {"session_id": session.id})
    return session


async def open_session(officer_id: int, session_id: int) -> HaatSession:
    """Open the day: lots may be put into it and run.

    Raises:
        NotFound: No such day, or the person is no officer of its haat.
        StaleState: It is open or over already.
    """
    return await _move(officer_id, session_id, SessionCommand.OPEN)


async def begin_closing(officer_id: int, session_id: int) -> HaatSession:
    """Take no more lots into the day; those that run end by their own clock.

    Raises:
        NotFound, StaleState: As for `open_session`.
    """
    return await _move(officer_id, session_id, SessionCommand.BEGIN_CLOSING)


async def close_session(officer_id: int, session_id: int) -> HaatSession:
    """End the day, after its last lot.

    Raises:
        NotFound, StaleState: As for `open_session`.
        LotsStillRunning: Some have not ended yet.
    """
    return await _move(officer_id, session_id, SessionCommand.CLOSE)


async def report_session(officer_id: int, session_id: int) -> HaatSession:
    """Mark the day's report as made; nothing about it changes afterwards.

    Raises:
        NotFound, StaleState: As for `open_session`.
    """
    return await _move(officer_id, session_id, SessionCommand.REPORT)


async def need_officer(officer_id: int, haat_id: int) -> Haat:
    """Return a haat whose officer this is.

    Raises:
        NotFound: No such haat, or the person is no officer of it.
    """
    await access.acting(officer_id)
    haat = await Haat.get_or_none(id=haat_id)
    if haat is None or not await access.is_officer_of(officer_id, await path_of(haat.place_id)):
        raise NotFound
    return haat


@whole_command
async def _move(officer_id: int, session_id: int, command: SessionCommand) -> HaatSession:
    async with transaction(actor_id=officer_id) as events:
        session = await HaatSession.filter(id=session_id).select_for_update(no_key=True).first()
        if session is None:
            raise NotFound
        await need_officer(officer_id, session.haat_id)
        to = SessionState(next_state(SESSION, session.state, command, actor=Actor.OFFICER))
        if command is SessionCommand.CLOSE:
            running = await Lot.filter(session_id=session.id, state__in=RUNNING).count()
            if running:
                raise LotsStillRunning(running)
        await HaatSession.filter(id=session.id, state=session.state).update(
            state=to, version=session.version + 1
        )
        session.state, session.version = to, session.version + 1
        events.append(_moved(session))
    return session


def _need_times(plan: SessionPlan, now: datetime) -> None:
    if not now < plan.ends_at or not timedelta(0) < plan.ends_at - plan.starts_at <= LONGEST_DAY:
        raise BadInput(
            "endsAt",
            why_bn="আগে শুরু, পরে শেষ; হাট তিন দিনের বেশি চলে না, আর শেষ সময় সামনে হবে।",
            why_en="the start comes first, a haat lasts three days at most, and ends ahead of now.",
        )


def _moved(session: HaatSession) -> Event:
    return SessionMoved(
        haat_id=session.haat_id,
        haat_session_id=session.id,
        state=str(session.state),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
    )
