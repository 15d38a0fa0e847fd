"""Answers text messages; their senders spend from the budgets that the API counts in."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from hmk_graph.clock import Clock
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.duties import answer_texts_for_ever
from hmk_graph.notifications.ports import SendText
from hmk_graph.settings import Settings
from hmk_graph.texting.ports import Charge, Doors
from realtime.budgets import Budgets
from schema.metering import Meter, Payer

# About what the mutations cost that a message stands for, with what the pages ask of their answers.
COST = 20


async def answer_texts(
    settings: Settings, send: SendText, whereabouts: Whereabouts, *, clock: Clock
) -> None:
    """Do what text messages ask for, and send the answers, until cancelled."""
    site = urlsplit(settings.public_url).netloc
    budgets = Budgets(settings.redis_url or None)
    try:
        charge = charging(budgets, points=settings.points)
        doors = Doors(charge=charge, whereabouts=whereabouts, site=site)
        await answer_texts_for_ever(doors, send, clock=clock)
    finally:
        await budgets.close()


def charging(budgets: Budgets, *, points: int) -> Charge:
    """Return who counts what senders spend: a person by himself, a stranger by his phone."""
    meter = Meter(budgets, points=points) if points else None

    async def charge(account_id: int | None, phone: str, uses: Mapping[str, int]) -> None:
        if meter is not None:
            await meter.charge(Payer(account_id, f"phone {phone}"), COST, uses)

    return charge
