"""The newest payloads of one stream, rendered: who left off among them goes on from here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from schema.cursors import Place

# The key of what tells all states at once.
_ALL = object()
# The newest states that are kept, such as the prices of a haat's lots.
MOST_STATES = 200


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """The payload of one event, and where the stream stands after it."""

    place: Place
    payload: bytes


class Ring:
    """What a stream said of late, and what its states are.

    Payloads have an index that only ever grows; a listener is no more than the index of what comes
    next for it, and the version of the states that it knows. `base` is the place before the first
    numbered payload, `end` the place after the last.
    """

    def __init__(self, base: Place, *, bound: int) -> None:
        self.bound = bound
        self.base = base
        self.end = base
        self.first = 0
        self.version = 0
        self._payloads: list[bytes] = []
        self._seqs: list[int] = []
        # The index from which on the numbers belong to the present history of the stream.
        self._floor = 0
        self._states: dict[Hashable, tuple[int, bytes]] = {}
        # The version of the newest state that made room for others.
        self._dropped = 0

    @property
    def next(self) -> int:
        """Return the index of what comes next."""
        return self.first + len(self._payloads)

    def holds(self, place: Place) -> bool:
        """Say whether everything after a place is here."""
        return place.epoch == self.end.epoch and self.base.seq <= place.seq <= self.end.seq

    def will_hold(self, place: Place) -> bool:
        """Say whether everything after a place is here, or will be when the ring comes so far."""
        return place.epoch == self.end.epoch and self.base.seq <= place.seq

    def lies_shortly_before(self, place: Place) -> bool:
        """Say whether what lies between a place and the ring would still fit into it."""
        here = place.epoch == self.base.epoch == self.end.epoch and self._floor <= self.first
        return here and 0 < self.base.seq - place.seq <= self.bound - len(self._payloads)

    def place_before(self, index: int) -> Place | None:
        """Return where the stream stands before an index; None if that is not known any more."""
        if index == max(self._floor, self.first):
            return self.base
        if index < max(self._floor, self.first):
            return None
        return Place(epoch=self.end.epoch, seq=self._seqs[index - 1 - self.first])

    def index_after(self, place: Place) -> int:
        """Return the index of the first payload after a place that the ring holds."""
        floor = self._floor - self.first
        return self.first + bisect_right(self._seqs, place.seq, lo=max(floor, 0))

    def append(self, event: Numbered) -> None:
        """Add an event; the oldest makes room."""
        self._push(event.payload, event.place.seq)
        self.end = event.place

    def advance(self, place: Place) -> None:
        """Take it that nothing which is told came until a place."""
        if place.epoch == self.end.epoch and place.seq > self.end.seq:
            self.end = place

    def restart(self, notice: bytes | None, snapshot: Numbered) -> None:
        """Begin a new history: all are told so, and get the state it begins with.

        What was noted of single states is in it, or is not true any more; who has not heard it yet
        would hear it after the snapshot.
        """
        if notice is not None:
            self._push(notice, 0)
        self._push(snapshot.payload, 0)
        self.base = self.end = snapshot.place
        self._floor = self.next
        self._states.clear()

    def prepend(self, events: Sequence[Numbered], base: Place) -> bool:
        """Put what follows `base` before the rest; False if it does not reach or fit any more."""
        if not self.lies_shortly_before(base) or not events or events[-1].place != self.base:
            return False
        self._payloads[:0] = [event.payload for event in events]
        self._seqs[:0] = [event.place.seq for event in events]
        self.first -= len(events)
        self._floor = self.first
        self.base = base
        return True

    def put_state(self, key: Hashable, payload: bytes) -> None:
        """Note a state; it replaces the older one of its key."""
        self.version += 1
        self._states.pop(key, None)
        self._states[key] = (self.version, payload)
        if len(self._states) > MOST_STATES:
            self._dropped, _ = self._states.pop(next(iter(self._states)))

    def has_states_since(self, version: int) -> bool:
        """Say whether every state that is newer than a version is here."""
        return version >= self._dropped

    def replace_states(self, payload: bytes) -> None:
        """Note all states as one: those before it are in it, or are not true any more."""
        self._states.clear()
        self._dropped = 0
        self.put_state(_ALL, payload)

    def since(self, index: int, *, at_most: int) -> list[bytes]:
        """Return the payloads from an index on."""
        at = index - self.first
        return self._payloads[at : at + at_most]

    def states_since(self, version: int) -> list[bytes]:
        """Return the states that are newer than a version, oldest first."""
        if version >= self.version:
            return []
        newer: list[bytes] = []
        for of, payload in reversed(self._states.values()):
            if of <= version:
                break
            newer.append(payload)
        return newer[::-1]

    def _push(self, payload: bytes, seq: int) -> None:
        self._payloads.append(payload)
        self._seqs.append(seq)
        excess = len(self._payloads) - self.bound
        if excess > 0:
            if self.first + excess > self._floor:
                self.base = Place(epoch=self.end.epoch, seq=self._seqs[excess - 1])
            del self._payloads[:excess]
            del self._seqs[:excess]
            self.first += excess
