"""Deposits, and what stands behind a leader."""

from __future__ import annotations

from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_deposit_amount": [
        ("haat_deposit", {"amount_paisa": amount}) for amount in (0, -100, 150)
    ],
}
# What it refuses to do to a row that stands.
UPDATES: dict[str, list[str]] = {
    "haat_haat_deposit": [
        "UPDATE haat_haat SET deposit_basis_points = 10001",
        "UPDATE haat_haat SET deposit_floor_paisa = -1",
        "UPDATE haat_haat SET deposit_floor_paisa = 200, deposit_ceiling_paisa = 100",
    ],
    "haat_lot_deposit_behind_leader": [
        "UPDATE haat_lot SET deposit_hold_id = 7 WHERE leader_id IS NOT NULL",
        "UPDATE haat_lot SET deposit_held_paisa = 100",
        "UPDATE haat_lot SET deposit_hold_id = id, deposit_held_paisa = -100",
        "UPDATE haat_lot SET deposit_hold_id = id, deposit_held_paisa = 100,"
        " state = 'VOIDED' WHERE leader_id IS NOT NULL",
    ],
    "haat_deal_deposit": ["UPDATE haat_deal SET deposit_paisa = -1"],
}


async def furnish() -> None:
    await Deposit.create(
        haat=await factories.haat(),
        account=await factories.person(),
        amount_paisa=taka(5_000),
        asked_at=NOON,
    )
