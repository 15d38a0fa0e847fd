"""What the simulated services remember, and how they are told to go wrong."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from hmk_graph.clock import DHAKA

# What each service can be told to do wrong, once or several times.
FAULTS = (
    "slow",
    "drop",  # it does what it is asked to, and the answer is lost
    "maintenance",
    "odd",  # an answer that makes no sense
    "expired_token",
    "insufficient",
    "blocked",
    "wrong_amount",
    "wrong_currency",
    "wrong_invoice",
    "risky",
    "wrong_signature",
    "notify_twice",  # always before the browser goes back
    "notify_never",
    "skewed",  # its clock is ten hours ahead
    "refund_refused",
    "refund_pending",
)
SLOW_S = 3.0


@dataclass
class Payment:
    """One payment at one service; amounts are texts of taka, as they came."""

    gateway: str
    ref: str
    invoice: str
    amount: str
    back_url: str
    callback_url: str = ""
    state: str = "open"
    agreed: bool = False
    trx: str = ""
    executions: int = 0
    challenge: str = ""
    refunds: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Books:
    """Everything that one running simulator knows. One event loop touches it."""

    payments: dict[str, Payment] = field(default_factory=dict)
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)
    tokens: set[str] = field(default_factory=set)
    numbers: int = 0

    def number(self, prefix: str) -> str:
        """Return a number that no other has."""
        self.numbers += 1
        return f"{prefix}{self.numbers:08d}"

    def of(self, gateway: str, ref: str) -> Payment | None:
        """Return a payment by the service's number or by ours."""
        for payment in self.payments.values():
            if payment.gateway == gateway and ref in (payment.ref, payment.invoice):
                return payment
        return None

    def goes_wrong(self, gateway: str, fault: str) -> bool:
        """Say whether a fault that was asked for happens now; each asking is used up."""
        if self.faults[gateway, fault] <= 0:
            return False
        self.faults[gateway, fault] -= 1
        return True

    def time(self, gateway: str) -> datetime:
        """Return what a service's clock shows in Dhaka."""
        ahead = timedelta(hours=10) if self.goes_wrong(gateway, "skewed") else timedelta(0)
        return datetime.now(DHAKA) + ahead

    async def answer(self, gateway: str, body: dict[str, Any], status: int = 200) -> Response:
        """Send an answer, or have it come late, never, or odd."""
        if self.goes_wrong(gateway, "slow"):
            await asyncio.sleep(SLOW_S)
        if self.goes_wrong(gateway, "drop"):
            return Dropped()
        if self.goes_wrong(gateway, "odd"):
            return JSONResponse(["?"])
        return JSONResponse(body, status_code=status)


async def form_of(request: Request) -> dict[str, str]:
    """Return a posted form. Starlette's own reader wants a package that nothing else here needs."""
    return dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))


class Dropped(Response):
    """An answer whose line breaks in the middle."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-length", b"1000"), (b"content-type", b"application/json")],
            }
        )
        await send({"type": "http.response.body", "body": b'{"status'})
