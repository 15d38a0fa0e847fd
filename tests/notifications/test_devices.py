"""A browser subscribes to push messages through GraphQL; our servers call no other address."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph.accounts.models import Account, Session
from hmk_graph.errors import BadInput
from hmk_graph.notifications import devices, rules
from hmk_graph.notifications.models import PushDevice
from hmk_graph.notifications.ports import PushAddress
from tests import factories
from tests.factories import NOON, at
from tests.notifications.push_services import Browser

pytestmark = pytest.mark.usefixtures("db")


async def session_of(person: Account) -> Session:
    return await Session.create(
        account=person, created_at=NOON, last_used_at=NOON, expires_at=NOON + timedelta(days=30)
    )


async def subscribe(person: Account, session: Session, to: PushAddress) -> int:
    return await devices.subscribe(person.id, session.id, to, clock=at(NOON))


async def test_a_browser_that_asks_again_is_one_and_moves_to_who_is_signed_in_there():
    browser = Browser()
    before, after = await factories.person(), await factories.person()
    old, new = await session_of(before), await session_of(after)

    counts = [await subscribe(before, old, browser.address) for _ in range(2)]
    await subscribe(after, new, browser.address)

    assert counts == [1, 1]
    [device] = await PushDevice.all()
    assert (device.account_id, device.session_id) == (after.id, new.id)


async def test_of_eleven_browsers_the_oldest_is_dropped():
    person = await factories.person()
    session = await session_of(person)

    counts = [await subscribe(person, session, Browser(f"b{n}").address) for n in range(11)]

    assert counts == [*range(1, 11), 10]
    kept = await PushDevice.all().order_by("id")
    assert kept[0].endpoint.endswith("/b1")


async def test_one_takes_back_only_ones_own():
    person, other = await factories.person(), await factories.person()
    to = Browser().address
    await subscribe(person, await session_of(person), to)

    assert await devices.unsubscribe(other.id, to.endpoint) == 0
    assert await PushDevice.all().count() == 1
    assert await devices.unsubscribe(person.id, to.endpoint) == 0
    assert await PushDevice.all().count() == 0


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/x",
        "https://169.254.169.254/latest",
        "https://localhost/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com.example/",
        "https://fcm.googleapis.com:6379/x",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com@evil.example/x",
        "https://fcm.googleapis.com:port/x",
        "https://fcm.googleapis.com/" + "x" * 1_000,
        "",
    ],
)
async def test_our_servers_call_no_address_that_a_stranger_names(endpoint: str):
    person = await factories.person()
    to = PushAddress(endpoint=endpoint, p256dh=Browser().point, auth=b"a" * 16)

    with pytest.raises(BadInput):
        await subscribe(person, await session_of(person), to)

    assert await PushDevice.all().count() == 0


@pytest.mark.parametrize(
    ("p256dh", "auth"), [(b"", b"a" * 16), (b"\x02" * 65, b"a" * 16), (b"\x04" * 65, b"short")]
)
async def test_keys_of_another_form_are_refused(p256dh: bytes, auth: bytes):
    person = await factories.person()
    to = PushAddress(endpoint=Browser().address.endpoint, p256dh=p256dh, auth=auth)

    with pytest.raises(BadInput):
        await subscribe(person, await session_of(person), to)


def test_the_services_of_the_browsers_are_known():
    assert rules.is_push_service("https://fcm.googleapis.com/fcm/send/abc")
    assert rules.is_push_service("https://updates.push.services.mozilla.com/wpush/v2/abc")
    assert rules.is_push_service("https://web.push.apple.com/abc")
    assert rules.is_push_service("https://db5.notify.windows.com/w/?token=abc")
