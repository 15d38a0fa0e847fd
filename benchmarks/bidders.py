"""The load of the bids by HTTP: a client so cheap that it is not what is measured.

It reads its task as JSON from standard input, and prints how many bids a second were accepted.
"""

from __future__ import annotations

import asyncio
import sys
import time
from functools import partial
from itertools import count

import httptools
import orjson
import uvloop

SECONDS = 4
QUERY = """mutation ($input: PlaceBidInput!) { placeBid(input: $input) { __typename
  ... on BidAccepted { line hash leading price minimumNext endsAt }
  ... on UserError { code messageBn messageEn field } ... on BidTooLow { minimum } } }"""


class Peer(asyncio.Protocol):
    """One connection: sends a bid when the last one is answered."""

    def __init__(self, load: Load, token: str) -> None:
        self.load = load
        self.token = token
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.body = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self.transport = transport
        self.parser = httptools.HttpResponseParser(self)
        self.send()

    def send(self) -> None:
        """Send the next bid, or end."""
        if time.perf_counter() > self.load.until:
            self.transport.close()
            self.done.set_result(None)
            return
        body = self.load.next_bid()
        head = (
            "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {self.token}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.transport.write(head.encode() + body)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        """Read on."""
        self.parser.feed_data(data)

    def on_body(self, data: bytes) -> None:
        """Keep a part of the answer."""
        self.body += data

    def on_message_complete(self) -> None:
        """Count the answer, and send the next."""
        self.load.answered(bytes(self.body))
        self.body.clear()
        self.parser = httptools.HttpResponseParser(self)
        self.send()


class Load:
    """What is bid on, and how it went."""

    def __init__(self, lots: list[int], price: int) -> None:
        self.lots = lots
        self.price = price
        self.numbers = count(1)
        self.began = time.perf_counter()
        self.until = self.began + SECONDS
        self.accepted = 0
        self.refused = b""

    def next_bid(self) -> bytes:
        """Return the request of a bid that is higher than all before."""
        number = next(self.numbers)
        given = {
            "lotId": f"Lot:{self.lots[number % len(self.lots)]}",
            "maximum": self.price + number * 200,
            "idempotencyKey": f"h{self.price}-{number}",
        }
        return orjson.dumps({"query": QUERY, "variables": {"input": given}})

    def answered(self, body: bytes) -> None:
        """Count an answer."""
        if b"BidAccepted" in body:
            self.accepted += 1
        else:
            self.refused = body


async def main() -> None:
    """Bid as told, and print the rate."""
    task = orjson.loads(sys.stdin.buffer.read())
    load = Load(task["lots"], task["price"])
    loop = asyncio.get_running_loop()
    peers = []
    for token in task["tokens"]:
        factory = partial(Peer, load, token)
        peers.append((await loop.create_connection(factory, "127.0.0.1", task["port"]))[1])
    await asyncio.gather(*(peer.done for peer in peers))
    if not load.accepted:
        raise SystemExit(load.refused.decode())
    sys.stdout.write(str(load.accepted / (time.perf_counter() - load.began)))


if __name__ == "__main__":
    uvloop.run(main())
