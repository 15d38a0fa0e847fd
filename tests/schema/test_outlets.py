"""Frames that are put together by hand are what a websocket client reads."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from schema.outlets import Batch, SendingOutlet

SIZES = [0, 1, 60, 90, 100, 124, 125, 126, 65_500, 65_535, 65_536, 70_000]


def read(data: bytes) -> list[str]:
    client = ClientProtocol(parse_uri("ws://127.0.0.1/"), state=State.OPEN, max_size=None)
    client.receive_data(data)
    texts = []
    for event in client.events_received():
        assert isinstance(event, Frame) and event.opcode is Opcode.TEXT and event.fin
        texts.append(bytes(event.data).decode())
    return texts


@given(
    sizes=st.lists(st.sampled_from(SIZES) | st.integers(0, 300), min_size=1, max_size=5),
    prefixes=st.lists(st.text(max_size=128), min_size=1, max_size=3),
)
def test_a_client_reads_each_payload_behind_its_own_prefix(sizes: list[int], prefixes: list[str]):
    batch = Batch([b"x" * size for size in sizes])

    for prefix in prefixes:
        expected = [prefix + "x" * size + "}" for size in sizes]
        assert read(batch.frames(prefix.encode())) == expected
        assert batch.texts(prefix.encode()) == expected


def test_server_sent_events_are_put_together_once_for_all():
    batch = Batch([b'{"data":1}', b'{"data":2}'])

    assert batch.events() == b'event: next\ndata: {"data":1}\n\nevent: next\ndata: {"data":2}\n\n'
    assert batch.events() is batch.events()


async def test_a_client_that_reads_slowly_has_room_again_when_its_batch_is_through():
    gate, sent, told = asyncio.Event(), [], []

    async def send(prefix: bytes, batch: Batch) -> None:
        await gate.wait()
        sent.append((prefix, batch.payloads))

    outlet = SendingOutlet(send)
    running = asyncio.create_task(outlet.run())
    outlet.write(b"a", Batch([b"1"]))
    assert outlet.full
    outlet.when_room(lambda: told.append(outlet.full))

    gate.set()
    while not told:
        await asyncio.sleep(0)

    assert told == [False] and sent == [(b"a", [b"1"])]
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
