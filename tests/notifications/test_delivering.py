"""What waits goes out: once, by day, to who has the app by push and to the others as a text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from hmk_graph.accounts.models import Account, Session
from hmk_graph.clients.push import HttpPush
from hmk_graph.haat.events import LotWon
from hmk_graph.money import taka
from hmk_graph.notifications import choosing, delivering, devices, reading, rules
from hmk_graph.notifications.models import (
    Channel,
    Delivery,
    DeliveryState,
    Notification,
    PushDevice,
    Topic,
)
from hmk_graph.notifications.ports import NobodyKnows, NotTaken, Ways
from hmk_graph.orders.guest_links import GuestLinks
from tests import auctions, factories
from tests.factories import NOON, at
from tests.notifications.people import outbid, tell
from tests.notifications.push_services import Browser, PushService
from tests.notifications.test_push import VAPID

pytestmark = pytest.mark.usefixtures("db")

LINKS = GuestLinks(key=b"tests", address="https://hmk.example")
NIGHT = NOON.replace(hour=20)  # 2 in the morning in Dhaka
MORNING = NIGHT.replace(hour=1) + timedelta(days=1)


@dataclass
class Gateway:
    """A gateway for text messages; `faults` are raised first, one for each message."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)

    async def __call__(self, phone: str, text: str) -> None:
        await asyncio.sleep(0)
        if self.faults:
            raise self.faults.pop(0)
        self.sent.append((phone, text))


@dataclass
class Post:
    """Both ways out of the house."""

    gateway: Gateway = field(default_factory=Gateway)
    service: PushService = field(default_factory=PushService)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Ways]:
        transport = httpx.ASGITransport(app=self.service.app())
        async with httpx.AsyncClient(transport=transport) as http:
            push = HttpPush(http, VAPID, now_s=NOON.timestamp)
            yield Ways(text=self.gateway, push=push, links=LINKS)

    async def go_out(self, now: datetime) -> None:
        """Send all that is due."""
        async with self.open() as ways:
            while await delivering.send_next(ways, clock=at(now)):
                pass


def soon(now: datetime = NOON) -> datetime:
    return now + rules.SMS_WAITS


async def won(buyer: Account, **told: Any) -> None:
    lot = await auctions.lot()
    event = LotWon(
        account_id=buyer.id,
        lot_id=lot.id,
        price=taka(90_000),
        deal_id=1,
        pay_by=NOON + timedelta(days=2),
    )
    await tell(event, **told)


async def subscribed(person: Account, browser: Browser) -> Session:
    session = await Session.create(
        account=person,
        created_at=NOON,
        last_used_at=NOON,
        expires_at=NOON + timedelta(days=30),
    )
    await devices.subscribe(person.id, session.id, browser.address, clock=at(NOON))
    return session


async def fates() -> list[tuple[str, str, str]]:
    """Return how it went by each channel but the app, in order."""
    rows = await Delivery.exclude(channel=Channel.IN_APP).order_by("id")
    return [(row.channel.value, row.state.value, row.why) for row in rows]


async def test_who_is_without_the_app_has_a_text_message_in_his_language():
    post = Post()
    buyer = await factories.person()
    english = await factories.person(language="en")
    await won(buyer)
    await won(english)

    await post.go_out(NOON)
    assert post.gateway.sent == []
    await post.go_out(soon())

    (phone, bengali), (_, other) = post.gateway.sent
    assert phone == buyer.phone
    assert "৳৯০,০০০" in bengali
    assert other.startswith("You won lot")
    assert await fates() == [("SMS", "SENT", "")] * 2


async def test_who_has_the_app_is_pushed_to_at_once_and_has_no_text_message():
    browser = Browser()
    post = Post(service=PushService([browser]))
    buyer = await factories.person()
    await subscribed(buyer, browser)
    await won(buyer)

    await post.go_out(soon())

    [(_, said, headers)] = post.service.heard
    note = await Notification.get()
    assert said == {
        "id": f"Notification:{note.id}",
        "about": f"Lot:{note.about_id}",
        "language": "bn",
        "text": note.text_bn,
    }
    assert int(headers["ttl"]) == rules.PUSH_LASTS.total_seconds()
    assert post.gateway.sent == []
    assert await fates() == [("PUSH", "SENT", "")]


async def test_whose_browser_has_left_is_told_by_text_instead():
    post = Post(service=PushService([]))
    buyer = await factories.person()
    await subscribed(buyer, Browser())
    await won(buyer)

    await post.go_out(NOON)
    await post.go_out(soon())

    assert len(post.gateway.sent) == 1
    assert await PushDevice.all().count() == 0
    assert await fates() == [("PUSH", "SKIPPED", "no device"), ("SMS", "SENT", "")]


async def test_a_browser_is_pushed_to_only_while_its_session_lives():
    browser = Browser()
    post = Post(service=PushService([browser]))
    buyer = await factories.person()
    session = await subscribed(buyer, browser)
    await Session.filter(id=session.id).update(revoked_at=NOON)
    await won(buyer)

    await post.go_out(soon())

    assert post.service.heard == []
    assert len(post.gateway.sent) == 1


async def test_a_push_service_that_is_away_is_asked_again_later():
    browser = Browser()
    post = Post(service=PushService([browser], answer=503))
    buyer = await factories.person()
    await subscribed(buyer, browser)
    await won(buyer)

    await post.go_out(NOON)
    post.service.answer = 201
    await post.go_out(NOON)
    assert await fates() == [("PUSH", "QUEUED", "not taken")]
    await post.go_out(NOON + rules.FIRST_WAIT)

    assert len(post.service.heard) == 1
    assert await fates() == [("PUSH", "SENT", "")]


async def test_a_gateway_that_refuses_for_ever_is_given_up():
    post = Post(gateway=Gateway(faults=[NotTaken()] * 99))
    await won(await factories.person())

    for minutes in range(0, 120, 5):
        await post.go_out(soon(NOON) + timedelta(minutes=minutes))

    assert len(post.gateway.faults) == 99 - rules.MOST_ATTEMPTS
    assert await fates() == [("SMS", "FAILED", "given up")]


async def test_a_text_message_of_which_nobody_knows_is_not_sent_twice():
    post = Post(gateway=Gateway(faults=[NobodyKnows()]))
    await won(await factories.person())

    await post.go_out(soon())
    await post.go_out(soon() + timedelta(hours=1))

    assert post.gateway.sent == []
    assert await fates() == [("SMS", "FAILED", "nobody knows")]


async def test_a_worker_that_died_while_sending_leaves_no_second_text_but_a_second_push():
    browser = Browser()
    post = Post(service=PushService([browser]))
    texted, pushed = await factories.person(), await factories.person()
    await subscribed(pushed, browser)
    await won(texted)
    await won(pushed)
    for _ in range(2):
        await delivering._take(at(soon()))  # and then it was killed

    await post.go_out(soon())
    assert {state for _, state, _ in await fates()} == {DeliveryState.SENDING.value}
    await post.go_out(soon() + delivering.LEASE)

    assert post.gateway.sent == []
    assert len(post.service.heard) == 1
    assert await fates() == [("SMS", "FAILED", "nobody knows"), ("PUSH", "SENT", "")]


async def test_many_workers_send_each_message_once():
    post = Post()
    for _ in range(6):
        await won(await factories.person())

    async with post.open() as ways:
        await asyncio.gather(
            *(delivering.send_next(ways, clock=at(soon())) for _ in range(12)),
        )
    await post.go_out(soon())

    assert len(post.gateway.sent) == 6
    assert len({phone for phone, _ in post.gateway.sent}) == 6


async def test_what_was_read_meanwhile_needs_no_text_message():
    post = Post()
    buyer = await factories.person()
    await won(buyer)
    await reading.mark_all_read(buyer.id, clock=at(NOON))

    await post.go_out(soon())

    assert post.gateway.sent == []
    assert await fates() == [("SMS", "SKIPPED", "read")]


async def test_what_is_over_is_not_told():
    post = Post()
    await won(await factories.person())

    await post.go_out(NOON + timedelta(days=3))

    assert await fates() == [("SMS", "SKIPPED", "too late")]


async def test_what_was_declined_meanwhile_is_left_out():
    post = Post()
    buyer = await factories.person()
    await won(buyer)
    await choosing.choose(buyer.id, Topic.BIDS, Channel.SMS, wanted=False)

    await post.go_out(soon())

    assert await fates() == [("SMS", "SKIPPED", "declined")]


async def test_people_sleep_at_night_but_for_the_last_minutes_of_a_lot():
    post = Post()
    sleeper, bidder = await factories.person(), await factories.person()
    lot = await auctions.lot()
    await won(sleeper, now=NIGHT)
    await tell(outbid(bidder, lot.id, ends_at=NIGHT + timedelta(minutes=9)), now=NIGHT)

    await post.go_out(soon(NIGHT))
    assert [phone for phone, _ in post.gateway.sent] == [bidder.phone]
    await post.go_out(MORNING)

    assert [phone for phone, _ in post.gateway.sent] == [bidder.phone, sleeper.phone]


async def test_nobody_has_more_than_ten_text_messages_a_day():
    post = Post()
    buyer = await factories.person()
    for _ in range(rules.MOST_TEXTS_A_DAY + 2):
        await won(buyer)

    async with post.open() as ways:
        await asyncio.gather(
            *(delivering.send_next(ways, clock=at(soon())) for _ in range(6)),
        )
    await post.go_out(soon())

    assert len(post.gateway.sent) == rules.MOST_TEXTS_A_DAY
    assert await Delivery.filter(why="enough today").count() == 2
