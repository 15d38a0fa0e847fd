"""The simulator as a process of its own, and our three clients before it."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from hmk_graph.clients.gateways import speaking
from hmk_graph.clients.gateways.bkash import Bkash
from hmk_graph.clients.gateways.nagad import Nagad
from hmk_graph.clients.gateways.sslcommerz import SslCommerz
from hmk_graph.money import Paisa
from hmk_graph.payments.ports import Bill, Found, Gateway, Known, Started
from tests.factories import NOON, at
from tests.gateways import bkash, nagad, sslcommerz

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
# The simulator's slow answers take three seconds; a test has no time for the thirty of real life.
IMPATIENT_S = 1.0


@dataclass
class Simulator:
    """A running simulator. Waits are for a process to come up, not for time to pass."""

    url: str
    folder: str

    def fault(self, gateway: str, fault: str, times: int = 1) -> None:
        told = {"gateway": gateway, "fault": fault, "times": times}
        assert httpx.post(f"{self.url}/sim/fault", json=told).status_code == 200

    def act(self, started: Started, act: str = "pay") -> httpx.Response:
        """Be the payer on the service's page; where the browser is sent back to is not followed."""
        return httpx.post(started.pay_url, data={"act": act}, follow_redirects=False)

    def payment(self, invoice: str) -> dict[str, Any]:
        listed = httpx.get(f"{self.url}/sim/payments").json()
        [found] = [entry for entry in listed if entry["invoice"] == invoice]
        return dict(found)


@contextmanager
def simulator() -> Iterator[Simulator]:
    """Run the simulator on a free port until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.gateways.simulator", str(port), folder]
        process = subprocess.Popen(command, cwd=ROOT)
        try:
            _wait(port, process)
            yield Simulator(url=f"http://127.0.0.1:{port}", folder=folder)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        assert process.poll() is None, "the simulator ended"
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("the simulator does not come up")


@asynccontextmanager
async def opened(name: str, running: Simulator) -> AsyncIterator[Gateway]:
    """Open our client of one service, which waits for as long as a busy machine needs."""
    async with speaking.client(running.url) as http:
        http.timeout = PATIENCE_S  # type: ignore[assignment]  # httpx takes a number
        match name:
            case "bkash":
                yield Bkash(
                    http,
                    username=bkash.USERNAME,
                    password=bkash.PASSWORD,
                    app_key=bkash.APP_KEY,
                    app_secret=bkash.APP_SECRET,
                    seconds=time.monotonic,
                )
            case "sslcommerz":
                yield SslCommerz(
                    http, store_id=sslcommerz.STORE, store_password=sslcommerz.PASSWORD
                )
            case _:
                pem = nagad.keys(running.folder)
                yield Nagad(
                    http,
                    merchant_id=nagad.MERCHANT,
                    own_key=pem["merchant_private"],
                    nagad_key=pem["nagad_public"],
                    address="127.0.0.1",
                    now=at(NOON),
                )


@contextmanager
def impatient(gateway: Gateway) -> Iterator[None]:
    """Let a client give up before a slow service answers."""
    http = gateway._http  # type: ignore[attr-defined]  # each of ours has one
    http.timeout = IMPATIENT_S
    yield
    http.timeout = PATIENCE_S


def bill(invoice: str, amount: Paisa) -> Bill:
    return Bill(
        invoice=invoice,
        amount=amount,
        payer_phone="01712345678",
        back_url=f"http://127.0.0.1:9/back/{invoice}",
        callback_url=f"http://127.0.0.1:9/told/{invoice}",
    )


def known(wanted: Bill, started: Started, found: Found | None = None) -> Known:
    return Known(
        invoice=wanted.invoice,
        gateway_ref=started.gateway_ref,
        trx=found.trx if found else None,
        amount=wanted.amount,
    )
