"""An animal in shares, and somebody who has one."""

from __future__ import annotations

from typing import Any

from tests import factories
from tests.haat import pools

OPEN_TO_ALL = {"holdShare"}
KINDS = {"poolId": "SharePool"}
OWNED = ["haat_share_pool", "haat_share"]


async def furnish() -> dict[str, Any]:
    pool = await pools.pool(tag="SH-1")
    holder = await factories.person("ভাগীদার")
    share = await pools.held(pool, holder)
    return {
        "public": {"SharePool": pool.id},
        "hidden": {"Share": share.id},
        "insiders": {"holder": holder.id},
    }
