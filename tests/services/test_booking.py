"""The life of a booking: hours and places, answers, cancelling, the work, quotes and disputes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.errors import NotAllowed, NotFound, StaleState
from hmk_graph.money import taka
from hmk_graph.services import (
    answering,
    booking_queries,
    canceling,
    holding,
    quoting,
    working,
)
from hmk_graph.services.booking_models import Booking, BookingState, Occupancy, QuoteState
from hmk_graph.services.errors import (
    AboveCeiling,
    CancelTermsChanged,
    NotBookable,
    NotServedThere,
    NotYet,
    OptionPriceChanged,
    OutsideHours,
    OutsideWindow,
    OwnService,
    QuoteClosed,
    QuoteNeeded,
    SlotTaken,
    TimeIsUp,
    TooManyHolds,
    WrongStartCode,
)
from hmk_graph.services.machines import Actor
from hmk_graph.services.models import PriceOption, Provider, ServiceState, Venue
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import HOUR, TOMORROW_TEN, key, wish

pytestmark = pytest.mark.usefixtures("db")


async def confirmed(**columns: Any) -> tuple[Provider, Booking]:
    desk, option = await desks.shop(**columns)
    booking = await desks.requested(option)
    return desk, await answering.confirm(desk.account_id, booking.id, clock=at(NOON))


async def started(**columns: Any) -> tuple[Provider, Booking]:
    desk, booking = await confirmed(**columns)
    booking = await working.start(
        desk.account_id, booking.id, code=booking.code, clock=at(TOMORROW_TEN)
    )
    return desk, booking


async def hold(citizen: Account, option: PriceOption, **changes: Any) -> Booking:
    given = {"starts_at": TOMORROW_TEN, "price": desks.PRICE, **changes}
    wanted = holding.Wish(option_id=option.id, **given)
    return await holding.hold(citizen.id, wanted, idempotency_key=key(), clock=at(NOON))


@pytest.mark.parametrize(
    ("starts_at", "refusal"),
    [
        (NOON + timedelta(hours=7), OutsideHours),
        (TOMORROW_TEN - 2 * HOUR, OutsideHours),
        (TOMORROW_TEN + timedelta(hours=7, minutes=30), OutsideHours),
        (NOON + timedelta(minutes=55), OutsideWindow),
        (NOON + timedelta(days=31), OutsideWindow),
    ],
)
async def test_nobody_is_booked_outside_his_hours_notice_and_horizon(starts_at, refusal):
    _, option = await desks.shop(notice_m=60)

    with pytest.raises(refusal):
        await hold(await factories.person(), option, starts_at=starts_at)

    assert not await Booking.exists()


async def test_refusals_of_a_wish_leave_nothing_behind():
    desk, option = await desks.shop()
    away, elsewhere = await desks.shop(closed_from=NOON, closed_to=NOON + timedelta(days=5))
    paused = await desks.option(await desks.service(desk, state=ServiceState.PAUSED))
    coming = await desks.option(await desks.service(desk, venue=Venue.CUSTOMER))
    far = await factories.union("kishoreganj-itna-badla")
    owner, citizen = await Account.get(id=desk.account_id), await factories.person()

    for who, wanted, changes, refusal in (
        (owner, option, {}, OwnService),
        (citizen, elsewhere, {}, NotBookable),
        (citizen, paused, {}, NotBookable),
        (citizen, option, {"price": taka(499)}, OptionPriceChanged),
        (citizen, coming, {"place_id": far.id}, NotServedThere),
    ):
        with pytest.raises(refusal):
            await hold(who, wanted, **changes)

    assert away.id != desk.id
    assert not await Booking.exists()
    assert not await Occupancy.exists()


async def test_a_third_hold_at_once_is_refused():
    _, option = await desks.shop()
    citizen = await factories.person()
    for hour in (0, 1):
        await hold(citizen, option, starts_at=TOMORROW_TEN + hour * HOUR)

    with pytest.raises(TooManyHolds):
        await hold(citizen, option, starts_at=TOMORROW_TEN + 2 * HOUR)


async def test_a_hold_cannot_be_asked_for_after_its_ten_minutes_though_no_timer_ran():
    _, option = await desks.shop()
    booking = await desks.held(option)

    with pytest.raises(TimeIsUp):
        await holding.request(
            booking.citizen_id, booking.id, clock=at(NOON + timedelta(minutes=10))
        )


async def test_who_says_yes_to_all_confirms_at_once():
    _, option = await desks.shop(instant=True)

    assert (await desks.requested(option)).state is BookingState.CONFIRMED


async def test_workers_of_a_group_are_booked_together_and_cost_as_many_times():
    desk = await desks.provider(seats=5)
    option = await desks.option(await desks.service(desk, slug="day-labourer"))

    booking = await hold(await factories.person(), option, seats=4, quantity=2)

    assert booking.amount_paisa == 8 * desks.PRICE
    assert await Occupancy.filter(booking_id=booking.id).count() == 4
    with pytest.raises(SlotTaken):
        await hold(await factories.person(), option, seats=2)


async def test_who_is_declined_hears_of_the_nearest_three_others():
    desk, option = await desks.shop()
    near = [await desks.shop() for _ in range(3)]
    itna = await factories.union("kishoreganj-itna-badla")
    far = await desks.provider(place=itna)
    await desks.option(await desks.service(far))
    booking = await desks.requested(option)

    await answering.decline(desk.account_id, booking.id, reason="ব্যস্ত", clock=at(NOON))

    told = await event_log.after(f"services.booking.{booking.id}", 0)
    assert [one.kind for one in told][-1] == "services.booking_declined"
    assert told[-1].payload["alternative_ids"] == [one.service_id for _, one in near]
    assert not await Occupancy.exists()


async def test_an_unanswered_request_lets_the_time_go_when_it_is_due_and_not_before():
    _, option = await desks.shop()
    booking = await desks.requested(option)
    due = booking.due_at
    assert due is not None

    early = await holding.expire(booking.id, at(due - timedelta(seconds=1)))
    again = await holding.expire(booking.id, at(due))
    twice = await holding.expire(booking.id, at(due))

    await booking.refresh_from_db()
    assert (early, again, twice) == (due, None, None)
    assert booking.state is BookingState.EXPIRED
    assert not await Occupancy.exists()


async def test_nobody_confirms_a_request_that_is_past_its_time():
    desk, option = await desks.shop()
    booking = await desks.requested(option)

    with pytest.raises(TimeIsUp):
        await answering.confirm(desk.account_id, booking.id, clock=at(booking.due_at))


async def test_a_citizen_cancels_on_the_terms_he_saw():
    _, booking = await confirmed()
    late = TOMORROW_TEN - 3 * HOUR
    terms = canceling.terms_for(booking, Actor.CITIZEN, late)
    assert terms is not None

    off = await canceling.cancel(booking.citizen_id, booking.id, token=terms.token, clock=at(late))

    assert (off.state, off.fee_paisa) == (BookingState.CANCELLED, taka(50))
    assert not await Occupancy.exists()


@pytest.mark.parametrize("later", [timedelta(minutes=2), timedelta(hours=2)])
async def test_terms_that_are_too_old_or_no_longer_hold_cancel_nothing(later):
    _, booking = await confirmed()
    seen = TOMORROW_TEN - 3 * HOUR
    terms = canceling.terms_for(booking, Actor.CITIZEN, seen)
    assert terms is not None

    for token in (terms.token, "", "1.0", "a.b.c", f"{booking.version}.0.{int(seen.timestamp())}"):
        with pytest.raises(CancelTermsChanged):
            await canceling.cancel(
                booking.citizen_id, booking.id, token=token, clock=at(seen + later)
            )

    await booking.refresh_from_db()
    assert booking.state is BookingState.CONFIRMED


async def test_a_provider_who_cancels_costs_the_citizen_nothing():
    desk, booking = await confirmed()
    terms = canceling.terms_for(booking, Actor.PROVIDER, TOMORROW_TEN)
    assert terms is not None

    off = await canceling.cancel(
        desk.account_id, booking.id, token=terms.token, clock=at(TOMORROW_TEN)
    )

    assert (off.fee_paisa, off.cancelled_by) == (0, "PROVIDER")


async def test_a_confirmed_booking_that_moves_is_asked_for_anew_and_cannot_move_at_the_last():
    _, booking = await confirmed()

    moved = await canceling.reschedule(
        booking.citizen_id, booking.id, TOMORROW_TEN + 3 * HOUR, clock=at(NOON)
    )

    assert moved.state is BookingState.REQUESTED
    _, late = await confirmed()
    with pytest.raises(TimeIsUp):
        await canceling.reschedule(
            late.citizen_id, late.id, TOMORROW_TEN + 5 * HOUR, clock=at(TOMORROW_TEN - HOUR)
        )


async def test_a_move_to_a_taken_time_leaves_the_booking_where_it_was():
    desk, booking = await confirmed()
    option = await PriceOption.get(id=booking.option_id)
    await desks.held(option, starts_at=TOMORROW_TEN + 2 * HOUR)

    with pytest.raises(SlotTaken):
        await canceling.reschedule(
            booking.citizen_id, booking.id, TOMORROW_TEN + 2 * HOUR, clock=at(NOON)
        )

    await booking.refresh_from_db()
    assert (booking.state, booking.starts_at) == (BookingState.CONFIRMED, TOMORROW_TEN)
    assert await Occupancy.filter(provider_id=desk.id, busy_from=TOMORROW_TEN).exists()


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


async def test_each_step_is_told_to_both_sides_once():
    desk, booking = await confirmed()

    at_desk = [one.kind for one in await event_log.after(f"services.provider.{desk.id}", 0)]
    to_citizen = [
        one.payload["state"]
        for one in await event_log.after(f"accounts.account.{booking.citizen_id}", 0)
    ]

    assert at_desk == ["services.desk_changed"] * 3
    assert to_citizen == ["HELD", "REQUESTED", "CONFIRMED"]


async def test_the_wish_of_a_hold_is_kept_by_its_key():
    _, option = await desks.shop()
    citizen = await factories.person()
    asked = {"idempotency_key": "k", "clock": at(NOON)}

    first = await holding.hold(citizen.id, wish(option), **asked)
    again = await holding.hold(citizen.id, wish(option), **asked)

    assert first.id == again.id
