"""Bids that wait for one lot are judged together; a lone bid waits for nobody.

A lot is strictly serial, and a bid costs a handful of round trips and a flushed commit while the
lot is locked. So in each process the bids on a lot gather at a desk: the first is taken to the
database at once, those that come meanwhile wait, and all of them go together next.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextvars import Context
from dataclasses import dataclass, field

from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, Unavailable
from hmk_graph.event_log import LOST, RETRYABLE
from hmk_graph.haat.judging import BidReceipt, Outcome, Promise, judge

# So many hold a lot's lock for some tens of milliseconds; more would keep its close waiting.
MOST_TOGETHER = 256
# Two to four further rounds. Who would wait longer is better told at once.
MOST_WAITING = 1_024

Answer = asyncio.Future[BidReceipt]


@dataclass
class Desk:
    """Where the bids on one lot gather that are judged by one clock, in the order of arrival."""

    lot_id: int
    clock: Clock
    waiting: deque[tuple[Promise, Answer]] = field(default_factory=deque)
    work: asyncio.Task[None] | None = None


Place = tuple[asyncio.AbstractEventLoop, int, Clock]
# The desks that are at work, by loop, lot and clock. Only their one event loop touches them.
_desks: dict[Place, Desk] = {}


async def judged(lot_id: int, promise: Promise, *, clock: Clock) -> BidReceipt:
    """Have a bid judged with those that wait for the same lot, and return its own answer.

    Whoever stops waiting takes nothing from the others.

    Raises:
        Unavailable: Too many wait for this lot already.
        DomainError: As `judge` refuses.
    """
    place = (asyncio.get_running_loop(), lot_id, clock)
    desk = _desks.get(place)
    if desk is None:
        desk = _desks[place] = Desk(lot_id=lot_id, clock=clock)
        # In a context of its own: whoever happens to come first lends the others neither his
        # transaction nor his request's id.
        desk.work = asyncio.create_task(_keep_open(place, desk), name="bids", context=Context())
    if len(desk.waiting) >= MOST_WAITING:
        raise Unavailable
    answer: Answer = place[0].create_future()
    desk.waiting.append((promise, answer))
    return await answer


async def _keep_open(place: Place, desk: Desk) -> None:
    try:
        while desk.waiting:
            many = min(len(desk.waiting), MOST_TOGETHER)
            taken = [desk.waiting.popleft() for _ in range(many)]
            # Who went away before his turn bids no more; afterwards it is too late.
            await _judge(desk, [one for one in taken if not one[1].done()])
    finally:
        # Within the same step as the last look at who waits, so that nobody comes in between.
        del _desks[place]
        for _, answer in desk.waiting:
            answer.cancel()  # of use only where the process ends in the middle


async def _judge(desk: Desk, taken: list[tuple[Promise, Answer]]) -> None:
    if not taken:
        return
    try:
        outcomes = await judge(desk.lot_id, [one for one, _ in taken], clock=desk.clock)
    except (OSError, *RETRYABLE, *LOST) as error:
        _fail(taken, error)
    except Exception as error:
        # An edge: here one's fault must not become another's. Each is tried by himself, and only
        # he whose fault it was is told of it.
        if len(taken) == 1:
            _fail(taken, error)
            return
        for one in taken:
            await _judge(desk, [one])
    else:
        for (_, answer), outcome in zip(taken, outcomes, strict=True):
            _answer(answer, outcome)
    finally:
        for _, answer in taken:
            answer.cancel()  # of use only where the process ends in the middle


def _answer(answer: Answer, outcome: Outcome) -> None:
    if answer.done():
        return
    if isinstance(outcome, DomainError):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)


def _fail(taken: list[tuple[Promise, Answer]], error: Exception) -> None:
    for _, answer in taken:
        if not answer.done():
            answer.set_exception(error)
