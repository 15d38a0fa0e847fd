"""Who may bid on which lot: facts for `rules.decide`, and what a page says ahead of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.haat.auction import Eligibility, Obstacle


class MayBid(StrEnum):
    """Whether a person may bid on a lot, or the first thing in the way.

    SIGN_IN and OWN_LOT are told before all others: no registration would help there.
    """

    OK = "OK"
    SIGN_IN = "SIGN_IN"
    OWN_LOT = "OWN_LOT"
    UNVERIFIED = "UNVERIFIED"
    BANNED = "BANNED"
    NOT_REGISTERED = "NOT_REGISTERED"
    SUSPENDED = "SUSPENDED"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A person before a lot. `alias` None: he has not bid there yet."""

    alias: int | None
    eligibility: Eligibility


async def standings(account_id: int, lot_ids: Sequence[int]) -> list[Standing | None]:
    """Return how a person stands before each lot; None where there is no such person or lot."""
    found = {row["lot_id"]: row for row in await _facts([account_id], lot_ids)}
    return [_standing(found[lot_id]) if lot_id in found else None for lot_id in lot_ids]


async def standings_at(lot_id: int, account_ids: Collection[int]) -> dict[int, Standing]:
    """Return how people stand before one lot; whoever does not exist is left out."""
    rows = await _facts(account_ids, [lot_id])
    return {row["account_id"]: _standing(row) for row in rows}


async def _facts(account_ids: Collection[int], lot_ids: Sequence[int]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(
        _FACTS, [list(account_ids), list(lot_ids)]
    )


async def may_bid(viewer_id: int | None, lot_ids: Sequence[int]) -> list[MayBid]:
    """Say for each lot whether the viewer may bid; whether it is running is another question."""
    if viewer_id is None:
        return [MayBid.SIGN_IN] * len(lot_ids)
    return [_answer(standing) for standing in await standings(viewer_id, lot_ids)]


def _answer(standing: Standing | None) -> MayBid:
    if standing is None:
        return MayBid.SIGN_IN
    if standing.eligibility.own_lot:
        return MayBid.OWN_LOT
    obstacle = standing.eligibility.obstacle
    return MayBid.OK if obstacle is None else MayBid(obstacle.value)


def _standing(facts: dict[str, Any]) -> Standing:
    """Judge a row of `_FACTS`. `Any`: its columns have types of their own."""
    obstacle = None
    if facts["state"] == "SUSPENDED":
        obstacle = Obstacle.SUSPENDED
    elif facts["phone"] is None:
        obstacle = Obstacle.UNVERIFIED
    elif facts["banned"]:
        obstacle = Obstacle.BANNED
    elif not facts["registered"]:
        obstacle = Obstacle.NOT_REGISTERED
    return Standing(
        alias=facts["alias"], eligibility=Eligibility(obstacle=obstacle, own_lot=facts["own"])
    )


# $1 the people, $2 the lots. One's own is what one sells, owns a part of, oversees as an officer,
# or what sells who does business with one's phone.
_FACTS = """
SELECT lot.id AS lot_id, a.id AS account_id, a.state, a.phone,
       (SELECT alias FROM haat_lot_bidder WHERE lot_id = lot.id AND account_id = a.id) AS alias,
       EXISTS (SELECT 1 FROM haat_bidding_ban WHERE account_id = a.id
               AND in_force_from IS NOT NULL AND until > clock_timestamp()) AS banned,
       EXISTS (SELECT 1 FROM haat_bidder_registration
               WHERE haat_id = lot.haat_id AND account_id = a.id) AS registered,
       a.id = lot.seller_id
       OR EXISTS (SELECT 1 FROM accounts_role_grant g
                  WHERE g.account_id = a.id AND g.revoked_at IS NULL AND a.state = 'ACTIVE'
                  AND (g.role = 'ADMINISTRATOR' OR g.role = 'OFFICER'
                       AND (g.place_id IS NULL OR g.place_id = ANY (p.path))))
       OR EXISTS (SELECT 1 FROM haat_co_owner
                  WHERE animal_id = lot.animal_id AND account_id = a.id)
       OR EXISTS (SELECT 1 FROM accounts_seller_application
                  WHERE account_id = lot.seller_id AND contact_phone = a.phone) AS own
FROM haat_lot lot JOIN haat_haat h ON h.id = lot.haat_id JOIN places_place p ON p.id = h.place_id
JOIN accounts_account a ON a.id = ANY($1)
WHERE lot.id = ANY($2)
"""
