"""What the table of notifications is written in: a row says who is told an event, and how.

A context has one module in `telling/`, with `ROWS` (every kind of its events) and `GUARDS`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hmk_graph.notifications.models import Topic, Urgency

Payload = Mapping[str, Any]
"""What an event's payload holds, JSON values by the names of its fields."""

Recipients = Callable[[Payload], Awaitable[Sequence[int]]]
"""Finds the accounts of those in a role."""

Guard = Callable[[int, int], Awaitable[object]]
"""Asks whether a person (first) may see a thing; raises NotFound or answers None if not."""


async def named(payload: Payload) -> Sequence[int]:
    """Return the person whom the event itself names: what happens on people's own streams."""
    return [payload["account_id"]]


@dataclass(frozen=True, kw_only=True)
class Told:
    """Those in a role are told, in both languages.

    Templates name fields of the event: {amount:taka}, {pay_by:moment}, {starts_at:clock}, {number}.
    `about` is the thing's type in the API and the field with its id: who may not see it is not
    told, and `until` the field with the time after which nobody needs to know. What is `grouped`
    is one notification for each thing until it is read. Who did it himself knows, unless `to_doer`.
    """

    role: str
    topic: Topic
    bn: str
    en: str
    about: tuple[str, str] | None = None
    to: Recipients = named
    when: Mapping[str, Collection[Any]] = field(default_factory=dict)
    urgency: Urgency = Urgency.NORMAL
    urgent_before: str | None = None
    until: str | None = None
    grouped: bool = False
    to_doer: bool = False


@dataclass(frozen=True, kw_only=True)
class Texted:
    """A guest is told by text message alone, in his language, with a link to his order behind it.

    The event names the order as `order_id`; who ordered with an account is told otherwise.
    """

    role: str
    bn: str
    en: str
    when: Mapping[str, Collection[Any]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Nobody:
    """Nobody in a role is told, and why; without a role nobody at all."""

    why: str
    role: str = ""
    when: Mapping[str, Collection[Any]] = field(default_factory=dict)


Row = Told | Texted | Nobody
Rows = Mapping[str, Sequence[Row]]
"""By kind of event. Of each role's rows the first whose `when` fits counts."""


def nobody(why: str) -> Sequence[Row]:
    """Return the rows of an event of which nobody is told."""
    return (Nobody(why=why),)


def fits(row: Row, payload: Payload) -> bool:
    """Say whether a row speaks of such an event."""
    return all(payload[name] in values for name, values in row.when.items())


def told_by(rows: Sequence[Row], payload: Payload) -> list[Told]:
    """Return the rows by which people are told an event, one of each role at most."""
    return [row for row in _counting(rows, payload) if isinstance(row, Told)]


def texted_by(rows: Sequence[Row], payload: Payload) -> list[Texted]:
    """Return the rows by which guests are told an event, likewise."""
    return [row for row in _counting(rows, payload) if isinstance(row, Texted)]


def _counting(rows: Sequence[Row], payload: Payload) -> list[Row]:
    chosen: dict[str, Row] = {}
    for row in rows:
        if row.role not in chosen and fits(row, payload):
            chosen[row.role] = row
    return list(chosen.values())
