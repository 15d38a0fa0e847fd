"""The star: people follow lots, and hear when one of theirs is about to begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection
from tortoise.queryset import QuerySet

from hmk_graph import reading
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import lot_keeping, lot_queries, rules
from hmk_graph.haat.auction import Phase
from hmk_graph.haat.errors import TooManyFollowed
from hmk_graph.haat.events import LotStartsSoon
from hmk_graph.haat.follow_models import LotFollow
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.scheduling import SOON

MOST_FOLLOWED = 200
# Each follower's own stream is locked while his event is numbered, so a crowd is told in parts.
TOLD_AT_ONCE = 100


@whole_command
async def follow_lot(account_id: int, lot_id: int, *, clock: Clock) -> Lot:
    """Follow a lot; twice is no matter.

    Raises:
        NotFound: There is none that the person may see.
        TooManyFollowed: The person follows as many as one may.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        # Locked, so that two at once are counted one after the other.
        await access.acting_locked(account_id)
        lot = await lot_queries.visible_lot(account_id, lot_id)
        if await LotFollow.exists(account_id=account_id, lot_id=lot_id):
            return lot
        if await LotFollow.filter(account_id=account_id).count() >= MOST_FOLLOWED:
            raise TooManyFollowed(most=MOST_FOLLOWED)
        await LotFollow.create(account_id=account_id, lot_id=lot_id, followed_at=await clock())
    return lot


@whole_command
async def unfollow_lot(account_id: int, lot_id: int) -> Lot:
    """Follow a lot no longer; one that is not followed stays so.

    Raises:
        NotFound: There is none that the person may see.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        await access.acting_locked(account_id)
        lot = await lot_queries.visible_lot(account_id, lot_id)
        await LotFollow.filter(account_id=account_id, lot_id=lot_id).delete()
    return lot


@whole_command
async def tell_followers(lot_id: int, clock: Clock) -> datetime | None:
    """Tell a lot's followers that it is about to begin, some at a time; answer when to ask again.

    Each is told once for each start, however often this runs. A worker that comes late still tells
    that it has begun; of a lot that is over nobody hears.
    """
    async with transaction() as events:
        lot = await lot_keeping.locked(lot_id)
        if lot.state not in lot_keeping.RUNNING or lot.starts_at is None:
            return None
        now = await clock()
        if now < lot.starts_at - SOON:
            return lot.starts_at - SOON
        if rules.phase_at(lot_keeping.state_of(lot), now) is Phase.CLOSED:
            return None
        told = await _rows(_TELL, [lot.id, lot.starts_at, TOLD_AT_ONCE])
        events += [
            LotStartsSoon(
                account_id=row["account_id"],
                lot_id=lot.id,
                price=lot.price_paisa,
                starts_at=lot.starts_at,
            )
            for row in told
        ]
    return now if len(told) == TOLD_AT_ONCE else None


async def forget(account_id: int) -> None:
    """Drop all that an erased person followed."""
    await LotFollow.filter(account_id=account_id).delete()


def lots_followed(account_id: int) -> QuerySet[Lot]:
    """Return the lots that a person follows, as far as everybody may see them."""
    hidden = [str(state) for state in lot_keeping.NOT_PUBLIC]
    return Lot.filter(follows__account_id=account_id).exclude(state__in=hidden)


async def followed(viewer_id: int | None, lot_ids: Sequence[int]) -> list[bool]:
    """Say of each lot whether the viewer follows it."""
    if viewer_id is None:
        return [False] * len(lot_ids)
    rows = await _rows(
        "SELECT lot_id FROM haat_lot_follow WHERE account_id = $1 AND lot_id = ANY($2)",
        [viewer_id, list(lot_ids)],
    )
    known = {row["lot_id"] for row in rows}
    return [lot_id in known for lot_id in lot_ids]


async def follower_counts(lot_ids: Sequence[int]) -> list[int]:
    """Return how many people follow each lot."""
    with reading.only(haat_lot_follow=lot_ids):
        rows = await _rows(
            "SELECT lot_id, count(*) AS many FROM haat_lot_follow WHERE lot_id = ANY($1)"
            " GROUP BY lot_id",
            [list(lot_ids)],
        )
    counted: dict[int, int] = {row["lot_id"]: row["many"] for row in rows}
    return [counted.get(lot_id, 0) for lot_id in lot_ids]


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)


_TELL = """
UPDATE haat_lot_follow SET told_starts_at = $2 WHERE id IN (
    SELECT id FROM haat_lot_follow
    WHERE lot_id = $1 AND told_starts_at IS DISTINCT FROM $2 ORDER BY id LIMIT $3 FOR UPDATE
)
RETURNING account_id
"""
