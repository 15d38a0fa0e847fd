"""Pools of shares, and one person who has a share in each."""

from __future__ import annotations

from hmk_graph.accounts.models import Account
from tests.haat import pools

POOL = "parts share left state onShortfall dueAt mine animal { tags { value } } haat { nameBn }"
PAGES = {
    "sharePools": f"sharePools(first: $n) {{ edges {{ node {{ {POOL} }} }} }}",
    "myShares": f"""myShares(first: $n) {{ edges {{ node {{ number state meatGrams
        payment {{ left tries {{ amount }} }} restPayment {{ left }} pool {{ {POOL} }} }} }} }}""",
}


async def furnish(viewer: Account, many: int) -> None:
    for number in range(many):
        await pools.held(await pools.pool(tag=f"CP-{number}"), viewer, key=str(number))
