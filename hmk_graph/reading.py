"""What an answer was read from, so that it may be kept for others exactly as long as it is true.

While a `Reading` is open, the database client notes each statement in it. A statement is known by
the tables that it names; whoever knows better says at which keys alone it looks (`only`). What
makes an answer one person's own, or true for an unknown time, is noted as the reason why it may not
be kept. So what nobody thought of is not kept, and is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType

# Tables whose every change is told in the same transaction, by a trigger (`moved.py`), and by which
# column: the key of a change. "" tells of the table as a whole.
WATCHED: Mapping[str, str] = {
    "accounts_account": "id",
    "event_stream": "name",
    "haat_animal": "id",
    "haat_animal_event": "animal_id",
    "haat_animal_identifier": "animal_id",
    "haat_animal_weight": "animal_id",
    "haat_haat": "id",
    "haat_hasil_rule": "haat_id",
    "haat_listing": "id",
    "haat_lot": "id",
    "haat_lot_follow": "lot_id",
    "haat_lot_line": "lot_id",
    "haat_offer": "listing_id",
    "haat_session": "haat_id",
    "haat_vet_clearance": "animal_id",
    "media_attachment": "subject_id",
    "media_media": "id",
    "places_boundary": "",
    "places_place": "",
}

_WORD = re.compile(r"\w+")
_WRITES = frozenset({"insert", "update", "delete", "merge", "truncate"})
# What makes a statement's answer another one a moment later. It is the only clock of the database
# that the house allows (tests/house/test_layout.py).
_CLOCKS = frozenset({"clock_timestamp", "random", "gen_random_uuid", "nextval"})
_WHOLLY: Mapping[str, Collection[object]] = MappingProxyType({})

Source = tuple[str, str]
"""A table and a key in it; the key "" is the table as a whole."""

Path = tuple[str | int, ...]


@dataclass
class Reading:
    """What was read while it was open.

    `until` is when the answer changes by itself, by the database's clock (None: it does not).
    `spliced` are the places of values that are put in anew whenever the answer is sent.
    """

    sources: set[Source] = field(default_factory=set)
    until: datetime | None = None
    why_not: str | None = None
    spliced: dict[Path, object] = field(default_factory=dict)
    cost: int = 0


# Set by `database.connected`: the names of all tables that there are.
tables: frozenset[str] = frozenset()

_open: ContextVar[Reading | None] = ContextVar("reading", default=None)
_only: ContextVar[Mapping[str, Collection[object]]] = ContextVar("only", default=_WHOLLY)
_timed: ContextVar[bool] = ContextVar("timed", default=False)


@contextmanager
def opened() -> Iterator[Reading]:
    """Note what is read in here, in tasks that are started in here, too."""
    reading = Reading()
    token = _open.set(reading)
    try:
        yield reading
    finally:
        _open.reset(token)


def is_open() -> bool:
    """Say whether somebody would like to keep what is read now."""
    return _open.get() is not None


@contextmanager
def only(**keys: Collection[object]) -> Iterator[None]:
    """Promise that statements in here depend on these tables by these keys alone.

    A table's key is that of `WATCHED`: `only(haat_lot_line=[7])` reads the log of lot 7. Tables
    that are not named are read as a whole.
    """
    token = _only.set(keys)
    try:
        yield
    finally:
        _only.reset(token)


@contextmanager
def timed() -> Iterator[None]:
    """Ask in here what passes, the clock or who is present; the caller takes care of it.

    He says until when what follows from it holds, or where it is put in anew.
    """
    token = _timed.set(True)
    try:
        yield
    finally:
        _timed.reset(token)


def statement(sql: str) -> None:
    """Note a statement before it is sent."""
    reading = _open.get()
    if reading is None or reading.why_not is not None:
        return
    named, reason = _looked_through(sql, tables, _timed.get())
    if reason is not None:
        reading.why_not = reason
        return
    keys = _only.get()
    for table in named:
        if table in keys:
            reading.sources.update((table, str(key)) for key in keys[table])
        else:
            reading.sources.add((table, ""))


def also(table: str, keys: Iterable[object]) -> None:
    """Note rows that a statement found by others, which it named: `only` could not know them."""
    reading = _open.get()
    if reading is not None:
        reading.sources.update((table, str(key)) for key in keys)


def refuse(reason: str) -> None:
    """Note that the answer may not be kept; the first reason is the one that is told."""
    reading = _open.get()
    if reading is not None and reading.why_not is None and not _timed.get():
        reading.why_not = reason


def holds_until(now: datetime, turns: Iterable[datetime | None]) -> None:
    """Note that the answer changes by itself at the first of some moments that is yet to come."""
    reading = _open.get()
    if reading is None:
        return
    coming = [turn for turn in turns if turn is not None and turn > now]
    if reading.until is not None:
        coming.append(reading.until)
    reading.until = min(coming, default=None)


def splice(path: Iterable[str | int], what: object) -> None:
    """Note that the value at a path of the answer is put in anew whenever it is sent."""
    reading = _open.get()
    if reading is not None:
        reading.spliced[tuple(path)] = what


def costs(cost: int) -> None:
    """Note how much was asked, so that nobody gets for less what he could not have asked."""
    reading = _open.get()
    if reading is not None:
        reading.cost = cost


@lru_cache(2_000)
def _looked_through(
    sql: str, known: frozenset[str], is_timed: bool
) -> tuple[frozenset[str], str | None]:
    """Return the tables that a statement names, and why its answer may not be kept (or None)."""
    words = frozenset(_WORD.findall(sql))
    lower = frozenset(word.lower() for word in words)
    named = words & known
    unwatched = named - WATCHED.keys()
    reason = None
    if not known:
        reason = "the tables are not known"
    elif lower & _WRITES:
        reason = "a statement writes"
    elif unwatched:
        reason = f"nobody tells of changes of {min(unwatched)}"
    elif not is_timed and lower & _CLOCKS:
        reason = "a statement looks at the clock"
    return named, reason
