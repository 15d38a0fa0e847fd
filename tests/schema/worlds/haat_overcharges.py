"""Somebody says that a haat took too much of him."""

from __future__ import annotations

from typing import Any

from hmk_graph.haat.overcharge_models import Overcharge
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON

TAKEN = taka(43_231)
WORDS = "গোপন হাসিলের অভিযোগ"
OPEN_TO_ALL = {"reportOvercharge"}
KINDS = {"reportId": "OverchargeReport"}
OWNED = ["haat_overcharge"]


async def furnish() -> dict[str, Any]:
    reporter = await factories.person("অভিযোগকারী")
    report = await Overcharge.create(
        haat=await factories.haat(),
        reporter=reporter,
        charged="BUYER",
        species="cattle",
        price_paisa=taka(80_000),
        due_paisa=taka(4_000),
        taken_paisa=TAKEN,
        words=WORDS,
        reported_at=NOON,
    )
    return {
        "hidden": {"OverchargeReport": report.id},
        "insiders": {"reporter": reporter.id},
        "secrets": {"what was taken too much": str(TAKEN), "how it was told": WORDS},
    }
