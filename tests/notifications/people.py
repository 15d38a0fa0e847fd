"""People who are told things, and what tells them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hmk_graph import event_log, reactions
from hmk_graph.accounts.models import Account
from hmk_graph.duties import Duties
from hmk_graph.event_log import Event, transaction
from hmk_graph.haat.events import Outbid
from hmk_graph.money import taka
from hmk_graph.notifications import routing
from hmk_graph.notifications.models import Notification
from tests.factories import NOON, at

TOMORROW = NOON + timedelta(days=1)


def outbid(bidder: Account, lot_id: int, taka_next: int = 60_500, **facts: Any) -> Event:
    """Return the event of a bidder who no longer leads."""
    ends_at = facts.pop("ends_at", TOMORROW)
    return Outbid(
        account_id=bidder.id,
        lot_id=lot_id,
        price=taka(60_000),
        minimum_next=taka(taka_next),
        ends_at=ends_at,
    )


async def happened(*happenings: Event, actor_id: int | None = None) -> list[int]:
    """Write events down; return their rows' numbers."""
    async with transaction(actor_id=actor_id) as events:
        events += happenings
    rows = await event_log.EventRow.all().order_by("-id").limit(len(happenings))
    return [row.id for row in reversed(rows)]


async def tell(*happenings: Event, now: datetime = NOON, actor_id: int | None = None) -> list[int]:
    """Have events told as the worker does; return their rows' numbers."""
    numbers = await happened(*happenings, actor_id=actor_id)
    for number in numbers:
        await routing.tell(number, at(now))
    return numbers


async def work_off(now: datetime = NOON) -> None:
    """Have the worker do all that is due."""
    handlers: Any = {
        event_log.TELLING: routing.tell,
        event_log.REACTION: reactions.react,
    }
    duties = Duties(handlers, clock=at(now))
    while await duties.do_one():
        pass


async def heard(account: Account) -> list[str]:
    """Return what a person was told in English, the oldest first."""
    rows = await Notification.filter(account_id=account.id).order_by("id")
    return [row.text_en for row in rows]
