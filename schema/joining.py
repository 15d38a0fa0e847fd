"""How a listener comes to be served with others: let in, brought as far as they are, and joined.

In every case each event comes once and in order: what lies before the ring is read from the log for
this listener alone, what lies in it is taken from there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress
from copy import copy
from typing import Protocol

from schema.cohorts import Cohort, Ended, Fate, Member, Passed
from schema.context import Context
from schema.cursors import Course, Forged, Place
from schema.following import Lags
from schema.gathering import Cohorts
from schema.outlets import Outlet
from schema.presence import held
from schema.renderings import CannotBeShared
from schema.sharing import PublicStream, Request, Shareable
from schema.streams import PUBLIC


class TooSlow(Exception):
    """The listener fell behind again and again; its connection is closed."""


class Listener(Protocol):
    """One operation of one client, over whichever transport."""

    @property
    def context(self) -> Context:
        """Return who listens."""

    @property
    def request(self) -> Request:
        """Return what it asked."""

    @property
    def prefix(self) -> bytes:
        """Return what stands before a payload in its frames."""

    @property
    def outlet(self) -> Outlet:
        """Return the way out to it."""

    def on_end(self, leave: Callable[[], None]) -> None:
        """Take what to call at once when the client ends the operation."""

    async def send(self, payload: bytes) -> None:
        """Send it a payload; wait while its line has no room."""

    async def send_result(self, result: object) -> bool:
        """Send it a result of an execution of its own; False if that was the last."""


async def listen(cohorts: Cohorts, listener: Listener) -> bool:
    """Serve a listener to the end of its stream; False, at once, if this one is not for sharing.

    Raises:
        TooSlow: It cannot keep up.
        DomainError: It may not listen.
    """
    asked = cohorts.shareable(listener.request)
    if asked is None:
        return False
    stream = await cohorts.let_in(asked, listener.context)
    if stream is None:
        return False
    with cohorts.using(asked, stream) as cohort, held(listener.context, stream.topic):
        await _Joining(cohorts, cohort, listener, stream).run(_begin(asked, stream, listener))
    return True


def _begin(asked: Shareable, stream: PublicStream, listener: Listener) -> Place | Forged | None:
    if asked.after is None:
        return None
    cursors = listener.context.cursors
    return cursors.read(asked.after, stream=stream.name, audience=PUBLIC) or Forged()


class _Joining:
    """One listener on its way into a cohort, in it, and out of it again."""

    def __init__(
        self, cohorts: Cohorts, cohort: Cohort, listener: Listener, stream: PublicStream
    ) -> None:
        self.cohorts = cohorts
        self.cohort = cohort
        self.listener = listener
        self.stream = stream
        self.lags = Lags()
        # Which of the states it knows: 0 for none, so that all are sent.
        self.version = 0

    async def run(self, begin: Place | Forged | None) -> None:
        await self.cohort.begun.wait()
        place = None
        if begin is None:
            begin = await self._opened()
            # The state may have been read a moment before the others hear of the same.
            if begin is not None and await self.cohort.reach(begin):
                place = begin
        elif isinstance(begin, Place):
            place = await self._in_ring(begin)
        lagged = False
        while True:
            if place is None:
                place = await self._alone(begin, lagged=lagged)
            if place is None:
                return
            member = Member(self.listener.prefix, self.listener.outlet)
            fate = await self._together(member, place)
            if isinstance(fate, Ended):
                if fate.farewell is not None:
                    await self.listener.send(fate.farewell)
                return
            lagged = isinstance(fate, Passed)
            if lagged and self.lags.too_many(asyncio.get_running_loop().time()):
                raise TooSlow
            begin, place = member.place, None

    async def _opened(self) -> Place | None:
        """Send the state that others begin with; None if there is none to share."""
        if self.cohort.ring is None:
            return None
        try:
            opening = await self.cohort.opening()
        except (CannotBeShared, TimeoutError):
            return None  # it goes on alone, and hears of it if that is in the way there, too
        self.version = opening.version
        await self.listener.send(opening.state.payload)
        return opening.state.place

    async def _in_ring(self, begin: Place) -> Place | None:
        """Return a client's own place if the ring has all that came after it."""
        with suppress(CannotBeShared, TimeoutError):
            await self.cohort.reach_back(begin)
        ring = self.cohort.ring
        return begin if ring is not None and ring.holds(begin) else None

    async def _alone(self, begin: Place | Forged | None, *, lagged: bool) -> Place | None:
        """Run the stream for this listener, until it meets the others; None at the stream's end.

        Raises:
            TooSlow: It cannot keep up.
        """
        while True:
            course = Course(begin=begin, lagged=lagged)
            if not self.stream.is_numbered and self.cohort.ring is not None:
                # It is told all states anew, and of those only which came after this moment.
                self.version = self.cohort.ring.version
            place = await self._until_met(course)
            if course.too_slow:
                raise TooSlow
            if place is None or await self.cohort.reach(place):
                return place
            begin, lagged = place, False

    async def _until_met(self, course: Course) -> Place | None:
        context = copy(self.listener.context)
        context.course, context.leases = course, None  # it is counted already
        request = self.listener.request
        results = await self.cohorts.schema.stream(
            request.query,
            variable_values=request.variables,
            context_value=context,
            operation_name=request.operation_name,
        )
        async with aclosing(results):
            async for result in results:
                if not await self.listener.send_result(result):
                    return None
                place = self.stream.place_of(course.told, context.cursors)
                ring = self.cohort.ring
                if place is not None and ring is not None and ring.will_hold(place):
                    return place
        return None

    async def _together(self, member: Member, place: Place) -> Fate:
        """Be served by the cohort until it parts with the listener."""
        cohort = self.cohort
        self.listener.on_end(lambda: cohort.leave(member))
        try:
            cohort.join(member, place, version=self.version)
            fate = await member.fate
        finally:
            cohort.leave(member)
        self.version = member.version
        return fate
