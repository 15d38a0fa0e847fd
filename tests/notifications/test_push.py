"""Web push by its RFCs: only the browser can read it, and the service knows who pushes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from hmk_graph.clients.push import HttpPush, Vapid, encrypted
from hmk_graph.notifications.models import Urgency
from hmk_graph.notifications.ports import DeviceGone, NotTaken, PushAddress
from tests.factories import NOON
from tests.notifications.push_services import Browser, PushService, raw

VAPID = Vapid.of("a secret of the house, which is long enough", "https://hmk.example")


@asynccontextmanager
async def pushing(service: PushService) -> AsyncIterator[HttpPush]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=service.app())) as http:
        yield HttpPush(http, VAPID, now_s=NOON.timestamp)


async def push(service: PushService, to: PushAddress, text: bytes = b'{"text":"ok"}') -> None:
    async with pushing(service) as send:
        await send(to, text, urgency=Urgency.IMPORTANT, lasts=timedelta(minutes=5), topic="n7")


def test_the_example_of_the_rfc_is_encrypted_as_there():
    """RFC 8291, section 5 and appendix A."""
    number = int.from_bytes(raw("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    to = PushAddress(
        endpoint="https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
        p256dh=raw(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
        auth=raw("BTBZMqHH6r4Tts7J_aSIgg"),
    )

    body = encrypted(
        b"When I grow up, I want to be a watermelon",
        to,
        own=ec.derive_private_key(number, ec.SECP256R1()),
        salt=raw("DGv6ra1nlYgDCS1FRnbzlw"),
    )

    assert body == raw(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


async def test_a_browser_reads_what_was_pushed_and_the_service_knows_who_did():
    browser = Browser()
    service = PushService([browser])

    await push(service, browser.address, '{"text":"দর"}'.encode())

    [(name, said, headers)] = service.heard
    assert (name, said) == ("chrome", {"text": "দর"})
    assert (headers["ttl"], headers["topic"], headers["urgency"]) == ("300", "n7", "high")
    assert service.keys == {VAPID.public_key}


def test_all_processes_of_a_house_have_one_key_and_another_house_another():
    same = Vapid.of("a secret of the house, which is long enough", "https://else.example")
    other = Vapid.of("another secret of the house, long enough", "https://hmk.example")

    assert same.public_key == VAPID.public_key != other.public_key
    assert len(raw(VAPID.public_key)) == 65


@pytest.mark.parametrize("answer", [403, 404, 410])
async def test_a_browser_that_left_is_gone(answer: int):
    browser = Browser()

    with pytest.raises(DeviceGone):
        await push(PushService([browser], answer=answer), browser.address)


async def test_keys_that_are_none_are_a_browser_that_is_gone():
    browser = Browser()
    wrong = replace(browser.address, p256dh=b"\x04" + b"\x01" * 64)

    with pytest.raises(DeviceGone):
        await push(PushService([browser]), wrong)


@pytest.mark.parametrize("answer", [302, 429, 500, 503])
async def test_a_service_that_does_not_take_it_now_may_take_it_later(answer: int):
    browser = Browser()

    with pytest.raises(NotTaken):
        await push(PushService([browser], answer=answer), browser.address)
