"""What dispatch needs from outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from hmk_graph.media.models import MediaKind

Found = tuple[int, float, str]
"""A member, its distance in meters, and what was kept with it."""


class Whereabouts(Protocol):
    """Where moving things were last seen. It may forget all at any time: a phone tells it again.

    A member is a driver, a cohort the kind of vehicle, a value any text. Each call raises
    ConnectionError when the keeper is away.
    """

    async def read(self, members: Sequence[int]) -> list[str | None]:
        """Return the values of members, in their order; None of those not seen."""
        ...

    async def swap(
        self,
        member: int,
        *,
        cohort: str,
        lat: float,
        lng: float,
        value: str,
        expected: str | None,
    ) -> bool:
        """Put a member there if its value is still the expected one; say whether it was."""
        ...

    async def near(
        self, cohorts: Collection[str], *, lat: float, lng: float, radius_m: int, limit: int
    ) -> list[Found]:
        """Return the members of these cohorts within a circle, the nearest first."""
        ...

    async def everyone(self) -> list[tuple[int, str]]:
        """Return all members and their values, in no order."""
        ...

    async def drop(self, member: int) -> None:
        """Forget a member."""
        ...


@dataclass(frozen=True, kw_only=True)
class Called:
    """By which kinds of trip, and for which skills (slugs of services), somebody is called."""

    account_id: int
    trip_kinds: frozenset[str]
    skills: frozenset[str]


MissingPapers = Callable[[Sequence[Called]], Awaitable[list[list[MediaKind]]]]
"""Says of each which papers he has still to show for that."""


# Any: what is told of a position, as JSON.
Announce = Callable[[str, dict[str, Any]], Awaitable[None]]
"""Tells whoever listens to a feed; unnumbered, may be lost, never raises."""


async def to_nobody(feed: str, told: dict[str, Any]) -> None:
    """Tell nobody: for processes without a bus."""
