"""Receipts say what was paid, for ever."""

from __future__ import annotations

from hmk_graph.haat.receipt_models import Receipt
from hmk_graph.haat.sale_models import Deal
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_receipt_sums": [
        ("haat_receipt", {name: value})
        for name, value in (("price_paisa", 0), ("hasil_paisa", -1), ("grams", 0))
    ],
}
UPDATES: dict[str, list[str]] = {
    "haat_receipt_append_only": [
        "UPDATE haat_receipt SET price_paisa = 1",
        "DELETE FROM haat_receipt",
    ],
}


async def furnish() -> None:
    await Receipt.create(
        deal=await Deal.all().first(),
        code="c" * 32,
        tag="R-1",
        grams=412_000,
        price_paisa=100,
        hasil_paisa=0,
        issued_at=NOON,
    )
