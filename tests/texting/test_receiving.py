"""The door for messages: signed, fresh, each taken once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import orjson
import pytest
from starlette.applications import Starlette

from hmk_graph.clients.inbound_texts import SignedTexts
from hmk_graph.haat.lot_models import Bid
from hmk_graph.pages import text_doors
from hmk_graph.texting import receiving
from hmk_graph.texting.models import Message
from tests import auctions, factories
from tests.factories import NOON, at
from tests.texting.writing import done, wrote

pytestmark = pytest.mark.usefixtures("db")

GATEWAY = SignedTexts("a secret of more than thirty-two bytes")
THIEF = SignedTexts("another secret of more than thirty bytes")


@pytest.fixture
async def door() -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=text_doors.routes(GATEWAY, clock=at(NOON)))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as gateway:
        yield gateway


async def post(
    door: httpx.AsyncClient,
    body: bytes,
    *,
    signer: SignedTexts = GATEWAY,
    age: timedelta = timedelta(),
) -> httpx.Response:
    timestamp = str(int((NOON - age).timestamp()))
    headers = {"X-HMK-Timestamp": timestamp, "X-HMK-Signature": signer.signature(timestamp, body)}
    return await door.post("/texts", content=body, headers=headers)


def told(**changes: Any) -> bytes:
    """Return what the gateway says of a message; `changes` take the place of what is usual."""
    usual = {"id": "m-1", "from": "01711-223344", "text": "সাহায্য"}
    return orjson.dumps(usual | changes)


async def test_a_signed_message_is_kept_under_the_canonical_phone(door: httpx.AsyncClient):
    person = await factories.person(phone_number="+8801711223344")

    answer = await post(door, told())

    assert (answer.status_code, answer.json()) == (200, {"taken": True})
    message = await Message.get()
    assert (message.phone, message.account_id, message.text) == (
        "+8801711223344",
        person.id,
        "সাহায্য",
    )


async def test_a_message_that_the_gateway_repeats_is_kept_once_as_it_was_first(
    door: httpx.AsyncClient,
):
    await post(door, told(text="bid 1 100"))

    again = await post(door, told(text="bid 1 900000"))

    assert (again.status_code, again.json()) == (200, {"taken": False})
    assert (await Message.get()).text == "bid 1 100"


async def test_of_ten_deliveries_at_once_one_acts():
    cow = await auctions.lot()
    phone = (await auctions.bidder()).phone or ""

    await asyncio.gather(*(wrote(phone, f"bid {cow.id} 85000", ref="the same") for _ in range(10)))
    await asyncio.gather(*(done() for _ in range(4)))

    assert await Message.all().count() == 1
    assert await Bid.filter(lot_id=cow.id).count() == 1


async def test_what_the_gateway_did_not_sign_is_refused_and_not_kept(door: httpx.AsyncClient):
    forged = await post(door, told(), signer=THIEF)
    unsigned = await door.post("/texts", content=told())
    # The right signature of another body, and of another time.
    timestamp = str(int(NOON.timestamp()))
    headers = {"X-HMK-Timestamp": timestamp, "X-HMK-Signature": GATEWAY.signature(timestamp, b"{}")}
    other_body = await door.post("/texts", content=told(), headers=headers)
    headers = {"X-HMK-Signature": GATEWAY.signature("0", told()), "X-HMK-Timestamp": timestamp}
    other_time = await door.post("/texts", content=told(), headers=headers)
    odd = await door.post("/texts", content=told(), headers={"X-HMK-Signature": b"sha256=\xfc"})

    answers = (forged, unsigned, other_body, other_time, odd)
    assert {answer.status_code for answer in answers} == {401}
    assert await Message.all().count() == 0


@pytest.mark.parametrize("age", [timedelta(minutes=5, seconds=1), -timedelta(minutes=5, seconds=1)])
async def test_an_old_signature_is_refused(door: httpx.AsyncClient, age: timedelta):
    replayed = await post(door, told(), age=age)
    late = await post(door, told(), age=timedelta(minutes=5))

    assert (replayed.status_code, late.status_code) == (401, 200)


@pytest.mark.parametrize("timestamp", ["", "x", "-1", "১২৩", "1e9", "99999999999999999999"])
async def test_a_timestamp_that_is_none_is_refused(door: httpx.AsyncClient, timestamp: str):
    headers = {
        "X-HMK-Timestamp": timestamp.encode(),
        "X-HMK-Signature": GATEWAY.signature(timestamp, told()).encode(),
    }

    assert (await door.post("/texts", content=told(), headers=headers)).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"[]", b"{", b"\xff", b'{"id": "m-1"}', told(id=""), told(id="x" * 101)),
        *(told(id=7), told(text=None), told(id="a\nb"), told(**{"from": "16247"})),
        told(**{"from": "+14155550100"}),
    ],
)
async def test_what_is_no_message_of_a_mobile_is_refused(door: httpx.AsyncClient, body: bytes):
    assert (await post(door, body)).status_code == 400
    assert await Message.all().count() == 0


async def test_a_body_that_no_message_needs_is_not_read(door: httpx.AsyncClient):
    answer = await post(door, told(text="x" * receiving.LARGEST_BODY))

    assert answer.status_code == 413


async def test_a_long_message_is_cut():
    message = await wrote(factories.phone(), "ক" * 1_000)

    assert message.text == "ক" * 500


async def test_without_a_secret_there_is_no_door():
    app = Starlette(routes=text_doors.routes(None, clock=at(NOON)))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as gateway:
        assert (await post(gateway, told())).status_code == 404


async def test_messages_go_after_a_month_and_those_of_the_erased_at_once():
    person = await factories.person()
    await wrote(factories.phone(), "help", now=NOON - receiving.KEPT - timedelta(seconds=1))
    kept = await wrote(factories.phone(), "help")
    await wrote(person.phone or "", "help")

    await receiving.prune(NOON - receiving.KEPT)
    await receiving.forget(person.id)

    assert await Message.all().values_list("id", flat=True) == [kept.id]
