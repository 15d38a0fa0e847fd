"""Pools and their shares."""

from __future__ import annotations

from tests.haat import pools
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_share_one_holder": [("haat_share", {}), ("haat_share", {"state": "PAID"})],
    "haat_share_pool_one_live": [
        ("haat_share_pool", {"state": state}) for state in ("OPEN", "SPLITTING", "FULL", "DIVIDED")
    ],
    "haat_share_sums": [
        ("haat_share", {"state": "LAPSED", **columns})
        for columns in ({"number": 0}, {"number": 8}, {"rest_paisa": -1}, {"meat_grams": 0})
    ],
    "haat_share_pool_sums": [
        ("haat_share_pool", {"state": "CANCELED", **columns})
        for columns in ({"parts": 0}, {"parts": 8}, {"share_paisa": 0}, {"share_paisa": 150})
    ],
}


async def furnish() -> None:
    await pools.held(await pools.pool(tag="SH-1"))
