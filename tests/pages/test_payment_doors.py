"""Payment services and payers knock at doors of their own, and nothing they say is believed."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from hmk_graph.money import taka
from hmk_graph.pages import payment_doors
from hmk_graph.payments.paying_models import Attempt, AttemptState, Callback, Intent, IntentState
from tests.factories import NOON, at
from tests.payments.tills import PURPOSE, Cow, Till, begun, due


@pytest.fixture
def till() -> Till:
    return Till()


@pytest.fixture
async def web(db: str, till: Till) -> AsyncIterator[httpx.AsyncClient]:
    routes = payment_doors.routes(lambda: {"till": till}, {PURPOSE: Cow()}, clock=at(NOON))
    transport = httpx.ASGITransport(app=Starlette(routes=routes))
    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as client:
        yield client


async def tell(web: httpx.AsyncClient, told: Any, *, signed: str = "yes") -> int:
    answer = await web.post("/pay/till/told", content=json.dumps(told), headers={"signed": signed})
    return answer.status_code


async def test_a_payer_who_comes_back_finds_his_payment_looked_after(web, till):
    attempt = await begun(intent := await due(taka(100)), till)
    till.pay(attempt)

    answer = await web.get(f"/pay/till/back/{attempt.invoice}?status=failure")

    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/amar?pay={attempt.invoice}",
    )
    assert (await Intent.get(id=intent.id)).state is IntentState.COVERED


async def test_an_address_that_says_success_pays_nothing(web, till):
    attempt = await begun(await due(taka(100)), till)

    await web.get(f"/pay/till/back/{attempt.invoice}?status=success&amount=100")

    assert (await Attempt.get(id=attempt.id)).state is AttemptState.PENDING


async def test_a_word_of_the_service_is_kept_once_and_answered_at_once(web, till):
    attempt = await begun(await due(taka(100)), till)
    told = {"event": "e", "invoice": attempt.invoice}

    assert [await tell(web, told), await tell(web, told)] == [200, 200]

    assert await Callback.all().count() == 1
    assert till.asked == 0  # the worker asks, not the one who answers the service


@pytest.mark.parametrize("signed", ["no", ""])
async def test_a_forged_word_is_refused(web, till, signed):
    assert await tell(web, {"event": "e"}, signed=signed) == 400
    assert await Callback.exists() is False


async def test_what_is_no_word_is_refused(web, till):
    headers = {"signed": "yes"}
    huge = await web.post("/pay/till/told", content=b"x" * 70_000, headers=headers)
    noise = await web.post("/pay/till/told", content=b"\xff\xfe", headers=headers)

    assert (huge.status_code, noise.status_code) == (400, 400)


@pytest.mark.parametrize("path", ["/pay/nobody/told", "/pay/nobody/back/HMK23456789ABCDEFGHJ"])
async def test_a_service_that_is_not_offered_is_not_there(web, path):
    assert (await web.post(path)).status_code == 404


@pytest.mark.parametrize("invoice", ["HMK", "x" * 20, "HMK23456789abcdefghj"])
async def test_what_is_no_number_of_ours_is_not_there(web, invoice):
    assert (await web.get(f"/pay/till/back/{invoice}")).status_code == 404
