"""A listing that nobody has confirmed for long: its provider is asked, then it is not found."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph import deadlines, event_log
from hmk_graph.deadlines import Deadline
from hmk_graph.notifications.models import Channel, Delivery
from hmk_graph.notifications.tables import TOLD_KINDS
from hmk_graph.reactions import DEADLINES
from hmk_graph.services import approving, offering
from hmk_graph.services.models import Provider, Service, ServiceState
from tests import factories
from tests.discovery.corpus import subjects
from tests.factories import NOON, at
from tests.notifications.people import heard, work_off
from tests.services import desks

pytestmark = pytest.mark.usefixtures("db")
DAY = timedelta(days=1)
ASKED = "Are your service's prices and hours still right?"


async def shown() -> tuple[Provider, Service]:
    """Have an officer let a service be shown, and searches find it."""
    desk, officer = await desks.provider(), await factories.officer()
    service = await desks.service(
        desk, state=ServiceState.PENDING_REVIEW, verified_at=None, title_bn="ফ্যান"
    )
    await desks.option(service)
    await approving.decide_service(officer.id, service.id, approved=True, clock=at(NOON))
    await work_off()
    assert await subjects("ফ্যান") == [service.id]
    return desk, service


async def looked_at(service: Service, days: int) -> None:
    """Have the worker do what the service's deadline asks for after so many days."""
    due = await Deadline.get(kind=offering.GROW_STALE, subject_id=service.id)
    assert due.due_at <= NOON + days * DAY
    again = await DEADLINES[due.kind](service.id, at(NOON + days * DAY))
    if again is not None:
        await deadlines.arm(due.kind, service.id, again)
    await work_off(NOON + days * DAY)


async def test_a_provider_is_asked_by_text_and_his_silence_takes_the_service_off(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(event_log, "told_kinds", set(TOLD_KINDS))
    desk, service = await shown()
    account = await desk.account

    await looked_at(service, 60)
    assert await DEADLINES[offering.GROW_STALE](service.id, at(NOON + 61 * DAY)) == NOON + 90 * DAY
    await work_off(NOON + 61 * DAY)
    assert [text.startswith(ASKED) for text in await heard(account)].count(True) == 1
    ways = await Delivery.filter(account_id=account.id).order_by("id")
    assert Channel.SMS in {one.channel for one in ways}
    assert await subjects("ফ্যান") == [service.id]
    await looked_at(service, 90)

    assert (await Service.get(id=service.id)).state is ServiceState.STALE
    assert await subjects("ফ্যান") == []
    assert "A service of yours is hidden now. The app says why." in await heard(account)
    await offering.confirm(desk.account_id, service.id, clock=at(NOON + 91 * DAY))
    await work_off(NOON + 91 * DAY)
    assert await subjects("ফ্যান") == [service.id]
    again = await Deadline.get(kind=offering.GROW_STALE, subject_id=service.id)
    assert again.due_at == NOON + 151 * DAY


async def test_a_provider_who_answers_in_time_is_not_hidden():
    desk, service = await shown()
    await looked_at(service, 60)

    await offering.confirm(desk.account_id, service.id, clock=at(NOON + 70 * DAY))
    again = await DEADLINES[offering.GROW_STALE](service.id, at(NOON + 90 * DAY))

    assert again == NOON + 130 * DAY
    assert await subjects("ফ্যান") == [service.id]
