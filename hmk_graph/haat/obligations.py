"""What a person still owes at the haat: an account with any of it cannot be erased."""

from __future__ import annotations

from tortoise.connection import get_connection


async def open_obligations(account_id: int) -> list[str]:
    """Name what is open: lots, bids that lead, listings, deals, deposits, shares of animals."""
    rows = await get_connection("default").execute_query_dict(_OPEN, [account_id])
    return [name for name, is_open in rows[0].items() if is_open]


_OPEN = """
SELECT EXISTS (SELECT 1 FROM haat_lot WHERE seller_id = $1
               AND state IN ('SUBMITTED', 'SCHEDULED', 'OPEN')) AS lots,
       EXISTS (SELECT 1 FROM haat_lot WHERE leader_id = $1
               AND state IN ('SCHEDULED', 'OPEN')) AS bids,
       EXISTS (SELECT 1 FROM haat_listing WHERE seller_id = $1
               AND state IN ('LIVE', 'RESERVED')) AS listings,
       EXISTS (SELECT 1 FROM haat_deal WHERE (buyer_id = $1 OR seller_id = $1) AND state IN
               ('OFFERED', 'AWAITING_PAYMENT', 'PAID', 'HANDED_OVER', 'DISPUTED')) AS deals,
       EXISTS (SELECT 1 FROM haat_deposit WHERE account_id = $1
               AND state IN ('DUE', 'STANDING')) AS deposits,
       EXISTS (SELECT 1 FROM haat_share_pool p LEFT JOIN haat_share s ON s.pool_id = p.id
               AND s.state IN ('HELD', 'PAID') WHERE (p.seller_id = $1 OR s.holder_id = $1)
               AND p.state IN ('OPEN', 'SPLITTING', 'FULL', 'DIVIDED')) AS shares
"""
