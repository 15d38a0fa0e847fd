"""Bans, by officers and by the house."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.haat.models import BiddingBan
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_bidding_ban_of_the_house": [
        ("haat_bidding_ban", {"officer_id": None, "in_force_from": None}),
        ("haat_bidding_ban", {"officer_id": None, "second_officer_id": "account_id"}),
    ],
}


async def furnish() -> None:
    await BiddingBan.create(
        haat=await factories.haat(),
        account=await factories.person(),
        officer=await factories.officer(),
        until=NOON + timedelta(days=9),
        reason="পাঁচবার কিনেও টাকা দেননি",
        created_at=NOON,
        in_force_from=NOON,
    )
