"""Reads of pools and shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from tortoise.queryset import QuerySet

from hmk_graph.haat.share_models import PoolState, Share, SharePool, ShareState


def open_pools(at: datetime) -> QuerySet[SharePool]:
    """Return the pools that still take people."""
    return SharePool.filter(state=PoolState.OPEN, due_at__gt=at)


async def pools(pool_ids: Sequence[int]) -> list[SharePool]:
    """Return pools in the order of their ids; all are there."""
    found = {row.id: row async for row in SharePool.filter(id__in=list(pool_ids))}
    return [found[pool_id] for pool_id in pool_ids]


async def taken(pool_ids: Sequence[int]) -> list[int]:
    """Return for each pool how many of its shares somebody has."""
    live = Share.filter(pool_id__in=list(pool_ids), state__in=(ShareState.HELD, ShareState.PAID))
    counted = Counter([share.pool_id async for share in live.only("id", "pool_id")])
    return [counted[pool_id] for pool_id in pool_ids]
