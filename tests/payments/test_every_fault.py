"""Each service goes wrong in every way that its simulator can, through our real doors.

Whatever a payment meets (domain.md D.4), the books are right in the end: money that fits the bill
is taken once, what does not fit waits for people, and what goes back goes back once.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from hmk_graph.money import taka
from hmk_graph.pages import payment_doors
from hmk_graph.payments import chart, ledger, paying, proving, reconciling
from hmk_graph.payments.errors import GatewayUnavailable
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Callback,
    Intent,
    Refund,
    RefundState,
)
from hmk_graph.payments.ports import Gateway, Started
from tests.factories import NOON, at
from tests.gateways.books import FAULTS
from tests.payments.gateways import Simulator, impatient, opened, simulator
from tests.payments.tills import PURPOSE, Cow, due, give_back

pytestmark = pytest.mark.usefixtures("db")
PRICE = taka(1_250)
CAPTURED, REVIEW = AttemptState.CAPTURED, AttemptState.REVIEW
# What happens before the payer is back: on the service's page, and in what it sends us.
ON_ITS_PAGE = {"insufficient", "blocked", "notify_twice", "notify_never", "wrong_signature"}
# How a payment ends that met a fault; CAPTURED where nothing is said.
ENDS: dict[str, dict[str, AttemptState]] = {
    "bkash": {
        **dict.fromkeys(("wrong_amount", "wrong_currency", "wrong_invoice"), REVIEW),
        **dict.fromkeys(("insufficient", "blocked"), AttemptState.FAILED),
    },
    "sslcommerz": {
        **dict.fromkeys(("wrong_amount", "wrong_currency", "wrong_invoice", "risky"), REVIEW),
        # Another card may follow within the session: it is asked after until it is given up.
        **dict.fromkeys(("insufficient", "blocked"), AttemptState.PENDING),
    },
    # Nagad's answers name no currency and no risk.
    "nagad": {
        **dict.fromkeys(("wrong_amount", "wrong_invoice"), REVIEW),
        **dict.fromkeys(("insufficient", "blocked"), AttemptState.FAILED),
    },
}
BROKEN = ("slow", "drop", "maintenance", "odd", "skewed", "refund_refused")
ON_THE_WAY_BACK: dict[str, tuple[str | None, ...]] = {
    "bkash": (*BROKEN, "expired_token"),
    "sslcommerz": (*BROKEN, "refund_pending"),
    "nagad": (None,),  # nothing is sent to it
}


@dataclass
class Counter:
    """One service with our doors open to it."""

    gateway: Gateway
    running: Simulator
    cow: Cow
    url: str

    @property
    def name(self) -> str:
        return self.gateway.name

    def arm(self, fault: str) -> None:
        self.running.fault(self.name, fault)

    async def begun(self, fault: str) -> Attempt:
        """Open a payment; an answer that is not the service's own opens none, and is forgotten."""
        intent = await due(PRICE)
        if (self.name, fault) == ("nagad", "wrong_signature"):
            self.arm(fault)
            with pytest.raises(GatewayUnavailable):
                await self._begin(intent)
        return await self._begin(intent)

    async def _begin(self, intent: Intent) -> Attempt:
        return await paying.begin(
            intent.payer_id,
            intent.id,
            self.gateway,
            None,
            doors=payment_doors.doors(self.url),
            idempotency_key="k",
            clock=at(NOON),
        )

    async def agree(self, attempt: Attempt, fault: str | None = None) -> None:
        """Be the payer: agree, and come back while the service goes wrong."""
        if fault in ON_ITS_PAGE and (self.name, fault) != ("nagad", "wrong_signature"):
            self.arm(fault)
        started = Started(gateway_ref=attempt.gateway_ref or "", pay_url=attempt.pay_url or "")
        went = await asyncio.to_thread(self.running.act, started)
        if fault is not None and fault not in ON_ITS_PAGE:
            self.arm(fault)
        async with httpx.AsyncClient(timeout=60) as browser:
            with impatient(self.gateway) if fault == "slow" else nullcontext():
                answer = await browser.get(went.headers["location"])
        assert answer.status_code == 303

    async def look(self, attempt: Attempt) -> AttemptState:
        """Ask as often as the worker would soon, and return how it stands."""
        for _ in range(3):
            attempt = await reconciling.look_after(
                attempt.id, {self.name: self.gateway}, {PURPOSE: self.cow}, clock=at(NOON)
            )
        return attempt.state

    async def send_back(self, intent: Intent, fault: str | None) -> None:
        """Have all that was paid go back, while the service goes wrong once."""
        await give_back(intent, PRICE)
        if fault is not None:
            self.arm(fault)
        with impatient(self.gateway) if fault == "slow" else nullcontext():
            await self._work()
        for _ in range(4):
            await self._work()

    async def _work(self) -> None:
        await Refund.filter(check_at__isnull=False).update(check_at=NOON)
        await reconciling.do_one({self.name: self.gateway}, {}, clock=at(NOON))


@pytest.fixture(scope="module")
def running() -> Iterator[Simulator]:
    with simulator() as found:
        yield found


@pytest.fixture(params=list(ENDS))
async def counter(request: pytest.FixtureRequest, running: Simulator) -> AsyncIterator[Counter]:
    cow = Cow()
    async with opened(request.param, running) as gateway:
        routes = payment_doors.routes(
            lambda: {gateway.name: gateway}, {PURPOSE: cow}, clock=at(NOON)
        )
        async with served(Starlette(routes=routes)) as url:
            yield Counter(gateway=gateway, running=running, cow=cow, url=url)


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    """Serve the doors from this very loop, so that they see this test's database."""
    config = uvicorn.Config(app, lifespan="off", log_config=None)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    listening = socket.create_server(("127.0.0.1", 0))
    await server.startup(sockets=[listening])
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        await server.shutdown(sockets=[listening])


async def test_whatever_goes_wrong_a_payment_is_taken_once_or_waits_for_people(counter: Counter):
    ends = {}
    for fault in FAULTS:
        attempt = await counter.begun(fault)
        await counter.agree(attempt, fault)
        ends[fault] = await counter.look(attempt)

    wanted = {fault: ENDS[counter.name].get(fault, CAPTURED) for fault in FAULTS}
    assert ends == wanted
    taken = list(wanted.values()).count(CAPTURED)
    assert len(counter.cow.covered_by) == len(set(counter.cow.covered_by)) == taken
    assert await Refund.exists() is False
    told = await Callback.all().values_list("invoice", flat=True)
    assert len(told) == len(set(told))
    assert (await proving.prove()).faults == []


async def test_whatever_goes_wrong_what_goes_back_goes_back_once(counter: Counter):
    for fault in ON_THE_WAY_BACK[counter.name]:
        attempt = await counter.begun("none")
        await counter.agree(attempt)
        assert await counter.look(attempt) is CAPTURED

        await counter.send_back(await Intent.get(id=attempt.intent_id), fault)

        [*failed, last] = await Refund.filter(attempt_id=attempt.id).order_by("id")
        assert {one.state for one in failed} <= {RefundState.FAILED}, fault
        gone = counter.running.payment(attempt.invoice)["refunds"]
        if counter.name == "nagad":  # which offers no way back: people send it
            assert (last.state, last.by_hand, gone) == (RefundState.APPROVED, True, 0), fault
        else:
            assert (last.state, gone) == (RefundState.SUCCEEDED, 1), fault

    posted = (await ledger.balance(chart.gateway(counter.name))).posted
    assert posted == (-PRICE if counter.name == "nagad" else 0)
    assert (await proving.prove()).faults == []
