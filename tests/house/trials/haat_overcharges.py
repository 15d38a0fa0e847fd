"""A report names more than was due, waits once, and is decided by somebody else."""

from __future__ import annotations

from hmk_graph.haat.overcharge_models import Overcharge
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_overcharge_sums": [
        ("haat_overcharge", {"state": "WITHDRAWN", "decided_at": "reported_at", **changed})
        for changed in (
            {"price_paisa": 0},
            {"due_paisa": -1},
            {"taken_paisa": 5},
            {"charged": "SELLER"},
        )
    ],
    "haat_overcharge_decided": [
        ("haat_overcharge", {"state": "UPHELD"}),
        ("haat_overcharge", {"state": "UPHELD", "decided_at": "reported_at"}),
        (
            "haat_overcharge",
            {"state": "UPHELD", "decided_at": "reported_at", "decided_by_id": "reporter_id"},
        ),
    ],
    "haat_overcharge_one_waiting": [("haat_overcharge", {})],
}


async def furnish() -> None:
    await Overcharge.create(
        haat=await factories.haat(),
        reporter=await factories.person(),
        charged="BUYER",
        species="cattle",
        price_paisa=100,
        due_paisa=5,
        taken_paisa=9,
        words="x",
        reported_at=NOON,
    )
