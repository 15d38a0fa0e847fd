"""The receipt of a deal: its two people have it, and whoever is handed the paper."""

from __future__ import annotations

from typing import Any

from hmk_graph.haat.receipt_models import Receipt
from hmk_graph.haat.sale_models import Deal
from tests.factories import NOON
from tests.schema.worlds.haat import LEADER

CODE = "5ec2e75ec2e75ec2e75ec2e75ec2e75e"
OWNED = ["haat_receipt"]


async def furnish() -> dict[str, Any]:
    deal = await Deal.get(buyer_id=LEADER)
    await Receipt.create(
        deal=deal,
        code=CODE,
        tag="T-7",
        grams=412_000,
        price_paisa=deal.amount_paisa,
        hasil_paisa=0,
        issued_at=NOON,
    )
    return {"secrets": {"a receipt's code": CODE}}
