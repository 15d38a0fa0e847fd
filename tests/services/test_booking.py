"""The life of a booking until the work: hours and places, answers, moving and cancelling."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.money import taka
from hmk_graph.services import (
    answering,
    canceling,
    holding,
)
from hmk_graph.services.booking_models import Booking, BookingState, Occupancy
from hmk_graph.services.errors import (
    CancelTermsChanged,
    NotBookable,
    NotServedThere,
    OptionPriceChanged,
    OutsideHours,
    OutsideWindow,
    OwnService,
    SlotTaken,
    TimeIsUp,
    TooManyHolds,
)
from hmk_graph.services.machines import Actor
from hmk_graph.services.models import PriceOption, ServiceState, Venue
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import HOUR, TOMORROW_TEN, confirmed, key, wish

pytestmark = pytest.mark.usefixtures("db")


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
