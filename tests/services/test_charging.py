"""What is paid ahead is held, then shared out to the last taka; what a late no costs is due."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.models import Account
from hmk_graph.errors import DomainError, NotFound, StaleState
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, ledger, paying, queries, reconciling
from hmk_graph.payments.errors import NothingDue
from hmk_graph.payments.paying_models import Intent, Refund
from hmk_graph.reactions import DEADLINES, TARGETS
from hmk_graph.services import answering, canceling, charging, collecting, holding, working
from hmk_graph.services.booking_models import Booking, BookingState
from hmk_graph.services.machines import Actor
from hmk_graph.services.models import PriceOption, Provider
from tests import factories
from tests.factories import NOON, at
from tests.payments.tills import DOORS, Till
from tests.services import desks
from tests.services.desks import HOUR, PRICE, TOMORROW_TEN

pytestmark = pytest.mark.usefixtures("db")
CLOCK = at(NOON)


@pytest.fixture
def till() -> Till:
    return Till()


async def booked(**provider: Any) -> tuple[Provider, PriceOption, Booking]:
    """Have a citizen hold tomorrow at ten."""
    desk, option = await desks.shop(**provider)
    return desk, option, await desks.held(option)


async def pay(
    booking: Booking,
    till: Till,
    amount: Paisa | None = None,
    *,
    purpose: str = charging.ADVANCE,
    now: Any = NOON,
) -> None:
    """Pay what is due for a booking, or a part of it."""
    [intent] = await queries.open_of(purpose, [booking.id])
    assert intent is not None
    attempt = await paying.begin(
        intent.payer_id,
        intent.id,
        till,
        amount,
        doors=DOORS,
        idempotency_key=desks.key(),
        clock=at(now),
    )
    till.pay(attempt)
    await reconciling.look_after(attempt.id, {"till": till}, TARGETS, clock=at(now))


async def paid(till: Till, **provider: Any) -> tuple[Provider, Booking]:
    """Have a citizen hold tomorrow at ten, and pay ahead."""
    desk, _, booking = await booked(**provider)
    await collecting.pay_online(booking.citizen_id, booking.id, clock=CLOCK)
    await pay(booking, till)
    return desk, await Booking.get(id=booking.id)


async def sent_back(till: Till) -> int:
    """Send back what is to go back; return how much went in all."""
    await Refund.filter(check_at__isnull=False).update(check_at=NOON)
    while await reconciling.do_one({"till": till}, TARGETS, clock=CLOCK):
        pass
    return sum(till.given_back.values())


async def earned(desk: Provider) -> int:
    return (await ledger.balance(chart.due_to_seller(desk.account_id))).free


async def held_of(booking: Booking) -> int:
    return (await ledger.balance(chart.held_for(booking.citizen_id))).posted


async def call_off(person_id: int, booking: Booking, actor: Actor, now: Any) -> Booking:
    booking = await Booking.get(id=booking.id)
    terms = canceling.terms_for(booking, actor, now)
    assert terms is not None
    return await canceling.cancel(person_id, booking.id, token=terms.token, clock=at(now))


async def test_cash_is_the_default_and_nothing_is_due():
    desk, _, booking = await booked(instant=True)
    await holding.request(booking.citizen_id, booking.id, clock=CLOCK)

    assert await Intent.all().count() == 0
    assert (await Booking.get(id=booking.id)).state is BookingState.CONFIRMED
    assert await earned(desk) == 0


async def test_paying_ahead_asks_for_the_time_and_holds_the_money(till: Till):
    desk, booking = await paid(till)

    assert (booking.state, booking.paid_paisa) == (BookingState.REQUESTED, PRICE)
    assert await held_of(booking) == PRICE
    assert (await ledger.balance(chart.held_for(booking.citizen_id))).free == 0
    assert await earned(desk) == 0


async def test_a_time_that_is_paid_online_is_held_for_a_quarter_of_an_hour(till: Till):
    _, _, booking = await booked()
    for _ in range(2):
        await collecting.pay_online(booking.citizen_id, booking.id, clock=CLOCK)
    assert await Intent.all().count() == 1

    again = await DEADLINES["services.expire_booking"](  # type: ignore[operator]  # a plain handler
        booking.id, at(NOON + timedelta(minutes=10))
    )
    assert again == NOON + timedelta(minutes=15)
    await pay(booking, till, taka(200), now=NOON + timedelta(minutes=14))
    await holding.expire(booking.id, at(NOON + timedelta(minutes=15)))

    assert (await Booking.get(id=booking.id)).state is BookingState.EXPIRED
    assert await sent_back(till) == taka(200)


async def test_money_that_comes_after_the_hold_is_over_goes_back(till: Till):
    _, _, booking = await booked()
    await collecting.pay_online(booking.citizen_id, booking.id, clock=CLOCK)
    [intent] = await queries.open_of(charging.ADVANCE, [booking.id])
    assert intent is not None
    attempt = await paying.begin(
        intent.payer_id, intent.id, till, None, doors=DOORS, idempotency_key="k", clock=CLOCK
    )
    late = at(NOON + timedelta(minutes=16))
    await holding.expire(booking.id, late)

    till.pay(attempt)
    await reconciling.look_after(attempt.id, {"till": till}, TARGETS, clock=late)

    assert (await Booking.get(id=booking.id)).state is BookingState.EXPIRED
    assert await sent_back(till) == PRICE


async def test_a_no_of_the_provider_gives_all_of_it_back(till: Till):
    desk, booking = await paid(till)

    await answering.decline(desk.account_id, booking.id, clock=CLOCK)

    assert (await sent_back(till), await earned(desk), await held_of(booking)) == (PRICE, 0, 0)


async def test_a_late_no_leaves_the_fee_to_the_provider_and_gives_the_rest_back(till: Till):
    desk, booking = await paid(till, instant=True)

    await call_off(booking.citizen_id, booking, Actor.CITIZEN, TOMORROW_TEN - HOUR)

    fee = PRICE // 4
    assert (await sent_back(till), await earned(desk)) == (PRICE - fee, fee)
    assert await held_of(booking) == 0
    assert await queries.open_of(charging.CANCEL_FEE, [booking.id]) == [None]


async def test_a_provider_who_calls_off_costs_the_citizen_nothing(till: Till):
    desk, booking = await paid(till, instant=True)

    await call_off(desk.account_id, booking, Actor.PROVIDER, TOMORROW_TEN - HOUR)

    assert (await sent_back(till), await earned(desk)) == (PRICE, 0)


async def test_who_pays_in_cash_and_calls_off_late_owes_the_fee(till: Till):
    desk, _, booking = await booked(instant=True)
    await holding.request(booking.citizen_id, booking.id, clock=CLOCK)

    await call_off(booking.citizen_id, booking, Actor.CITIZEN, TOMORROW_TEN - HOUR)

    [intent] = await queries.open_of(charging.CANCEL_FEE, [booking.id])
    assert intent is not None
    assert (intent.due_paisa, intent.payer_id) == (PRICE // 4, booking.citizen_id)
    await pay(booking, till, purpose=charging.CANCEL_FEE)
    assert await earned(desk) == PRICE // 4


async def test_done_work_pays_the_provider_and_what_it_cost_less_goes_back(till: Till):
    desk, booking = await paid(till, instant=True)
    start = at(TOMORROW_TEN)
    await working.start(booking.citizen_id, booking.id, code=None, clock=start)
    await working.finish(desk.account_id, booking.id, amount=taka(400), clock=start)
    assert await earned(desk) == 0

    await working.close(booking.citizen_id, booking.id, clock=start)

    assert (await earned(desk), await sent_back(till)) == (taka(400), PRICE - taka(400))


@pytest.mark.parametrize(("absent", "kept"), [("CITIZEN", PRICE // 4), ("PROVIDER", 0)])
async def test_an_absence_nobody_contests_is_settled_after_a_day(
    till: Till, absent: str, kept: int
):
    desk, booking = await paid(till, instant=True)
    teller = desk.account_id if absent == "CITIZEN" else booking.citizen_id
    await working.report_no_show(teller, booking.id, clock=at(TOMORROW_TEN + HOUR))

    soon = TOMORROW_TEN + 2 * HOUR
    assert await working.settle_no_show(booking.id, at(soon)) == soon + 23 * HOUR
    for _ in range(2):
        assert await working.settle_no_show(booking.id, at(soon + 23 * HOUR)) is None

    assert (await earned(desk), await sent_back(till)) == (kept, PRICE - kept)


async def test_a_dispute_that_is_decided_for_the_citizen_gives_all_back(till: Till):
    desk, booking = await paid(till, instant=True)
    start = at(TOMORROW_TEN)
    await working.start(booking.citizen_id, booking.id, code=None, clock=start)
    await working.finish(desk.account_id, booking.id, amount=PRICE, clock=start)
    reason = "কাজটি ঠিকমতো হয়নি"
    await working.dispute(booking.citizen_id, booking.id, reason=reason, clock=start)

    for officer in (await factories.officer(), await factories.officer()):
        assert await sent_back(till) == 0
        await working.decide_dispute(
            officer.id, booking.id, for_citizen=True, reason=reason, clock=start
        )

    assert (await earned(desk), await sent_back(till)) == (0, PRICE)


async def test_officers_call_a_booking_off_together_once_it_is_paid(till: Till):
    _, booking = await paid(till, instant=True)
    first, second = await factories.officer(), await factories.officer()
    given = {"reason": "ভুয়া সেবাদাতার অভিযোগ", "clock": CLOCK}

    await canceling.cancel_as_officer(first.id, booking.id, **given)
    waiting = await sent_back(till)
    with pytest.raises(SecondOfficerNeeded):
        await canceling.cancel_as_officer(first.id, booking.id, **given)
    gone = await canceling.cancel_as_officer(second.id, booking.id, **given)

    assert (waiting, await sent_back(till)) == (0, PRICE)
    assert gone.state == "CANCELLED"


async def test_nobody_pays_for_anothers_booking_nor_for_what_is_over():
    desk, _, booking = await booked()
    for stranger in (desk.account_id, (await factories.person()).id):
        with pytest.raises(NotFound):
            await collecting.pay_online(stranger, booking.id, clock=CLOCK)
    with pytest.raises(NothingDue):
        late = at(NOON + timedelta(minutes=15))
        await collecting.pay_online(booking.citizen_id, booking.id, clock=late)
    await holding.expire(booking.id, at(NOON + timedelta(minutes=15)))
    with pytest.raises(StaleState):
        await collecting.pay_online(booking.citizen_id, booking.id, clock=CLOCK)
    assert await Intent.all().count() == 0


async def test_a_payment_and_a_cancel_at_once_lose_no_taka(till: Till):
    for _ in range(5):
        desk, _, booking = await booked(instant=True, account=await factories.person())
        await collecting.pay_online(booking.citizen_id, booking.id, clock=CLOCK)
        before = sum(till.given_back.values())

        async def cancel(booking: Booking = booking) -> Account | Booking:
            return await call_off(booking.citizen_id, booking, Actor.CITIZEN, NOON)

        outcomes = await asyncio.gather(cancel(), pay(booking, till), return_exceptions=True)

        assert all(one is None or isinstance(one, Booking | DomainError) for one in outcomes)
        ended = await Booking.get(id=booking.id)
        went_back = await sent_back(till) - before
        arrived = (await Intent.get(subject_id=booking.id)).state != "VOID" or went_back
        if ended.state is BookingState.CANCELLED:
            assert (await held_of(booking), await earned(desk)) == (0, 0)
            assert went_back in (0, PRICE)
        else:
            assert arrived
            assert await held_of(booking) == PRICE
