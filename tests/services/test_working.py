"""The work of a booking: its code, quotes, the end, absence and disputes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph.errors import NotAllowed, NotFound, StaleState
from hmk_graph.money import taka
from hmk_graph.services import (
    answering,
    booking_queries,
    quoting,
    working,
)
from hmk_graph.services.booking_models import BookingState, QuoteState
from hmk_graph.services.errors import (
    AboveCeiling,
    NotYet,
    QuoteClosed,
    QuoteNeeded,
    TimeIsUp,
    WrongStartCode,
)
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import TOMORROW_TEN, confirmed, key, started

pytestmark = pytest.mark.usefixtures("db")


async def test_wrong_codes_are_counted_and_end_even_for_the_right_one():
    desk, booking = await confirmed()
    wrong = "0000" if booking.code != "0000" else "1111"
    left = []
    for _ in range(5):
        with pytest.raises(WrongStartCode) as refused:
            await working.start(desk.account_id, booking.id, code=wrong, clock=at(TOMORROW_TEN))
        left.append(refused.value.attempts_left)

    with pytest.raises(WrongStartCode):
        await working.start(desk.account_id, booking.id, code=booking.code, clock=at(TOMORROW_TEN))
    begun = await working.start(booking.citizen_id, booking.id, code=None, clock=at(TOMORROW_TEN))

    assert left == [4, 3, 2, 1, 0]
    assert begun.state is BookingState.IN_PROGRESS


async def test_work_does_not_begin_more_than_half_an_hour_early():
    desk, booking = await confirmed()
    early = TOMORROW_TEN - timedelta(minutes=30, seconds=1)

    with pytest.raises(NotYet):
        await working.start(desk.account_id, booking.id, code=booking.code, clock=at(early))


async def test_no_more_is_asked_than_was_agreed_and_a_quote_can_raise_it():
    desk, booking = await started()
    owner, then = desk.account_id, at(TOMORROW_TEN)

    with pytest.raises(AboveCeiling):
        await working.finish(owner, booking.id, amount=desks.PRICE + 100, clock=then)
    first = await quoting.write(
        owner, booking.id, [("তার", taka(600))], idempotency_key=key(), clock=then
    )
    await quoting.send(owner, first.id, clock=then)
    second = await quoting.write(
        owner, booking.id, [("তার", taka(900))], idempotency_key=key(), clock=then
    )
    await quoting.send(owner, second.id, clock=then)

    with pytest.raises(QuoteClosed):
        await quoting.accept(booking.citizen_id, first.id, clock=then)
    with pytest.raises(NotAllowed):
        await quoting.accept(owner, second.id, clock=then)
    await quoting.accept(booking.citizen_id, second.id, clock=then)
    done = await working.finish(owner, booking.id, amount=taka(900), clock=then)

    await first.refresh_from_db()
    assert first.state is QuoteState.SUPERSEDED
    assert (done.state, done.final_paisa) == (BookingState.DONE, taka(900))


async def test_a_quote_runs_out_after_two_days():
    desk, booking = await confirmed()
    quote = await quoting.write(
        desk.account_id, booking.id, [("তার", taka(600))], idempotency_key=key(), clock=at(NOON)
    )
    await quoting.send(desk.account_id, quote.id, clock=at(NOON))
    late = NOON + timedelta(hours=48)

    with pytest.raises(QuoteClosed):
        await quoting.accept(booking.citizen_id, quote.id, clock=at(late))
    await quoting.expire(quote.id, at(late))

    await quote.refresh_from_db()
    assert quote.state is QuoteState.EXPIRED


async def test_work_that_is_priced_after_a_look_is_not_done_before_it_was():
    desk = await desks.provider()
    option = await desks.option(await desks.service(desk), needs_quote=True)
    booking = await desks.requested(option)
    await answering.confirm(desk.account_id, booking.id, clock=at(NOON))
    await working.start(booking.citizen_id, booking.id, code=None, clock=at(TOMORROW_TEN))

    with pytest.raises(QuoteNeeded):
        await working.finish(desk.account_id, booking.id, amount=taka(100), clock=at(TOMORROW_TEN))


async def test_what_nobody_disagrees_about_for_two_days_closes_by_itself():
    desk, booking = await started()
    done = await working.finish(
        desk.account_id, booking.id, amount=desks.PRICE, clock=at(TOMORROW_TEN)
    )
    due = done.due_at
    assert due == TOMORROW_TEN + timedelta(hours=48)

    assert await working.close_when_due(booking.id, at(due - timedelta(seconds=1))) == due
    assert await working.close_when_due(booking.id, at(due)) is None

    await booking.refresh_from_db()
    assert booking.state is BookingState.CLOSED


async def test_only_who_is_said_to_be_absent_can_contest_that_and_within_a_day():
    desk, booking = await confirmed()
    why = "আমি ঠিক সময়ে এসেছিলাম"
    with pytest.raises(NotYet):
        await working.report_no_show(
            booking.citizen_id, booking.id, clock=at(TOMORROW_TEN + timedelta(minutes=14))
        )
    then = TOMORROW_TEN + timedelta(minutes=15)
    await working.report_no_show(booking.citizen_id, booking.id, clock=at(then))

    with pytest.raises(StaleState):
        await working.dispute(booking.citizen_id, booking.id, reason=why, clock=at(then))
    with pytest.raises(TimeIsUp):
        await working.dispute(
            desk.account_id, booking.id, reason=why, clock=at(then + timedelta(hours=24))
        )
    contested = await working.dispute(desk.account_id, booking.id, reason=why, clock=at(then))

    assert contested.state is BookingState.DISPUTED


async def test_an_officer_of_the_area_decides_a_dispute_and_nobody_else():
    desk, booking = await started()
    await working.finish(desk.account_id, booking.id, amount=taka(100), clock=at(TOMORROW_TEN))
    await working.dispute(
        booking.citizen_id, booking.id, reason="কাজ শেষ হয়নি মোটেও", clock=at(TOMORROW_TEN)
    )
    officer = await factories.officer()
    foreign = await factories.officer(await factories.upazila("kishoreganj-itna"))
    say = {"for_citizen": True, "reason": "ছবিতে দেখা যায়", "clock": at(TOMORROW_TEN)}

    for outsider in (foreign.id, desk.account_id, booking.citizen_id):
        with pytest.raises(NotFound):
            await working.decide_dispute(outsider, booking.id, **say)
    shown = await (await booking_queries.disputes(officer.id))
    await working.decide_dispute(officer.id, booking.id, **say)
    second = await factories.officer()
    decided = await working.decide_dispute(second.id, booking.id, **say)

    assert [one.id for one in shown] == [booking.id]
    assert decided.state is BookingState.REFUNDED


async def test_what_no_officer_decides_for_thirty_days_is_decided_for_the_citizen():
    desk, booking = await started()
    await working.finish(desk.account_id, booking.id, amount=taka(100), clock=at(TOMORROW_TEN))
    await working.dispute(
        booking.citizen_id, booking.id, reason="কাজ শেষ হয়নি মোটেও", clock=at(TOMORROW_TEN)
    )

    await working.decide_when_due(booking.id, at(TOMORROW_TEN + timedelta(days=30)))

    await booking.refresh_from_db()
    assert booking.state is BookingState.REFUNDED
