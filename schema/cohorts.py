"""Rendered once for all who listen to the same thing: one execution, one encoding, many listeners.

A cohort is a subscription like any other, run at the head of its stream for nobody in particular.
What it says is kept in a ring; each listener is a place in that ring. Slow ones are passed over
until their line has room; who was passed by the ring reads the log for himself.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
import random
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from schema.cursors import Place
from schema.following import KEPT_S
from schema.outlets import Batch, Outlet
from schema.renderings import CannotBeShared, Rendering, Said
from schema.rings import Numbered, Ring
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, State, StreamEvent

log = logging.getLogger(__name__)

R = TypeVar("R")

# As many as a mailbox holds: a phone may fall this far behind before the log is read for it.
RING = 256
# So many listeners are served before the loop is given to others: about two milliseconds.
CHUNK = 200
# So many payloads are written to one listener before its line is asked again for room.
AT_ONCE = 32


@dataclass(frozen=True)
class Ended:
    """The stream is over for a listener; `farewell` is a payload to send before, or None."""

    farewell: bytes | None


@dataclass(frozen=True)
class Passed:
    """The ring has passed a listener whose line had no room."""


@dataclass(frozen=True)
class Dissolved:
    """The rendering cannot go on for all: each goes on alone."""


Fate: TypeAlias = Ended | Passed | Dissolved


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What a newcomer begins with: a state, and the version of the states that it holds."""

    state: Numbered
    version: int


class Member:
    """A listener among others: what comes next for it, and the way out to it.

    `place` is where it stands in the stream. `fate` is set when it can be a member no longer.
    """

    __slots__ = ("at", "fate", "outlet", "parked", "place", "prefix", "version")

    def __init__(self, prefix: bytes, outlet: Outlet) -> None:
        self.prefix = prefix
        self.outlet = outlet
        self.at = 0
        self.version = 0
        self.parked = False
        self.place: Place | None = None
        self.fate: asyncio.Future[Fate] = asyncio.get_running_loop().create_future()

    def part(self, fate: Fate) -> None:
        """Say why it is no member any more."""
        if not self.fate.done():
            self.fate.set_result(fate)


@dataclass(frozen=True)
class _Next:
    """What is written to all who stand at one index and know one version of the states."""

    batch: Batch
    at: int
    version: int
    place: Place | None


class Cohort:
    """One rendering and those who listen to it. Only the process's one event loop touches it."""

    def __init__(self, rendering: Rendering, *, base: contextvars.Context) -> None:
        self.rendering = rendering
        self.users = 0
        self.members: dict[Member, None] = {}
        self.ring: Ring | None = None
        self.begun = asyncio.Event()
        self._base = base
        self._grown, self._wake = asyncio.Event(), asyncio.Event()
        self._next: dict[tuple[int, int], _Next] = {}
        self._next_of = (0, 0)
        self._opening: Opening | None = None
        self._opening_until = 0.0
        self._one_opening, self._one_past = asyncio.Lock(), asyncio.Lock()
        self._reset: bytes | None = None
        self._beat: Batch | None = None
        self._farewells: list[bytes] = []

    def start(self, tasks: asyncio.TaskGroup, ended: Callable[[], None]) -> None:
        """Begin to render; `ended` is called when it is over, whatever ended it."""
        self._task = tasks.create_task(self.run(), name="cohort", context=self._base.copy())
        self._task.add_done_callback(lambda _: ended())

    def stop(self) -> None:
        """Render no more: nobody listens."""
        self._task.cancel()

    async def run(self) -> None:
        """Render and deliver until cancelled, or the stream ends, or it proves not shareable."""
        fate: Fate = Dissolved()
        try:
            async with asyncio.TaskGroup() as tasks:
                delivering = tasks.create_task(self._deliver())
                await self._render()
                delivering.cancel()
            fate = Ended(None)
        except* CannotBeShared:
            pass
        except* Exception:
            # An edge: whatever it was, each listener will meet it alone and be told of it.
            log.exception("The rendering of %s failed.", self.rendering.stream.name)
        finally:
            self._finish(fate)

    async def opening(self) -> Opening:
        """Return what a newcomer begins with, rendered once for all who come within a second.

        Raises:
            CannotBeShared: It differs from viewer to viewer, or could not be read.
            TimeoutError: The database does not answer.
        """
        async with self._one_opening:
            if self._opening is None or asyncio.get_running_loop().time() >= self._opening_until:
                # Before the reading: a state that comes meanwhile may be newer than it.
                version = self.ring.version if self.ring else 0
                self._keep(await self._apart(self.rendering.state()), version)
            assert self._opening is not None
            return self._opening

    async def reach_back(self, place: Place) -> None:
        """Render what came after a place and before the ring, once for all who left off there.

        Raises:
            CannotBeShared: It differs from viewer to viewer, or could not be read.
            TimeoutError: The database does not answer.
        """
        async with self._one_past:
            ring = self.ring
            if ring is None or not ring.lies_shortly_before(place):
                return
            ring.prepend(await self._apart(self.rendering.past(place, ring.base)), place)

    async def reach(self, place: Place) -> bool:
        """Wait until the rendering has come as far as a place; False if the ring has it not."""
        while (ring := self.ring) is not None and ring.end.epoch == place.epoch:
            if ring.end.seq >= place.seq:
                return ring.holds(place)
            await self._grown.wait()
        return False

    def join(self, member: Member, place: Place, *, version: int) -> None:
        """Go on with a member after a place that the ring holds."""
        assert self.ring is not None
        member.at, member.version, member.place = self.ring.index_after(place), version, place
        self.members[member] = None
        self._serve(member)

    def leave(self, member: Member) -> None:
        """Write nothing more to a member."""
        self.members.pop(member, None)

    async def _render(self) -> None:
        async with aclosing(self.rendering.run()) as said:
            async for each in said:
                self._take(each)
                self.begun.set()

    def _take(self, said: Said) -> None:
        """Keep what was rendered, and have it delivered."""
        ring, item = self.ring, said.item
        if isinstance(item, Reconnect):
            self._farewells.append(said.payload)
        elif isinstance(item, Lagged):
            pass  # our own mailbox ran over, not a listener's line; the log is being read
        elif isinstance(item, Reset):
            self._reset = said.payload
        elif isinstance(item, State) and (ring is not None or said.place is None):
            self._replace(item, said)
        elif said.place is None:
            raise CannotBeShared
        elif isinstance(item, Heartbeat) and ring is not None:
            ring.advance(said.place)
            self._beat = Batch([said.payload])
        elif isinstance(item, StreamEvent) and ring is not None:
            ring.append(Numbered(place=said.place, payload=said.payload))
        else:
            self._begin(Numbered(place=said.place, payload=said.payload))
        self._grown.set()
        self._grown.clear()
        self._wake.set()

    def _replace(self, state: State, said: Said) -> None:
        """Keep a state in place of the older one of its key; of use only after the beginning."""
        if self.ring is None:
            return
        self.ring.put_state(state.key, said.payload)
        if said.place is not None:
            self.ring.advance(said.place)

    def _begin(self, state: Numbered) -> None:
        """Begin with a state, or begin anew with one."""
        if self.ring is None:
            self.ring = Ring(state.place, bound=RING)
        elif self.rendering.stream.is_numbered:
            self.ring.restart(self._reset, state)
        else:
            self.ring.replace_states(state.payload)
        self._reset = None
        self._keep(state, self.ring.version)

    def _keep(self, state: Numbered, version: int) -> None:
        self._opening = Opening(state=state, version=version)
        self._opening_until = asyncio.get_running_loop().time() + KEPT_S

    async def _apart(self, rendering: Coroutine[Any, Any, R]) -> R:
        """Run a rendering outside the context of whoever asked for it first, and await it."""
        try:
            async with asyncio.TaskGroup() as tasks:
                task = tasks.create_task(rendering, context=self._base.copy())
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None
        return task.result()

    async def _deliver(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            beat, self._beat = self._beat, None
            members = list(self.members)
            for n in range(0, len(members), CHUNK):
                here = [member for member in members[n : n + CHUNK] if member in self.members]
                if self.ring is not None and here:
                    self._serve_all(self.ring, here, beat)
                await asyncio.sleep(0)

    def _serve_all(self, ring: Ring, members: list[Member], beat: Batch | None) -> None:
        self._serve_level(ring, members)
        for member in members:
            if member.at != ring.next or member.version != ring.version:
                self._serve(member)
            if beat is not None:
                self._reassure(member, beat)

    def _serve_level(self, ring: Ring, members: list[Member]) -> None:
        """Write what comes next to those who stand where the first one stands: nearly always all.

        It does no more than `_serve`, which looks after the rest, and does that in a third of the
        time: this is the one loop that runs for each listener of each event.
        """
        if self._has_passed(ring, members[0]):
            return
        at, version = members[0].at, members[0].version
        following = self._following(ring, members[0])
        batch, place = following.batch, following.place
        next_at, next_version = following.at, following.version
        if not batch.payloads:
            return
        for member in members:
            if member.at != at or member.version != version or member.parked:
                continue
            outlet = member.outlet
            if not outlet.full:
                member.at, member.version = next_at, next_version
                member.place = place or member.place
                outlet.write(member.prefix, batch)

    def _serve(self, member: Member) -> None:
        """Write what comes next for a member, as long as its line has room."""
        ring = self.ring
        if ring is None or member.parked:
            return
        while member.at < ring.next or member.version < ring.version:
            if member.outlet.full:
                self._park(member)
                return
            if self._has_passed(ring, member):
                self.leave(member)
                member.part(Passed())
                return
            following = self._following(ring, member)
            member.at, member.version = following.at, following.version
            member.place = following.place or member.place
            if following.batch.payloads:
                member.outlet.write(member.prefix, following.batch)

    def _has_passed(self, ring: Ring, member: Member) -> bool:
        """Say whether the ring has no more what comes next for a member.

        Where nothing is numbered, the states are all there is, and one that is gone is missed.
        """
        if self.rendering.stream.is_numbered:
            return member.at < ring.first
        return not ring.has_states_since(member.version)

    def _reassure(self, member: Member, beat: Batch) -> None:
        """Write a heartbeat to a member, but never its cursor to one who has yet to hear more."""
        level = self.ring is not None and member.at == self.ring.next
        if level and not member.parked and not member.outlet.full:
            member.outlet.write(member.prefix, beat)

    def _following(self, ring: Ring, member: Member) -> _Next:
        """Return what comes next for all who stand where this member stands."""
        head = ring.next, ring.version
        if self._next_of != head:
            self._next.clear()
            self._next_of = head
        stands = member.at, member.version
        found = self._next.get(stands)
        if found is None:
            payloads = ring.since(member.at, at_most=AT_ONCE)
            at, version = member.at + len(payloads), member.version
            if at == ring.next:
                payloads += ring.states_since(version)
                version = ring.version
            found = _Next(Batch(payloads), at, version, ring.place_before(at))
            self._next[stands] = found
        return found

    def _park(self, member: Member) -> None:
        def resume() -> None:
            member.parked = False
            if member in self.members:
                self._serve(member)

        member.parked = True
        member.outlet.when_room(resume)

    def _finish(self, fate: Fate) -> None:
        """Part with all: those who are told to come back get each his own wait."""
        for member in list(self.members):
            self._serve(member)
            if isinstance(fate, Ended) and self._farewells:
                member.part(Ended(random.choice(self._farewells)))
            member.part(fate)
        self.members.clear()
        self.ring = None
        self.begun.set()
        self._grown.set()
