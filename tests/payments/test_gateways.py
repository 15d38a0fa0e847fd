"""bKash, SSLCommerz and Nagad keep the same contract, whatever goes wrong with them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import pytest

from hmk_graph.clients.gateways.speaking import as_paisa, as_taka
from hmk_graph.clients.gateways.sslcommerz import signed
from hmk_graph.money import Paisa, taka
from hmk_graph.payments.ports import (
    Forged,
    Found,
    Gateway,
    GatewayDown,
    GatewayRefused,
    Started,
    Verdict,
)
from tests.payments.gateways import Bill, Simulator, bill, impatient, known, opened, simulator

NUMBERS = count(1)
ALL = ["bkash", "sslcommerz", "nagad"]
REFUNDING = ["bkash", "sslcommerz"]
PRICE = taka(1_250)


@pytest.fixture(scope="module")
def running() -> Iterator[Simulator]:
    with simulator() as found:
        yield found


@pytest.fixture
async def gateway(request: pytest.FixtureRequest, running: Simulator) -> AsyncIterator[Gateway]:
    async with opened(request.param, running) as found:
        yield found


every = pytest.mark.parametrize("gateway", ALL, indirect=True)
refunding = pytest.mark.parametrize("gateway", REFUNDING, indirect=True)


async def begun(gateway: Gateway, amount: Paisa = PRICE) -> tuple[Bill, Started]:
    wanted = bill(f"HMKTEST{next(NUMBERS):08d}", amount)
    return wanted, await gateway.start(wanted)


async def paid(gateway: Gateway, running: Simulator) -> tuple[Bill, Started, Found]:
    wanted, started = await begun(gateway)
    running.act(started)
    return wanted, started, await gateway.settle(known(wanted, started))


@every
async def test_what_a_payer_agrees_to_is_paid_under_our_number(gateway, running):
    wanted, started, found = await paid(gateway, running)

    assert (found.verdict, found.amount, found.invoice) == (Verdict.PAID, PRICE, wanted.invoice)
    assert (found.currency, found.risky) == ("BDT", False)
    assert found.trx
    assert (await gateway.look(known(wanted, started))).trx == found.trx


@every
async def test_before_the_payer_agrees_nothing_is_decided(gateway, running):
    wanted, started = await begun(gateway)

    assert (await gateway.settle(known(wanted, started))).verdict is Verdict.PENDING
    assert (await gateway.look(known(wanted, started))).verdict is Verdict.PENDING


@every
async def test_settling_again_finds_the_same_payment(gateway, running):
    wanted, started, first = await paid(gateway, running)

    assert await gateway.settle(known(wanted, started)) == first


@every
async def test_a_payer_who_cancels_has_not_paid(gateway, running):
    wanted, started = await begun(gateway)
    running.act(started, "cancel")

    found = await gateway.settle(known(wanted, started))

    assert found.verdict in (Verdict.CANCELED, Verdict.PENDING)


@every
async def test_a_service_that_is_slow_or_odd_at_the_start_has_opened_nothing(gateway, running):
    for fault in ("slow", "odd", "drop"):
        if gateway.name == "bkash":
            await begun(gateway)  # it has its token
        running.fault(gateway.name, fault)
        with impatient(gateway), pytest.raises((GatewayDown, GatewayRefused)):
            await begun(gateway)


@every
@pytest.mark.parametrize("fault", ["slow", "drop", "odd", "maintenance"])
async def test_a_doubt_is_never_taken_for_a_no(gateway, running, fault):
    wanted, started = await begun(gateway)
    running.act(started)
    running.fault(gateway.name, fault)

    with impatient(gateway):
        doubt = await gateway.settle(known(wanted, started))

    assert doubt.verdict in (Verdict.UNKNOWN, Verdict.PAID)
    assert (await gateway.settle(known(wanted, started))).verdict is Verdict.PAID


@every
@pytest.mark.parametrize("fault", ["wrong_amount", "wrong_invoice"])
async def test_what_differs_from_the_bill_is_told_as_it_is(gateway, running, fault):
    wanted, started = await begun(gateway)
    running.act(started)
    if gateway.name == "bkash":
        await gateway.settle(known(wanted, started))
    running.fault(gateway.name, fault)

    found = await gateway.look(known(wanted, started))

    assert (found.amount, found.invoice) != (PRICE, wanted.invoice)


@every
async def test_a_service_whose_clock_is_ten_hours_ahead_is_believed_as_any(gateway, running):
    wanted, started = await begun(gateway)
    running.act(started)
    running.fault(gateway.name, "skewed", 20)

    found = await gateway.settle(known(wanted, started))

    assert (found.verdict, found.amount) == (Verdict.PAID, PRICE)


@pytest.mark.parametrize("gateway", REFUNDING, indirect=True)
async def test_another_currency_is_told_as_it_is(gateway, running):
    wanted, started, _ = await paid(gateway, running)
    running.fault(gateway.name, "wrong_currency")

    assert (await gateway.look(known(wanted, started))).currency == "USD"


@pytest.mark.parametrize("gateway", ["sslcommerz"], indirect=True)
async def test_a_risk_that_the_service_marks_is_told(gateway, running):
    wanted, started, _ = await paid(gateway, running)
    running.fault("sslcommerz", "risky")

    assert (await gateway.look(known(wanted, started))).risky


@pytest.mark.parametrize("gateway", ["bkash"], indirect=True)
@pytest.mark.parametrize("fault", ["insufficient", "blocked"])
async def test_a_wallet_that_cannot_pay_fails_in_words(gateway, running, fault):
    wanted, started = await begun(gateway)
    running.act(started)
    running.fault("bkash", fault)

    found = await gateway.settle(known(wanted, started))

    assert found.verdict is Verdict.FAILED
    assert found.words


@pytest.mark.parametrize("gateway", ["bkash"], indirect=True)
async def test_an_execution_whose_answer_was_lost_is_asked_after_and_not_done_again(
    gateway, running
):
    wanted, started = await begun(gateway)
    running.act(started)
    # The query before it is answered; the execution takes the money, and its answer is lost.
    first = await gateway.look(known(wanted, started))
    assert first.verdict is Verdict.PENDING
    await _execute_and_lose(gateway, running, wanted, started)

    found = await gateway.settle(known(wanted, started))

    assert found.verdict is Verdict.PAID
    assert running.payment(wanted.invoice)["executions"] == 1


async def _execute_and_lose(
    gateway: Gateway, running: Simulator, wanted: Bill, started: Started
) -> None:
    call = gateway._call  # type: ignore[attr-defined]
    running.fault("bkash", "drop")
    with pytest.raises(GatewayDown):
        await call("/v1.2.0-beta/tokenized/checkout/execute", {"paymentID": started.gateway_ref})


@pytest.mark.parametrize("gateway", ["bkash"], indirect=True)
async def test_a_token_that_ends_in_the_middle_is_fetched_anew(gateway, running):
    wanted, started = await begun(gateway)
    running.act(started)
    running.fault("bkash", "expired_token")

    assert (await gateway.settle(known(wanted, started))).verdict is Verdict.PAID


@refunding
async def test_a_part_and_then_the_rest_go_back_and_no_more(gateway, running):
    wanted, started, found = await paid(gateway, running)
    given = known(wanted, started, found)
    part, rest = taka(250), taka(1_000)

    first = await gateway.refund(given, amount=part, ref="R1", reason="r")
    second = await gateway.refund(given, amount=rest, ref="R2", reason="r")
    third = await gateway.refund(given, amount=taka(1), ref="R3", reason="r")

    assert [f.verdict for f in (first, second, third)] == [
        Verdict.PAID,
        Verdict.PAID,
        Verdict.FAILED,
    ]
    assert running.payment(wanted.invoice)["refunds"] == 2


@refunding
async def test_a_refund_whose_answer_was_lost_is_found_and_not_repeated(gateway, running):
    wanted, started, found = await paid(gateway, running)
    given = known(wanted, started, found)
    running.fault(gateway.name, "drop")

    lost = await gateway.refund(given, amount=taka(250), ref="R1", reason="r")
    again = await gateway.look_refund(given, amount=taka(250), ref="R1", earlier=[])

    assert (lost.verdict, again.verdict) == (Verdict.UNKNOWN, Verdict.PAID)
    assert running.payment(wanted.invoice)["refunds"] == 1


@pytest.mark.parametrize("gateway", ["bkash"], indirect=True)
async def test_of_two_refunds_of_one_amount_each_is_told_apart(gateway, running):
    wanted, started, found = await paid(gateway, running)
    given = known(wanted, started, found)
    first = await gateway.refund(given, amount=taka(250), ref="R1", reason="r")

    never_sent = await gateway.look_refund(
        given, amount=taka(250), ref="R2", earlier=[first.trx or ""]
    )

    assert never_sent.verdict is Verdict.FAILED


@refunding
async def test_a_refund_that_is_refused_fails(gateway, running):
    wanted, started, found = await paid(gateway, running)
    running.fault(gateway.name, "refund_refused")

    refused = await gateway.refund(
        known(wanted, started, found), amount=taka(1), ref="R1", reason="r"
    )

    assert refused.verdict is Verdict.FAILED


@pytest.mark.parametrize("gateway", ["sslcommerz"], indirect=True)
async def test_a_refund_that_takes_its_time_is_asked_after(gateway, running):
    wanted, started, found = await paid(gateway, running)
    given = known(wanted, started, found)
    running.fault("sslcommerz", "refund_pending")

    slow = await gateway.refund(given, amount=taka(1), ref="R1", reason="r")
    done = await gateway.look_refund(given, amount=taka(1), ref="R1", earlier=[])

    assert (slow.verdict, done.verdict) == (Verdict.PENDING, Verdict.PAID)


@pytest.mark.parametrize("gateway", ["nagad"], indirect=True)
async def test_nagads_refunds_are_left_to_people(gateway, running):
    wanted, started, found = await paid(gateway, running)

    left = await gateway.refund(known(wanted, started, found), amount=PRICE, ref="R", reason="r")

    assert left.verdict is Verdict.FAILED


@pytest.mark.parametrize("gateway", ["nagad"], indirect=True)
async def test_an_answer_that_nagad_did_not_sign_opens_nothing(gateway, running):
    running.fault("nagad", "wrong_signature")

    with pytest.raises(GatewayRefused):
        await begun(gateway)


VECTOR = json.loads((Path(__file__).parent / "sslcommerz_ipn_vector.json").read_text())


def test_the_published_notification_of_sslcommerz_is_signed():
    assert signed(VECTOR["ipn"], VECTOR["store_password"])


@pytest.mark.parametrize("field", ["amount", "status", "tran_id", "currency", "verify_key"])
def test_a_notification_that_was_changed_is_not_signed(field):
    assert not signed({**VECTOR["ipn"], field: "x"}, VECTOR["store_password"])


def test_a_notification_whose_signature_leaves_out_what_matters_is_not_signed():
    without = ",".join(n for n in VECTOR["ipn"]["verify_key"].split(",") if n != "amount")

    assert not signed({**VECTOR["ipn"], "verify_key": without}, VECTOR["store_password"])


@pytest.mark.parametrize("gateway", ["sslcommerz"], indirect=True)
async def test_a_notification_names_the_payment_and_a_forged_one_nothing(gateway, running):
    with pytest.raises(Forged):
        await gateway.read(urlencode(VECTOR["ipn"]), {})  # signed by another store


@pytest.mark.parametrize("gateway", ["bkash", "nagad"], indirect=True)
async def test_services_that_send_nothing_are_not_believed(gateway, running):
    with pytest.raises(Forged):
        await gateway.read("{}", {})


@pytest.mark.parametrize(
    ("written", "paisa"),
    [
        ("10.00", 1_000),
        ("10.5", 1_050),
        (10, 1_000),
        ("0.01", 1),
        ("-1", None),
        ("1e5", None),
        ("১০", None),
        ("1,000", None),
        (None, None),
        (True, 100),
    ],
)
def test_an_amount_of_a_gateway_is_read_without_a_float(written, paisa):
    assert as_paisa(written) == (None if written is True else paisa)


def test_an_amount_is_written_with_two_places():
    assert [as_taka(Paisa(n)) for n in (1, 100, 125_050)] == ["0.01", "1.00", "1250.50"]
