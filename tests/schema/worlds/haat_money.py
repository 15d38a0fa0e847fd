"""What a person leaves at a haat, to bid there."""

from __future__ import annotations

from typing import Any

from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON

LEFT = taka(43_219)
OPEN_TO_ALL = {"bringDeposit"}
OWNED = ["haat_deposit"]


async def furnish() -> dict[str, Any]:
    owner = await factories.person("জামানতদার")
    deposit = await Deposit.create(
        haat=await factories.haat(), account=owner, amount_paisa=LEFT, asked_at=NOON
    )
    return {
        "hidden": {"Deposit": deposit.id},
        "insiders": {"depositor": owner.id},
        "secrets": {"a deposit": str(LEFT)},
    }
