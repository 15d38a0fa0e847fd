"""Fifty reports of one person, and fifty for his word as an officer."""

from __future__ import annotations

from hmk_graph.accounts.models import Account
from hmk_graph.haat.overcharge_models import Overcharge
from tests import factories
from tests.factories import NOON

REPORT = """charged price due taken words reporterName state finding species { nameBn }
    haat { nameBn place { nameBn } } media { url(width: 320) }"""
PAGES = {
    "myOverchargeReports": f"""myOverchargeReports(first: $n) {{ edges {{ node {{
        {REPORT} }} }} }}""",
    "overchargesWaiting": f"overchargesWaiting(first: $n) {{ edges {{ node {{ {REPORT} }} }} }}",
}


async def furnish(viewer: Account, many: int) -> None:
    haat = await factories.haat()
    for _ in range(many):
        for reporter, ended in ((viewer, NOON), (await factories.person(), None)):
            await Overcharge.create(
                haat=haat,
                reporter=reporter,
                charged="BUYER",
                species="cattle",
                price_paisa=100,
                due_paisa=5,
                taken_paisa=9,
                words="x",
                state="REPORTED" if ended is None else "WITHDRAWN",
                reported_at=NOON,
                decided_at=ended,
            )
