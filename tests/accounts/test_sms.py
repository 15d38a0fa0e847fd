"""The gateway's client, against a real HTTP server of a few lines."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import httpx
import orjson
import pytest

from hmk_graph.accounts.errors import CodeNotSent
from hmk_graph.accounts.ports import SendCode
from hmk_graph.clients import sms
from hmk_graph.clients.sms import ConsoleSms, HttpSms
from hmk_graph.notifications.ports import NobodyKnows, NotTaken

PHONE = "+8801712345678"


@dataclass
class FakeGateway:
    """Answers each request with `answer`; None: not at all."""

    answer: bytes | None = b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"
    port: int = 0
    head: bytes = b""
    body: dict[str, str] = field(default_factory=dict)
    count: int = 0
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.left.clear()
        try:
            await self.answer_one(reader, writer)
        except ConnectionError:
            pass  # the client had heard enough
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
            self.left.set()

    async def answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.head = await reader.readuntil(b"\r\n\r\n")
        length = int(self.head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        self.body = orjson.loads(await reader.readexactly(length))
        self.count += 1
        if self.answer is not None:
            writer.write(self.answer)
            await writer.drain()
        else:
            await reader.read()  # until the client gives up


@asynccontextmanager
async def gateway(answer: bytes | None = FakeGateway.answer) -> AsyncIterator[FakeGateway]:
    fake = FakeGateway(answer=answer)
    fake.left.set()
    server = await asyncio.start_server(fake.serve, "127.0.0.1", 0)
    async with server:
        fake.port = server.sockets[0].getsockname()[1]
        yield fake
    async with asyncio.timeout(60):
        await fake.left.wait()


@asynccontextmanager
async def client(port: int, timeout_s: float = 5.0) -> AsyncIterator[SendCode]:
    async with httpx.AsyncClient() as http:
        yield HttpSms(
            http,
            url=f"http://127.0.0.1:{port}/send",
            token="gateway-token",
            sender="HMK",
            timeout_s=timeout_s,
        )


async def test_a_message_goes_to_the_gateway_with_token_and_sender():
    async with gateway() as fake, client(fake.port) as send:
        await send(PHONE, "123456")

    assert fake.head.startswith(b"POST /send HTTP/1.1")
    assert b"Bearer gateway-token" in fake.head
    assert fake.body == {"sender": "HMK", "to": PHONE, "text": sms.text_of("123456")}


def test_the_message_fits_into_one_and_has_the_code_in_front():
    text = sms.text_of("123456")

    assert text.startswith("123456 ")
    assert len(text) <= sms.LARGEST_UNICODE_MESSAGE


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
        b"no HTTP at all\r\n\r\n",
        b"",
    ],
)
async def test_a_gateway_that_does_not_take_it_is_asked_once(answer: bytes):
    async with gateway(answer) as fake, client(fake.port) as send:
        with pytest.raises(CodeNotSent) as refused:
            await send(PHONE, "123456")

    assert fake.count == 1
    assert refused.value.retryable
    assert refused.value.__cause__ is None


async def test_a_gateway_that_is_not_there_is_a_refusal():
    async with gateway() as fake:
        port = fake.port
    async with client(port) as send:
        with pytest.raises(CodeNotSent):
            await send(PHONE, "123456")


async def test_a_gateway_that_never_answers_is_given_up():
    async with gateway(None) as fake, client(fake.port, timeout_s=0.2) as send:
        async with asyncio.timeout(60):
            with pytest.raises(CodeNotSent):
                await send(PHONE, "123456")


async def test_an_answer_of_any_size_is_not_read():
    endless = b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n" + b"x" * 1_000

    async with gateway(endless) as fake, client(fake.port) as send, asyncio.timeout(60):
        await send(PHONE, "123456")


async def test_neither_client_logs_the_message(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    screen = io.StringIO()

    async with gateway() as fake, client(fake.port) as send:
        await send(PHONE, "654321")
    await ConsoleSms(screen)(PHONE, "654321")

    lines = "\n".join(f"{record.getMessage()} {record.args}" for record in caplog.records)
    assert "654321" in screen.getvalue()
    assert "POST" in lines
    assert "654321" not in lines
    assert "gateway-token" not in lines


async def text(port: int, timeout_s: float = 5.0) -> None:
    async with client(port, timeout_s) as send:
        assert isinstance(send, HttpSms)
        await send.text(PHONE, "লট ৭ আপনার।")


async def test_any_text_goes_the_same_way():
    async with gateway() as fake:
        await text(fake.port)

    assert fake.body == {"sender": "HMK", "to": PHONE, "text": "লট ৭ আপনার।"}


async def test_a_text_that_was_surely_not_taken_is_told_apart_from_one_of_which_nobody_knows():
    refused = b"HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n"
    async with gateway(refused) as fake:
        port = fake.port
        with pytest.raises(NotTaken):
            await text(port)
    with pytest.raises(NotTaken):
        await text(port)  # it is not there any more
    async with gateway(b"") as fake:
        with pytest.raises(NobodyKnows):
            await text(fake.port)
    async with gateway(None) as fake:
        with pytest.raises(NobodyKnows):
            await text(fake.port, timeout_s=0.2)
